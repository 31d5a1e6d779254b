// who, what, where, when: rows gathered from the events that a filter leaves.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/filter.h"

namespace nutgraf {
namespace {

// What one row gathers.
struct Gathered {
  std::uint64_t events = 0;
  std::set<ReportKey> reports;
  std::map<std::string, std::uint64_t> actions;
  std::optional<Day> first;  // of its dated events

  void add(const EventDetails& event, const std::vector<std::uint32_t>& members) {
    ++events;
    ++actions[event.action];
    if (event.when.from && (!first || *event.when.from < *first)) first = event.when.from;
    for (const std::uint32_t member : members) reports.insert(event.members[member].report);
  }
  Counts counts() const { return {reports.size(), 0, events}; }
  std::vector<ReportKey> keys() const { return {reports.begin(), reports.end()}; }
  std::vector<std::string> by_count() const {
    std::vector<std::pair<std::string, std::uint64_t>> sorted(actions.begin(), actions.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> out;
    for (auto& [action, count] : sorted) out.push_back(std::move(action));
    return out;
  }
};

std::vector<std::uint32_t> both(const std::vector<std::uint32_t>& one,
                                const std::vector<std::uint32_t>& other) {
  std::vector<std::uint32_t> out;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(),
                        std::back_inserter(out));
  return out;
}

// Sorts rows as asked and cuts them; sources are then counted for what is left.
template <typename Row, typename Name>
void order(std::vector<std::pair<Row, Gathered>>& rows, const Filter& filter, const Name& name) {
  std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
    const auto key = [&](const auto& row) {
      return std::tuple(~row.second.events, ~static_cast<std::uint64_t>(row.second.reports.size()),
                        name(row.first));
    };
    if (filter.sort == SortBy::reports && a.second.reports.size() != b.second.reports.size()) {
      return a.second.reports.size() > b.second.reports.size();
    }
    if (filter.sort == SortBy::name && name(a.first) != name(b.first)) {
      return name(a.first) < name(b.first);
    }
    if (filter.sort == SortBy::date && a.second.first != b.second.first) {
      // What has no date comes last.
      if (!a.second.first || !b.second.first) return a.second.first.has_value();
      return *a.second.first < *b.second.first;
    }
    return key(a) < key(b);
  });
}

template <typename Row, typename Name>
Result<std::vector<Row>> finish(const GraphReader& reader, const Filter& filter,
                                std::vector<std::pair<Row, Gathered>> rows, const Name& name) {
  const auto few = [&](const auto& row) { return row.second.reports.size() < filter.min_reports; };
  rows.erase(std::remove_if(rows.begin(), rows.end(), few), rows.end());
  order(rows, filter, name);
  if (filter.limit > 0 && rows.size() > filter.limit && filter.sort != SortBy::sources) {
    rows.resize(filter.limit);
  }
  std::vector<Row> out;
  for (auto& [row, gathered] : rows) {
    const Result<std::uint64_t> sources = reader.sources_of(gathered.keys());
    if (!sources) return fail(sources.error());
    row.counts = gathered.counts();
    row.counts.sources = *sources;
    out.push_back(std::move(row));
  }
  if (filter.sort == SortBy::sources) {
    std::stable_sort(out.begin(), out.end(), [](const Row& a, const Row& b) {
      return a.counts.sources > b.counts.sources;
    });
    if (filter.limit > 0 && out.size() > filter.limit) out.resize(filter.limit);
  }
  return out;
}

bool acts(const EventDetails& event, NodeKind kind) {
  return std::any_of(event.participants.begin(), event.participants.end(),
                     [kind](const Participant& part) {
                       return part.role == Role::actor && part.node.kind == kind;
                     });
}

// For rows of another kind than actors: whether `kind` leaves the event.
bool passes_kind(const EventDetails& event, const Filter& filter, std::optional<NodeKind> rows) {
  return !filter.kind || filter.kind == rows || acts(event, *filter.kind);
}

bool is_place(Role role) { return role == Role::at || role == Role::from || role == Role::to; }

// Rows of nodes that play a role; `wanted` says which parts count.
template <typename Wanted>
Result<std::map<NodeKey, Gathered>> gather(const GraphReader& reader, const Filter& filter,
                                           std::optional<NodeKind> rows, const Wanted& wanted) {
  std::map<NodeKey, Gathered> out;
  const Result<void> done = visit_filtered(
      reader, filter,
      [&](const EventDetails& event, const std::vector<std::uint32_t>& members) -> Result<bool> {
        if (rows && !passes_kind(event, filter, rows)) return true;
        std::map<NodeKey, std::set<std::uint32_t>> parts;
        for (const Participant& part : event.participants) {
          if (!wanted(part)) continue;
          const std::vector<std::uint32_t> tellings = both(part.members, members);
          parts[part.node].insert(tellings.begin(), tellings.end());
        }
        for (const auto& [node, tellings] : parts) {
          if (!tellings.empty()) out[node].add(event, {tellings.begin(), tellings.end()});
        }
        return true;
      });
  if (!done) return fail(done.error());
  return out;
}

std::string id_of(const NamedNode& node) { return node.node; }

}  // namespace

Result<std::vector<WhoRow>> who(const GraphReader& reader, const Filter& filter) {
  const Result<std::map<NodeKey, Gathered>> found =
      gather(reader, filter, std::nullopt, [&](const Participant& part) {
        return part.role == Role::actor && (!filter.kind || *filter.kind == part.node.kind) &&
               (!filter.by || *filter.by == part.node) &&
               (!filter.with || *filter.with != part.node);
      });
  if (!found) return fail(found.error());
  std::vector<std::pair<WhoRow, Gathered>> rows;
  for (const auto& [node, gathered] : *found) {
    const Result<NamedNode> named = reader.named(node);
    if (!named) return fail(named.error());
    rows.emplace_back(WhoRow{*named, gathered.by_count(), {}}, gathered);
  }
  return finish(reader, filter, std::move(rows), [&](const WhoRow& row) {
    return filter.sort == SortBy::name ? row.node.name + row.node.node : id_of(row.node);
  });
}

Result<std::vector<WhereRow>> where(const GraphReader& reader, const Filter& filter) {
  const Result<std::map<NodeKey, Gathered>> found =
      gather(reader, filter, NodeKind::place,
             [&](const Participant& part) { return is_place(part.role); });
  if (!found) return fail(found.error());
  std::vector<std::pair<WhereRow, Gathered>> rows;
  for (const auto& [node, gathered] : *found) {
    const Result<NamedNode> named = reader.named(node);
    const Result<std::optional<NodeDetails>> details = reader.node(node);
    if (!named || !details) return fail(named ? details.error() : named.error());
    rows.emplace_back(WhereRow{*named, *details ? (*details)->place : std::nullopt, {}}, gathered);
  }
  return finish(reader, filter, std::move(rows), [&](const WhereRow& row) {
    return filter.sort == SortBy::name ? row.node.name + row.node.node : id_of(row.node);
  });
}

Result<std::vector<WhenRow>> when(const GraphReader& reader, const Filter& filter) {
  const auto before = [](const DayRange& a, const DayRange& b) {
    return std::tie(a.from, a.until) < std::tie(b.from, b.until);
  };
  std::map<DayRange, Gathered, decltype(before)> found(before);
  const Result<void> done = visit_filtered(
      reader, filter,
      [&](const EventDetails& event, const std::vector<std::uint32_t>& members) -> Result<bool> {
        if (passes_kind(event, filter, std::nullopt)) found[event.when].add(event, members);
        return true;
      });
  if (!done) return fail(done.error());
  std::vector<std::pair<WhenRow, Gathered>> rows;
  for (const auto& [range, gathered] : found) {
    rows.emplace_back(WhenRow{range, gathered.by_count(), {}}, gathered);
  }
  return finish(reader, filter, std::move(rows),
                [](const WhenRow& row) { return std::pair(row.when.from, row.when.until); });
}

Result<std::vector<WhatRow>> what(const GraphReader& reader, const Filter& filter) {
  struct Found {
    EventDetails event;
    std::vector<ReportKey> reports;
    std::string node;
    std::uint64_t sources = 0;
  };
  std::vector<Found> found;
  const Result<void> done = visit_filtered(
      reader, filter,
      [&](const EventDetails& event, const std::vector<std::uint32_t>& members) -> Result<bool> {
        if (!passes_kind(event, filter, NodeKind::event)) return true;
        std::set<ReportKey> reports;
        for (const std::uint32_t member : members) reports.insert(event.members[member].report);
        if (reports.size() < filter.min_reports) return true;
        found.push_back({event, {reports.begin(), reports.end()}, print_key(event.node), 0});
        return true;
      });
  if (!done) return fail(done.error());
  if (filter.sort == SortBy::sources) {
    for (Found& row : found) {
      const Result<std::uint64_t> sources = reader.sources_of(row.reports);
      if (!sources) return fail(sources.error());
      row.sources = *sources;
    }
  }
  std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
    if (filter.sort == SortBy::date && a.event.when != b.event.when) {
      return std::tie(a.event.when.from, a.event.when.until) <
             std::tie(b.event.when.from, b.event.when.until);
    }
    if (filter.sort == SortBy::score && a.event.score != b.event.score) {
      return a.event.score > b.event.score;
    }
    if (filter.sort == SortBy::name && a.event.action != b.event.action) {
      return a.event.action < b.event.action;
    }
    if (a.sources != b.sources) return a.sources > b.sources;
    if (a.reports.size() != b.reports.size()) return a.reports.size() > b.reports.size();
    return a.node < b.node;
  });
  if (filter.limit > 0 && found.size() > filter.limit) found.resize(filter.limit);
  std::vector<WhatRow> out;
  for (Found& row : found) {
    WhatRow shown;
    for (const Participant& part : row.event.participants) {
      const Result<NamedNode> named = reader.named(part.node);
      if (!named) return fail(named.error());
      if (part.role == Role::actor) shown.actors.push_back(*named);
      if (part.role == Role::target) shown.targets.push_back(*named);
      if (is_place(part.role)) shown.places.push_back(*named);
    }
    const Result<NamedNode> named = reader.named(row.event.node);
    const Result<std::uint64_t> sources = reader.sources_of(row.reports);
    if (!named || !sources) return fail(named ? sources.error() : named.error());
    shown.node = *named;
    shown.reports = row.reports.size();
    shown.sources = *sources;
    shown.event = std::move(row.event);
    out.push_back(std::move(shown));
  }
  return out;
}

}  // namespace nutgraf
