#include "graph/export/part.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "graph/event_graph.h"

namespace nutgraf {
namespace {

bool leaves_nothing_out(const Filter& filter) {
  const bool standing = filter.standing == Standing::asserted || filter.standing == Standing::any;
  return standing && !filter.at && !filter.by && !filter.to && !filter.with && !filter.when &&
         !filter.kind && !filter.published && filter.did.empty() && filter.type.empty() &&
         filter.mode.empty() && filter.types.empty() && filter.source.empty() &&
         filter.report.empty() && filter.min_reports == 0 && filter.limit == 0;
}

std::vector<ReportKey> reports_of(const EventDetails& event,
                                  const std::vector<std::uint32_t>& members) {
  std::set<ReportKey> out;
  for (const std::uint32_t member : members) out.insert(event.members[member].report);
  return {out.begin(), out.end()};
}

// What an event is ordered by: the smaller key first.
struct Ranked {
  std::tuple<std::int64_t, std::int64_t, std::string, std::int64_t> key;
  NodeKey node;
};

Result<Ranked> ranked(const GraphReader& reader, SortBy sort, const EventDetails& event,
                      const std::vector<std::uint32_t>& members) {
  Ranked out;
  out.node = event.node;
  const std::vector<ReportKey> reports = reports_of(event, members);
  auto& [first, second, words, tellers] = out.key;
  tellers = -static_cast<std::int64_t>(reports.size());
  if (sort == SortBy::date) {
    // An open end is before all days, as in `what`.
    first = event.when.from ? event.when.from->number : INT64_MIN;
    second = event.when.until ? event.when.until->number : INT64_MIN;
  } else if (sort == SortBy::score) {
    first = -static_cast<std::int64_t>(event.score);
  } else if (sort == SortBy::name) {
    words = event.action;
  } else if (sort == SortBy::sources) {
    const Result<std::uint64_t> sources = reader.sources_of(reports);
    if (!sources) return fail(sources.error());
    first = -static_cast<std::int64_t>(*sources);
  }
  return out;
}

}  // namespace

void NodeSet::add(const NodeKey& node) {
  nodes_.push_back(node);
  if (nodes_.size() > 4096 && nodes_.size() > 2 * sorted_) seal();
}

void NodeSet::seal() {
  std::sort(nodes_.begin(), nodes_.end());
  nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
  sorted_ = nodes_.size();
}

bool NodeSet::has(const NodeKey& node) const {
  return std::binary_search(nodes_.begin(), nodes_.end(), node);
}

Result<GraphPart> GraphPart::choose(const GraphReader& reader, PartRequest request) {
  GraphPart out(reader, std::move(request));
  const Filter& filter = out.request_.filter;
  out.whole_ = !out.request_.around && leaves_nothing_out(filter);
  if (out.request_.around) {
    if (auto done = out.reach(); !done) return fail(done.error());
  }
  if (filter.limit > 0 || filter.sort != SortBy::events) {
    if (auto done = out.order(); !done) return fail(done.error());
  }
  return out;
}

// In breadth, over events that the filter leaves.
Result<void> GraphPart::reach() {
  EventGraph graph(*reader_, request_.filter);
  std::vector<EventGraph::Vertex> edge{graph.vertex(*request_.around)};
  std::vector<bool> met(graph.size(), true);
  reached_.add(*request_.around);
  for (std::uint32_t hop = 0; hop < request_.hops && !edge.empty(); ++hop) {
    std::vector<EventGraph::Vertex> next;
    for (const EventGraph::Vertex vertex : edge) {
      const std::vector<EventGraph::Vertex> found = graph.neighbours(vertex);
      met.resize(graph.size());
      for (const EventGraph::Vertex other : found) {
        if (met[other]) continue;
        met[other] = true;
        reached_.add(graph.node(other));
        next.push_back(other);
      }
    }
    edge = std::move(next);
  }
  reached_.seal();
  if (graph.failure()) return fail(*graph.failure());
  return {};
}

bool GraphPart::passes(const EventDetails& event, const std::vector<std::uint32_t>& members) const {
  if (request_.around && !reached_.has(event.node)) return false;
  const Filter& filter = request_.filter;
  if (filter.min_reports > 0 && reports_of(event, members).size() < filter.min_reports) {
    return false;
  }
  if (!filter.kind || *filter.kind == NodeKind::event) return true;
  return std::any_of(event.participants.begin(), event.participants.end(),
                     [&](const Participant& part) {
                       return part.node.kind == *filter.kind && !told(part, members).empty();
                     });
}

Result<void> GraphPart::order() {
  const Filter& filter = request_.filter;
  std::vector<Ranked> found;
  const Result<void> done = visit_filtered(
      *reader_, filter,
      [&](const EventDetails& event, const std::vector<std::uint32_t>& members) -> Result<bool> {
        if (!passes(event, members)) return true;
        Result<Ranked> row = ranked(*reader_, filter.sort, event, members);
        if (!row) return fail(row.error());
        found.push_back(std::move(*row));
        return true;
      });
  if (!done) return done;
  std::sort(found.begin(), found.end(), [](const Ranked& a, const Ranked& b) {
    return std::tie(a.key, a.node) < std::tie(b.key, b.node);
  });
  if (filter.limit > 0 && found.size() > filter.limit) found.resize(filter.limit);
  ordered_.emplace();
  for (const Ranked& row : found) ordered_->push_back(row.node);
  return {};
}

bool GraphPart::takes(const NodeKey& node) const {
  if (request_.around && !reached_.has(node)) return false;
  return node.kind == NodeKind::event || !request_.filter.kind ||
         *request_.filter.kind == node.kind;
}

std::vector<std::uint32_t> GraphPart::told(const Participant& part,
                                           const std::vector<std::uint32_t>& members) {
  std::vector<std::uint32_t> out;
  std::set_intersection(part.members.begin(), part.members.end(), members.begin(), members.end(),
                        std::back_inserter(out));
  return out;
}

Result<void> GraphPart::events(const FilteredVisitor& visit) const {
  if (!ordered_) {
    return visit_filtered(
        *reader_, request_.filter,
        [&](const EventDetails& event, const std::vector<std::uint32_t>& members) -> Result<bool> {
          return passes(event, members) ? visit(event, members) : true;
        });
  }
  for (const NodeKey& node : *ordered_) {
    const Result<std::optional<EventDetails>> event = reader_->event(node);
    if (!event) return fail(event.error());
    if (!*event) continue;
    const auto members = members_left(*reader_, **event, request_.filter);
    if (!members) return fail(members.error());
    const Result<bool> more = visit(**event, *members);
    if (!more) return fail(more.error());
    if (!*more) break;
  }
  return {};
}

}  // namespace nutgraf
