#include "graph/memory_tables.h"

#include <cassert>
#include <utility>

namespace nutgraf {
namespace {

class MemoryView : public View {
 public:
  explicit MemoryView(std::shared_ptr<const MemoryTables::Rows> rows) : rows_(std::move(rows)) {}

  std::optional<std::string> get(Table table, std::string_view key) const override {
    const auto& rows = rows_->at(static_cast<std::size_t>(table));
    const auto found = rows.find(key);
    if (found == rows.end()) return std::nullopt;
    return found->second;
  }

  void scan(Table table, std::string_view from, std::string_view until,
            const RowVisitor& visit) const override {
    const auto& rows = rows_->at(static_cast<std::size_t>(table));
    for (auto row = rows.lower_bound(from); row != rows.end(); ++row) {
      if (!until.empty() && std::string_view(row->first) >= until) return;
      if (!visit(row->first, row->second)) return;
    }
  }

  Result<void> status() const override { return {}; }

 private:
  std::shared_ptr<const MemoryTables::Rows> rows_;
};

}  // namespace

MemoryTables::MemoryTables() : rows_(std::make_shared<Rows>()) {}

std::unique_ptr<View> MemoryTables::snapshot() const { return std::make_unique<MemoryView>(rows_); }

Result<void> MemoryTables::commit(const std::vector<Change>& changes) {
  if (rows_.use_count() > 1) rows_ = std::make_shared<Rows>(*rows_);
  for (const Change& change : changes) {
    auto& rows = rows_->at(static_cast<std::size_t>(change.table));
    if (change.after) {
      rows[change.key] = *change.after;
    } else {
      rows.erase(change.key);
    }
  }
  return {};
}

}  // namespace nutgraf
