#include "graph/workspace.h"

#include <cstddef>
#include <utility>

namespace nutgraf {

std::optional<std::string> Workspace::get(Table table, std::string_view key) const {
  const Rows& rows = rows_.at(static_cast<std::size_t>(table));
  const auto found = rows.find(key);
  return found != rows.end() ? found->second : base_.get(table, key);
}

void Workspace::scan(Table table, std::string_view from, std::string_view until,
                     const RowVisitor& visit) const {
  if (!until.empty() && until <= from) return;
  const Rows& rows = rows_.at(static_cast<std::size_t>(table));
  auto mine = rows.lower_bound(from);
  const auto end = until.empty() ? rows.end() : rows.lower_bound(until);
  bool wanted = true;
  // My rows that come before `key`; whether one of them stands at `key` itself.
  const auto pass = [&](std::string_view key) {
    while (wanted && mine != end && std::string_view(mine->first) < key) {
      if (mine->second) wanted = visit(mine->first, *mine->second);
      ++mine;
    }
    return mine != end && std::string_view(mine->first) == key;
  };
  base_.scan(table, from, until, [&](std::string_view key, std::string_view value) {
    const bool covered = pass(key);
    if (wanted && !covered) wanted = visit(key, value);
    return wanted;
  });
  for (; wanted && mine != end; ++mine) {
    if (mine->second) wanted = visit(mine->first, *mine->second);
  }
}

void Workspace::put(Table table, std::string key, std::string value) {
  rows_.at(static_cast<std::size_t>(table)).insert_or_assign(std::move(key), std::move(value));
}

void Workspace::erase(Table table, std::string_view key) {
  rows_.at(static_cast<std::size_t>(table)).insert_or_assign(std::string(key), std::nullopt);
}

std::vector<Change> Workspace::changes() const {
  std::vector<Change> out;
  for (std::size_t i = 0; i < table_count; ++i) {
    const auto table = static_cast<Table>(i);
    for (const auto& [key, after] : rows_.at(i)) {
      std::optional<std::string> before = base_.get(table, key);
      if (before != after) out.push_back({table, key, std::move(before), after});
    }
  }
  return out;
}

}  // namespace nutgraf
