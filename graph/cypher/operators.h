// What the operators do to two values.
#ifndef NUTGRAF_GRAPH_CYPHER_OPERATORS_H_
#define NUTGRAF_GRAPH_CYPHER_OPERATORS_H_

#include <optional>

#include "graph/cypher/ast.h"
#include "graph/cypher/functions.h"

namespace nutgraf::cypher {

// =, <>, <, <=, >, >=: true, false or null.
Value compared(Operation operation, const Value& one, const Value& other);
// +, -, *, /, %, ^; null when either is null (but list + null).
Value calculated(CallContext& context, Operation operation, const Value& one, const Value& other);
// STARTS WITH, ENDS WITH, CONTAINS, =~.
Value matched(CallContext& context, Operation operation, const Value& one, const Value& other);
// value IN list.
Value contained(CallContext& context, const Value& value, const Value& list);
Value negated(CallContext& context, const Value& value);

inline Value truth(std::optional<bool> truth) { return truth ? Value(*truth) : Value(); }

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_OPERATORS_H_
