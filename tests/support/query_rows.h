// Queries in tests: a graph told by CREATE, rows as words.
#ifndef NUTGRAF_TESTS_SUPPORT_QUERY_ROWS_H_
#define NUTGRAF_TESTS_SUPPORT_QUERY_ROWS_H_

#include <string>
#include <vector>

#include "graph/cypher/memory_graph.h"
#include "graph/cypher/query.h"

namespace nutgraf::testing {

// "a | b" a row; or one row with the failure's words, "error UndefinedVariable: query:1:8: …".
std::vector<std::string> rows(const cypher::PropertyGraph& graph, const std::string& query,
                              const cypher::Map& parameters = {},
                              const cypher::Limits& limits = {});

// Of a graph that `create` makes.
std::vector<std::string> rows_of(const std::string& create, const std::string& query);

// The whole of a property graph, copied into memory: no index serves the copy.
cypher::MemoryGraph copy_of(const cypher::PropertyGraph& graph);

}  // namespace nutgraf::testing

#endif  // NUTGRAF_TESTS_SUPPORT_QUERY_ROWS_H_
