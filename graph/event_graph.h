// The graph of a reader as vertices and edges: nodes and the events between them.
//
// Vertices get numbers as they are met; a vertex's neighbours are asked of the reader when they are
// first wanted, so a walk touches no more of the store than it reaches. graph/walk.cc makes it a
// model of Boost.Graph's IncidenceGraph.
#ifndef NUTGRAF_GRAPH_EVENT_GRAPH_H_
#define NUTGRAF_GRAPH_EVENT_GRAPH_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "extract/result.h"
#include "graph/filter.h"
#include "graph/reader.h"

namespace nutgraf {

class EventGraph {
 public:
  using Vertex = std::uint32_t;

  // Both outlive it.
  EventGraph(const GraphReader& reader, const Filter& filter) : reader_(reader), filter_(filter) {}

  Vertex vertex(const NodeKey& node);
  const NodeKey& node(Vertex vertex) const { return nodes_[vertex]; }
  std::size_t size() const { return nodes_.size(); }
  // Sorted by node. After a failure there are none any more; failure() tells.
  const std::vector<Vertex>& neighbours(Vertex vertex);
  // Events that were asked for: for progress.
  std::uint64_t events() const { return events_; }
  const std::optional<Error>& failure() const { return failure_; }

 private:
  std::vector<Vertex> around_event(const EventDetails& event);
  std::vector<Vertex> events_of(const NodeKey& node);  // and its groups and members
  void add_tied(const NodeKey& node, std::vector<NodeKey>& out);

  const GraphReader& reader_;
  const Filter& filter_;
  std::vector<NodeKey> nodes_;
  std::vector<std::unique_ptr<std::vector<Vertex>>> neighbours_;
  std::unordered_map<NodeKey, Vertex> numbers_;
  std::uint64_t events_ = 0;
  std::optional<Error> failure_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_EVENT_GRAPH_H_
