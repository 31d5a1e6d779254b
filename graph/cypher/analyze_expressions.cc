// Expressions: variables to slots, names to functions, and the kinds of values.
#include <algorithm>

#include "extract/text/nearest.h"
#include "graph/cypher/scope.h"

namespace nutgraf::cypher {

namespace {

// The kinds of a list's elements, where it is a list of literals.
Kinds element_kinds(const Expression& list) {
  Kinds out = 0;
  for (const ExpressionPtr& part : list.parts) {
    const bool told = part && part->kind == ExpressionKind::literal && !part->value.is_null();
    if (list.kind != ExpressionKind::list || !told) return kinds::any;
    out |= kinds_of(part->value.kind());
  }
  return out == 0 ? kinds::any : out;
}

}  // namespace

bool aggregates(const Expression& expression) {
  if (expression.kind == ExpressionKind::count_rows) return true;
  if (expression.kind == ExpressionKind::call) {
    const Function* function = find_function(expression.word);
    if (function != nullptr && function->aggregate != Aggregate::none) return true;
  }
  bool found = false;
  each_part(expression, [&](const Expression& part) { found = found || aggregates(part); });
  return found;
}

void Analyzer::need(Kinds found, Kinds wanted, const Expression& expression, const char* what) {
  if (failed() || (found & wanted) != 0) return;
  wrong(expression.begin, Problem::invalid_argument_type,
        "expected " + std::string(what) + ", which " + words_of(expression) + " is not");
}

Kinds Analyzer::resolve(Expression& expression, const Scope& scope, Place place) {
  if (failed()) return kinds::any;
  const Place inner{place.aggregates, false};
  const auto part = [&](std::size_t i) {
    return expression.parts[i] ? resolve(*expression.parts[i], scope, inner) : kinds::any;
  };
  const auto all_parts = [&] {
    for (std::size_t i = 0; i < expression.parts.size(); ++i) part(i);
  };
  switch (expression.kind) {
    case ExpressionKind::literal:
      return expression.value.is_null() ? kinds::any : kinds_of(expression.value.kind());
    case ExpressionKind::parameter:
      return kinds::any;
    case ExpressionKind::variable:
      return resolve_variable(expression, scope);
    case ExpressionKind::property:
      need(part(0), kinds::map | kinds::node | kinds::relationship | kinds::temporal,
           *expression.parts[0], "something that has properties");
      return kinds::any;
    case ExpressionKind::index:
      need(part(0), kinds::list | kinds::map | kinds::node | kinds::relationship,
           *expression.parts[0], "a list or a map");
      part(1);
      return kinds::any;
    case ExpressionKind::slice:
      need(part(0), kinds::list, *expression.parts[0], "a list");
      part(1);
      part(2);
      return kinds::list;
    case ExpressionKind::list:
      all_parts();
      return kinds::list;
    case ExpressionKind::map:
      all_parts();
      return kinds::map;
    case ExpressionKind::negate:
    case ExpressionKind::positive: {
      const Kinds found = part(0);
      need(found, kinds::number | kinds_of(ValueKind::duration), *expression.parts[0], "a number");
      return found;
    }
    case ExpressionKind::not_true:
      need(resolve(*expression.parts[0], scope, place), kinds::boolean, *expression.parts[0],
           "a condition");
      return kinds::boolean;
    case ExpressionKind::binary:
      return resolve_binary(expression, scope, place);
    case ExpressionKind::chain:
    case ExpressionKind::is_null:
    case ExpressionKind::is_not_null:
      all_parts();
      return kinds::boolean;
    case ExpressionKind::labels:
      need(part(0), kinds::node | kinds::relationship, *expression.parts[0], "a node");
      return kinds::boolean;
    case ExpressionKind::call:
    case ExpressionKind::count_rows:
      return resolve_call(expression, scope, place);
    case ExpressionKind::choice:
      return resolve_choice(expression, scope, place);
    case ExpressionKind::comprehension:
    case ExpressionKind::quantifier:
    case ExpressionKind::reduce:
      return resolve_local(expression, scope, place);
    case ExpressionKind::pattern:
    case ExpressionKind::pattern_list:
    case ExpressionKind::exists:
      return resolve_pattern(expression, scope, place);
  }
  return kinds::any;
}

Kinds Analyzer::resolve_variable(Expression& expression, const Scope& scope) {
  if (expression.slot != no_slot) return kinds::any;  // a column's, from ORDER BY
  const auto found = scope.find(expression.word);
  if (found == scope.end()) {
    std::vector<std::string> known;
    for (const auto& [name, symbol] : scope) known.push_back(name);
    wrong(expression.begin, Problem::undefined_variable,
          "the variable " + expression.word + " is not defined" +
              did_you_mean(nearest(expression.word, known)));
    return kinds::any;
  }
  expression.slot = found->second.slot;
  return found->second.kinds;
}

Kinds Analyzer::resolve_binary(Expression& expression, const Scope& scope, Place place) {
  const Operation operation = expression.operation;
  const bool logic = operation <= Operation::both;
  const Place inner{place.aggregates, place.patterns && logic};
  const Kinds one = resolve(*expression.parts[0], scope, inner);
  const Kinds other = resolve(*expression.parts[1], scope, inner);
  if (logic) {
    need(one, kinds::boolean, *expression.parts[0], "a condition");
    need(other, kinds::boolean, *expression.parts[1], "a condition");
    return kinds::boolean;
  }
  if (operation == Operation::in) {
    need(other, kinds::list, *expression.parts[1], "a list");
    return kinds::boolean;
  }
  if (operation < Operation::add || operation > Operation::power) return kinds::boolean;
  if (operation == Operation::add) {
    if (((one | other) & kinds::list) != 0) return kinds::any;
    const Kinds summands = kinds::number | kinds::string | kinds::list | kinds::temporal;
    need(one, summands, *expression.parts[0], "something that can be added");
    need(other, summands, *expression.parts[1], "something that can be added");
    return one == kinds::integer && other == kinds::integer ? kinds::integer : kinds::any;
  }
  need(one, kinds::number | kinds::temporal, *expression.parts[0], "a number");
  need(other, kinds::number | kinds::temporal, *expression.parts[1], "a number");
  if ((one & ~kinds::number) != 0 || (other & ~kinds::number) != 0) {
    return kinds::number | kinds::temporal;
  }
  if (operation == Operation::power) return kinds::floating;
  return one == kinds::integer && other == kinds::integer ? kinds::integer : kinds::number;
}

Kinds Analyzer::resolve_choice(Expression& expression, const Scope& scope, Place place) {
  for (const ExpressionPtr& part : expression.parts) {
    const bool condition = !expression.parts[0] && &part != &expression.parts.back();
    if (part) resolve(*part, scope, {place.aggregates, condition});
  }
  return kinds::any;
}

Kinds Analyzer::resolve_call(Expression& expression, const Scope& scope, Place place) {
  const bool rows = expression.kind == ExpressionKind::count_rows;
  const Function* function = find_function(rows ? "count" : expression.word);
  if (function == nullptr) {
    wrong(expression.begin, Problem::unknown_function,
          "there is no function " + expression.word +
              did_you_mean(nearest(expression.word, function_names())));
    return kinds::any;
  }
  expression.function = function;
  const bool aggregate = function->aggregate != Aggregate::none;
  if (aggregate && place.aggregates != Place::Aggregates::allowed) {
    const bool nested = place.aggregates == Place::Aggregates::nested;
    wrong(expression.begin, nested ? Problem::nested_aggregation : Problem::invalid_aggregation,
          words_of(expression) + (nested ? " stands within another aggregate"
                                         : " is an aggregate: it has no value here"));
    return kinds::any;
  }
  if (rows) return kinds::integer;
  const std::size_t count = expression.parts.size();
  if (count < function->least || count > function->most) {
    wrong(expression.begin, Problem::invalid_number_of_arguments,
          std::string(function->name) + "() takes " + std::to_string(function->least) +
              (function->least == function->most ? "" : " to " + std::to_string(function->most)) +
              " arguments, not " + std::to_string(count));
    return kinds::any;
  }
  const Place inner{aggregate ? Place::Aggregates::nested : place.aggregates,
                    function->name == "exists"};
  for (std::size_t i = 0; i < count; ++i) {
    Expression& argument = *expression.parts[i];
    const Kinds found = resolve(argument, scope, inner);
    if (failed()) return kinds::any;
    if ((found & function->arguments.at(std::min<std::size_t>(i, 2))) == 0) {
      wrong(argument.begin, Problem::invalid_argument_type,
            std::string(function->name) + "() has no value for " + words_of(argument));
    }
    if (aggregate && argument.function != nullptr && argument.function->changes) {
      wrong(argument.begin, Problem::non_constant_expression,
            words_of(argument) + " is another value each time: it cannot be aggregated");
    }
  }
  // exists() of a pattern is the pattern; of a property, whether there is one.
  if (function->name == "exists") {
    const bool pattern = expression.parts[0]->kind == ExpressionKind::pattern;
    if (pattern) {
      ExpressionPtr inner_pattern = std::move(expression.parts[0]);
      expression = std::move(*inner_pattern);
    } else {
      expression.kind = ExpressionKind::is_not_null;
    }
  }
  return function->result;
}

// Comprehensions, quantifiers and reduce: a variable of their own.
Kinds Analyzer::resolve_local(Expression& expression, const Scope& scope, Place place) {
  const bool reduces = expression.kind == ExpressionKind::reduce;
  const std::size_t list = reduces ? 1 : 0;
  const Place outer{place.aggregates, false};
  need(resolve(*expression.parts[list], scope, outer), kinds::list, *expression.parts[list],
       "a list");
  Scope inner = scope;
  if (reduces) {
    resolve(*expression.parts[0], scope, outer);
    expression.second_slot = new_slot();
    inner[expression.words[0]] = {expression.second_slot, kinds::any};
  }
  expression.slot = new_slot();
  inner[expression.variable] = {expression.slot, element_kinds(*expression.parts[list])};
  for (std::size_t i = list + 1; i < expression.parts.size(); ++i) {
    if (!expression.parts[i]) continue;
    const bool condition = i == 1 && !reduces;
    const Kinds found =
        resolve(*expression.parts[i], inner, {Place::Aggregates::refused, condition});
    if (condition) need(found, kinds::boolean, *expression.parts[i], "a condition");
  }
  return expression.kind == ExpressionKind::quantifier ? kinds::boolean
         : reduces                                     ? kinds::any
                                                       : kinds::list;
}

Kinds Analyzer::resolve_pattern(Expression& expression, const Scope& scope, Place place) {
  const bool condition = expression.kind == ExpressionKind::pattern;
  if (condition && !place.patterns) {
    wrong(expression.begin, Problem::unexpected_syntax,
          "a pattern stands for a condition only in WHERE and in exists()");
    return kinds::boolean;
  }
  Scope inner = scope;
  if (!expression.queries.empty()) {
    single_query(expression.queries.front(), inner, false);
    return kinds::boolean;
  }
  patterns(expression.patterns, inner, !condition);
  for (std::size_t i = 0; i < expression.parts.size() && !failed(); ++i) {
    if (!expression.parts[i]) continue;
    const bool where = i == 0;
    const Kinds found = resolve(*expression.parts[i], inner, {Place::Aggregates::refused, where});
    if (where) need(found, kinds::boolean, *expression.parts[i], "a condition");
  }
  return expression.kind == ExpressionKind::pattern_list ? kinds::list : kinds::boolean;
}

}  // namespace nutgraf::cypher
