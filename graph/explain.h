// Why units are one node, and which nearly were: the judgements of belief, made again for reading.
#ifndef NUTGRAF_GRAPH_EXPLAIN_H_
#define NUTGRAF_GRAPH_EXPLAIN_H_

#include <vector>

#include "graph/node.h"
#include "graph/reader.h"
#include "graph/tables.h"

namespace nutgraf {

// By score, the highest first; what was turned down behind. Cost grows with the node's units.
std::vector<MergeReason> explain_merges(const View& view, const NodeKey& node);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_EXPLAIN_H_
