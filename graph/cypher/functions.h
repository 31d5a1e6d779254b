// The functions of the language: one table with names, arguments, and what they do.
#ifndef NUTGRAF_GRAPH_CYPHER_FUNCTIONS_H_
#define NUTGRAF_GRAPH_CYPHER_FUNCTIONS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/cypher/failure.h"
#include "graph/cypher/property_graph.h"
#include "graph/cypher/value.h"

namespace nutgraf::cypher {

// Sets of kinds that a value may have, known before the query runs. Null is in every set.
using Kinds = std::uint32_t;
constexpr Kinds kinds_of(ValueKind kind) { return 1U << static_cast<unsigned>(kind); }
namespace kinds {
inline constexpr Kinds boolean = kinds_of(ValueKind::boolean);
inline constexpr Kinds integer = kinds_of(ValueKind::integer);
inline constexpr Kinds floating = kinds_of(ValueKind::floating);
inline constexpr Kinds number = integer | floating;
inline constexpr Kinds string = kinds_of(ValueKind::string);
inline constexpr Kinds list = kinds_of(ValueKind::list);
inline constexpr Kinds map = kinds_of(ValueKind::map);
inline constexpr Kinds node = kinds_of(ValueKind::node);
inline constexpr Kinds relationship = kinds_of(ValueKind::relationship);
inline constexpr Kinds path = kinds_of(ValueKind::path);
inline constexpr Kinds temporal = 0xFC00U;
inline constexpr Kinds any = 0xFFFEU;
}  // namespace kinds

// What a function may ask and say while it is applied.
class CallContext {
 public:
  virtual ~CallContext() = default;
  virtual const PropertyGraph& graph() const = 0;
  // Says that the call failed; what it returns then does not matter.
  virtual Value fail(Problem problem, std::string message) = 0;
  // Whether a value of so many bytes may be made; false: the call has failed.
  virtual bool may_hold(std::size_t bytes) = 0;
  // Nanoseconds since 1970 at Greenwich, the same for the whole query; nullopt: unknown.
  virtual std::optional<std::int64_t> now() const = 0;
  // From 0 to below 1; the same row of numbers in every run.
  virtual double random() = 0;
};

enum class Aggregate : std::uint8_t {
  none,
  count,
  sum,
  avg,
  min,
  max,
  collect,
  deviation,
  deviation_of_all,
  percentile_disc,
  percentile_cont
};

using Arguments = std::vector<Value>;

struct Function {
  std::string_view name;  // as it is written in the manual; looked up in any case
  std::uint8_t least = 1;
  std::uint8_t most = 1;
  Kinds result = kinds::any;
  std::array<Kinds, 3> arguments{kinds::any, kinds::any, kinds::any};  // the last for all further
  Value (*apply)(CallContext& context, const Arguments& arguments) = nullptr;
  bool null_in_null_out = true;  // apply is not asked when an argument is null
  Aggregate aggregate = Aggregate::none;
  bool changes = false;  // gives another value each time
};

// nullptr when there is none.
const Function* find_function(std::string_view name);
std::vector<std::string> function_names();

// Tables of the files that define them.
const std::vector<Function>& graph_functions();
const std::vector<Function>& list_functions();
const std::vector<Function>& string_functions();
const std::vector<Function>& number_functions();
const std::vector<Function>& temporal_functions();
const std::vector<Function>& truncate_functions();
const std::vector<Function>& aggregate_functions();

// What `value.key` is for a temporal value; nullopt when it has no such part.
std::optional<Value> temporal_part(const Value& value, std::string_view key);
// value + duration and the like; nullopt when the two do not go together or
// lead beyond the calendar.
std::optional<Value> temporal_sum(const Value& one, const Value& other, bool minus);
// duration * number, duration / number; nullopt when it gets too long.
std::optional<Value> scaled(const Duration& duration, double by);
// Functions of durations; for the table of temporal functions.
Value make_duration(CallContext& context, const Arguments& arguments);
Value duration_between(CallContext& context, const Arguments& arguments);
Value duration_in_months(CallContext& context, const Arguments& arguments);
Value duration_in_days(CallContext& context, const Arguments& arguments);
Value duration_in_seconds(CallContext& context, const Arguments& arguments);
// A value as toString() gives it; nullopt for what has no such form.
std::optional<std::string> plain_text(const Value& value);

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_FUNCTIONS_H_
