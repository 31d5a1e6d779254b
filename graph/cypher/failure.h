// What can go wrong with a query, by the names that openCypher's compatibility kit gives it.
#ifndef NUTGRAF_GRAPH_CYPHER_FAILURE_H_
#define NUTGRAF_GRAPH_CYPHER_FAILURE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "extract/result.h"

namespace nutgraf::cypher {

enum class Problem : std::uint8_t {
  unexpected_syntax,
  invalid_number_literal,
  integer_overflow,
  floating_point_overflow,
  invalid_unicode_literal,
  invalid_unicode_character,
  invalid_relationship_pattern,
  invalid_parameter_use,
  invalid_clause_composition,
  writes,  // a clause that would change the graph
  undefined_variable,
  variable_already_bound,
  variable_type_conflict,
  relationship_uniqueness,
  requires_directed_relationship,
  no_variables_in_scope,
  no_expression_alias,
  column_name_conflict,
  different_columns_in_union,
  unknown_function,
  procedure_not_found,
  invalid_number_of_arguments,
  invalid_argument_type,
  invalid_argument_value,
  invalid_aggregation,
  nested_aggregation,
  ambiguous_aggregation,
  non_constant_expression,
  negative_integer_argument,
  number_out_of_range,
  map_element_access_by_non_string,
  missing_parameter,
  too_much,   // a limit of time, rows or memory
  cancelled,  // somebody asked it to stop
  graph,      // the world below failed
};

std::string_view to_string(Problem problem);  // "UndefinedVariable"

// compile: the words alone show it; run: only the graph or the parameters did.
enum class Phase : std::uint8_t { compile, run };

struct Failure {
  Problem problem = Problem::unexpected_syntax;
  Phase phase = Phase::compile;
  Error error;
};

template <typename T>
using Outcome = tl::expected<T, Failure>;

// A failure at a byte of the query: line, column (in code points) and the line as it stands.
Failure failure_at(std::string_view query, std::size_t offset, Problem problem, Phase phase,
                   std::string message);

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_FAILURE_H_
