#include "graph/cypher/aggregate.h"

#include <algorithm>
#include <cmath>

#include "graph/cypher/operators.h"

namespace nutgraf::cypher {

std::size_t Accumulator::add(CallContext& context, const Value& value, const Value& second,
                             bool distinct) {
  if (value.is_null()) return 0;
  std::size_t kept = 0;
  if (distinct) {
    if (!seen_.insert({value}).second) return 0;
    kept += weight(value) + 64;
  }
  ++count_;
  switch (kind_) {
    case Aggregate::sum:
    case Aggregate::avg:
      add_sum(context, value);
      break;
    case Aggregate::min:
      if (sum_.is_null() || order(value, sum_) < 0) sum_ = value;
      break;
    case Aggregate::max:
      if (sum_.is_null() || order(value, sum_) > 0) sum_ = value;
      break;
    case Aggregate::deviation:
    case Aggregate::deviation_of_all: {
      const double number = value.number();
      const double off = number - mean_;
      mean_ += off / static_cast<double>(count_);
      squares_ += off * (number - mean_);
      break;
    }
    case Aggregate::percentile_disc:
    case Aggregate::percentile_cont:
      second_ = second;
      [[fallthrough]];
    case Aggregate::collect:
      values_.push_back(value);
      kept += weight(value);
      break;
    default:
      break;
  }
  return kept;
}

void Accumulator::add_sum(CallContext& context, const Value& value) {
  const bool whole = kind_ == Aggregate::avg && value.kind() == ValueKind::integer;
  const Value summand = whole ? Value(value.number()) : value;
  sum_ = sum_.is_null() ? summand : calculated(context, Operation::add, sum_, summand);
}

Value Accumulator::average() const {
  if (count_ == 0) return {};
  if (sum_.kind() == ValueKind::duration) {
    return scaled(sum_.get<Duration>(), 1 / static_cast<double>(count_)).value_or(Value());
  }
  return sum_.is_number() ? Value(sum_.number() / static_cast<double>(count_)) : Value();
}

Value Accumulator::deviation() const {
  const std::int64_t degrees = kind_ == Aggregate::deviation ? count_ - 1 : count_;
  return degrees < 1 ? Value(0.0) : Value(std::sqrt(squares_ / static_cast<double>(degrees)));
}

Value Accumulator::percentile(CallContext& context) const {
  if (values_.empty()) return {};
  const double part = second_.is_number() ? second_.number() : -1;
  if (!(part >= 0 && part <= 1)) {
    return context.fail(Problem::number_out_of_range, "a percentile lies between 0.0 and 1.0");
  }
  List sorted = values_;
  std::sort(sorted.begin(), sorted.end(),
            [](const Value& a, const Value& b) { return order(a, b) < 0; });
  const auto size = static_cast<double>(sorted.size());
  if (kind_ == Aggregate::percentile_disc) {
    const double rank = std::ceil(part * size) - 1;
    return sorted[static_cast<std::size_t>(std::max(rank, 0.0))];
  }
  const double rank = part * (size - 1);
  const auto below = static_cast<std::size_t>(std::floor(rank));
  const auto above = static_cast<std::size_t>(std::ceil(rank));
  const double weight_above = rank - std::floor(rank);
  return sorted[below].number() * (1 - weight_above) + sorted[above].number() * weight_above;
}

Value Accumulator::result(CallContext& context) const {
  switch (kind_) {
    case Aggregate::count:
      return count_;
    case Aggregate::sum:
      return count_ == 0 ? Value(0) : sum_;
    case Aggregate::avg:
      return average();
    case Aggregate::collect:
      return values_;
    case Aggregate::deviation:
    case Aggregate::deviation_of_all:
      return deviation();
    case Aggregate::percentile_disc:
    case Aggregate::percentile_cont:
      return percentile(context);
    default:
      return sum_;
  }
}

}  // namespace nutgraf::cypher
