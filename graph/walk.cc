#include "graph/walk.h"

#include <algorithm>
#include <boost/concept/assert.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <map>
#include <tuple>

#include "graph/event_graph.h"

namespace nutgraf {
namespace {

// EventGraph as Boost.Graph takes graphs: a light handle, by value.
struct Walkable {
  EventGraph* graph;
};

}  // namespace
}  // namespace nutgraf

namespace boost {

template <>
struct graph_traits<nutgraf::Walkable> {
  using vertex_descriptor = nutgraf::EventGraph::Vertex;
  using edge_descriptor = std::pair<vertex_descriptor, vertex_descriptor>;
  using directed_category = directed_tag;
  using edge_parallel_category = disallow_parallel_edge_tag;
  struct traversal_category : incidence_graph_tag, adjacency_graph_tag {};
  using degree_size_type = std::size_t;
  using adjacency_iterator = const vertex_descriptor*;

  class out_edge_iterator : public iterator_facade<out_edge_iterator, edge_descriptor,
                                                   forward_traversal_tag, edge_descriptor> {
   public:
    out_edge_iterator() = default;
    out_edge_iterator(vertex_descriptor from, const vertex_descriptor* at) : from_(from), at_(at) {}

   private:
    friend class iterator_core_access;
    edge_descriptor dereference() const { return {from_, *at_}; }
    bool equal(const out_edge_iterator& other) const { return at_ == other.at_; }
    void increment() { ++at_; }

    vertex_descriptor from_ = 0;
    const vertex_descriptor* at_ = nullptr;
  };

  static vertex_descriptor null_vertex() { return ~vertex_descriptor{0}; }
};

}  // namespace boost

namespace nutgraf {
namespace {

using Traits = boost::graph_traits<Walkable>;
using Vertex = Traits::vertex_descriptor;

[[maybe_unused]] std::pair<Traits::out_edge_iterator, Traits::out_edge_iterator> out_edges(
    Vertex vertex, const Walkable& walkable) {
  const std::vector<Vertex>& ends = walkable.graph->neighbours(vertex);
  return {{vertex, ends.data()}, {vertex, ends.data() + ends.size()}};
}
[[maybe_unused]] std::pair<Traits::adjacency_iterator, Traits::adjacency_iterator>
adjacent_vertices(Vertex vertex, const Walkable& walkable) {
  const std::vector<Vertex>& ends = walkable.graph->neighbours(vertex);
  return {ends.data(), ends.data() + ends.size()};
}
[[maybe_unused]] std::size_t out_degree(Vertex vertex, const Walkable& walkable) {
  return walkable.graph->neighbours(vertex).size();
}
[[maybe_unused]] Vertex source(const Traits::edge_descriptor& edge, const Walkable&) {
  return edge.first;
}
[[maybe_unused]] Vertex target(const Traits::edge_descriptor& edge, const Walkable&) {
  return edge.second;
}
BOOST_CONCEPT_ASSERT((boost::concepts::IncidenceGraph<Walkable>));
BOOST_CONCEPT_ASSERT((boost::concepts::AdjacencyGraph<Walkable>));

// Thrown to leave a search of Boost's, caught where it was begun.
struct FarEnough {};

// Notes how far each vertex is; ends beyond the hops.
class Reached : public boost::default_bfs_visitor {
 public:
  Reached(std::map<Vertex, std::uint32_t>& hops, std::uint32_t most, const WalkProgress& progress)
      : hops_(&hops), most_(most), progress_(&progress) {}

  void examine_vertex(Vertex vertex, const Walkable& walkable) const {
    if (hops_->at(vertex) >= most_) throw FarEnough();
    if (*progress_) (*progress_)(walkable.graph->events(), 0);
  }
  void tree_edge(const Traits::edge_descriptor& edge, const Walkable&) const {
    (*hops_)[edge.second] = hops_->at(edge.first) + 1;
  }

 private:
  std::map<Vertex, std::uint32_t>* hops_;
  std::uint32_t most_;
  const WalkProgress* progress_;
};

void search(const Walkable& walkable, Vertex start, const Reached& reached) {
  std::map<Vertex, boost::default_color_type> colors;
  boost::queue<Vertex> queue;
  try {
    boost::breadth_first_visit(walkable, start, queue, reached,
                               boost::associative_property_map(colors));
  } catch (const FarEnough&) {
    return;
  }
}

}  // namespace

Result<std::vector<NearRow>> near(const GraphReader& reader, const NodeKey& start,
                                  std::uint32_t hops, const Filter& filter,
                                  const WalkProgress& progress) {
  EventGraph graph(reader, filter);
  std::map<Vertex, std::uint32_t> reached;
  const Vertex first = graph.vertex(start);
  reached[first] = 0;
  search({&graph}, first, Reached(reached, hops, progress));
  if (graph.failure()) return fail(*graph.failure());
  // No order depends on sources: where not all rows are shown, they are counted for those that are.
  const bool all = filter.limit == 0;
  std::vector<NearRow> out;
  for (const auto& [vertex, distance] : reached) {
    const NodeKind kind = graph.node(vertex).kind;
    if (vertex == first || kind != filter.kind.value_or(kind)) continue;
    const Result<NamedNode> named = reader.named(graph.node(vertex));
    const Result<Counts> counts = reader.counts_of(graph.node(vertex), all);
    if (!named || !counts) return fail(named ? counts.error() : named.error());
    out.push_back({*named, distance, *counts});
  }
  std::sort(out.begin(), out.end(), [](const NearRow& a, const NearRow& b) {
    return std::tuple(a.hops, ~a.counts.events, ~a.counts.reports, a.node.node) <
           std::tuple(b.hops, ~b.counts.events, ~b.counts.reports, b.node.node);
  });
  if (filter.limit > 0 && out.size() > filter.limit) out.resize(filter.limit);
  for (NearRow& row : out) {
    if (all) break;
    const Result<Counts> counts = reader.counts_of(row.node.key, true);
    if (!counts) return fail(counts.error());
    row.counts = *counts;
  }
  return out;
}

}  // namespace nutgraf
