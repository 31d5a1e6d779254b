#include "graph/tables.h"

namespace nutgraf {

std::string_view to_string(Table table) {
  static constexpr std::array<std::string_view, table_count> names{
      "report", "text", "testimony", "profile", "decision", "statement", "word",   "story", "copy",
      "unit",   "post", "block",     "sight",   "name",     "node",      "member", "event", "actor",
      "place",  "day",  "action",    "inside",  "tie",      "belong",    "meta",   "audit"};
  return names.at(static_cast<std::size_t>(table));
}

std::string after_prefix(std::string_view prefix) {
  std::string out(prefix);
  while (!out.empty() && static_cast<unsigned char>(out.back()) == 0xFFU) out.pop_back();
  if (!out.empty()) out.back() = static_cast<char>(static_cast<unsigned char>(out.back()) + 1U);
  return out;
}

void View::scan_prefix(Table table, std::string_view prefix, const RowVisitor& visit) const {
  scan(table, prefix, after_prefix(prefix), visit);
}

void View::get_many(Table table, const std::vector<std::string>& keys,
                    const ValueVisitor& visit) const {
  for (std::size_t at = 0; at < keys.size(); ++at) {
    const std::optional<std::string> value = get(table, keys[at]);
    if (!visit(at, value ? std::optional<std::string_view>(*value) : std::nullopt)) return;
  }
}

}  // namespace nutgraf
