// Makes graphs for tests from CREATE (and UNWIND, MATCH, WITH, DELETE before it): the engine only
// reads.
#ifndef NUTGRAF_TESTS_SUPPORT_GRAPH_WRITER_H_
#define NUTGRAF_TESTS_SUPPORT_GRAPH_WRITER_H_

#include <string>
#include <string_view>

#include "graph/cypher/failure.h"
#include "graph/cypher/memory_graph.h"

namespace nutgraf::testing {

// "" when all went well, else what did not.
std::string write(cypher::MemoryGraph& graph, std::string_view query);

}  // namespace nutgraf::testing

#endif  // NUTGRAF_TESTS_SUPPORT_GRAPH_WRITER_H_
