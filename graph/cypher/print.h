// Values in print, as the language writes them: 'words', [1, 2], {a: 1}, (:Label {key: 1}),
// [:TYPE {key: 1}], <(:A)-[:T]->(:B)>.
#ifndef NUTGRAF_GRAPH_CYPHER_PRINT_H_
#define NUTGRAF_GRAPH_CYPHER_PRINT_H_

#include <string>
#include <string_view>

#include "graph/cypher/property_graph.h"

namespace nutgraf::cypher {

std::string print(const Value& value, const PropertyGraph& graph);
// In quotes, with \\ and \' as the language reads them.
std::string quoted(std::string_view words);

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_PRINT_H_
