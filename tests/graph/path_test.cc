// The k shortest paths against all simple paths, written out.
#include <catch2/catch.hpp>

#include <algorithm>

#include "graph/network.h"
#include "graph/walk.h"
#include "tests/support/walk_world.h"

using namespace nutgraf;

namespace {

using Nodes = std::vector<NodeKey>;

void go_on(const Network& graph, std::vector<Network::Vertex>& way, Network::Vertex to,
           std::size_t most, std::vector<Nodes>& out) {
  if (way.back() == to) {
    Nodes nodes;
    for (const Network::Vertex vertex : way) nodes.push_back(graph.nodes[vertex]);
    out.push_back(std::move(nodes));
    return;
  }
  if (way.size() > most) return;
  for (const auto* end = graph.begin(way.back()); end != graph.end(way.back()); ++end) {
    if (std::find(way.begin(), way.end(), *end) != way.end()) continue;
    way.push_back(*end);
    go_on(graph, way, to, most, out);
    way.pop_back();
  }
}

// Of at most so many edges, the shortest first, then by nodes.
std::vector<Nodes> all_paths(const Network& graph, const NodeKey& from, const NodeKey& to,
                             std::size_t most) {
  std::vector<Nodes> out;
  std::vector<Network::Vertex> way{graph.find(from).value()};
  go_on(graph, way, graph.find(to).value(), most, out);
  std::sort(out.begin(), out.end(), [](const Nodes& a, const Nodes& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  return out;
}

}  // namespace

TEST_CASE("the k shortest paths are the first of all simple paths") {
  constexpr std::size_t most = 6;
  std::size_t compared = 0;
  for (std::uint32_t seed = 1; seed <= 25; ++seed) {
    INFO("seed " << seed);
    const WalkWorld world(seed, 7, 12);
    Filter filter;
    if (seed % 3 == 0) filter.when = parse_days("2016-11").value();
    const Network graph = event_network(*world.reader, filter).value();
    for (Network::Vertex one = 0; one < graph.size(); ++one) {
      const Network::Vertex other = (one * 5 + 3) % static_cast<Network::Vertex>(graph.size());
      if (one == other || graph.is_event(one) || graph.is_event(other)) continue;
      const NodeKey from = graph.nodes[one];
      const NodeKey to = graph.nodes[other];
      std::vector<Nodes> wanted = all_paths(graph, from, to, most);
      PathWish wish;
      wish.paths = 5;
      wish.hops = most;
      const std::vector<Path> found = paths(*world.reader, from, to, wish, filter).value();
      if (wanted.size() > wish.paths) wanted.resize(wish.paths);
      std::vector<Nodes> got;
      for (const Path& path : found) {
        Nodes nodes;
        for (const PathStep& step : path) nodes.push_back(step.node.key);
        for (std::size_t i = 0; i + 1 < path.size(); ++i) {
          CHECK_FALSE(path[i].edge.evidence.empty());
        }
        got.push_back(std::move(nodes));
      }
      CHECK(got == wanted);
      compared += got.size();
    }
  }
  CHECK(compared > 100);
}
