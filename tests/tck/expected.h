// The values of a kit's result tables, in a form in which equal values are equal words.
#ifndef NUTGRAF_TESTS_TCK_EXPECTED_H_
#define NUTGRAF_TESTS_TCK_EXPECTED_H_

#include <string>
#include <string_view>

#include "graph/cypher/property_graph.h"

namespace nutgraf::tck {

// Labels, keys and, where told, elements of lists are sorted; numbers are written one way.
std::string canonical(std::string_view cell, bool sort_lists);

// A parameter's value; fails, with null, for what is no literal.
cypher::Value literal(const std::string& words);

}  // namespace nutgraf::tck

#endif  // NUTGRAF_TESTS_TCK_EXPECTED_H_
