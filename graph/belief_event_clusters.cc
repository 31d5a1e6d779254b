// Clusters of event chains: the events.
//
// Pairs are joined from the most alike down; chains of one report stay apart (its extraction has
// told which are one), and nothing joins what contradicts it.
#include <algorithm>
#include <array>
#include <tuple>

#include "graph/regions.h"
#include "graph/update.h"

namespace nutgraf {
namespace {

// Clusters are compared by this many of their members.
constexpr std::size_t compared_members = 8;
// An event of so many tellings does not grow on by what is told weeks later.
constexpr std::size_t many_tellings = 16;

}  // namespace

void Update::cluster_events() {
  changed_chains_ = changed_events();
  std::set<Id> nodes;
  for (const Id& chain : changed_chains_) nodes.insert(node_of(chain));
  std::set<Id> changed = changed_chains_;
  for (const Id& node : nodes) {
    for (const Id& mate : units_of(node)) changed.insert(mate);
  }
  for (auto chain = changed.begin(); chain != changed.end();) {
    stirred_.insert(*chain);
    if (event(*chain) == nullptr) {
      recast_.insert(node_of(*chain));
      set_node(*chain, *chain);
      chain = changed.erase(chain);
    } else {
      ++chain;
    }
  }
  const auto near = [this](const Id& chain) {
    std::vector<Id> out;
    for (const auto& [other, likeness] : near_events(chain)) out.push_back(other);
    return out;
  };
  const auto mates = [this](const Id& chain) { return units_of(node_of(chain)); };
  const auto cluster = [this](const std::vector<Id>& items, const std::vector<Id>& border) {
    std::vector<Id> all;
    std::merge(items.begin(), items.end(), border.begin(), border.end(), std::back_inserter(all));
    Clusters clusters(all);
    std::vector<Id> joined = join_events(items, border, clusters);
    if (!joined.empty()) return joined;
    for (const Id& chain : items) {
      const Id& node = clusters.find(chain);
      stirred_.insert({chain, node_of(chain), node});
      if (node_of(chain) != node) recast_.insert({node_of(chain), node});
      set_node(chain, node);
    }
    return joined;
  };
  Regions(near, mates, cluster).cluster(changed);
  for (const Id& chain : changed_chains_) recast_.insert(node_of(chain));
}

bool Update::kept_apart(const std::vector<Id>& left, const std::vector<Id>& right,
                        std::uint32_t since) {
  return std::any_of(left.begin(), left.end(), [&](const Id& a) {
    return std::any_of(right.begin(), right.end(), [&](const Id& b) {
      const DecisionBook::Bond* bond = book_.bond(a, b);
      return bond != nullptr && !bond->same && bond->number > since;
    });
  });
}

// What most of those who tell it agree on, one who tells it otherwise does not undo; but what is
// planned, asked for or denied never is what happened.
bool Update::compatible(const std::vector<Id>& left, const std::vector<Id>& right) {
  std::array<std::size_t, 4> against{};
  std::array<std::size_t, 4> compared{};
  std::size_t late = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i < std::min(left.size(), compared_members); ++i) {
    for (std::size_t k = 0; k < std::min(right.size(), compared_members); ++k) {
      const EventFacts& mine = facts(left[i]);
      const EventFacts& theirs = facts(right[k]);
      const std::optional<Against> found = contradiction(mine, theirs);
      ++all;
      late += told_long_after(mine, theirs) ? 1 : 0;
      if (found) ++against.at(static_cast<std::size_t>(found->aspect));
      for (const Aspect aspect : {Aspect::standing, Aspect::day, Aspect::place, Aspect::party}) {
        compared.at(static_cast<std::size_t>(aspect)) += both_tell(aspect, mine, theirs) ? 1 : 0;
      }
    }
  }
  if (against.front() > 0) return false;
  if (left.size() + right.size() >= many_tellings && 2 * late > all) return false;
  for (std::size_t aspect = 1; aspect < against.size(); ++aspect) {
    if (2 * against.at(aspect) > compared.at(aspect)) return false;
  }
  return !kept_apart(left, right, 0);
}

std::vector<Id> Update::join_events(const std::vector<Id>& items, const std::vector<Id>& border,
                                    Clusters& clusters) {
  std::vector<std::tuple<std::uint32_t, Id, Id>> pairs;
  std::vector<std::tuple<std::uint32_t, Id, Id>> told;
  const auto in = [](const std::vector<Id>& list, const Id& chain) {
    return std::binary_search(list.begin(), list.end(), chain);
  };
  const auto add = [&](const Id& chain, const Id& near, const EventLikeness& likeness) {
    const auto [first, second] = std::minmax(chain, near);
    if (likeness.score != 0) {
      pairs.emplace_back(1000 - std::min(likeness.score, 1000U), first, second);
    } else if (const DecisionBook::Bond* bond = book_.bond(chain, near)) {
      told.emplace_back(~bond->number, first, second);
    }
  };
  for (const Id& chain : items) {
    for (const auto& [near, likeness] : near_events(chain)) {
      if (in(items, near) ? chain < near : in(border, near)) add(chain, near, likeness);
    }
  }
  for (const Id& chain : border) {
    for (const auto& [near, likeness] : near_events(chain)) {
      if (chain < near && node_of(chain) == node_of(near) && in(border, near)) {
        add(chain, near, likeness);
      }
    }
  }
  std::sort(pairs.begin(), pairs.end());
  std::sort(told.begin(), told.end());
  for (const auto& [inverse, one, other] : told) {
    if (!kept_apart(clusters.members(one), clusters.members(other), ~inverse)) {
      clusters.join(one, other);
    }
  }
  for (const auto& [cost, one, other] : pairs) {
    if (clusters.find(one) != clusters.find(other) &&
        compatible(clusters.members(one), clusters.members(other))) {
      clusters.join(one, other);
    }
  }
  std::set<Id> of_items;
  for (const Id& chain : items) of_items.insert(clusters.find(chain));
  std::vector<Id> joined;
  for (const Id& chain : border) {
    if (of_items.count(clusters.find(chain)) != 0) joined.push_back(chain);
  }
  return joined;
}

}  // namespace nutgraf
