// The values of expressions.
#include <algorithm>

#include "graph/cypher/machine.h"
#include "graph/cypher/operators.h"

namespace nutgraf::cypher {

Value Machine::fail(Problem problem, std::string message) {
  if (!failure_) failure_ = failure_at(text_, at_, problem, Phase::run, std::move(message));
  return {};
}

Value Machine::wrong(const Expression& expression, Problem problem, std::string message) {
  at_ = expression.begin;
  return fail(problem, std::move(message));
}

// SplitMix64 (Steele, Lea and Flood 2014), from the same seed in every run.
double Machine::random() {
  random_ += 0x9e3779b97f4a7c15ULL;
  std::uint64_t z = random_;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
  z ^= z >> 31U;
  return static_cast<double>(z >> 11U) / 9007199254740992.0;
}

// What ends a query stands at no place in it.
void Machine::end(Problem problem, std::string message) {
  if (failure_) return;
  failure_ = Failure{
      problem, Phase::run, {ErrorCode::invalid, "query: " + std::move(message), {}, 0, 0, {}}};
}

bool Machine::may_go_on() {
  if (limits_.cancelled && limits_.cancelled()) end(Problem::cancelled, "cancelled");
  if (limits_.out_of_time && limits_.out_of_time()) {
    end(Problem::too_much, "it ran out of the time that it was given");
  }
  return keep(0);
}

bool Machine::keep(std::size_t bytes) {
  kept_ += bytes;
  if (kept_ + graph_.kept_bytes() > limits_.memory) {
    end(Problem::too_much, "it needs more memory than it may have (" +
                               std::to_string(limits_.memory / 1'000'000) +
                               " MB); a LIMIT or a narrower pattern helps");
  }
  return !failed();
}

bool Machine::keep_row(const List& values) {
  std::size_t bytes = 64;
  for (const Value& value : values) bytes += weight(value);
  return keep(bytes);
}

Value Machine::evaluate(const Expression& expression, Row& row) {
  if (failed()) return {};
  switch (expression.kind) {
    case ExpressionKind::literal:
      return expression.value;
    case ExpressionKind::parameter: {
      const auto found = parameters_.find(expression.word);
      if (found != parameters_.end()) return found->second;
      return wrong(expression, Problem::missing_parameter,
                   "the parameter $" + expression.word + " has no value");
    }
    case ExpressionKind::variable:
      return row[expression.slot];
    case ExpressionKind::property: {
      const Expression& base = *expression.parts[0];
      if (base.kind == ExpressionKind::variable) return property(row[base.slot], expression);
      return property(evaluate(base, row), expression);
    }
    case ExpressionKind::index:
      return element(expression, row);
    case ExpressionKind::slice:
      return slice(expression, row);
    case ExpressionKind::list: {
      List out;
      out.reserve(expression.parts.size());
      for (const ExpressionPtr& part : expression.parts) out.push_back(evaluate(*part, row));
      return out;
    }
    case ExpressionKind::map: {
      Map out;
      for (std::size_t i = 0; i < expression.parts.size(); ++i) {
        out.insert_or_assign(expression.words[i], evaluate(*expression.parts[i], row));
      }
      return out;
    }
    case ExpressionKind::negate: {
      const Value value = evaluate(*expression.parts[0], row);
      at_ = expression.begin;
      return negated(*this, value);
    }
    case ExpressionKind::positive:
      return evaluate(*expression.parts[0], row);
    case ExpressionKind::not_true:
    case ExpressionKind::binary:
      return binary(expression, row);
    case ExpressionKind::chain:
      return chain(expression, row);
    case ExpressionKind::is_null:
      return evaluate(*expression.parts[0], row).is_null();
    case ExpressionKind::is_not_null:
      return !evaluate(*expression.parts[0], row).is_null();
    case ExpressionKind::labels:
      return has_labels(expression, row);
    case ExpressionKind::call:
      return call(expression, row);
    case ExpressionKind::count_rows:
      return {};  // the analyzer has put a variable in its place
    case ExpressionKind::choice:
      return choice(expression, row);
    case ExpressionKind::comprehension:
      return comprehension(expression, row);
    case ExpressionKind::quantifier:
      return quantifier(expression, row);
    case ExpressionKind::reduce:
      return reduce(expression, row);
    case ExpressionKind::pattern:
    case ExpressionKind::exists:
      return pattern(expression, row);
    case ExpressionKind::pattern_list:
      return pattern_list(expression, row);
  }
  return {};
}

Value Machine::property(const Value& base, const Expression& expression) {
  switch (base.kind()) {
    case ValueKind::null:
      return {};
    case ValueKind::node:
      return graph_.property(base.node(), expression.word);
    case ValueKind::relationship:
      return graph_.property(base.relationship(), expression.word);
    case ValueKind::map: {
      const auto found = base.map().find(expression.word);
      return found == base.map().end() ? Value() : found->second;
    }
    default:
      break;
  }
  if (auto part = temporal_part(base, expression.word)) return *part;
  return wrong(expression, Problem::invalid_argument_type,
               std::string(to_string(base.kind())) + " has no property " + expression.word);
}

Value Machine::element(const Expression& expression, Row& row) {
  const Value base = evaluate(*expression.parts[0], row);
  const Value index = evaluate(*expression.parts[1], row);
  if (base.is_null() || index.is_null()) return {};
  if (base.kind() == ValueKind::list) {
    if (index.kind() != ValueKind::integer) {
      return wrong(*expression.parts[1], Problem::invalid_argument_type,
                   "a list's index is a whole number");
    }
    const List& list = base.list();
    const auto size = static_cast<std::int64_t>(list.size());
    const std::int64_t at = index.integer() < 0 ? index.integer() + size : index.integer();
    return at < 0 || at >= size ? Value() : list[static_cast<std::size_t>(at)];
  }
  const bool keyed = base.kind() == ValueKind::map || base.kind() == ValueKind::node ||
                     base.kind() == ValueKind::relationship;
  if (!keyed) {
    return wrong(expression, Problem::invalid_argument_type,
                 std::string(to_string(base.kind())) + " has no elements");
  }
  if (index.kind() != ValueKind::string) {
    return wrong(*expression.parts[1], Problem::map_element_access_by_non_string,
                 "a map's key is a string");
  }
  if (base.kind() == ValueKind::node) return graph_.property(base.node(), index.string());
  if (base.kind() == ValueKind::relationship) {
    return graph_.property(base.relationship(), index.string());
  }
  const auto found = base.map().find(index.string());
  return found == base.map().end() ? Value() : found->second;
}

Value Machine::slice(const Expression& expression, Row& row) {
  const Value base = evaluate(*expression.parts[0], row);
  Value from(0);
  Value until;
  if (expression.parts[1]) from = evaluate(*expression.parts[1], row);
  if (expression.parts[2]) until = evaluate(*expression.parts[2], row);
  if (base.is_null() || from.is_null() || (expression.parts[2] && until.is_null())) return {};
  if (base.kind() != ValueKind::list) {
    return wrong(expression, Problem::invalid_argument_type, "only lists can be sliced");
  }
  const auto size = static_cast<std::int64_t>(base.list().size());
  if (!expression.parts[2]) until = Value(size);
  if (from.kind() != ValueKind::integer || until.kind() != ValueKind::integer) {
    return wrong(expression, Problem::invalid_argument_type, "a slice's bounds are whole numbers");
  }
  const auto inside = [&](std::int64_t at) {
    return std::clamp<std::int64_t>(at < 0 ? at + size : at, 0, size);
  };
  const std::int64_t begin = inside(from.integer());
  const std::int64_t end = inside(until.integer());
  if (begin >= end) return List();
  return List(base.list().begin() + begin, base.list().begin() + end);
}

// NOT, AND, OR, XOR: of true, false and null.
Value Machine::logic(const Expression& expression, Row& row) {
  const auto side = [&](std::size_t i) {
    Value value = evaluate(*expression.parts[i], row);
    if (!value.is_null() && value.kind() != ValueKind::boolean) {
      wrong(*expression.parts[i], Problem::invalid_argument_type,
            "expected true or false, found " + std::string(to_string(value.kind())));
      return Value();
    }
    return value;
  };
  const Value one = side(0);
  if (expression.kind == ExpressionKind::not_true) {
    return one.is_null() ? Value() : Value(!one.boolean());
  }
  const bool either = expression.operation == Operation::either;
  if (either && one.is_true()) return true;
  if (expression.operation == Operation::both && one.is_false()) return false;
  const Value other = side(1);
  if (either && other.is_true()) return true;
  if (expression.operation == Operation::both && other.is_false()) return false;
  if (one.is_null() || other.is_null()) return {};
  if (expression.operation == Operation::one_of) return one.boolean() != other.boolean();
  return !either;
}

Value Machine::binary(const Expression& expression, Row& row) {
  const Operation operation = expression.operation;
  if (expression.kind == ExpressionKind::not_true || operation <= Operation::both) {
    return logic(expression, row);
  }
  const Value one = evaluate(*expression.parts[0], row);
  const Value other = evaluate(*expression.parts[1], row);
  if (failed()) return {};
  at_ = expression.begin;
  if (operation <= Operation::greater_or_equal) return compared(operation, one, other);
  if (operation <= Operation::power) return calculated(*this, operation, one, other);
  if (operation == Operation::in) return contained(*this, one, other);
  return matched(*this, operation, one, other);
}

// a < b < c is a < b AND b < c, with b looked at once.
Value Machine::chain(const Expression& expression, Row& row) {
  Value left = evaluate(*expression.parts[0], row);
  bool unsure = false;
  for (std::size_t i = 0; i < expression.operations.size(); ++i) {
    Value right = evaluate(*expression.parts[i + 1], row);
    const Value found = compared(expression.operations[i], left, right);
    if (found.is_false()) return false;
    unsure = unsure || found.is_null();
    left = std::move(right);
  }
  return unsure ? Value() : Value(true);
}

Value Machine::choice(const Expression& expression, Row& row) {
  const ExpressionPtr& looked_at = expression.parts.front();
  const Value value = looked_at ? evaluate(*looked_at, row) : Value();
  for (std::size_t i = 1; i + 2 < expression.parts.size(); i += 2) {
    const Value when = evaluate(*expression.parts[i], row);
    const bool taken = looked_at ? equal(value, when).value_or(false) : when.is_true();
    if (taken) return evaluate(*expression.parts[i + 1], row);
  }
  return expression.parts.back() ? evaluate(*expression.parts.back(), row) : Value();
}

Value Machine::call(const Expression& expression, Row& row) {
  const Function& function = *expression.function;
  Arguments arguments;
  arguments.reserve(expression.parts.size());
  for (const ExpressionPtr& part : expression.parts) {
    arguments.push_back(evaluate(*part, row));
    if (function.null_in_null_out && arguments.back().is_null()) return {};
  }
  if (failed()) return {};
  at_ = expression.begin;
  const auto wanted = [&](std::size_t i) {
    return function.arguments.at(std::min<std::size_t>(i, 2));
  };
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i].is_null() || (kinds_of(arguments[i].kind()) & wanted(i)) != 0) continue;
    return fail(Problem::invalid_argument_value, std::string(function.name) +
                                                     "() has no value for " +
                                                     std::string(to_string(arguments[i].kind())));
  }
  return function.apply(*this, arguments);
}

Value Machine::has_labels(const Expression& expression, Row& row) {
  const Value value = evaluate(*expression.parts[0], row);
  if (value.is_null()) return {};
  if (value.kind() == ValueKind::relationship) {
    return expression.words.size() == 1 &&
           graph_.type(value.relationship()) == expression.words.front();
  }
  if (value.kind() != ValueKind::node) {
    return wrong(expression, Problem::invalid_argument_type, "only nodes have labels");
  }
  return std::all_of(
      expression.words.begin(), expression.words.end(),
      [&](const std::string& label) { return graph_.has_label(value.node(), label); });
}

}  // namespace nutgraf::cypher
