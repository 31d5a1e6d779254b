// Grouping and sorting: the steps that keep rows.
#include <algorithm>

#include "graph/cypher/run.h"

namespace nutgraf::cypher {

Run::Group& Run::group(const AggregateStep& step, State& state, List key) {
  const auto [found, fresh] = state.index.try_emplace(key, state.groups.size());
  if (fresh) {
    std::size_t bytes = 128 + 160 * step.calls->size();
    for (const Value& value : key) bytes += 2 * weight(value);
    keep(state, bytes);
    Group group{std::move(key), {}};
    for (const AggregateCall& call : *step.calls) {
      group.accumulators.emplace_back(call.function == nullptr ? Aggregate::count
                                                               : call.function->aggregate);
    }
    state.groups.push_back(std::move(group));
  }
  return state.groups[found->second];
}

bool Run::take(std::size_t at, const AggregateStep& step, Row& row) {
  State& kept = state(at);
  List key;
  key.reserve(step.keys.size());
  for (const Column& column : step.keys) key.push_back(machine_.evaluate(*column.expression, row));
  Group& group = this->group(step, kept, std::move(key));
  for (std::size_t i = 0; i < step.calls->size(); ++i) {
    const AggregateCall& call = (*step.calls)[i];
    const auto argument = [&](std::size_t which) {
      return which < call.arguments.size() ? machine_.evaluate(*call.arguments[which], row)
                                           : Value();
    };
    const Value value = call.function == nullptr ? Value(true) : argument(0);
    const Value second = argument(1);
    if (machine_.failed()) return false;
    if (call.function != nullptr && !value.is_null() &&
        (kinds_of(value.kind()) & call.function->arguments[0]) == 0) {
      machine_.wrong(*call.arguments[0], Problem::invalid_argument_type,
                     std::string(call.function->name) + "() has no value for " +
                         std::string(to_string(value.kind())));
      return false;
    }
    keep(kept, group.accumulators[i].add(machine_, value, second, call.distinct));
  }
  return !machine_.failed();
}

void Run::show_groups(std::size_t at, const AggregateStep& step, Row& row) {
  State& kept = state(at);
  if (kept.groups.empty() && step.keys.empty()) group(step, kept, {});
  for (const Group& group : kept.groups) {
    for (std::size_t i = 0; i < step.keys.size(); ++i) row[step.keys[i].slot] = group.key[i];
    for (std::size_t i = 0; i < step.calls->size(); ++i) {
      row[(*step.calls)[i].slot] = group.accumulators[i].result(machine_);
    }
    for (const Column& column : step.after) {
      row[column.slot] = machine_.evaluate(*column.expression, row);
    }
    if (!next(at, row)) return;
  }
}

bool Run::SortedBefore::operator()(const Sorted& one, const Sorted& other) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto c = order(one.keys[i], other.keys[i]);
    if (c != 0) return keys[i].descending ? c > 0 : c < 0;
  }
  return one.number < other.number;
}

bool Run::take(std::size_t at, const SortStep& step, Row& row) {
  State& kept = state(at);
  if (!kept.bound && step.limit != nullptr) {
    const std::uint64_t skipped = step.skip == nullptr ? 0 : bound(*step.skip, row);
    const std::uint64_t shown = bound(*step.limit, row);
    if (machine_.failed()) return false;
    constexpr std::uint64_t most = 1'000'000'000;
    kept.bound = std::min(skipped, most) + std::min(shown, most);
  }
  Sorted entry{{}, {}, kept.seen++};
  for (const SortKey& key : step.keys)
    entry.keys.push_back(machine_.evaluate(*key.expression, row));
  for (const Slot slot : step.kept) entry.kept.push_back(row[slot]);
  if (machine_.failed()) return false;
  const SortedBefore before{step.keys};
  // With a limit: a heap whose top is the last of the rows that may be shown.
  const bool full = kept.bound && kept.sorted.size() >= *kept.bound;
  if (full && (kept.sorted.empty() || !before(entry, kept.sorted.front()))) return true;
  if (full) {
    std::pop_heap(kept.sorted.begin(), kept.sorted.end(), before);
    kept.sorted.pop_back();
  } else {
    std::size_t bytes = sizeof(Sorted);
    for (const Value& value : entry.keys) bytes += weight(value);
    for (const Value& value : entry.kept) bytes += weight(value);
    if (!keep(kept, bytes)) return false;
  }
  kept.sorted.push_back(std::move(entry));
  if (kept.bound) std::push_heap(kept.sorted.begin(), kept.sorted.end(), before);
  return true;
}

void Run::show_sorted(std::size_t at, const SortStep& step, Row& row) {
  State& kept = state(at);
  std::sort(kept.sorted.begin(), kept.sorted.end(), SortedBefore{step.keys});
  for (const Sorted& entry : kept.sorted) {
    for (std::size_t i = 0; i < step.kept.size(); ++i) row[step.kept[i]] = entry.kept[i];
    if (!next(at, row)) return;
  }
}

}  // namespace nutgraf::cypher
