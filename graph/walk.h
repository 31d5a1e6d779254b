// Walks over the graph: near, path, top. Boost.Graph's algorithms run on it (graph/walk.cc,
// graph/centrality.cc).
//
// An edge leads from a person, group or place to an event that it takes part in or that happened
// there, or back. A filter says which events may be walked over: its days, places, types and so on.
// Filter::min_reports says how many reports must tell an event (near, paths), what a row is about
// (top), or the events that two have in common (actor_groups). Filter::kind says which nodes come
// in the rows of `near` and `top`, where it bars no way, and which ones are grouped.
#ifndef NUTGRAF_GRAPH_WALK_H_
#define NUTGRAF_GRAPH_WALK_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "extract/result.h"
#include "graph/co_actors.h"
#include "graph/filter.h"
#include "graph/reader.h"

namespace nutgraf {

struct NearRow {
  NamedNode node;
  std::uint32_t hops = 0;  // edges from the start
  Counts counts;
};

// Nodes within `hops` edges of the start over the events that the filter leaves, nearest first,
// then those with the most events. Filter::limit rows at most.
Result<std::vector<NearRow>> near(const GraphReader& reader, const NodeKey& start,
                                  std::uint32_t hops, const Filter& filter,
                                  const WalkProgress& progress = {});

struct PathStep {
  NamedNode node;
  Edge edge;  // to the next step, with evidence; the last step has none
};
using Path = std::vector<PathStep>;

struct PathWish {
  std::size_t paths = 1;     // so many at most
  std::uint32_t hops = ~0U;  // edges of a path at most
};

// The shortest paths, each without a node twice, the shortest first; of several as long those whose
// nodes come first. Two paths differ in a node or an event at least. Empty when there is none.
// (Yen 1971; the search goes from both ends.)
Result<std::vector<Path>> paths(const GraphReader& reader, const NodeKey& from, const NodeKey& to,
                                const PathWish& wish, const Filter& filter,
                                const WalkProgress& progress = {});

// What `top` ranks, and by what.
enum class Ranked : std::uint8_t { actors, places, actions, pairs };
enum class RankBy : std::uint8_t { events, reports, degree, pagerank, betweenness };

struct TopRow {
  std::vector<NamedNode> nodes;  // one; two for pairs; none for actions
  std::string action;            // of actions
  Counts counts;
  // Degree; PageRank or betweenness in millionths (graph/centrality.h); of a pair the sum of both.
  std::uint64_t rank = 0;
};

Result<std::vector<TopRow>> top(const GraphReader& reader, Ranked ranked, RankBy by,
                                const Filter& filter, const WalkProgress& progress = {});

// A group of actors that common events tie together (graph/centrality.h says how).
enum class GroupBy : std::uint8_t { components, communities };

struct GroupMember {
  NodeKey node;
  std::uint64_t events = 0;

  friend bool operator==(const GroupMember&, const GroupMember&) = default;
};

// Largest first; members with the most events first, then by node.
Result<std::vector<std::vector<GroupMember>>> actor_groups(const GraphReader& reader, GroupBy by,
                                                           const Filter& filter,
                                                           const WalkProgress& progress = {});

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_WALK_H_
