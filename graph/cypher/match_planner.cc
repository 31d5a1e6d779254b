#include "graph/cypher/match_planner.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace nutgraf::cypher {
namespace {

std::uint64_t times(std::uint64_t one, std::uint64_t other) {
  constexpr std::uint64_t most = 1'000'000'000'000'000;
  if (one == 0 || other == 0) return 0;
  return one > most / other ? most : one * other;
}

Direction turned(Direction direction) {
  if (direction == Direction::both) return direction;
  return direction == Direction::out ? Direction::in : Direction::out;
}

void slots_of(const std::vector<PatternPart>& patterns, std::set<Slot>& out) {
  for (const PatternPart& part : patterns) {
    for (const NodePattern& node : part.nodes) {
      out.insert(node.slot);
      if (node.properties) slots_of(*node.properties, out);
    }
    for (const RelationshipPattern& hop : part.relationships) {
      out.insert(hop.slot);
      if (hop.properties) slots_of(*hop.properties, out);
    }
  }
}

}  // namespace

void slots_of(const Expression& expression, std::set<Slot>& out) {
  if (expression.slot != no_slot) out.insert(expression.slot);
  each_part(expression, [&](const Expression& part) { slots_of(part, out); });
  slots_of(expression.patterns, out);
  for (const SingleQuery& query : expression.queries) {
    for (const Clause& clause : query.clauses) {
      slots_of(clause.patterns, out);
      if (clause.where) slots_of(*clause.where, out);
      if (clause.expression) slots_of(*clause.expression, out);
      for (const ProjectionItem& item : clause.projection.items) slots_of(*item.expression, out);
      for (const AggregateCall& call : clause.projection.aggregates) {
        for (const ExpressionPtr& argument : call.arguments) slots_of(*argument, out);
      }
    }
  }
}

void MatchPlanner::add(const std::vector<PatternPart>& patterns, const Expression* where) {
  for (const PatternPart& part : patterns) {
    for (const NodePattern& pattern : part.nodes) {
      Node& node = nodes_[pattern.slot];
      node.bound = node.bound || pattern.bound;
      node.labels.insert(node.labels.end(), pattern.labels.begin(), pattern.labels.end());
      (pattern.bound ? bound_ : declared_).insert(pattern.slot);
    }
    for (std::size_t i = 0; i < part.relationships.size(); ++i) {
      const RelationshipPattern& pattern = part.relationships[i];
      hops_.push_back({&part, &pattern, part.nodes[i].slot, part.nodes[i + 1].slot, false});
      (pattern.bound ? bound_ : declared_).insert(pattern.slot);
    }
    if (part.slot == no_slot) continue;
    paths_.push_back(&part);
    declared_.insert(part.slot);
  }
  for (const PatternPart& part : patterns) {
    for (const NodePattern& node : part.nodes) add_properties(node.slot, node.properties.get());
    for (const RelationshipPattern& hop : part.relationships) {
      if (!hop.many) add_properties(hop.slot, hop.properties.get());
    }
  }
  if (where != nullptr) add_conditions(*where);
}

void MatchPlanner::add_properties(Slot slot, const Expression* properties) {
  if (properties == nullptr) return;
  for (std::size_t i = 0; i < properties->words.size(); ++i) {
    Condition condition;
    condition.property = {slot, properties->words[i], properties->parts[i].get()};
    condition.needs.insert(slot);
    slots_of(*properties->parts[i], condition.needs);
    conditions_.push_back(std::move(condition));
  }
}

void MatchPlanner::add_conditions(const Expression& where) {
  if (where.kind == ExpressionKind::binary && where.operation == Operation::both) {
    add_conditions(*where.parts[0]);
    add_conditions(*where.parts[1]);
    return;
  }
  Condition condition;
  condition.expression = &where;
  slots_of(where, condition.needs);
  conditions_.push_back(std::move(condition));
}

void MatchPlanner::push(Step step) {
  step.estimate = rows_;
  step.number = number_++;
  steps_.push_back(std::move(step));
}

void MatchPlanner::bind(Slot slot) { bound_.insert(slot); }

bool MatchPlanner::known(const Expression& expression) const {
  std::set<Slot> slots;
  slots_of(expression, slots);
  return std::all_of(slots.begin(), slots.end(), [&](Slot slot) {
    return declared_.count(slot) == 0 || bound_.count(slot) != 0;
  });
}

void MatchPlanner::test_what_can_be() {
  for (Condition& condition : conditions_) {
    const bool ready = !condition.done &&
                       std::all_of(condition.needs.begin(), condition.needs.end(), [&](Slot slot) {
                         return declared_.count(slot) == 0 || bound_.count(slot) != 0;
                       });
    if (!ready) continue;
    condition.done = true;
    const bool property = condition.property.value != nullptr;
    if (property) rows_ = std::max<std::uint64_t>(1, rows_ / 4);
    if (property) {
      push({condition.property, 0, 0});
    } else {
      push({FilterStep{condition.expression}, 0, 0});
    }
  }
}

std::vector<Step> MatchPlanner::plan() {
  test_what_can_be();
  for (const auto& [slot, node] : nodes_) {
    const bool alone = hops_.empty();  // then this drops what is null
    if (node.bound && (alone || !node.labels.empty())) push({LabelStep{slot, node.labels}, 0, 0});
  }
  while (take_bound_relationship() || take_hop() || scan()) test_what_can_be();
  for (const PatternPart* part : paths_) {
    push({PathStep{part}, 0, 0});
    bind(part->slot);
    test_what_can_be();
  }
  return std::move(steps_);
}

bool MatchPlanner::take_bound_relationship() {
  for (Hop& hop : hops_) {
    if (hop.done || !hop.pattern->bound) continue;
    EndsStep step{hop.pattern,         hop.left, hop.right, is_bound(hop.left),
                  is_bound(hop.right), walked_};
    hop.done = true;
    walked_.push_back(hop.pattern->slot);
    push({std::move(step), 0, 0});
    for (const Slot slot : {hop.left, hop.right}) {
      const Node& node = nodes_.at(slot);
      if (!is_bound(slot) && !node.labels.empty()) push({LabelStep{slot, node.labels}, 0, 0});
      bind(slot);
    }
    return true;
  }
  return false;
}

std::uint64_t MatchPlanner::cost(const Hop& hop, bool forwards) const {
  const Slot from = forwards ? hop.left : hop.right;
  const Direction direction = forwards ? hop.pattern->direction : turned(hop.pattern->direction);
  const std::uint64_t once = graph_.fan_out(nodes_.at(from).labels, hop.pattern->types, direction);
  if (!hop.pattern->many) return once;
  const std::uint64_t length = std::min<std::uint64_t>(hop.pattern->most.value_or(4), 4);
  std::uint64_t all = 1;
  for (std::uint64_t i = 0; i < length; ++i) all = times(all, std::max<std::uint64_t>(once, 1));
  return times(all, 2);
}

// The relationship that leads from what is bound to the fewest nodes; between two bound nodes
// first.
bool MatchPlanner::take_hop() {
  Hop* best = nullptr;
  std::pair<int, std::uint64_t> least{3, 0};
  for (Hop& hop : hops_) {
    const bool left = is_bound(hop.left);
    const bool right = is_bound(hop.right);
    const bool both = left && right;
    if (hop.done || (!left && !right)) continue;
    if (hop.part->shortest != Shortest::no && !both) continue;
    const std::uint64_t fewest =
        std::min(left ? cost(hop, true) : std::numeric_limits<std::uint64_t>::max(),
                 right ? cost(hop, false) : std::numeric_limits<std::uint64_t>::max());
    const std::pair<int, std::uint64_t> rank{both ? (hop.pattern->many ? 1 : 0) : 1, fewest};
    if (best != nullptr && rank >= least) continue;
    best = &hop;
    least = rank;
  }
  if (best == nullptr) return false;
  expand(*best);
  return true;
}

void MatchPlanner::expand(Hop& hop) {
  hop.done = true;
  const RelationshipPattern& pattern = *hop.pattern;
  if (hop.part->shortest != Shortest::no) {
    push({ShortestStep{hop.part}, 0, 0});
    bind(pattern.slot);
    return;
  }
  const bool into = is_bound(hop.left) && is_bound(hop.right);
  bool forwards = is_bound(hop.left);
  if (into) forwards = cost(hop, true) <= cost(hop, false);
  ExpandStep step;
  step.pattern = &pattern;
  step.from = forwards ? hop.left : hop.right;
  step.to = forwards ? hop.right : hop.left;
  step.direction = forwards ? pattern.direction : turned(pattern.direction);
  step.backwards = !forwards;
  step.into = into;
  step.different = walked_;
  if (!into) step.labels = nodes_.at(step.to).labels;
  if (!into && !pattern.many) {
    for (PlannedProbe& probe : probes(step.to)) {
      if (graph_.serves(probe.shape)) step.probes.push_back(std::move(probe));
    }
  }
  if (!into) rows_ = std::max<std::uint64_t>(1, times(rows_, cost(hop, forwards)));
  bind(step.to);
  bind(pattern.slot);
  walked_.push_back(pattern.slot);
  push({std::move(step), 0, 0});
}

// A node to begin with: the one that the fewest nodes can be.
bool MatchPlanner::scan() {
  Slot best = no_slot;
  ScanEstimate least;
  for (const auto& [slot, node] : nodes_) {
    if (is_bound(slot)) continue;
    std::vector<ProbeShape> shapes;
    for (const PlannedProbe& probe : probes(slot)) shapes.push_back(probe.shape);
    ScanEstimate found = graph_.estimate(node.labels, shapes);
    if (best != no_slot && found.rows >= least.rows) continue;
    best = slot;
    least = std::move(found);
  }
  if (best == no_slot) return false;
  rows_ = std::max<std::uint64_t>(1, times(rows_, least.rows));
  ScanStep step{best, nodes_.at(best).labels, probes(best), least.access};
  push({std::move(step), 0, 0});
  bind(best);
  return true;
}

// Conditions on the node's own properties whose other side is known already.
std::vector<PlannedProbe> MatchPlanner::probes(Slot slot) const {
  std::vector<PlannedProbe> out;
  for (const Condition& condition : conditions_) {
    if (condition.done) continue;
    if (condition.property.value == nullptr) {
      probe_of(*condition.expression, slot, out);
    } else if (condition.property.slot == slot && known(*condition.property.value)) {
      out.push_back({{condition.property.key, ProbeKind::equals}, condition.property.value});
    }
  }
  return out;
}

void MatchPlanner::probe_of(const Expression& condition, Slot slot,
                            std::vector<PlannedProbe>& out) const {
  if (condition.kind == ExpressionKind::binary) {
    probe_of(*condition.parts[0], condition.operation, *condition.parts[1], slot, out);
  } else if (condition.kind == ExpressionKind::chain) {
    for (std::size_t i = 0; i < condition.operations.size(); ++i) {
      probe_of(*condition.parts[i], condition.operations[i], *condition.parts[i + 1], slot, out);
    }
  }
}

void MatchPlanner::probe_of(const Expression& left, Operation operation, const Expression& right,
                            Slot slot, std::vector<PlannedProbe>& out) const {
  const auto own = [&](const Expression& side) {
    return side.kind == ExpressionKind::property &&
           side.parts[0]->kind == ExpressionKind::variable && side.parts[0]->slot == slot;
  };
  const auto take = [&](const Expression& property, const Expression& value, ProbeKind kind) {
    if (own(property) && known(value)) out.push_back({{property.word, kind}, &value});
  };
  switch (operation) {
    case Operation::equals:
      take(left, right, ProbeKind::equals);
      return take(right, left, ProbeKind::equals);
    case Operation::in:
      take(left, right, ProbeKind::among);
      return take(right, left, ProbeKind::holds);
    case Operation::starts_with:
      return take(left, right, ProbeKind::begins);
    case Operation::contains:
    case Operation::ends_with:
      return take(left, right, ProbeKind::contains);
    case Operation::greater:
    case Operation::greater_or_equal:
      take(left, right, ProbeKind::from);
      return take(right, left, ProbeKind::until);
    case Operation::less:
    case Operation::less_or_equal:
      take(left, right, ProbeKind::until);
      return take(right, left, ProbeKind::from);
    default:
      return;
  }
}

}  // namespace nutgraf::cypher
