// Reads a query: by recursive descent, one function for each rule of the grammar (docs/query.md).
#ifndef NUTGRAF_GRAPH_CYPHER_PARSER_H_
#define NUTGRAF_GRAPH_CYPHER_PARSER_H_

#include <string>
#include <string_view>

#include "graph/cypher/ast.h"
#include "graph/cypher/failure.h"

namespace nutgraf::cypher {

// Fails with line, column and what was expected. CREATE and DELETE are read, so that tests can make
// graphs; the analyzer refuses them.
Outcome<QueryText> parse(std::string_view query);

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_PARSER_H_
