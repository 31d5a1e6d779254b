// Rankings, and groups of actors.
#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "graph/centrality.h"
#include "graph/walk.h"

namespace nutgraf {
namespace {

// What one row of `top` gathers, under its nodes or its action.
struct Ranking {
  std::uint64_t events = 0;
  std::vector<ReportKey> reports;  // each once when all are gathered
  std::uint64_t rank = 0;
};

using Rankings = std::map<std::pair<std::vector<NodeKey>, std::string>, Ranking>;

std::vector<NodeKey> ranked_nodes(const EventDetails& event, Ranked ranked,
                                  std::optional<NodeKind> kind) {
  if (ranked == Ranked::pairs) return co_actors_of(event, kind);
  std::vector<NodeKey> out;
  for (const Participant& part : event.participants) {
    const bool place = part.role == Role::at || part.role == Role::from || part.role == Role::to;
    const bool wanted = ranked == Ranked::places ? place : part.role == Role::actor;
    if (wanted && (!kind || *kind == part.node.kind)) out.push_back(part.node);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Result<Rankings> rankings(const GraphReader& reader, Ranked ranked, const Filter& filter) {
  Rankings out;
  const Result<void> done = visit_filtered(
      reader, filter,
      [&](const EventDetails& event, const std::vector<std::uint32_t>& members) -> Result<bool> {
        const auto count = [&](std::vector<NodeKey> nodes, const std::string& action) {
          Ranking& row = out[{std::move(nodes), action}];
          ++row.events;
          for (const std::uint32_t member : members)
            row.reports.push_back(event.members[member].report);
        };
        const std::vector<NodeKey> nodes = ranked_nodes(event, ranked, filter.kind);
        if (ranked == Ranked::actions) {
          count({}, event.action);
        } else if (ranked == Ranked::pairs) {
          for (std::size_t i = 0; i < nodes.size(); ++i) {
            for (std::size_t k = i + 1; k < nodes.size(); ++k) count({nodes[i], nodes[k]}, {});
          }
        } else {
          for (const NodeKey& node : nodes) count({node}, {});
        }
        return true;
      });
  if (!done) return fail(done.error());
  for (auto& [key, row] : out) {
    std::sort(row.reports.begin(), row.reports.end());
    row.reports.erase(std::unique(row.reports.begin(), row.reports.end()), row.reports.end());
  }
  return out;
}

// Degree, PageRank or betweenness of every row's nodes, in the network of the filter's events.
Result<void> rank(const GraphReader& reader, RankBy by, const Filter& filter,
                  const WalkProgress& progress, Rankings& rows) {
  Filter own = filter;
  own.min_reports = 0;
  const Result<Network> network = event_network(reader, own, progress);
  if (!network) return fail(network.error());
  const std::vector<std::uint64_t> ranks =
      by == RankBy::degree     ? degrees(*network)
      : by == RankBy::pagerank ? page_ranks(*network, progress)
                               : betweenness(*network, betweenness_pivots, progress);
  for (auto& [key, row] : rows) {
    for (const NodeKey& node : key.first) {
      if (const auto vertex = network->find(node)) row.rank += ranks[*vertex];
    }
  }
  return {};
}

Result<TopRow> shown(const GraphReader& reader, const Rankings::const_iterator& row) {
  TopRow out;
  for (const NodeKey& node : row->first.first) {
    const Result<NamedNode> named = reader.named(node);
    if (!named) return fail(named.error());
    out.nodes.push_back(*named);
  }
  const std::vector<ReportKey>& reports = row->second.reports;
  const Result<std::uint64_t> sources = reader.sources_of(reports);
  if (!sources) return fail(sources.error());
  out.action = row->first.second;
  out.counts = {reports.size(), *sources, row->second.events};
  out.rank = row->second.rank;
  return out;
}

}  // namespace

Result<std::vector<TopRow>> top(const GraphReader& reader, Ranked ranked, RankBy by,
                                const Filter& filter, const WalkProgress& progress) {
  Result<Rankings> found = rankings(reader, ranked, filter);
  if (!found) return fail(found.error());
  if (by != RankBy::events && by != RankBy::reports) {
    const Result<void> done = rank(reader, by, filter, progress, *found);
    if (!done) return fail(done.error());
  }
  using Key = std::tuple<std::uint64_t, std::uint64_t, std::uint64_t>;
  std::vector<std::pair<Key, Rankings::const_iterator>> order;
  for (auto row = found->cbegin(); row != found->cend(); ++row) {
    const std::uint64_t reports = row->second.reports.size();
    if (reports < filter.min_reports) continue;
    const std::uint64_t first = by == RankBy::reports  ? reports
                                : by == RankBy::events ? row->second.events
                                                       : row->second.rank;
    order.push_back({{~first, ~row->second.events, ~reports}, row});
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  if (filter.limit > 0 && order.size() > filter.limit) order.resize(filter.limit);
  std::vector<TopRow> out;
  for (const auto& [key, row] : order) {
    Result<TopRow> next = shown(reader, row);
    if (!next) return fail(next.error());
    out.push_back(std::move(*next));
  }
  return out;
}

Result<std::vector<std::vector<GroupMember>>> actor_groups(const GraphReader& reader, GroupBy by,
                                                           const Filter& filter,
                                                           const WalkProgress& progress) {
  const Result<CoActors> graph = co_actors(reader, filter, progress);
  if (!graph) return fail(graph.error());
  const Network network = network_of(*graph);
  const Grouping grouping =
      by == GroupBy::components ? components(network) : communities(network, progress);
  std::vector<std::vector<GroupMember>> out(grouping.sizes.size());
  for (std::size_t v = 0; v < network.size(); ++v) {
    out[grouping.group[v]].push_back({graph->nodes[v].node, graph->nodes[v].events});
  }
  for (std::vector<GroupMember>& members : out) {
    std::sort(members.begin(), members.end(), [](const GroupMember& a, const GroupMember& b) {
      return std::tie(b.events, a.node) < std::tie(a.events, b.node);
    });
  }
  return out;
}

}  // namespace nutgraf
