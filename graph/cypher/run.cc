// Rows through the steps: filters, projections, bounds.
#include "graph/cypher/run.h"

namespace nutgraf::cypher {

bool Machine::run(const Pipeline& pipeline, Row& row, const Sink& sink) {
  return !failed() && Run(*this, pipeline, sink).go(row);
}

Run::~Run() {
  for (const std::unique_ptr<State>& state : states_) {
    if (state) machine_.forget(state->bytes);
  }
}

Run::State& Run::state(std::size_t at) {
  if (!states_[at]) states_[at] = std::make_unique<State>();
  return *states_[at];
}

bool Run::keep(State& state, std::size_t bytes) {
  state.bytes += bytes;
  return machine_.keep(bytes);
}

bool Run::go(Row& row) {
  feed(0, row);
  for (std::size_t at = 0; at < pipeline_.steps.size(); ++at) {
    if (finished_ || machine_.failed()) return false;
    flush(at, row);
  }
  return !finished_ && !machine_.failed();
}

bool Run::feed(std::size_t at, Row& row) {
  if (!machine_.tick()) return false;
  if (at == pipeline_.steps.size()) {
    finished_ = !sink_(row);
    return !finished_;
  }
  return std::visit([&](const auto& step) { return take(at, step, row); },
                    pipeline_.steps[at].what);
}

bool Run::next(std::size_t at, Row& row) {
  if (machine_.failed()) return false;
  machine_.count(pipeline_.steps[at].number);
  return feed(at + 1, row);
}

// What the step has kept goes on now.
void Run::flush(std::size_t at, Row& row) {
  if (const auto* groups = std::get_if<AggregateStep>(&pipeline_.steps[at].what)) {
    show_groups(at, *groups, row);
  }
  if (const auto* sorted = std::get_if<SortStep>(&pipeline_.steps[at].what)) {
    show_sorted(at, *sorted, row);
  }
}

bool Run::take(std::size_t at, const FilterStep& step, Row& row) {
  const Value found = machine_.evaluate(*step.condition, row);
  if (!found.is_null() && found.kind() != ValueKind::boolean) {
    machine_.wrong(*step.condition, Problem::invalid_argument_type,
                   "WHERE expects true or false, found " + std::string(to_string(found.kind())));
  }
  return found.is_true() ? next(at, row) : !machine_.failed();
}

bool Run::take(std::size_t at, const OptionalStep& step, Row& row) {
  bool found = false;
  bool more = true;
  machine_.run(*step.inner, row, [&](Row& match) {
    found = true;
    more = next(at, match);
    return more;
  });
  if (machine_.failed() || !more) return false;
  if (found) return true;
  for (const Slot slot : step.slots) row[slot] = Value();
  return next(at, row);
}

bool Run::take(std::size_t at, const UnwindStep& step, Row& row) {
  const Value list = machine_.evaluate(*step.list, row);
  if (list.is_null()) return !machine_.failed();
  if (list.kind() != ValueKind::list) {
    row[step.slot] = list;
    return next(at, row);
  }
  for (const Value& element : list.list()) {
    row[step.slot] = element;
    if (!next(at, row)) return false;
  }
  return true;
}

bool Run::take(std::size_t at, const ProjectStep& step, Row& row) {
  for (const Column& column : step.columns) {
    row[column.slot] = machine_.evaluate(*column.expression, row);
  }
  return next(at, row);
}

bool Run::take(std::size_t at, const DistinctStep& step, Row& row) {
  List values;
  std::size_t bytes = 64;
  for (const Slot slot : step.slots) {
    values.push_back(row[slot]);
    bytes += weight(row[slot]);
  }
  State& seen = state(at);
  if (!seen.distinct.insert(std::move(values)).second) return true;
  return keep(seen, bytes) && next(at, row);
}

std::uint64_t Run::bound(const Expression& expression, Row& row) {
  const Value found = machine_.evaluate(expression, row);
  if (machine_.failed()) return 0;
  if (found.kind() != ValueKind::integer) {
    machine_.wrong(expression, Problem::invalid_argument_type,
                   "SKIP and LIMIT expect a whole number");
    return 0;
  }
  if (found.integer() < 0) {
    machine_.wrong(expression, Problem::negative_integer_argument,
                   "SKIP and LIMIT are not below 0");
    return 0;
  }
  return static_cast<std::uint64_t>(found.integer());
}

bool Run::take(std::size_t at, const SkipStep& step, Row& row) {
  State& counted = state(at);
  if (!counted.bound) counted.bound = bound(*step.count, row);
  if (counted.seen < *counted.bound) {
    ++counted.seen;
    return !machine_.failed();
  }
  return next(at, row);
}

bool Run::take(std::size_t at, const LimitStep& step, Row& row) {
  State& counted = state(at);
  if (!counted.bound) counted.bound = bound(*step.count, row);
  if (counted.seen >= *counted.bound) return false;
  ++counted.seen;
  return next(at, row) && counted.seen < *counted.bound;
}

}  // namespace nutgraf::cypher
