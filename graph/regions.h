// Clustering again what changed, and no more of the rest than its clusters have to do with.
#ifndef NUTGRAF_GRAPH_REGIONS_H_
#define NUTGRAF_GRAPH_REGIONS_H_

#include <functional>
#include <set>
#include <vector>

#include "graph/node.h"

namespace nutgraf {

// A clustering that goes through the likenesses from the strongest down and joins the clusters of
// the two, or leaves them apart for what these clusters hold, is not changed by a likeness that it
// does not follow. So where something changed, clustering is right when it is done anew for the
// changed items together with the clusters that these are like (the border), and no item joins one
// of the border: whatever lies further away is then clustered as before. A cluster of the border
// that an item does join is clustered anew as well, with a border of its own.
class Regions {
 public:
  using Neighbours = std::function<std::vector<Id>(const Id&)>;
  // Clusters `items` with `border`, both sorted, of which the border's own clusters are as they
  // were; seats the items if none is with one of the border, else returns those of the border that
  // are with an item.
  using Cluster =
      std::function<std::vector<Id>(const std::vector<Id>& items, const std::vector<Id>& border)>;

  // `near`: what an item is like. `mates`: whole clusters, its own among them, as they are seated
  // when it is asked for.
  Regions(Neighbours near, Neighbours mates, Cluster cluster);

  // `changed`: every item whose likenesses, or whatever else speaks for or against joining it,
  // may not be what it was, and all that were in its cluster. Those that are gone are left out.
  void cluster(const std::set<Id>& changed) const;

 private:
  void cluster_region(const Id& start, const std::set<Id>& changed, std::set<Id>& seated) const;

  Neighbours near_;
  Neighbours mates_;
  Cluster cluster_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_REGIONS_H_
