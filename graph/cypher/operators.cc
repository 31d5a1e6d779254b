#include "graph/cypher/operators.h"

#include <cmath>
#include <limits>
#include <regex>

namespace nutgraf::cypher {
namespace {

std::string kinds_words(const Value& one, const Value& other) {
  return std::string(to_string(one.kind())) + " and " + std::string(to_string(other.kind()));
}

Value overflow(CallContext& context) {
  return context.fail(Problem::integer_overflow,
                      "the result does not lie between -9223372036854775808 and "
                      "9223372036854775807");
}

Value whole(CallContext& context, Operation operation, std::int64_t one, std::int64_t other) {
  std::int64_t out = 0;
  switch (operation) {
    case Operation::add:
      return __builtin_add_overflow(one, other, &out) ? overflow(context) : Value(out);
    case Operation::subtract:
      return __builtin_sub_overflow(one, other, &out) ? overflow(context) : Value(out);
    case Operation::multiply:
      return __builtin_mul_overflow(one, other, &out) ? overflow(context) : Value(out);
    default:
      break;
  }
  if (other == 0) return context.fail(Problem::number_out_of_range, "division by 0");
  if (other == -1) return operation == Operation::divide ? negated(context, Value(one)) : Value(0);
  return operation == Operation::divide ? Value(one / other) : Value(one % other);
}

Value real(Operation operation, double one, double other) {
  switch (operation) {
    case Operation::add:
      return one + other;
    case Operation::subtract:
      return one - other;
    case Operation::multiply:
      return one * other;
    case Operation::divide:
      return one / other;
    case Operation::modulo:
      return std::fmod(one, other);
    default:
      return std::pow(one, other);
  }
}

std::size_t size_of(const Value& value) {
  if (value.kind() == ValueKind::list) return sizeof(Value) * value.list().size();
  return value.kind() == ValueKind::string ? value.string().size() : sizeof(Value);
}

Value joined(CallContext& context, const Value& one, const Value& other) {
  List out;
  if (!context.may_hold(size_of(one) + size_of(other))) return out;
  if (one.kind() == ValueKind::list) {
    out = one.list();
  } else {
    out.push_back(one);
  }
  if (other.kind() == ValueKind::list) {
    out.insert(out.end(), other.list().begin(), other.list().end());
  } else {
    out.push_back(other);
  }
  return out;
}

// Strings with strings and numbers; nullopt for other kinds.
std::optional<Value> joined_words(const Value& one, const Value& other) {
  const bool first = one.kind() == ValueKind::string;
  const bool second = other.kind() == ValueKind::string;
  const auto may = [](const Value& value) {
    return value.kind() == ValueKind::string || value.is_number() ||
           value.kind() == ValueKind::boolean;
  };
  if ((!first && !second) || !may(one) || !may(other)) return std::nullopt;
  return Value(plain_text(one).value_or("") + plain_text(other).value_or(""));
}

std::optional<Value> temporal(Operation operation, const Value& one, const Value& other) {
  if (operation == Operation::add) return temporal_sum(one, other, false);
  if (operation == Operation::subtract) return temporal_sum(one, other, true);
  const bool first = one.kind() == ValueKind::duration && other.is_number();
  if (operation == Operation::multiply && first) return scaled(one.get<Duration>(), other.number());
  if (operation == Operation::divide && first) {
    return scaled(one.get<Duration>(), 1 / other.number());
  }
  const bool second = other.kind() == ValueKind::duration && one.is_number();
  if (operation == Operation::multiply && second) {
    return scaled(other.get<Duration>(), one.number());
  }
  return std::nullopt;
}

}  // namespace

Value compared(Operation operation, const Value& one, const Value& other) {
  if (operation == Operation::equals) return truth(equal(one, other));
  if (operation == Operation::differs) {
    const std::optional<bool> same = equal(one, other);
    return same ? Value(!*same) : Value();
  }
  const auto found = compare(one, other);
  if (!found) return {};
  switch (operation) {
    case Operation::less:
      return *found < 0;
    case Operation::less_or_equal:
      return *found <= 0;
    case Operation::greater:
      return *found > 0;
    default:
      return *found >= 0;
  }
}

Value calculated(CallContext& context, Operation operation, const Value& one, const Value& other) {
  const bool lists = one.kind() == ValueKind::list || other.kind() == ValueKind::list;
  if (one.is_null() || other.is_null()) return {};
  if (operation == Operation::add && lists) return joined(context, one, other);
  if (one.is_number() && other.is_number()) {
    const bool integers = one.kind() == ValueKind::integer && other.kind() == ValueKind::integer;
    if (integers && operation != Operation::power) {
      return whole(context, operation, one.integer(), other.integer());
    }
    return real(operation, one.number(), other.number());
  }
  if (operation == Operation::add) {
    if (!context.may_hold(size_of(one) + size_of(other))) return {};
    if (auto words = joined_words(one, other)) return *words;
  }
  if (auto found = temporal(operation, one, other)) return *found;
  return context.fail(Problem::invalid_argument_type,
                      "there is no such operation on " + kinds_words(one, other));
}

Value matched(CallContext& context, Operation operation, const Value& one, const Value& other) {
  if (one.kind() != ValueKind::string || other.kind() != ValueKind::string) return {};
  const std::string& text = one.string();
  const std::string& part = other.string();
  switch (operation) {
    case Operation::starts_with:
      return text.rfind(part, 0) == 0;
    case Operation::ends_with:
      return text.size() >= part.size() &&
             text.compare(text.size() - part.size(), part.size(), part) == 0;
    case Operation::contains:
      return text.find(part) != std::string::npos;
    default:
      break;
  }
  constexpr std::size_t longest = 1000;
  if (part.size() > longest) {
    return context.fail(Problem::too_much, "=~ takes expressions of at most 1000 bytes");
  }
  try {
    // polynomial: libstdc++'s matcher that never goes back; it has no back references.
    const bool folds = part.rfind("(?i)", 0) == 0;
    const auto plain = std::regex::ECMAScript | std::regex_constants::__polynomial;
    const std::regex pattern(folds ? part.substr(4) : part,
                             folds ? plain | std::regex::icase : plain);
    return std::regex_match(text, pattern);
  } catch (const std::regex_error&) {
    return context.fail(Problem::invalid_argument_value,
                        "=~ expects a regular expression (ECMAScript's), not \"" + part + '"');
  }
}

Value contained(CallContext& context, const Value& value, const Value& list) {
  if (list.is_null()) return {};
  if (list.kind() != ValueKind::list) {
    return context.fail(Problem::invalid_argument_type,
                        "IN expects a list, found " + std::string(to_string(list.kind())));
  }
  bool unsure = false;
  for (const Value& element : list.list()) {
    const std::optional<bool> same = equal(value, element);
    if (same && *same) return true;
    unsure = unsure || !same;
  }
  return unsure ? Value() : Value(false);
}

Value negated(CallContext& context, const Value& value) {
  if (value.is_null()) return {};
  if (value.kind() == ValueKind::floating) return -value.floating();
  if (value.kind() == ValueKind::duration) {
    const auto& d = value.get<Duration>();
    return duration_of(-d.months, -d.days, -d.seconds, -d.nanos);
  }
  if (value.kind() != ValueKind::integer) {
    return context.fail(Problem::invalid_argument_type,
                        "- expects a number, found " + std::string(to_string(value.kind())));
  }
  if (value.integer() == std::numeric_limits<std::int64_t>::min()) return overflow(context);
  return -value.integer();
}

}  // namespace nutgraf::cypher
