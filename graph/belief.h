// Belief follows testimony.
#ifndef NUTGRAF_GRAPH_BELIEF_H_
#define NUTGRAF_GRAPH_BELIEF_H_

#include <set>

#include "extract/result.h"
#include "graph/node.h"
#include "graph/workspace.h"

namespace nutgraf {

// Brings belief in line with the testimony and the decisions that stand in `work`. `reports` are
// those whose testimony came, went or changed since `work.base()`, in which belief was in line.
// The outcome depends on what stands there, not on how it came about.
Result<void> update_belief(Workspace& work, std::set<ReportKey> reports);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_BELIEF_H_
