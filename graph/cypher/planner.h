// Chooses how a query is answered: where a pattern begins, in which order it is walked, when each
// condition is tested.
#ifndef NUTGRAF_GRAPH_CYPHER_PLANNER_H_
#define NUTGRAF_GRAPH_CYPHER_PLANNER_H_

#include "graph/cypher/ast.h"
#include "graph/cypher/plan.h"
#include "graph/cypher/property_graph.h"

namespace nutgraf::cypher {

// Requires an analyzed query; gives its pattern expressions their plans. The plan points into it.
Plan make_plan(QueryText& query, const PropertyGraph& graph);

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_PLANNER_H_
