// The values of the query language, and the three ways in which they compare.
//
// Equality asks what `=` asks: null when null is met. Comparison asks what `<` asks: null between
// values of different kinds. Order puts all values in one row, for ORDER BY, DISTINCT and grouping:
// there null is null and NaN is NaN.
#ifndef NUTGRAF_GRAPH_CYPHER_VALUE_H_
#define NUTGRAF_GRAPH_CYPHER_VALUE_H_

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "graph/cypher/temporal.h"

namespace nutgraf::cypher {

// A node and a relationship, by the numbers that their graph gives them.
struct NodeRef {
  std::uint64_t number = 0;

  friend auto operator<=>(const NodeRef&, const NodeRef&) = default;
};
struct RelationshipRef {
  std::uint64_t number = 0;

  friend auto operator<=>(const RelationshipRef&, const RelationshipRef&) = default;
};

// nodes.size() == relationships.size() + 1.
struct Path {
  std::vector<NodeRef> nodes;
  std::vector<RelationshipRef> relationships;

  friend auto operator<=>(const Path&, const Path&) = default;
};

class Value;
using List = std::vector<Value>;
using Map = std::map<std::string, Value, std::less<>>;

// In the order of the variant's alternatives.
enum class ValueKind : std::uint8_t {
  null,
  boolean,
  integer,
  floating,
  string,
  list,
  map,
  node,
  relationship,
  path,
  date,
  local_time,
  time,
  local_date_time,
  date_time,
  duration
};
std::string_view to_string(ValueKind kind);  // "Integer", "List", …

// Lists, maps and paths are shared and never change: copying a value is cheap.
class Value {
 public:
  using Held = std::variant<std::monostate, bool, std::int64_t, double, std::string,
                            std::shared_ptr<const List>, std::shared_ptr<const Map>, NodeRef,
                            RelationshipRef, std::shared_ptr<const Path>, Date, LocalTime, Time,
                            LocalDateTime, DateTime, Duration>;

  Value() = default;
  Value(bool truth) : held_(truth) {}
  Value(std::int64_t number) : held_(number) {}
  Value(int number) : held_(static_cast<std::int64_t>(number)) {}
  Value(std::size_t number) : held_(static_cast<std::int64_t>(number)) {}
  Value(double number) : held_(number) {}
  Value(std::string words) : held_(std::move(words)) {}
  Value(std::string_view words) : held_(std::string(words)) {}
  Value(const char* words) : held_(std::string(words)) {}
  Value(List list) : held_(std::make_shared<const List>(std::move(list))) {}
  Value(Map map) : held_(std::make_shared<const Map>(std::move(map))) {}
  Value(NodeRef node) : held_(node) {}
  Value(RelationshipRef relationship) : held_(relationship) {}
  Value(Path path) : held_(std::make_shared<const Path>(std::move(path))) {}
  Value(Date date) : held_(date) {}
  Value(LocalTime time) : held_(time) {}
  Value(Time time) : held_(time) {}
  Value(LocalDateTime time) : held_(time) {}
  Value(DateTime time) : held_(time) {}
  Value(Duration duration) : held_(duration) {}

  ValueKind kind() const { return static_cast<ValueKind>(held_.index()); }
  bool is_null() const { return kind() == ValueKind::null; }
  bool is_number() const { return kind() == ValueKind::integer || kind() == ValueKind::floating; }
  bool is_true() const { return kind() == ValueKind::boolean && std::get<bool>(held_); }
  bool is_false() const { return kind() == ValueKind::boolean && !std::get<bool>(held_); }

  // Each requires the kind that it is named after.
  bool boolean() const { return std::get<bool>(held_); }
  std::int64_t integer() const { return std::get<std::int64_t>(held_); }
  double floating() const { return std::get<double>(held_); }
  double number() const;  // requires is_number()
  const std::string& string() const { return std::get<std::string>(held_); }
  const List& list() const { return *std::get<std::shared_ptr<const List>>(held_); }
  const Map& map() const { return *std::get<std::shared_ptr<const Map>>(held_); }
  const Path& path() const { return *std::get<std::shared_ptr<const Path>>(held_); }
  NodeRef node() const { return std::get<NodeRef>(held_); }
  RelationshipRef relationship() const { return std::get<RelationshipRef>(held_); }
  const Held& held() const { return held_; }
  template <typename T>
  const T& get() const {
    return std::get<T>(held_);
  }

 private:
  Held held_;
};

// nullopt: null.
std::optional<bool> equal(const Value& one, const Value& other);
// < 0, 0, > 0; nullopt: null, since the two do not compare. NaN compares with nothing: `unordered`.
std::optional<std::partial_ordering> compare(const Value& one, const Value& other);
// The one row of all values: maps, nodes, relationships, lists, paths, temporal values, strings,
// booleans, numbers, null.
std::strong_ordering order(const Value& one, const Value& other);
std::size_t hash(const Value& value);  // equal where order is
// How many bytes the value takes, about.
std::size_t weight(const Value& value);

// Whether lists and maps stand in one another at most so deep.
bool nests_within(const Value& value, std::size_t depth);

struct SameValue {
  bool operator()(const List& one, const List& other) const;
};
struct HashValues {
  std::size_t operator()(const List& values) const;
};

// A floating-point number so that reading it gives it back: "1.0", "1.0E20", "NaN".
std::string text_of(double number);

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_VALUE_H_
