#include "graph/cypher/planner.h"

#include <set>
#include <utility>

#include "graph/cypher/match_planner.h"

namespace nutgraf::cypher {
namespace {

class Planner {
 public:
  explicit Planner(const PropertyGraph& graph) : graph_(graph) {}

  std::shared_ptr<const Pipeline> single_query(SingleQuery& query, std::uint64_t rows);
  std::size_t steps() const { return number_; }

 private:
  template <typename What>
  void push(What what) {
    pipeline_->steps.push_back({std::move(what), rows_, number_++});
  }
  void match(Clause& clause);
  void project(Clause& clause);
  void expressions(Clause& clause);
  void pattern_expressions(Expression& expression);
  void pattern_expressions(const ExpressionPtr& expression) {
    if (expression) pattern_expressions(*expression);
  }
  void pattern_expressions(std::vector<PatternPart>& patterns);

  const PropertyGraph& graph_;
  std::size_t number_ = 0;
  Pipeline* pipeline_ = nullptr;
  std::uint64_t rows_ = 1;
};

// Plans the patterns that stand within expressions; they run for one row at a time.
void Planner::pattern_expressions(Expression& expression) {
  for (const ExpressionPtr& part : expression.parts) pattern_expressions(part);
  pattern_expressions(expression.patterns);
  if (!expression.queries.empty()) {
    Pipeline* outer = pipeline_;
    const std::uint64_t rows = rows_;
    expression.plan = single_query(expression.queries.front(), 1);
    pipeline_ = outer;
    rows_ = rows;
  } else if (!expression.patterns.empty()) {
    MatchPlanner planner(graph_, 1, number_);
    const Expression* where = expression.parts.empty() ? nullptr : expression.parts[0].get();
    planner.add(expression.patterns, where);
    auto pipeline = std::make_shared<Pipeline>();
    pipeline->steps = planner.plan();
    expression.plan = std::move(pipeline);
  }
}

void Planner::pattern_expressions(std::vector<PatternPart>& patterns) {
  for (PatternPart& part : patterns) {
    for (NodePattern& node : part.nodes) pattern_expressions(node.properties);
    for (RelationshipPattern& hop : part.relationships) pattern_expressions(hop.properties);
  }
}

void Planner::expressions(Clause& clause) {
  pattern_expressions(clause.patterns);
  pattern_expressions(clause.where);
  pattern_expressions(clause.expression);
  Projection& projection = clause.projection;
  for (ProjectionItem& item : projection.items) pattern_expressions(item.expression);
  for (SortItem& item : projection.sort) pattern_expressions(item.expression);
  for (AggregateCall& call : projection.aggregates) {
    for (const ExpressionPtr& argument : call.arguments) pattern_expressions(argument);
  }
}

std::shared_ptr<const Pipeline> Planner::single_query(SingleQuery& query, std::uint64_t rows) {
  auto pipeline = std::make_shared<Pipeline>();
  pipeline_ = pipeline.get();
  rows_ = rows;
  for (Clause& clause : query.clauses) {
    expressions(clause);
    pipeline_ = pipeline.get();
    switch (clause.kind) {
      case ClauseKind::match:
        match(clause);
        break;
      case ClauseKind::unwind:
        rows_ *= 10;
        push(UnwindStep{clause.expression.get(), clause.slot});
        break;
      default:
        project(clause);
        break;
    }
  }
  return pipeline;
}

void Planner::match(Clause& clause) {
  MatchPlanner planner(graph_, rows_, number_);
  planner.add(clause.patterns, clause.where.get());
  std::vector<Step> steps = planner.plan();
  rows_ = planner.rows();
  if (!clause.optional) {
    for (Step& step : steps) pipeline_->steps.push_back(std::move(step));
    return;
  }
  auto inner = std::make_shared<Pipeline>();
  inner->steps = std::move(steps);
  push(OptionalStep{std::move(inner), planner.declared()});
}

void Planner::project(Clause& clause) {
  const Projection& projection = clause.projection;
  std::vector<Column> plain;
  std::vector<Column> after;
  std::vector<Slot> slots;
  for (const ProjectionItem& item : projection.items) {
    (item.aggregates ? after : plain).push_back({item.expression.get(), item.slot});
    slots.push_back(item.slot);
  }
  if (projection.aggregating) {
    if (plain.empty()) rows_ = 1;
    push(AggregateStep{std::move(plain), &projection.aggregates, std::move(after)});
  } else {
    push(ProjectStep{std::move(plain)});
  }
  if (projection.distinct) push(DistinctStep{slots});
  if (!projection.sort.empty()) {
    SortStep sort{{}, slots, projection.skip.get(), projection.limit.get()};
    for (const SortItem& item : projection.sort) {
      sort.keys.push_back({item.expression.get(), item.descending});
    }
    if (clause.where && !projection.aggregating) {
      std::set<Slot> read;
      slots_of(*clause.where, read);
      sort.kept.insert(sort.kept.end(), read.begin(), read.end());
    }
    push(std::move(sort));
  }
  if (projection.skip) push(SkipStep{projection.skip.get()});
  if (projection.limit) push(LimitStep{projection.limit.get()});
  if (clause.where) push(FilterStep{clause.where.get()});
}

}  // namespace

Plan make_plan(QueryText& query, const PropertyGraph& graph) {
  Planner planner(graph);
  Plan out;
  for (SingleQuery& part : query.parts) out.parts.push_back(planner.single_query(part, 1));
  out.steps = planner.steps();
  return out;
}

}  // namespace nutgraf::cypher
