// Words of a query that its graph does not know: no mistake, but most likely a slip.
#ifndef NUTGRAF_GRAPH_CYPHER_NOTES_H_
#define NUTGRAF_GRAPH_CYPHER_NOTES_H_

#include <string>
#include <vector>

#include "graph/cypher/ast.h"
#include "graph/cypher/property_graph.h"

namespace nutgraf::cypher {

// "there is no label Persn; did you mean Person?", each once, in the order of the query. Requires
// an analyzed query; nothing for a graph without a schema.
std::vector<std::string> notes_on(const QueryText& query, const GraphSchema& schema);

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_NOTES_H_
