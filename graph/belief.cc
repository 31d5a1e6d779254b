// The first stage: what reports state, and the units that they have between them.
#include "graph/belief.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "extract/text/fold.h"
#include "graph/bytes.h"
#include "graph/testimony.h"
#include "graph/update.h"

namespace nutgraf {
namespace {

std::optional<Statement> state_anew(const View& view, const ReportKey& key,
                                    const DecisionBook& book) {
  const std::optional<std::string> head = view.get(Table::report, key_of(key));
  const std::optional<std::string> body = view.get(Table::testimony, key_of(key));
  if (!head || !body) return std::nullopt;
  const Result<Report> report = decode_report(*head);
  const Result<Extraction> extraction = decode_extraction(*body);
  if (!report || !extraction) return std::nullopt;
  return make_statement(*report, *extraction, book.of_report(report->id));
}

std::string name_key(const std::string& folded, NodeKind kind, const Id& id) {
  std::string key = folded;
  key += '\0';
  key += static_cast<char>(kind);
  append(key, id);
  return key;
}

std::set<std::string> name_keys(const Id& id, const UnitRow& row) {
  std::set<std::string> out;
  for (const auto& [form, count] : row.forms) {
    out.insert(name_key(fold_name(form), row.kind, id));
    out.insert(name_key(unit_name(row.kind, form), row.kind, id));
  }
  return out;
}

// Of both ends.
std::set<std::string> belong_keys(const Statement& statement, const ReportKey& report) {
  std::set<std::string> out;
  for (const StatedMember& member : statement.members) {
    const std::string unit = key_of(statement.units[member.unit].id);
    const std::string group = key_of(statement.units[member.group].id);
    out.insert(unit + member_end + group + key_of(report));
    out.insert(group + group_end + unit + key_of(report));
  }
  return out;
}

std::set<std::string> inside_keys(const Id& id, const UnitRow& row) {
  const std::optional<Place> place = decode_place(row.first(feature::place));
  if (row.kind != NodeKind::place || !place || place->within.empty()) return {};
  return {key_of(place_id(place->within.front().id)) + key_of(id)};
}

bool same_features(const UnitRow& one, const UnitRow& other) {
  return one.features.size() == other.features.size() &&
         (one.reports == 0) == (other.reports == 0) &&
         std::equal(one.features.begin(), one.features.end(), other.features.begin(),
                    [](const auto& a, const auto& b) { return a.first == b.first; });
}

void rewrite(Workspace& work, Table table, const std::set<std::string>& before,
             const std::set<std::string>& after) {
  for (const std::string& key : before) {
    if (after.count(key) == 0) work.erase(table, key);
  }
  for (const std::string& key : after) {
    if (before.count(key) == 0) work.put(table, key, {});
  }
}

}  // namespace

Result<void> update_belief(Workspace& work, std::set<ReportKey> reports) {
  Update(work, std::move(reports)).run();
  return work.status();
}

Update::Update(Workspace& work, std::set<ReportKey> reports)
    : work_(work), old_book_(work.base()), book_(work), touched_(std::move(reports)) {}

void Update::run() {
  state();
  tell_stories();
  old_book_.resolve(work_.base());
  book_.resolve(work_);
  cluster_units();
  attach_short_names();
  cluster_events();
  tie_events();
  cluster_unnamed();
  write_events();
}

void Update::state() {
  for (const DecisionBook* book : {&old_book_, &book_}) {
    for (const auto& [report, decisions] : book->reports()) {
      if (!(old_book_.of_report(report) == book_.of_report(report))) {
        touched_.insert(report_key(report));
      }
    }
  }
  for (const ReportKey& key : touched_) {
    const Statement* before = old_statement(key);
    const std::optional<Statement>& after = statements_[key] = state_anew(work_, key, book_);
    if (before != nullptr) unstate(key, *before);
    if (after) restate(key, *after);
    write_sights(before, after ? &*after : nullptr);
    rewrite(work_, Table::belong,
            before != nullptr ? belong_keys(*before, key) : std::set<std::string>(),
            after ? belong_keys(*after, key) : std::set<std::string>());
  }
  write_units();
}

void Update::unstate(const ReportKey& key, const Statement& statement) {
  work_.erase(Table::statement, key_of(key));
  for (const StatedUnit& unit : statement.units) {
    if (!unit.local) {
      subtract(touch_unit(unit.id), unit);
      if (!unit.around) work_.erase(Table::post, key_of(unit.id) + key_of(key));
    } else if (unit.named) {
      work_.erase(Table::block, short_block(unit.kind, unit.folded) + key_of(unit.id));
      for (const std::string& name : name_keys(unit.id, row_of(unit))) {
        work_.erase(Table::name, name);
      }
    }
  }
}

void Update::restate(const ReportKey& key, const Statement& statement) {
  work_.put(Table::statement, key_of(key), encode(statement));
  for (const StatedUnit& unit : statement.units) {
    if (!unit.local) {
      add(touch_unit(unit.id), unit);
      if (!unit.around) work_.put(Table::post, key_of(unit.id) + key_of(key), {});
    } else if (unit.named) {
      work_.put(Table::block, short_block(unit.kind, unit.folded) + key_of(unit.id), {});
      for (const std::string& name : name_keys(unit.id, row_of(unit))) {
        work_.put(Table::name, name, {});
      }
    }
  }
}

UnitRow& Update::touch_unit(const Id& id) {
  const auto found = units_.find(id);
  if (found != units_.end()) return found->second;
  return units_.emplace(id, unit_row(work_.base(), id).value_or(UnitRow())).first->second;
}

void Update::write_units() {
  for (const auto& [id, after] : units_) write_unit(id, after);
}

void Update::write_unit(const Id& id, const UnitRow& after) {
  const UnitRow before = unit_row(work_.base(), id).value_or(UnitRow());
  if (after.support == 0) {
    work_.erase(Table::unit, key_of(id));
  } else {
    work_.put(Table::unit, key_of(id), encode(after));
  }
  const bool same_forms =
      before.forms.size() == after.forms.size() &&
      std::equal(before.forms.begin(), before.forms.end(), after.forms.begin(),
                 [](const auto& a, const auto& b) { return a.first == b.first; });
  if (same_forms && same_features(before, after)) return;
  rewrite(work_, Table::name, name_keys(id, before), name_keys(id, after));
  rewrite(work_, Table::inside, inside_keys(id, before), inside_keys(id, after));
  if (same_features(before, after)) return;
  changed_units_.insert(id);
  std::set<std::string> old_blocks;
  std::set<std::string> new_blocks;
  for (const std::string& block : blocks_of(before)) old_blocks.insert(block + key_of(id));
  for (const std::string& block : blocks_of(after)) new_blocks.insert(block + key_of(id));
  rewrite(work_, Table::block, old_blocks, new_blocks);
  std::vector<std::string> differing;
  std::set_symmetric_difference(old_blocks.begin(), old_blocks.end(), new_blocks.begin(),
                                new_blocks.end(), std::back_inserter(differing));
  for (const std::string& key : differing) changed_blocks_.insert(key.substr(0, 8));
}

// What the stages share.

const Statement* Update::statement(const ReportKey& report) {
  auto found = statements_.find(report);
  if (found == statements_.end()) {
    found = statements_.emplace(report, statement_row(work_, report)).first;
  }
  return found->second ? &*found->second : nullptr;
}

const Statement* Update::old_statement(const ReportKey& report) {
  auto found = old_statements_.find(report);
  if (found == old_statements_.end()) {
    found = old_statements_.emplace(report, statement_row(work_.base(), report)).first;
  }
  return found->second ? &*found->second : nullptr;
}

const StatedUnit* Update::local_unit(const Id& id) {
  const Statement* stated = statement(report_of(id));
  if (stated == nullptr) return nullptr;
  for (const StatedUnit& unit : stated->units) {
    if (unit.local && unit.id == id) return &unit;
  }
  return nullptr;
}

const StatedEvent* Update::event(const Id& id) {
  const Statement* stated = statement(report_of(id));
  if (stated == nullptr) return nullptr;
  const auto found = std::lower_bound(
      stated->events.begin(), stated->events.end(), id,
      [](const StatedEvent& event, const Id& wanted) { return event.id < wanted; });
  return found != stated->events.end() && found->id == id ? &*found : nullptr;
}

std::optional<UnitRow> Update::any_unit(const Id& id) {
  std::optional<UnitRow> row = unit_row(work_, id);
  if (row) return row;
  const StatedUnit* local = local_unit(id);
  if (local == nullptr) return std::nullopt;
  return row_of(*local);
}

bool Update::present(const Id& unit) {
  return work_.get(Table::unit, key_of(unit)).has_value() || local_unit(unit) != nullptr ||
         event(unit) != nullptr;
}

Id Update::node_of(const Id& unit) {
  const auto found = nodes_.find(unit);
  if (found != nodes_.end()) return found->second;
  const std::optional<std::string> row = work_.get(Table::node, key_of(unit));
  const Id node = row && row->size() == 16 ? cut_id<Id>(*row, 0) : unit;
  nodes_.emplace(unit, node);
  return node;
}

std::vector<Id> Update::units_of(const Id& node) const {
  std::vector<Id> out{node};
  work_.scan_prefix(Table::member, key_of(node), [&](std::string_view key, std::string_view) {
    out.push_back(cut_id<Id>(key, 16));
    return true;
  });
  return out;
}

Id Update::old_node_of(const Id& unit) const {
  const std::optional<std::string> row = work_.base().get(Table::node, key_of(unit));
  return row && row->size() == 16 ? cut_id<Id>(*row, 0) : unit;
}

std::vector<Id> Update::old_mates(const Id& unit) const {
  const Id node = old_node_of(unit);
  std::vector<Id> out{node};
  work_.base().scan_prefix(Table::member, key_of(node),
                           [&](std::string_view key, std::string_view) {
                             out.push_back(cut_id<Id>(key, 16));
                             return true;
                           });
  return out;
}

std::set<Id> Update::company_of(const std::set<Id>& units) {
  std::set<Id> out = units;
  std::set<Id> now;
  std::set<Id> before;
  for (const Id& unit : units) {
    const Id node = node_of(unit);
    if (now.insert(node).second) {
      for (const Id& mate : units_of(node)) out.insert(mate);
    }
    if (before.insert(old_node_of(unit)).second) {
      for (const Id& mate : old_mates(unit)) out.insert(mate);
    }
  }
  return out;
}

void Update::set_node(const Id& unit, const Id& node) {
  const Id before = node_of(unit);
  if (before == node) return;
  if (before != unit) {
    work_.erase(Table::node, key_of(unit));
    work_.erase(Table::member, key_of(before) + key_of(unit));
  }
  if (node != unit) {
    work_.put(Table::node, key_of(unit), key_of(node));
    work_.put(Table::member, key_of(node) + key_of(unit), {});
  }
  nodes_[unit] = node;
}

std::vector<Id> block_members(const View& view, Table table, const std::string& block,
                              std::size_t count) {
  std::vector<Id> out;
  view.scan_prefix(table, block, [&](std::string_view key, std::string_view) {
    out.push_back(cut_id<Id>(key, block.size()));
    return count == 0 || out.size() < count;
  });
  return out;
}

Clusters::Clusters(const std::vector<Id>& units) {
  for (const Id& unit : units) {
    leader_[unit] = unit;
    members_[unit] = {unit};
  }
}

const Id& Clusters::find(const Id& unit) const { return leader_.at(unit); }

const std::vector<Id>& Clusters::members(const Id& unit) const { return members_.at(find(unit)); }

void Clusters::join(const Id& one, const Id& other) {
  const Id first = std::min(find(one), find(other));
  const Id second = std::max(find(one), find(other));
  if (first == second) return;
  std::vector<Id> gone = std::move(members_.at(second));
  members_.erase(second);
  for (const Id& unit : gone) leader_.at(unit) = first;
  std::vector<Id>& grown = members_.at(first);
  grown.insert(grown.end(), gone.begin(), gone.end());
  std::sort(grown.begin(), grown.end());
}

}  // namespace nutgraf
