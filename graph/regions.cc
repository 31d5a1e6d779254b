#include "graph/regions.h"

#include <utility>

namespace nutgraf {

Regions::Regions(Neighbours near, Neighbours mates, Cluster cluster)
    : near_(std::move(near)), mates_(std::move(mates)), cluster_(std::move(cluster)) {}

void Regions::cluster(const std::set<Id>& changed) const {
  std::set<Id> seated;
  for (const Id& start : changed) {
    if (seated.count(start) == 0) cluster_region(start, changed, seated);
  }
}

void Regions::cluster_region(const Id& start, const std::set<Id>& changed,
                             std::set<Id>& seated) const {
  // Those that wait for their turn are still seated as they were, with whom they may not be now.
  const auto waits = [&](const Id& id) { return changed.count(id) != 0 && seated.count(id) == 0; };
  std::set<Id> items{start};
  std::set<Id> beyond;  // like an item, and none
  std::vector<Id> fresh{start};
  while (!fresh.empty()) {
    for (std::size_t i = 0; i < fresh.size(); ++i) {
      for (const Id& other : near_(fresh[i])) {
        if (items.count(other) != 0) continue;
        if (waits(other)) {
          items.insert(other);
          fresh.push_back(other);
        } else {
          beyond.insert(other);
        }
      }
    }
    fresh.clear();
    std::set<Id> border;
    for (const Id& other : beyond) {
      if (items.count(other) != 0 || border.count(other) != 0) continue;
      for (const Id& mate : mates_(other)) {
        if (items.count(mate) == 0 && !waits(mate)) border.insert(mate);
      }
    }
    for (const Id& joined :
         cluster_({items.begin(), items.end()}, {border.begin(), border.end()})) {
      if (items.count(joined) != 0) continue;  // with another of its cluster
      for (const Id& mate : mates_(joined)) {
        if (items.insert(mate).second) fresh.push_back(mate);
      }
    }
  }
  seated.insert(items.begin(), items.end());
}

}  // namespace nutgraf
