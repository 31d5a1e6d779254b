// Rankings and groupings of networks, against slow ways to the same.
#include "graph/centrality.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "tests/support/walk_world.h"

using namespace nutgraf;

namespace {

using Vertex = Network::Vertex;

// A network of co-actors from pairs and weights.
Network network(std::uint32_t size,
                const std::map<std::pair<Vertex, Vertex>, std::uint32_t>& links) {
  CoActors graph;
  for (std::uint32_t i = 0; i < size; ++i) {
    CoActor actor;
    actor.node.id.bytes[0] = static_cast<std::uint8_t>(i);
    graph.nodes.push_back(actor);
  }
  for (const auto& [pair, events] : links) {
    graph.links.push_back({pair.first, pair.second, events, 1});
  }
  return network_of(graph);
}

std::vector<std::vector<std::uint32_t>> distances(const Network& graph) {
  constexpr std::uint32_t far = 1000000;
  std::vector<std::vector<std::uint32_t>> out(graph.size(),
                                              std::vector<std::uint32_t>(graph.size(), far));
  for (Vertex v = 0; v < graph.size(); ++v) {
    out[v][v] = 0;
    for (const Vertex* end = graph.begin(v); end != graph.end(v); ++end) out[v][*end] = 1;
  }
  for (Vertex k = 0; k < graph.size(); ++k) {
    for (Vertex i = 0; i < graph.size(); ++i) {
      for (Vertex j = 0; j < graph.size(); ++j) {
        out[i][j] = std::min(out[i][j], out[i][k] + out[k][j]);
      }
    }
  }
  return out;
}

// By counting the ways of every pair: what Brandes' method saves.
std::vector<double> slow_betweenness(const Network& graph) {
  const auto far = distances(graph);
  std::vector<std::vector<double>> ways(graph.size(), std::vector<double>(graph.size(), 0));
  for (Vertex s = 0; s < graph.size(); ++s) {
    std::vector<Vertex> order(graph.size());
    std::iota(order.begin(), order.end(), Vertex{0});
    std::sort(order.begin(), order.end(),
              [&](Vertex a, Vertex b) { return far[s][a] < far[s][b]; });
    ways[s][s] = 1;
    for (const Vertex v : order) {
      for (const Vertex* end = graph.begin(v); end != graph.end(v); ++end) {
        if (far[s][*end] == far[s][v] + 1) ways[s][*end] += ways[s][v];
      }
    }
  }
  std::vector<double> out(graph.size(), 0);
  for (Vertex s = 0; s < graph.size(); ++s) {
    for (Vertex t = s + 1; t < graph.size(); ++t) {
      if (graph.is_event(s) || graph.is_event(t) || ways[s][t] == 0) continue;
      for (Vertex v = 0; v < graph.size(); ++v) {
        const bool between = v != s && v != t && far[s][v] + far[v][t] == far[s][t];
        if (between) out[v] += ways[s][v] * ways[v][t] / ways[s][t];
      }
    }
  }
  return out;
}

// Times the square of twice the weight.
std::int64_t modularity(const Network& graph, const std::vector<std::uint32_t>& group) {
  std::int64_t inside = 0;
  std::int64_t all = 0;
  std::map<std::uint32_t, std::int64_t> total;
  for (Vertex v = 0; v < graph.size(); ++v) {
    for (std::uint64_t at = graph.first[v]; at < graph.first[v + 1]; ++at) {
      all += graph.weight(at);
      total[group[v]] += graph.weight(at);
      if (group[v] == group[graph.ends[at]]) inside += graph.weight(at);
    }
  }
  std::int64_t out = inside * all;
  for (const auto& [number, weight] : total) out -= weight * weight;
  return out;
}

}  // namespace

TEST_CASE("betweenness is the share of the shortest ways that lead through") {
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    INFO("seed " << seed);
    const WalkWorld world(seed, 9, 14);
    const Network graph = event_network(*world.reader, {}).value();
    const std::vector<std::uint64_t> fast = betweenness(graph, 0);
    const std::vector<double> slow = slow_betweenness(graph);
    for (Vertex v = 0; v < graph.size(); ++v) {
      CHECK(static_cast<double>(fast[v]) / 1e6 == Approx(slow[v]).margin(0.001));
    }
    CHECK(betweenness(graph, 1000) == fast);
  }
}

TEST_CASE("betweenness from a few nodes is scaled up, and the same every time") {
  // A star: all pairs of the 20 outer nodes meet in the middle.
  std::map<std::pair<Vertex, Vertex>, std::uint32_t> links;
  for (Vertex v = 1; v <= 20; ++v) links[{0, v}] = 1;
  const Network star = network(21, links);
  CHECK(betweenness(star, 0).at(0) == 190'000'000);
  // Of eleven nodes, the middle is the first by id: ten of them see 19 others behind it.
  CHECK(betweenness(star, 11).at(0) == 10ULL * 19 * 1'000'000 * 21 / 22);
  CHECK(betweenness(star, 11).at(5) == 0);
}

TEST_CASE("degree counts the others at a node's events") {
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    INFO("seed " << seed);
    const WalkWorld world(seed, 9, 20);
    const Network graph = event_network(*world.reader, {}).value();
    const auto far = distances(graph);
    const std::vector<std::uint64_t> found = degrees(graph);
    for (Vertex v = 0; v < graph.size(); ++v) {
      if (graph.is_event(v)) continue;
      const auto others = std::count(far[v].begin(), far[v].end(), 2U);
      CHECK(found[v] == static_cast<std::uint64_t>(others));
    }
  }
}

TEST_CASE("PageRank: the mean is one, and alike nodes rank alike") {
  std::map<std::pair<Vertex, Vertex>, std::uint32_t> ring;
  for (Vertex v = 0; v < 10; ++v) ring[{std::min(v, (v + 1) % 10), std::max(v, (v + 1) % 10)}] = 1;
  for (const std::uint64_t rank : page_ranks(network(10, ring))) CHECK(rank == 1'000'000);
  std::map<std::pair<Vertex, Vertex>, std::uint32_t> star;
  for (Vertex v = 1; v <= 4; ++v) star[{0, v}] = 1;
  const std::vector<std::uint64_t> ranks = page_ranks(network(5, star));
  CHECK(ranks[1] == ranks[4]);
  CHECK(ranks[0] > 3 * ranks[1]);
  CHECK(static_cast<double>(ranks[0] + 4 * ranks[1]) == Approx(5e6).epsilon(0.001));
  CHECK(page_ranks(Network()).empty());
}

TEST_CASE("components are what can be reached") {
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    INFO("seed " << seed);
    const WalkWorld world(seed, 20, 12);
    const Network graph = event_network(*world.reader, {}).value();
    const auto far = distances(graph);
    const Grouping found = components(graph);
    for (Vertex v = 0; v < graph.size(); ++v) {
      for (Vertex w = 0; w < graph.size(); ++w) {
        CHECK((found.group[v] == found.group[w]) == (far[v][w] < 1000000));
      }
    }
    CHECK(std::is_sorted(found.sizes.rbegin(), found.sizes.rend()));
    CHECK(std::accumulate(found.sizes.begin(), found.sizes.end(), 0U) == graph.size());
  }
}

TEST_CASE("communities: two cliques with one bridge are two") {
  std::map<std::pair<Vertex, Vertex>, std::uint32_t> links;
  for (Vertex one = 0; one < 10; ++one) {
    for (Vertex other = one + 1; other < 10; ++other) {
      if (one % 2 == other % 2) links[{one, other}] = 1;
    }
  }
  links[{3, 8}] = 1;
  const Grouping found = communities(network(11, links));  // the last one knows nobody
  REQUIRE(found.sizes == std::vector<std::uint32_t>{5, 5, 1});
  for (Vertex v = 0; v < 10; ++v) CHECK(found.group[v] == v % 2);
  // A bridge that carries more than the cliques do draws its ends together.
  links[{3, 8}] = 100;
  CHECK(communities(network(11, links)).group[3] == communities(network(11, links)).group[8]);
}

TEST_CASE("communities raise modularity, stay within components and come out the same") {
  for (std::uint32_t seed = 1; seed <= 12; ++seed) {
    INFO("seed " << seed);
    const WalkWorld world(seed, 40, 60);
    const Network graph = network_of(co_actors(*world.reader, {}).value());
    const Grouping found = communities(graph);
    CHECK(found.group == communities(graph).group);
    const Grouping whole = components(graph);
    std::vector<std::uint32_t> alone(graph.size());
    std::iota(alone.begin(), alone.end(), 0U);
    CHECK(modularity(graph, found.group) >= modularity(graph, whole.group));
    CHECK(modularity(graph, found.group) > modularity(graph, alone));
    std::map<std::uint32_t, std::set<std::uint32_t>> homes;
    for (Vertex v = 0; v < graph.size(); ++v) homes[found.group[v]].insert(whole.group[v]);
    for (const auto& [group, components] : homes) CHECK(components.size() == 1);
    // No vertex gains by moving to a neighbour's community.
    for (Vertex v = 0; v < graph.size(); ++v) {
      for (const Vertex* end = graph.begin(v); end != graph.end(v); ++end) {
        std::vector<std::uint32_t> moved = found.group;
        moved[v] = found.group[*end];
        if (found.sizes[found.group[v]] > 1) continue;
        CHECK(modularity(graph, moved) <= modularity(graph, found.group));
      }
    }
  }
}
