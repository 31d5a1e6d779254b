// Finds what is wrong with a query before it runs, and gives every variable its slot.
#ifndef NUTGRAF_GRAPH_CYPHER_ANALYZER_H_
#define NUTGRAF_GRAPH_CYPHER_ANALYZER_H_

#include <optional>

#include "graph/cypher/ast.h"
#include "graph/cypher/failure.h"

namespace nutgraf::cypher {

// Fills slots, columns, functions and aggregates. The failure, if there is one.
std::optional<Failure> analyze(QueryText& query);

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_ANALYZER_H_
