// Nodes: their units, names, counts.
#include <algorithm>
#include <map>
#include <tuple>

#include "graph/bytes.h"
#include "graph/explain.h"
#include "graph/knowledge.h"
#include "graph/table_reader.h"

namespace nutgraf {
namespace {

// What a reader keeps before it forgets it all: statements, units of nodes, names, the nodes of
// units, briefs of reports. A walk over a store of any size stays within these.
constexpr std::size_t kept_statements = 4096;
constexpr std::size_t kept_nodes = 4096;
constexpr std::size_t kept_names = 1U << 16U;
constexpr std::size_t kept_units = 1U << 18U;
constexpr std::size_t kept_briefs = 1U << 16U;

std::vector<Counted> by_count(const std::map<std::string, std::uint32_t>& counts) {
  std::vector<Counted> out;
  out.reserve(counts.size());
  for (const auto& [words, reports] : counts) out.push_back({words, reports});
  std::stable_sort(out.begin(), out.end(),
                   [](const Counted& a, const Counted& b) { return a.reports > b.reports; });
  return out;
}

// The form of the unit's own name that most reports use; of several the shortest, then the first.
std::pair<std::string, std::uint32_t> own_form(const UnitRow& row) {
  const std::string folded = row.first(feature::name);
  std::pair<std::string, std::uint32_t> best;
  for (const auto& [form, count] : row.forms) {
    if (unit_name(row.kind, form) != folded) continue;
    const auto rank = [](const std::string& words, std::uint32_t reports) {
      return std::tuple(reports, ~words.size());
    };
    if (best.first.empty() || rank(form, count) > rank(best.first, best.second)) {
      best = {form, count};
    }
  }
  return best;
}

}  // namespace

std::unique_ptr<GraphReader> make_reader(std::unique_ptr<View> view) {
  return std::make_unique<TableReader>(std::move(view));
}

Id TableReader::node_of(const Id& unit) const {
  const auto found = nodes_.find(unit);
  if (found != nodes_.end()) return found->second;
  const std::optional<std::string> row = view_->get(Table::node, key_of(unit));
  const Id node = row ? cut_id<Id>(*row, 0) : unit;
  nodes_.emplace(unit, node);
  return node;
}

std::vector<Id> TableReader::units_of(const Id& node) const {
  std::vector<Id> out{node};
  view_->scan_prefix(Table::member, key_of(node), [&](std::string_view key, std::string_view) {
    out.push_back(cut_id<Id>(key, 16));
    return true;
  });
  return out;
}

void TableReader::trim() const {
  if (statements_.size() >= kept_statements) statements_.clear();
  if (node_units_.size() >= kept_nodes) node_units_.clear();
  if (names_.size() >= kept_names) names_.clear();
  if (nodes_.size() >= kept_units) nodes_.clear();
  if (briefs_.size() >= kept_briefs) briefs_.clear();
}

const Statement* TableReader::statement(const ReportKey& report) const {
  const auto found = statements_.find(report);
  if (found != statements_.end()) return found->second.get();
  std::optional<Statement> row = statement_row(*view_, report);
  std::unique_ptr<Statement> kept;
  if (row) kept = std::make_unique<Statement>(std::move(*row));
  return statements_.emplace(report, std::move(kept)).first->second.get();
}

const StatedUnit* TableReader::local_unit(const Id& id) const {
  const Statement* stated = statement(report_of(id));
  if (stated == nullptr) return nullptr;
  for (const StatedUnit& unit : stated->units) {
    if (unit.local && unit.id == id) return &unit;
  }
  return nullptr;
}

const StatedEvent* TableReader::chain(const Id& id) const {
  const Statement* stated = statement(report_of(id));
  if (stated == nullptr) return nullptr;
  for (const StatedEvent& event : stated->events) {
    if (event.id == id) return &event;
  }
  return nullptr;
}

std::optional<UnitRow> TableReader::unit(const Id& id) const {
  if (std::optional<UnitRow> row = unit_row(*view_, id)) return row;
  const StatedUnit* local = local_unit(id);
  return local == nullptr ? std::nullopt : std::optional(row_of(*local));
}

const std::vector<TableReader::NodeUnit>& TableReader::node_units(const Id& node) const {
  const auto found = node_units_.find(node);
  if (found != node_units_.end()) return found->second;
  const std::vector<Id> ids = units_of(node);
  std::vector<std::string> keys;
  keys.reserve(ids.size());
  for (const Id& id : ids) keys.push_back(key_of(id));
  std::vector<NodeUnit> out;
  view_->get_many(Table::unit, keys, [&](std::size_t at, std::optional<std::string_view> bytes) {
    std::optional<UnitRow> row = bytes ? decode_unit(*bytes) : std::nullopt;
    if (row) {
      out.push_back({ids[at], std::move(*row), false, true, true});
    } else if (const StatedUnit* stated = local_unit(ids[at])) {
      out.push_back({ids[at], row_of(*stated), true, stated->named, stated->spoken});
    }
    return true;
  });
  return node_units_.emplace(node, std::move(out)).first->second;
}

bool TableReader::present(const NodeKey& key) const {
  if (key.kind == NodeKind::event) return chain(key.id) != nullptr;
  const std::vector<NodeUnit>& units = node_units(node_of(key.id));
  return std::any_of(units.begin(), units.end(), [&](const NodeUnit& unit) {
    return unit.id == key.id && unit.row.kind == key.kind;
  });
}

std::string TableReader::print(const NodeKey& unit, const UnitRow& row) {
  const std::string id = unit.kind == NodeKind::place ? row.first(feature::id) : std::string();
  return id.empty() ? print_key(unit) : "loc:" + id;
}

std::string TableReader::print(const NodeKey& node) const {
  if (node.kind != NodeKind::place) return print_key(node);
  for (const NodeUnit& unit : node_units(node_of(node.id))) {
    if (unit.id == node.id) return print(node, unit.row);
  }
  return print_key(node);
}

std::string TableReader::best_name(const Id& node) const {
  std::string name;
  std::tuple<bool, std::uint32_t, std::size_t> best;
  for (const NodeUnit& unit : node_units(node)) {
    if (unit.local && unit.id != node) continue;  // a node of named units goes by their names
    const auto [form, count] = own_form(unit.row);
    const std::tuple rank(!unit.local, count, form.size());
    if (name.empty() || rank > best) {
      name = form;
      best = rank;
    }
  }
  return name;
}

NamedNode TableReader::name_of(const NodeKey& node) const {
  const auto found = names_.find(node);
  if (found != names_.end()) return found->second;
  NamedNode out{node, print(node), {}};
  if (node.kind == NodeKind::event) {
    if (const std::optional<EventRow> row = event_row(node.id)) {
      out.name = row->action;
      if (row->when.from) out.name += " " + iso(*row->when.from);
    }
  } else {
    out.name = best_name(node.id);
  }
  names_.emplace(node, out);
  return out;
}

Result<NamedNode> TableReader::named(const NodeKey& node) const { return sound(name_of(node)); }

std::vector<ReportKey> TableReader::report_keys(const NodeKey& node) const {
  std::vector<ReportKey> out;
  if (node.kind == NodeKind::event) {
    for (const Id& id : units_of(node.id)) {
      const StatedEvent* told = chain(id);
      const bool tells = told == nullptr || !told->only_named;
      if (tells) out.push_back(report_of(id));
    }
  } else {
    for (const NodeUnit& unit : node_units(node.id)) {
      if (unit.local) {
        out.push_back(report_of(unit.id));
        continue;
      }
      view_->scan_prefix(Table::post, key_of(unit.id), [&](std::string_view key, std::string_view) {
        out.push_back(cut_id<ReportKey>(key, 16));
        return true;
      });
    }
  }
  if (!std::is_sorted(out.begin(), out.end())) std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Within a unit's rows those of one event follow each other, one for each role.
std::uint64_t TableReader::count_events(const std::vector<NodeUnit>& units) const {
  std::vector<Id> events;
  for (const NodeUnit& unit : units) {
    view_->scan_prefix(Table::actor, key_of(unit.id), [&](std::string_view key, std::string_view) {
      const Id event = cut_id<Id>(key, 21);
      if (events.empty() || events.back() != event) events.push_back(event);
      return true;
    });
  }
  if (units.size() > 1) {
    std::sort(events.begin(), events.end());
    events.erase(std::unique(events.begin(), events.end()), events.end());
  }
  return events.size();
}

NodeDetails TableReader::details(const NodeKey& node) const {
  NodeDetails out;
  out.node = name_of(node);
  out.pronoun_only = true;
  std::map<std::string, std::uint32_t> names;
  std::map<std::string, std::uint32_t> roles;
  std::map<std::string, std::uint32_t> states;
  const std::vector<NodeUnit>& units = node_units(node.id);
  for (const NodeUnit& unit : units) {
    out.named = out.named || unit.named;
    out.pronoun_only = out.pronoun_only && !unit.spoken;
    for (const auto& [form, count] : unit.row.forms) names[form] += count;
    for (const auto& [told, count] : unit.row.features) {
      const std::string words = told.substr(1);
      if (told.front() == feature::role) roles[words] += count;
      if (told.front() == feature::country) states[words] += count;
      if (told.front() == feature::gender && out.gender == Gender::unknown) {
        out.gender = words == "1" ? Gender::female : Gender::male;
      }
      if (told.front() != feature::place) continue;
      // The one that says the most of where it lies.
      std::optional<Place> place = decode_place(words);
      const bool nearer = place && (!out.place || out.place->within.size() < place->within.size());
      if (nearer) out.place = std::move(place);
    }
    out.handles.push_back(print(NodeKey{node.kind, unit.id}, unit.row));
  }
  out.names = by_count(names);
  out.roles = by_count(roles);
  out.states = by_count(states);
  const std::vector<ReportKey> reports = report_keys(node);
  out.counts = {reports.size(), sources_of(reports).value_or(0), count_events(units)};
  return out;
}

Result<std::optional<NodeDetails>> TableReader::node(const NodeKey& node) const {
  trim();
  std::optional<NodeDetails> out;
  if (node.kind != NodeKind::event && present(node)) {
    out = details(NodeKey{node.kind, node_of(node.id)});
  }
  return sound(std::move(out));
}

Result<Counts> TableReader::counts_of(const NodeKey& node, bool with_sources) const {
  trim();
  const NodeKey own{node.kind, node_of(node.id)};
  Counts out;
  std::vector<ReportKey> reports;
  if (own.kind == NodeKind::event) {
    const std::optional<EventRow> row = event_row(own.id);
    if (!row) return sound(out);
    for (const EventTelling& telling : row->tellings) reports.push_back(report_of(telling.id));
    std::sort(reports.begin(), reports.end());
    reports.erase(std::unique(reports.begin(), reports.end()), reports.end());
    out = {reports.size(), 0, 1};
  } else {
    const std::vector<NodeUnit>& units = node_units(own.id);
    const bool one = units.size() == 1 && !units.front().local;
    if (!one || with_sources) reports = report_keys(own);
    out = {one ? units.front().row.reports : reports.size(), 0, count_events(units)};
  }
  if (with_sources) out.sources = sources_of(reports).value_or(0);
  return sound(out);
}

Result<std::vector<NodeKey>> TableReader::around(const NodeKey& place) const {
  std::vector<NodeKey> out;
  std::set<Id> told;
  for (const Id& unit : units_of(place.id)) {
    for (const Id& outer : places_around(*view_, unit)) {
      if (told.insert(outer).second) out.push_back({NodeKind::place, node_of(outer)});
    }
  }
  return sound(std::move(out));
}

Result<std::vector<NodeKey>> TableReader::inside(const NodeKey& place) const {
  std::set<NodeKey> out;
  for (const Id& unit : units_of(place.id)) {
    view_->scan_prefix(Table::inside, key_of(unit), [&](std::string_view key, std::string_view) {
      out.insert({NodeKind::place, node_of(cut_id<Id>(key, 16))});
      return true;
    });
  }
  return sound(std::vector<NodeKey>(out.begin(), out.end()));
}

Result<void> TableReader::nodes(std::optional<NodeKind> kind, const NodeVisitor& visit) const {
  bool wanted = true;
  const auto show = [&](const NodeKey& key) {
    trim();
    if ((!kind || *kind == key.kind) && node_of(key.id) == key.id) wanted = visit(details(key));
    return wanted;
  };
  view_->scan(Table::unit, {}, {}, [&](std::string_view key, std::string_view value) {
    const std::optional<UnitRow> row = decode_unit(value);
    return !row || show({row->kind, cut_id<Id>(key, 0)});
  });
  view_->scan(Table::statement, {}, {}, [&](std::string_view, std::string_view value) {
    if (!wanted) return false;
    const Result<Statement> stated = decode_statement(value);
    if (!stated) return true;
    for (const StatedUnit& unit : stated->units) {
      if (unit.local && !show({unit.kind, unit.id})) return false;
    }
    return true;
  });
  return view_->status();
}

Result<GraphCounts> TableReader::counts() const {
  GraphCounts out;
  const auto count = [&](NodeKind kind, const Id& id) {
    if (node_of(id) != id) return;
    if (kind == NodeKind::person) ++out.persons;
    if (kind == NodeKind::group) ++out.groups;
    if (kind == NodeKind::place) ++out.places;
  };
  view_->scan(Table::unit, {}, {}, [&](std::string_view key, std::string_view value) {
    const std::optional<UnitRow> row = decode_unit(value);
    if (row) count(row->kind, cut_id<Id>(key, 0));
    return true;
  });
  view_->scan(Table::statement, {}, {}, [&](std::string_view, std::string_view value) {
    ++out.reports;
    const Result<Statement> stated = decode_statement(value);
    if (!stated) return true;
    for (const StatedUnit& unit : stated->units) {
      if (unit.local) count(unit.kind, unit.id);
    }
    return true;
  });
  view_->scan(Table::event, {}, {}, [&](std::string_view, std::string_view) {
    ++out.events;
    return true;
  });
  return sound(out);
}

Result<std::vector<MergeReason>> TableReader::merges(const NodeKey& node) const {
  return sound(explain_merges(*view_, node));
}

}  // namespace nutgraf
