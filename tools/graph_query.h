// openCypher queries for the command line and the shell: values in cells, limits, Ctrl-C.
#ifndef NUTGRAF_TOOLS_GRAPH_QUERY_H_
#define NUTGRAF_TOOLS_GRAPH_QUERY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/result.h"
#include "graph/cypher/value.h"
#include "graph/reader.h"
#include "tools/console.h"
#include "tools/row_options.h"

namespace nutgraf {

struct GraphQuery {
  std::string text;
  cypher::Map parameters;
  std::optional<std::uint64_t> limit;    // rows that are shown; 0: all; nullopt: the console's, or
                                         // 1000 on a terminal, else all
  std::optional<std::uint64_t> timeout;  // seconds; nullopt: none
};

// Runs the query and prints its rows as `rows` says, or, after EXPLAIN, its plan; after PROFILE the
// plan with counts goes to err. Ctrl-C ends the query, not the program. Returns the exit code;
// mistakes in the query are told with line, column and caret, and are exit_usage.
int answer_query(Console& console, const GraphReader& reader, const GraphQuery& query,
                 const RowOptions& rows);

// "name=value" for a query's $name: a number, true, false, null, 'a string', [a list], {a: map},
// a day as 2016-10-17; anything else is taken as a string.
Result<std::pair<std::string, cypher::Value>> parse_query_parameter(std::string_view words);

// Labels, relationship types and properties, for `:schema`.
std::string query_schema();

// Whether a line of the shell is a query: it begins with MATCH, OPTIONAL, UNWIND, WITH, RETURN,
// EXPLAIN or PROFILE, in any case, and the word ends there.
bool is_query(std::string_view line);
// The words of queries, each kind sorted: for completion.
struct QueryWords {
  std::vector<std::string> keywords, labels, types, properties, functions;
};
const QueryWords& query_words();

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_GRAPH_QUERY_H_
