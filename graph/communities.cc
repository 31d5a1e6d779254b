// Communities: Louvain's method in whole numbers.
#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "graph/centrality.h"

namespace nutgraf {
namespace {

using Vertex = Network::Vertex;
__extension__ using Wide = __int128;

constexpr unsigned most_rounds = 100;  // through all vertices of a level

// A level of the method: vertices are communities of the level below.
struct Level {
  struct End {
    Vertex to = 0;
    std::uint64_t weight = 0;
  };
  std::vector<std::vector<End>> ends;  // without loops
  std::vector<std::uint64_t> weight;   // of all ends of a vertex, a loop's twice

  std::size_t size() const { return ends.size(); }
};

Level first_level(const Network& network) {
  Level out;
  out.ends.resize(network.size());
  out.weight.resize(network.size(), 0);
  for (Vertex v = 0; v < network.size(); ++v) {
    for (std::uint64_t at = network.first[v]; at < network.first[v + 1]; ++at) {
      out.ends[v].push_back({network.ends[at], network.weight(at)});
      out.weight[v] += network.weight(at);
    }
  }
  return out;
}

class Moves {
 public:
  explicit Moves(const Level& level)
      : level_(level),
        community_(level.size()),
        total_(level.weight),
        near_(level.size(), 0),
        all_(std::accumulate(level.weight.begin(), level.weight.end(), std::uint64_t{0})) {
    std::iota(community_.begin(), community_.end(), Vertex{0});
  }

  // Whether any vertex moved.
  bool run() {
    bool moved = false;
    for (unsigned round = 0; round < most_rounds; ++round) {
      bool again = false;
      for (Vertex v = 0; v < level_.size(); ++v) again = move(v) || again;
      if (!again) break;
      moved = true;
    }
    return moved;
  }
  const std::vector<Vertex>& communities() const { return community_; }

 private:
  // What modularity gains when a vertex of weight `own` joins, times a constant of the graph.
  Wide gain(Vertex community, std::uint64_t own) const {
    return static_cast<Wide>(near_[community]) * all_ - static_cast<Wide>(total_[community]) * own;
  }

  bool move(Vertex vertex) {
    const Vertex home = community_[vertex];
    const std::uint64_t own = level_.weight[vertex];
    total_[home] -= own;
    met_.clear();
    for (const Level::End& end : level_.ends[vertex]) {
      const Vertex community = community_[end.to];
      if (near_[community] == 0) met_.push_back(community);
      near_[community] += end.weight;
    }
    Vertex best = home;
    Wide most = gain(home, own);
    for (const Vertex community : met_) {
      const Wide here = gain(community, own);
      if (here > most || (here == most && best != home && community < best)) {
        best = community;
        most = here;
      }
    }
    for (const Vertex community : met_) near_[community] = 0;
    total_[best] += own;
    community_[vertex] = best;
    return best != home;
  }

  const Level& level_;
  std::vector<Vertex> community_;
  std::vector<std::uint64_t> total_;  // weight of each community
  std::vector<std::uint64_t> near_;   // weight from the vertex at hand to each community
  std::vector<Vertex> met_;
  std::uint64_t all_;
};

// Numbers that are used, from 0, in the order of the first vertex that has them.
std::uint32_t close_gaps(std::vector<Vertex>& numbers) {
  std::unordered_map<Vertex, Vertex> fresh;
  for (Vertex& number : numbers) {
    number = fresh.try_emplace(number, static_cast<Vertex>(fresh.size())).first->second;
  }
  return static_cast<std::uint32_t>(fresh.size());
}

Level next_level(const Level& level, const std::vector<Vertex>& community, std::uint32_t count) {
  Level out;
  out.ends.resize(count);
  out.weight.resize(count, 0);
  std::vector<std::vector<Vertex>> members(count);
  for (Vertex v = 0; v < level.size(); ++v) members[community[v]].push_back(v);
  std::vector<std::uint64_t> near(count, 0);
  for (Vertex c = 0; c < count; ++c) {
    std::vector<Vertex> met;
    for (const Vertex v : members[c]) {
      out.weight[c] += level.weight[v];
      for (const Level::End& end : level.ends[v]) {
        const Vertex other = community[end.to];
        if (other == c) continue;
        if (near[other] == 0) met.push_back(other);
        near[other] += end.weight;
      }
    }
    std::sort(met.begin(), met.end());
    for (const Vertex other : met) {
      out.ends[c].push_back({other, near[other]});
      near[other] = 0;
    }
  }
  return out;
}

}  // namespace

Grouping by_size(const std::vector<std::uint32_t>& groups) {
  std::vector<std::uint32_t> out = groups;
  const std::uint32_t count = close_gaps(out);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order(count);  // ~size, number
  for (std::uint32_t i = 0; i < count; ++i) order[i] = {~std::uint32_t{0}, i};
  for (const std::uint32_t group : out) --order[group].first;
  std::sort(order.begin(), order.end());
  Grouping grouping;
  std::vector<std::uint32_t> place(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    place[order[i].second] = i;
    grouping.sizes.push_back(~order[i].first);
  }
  for (std::uint32_t& group : out) group = place[group];
  grouping.group = std::move(out);
  return grouping;
}

Grouping communities(const Network& network, const WalkProgress& progress) {
  std::vector<Vertex> community(network.size());
  std::iota(community.begin(), community.end(), Vertex{0});
  Level level = first_level(network);
  for (std::uint64_t step = 0;; ++step) {
    if (progress) progress(step, 0);
    Moves moves(level);
    if (!moves.run()) break;
    std::vector<Vertex> joined = moves.communities();
    const std::uint32_t count = close_gaps(joined);
    for (Vertex& own : community) own = joined[own];
    level = next_level(level, joined, count);
  }
  return by_size(community);
}

}  // namespace nutgraf
