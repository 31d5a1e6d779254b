// Walks over the graph: near, path, top. Boost.Graph's algorithms run on it (graph/walk*.cc).
#ifndef NUTGRAF_GRAPH_WALK_H_
#define NUTGRAF_GRAPH_WALK_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "extract/result.h"
#include "graph/filter.h"
#include "graph/reader.h"

namespace nutgraf {

struct NearRow {
  NamedNode node;
  std::uint32_t hops = 0;  // edges from the start
  Counts counts;
};

// Nodes within `hops` edges of the start over the events that the filter leaves, nearest first.
Result<std::vector<NearRow>> near(const GraphReader& reader, const NodeKey& start,
                                  std::uint32_t hops, const Filter& filter);

struct PathStep {
  NamedNode node;
  Edge edge;  // to the next step, with evidence; the last step has none
};

// A shortest path; of several the one whose nodes' ids come first. Empty when there is none.
Result<std::vector<PathStep>> path(const GraphReader& reader, const NodeKey& from,
                                   const NodeKey& to, const Filter& filter);

// What `top` ranks, and by what.
enum class Ranked : std::uint8_t { actors, places, actions, pairs };
enum class RankBy : std::uint8_t { events, reports, degree, pagerank };

struct TopRow {
  std::vector<NamedNode> nodes;  // one; two for pairs; none for actions
  std::string action;            // of actions
  Counts counts;
  std::uint64_t rank = 0;  // degree, or PageRank in millionths
};

Result<std::vector<TopRow>> top(const GraphReader& reader, Ranked ranked, RankBy by,
                                const Filter& filter);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_WALK_H_
