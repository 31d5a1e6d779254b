// Ordered keys: all that the graph asks of whatever keeps it.
//
// A table is a map from bytes to bytes in byte order. Writes are batches that happen wholly or not
// at all; reads see one moment. A map in memory serves the tests (graph/memory_tables.h), RocksDB
// serves users (store/). schemas/keyspace.md says what stands in each table.
#ifndef NUTGRAF_GRAPH_TABLES_H_
#define NUTGRAF_GRAPH_TABLES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/result.h"

namespace nutgraf {

enum class Table : std::uint8_t {
  report,
  text,
  testimony,
  profile,
  decision,
  statement,
  word,
  story,
  copy,
  unit,
  post,
  block,
  sight,
  name,
  node,
  member,
  event,
  actor,
  place,
  day,
  action,
  inside,
  tie,
  belong,
  meta,
  audit
};
inline constexpr std::size_t table_count = 26;

std::string_view to_string(Table table);
constexpr bool is_testimony(Table table) { return table <= Table::decision; }
constexpr bool is_belief(Table table) { return table > Table::decision && table < Table::meta; }

// Gets each row in turn; false ends the scan. The views live until it returns.
using RowVisitor = std::function<bool(std::string_view key, std::string_view value)>;
// Gets the value of one of several keys, by its place among them; nullopt where there is no row.
// false ends the visit.
using ValueVisitor = std::function<bool(std::size_t at, std::optional<std::string_view> value)>;

// What stood in the tables at one moment. After the first failure of the world below (a bad block,
// a file that is gone) nothing is found any more, and status() tells what happened: whoever draws a
// conclusion asks it first.
class View {
 public:
  virtual ~View() = default;

  virtual std::optional<std::string> get(Table table, std::string_view key) const = 0;
  // What get gives for each of the keys, in their order; cheaper than one after the other where the
  // rows lie on disk. The views live until it returns.
  virtual void get_many(Table table, const std::vector<std::string>& keys,
                        const ValueVisitor& visit) const;
  // Rows with from <= key < until, in key order; an empty `until` means to the end.
  virtual void scan(Table table, std::string_view from, std::string_view until,
                    const RowVisitor& visit) const = 0;
  virtual Result<void> status() const = 0;

  // Rows whose key begins with `prefix`.
  void scan_prefix(Table table, std::string_view prefix, const RowVisitor& visit) const;
};

// The smallest key above all that begin with `prefix`; empty when there is none.
std::string after_prefix(std::string_view prefix);

// One row's change; `before` is what stood there. Both absent does not occur.
struct Change {
  Table table = Table::report;
  std::string key;
  std::optional<std::string> before;
  std::optional<std::string> after;

  friend bool operator==(const Change&, const Change&) = default;
};

class Tables {
 public:
  virtual ~Tables() = default;

  virtual std::unique_ptr<View> snapshot() const = 0;
  // All of them or none, durable when it returns. One writer at a time.
  virtual Result<void> commit(const std::vector<Change>& changes) = 0;
};

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_TABLES_H_
