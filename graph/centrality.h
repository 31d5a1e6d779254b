// Who stands where in a network: PageRank, betweenness, degree; and what hangs together.
//
// All in whole numbers and in the order of the vertices, so that the same belief ranks alike
// everywhere (law 8).
#ifndef NUTGRAF_GRAPH_CENTRALITY_H_
#define NUTGRAF_GRAPH_CENTRALITY_H_

#include <cstdint>
#include <vector>

#include "graph/network.h"

namespace nutgraf {

// Each by vertex.

// PageRank (Brin and Page 1998) in millionths, twenty rounds with a damping of 0.85; the mean is
// about one whole.
std::vector<std::uint64_t> page_ranks(const Network& network, const WalkProgress& progress = {});

// From so many vertices shortest ways are counted; in a network of fewer from all of them.
inline constexpr std::uint32_t betweenness_pivots = 500;

// Between how many pairs of nodes a vertex stands, in millionths: each pair counts with the share
// of its shortest ways that lead through it (Freeman 1977, by Brandes 2001). Events are stepping
// stones, not ends. From `pivots` nodes only, the first by id, scaled up: ids are hashes, so that
// is a draw by lot which comes out the same every time (Brandes and Pich 2007). 0: from all.
std::vector<std::uint64_t> betweenness(const Network& network, std::uint32_t pivots,
                                       const WalkProgress& progress = {});

// How many other nodes it shares an event with; of a network of events.
std::vector<std::uint64_t> degrees(const Network& network);

// The group of each vertex. Groups are numbered from 0, the largest first; of several the one with
// the smallest node.
struct Grouping {
  std::vector<std::uint32_t> group;
  std::vector<std::uint32_t> sizes;  // by group
};

// What hangs together.
Grouping components(const Network& network);

// Who has more to do with each other than chance would have it: modularity is raised move by move,
// then communities become vertices, and again (Louvain: Blondel et al. 2008). Vertices are tried in
// order; of equally good moves none is taken when staying is one of them, else the one to the
// community with the smallest number. Gains are compared as whole numbers.
Grouping communities(const Network& network, const WalkProgress& progress = {});

// Numbers the groups as Grouping says, whatever their numbers were.
Grouping by_size(const std::vector<std::uint32_t>& groups);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_CENTRALITY_H_
