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
  std::set<Id> items{start};
  std::set<Id> beyond;  // like an item, and none
  std::vector<Id> fresh{start};
  while (!fresh.empty()) {
    for (std::size_t i = 0; i < fresh.size(); ++i) {
      for (const Id& other : near_(fresh[i])) {
        if (items.count(other) != 0) continue;
        if (changed.count(other) != 0 && seated.count(other) == 0) {
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
      for (const Id& mate : mates_(other)) border.insert(mate);
    }
    for (const Id& joined :
         cluster_({items.begin(), items.end()}, {border.begin(), border.end()})) {
      for (const Id& mate : mates_(joined)) {
        if (items.insert(mate).second) fresh.push_back(mate);
      }
    }
  }
  seated.insert(items.begin(), items.end());
}

}  // namespace nutgraf
