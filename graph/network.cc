#include "graph/network.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace nutgraf {
namespace {

using Vertex = Network::Vertex;

// Both directions of an edge, as (from, to).
struct Arc {
  Vertex from = 0;
  Vertex to = 0;
  std::uint32_t weight = 1;
};

// Counts, then fills: the order of the arcs does not matter but for their ends.
void link(Network& network, const std::vector<Arc>& arcs) {
  network.first.assign(network.size() + 1, 0);
  for (const Arc& arc : arcs) ++network.first[arc.from + 1];
  for (std::size_t v = 0; v < network.size(); ++v) network.first[v + 1] += network.first[v];
  std::vector<std::uint64_t> at(network.first.begin(), network.first.end() - 1);
  network.ends.resize(arcs.size());
  if (!network.weights.empty()) network.weights.resize(arcs.size());
  for (const Arc& arc : arcs) {
    const std::uint64_t place = at[arc.from]++;
    network.ends[place] = arc.to;
    if (!network.weights.empty()) network.weights[place] = arc.weight;
  }
}

// The node of each vertex in the order in which they were met, turned into the order of nodes;
// gives each vertex's new number.
std::vector<Vertex> sort_nodes(std::vector<NodeKey>& nodes) {
  std::vector<std::pair<NodeKey, Vertex>> order;
  order.reserve(nodes.size());
  for (Vertex v = 0; v < nodes.size(); ++v) order.emplace_back(nodes[v], v);
  std::sort(order.begin(), order.end());
  std::vector<Vertex> place(nodes.size());
  for (Vertex v = 0; v < order.size(); ++v) {
    place[order[v].second] = v;
    nodes[v] = order[v].first;
  }
  return place;
}

}  // namespace

std::optional<Vertex> Network::find(const NodeKey& node) const {
  const auto found = std::lower_bound(nodes.begin(), nodes.end(), node);
  if (found == nodes.end() || *found != node) return std::nullopt;
  return static_cast<Vertex>(found - nodes.begin());
}

std::size_t reports_of(const EventDetails& event, const std::vector<std::uint32_t>& members) {
  if (members.size() < 2) return members.size();
  std::set<ReportKey> reports;
  for (const std::uint32_t member : members) reports.insert(event.members[member].report);
  return reports.size();
}

Result<Network> event_network(const GraphReader& reader, const Filter& filter,
                              const WalkProgress& progress) {
  Network out;
  std::unordered_map<NodeKey, Vertex> numbers;
  std::vector<std::pair<Vertex, Vertex>> edges;  // event, part
  const auto number = [&](const NodeKey& node) {
    const auto [found, fresh] = numbers.try_emplace(node, static_cast<Vertex>(out.size()));
    if (fresh) out.nodes.push_back(node);
    return found->second;
  };
  std::uint64_t events = 0;
  const Result<void> done = visit_filtered(
      reader, filter, [&](const EventDetails& event, const std::vector<std::uint32_t>& members) {
        if (progress && (++events & 0xFFFU) == 0) progress(events, 0);
        if (reports_of(event, members) < filter.min_reports) return Result<bool>(true);
        const Vertex middle = number(event.node);
        for (const Participant& part : event.participants) {
          edges.emplace_back(middle, number(part.node));
        }
        return Result<bool>(true);
      });
  if (!done) return fail(done.error());
  numbers = {};
  const std::vector<Vertex> place = sort_nodes(out.nodes);
  for (auto& [event, part] : edges) {
    event = place[event];
    part = place[part];
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  std::vector<Arc> arcs;
  arcs.reserve(2 * edges.size());
  for (const auto& [event, part] : edges) arcs.push_back({part, event});
  for (const auto& [event, part] : edges) arcs.push_back({event, part});
  link(out, arcs);
  return out;
}

Network network_of(const CoActors& graph) {
  Network out;
  for (const CoActor& actor : graph.nodes) out.nodes.push_back(actor.node);
  out.weights.assign(1, 1);
  std::vector<Arc> arcs;
  arcs.reserve(2 * graph.links.size());
  // By one, other: of each vertex first those below it, then those above, both in order.
  for (const CoActorLink& pair : graph.links) arcs.push_back({pair.other, pair.one, pair.events});
  for (const CoActorLink& pair : graph.links) arcs.push_back({pair.one, pair.other, pair.events});
  link(out, arcs);
  return out;
}

}  // namespace nutgraf
