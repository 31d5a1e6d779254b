#include "graph/cypher/query.h"

#include <unordered_set>

#include "graph/cypher/analyzer.h"
#include "graph/cypher/machine.h"
#include "graph/cypher/memory_graph.h"
#include "graph/cypher/notes.h"
#include "graph/cypher/parser.h"
#include "graph/cypher/planner.h"

namespace nutgraf::cypher {

Outcome<Query> Query::prepare(std::string_view text, const PropertyGraph& graph) {
  Outcome<QueryText> parsed = parse(text);
  if (!parsed) return tl::unexpected<Failure>(parsed.error());
  auto kept = std::make_unique<QueryText>(std::move(*parsed));
  if (const std::optional<Failure> failure = analyze(*kept)) {
    return tl::unexpected<Failure>(*failure);
  }
  Plan plan = make_plan(*kept, graph);
  constexpr std::size_t most = 2000;  // rows go down the stack from step to step
  if (plan.steps > most) {
    return tl::unexpected<Failure>(
        failure_at(text, 0, Problem::too_much, Phase::compile,
                   "this query takes " + std::to_string(plan.steps) + " steps; 2000 are the most"));
  }
  return Query(std::move(kept), std::move(plan), graph);
}

Outcome<Profile> Query::run(const Map& parameters, const Limits& limits,
                            const RowVisit& visit) const {
  Machine machine(text_->text, *graph_, parameters, limits, plan_.steps);
  std::unordered_set<List, HashValues, SameValue> seen;
  const bool distinct = plan_.parts.size() > 1 && !text_->all;
  for (std::size_t i = 0; i < plan_.parts.size(); ++i) {
    Row row(text_->slots);
    const std::vector<Slot>& slots = text_->column_slots[i];
    const bool more = machine.run(*plan_.parts[i], row, [&](Row& found) {
      List values;
      values.reserve(slots.size());
      for (const Slot slot : slots) values.push_back(found[slot]);
      if (distinct) {
        if (!machine.keep_row(values)) return false;
        if (!seen.insert(values).second) return true;
      }
      return visit(values);
    });
    if (!more) break;
  }
  if (const Result<void> status = graph_->status(); !status) {
    return tl::unexpected<Failure>({Problem::graph, Phase::run, status.error()});
  }
  if (machine.failure()) return tl::unexpected<Failure>(*machine.failure());
  return machine.profile();
}

std::vector<std::string> Query::notes() const { return notes_on(*text_, graph_->schema()); }

namespace {

bool is_literal(const Expression& expression) {
  const bool plain =
      expression.kind == ExpressionKind::literal || expression.kind == ExpressionKind::list ||
      expression.kind == ExpressionKind::map || expression.kind == ExpressionKind::negate;
  bool all = plain;
  each_part(expression, [&](const Expression& part) { all = all && is_literal(part); });
  return all;
}

}  // namespace

std::optional<Value> literal_value(std::string_view words) {
  Outcome<QueryText> parsed = parse("RETURN " + std::string(words));
  if (!parsed || parsed->parts.size() != 1 || parsed->parts[0].clauses.size() != 1) return {};
  const std::vector<ProjectionItem>& items = parsed->parts[0].clauses[0].projection.items;
  if (items.size() != 1 || !is_literal(*items[0].expression)) return {};
  const MemoryGraph none;
  const Map no_parameters;
  const Limits limits;
  Machine machine(words, none, no_parameters, limits, 0);
  Row row;
  Value out = machine.evaluate(*items[0].expression, row);
  return machine.failed() ? std::nullopt : std::optional(std::move(out));
}

}  // namespace nutgraf::cypher
