// Expressions with variables of their own, and patterns within expressions.
#include "graph/cypher/machine.h"
#include "graph/cypher/operators.h"

namespace nutgraf::cypher {

Value Machine::comprehension(const Expression& expression, Row& row) {
  const Value list = evaluate(*expression.parts[0], row);
  if (list.is_null()) return {};
  if (list.kind() != ValueKind::list) {
    return wrong(expression, Problem::invalid_argument_type, "IN expects a list");
  }
  List out;
  std::size_t bytes = 0;
  for (const Value& element : list.list()) {
    if (!tick()) return {};
    row[expression.slot] = element;
    if (expression.parts[1] && !evaluate(*expression.parts[1], row).is_true()) continue;
    out.push_back(expression.parts[2] ? evaluate(*expression.parts[2], row) : element);
    bytes += weight(out.back());
    if (!may_hold(bytes)) return {};
  }
  return out;
}

Value Machine::quantifier(const Expression& expression, Row& row) {
  const Value list = evaluate(*expression.parts[0], row);
  if (list.is_null()) return {};
  if (list.kind() != ValueKind::list) {
    return wrong(expression, Problem::invalid_argument_type, "IN expects a list");
  }
  std::size_t yes = 0;
  std::size_t no = 0;
  std::size_t unsure = 0;
  for (const Value& element : list.list()) {
    if (!tick()) return {};
    row[expression.slot] = element;
    const Value found = evaluate(*expression.parts[1], row);
    ++(found.is_true() ? yes : found.is_null() ? unsure : no);
  }
  if (expression.word == "all") return no > 0 ? Value(false) : unsure > 0 ? Value() : Value(true);
  if (expression.word == "any") return yes > 0 ? Value(true) : unsure > 0 ? Value() : Value(false);
  if (expression.word == "none") return yes > 0 ? Value(false) : unsure > 0 ? Value() : Value(true);
  if (yes > 1) return false;
  return unsure > 0 ? Value() : Value(yes == 1);
}

Value Machine::reduce(const Expression& expression, Row& row) {
  const Value list = evaluate(*expression.parts[1], row);
  if (list.is_null()) return {};
  if (list.kind() != ValueKind::list) {
    return wrong(expression, Problem::invalid_argument_type, "IN expects a list");
  }
  Value so_far = evaluate(*expression.parts[0], row);
  std::size_t steps = 0;
  for (const Value& element : list.list()) {
    if (!tick()) return {};
    row[expression.second_slot] = std::move(so_far);
    row[expression.slot] = element;
    so_far = evaluate(*expression.parts[2], row);
    // Here alone values nest without end; those who walk them go down on the stack.
    if (++steps % 16 == 0 && !nests_within(so_far, 500)) {
      return wrong(expression, Problem::too_much, "lists and maps nest at most 500 deep");
    }
  }
  return so_far;
}

// Whether the pattern or the query has any row.
Value Machine::pattern(const Expression& expression, Row& row) {
  bool found = false;
  run(*expression.plan, row, [&found](Row&) {
    found = true;
    return false;
  });
  return found;
}

Value Machine::pattern_list(const Expression& expression, Row& row) {
  List out;
  std::size_t bytes = 0;
  run(*expression.plan, row, [&](Row& match) {
    out.push_back(evaluate(*expression.parts[1], match));
    bytes += weight(out.back());
    return may_hold(bytes);
  });
  return out;
}

}  // namespace nutgraf::cypher
