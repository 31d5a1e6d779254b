// A graph at one moment, as arrays: what rankings and groupings of the whole graph are made on.
//
// A network of events has persons, groups and places for vertices, and the events between them; one
// of co-actors has no events, and an edge's weight is the number of events that two share. Edges
// run both ways. Vertices are numbered by node, so that the same belief gives the same network.
#ifndef NUTGRAF_GRAPH_NETWORK_H_
#define NUTGRAF_GRAPH_NETWORK_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "extract/result.h"
#include "graph/co_actors.h"
#include "graph/filter.h"
#include "graph/reader.h"

namespace nutgraf {

struct Network {
  using Vertex = std::uint32_t;

  std::vector<NodeKey> nodes;          // sorted; events last
  std::vector<std::uint64_t> first;    // the ends of v: from first[v] up to first[v + 1]
  std::vector<Vertex> ends;            // of each vertex sorted, each once
  std::vector<std::uint32_t> weights;  // of each end; empty: all are 1

  std::size_t size() const { return nodes.size(); }
  const Vertex* begin(Vertex vertex) const { return ends.data() + first[vertex]; }
  const Vertex* end(Vertex vertex) const { return ends.data() + first[vertex + 1]; }
  std::size_t degree(Vertex vertex) const { return first[vertex + 1] - first[vertex]; }
  std::uint32_t weight(std::uint64_t end) const { return weights.empty() ? 1 : weights[end]; }
  bool is_event(Vertex vertex) const { return nodes[vertex].kind == NodeKind::event; }
  std::optional<Vertex> find(const NodeKey& node) const;
};

// Of the events that the filter leaves and that Filter::min_reports of its reports tell, and of all
// that takes part in them. `progress` counts events.
Result<Network> event_network(const GraphReader& reader, const Filter& filter,
                              const WalkProgress& progress = {});
Network network_of(const CoActors& graph);

// How many reports tell the event, of the tellings that a filter left.
std::size_t reports_of(const EventDetails& event, const std::vector<std::uint32_t>& members);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_NETWORK_H_
