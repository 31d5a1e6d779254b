// WITH and RETURN: columns, groups, and the names that stay.
//
// Grouping: the columns without an aggregate are the keys. A column with one may use, outside its
// aggregates, only constants and keys that are variables or properties of variables.
#include <algorithm>

#include "graph/cypher/scope.h"

namespace nutgraf::cypher {
namespace {

bool variable_like(const Expression& expression) {
  if (expression.kind == ExpressionKind::variable) return true;
  return expression.kind == ExpressionKind::property && variable_like(*expression.parts[0]);
}

bool contains_variable(const Expression& expression) {
  if (expression.kind == ExpressionKind::variable) return true;
  bool found = !expression.patterns.empty();
  each_part(expression, [&](const Expression& part) { found = found || contains_variable(part); });
  return found;
}

void become_variable(Expression& expression, Slot slot) {
  const std::size_t begin = expression.begin;
  const std::size_t end = expression.end;
  expression = Expression();
  expression.kind = ExpressionKind::variable;
  expression.begin = begin;
  expression.end = end;
  expression.slot = slot;
}

}  // namespace

void Analyzer::project(Clause& clause, Scope& scope) {
  Projection& projection = clause.projection;
  if (projection.all) expand_all(projection, clause, scope);
  if (failed()) return;
  for (ProjectionItem& item : projection.items) {
    item.slot = new_slot();
    item.aggregates = aggregates(*item.expression);
    projection.aggregating = projection.aggregating || item.aggregates;
  }
  for (SortItem& item : projection.sort) {
    use_columns(projection, *item.expression,
                projection.aggregating && aggregates(*item.expression), {});
  }
  Scope projected;
  const bool returning = clause.kind == ClauseKind::returning;
  for (ProjectionItem& item : projection.items) {
    const Kinds found = resolve(*item.expression, scope, {Place::Aggregates::allowed, false});
    if (failed()) return;
    if (projected.count(item.name) != 0) {
      return wrong(item.expression->begin, Problem::column_name_conflict,
                   "two columns have the name " + item.name);
    }
    projected[item.name] = {item.slot, found};
  }
  for (ProjectionItem& item : projection.items) {
    if (item.aggregates) group(projection, *item.expression, {});
    if (item.aggregates && !failed()) extract(projection, item.expression);
  }
  if (!failed()) sort(projection, scope, projected);
  for (const ProjectionItem& item : projection.items) {
    if (returning || item.aliased || failed()) continue;
    return wrong(item.expression->begin, Problem::no_expression_alias,
                 "a column of WITH needs a name: " + words_of(*item.expression) + " AS …");
  }
  bound(projection.skip);
  bound(projection.limit);
  // WHERE still sees what was there before, unless groups took its place.
  Scope visible = projection.aggregating ? Scope() : scope;
  for (const auto& [name, symbol] : projected) visible[name] = symbol;
  scope = std::move(projected);
  if (clause.where && !failed()) {
    const Kinds found = resolve(*clause.where, visible, {Place::Aggregates::refused, true});
    need(found, kinds::boolean, *clause.where, "a condition");
  }
}

void Analyzer::expand_all(Projection& projection, const Clause& clause, const Scope& scope) {
  if (scope.empty() && clause.kind == ClauseKind::returning && projection.items.empty()) {
    return wrong(clause.begin, Problem::no_variables_in_scope,
                 "RETURN * has nothing to give: no variable is defined here");
  }
  std::vector<ProjectionItem> items;
  for (const auto& [name, symbol] : scope) {
    ProjectionItem item;
    item.expression = std::make_unique<Expression>();
    item.expression->kind = ExpressionKind::variable;
    item.expression->begin = clause.begin;
    item.expression->end = clause.begin;
    item.expression->word = name;
    item.name = name;
    item.aliased = true;
    items.push_back(std::move(item));
  }
  for (ProjectionItem& item : projection.items) items.push_back(std::move(item));
  projection.items = std::move(items);
}

// A part that is a key of the groups becomes its column.
bool Analyzer::group_key(Projection& projection, Expression& expression) {
  if (!variable_like(expression)) return false;
  for (const ProjectionItem& item : projection.items) {
    if (item.aggregates || !same(*item.expression, expression)) continue;
    become_variable(expression, item.slot);
    return true;
  }
  return false;
}

// Checks a column with aggregates; `local` are the variables of comprehensions around.
void Analyzer::group(Projection& projection, Expression& expression, std::set<std::string> local) {
  if (failed() || expression.kind == ExpressionKind::count_rows) return;
  if (expression.function != nullptr && expression.function->aggregate != Aggregate::none) return;
  if (group_key(projection, expression)) return;
  if (expression.kind == ExpressionKind::variable && local.count(expression.word) == 0) {
    return wrong(expression.begin, Problem::ambiguous_aggregation,
                 words_of(expression) + " is neither a column of its own nor within an aggregate");
  }
  local.insert(expression.variable);
  local.insert(expression.words.begin(), expression.words.end());
  for (ExpressionPtr& part : expression.parts) {
    if (part) group(projection, *part, local);
  }
}

// Each call of an aggregating function becomes a variable that the grouping fills.
void Analyzer::extract(Projection& projection, ExpressionPtr& expression) {
  const bool rows = expression->kind == ExpressionKind::count_rows;
  const bool call =
      expression->function != nullptr && expression->function->aggregate != Aggregate::none;
  if (!rows && !call) {
    for (ExpressionPtr& part : expression->parts) {
      if (part) extract(projection, part);
    }
    return;
  }
  AggregateCall found;
  found.function = rows ? nullptr : expression->function;
  found.distinct = expression->distinct;
  found.arguments = std::move(expression->parts);
  found.slot = new_slot();
  become_variable(*expression, found.slot);
  projection.aggregates.push_back(std::move(found));
}

// In ORDER BY, what is written like a column is that column.
void Analyzer::use_columns(const Projection& projection, Expression& expression, bool aggregating,
                           const std::set<std::string>& local) {
  if (failed()) return;
  if (expression.kind == ExpressionKind::variable) {
    for (const ProjectionItem& item : projection.items) {
      if (item.name == expression.word && local.count(item.name) == 0) {
        return become_variable(expression, item.slot);
      }
    }
  }
  for (const ProjectionItem& item : projection.items) {
    if (!same(*item.expression, expression) || !local.empty()) continue;
    if (!aggregating || item.aggregates || variable_like(expression)) {
      return become_variable(expression, item.slot);
    }
    return wrong(expression.begin, Problem::ambiguous_aggregation,
                 words_of(expression) + " cannot stand beside an aggregate; give it a name");
  }
  std::set<std::string> inner = local;
  if (!expression.variable.empty()) inner.insert(expression.variable);
  for (ExpressionPtr& part : expression.parts) {
    if (part) use_columns(projection, *part, aggregating, inner);
  }
}

void Analyzer::sort(Projection& projection, const Scope& scope, const Scope& projected) {
  const bool closed = projection.aggregating || projection.distinct;
  Scope visible = closed ? Scope() : scope;
  for (const auto& [name, symbol] : projected) visible[name] = symbol;
  for (SortItem& item : projection.sort) {
    const bool aggregate = aggregates(*item.expression);
    resolve(*item.expression, visible,
            {projection.aggregating && aggregate ? Place::Aggregates::allowed
                                                 : Place::Aggregates::refused,
             false});
    if (aggregate && !failed()) {
      wrong(item.expression->begin, Problem::invalid_aggregation,
            "ORDER BY has no aggregates of its own: make it a column");
    }
  }
}

// SKIP and LIMIT: whole numbers, known before the rows are.
void Analyzer::bound(ExpressionPtr& expression) {
  if (!expression || failed()) return;
  if (contains_variable(*expression)) {
    return wrong(expression->begin, Problem::non_constant_expression,
                 "SKIP and LIMIT do not depend on the row");
  }
  const Kinds found = resolve(*expression, {}, {});
  need(found, kinds::integer, *expression, "a whole number");
  if (failed() || expression->kind != ExpressionKind::literal) return;
  if (expression->value.kind() == ValueKind::integer && expression->value.integer() < 0) {
    wrong(expression->begin, Problem::negative_integer_argument, "SKIP and LIMIT are not below 0");
  }
}

}  // namespace nutgraf::cypher
