// Boost.Graph's algorithms over a network.
#include "graph/centrality.h"

#include <algorithm>
#include <boost/concept/assert.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <utility>

namespace boost {

// A network as Boost.Graph takes graphs, as it stands.
template <>
struct graph_traits<nutgraf::Network> {
  using vertex_descriptor = nutgraf::Network::Vertex;
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

using Traits = boost::graph_traits<Network>;
using Vertex = Traits::vertex_descriptor;

// Found by their argument, as Boost.Graph looks for them.
static std::pair<Traits::out_edge_iterator, Traits::out_edge_iterator> out_edges(
    Vertex vertex, const Network& network) {
  return {{vertex, network.begin(vertex)}, {vertex, network.end(vertex)}};
}
static std::pair<Traits::adjacency_iterator, Traits::adjacency_iterator> adjacent_vertices(
    Vertex vertex, const Network& network) {
  return {network.begin(vertex), network.end(vertex)};
}
static std::size_t out_degree(Vertex vertex, const Network& network) {
  return network.degree(vertex);
}
static Vertex source(const Traits::edge_descriptor& edge, const Network&) { return edge.first; }
static Vertex target(const Traits::edge_descriptor& edge, const Network&) { return edge.second; }
static std::pair<Traits::vertex_iterator, Traits::vertex_iterator> vertices(
    const Network& network) {
  return {Traits::vertex_iterator(0), Traits::vertex_iterator(static_cast<Vertex>(network.size()))};
}
static std::size_t num_vertices(const Network& network) { return network.size(); }

namespace {

BOOST_CONCEPT_ASSERT((boost::concepts::IncidenceGraph<Network>));
BOOST_CONCEPT_ASSERT((boost::concepts::AdjacencyGraph<Network>));
BOOST_CONCEPT_ASSERT((boost::concepts::VertexListGraph<Network>));

constexpr std::uint64_t whole = 1000000;  // millionths
constexpr std::uint64_t rank_rounds = 20;
constexpr std::int64_t damping = 850000;

// What PageRank counts with, so that it comes out the same everywhere: millionths.
class Fixed {
 public:
  Fixed() = default;
  explicit Fixed(std::int64_t count) : millionths_(count * static_cast<std::int64_t>(whole)) {}
  static Fixed of_millionths(std::int64_t millionths) {
    Fixed out;
    out.millionths_ = millionths;
    return out;
  }
  std::int64_t millionths() const { return millionths_; }

  Fixed& operator+=(Fixed other) {
    millionths_ += other.millionths_;
    return *this;
  }
  friend Fixed operator+(Fixed a, Fixed b) { return a += b; }
  friend Fixed operator-(Fixed a, Fixed b) { return of_millionths(a.millionths_ - b.millionths_); }
  friend Fixed operator-(int a, Fixed b) { return Fixed(a) - b; }
  friend Fixed operator*(Fixed a, Fixed b) {
    return of_millionths(a.millionths_ * b.millionths_ / static_cast<std::int64_t>(whole));
  }
  friend Fixed operator/(Fixed a, std::size_t b) {
    return of_millionths(a.millionths_ / static_cast<std::int64_t>(b));
  }

 private:
  std::int64_t millionths_ = 0;
};

// Ends PageRank after its rounds, and tells how far it is.
class Rounds {
 public:
  explicit Rounds(const WalkProgress& progress) : progress_(progress) {}
  template <typename Ranks, typename Graph>
  bool operator()(const Ranks&, const Graph&) {
    if (progress_) progress_(done_, rank_rounds);
    return done_++ == rank_rounds;
  }

 private:
  const WalkProgress& progress_;
  std::uint64_t done_ = 0;
};

__extension__ using Wide = unsigned __int128;

// The shortest ways from one vertex, counted while Boost searches, then shared out backwards.
class Ways {
 public:
  explicit Ways(const Network& network)
      : network_(network),
        distance_(network.size(), 0),
        ways_(network.size(), 0),
        share_(network.size(), 0),
        colors_(network.size(), boost::white_color) {}

  void add(Vertex from, std::vector<std::uint64_t>& shares) {
    ways_[from] = 1;
    distance_[from] = 0;
    boost::queue<Vertex> queue;
    boost::breadth_first_visit(
        network_, from, queue, Search(*this),
        boost::make_iterator_property_map(colors_.begin(), boost::identity_property_map()));
    for (auto at = order_.rbegin(); at != order_.rend(); ++at) share_out(*at);
    for (const Vertex vertex : order_) {
      if (vertex != from) shares[vertex] += share_[vertex];
      ways_[vertex] = 0;
      share_[vertex] = 0;
      colors_[vertex] = boost::white_color;
    }
    order_.clear();
  }

 private:
  class Search : public boost::default_bfs_visitor {
   public:
    explicit Search(Ways& ways) : ways_(&ways) {}
    void examine_vertex(Vertex vertex, const Network&) const { ways_->order_.push_back(vertex); }
    void tree_edge(const Traits::edge_descriptor& edge, const Network&) const {
      ways_->distance_[edge.second] = ways_->distance_[edge.first] + 1;
      ways_->ways_[edge.second] = ways_->ways_[edge.first];
    }
    void non_tree_edge(const Traits::edge_descriptor& edge, const Network&) const {
      if (ways_->distance_[edge.second] != ways_->distance_[edge.first] + 1) return;
      ways_->ways_[edge.second] += ways_->ways_[edge.first];
    }

   private:
    Ways* ways_;
  };

  // A vertex hands what leads to it and beyond it to those before it, by their number of ways.
  void share_out(Vertex vertex) {
    if (distance_[vertex] == 0) return;
    const std::uint64_t own = share_[vertex] + (network_.is_event(vertex) ? 0 : whole);
    Wide all = ways_[vertex];
    unsigned shift = 0;
    for (; all >> 64U != 0; all >>= 1U) ++shift;
    for (const Vertex* at = network_.begin(vertex); at != network_.end(vertex); ++at) {
      if (distance_[*at] + 1 != distance_[vertex]) continue;
      share_[*at] += static_cast<std::uint64_t>((ways_[*at] >> shift) * own / all);
    }
  }

  const Network& network_;
  std::vector<std::uint32_t> distance_;
  std::vector<Wide> ways_;
  std::vector<std::uint64_t> share_;
  std::vector<boost::default_color_type> colors_;
  std::vector<Vertex> order_;
};

class Discovered : public boost::default_bfs_visitor {
 public:
  Discovered(std::vector<std::uint32_t>& groups, std::uint32_t group)
      : groups_(&groups), group_(group) {}
  void discover_vertex(Vertex vertex, const Network&) const { (*groups_)[vertex] = group_; }

 private:
  std::vector<std::uint32_t>* groups_;
  std::uint32_t group_;
};

}  // namespace

std::vector<std::uint64_t> page_ranks(const Network& network, const WalkProgress& progress) {
  std::vector<std::uint64_t> out;
  if (network.size() == 0) return out;
  std::vector<Fixed> ranks(network.size());
  std::vector<Fixed> next(network.size());
  const boost::identity_property_map index;
  boost::graph::page_rank(network, boost::make_iterator_property_map(ranks.begin(), index),
                          Rounds(progress), Fixed::of_millionths(damping), 1,
                          boost::make_iterator_property_map(next.begin(), index));
  out.reserve(ranks.size());
  for (const Fixed& rank : ranks) out.push_back(static_cast<std::uint64_t>(rank.millionths()));
  return out;
}

std::vector<std::uint64_t> betweenness(const Network& network, std::uint32_t pivots,
                                       const WalkProgress& progress) {
  std::vector<std::uint64_t> out(network.size(), 0);
  std::vector<std::pair<Id, Vertex>> ends;
  for (Vertex v = 0; v < network.size(); ++v) {
    if (!network.is_event(v)) ends.emplace_back(network.nodes[v].id, v);
  }
  std::sort(ends.begin(), ends.end());
  const std::size_t all = ends.size();
  if (pivots != 0 && pivots < all) ends.resize(pivots);
  Ways ways(network);
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (progress) progress(i, ends.size());
    ways.add(ends[i].second, out);
  }
  // From either end of a pair its ways were counted: once is enough.
  for (std::uint64_t& share : out) {
    share =
        static_cast<std::uint64_t>(Wide{share} * all / (2 * std::max<std::size_t>(1, ends.size())));
  }
  return out;
}

std::vector<std::uint64_t> degrees(const Network& network) {
  std::vector<std::uint64_t> out(network.size(), 0);
  std::vector<Vertex> last(network.size(), Traits::null_vertex());  // for whom it was met last
  for (Vertex v = 0; v < network.size(); ++v) {
    last[v] = v;
    for (const Vertex* event = network.begin(v); event != network.end(v); ++event) {
      for (const Vertex* other = network.begin(*event); other != network.end(*event); ++other) {
        if (last[*other] == v) continue;
        last[*other] = v;
        ++out[v];
      }
    }
  }
  return out;
}

Grouping components(const Network& network) {
  std::vector<std::uint32_t> groups(network.size(), 0);
  std::vector<boost::default_color_type> colors(network.size(), boost::white_color);
  boost::queue<Vertex> queue;
  std::uint32_t group = 0;
  for (Vertex v = 0; v < network.size(); ++v) {
    if (colors[v] != boost::white_color) continue;
    boost::breadth_first_visit(
        network, v, queue, Discovered(groups, group++),
        boost::make_iterator_property_map(colors.begin(), boost::identity_property_map()));
  }
  return by_size(groups);
}

}  // namespace nutgraf
