// A view with changes on top: where a batch is worked out before it is written.
//
// Reads see the changes; `base` shows what stood before. In the end `changes` gives each row that
// is not as it was, in table and key order.
#ifndef NUTGRAF_GRAPH_WORKSPACE_H_
#define NUTGRAF_GRAPH_WORKSPACE_H_

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/tables.h"

namespace nutgraf {

class Workspace : public View {
 public:
  // `base` outlives it.
  explicit Workspace(const View& base) : base_(base) {}

  std::optional<std::string> get(Table table, std::string_view key) const override;
  void scan(Table table, std::string_view from, std::string_view until,
            const RowVisitor& visit) const override;
  Result<void> status() const override { return base_.status(); }

  void put(Table table, std::string key, std::string value);
  void erase(Table table, std::string_view key);
  const View& base() const { return base_; }

  std::vector<Change> changes() const;

 private:
  using Rows = std::map<std::string, std::optional<std::string>, std::less<>>;

  const View& base_;
  std::array<Rows, table_count> rows_;  // what differs, or may: absent means erased
};

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_WORKSPACE_H_
