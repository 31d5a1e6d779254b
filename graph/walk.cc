#include "graph/walk.h"

#include <algorithm>
#include <boost/concept/assert.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <map>
#include <set>
#include <tuple>

#include "graph/event_graph.h"

namespace nutgraf {
namespace {

// EventGraph as Boost.Graph takes graphs: a light handle, by value.
struct Walkable {
  EventGraph* graph;
};

// Millionths: what PageRank counts with, so that it comes out the same everywhere.
class Fixed {
 public:
  Fixed() = default;
  explicit Fixed(std::int64_t whole) : millionths_(whole * scale) {}
  static Fixed of_millionths(std::int64_t millionths) {
    Fixed out;
    out.millionths_ = millionths;
    return out;
  }
  std::int64_t millionths() const { return millionths_; }

  friend Fixed operator+(Fixed a, Fixed b) { return of_millionths(a.millionths_ + b.millionths_); }
  friend Fixed operator-(int a, Fixed b) { return of_millionths(a * scale - b.millionths_); }
  friend Fixed operator*(Fixed a, Fixed b) {
    return of_millionths(a.millionths_ * b.millionths_ / scale);
  }
  friend Fixed operator/(Fixed a, std::size_t b) {
    return of_millionths(a.millionths_ / static_cast<std::int64_t>(b));
  }

 private:
  static constexpr std::int64_t scale = 1000000;
  std::int64_t millionths_ = 0;
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
  struct traversal_category : incidence_graph_tag, adjacency_graph_tag, vertex_list_graph_tag {};
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  using vertex_iterator = counting_iterator<vertex_descriptor>;
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
// The vertices that were met; all of them after EventGraph::load.
[[maybe_unused]] std::pair<Traits::vertex_iterator, Traits::vertex_iterator> vertices(
    const Walkable& walkable) {
  return {Traits::vertex_iterator(0),
          Traits::vertex_iterator(static_cast<Vertex>(walkable.graph->size()))};
}
[[maybe_unused]] std::size_t num_vertices(const Walkable& walkable) {
  return walkable.graph->size();
}

BOOST_CONCEPT_ASSERT((boost::concepts::IncidenceGraph<Walkable>));
BOOST_CONCEPT_ASSERT((boost::concepts::AdjacencyGraph<Walkable>));
BOOST_CONCEPT_ASSERT((boost::concepts::VertexListGraph<Walkable>));

// Thrown to leave a search of Boost's, caught where it was begun.
struct Found {};

// Notes how far each vertex is and where it was reached from; ends at a goal or beyond the hops.
class Reached : public boost::default_bfs_visitor {
 public:
  Reached(std::map<Vertex, std::uint32_t>& hops, std::map<Vertex, Vertex>& from,
          std::optional<Vertex> goal, std::uint32_t most)
      : hops_(hops), from_(from), goal_(goal), most_(most) {}

  void examine_vertex(Vertex vertex, const Walkable&) const {
    if (hops_[vertex] >= most_) throw Found();
  }
  void tree_edge(const Traits::edge_descriptor& edge, const Walkable&) const {
    hops_[edge.second] = hops_[edge.first] + 1;
    from_[edge.second] = edge.first;
    if (goal_ && edge.second == *goal_) throw Found();
  }

 private:
  std::map<Vertex, std::uint32_t>& hops_;
  std::map<Vertex, Vertex>& from_;
  std::optional<Vertex> goal_;
  std::uint32_t most_;
};

void search(const Walkable& walkable, Vertex start, const Reached& reached) {
  std::map<Vertex, boost::default_color_type> colors;
  boost::queue<Vertex> queue;
  try {
    boost::breadth_first_visit(walkable, start, queue, reached,
                               boost::associative_property_map(colors));
  } catch (const Found&) {
    return;
  }
}

Result<Counts> counts_of(const GraphReader& reader, const NodeKey& node) {
  if (node.kind == NodeKind::event) {
    const Result<std::optional<EventDetails>> event = reader.event(node);
    if (!event) return fail(event.error());
    Counts out{0, 0, 1};
    if (!*event) return out;
    std::set<ReportKey> tellers;
    for (const EventMember& member : (*event)->members) tellers.insert(member.report);
    const Result<std::uint64_t> sources = reader.sources_of({tellers.begin(), tellers.end()});
    if (!sources) return fail(sources.error());
    out.reports = (*event)->reports;
    out.sources = *sources;
    return out;
  }
  const Result<std::optional<NodeDetails>> details = reader.node(node);
  if (!details) return fail(details.error());
  return *details ? (*details)->counts : Counts{};
}

}  // namespace

Result<std::vector<NearRow>> near(const GraphReader& reader, const NodeKey& start,
                                  std::uint32_t hops, const Filter& filter) {
  EventGraph graph(reader, filter);
  std::map<Vertex, std::uint32_t> reached;
  std::map<Vertex, Vertex> from;
  const Vertex first = graph.vertex(start);
  reached[first] = 0;
  search({&graph}, first, Reached(reached, from, std::nullopt, hops));
  if (graph.failure()) return fail(*graph.failure());
  std::vector<NearRow> out;
  for (const auto& [vertex, distance] : reached) {
    if (vertex == first) continue;
    const Result<NamedNode> named = reader.named(graph.node(vertex));
    const Result<Counts> counts = counts_of(reader, graph.node(vertex));
    if (!named || !counts) return fail(named ? counts.error() : named.error());
    out.push_back({*named, distance, *counts});
  }
  std::sort(out.begin(), out.end(), [](const NearRow& a, const NearRow& b) {
    return std::tuple(a.hops, ~a.counts.events, ~a.counts.reports, a.node.node) <
           std::tuple(b.hops, ~b.counts.events, ~b.counts.reports, b.node.node);
  });
  return out;
}

Result<std::vector<PathStep>> path(const GraphReader& reader, const NodeKey& from,
                                   const NodeKey& to, const Filter& filter) {
  EventGraph graph(reader, filter);
  std::map<Vertex, std::uint32_t> hops;
  std::map<Vertex, Vertex> reached_from;
  const Vertex first = graph.vertex(from);
  const Vertex last = graph.vertex(to);
  hops[first] = 0;
  if (first != last) {
    search({&graph}, first, Reached(hops, reached_from, last, ~std::uint32_t{0}));
  }
  if (graph.failure()) return fail(*graph.failure());
  std::vector<PathStep> out;
  if (first != last && reached_from.count(last) == 0) return out;
  std::vector<Vertex> steps{last};
  while (steps.back() != first) steps.push_back(reached_from.at(steps.back()));
  std::reverse(steps.begin(), steps.end());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Result<NamedNode> named = reader.named(graph.node(steps[i]));
    if (!named) return fail(named.error());
    out.push_back({*named, {}});
    if (i + 1 == steps.size()) break;
    const NodeKey one = graph.node(steps[i]);
    const NodeKey other = graph.node(steps[i + 1]);
    const NodeKey& event = one.kind == NodeKind::event ? one : other;
    const NodeKey& end = one.kind == NodeKind::event ? other : one;
    const Result<std::vector<Edge>> edges =
        event.kind == NodeKind::event ? reader.edges(event, true) : reader.ties(event, true);
    if (!edges) return fail(edges.error());
    for (const Edge& edge : *edges) {
      if (edge.to != end && edge.from != end) continue;
      out.back().edge = edge;
      break;
    }
  }
  return out;
}

namespace {

constexpr int page_rank_rounds = 20;
constexpr std::int64_t damping_millionths = 850000;

std::map<NodeKey, std::uint64_t> page_ranks(EventGraph& graph) {
  std::vector<Fixed> ranks(graph.size());
  std::vector<Fixed> next(graph.size());
  const boost::identity_property_map index;
  boost::graph::page_rank(Walkable{&graph}, boost::make_iterator_property_map(ranks.begin(), index),
                          boost::graph::n_iterations(page_rank_rounds),
                          Fixed::of_millionths(damping_millionths), graph.size(),
                          boost::make_iterator_property_map(next.begin(), index));
  std::map<NodeKey, std::uint64_t> out;
  for (Vertex vertex = 0; vertex < graph.size(); ++vertex) {
    out[graph.node(vertex)] = static_cast<std::uint64_t>(ranks[vertex].millionths());
  }
  return out;
}

std::map<NodeKey, std::uint64_t> degrees(EventGraph& graph) {
  std::map<NodeKey, std::uint64_t> out;
  for (Vertex vertex = 0; vertex < graph.size(); ++vertex) {
    std::set<Vertex> met;  // other nodes, over all events
    for (const Vertex event : graph.neighbours(vertex)) {
      met.insert(graph.neighbours(event).begin(), graph.neighbours(event).end());
    }
    met.erase(vertex);
    out[graph.node(vertex)] = met.size();
  }
  return out;
}

// What one row of `top` gathers, under its nodes or its action.
struct Ranking {
  std::uint64_t events = 0;
  std::set<ReportKey> reports;
};

using Rankings = std::map<std::pair<std::vector<NodeKey>, std::string>, Ranking>;

std::vector<NodeKey> ranked_nodes(const EventDetails& event, Ranked ranked) {
  std::vector<NodeKey> out;
  for (const Participant& part : event.participants) {
    const bool place = part.role == Role::at || part.role == Role::from || part.role == Role::to;
    const bool actor = part.role == Role::actor;
    const bool either = actor || part.role == Role::target || part.role == Role::participant;
    if (ranked == Ranked::places ? place : ranked == Ranked::pairs ? either : actor) {
      out.push_back(part.node);
    }
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
            row.reports.insert(event.members[member].report);
        };
        const std::vector<NodeKey> nodes = ranked_nodes(event, ranked);
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
  return out;
}

}  // namespace

Result<std::vector<TopRow>> top(const GraphReader& reader, Ranked ranked, RankBy by,
                                const Filter& filter) {
  const Result<Rankings> found = rankings(reader, ranked, filter);
  if (!found) return fail(found.error());
  std::map<NodeKey, std::uint64_t> ranks;
  if (by == RankBy::degree || by == RankBy::pagerank) {
    EventGraph graph(reader, filter);
    graph.load();
    if (graph.failure()) return fail(*graph.failure());
    if (graph.size() > 0) ranks = by == RankBy::degree ? degrees(graph) : page_ranks(graph);
  }
  using Key = std::tuple<std::uint64_t, std::uint64_t, std::uint64_t>;
  std::vector<std::pair<Key, Rankings::const_iterator>> order;
  for (auto row = found->begin(); row != found->end(); ++row) {
    std::uint64_t rank = 0;
    for (const NodeKey& node : row->first.first) {
      const auto held = ranks.find(node);
      rank += held == ranks.end() ? 0 : held->second;
    }
    const std::uint64_t reports = row->second.reports.size();
    if (reports < filter.min_reports) continue;
    const std::uint64_t first = by == RankBy::reports  ? reports
                                : by == RankBy::events ? row->second.events
                                                       : rank;
    order.push_back({{~first, ~row->second.events, ~reports}, row});
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  if (filter.limit > 0 && order.size() > filter.limit) order.resize(filter.limit);
  std::vector<TopRow> out;
  for (const auto& [key, row] : order) {
    TopRow shown;
    for (const NodeKey& node : row->first.first) {
      const Result<NamedNode> named = reader.named(node);
      if (!named) return fail(named.error());
      shown.nodes.push_back(*named);
      const auto held = ranks.find(node);
      shown.rank += held == ranks.end() ? 0 : held->second;
    }
    const Result<std::uint64_t> sources =
        reader.sources_of({row->second.reports.begin(), row->second.reports.end()});
    if (!sources) return fail(sources.error());
    shown.action = row->first.second;
    shown.counts = {row->second.reports.size(), *sources, row->second.events};
    out.push_back(std::move(shown));
  }
  return out;
}

}  // namespace nutgraf
