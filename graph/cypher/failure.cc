#include "graph/cypher/failure.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nutgraf::cypher {

std::string_view to_string(Problem problem) {
  static constexpr std::array<std::string_view, 35> names{"UnexpectedSyntax",
                                                          "InvalidNumberLiteral",
                                                          "IntegerOverflow",
                                                          "FloatingPointOverflow",
                                                          "InvalidUnicodeLiteral",
                                                          "InvalidUnicodeCharacter",
                                                          "InvalidRelationshipPattern",
                                                          "InvalidParameterUse",
                                                          "InvalidClauseComposition",
                                                          "Writes",
                                                          "UndefinedVariable",
                                                          "VariableAlreadyBound",
                                                          "VariableTypeConflict",
                                                          "RelationshipUniquenessViolation",
                                                          "RequiresDirectedRelationship",
                                                          "NoVariablesInScope",
                                                          "NoExpressionAlias",
                                                          "ColumnNameConflict",
                                                          "DifferentColumnsInUnion",
                                                          "UnknownFunction",
                                                          "ProcedureNotFound",
                                                          "InvalidNumberOfArguments",
                                                          "InvalidArgumentType",
                                                          "InvalidArgumentValue",
                                                          "InvalidAggregation",
                                                          "NestedAggregation",
                                                          "AmbiguousAggregationExpression",
                                                          "NonConstantExpression",
                                                          "NegativeIntegerArgument",
                                                          "NumberOutOfRange",
                                                          "MapElementAccessByNonString",
                                                          "MissingParameter",
                                                          "TooMuch",
                                                          "Cancelled",
                                                          "Graph"};
  return names.at(static_cast<std::size_t>(problem));
}

Failure failure_at(std::string_view query, std::size_t offset, Problem problem, Phase phase,
                   std::string message) {
  offset = std::min(offset, query.size());
  std::size_t line = 1;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < offset; ++i) {
    if (query[i] != '\n') continue;
    ++line;
    begin = i + 1;
  }
  const std::size_t end = std::min(query.find('\n', begin), query.size());
  std::size_t column = 1;
  for (std::size_t i = begin; i < offset; ++i) {
    if ((static_cast<unsigned char>(query[i]) & 0xC0U) != 0x80U) ++column;
  }
  Error error{ErrorCode::invalid,
              std::move(message),
              "query",
              line,
              column,
              std::string(query.substr(begin, end - begin))};
  return {problem, phase, std::move(error)};
}

}  // namespace nutgraf::cypher
