// Clauses: which may follow which, and the names they bring and take.
#include "graph/cypher/analyzer.h"

#include <algorithm>

#include "graph/cypher/scope.h"

namespace nutgraf::cypher {

void Analyzer::wrong(std::size_t offset, Problem problem, std::string message) {
  if (!failure_) {
    failure_ = failure_at(query_.text, offset, problem, Phase::compile, std::move(message));
  }
}

std::string Analyzer::words_of(const Expression& expression) const {
  return query_.text.substr(expression.begin, expression.end - expression.begin);
}

std::optional<Failure> Analyzer::run() {
  for (SingleQuery& part : query_.parts) {
    single_query(part, {}, true);
    if (failed()) return failure_;
  }
  unite();
  return failure_;
}

void Analyzer::single_query(SingleQuery& query, Scope scope, bool outermost) {
  compose(query, outermost);
  for (Clause& part : query.clauses) {
    if (!failed()) clause(part, scope);
  }
}

// Which clauses may follow which.
void Analyzer::compose(const SingleQuery& query, bool outermost) {
  for (const Clause& part : query.clauses) {
    if (part.kind == ClauseKind::create || part.kind == ClauseKind::remove) {
      return wrong(part.begin, Problem::writes,
                   "this clause would change the graph: queries only read it");
    }
    if (part.kind == ClauseKind::returning && &part != &query.clauses.back()) {
      return wrong((&part + 1)->begin, Problem::invalid_clause_composition,
                   "RETURN is the last clause of a query");
    }
  }
  if (outermost && query.clauses.back().kind != ClauseKind::returning) {
    wrong(query.clauses.back().end, Problem::invalid_clause_composition,
          "expected RETURN: a query ends with what it gives");
  }
}

void Analyzer::clause(Clause& clause, Scope& scope) {
  switch (clause.kind) {
    case ClauseKind::match:
      return match(clause, scope);
    case ClauseKind::unwind:
      return unwind(clause, scope);
    default:
      return project(clause, scope);
  }
}

void Analyzer::match(Clause& clause, Scope& scope) {
  patterns(clause.patterns, scope, true);
  if (clause.where && !failed()) {
    const Kinds found = resolve(*clause.where, scope, {Place::Aggregates::refused, true});
    need(found, kinds::boolean, *clause.where, "a condition");
  }
}

void Analyzer::unwind(Clause& clause, Scope& scope) {
  resolve(*clause.expression, scope, {});
  if (failed()) return;
  if (scope.count(clause.variable) != 0) {
    return wrong(clause.begin, Problem::variable_already_bound,
                 "the name " + clause.variable + " has a value already");
  }
  clause.slot = new_slot();
  scope[clause.variable] = {clause.slot, kinds::any};
}

// Every part of a union has the same columns; each column's slot in each part.
void Analyzer::unite() {
  for (const SingleQuery& part : query_.parts) {
    const Clause& last = part.clauses.back();
    std::vector<Slot> slots;
    for (const ProjectionItem& item : last.projection.items) slots.push_back(item.slot);
    if (query_.column_slots.empty()) {
      for (const ProjectionItem& item : last.projection.items) query_.columns.push_back(item.name);
      query_.column_slots.push_back(std::move(slots));
      continue;
    }
    std::vector<Slot> ordered;
    for (const std::string& column : query_.columns) {
      for (const ProjectionItem& item : last.projection.items) {
        if (item.name == column) ordered.push_back(item.slot);
      }
    }
    if (ordered.size() != query_.columns.size() || slots.size() != ordered.size()) {
      return wrong(last.begin, Problem::different_columns_in_union,
                   "the parts of a UNION have the same columns");
    }
    query_.column_slots.push_back(std::move(ordered));
  }
}

std::optional<Failure> analyze(QueryText& query) { return Analyzer(query).run(); }

}  // namespace nutgraf::cypher
