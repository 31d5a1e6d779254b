#include "graph/cypher/value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <limits>

namespace nutgraf::cypher {
namespace {

// How an integer stands to a floating-point number, with no digit lost.
std::partial_ordering compare_exactly(std::int64_t whole, double number) {
  constexpr double above = 9223372036854775808.0;
  if (std::isnan(number)) return std::partial_ordering::unordered;
  if (number >= above) return std::partial_ordering::less;
  if (number < -above) return std::partial_ordering::greater;
  const auto floor = static_cast<std::int64_t>(std::floor(number));
  if (whole != floor) return whole <=> floor;
  return std::floor(number) == number ? std::partial_ordering::equivalent
                                      : std::partial_ordering::less;
}

std::partial_ordering reversed(std::partial_ordering order) { return 0 <=> order; }

std::partial_ordering compare_numbers(const Value& one, const Value& other) {
  const bool first = one.kind() == ValueKind::integer;
  const bool second = other.kind() == ValueKind::integer;
  if (first && second) return one.integer() <=> other.integer();
  if (first) return compare_exactly(one.integer(), other.floating());
  if (second) return reversed(compare_exactly(other.integer(), one.floating()));
  return one.floating() <=> other.floating();
}

std::strong_ordering compare_instants(const DateTime& one, const DateTime& other) {
  if (const auto c = one.epoch_seconds() <=> other.epoch_seconds(); c != 0) return c;
  return one.nanos % nanos_of_second <=> other.nanos % nanos_of_second;
}

// Values of one kind whose order is total; nullopt for the others.
std::optional<std::strong_ordering> compare_plain(const Value& one, const Value& other) {
  switch (one.kind()) {
    case ValueKind::boolean:
      return one.boolean() <=> other.boolean();
    case ValueKind::string:
      return one.string() <=> other.string();
    case ValueKind::date:
      return one.get<Date>() <=> other.get<Date>();
    case ValueKind::local_time:
      return one.get<LocalTime>() <=> other.get<LocalTime>();
    case ValueKind::time:
      return one.get<Time>().instant() <=> other.get<Time>().instant();
    case ValueKind::local_date_time:
      return one.get<LocalDateTime>() <=> other.get<LocalDateTime>();
    case ValueKind::date_time:
      return compare_instants(one.get<DateTime>(), other.get<DateTime>());
    default:
      return std::nullopt;
  }
}

std::optional<bool> equal_lists(const List& one, const List& other) {
  if (one.size() != other.size()) return false;
  std::optional<bool> out = true;
  for (std::size_t i = 0; i < one.size(); ++i) {
    const std::optional<bool> same = equal(one[i], other[i]);
    if (same && !*same) return false;
    if (!same) out = std::nullopt;
  }
  return out;
}

std::optional<bool> equal_maps(const Map& one, const Map& other) {
  const auto same_key = [](const auto& a, const auto& b) { return a.first == b.first; };
  if (!std::equal(one.begin(), one.end(), other.begin(), other.end(), same_key)) return false;
  std::optional<bool> out = true;
  for (auto a = one.begin(), b = other.begin(); a != one.end(); ++a, ++b) {
    const std::optional<bool> same = equal(a->second, b->second);
    if (same && !*same) return false;
    if (!same) out = std::nullopt;
  }
  return out;
}

// Where a kind stands in the one row of all values.
int rank(ValueKind kind) {
  static constexpr std::array<int, 16> ranks{99, 91, 92, 92, 90, 4,  1,  2,
                                             3,  5,  12, 14, 13, 11, 10, 15};
  return ranks.at(static_cast<std::size_t>(kind));
}

std::strong_ordering order_numbers(const Value& one, const Value& other) {
  const auto nan = [](const Value& value) {
    return value.kind() == ValueKind::floating && std::isnan(value.floating());
  };
  if (nan(one) || nan(other)) return nan(one) <=> nan(other);
  const std::partial_ordering found = compare_numbers(one, other);
  if (found < 0) return std::strong_ordering::less;
  return found > 0 ? std::strong_ordering::greater : std::strong_ordering::equal;
}

// Months count 30.436875 days here; the parts settle what that leaves equal.
std::strong_ordering order_durations(const Duration& one, const Duration& other) {
  const auto seconds = [](const Duration& d) {
    return static_cast<long double>(d.months) * 2629746.0L +
           static_cast<long double>(d.days) * 86400.0L + static_cast<long double>(d.seconds);
  };
  const long double a = seconds(one);
  const long double b = seconds(other);
  if (a != b) return a < b ? std::strong_ordering::less : std::strong_ordering::greater;
  if (const auto c = one.nanos <=> other.nanos; c != 0) return c;
  if (const auto c = one.months <=> other.months; c != 0) return c;
  return one.days <=> other.days;
}

std::strong_ordering order_lists(const List& one, const List& other) {
  for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i) {
    if (const auto c = order(one[i], other[i]); c != 0) return c;
  }
  return one.size() <=> other.size();
}

std::strong_ordering order_maps(const Map& one, const Map& other) {
  auto b = other.begin();
  for (auto a = one.begin(); a != one.end() && b != other.end(); ++a, ++b) {
    if (const auto c = a->first <=> b->first; c != 0) return c;
  }
  if (one.size() != other.size()) return one.size() <=> other.size();
  b = other.begin();
  for (auto a = one.begin(); a != one.end(); ++a, ++b) {
    if (const auto c = order(a->second, b->second); c != 0) return c;
  }
  return std::strong_ordering::equal;
}

std::strong_ordering order_paths(const Path& one, const Path& other) {
  for (std::size_t i = 0; i < std::min(one.nodes.size(), other.nodes.size()); ++i) {
    if (const auto c = one.nodes[i] <=> other.nodes[i]; c != 0) return c;
    if (i >= one.relationships.size() || i >= other.relationships.size()) break;
    if (const auto c = one.relationships[i] <=> other.relationships[i]; c != 0) return c;
  }
  return one.nodes.size() <=> other.nodes.size();
}

}  // namespace

std::string_view to_string(ValueKind kind) {
  static constexpr std::array<std::string_view, 16> names{
      "Null", "Boolean",       "Integer",      "Float",   "String", "List",
      "Map",  "Node",          "Relationship", "Path",    "Date",   "LocalTime",
      "Time", "LocalDateTime", "DateTime",     "Duration"};
  return names.at(static_cast<std::size_t>(kind));
}

double Value::number() const {
  return kind() == ValueKind::integer ? static_cast<double>(integer()) : floating();
}

std::optional<bool> equal(const Value& one, const Value& other) {
  if (one.is_null() || other.is_null()) return std::nullopt;
  if (one.is_number() && other.is_number()) return compare_numbers(one, other) == 0;
  if (one.kind() != other.kind()) return false;
  if (const auto plain = compare_plain(one, other)) return *plain == 0;
  switch (one.kind()) {
    case ValueKind::list:
      return equal_lists(one.list(), other.list());
    case ValueKind::map:
      return equal_maps(one.map(), other.map());
    case ValueKind::node:
      return one.node() == other.node();
    case ValueKind::relationship:
      return one.relationship() == other.relationship();
    case ValueKind::path:
      return one.path() == other.path();
    default:
      return one.get<Duration>() == other.get<Duration>();
  }
}

std::optional<std::partial_ordering> compare(const Value& one, const Value& other) {
  if (one.is_null() || other.is_null()) return std::nullopt;
  if (one.is_number() && other.is_number()) return compare_numbers(one, other);
  if (one.kind() != other.kind()) return std::nullopt;
  if (const auto plain = compare_plain(one, other)) return *plain;
  if (one.kind() != ValueKind::list) return std::nullopt;
  const List& a = one.list();
  const List& b = other.list();
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    const auto part = compare(a[i], b[i]);
    if (!part || *part != 0) return part;
  }
  return a.size() <=> b.size();
}

std::strong_ordering order(const Value& one, const Value& other) {
  if (const auto c = rank(one.kind()) <=> rank(other.kind()); c != 0) return c;
  if (one.is_number()) return order_numbers(one, other);
  if (const auto plain = compare_plain(one, other)) return *plain;
  switch (one.kind()) {
    case ValueKind::list:
      return order_lists(one.list(), other.list());
    case ValueKind::map:
      return order_maps(one.map(), other.map());
    case ValueKind::node:
      return one.node() <=> other.node();
    case ValueKind::relationship:
      return one.relationship() <=> other.relationship();
    case ValueKind::path:
      return order_paths(one.path(), other.path());
    case ValueKind::duration:
      return order_durations(one.get<Duration>(), other.get<Duration>());
    default:
      return std::strong_ordering::equal;
  }
}

std::size_t hash(const Value& value) {
  const auto mix = [](std::size_t seed, std::size_t part) {
    return seed ^ (part + 0x9e3779b97f4a7c15ULL + (seed << 6U) + (seed >> 2U));
  };
  switch (value.kind()) {
    case ValueKind::null:
      return 7;
    case ValueKind::boolean:
      return value.boolean() ? 11 : 13;
    case ValueKind::integer:
    case ValueKind::floating: {
      const double number = value.number();
      if (std::isnan(number)) return 17;
      return std::hash<double>()(number == 0 ? 0.0 : number);
    }
    case ValueKind::string:
      return std::hash<std::string>()(value.string());
    case ValueKind::list:
      return HashValues()(value.list());
    case ValueKind::map: {
      std::size_t out = 19;
      for (const auto& [key, part] : value.map()) {
        out = mix(mix(out, std::hash<std::string>()(key)), hash(part));
      }
      return out;
    }
    case ValueKind::node:
      return mix(23, std::hash<std::uint64_t>()(value.node().number));
    case ValueKind::relationship:
      return mix(29, std::hash<std::uint64_t>()(value.relationship().number));
    case ValueKind::path: {
      std::size_t out = 31;
      for (const RelationshipRef& step : value.path().relationships) out = mix(out, step.number);
      return mix(out, value.path().nodes.front().number);
    }
    case ValueKind::date:
      return mix(37, static_cast<std::size_t>(value.get<Date>().day));
    case ValueKind::time:
      return mix(41, static_cast<std::size_t>(value.get<Time>().instant()));
    case ValueKind::local_time:
      return mix(43, static_cast<std::size_t>(value.get<LocalTime>().nanos));
    case ValueKind::local_date_time:
      return mix(47, static_cast<std::size_t>(value.get<LocalDateTime>().nanos));
    case ValueKind::date_time:
      return mix(53, static_cast<std::size_t>(value.get<DateTime>().epoch_seconds()));
    case ValueKind::duration:
      return mix(59, static_cast<std::size_t>(value.get<Duration>().nanos));
  }
  return 0;
}

std::size_t weight(const Value& value) {
  std::size_t out = sizeof(Value);
  if (value.kind() == ValueKind::string) out += value.string().size();
  if (value.kind() == ValueKind::list) {
    for (const Value& part : value.list()) out += weight(part);
  }
  if (value.kind() == ValueKind::map) {
    for (const auto& [key, part] : value.map()) out += 64 + key.size() + weight(part);
  }
  if (value.kind() == ValueKind::path) out += 32 + 16 * value.path().nodes.size();
  return out;
}

bool nests_within(const Value& value, std::size_t depth) {
  const auto within = [&](const Value& part) { return nests_within(part, depth - 1); };
  if (value.kind() == ValueKind::list) {
    return depth > 0 && std::all_of(value.list().begin(), value.list().end(), within);
  }
  if (value.kind() == ValueKind::map) {
    return depth > 0 && std::all_of(value.map().begin(), value.map().end(),
                                    [&](const auto& entry) { return within(entry.second); });
  }
  return true;
}

bool SameValue::operator()(const List& one, const List& other) const {
  return one.size() == other.size() && order_lists(one, other) == 0;
}

std::size_t HashValues::operator()(const List& values) const {
  std::size_t out = values.size();
  for (const Value& value : values) {
    out ^= hash(value) + 0x9e3779b97f4a7c15ULL + (out << 6U) + (out >> 2U);
  }
  return out;
}

std::string text_of(double number) {
  if (std::isnan(number)) return "NaN";
  if (number == 0) return "0.0";
  if (std::isinf(number)) return number > 0 ? "Infinity" : "-Infinity";
  std::array<char, 64> out{};
  const double size = std::fabs(number);
  const bool plain = size == 0 || (size >= 1e-3 && size < 1e7);
  const auto end =
      plain
          ? std::to_chars(out.data(), out.data() + out.size(), number, std::chars_format::fixed).ptr
          : std::to_chars(out.data(), out.data() + out.size(), number,
                          std::chars_format::scientific)
                .ptr;
  std::string text(out.data(), end);
  const std::size_t exponent = text.find('e');
  std::string mantissa = text.substr(0, exponent);
  if (mantissa.find('.') == std::string::npos) mantissa += ".0";
  if (exponent == std::string::npos) return mantissa;
  std::string power = text.substr(exponent + 1);
  const bool below = power.front() == '-';
  power.erase(0, std::min(power.find_first_not_of("+-0"), power.size() - 1));
  return mantissa + 'E' + (below ? "-" : "") + power;
}

}  // namespace nutgraf::cypher
