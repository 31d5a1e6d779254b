// Functions of strings, and conversions. Positions and lengths count code points.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "extract/text/fold.h"
#include "graph/cypher/functions.h"

namespace nutgraf::cypher {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// The byte at which the letter of that number begins; the size when there are fewer.
std::size_t byte_of(const std::string& words, std::size_t letter) {
  std::size_t at = 0;
  for (; at < words.size(); ++at) {
    if (continues(words[at])) continue;
    if (letter == 0) return at;
    --letter;
  }
  return at;
}

std::size_t letters(const std::string& words) {
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [](char c) { return !continues(c); }));
}

Value cut(const std::string& words, std::size_t from, std::size_t count) {
  const std::size_t begin = byte_of(words, from);
  const std::string rest = words.substr(begin);
  return rest.substr(0, byte_of(rest, count));
}

Value negative(CallContext& context, const char* name) {
  return context.fail(Problem::number_out_of_range,
                      std::string(name) + "(): positions and lengths are not below 0");
}

Value substring(CallContext& context, const Arguments& a) {
  const std::int64_t count = a.size() > 2 ? a[2].integer() : 1'000'000'000'000;
  if (a[1].integer() < 0 || count < 0) return negative(context, "substring");
  return cut(a[0].string(), static_cast<std::size_t>(a[1].integer()),
             static_cast<std::size_t>(count));
}

Value left(CallContext& context, const Arguments& a) {
  if (a[1].integer() < 0) return negative(context, "left");
  return cut(a[0].string(), 0, static_cast<std::size_t>(a[1].integer()));
}

Value right(CallContext& context, const Arguments& a) {
  if (a[1].integer() < 0) return negative(context, "right");
  const std::size_t all = letters(a[0].string());
  const std::size_t count = std::min(all, static_cast<std::size_t>(a[1].integer()));
  return cut(a[0].string(), all - count, count);
}

Value replace(CallContext& context, const Arguments& a) {
  const std::string& words = a[0].string();
  const std::string& sought = a[1].string();
  if (sought.empty()) return a[0];
  if (!context.may_hold(words.size() / sought.size() * a[2].string().size() + words.size())) {
    return {};
  }
  std::string out;
  std::size_t begin = 0;
  for (std::size_t at = 0; (at = words.find(sought, begin)) != std::string::npos;) {
    out.append(words, begin, at - begin);
    out += a[2].string();
    begin = at + sought.size();
  }
  return out.append(words, begin);
}

Value split(CallContext&, const Arguments& a) {
  const std::string& words = a[0].string();
  const std::string& by = a[1].string();
  List out;
  std::size_t begin = 0;
  while (!by.empty()) {
    const std::size_t end = words.find(by, begin);
    if (end == std::string::npos) break;
    out.emplace_back(words.substr(begin, end - begin));
    begin = end + by.size();
  }
  out.emplace_back(words.substr(begin));
  return out;
}

constexpr std::string_view spaces = " \t\n\r\f\v";
Value trim_left(CallContext&, const Arguments& a) {
  const std::string& words = a[0].string();
  return words.substr(std::min(words.find_first_not_of(spaces), words.size()));
}
Value trim_right(CallContext&, const Arguments& a) {
  const std::string& words = a[0].string();
  return words.substr(0, words.find_last_not_of(spaces) + 1);
}
Value trim(CallContext& context, const Arguments& a) {
  return trim_left(context, {trim_right(context, a)});
}

Value to_lower(CallContext&, const Arguments& a) { return lower_case(a[0].string()); }
Value to_upper(CallContext&, const Arguments& a) { return upper_case(a[0].string()); }
Value fold_words(CallContext&, const Arguments& a) { return fold_name(a[0].string()); }

Value to_string_value(CallContext& context, const Arguments& a) {
  const auto words = plain_text(a[0]);
  if (words) return *words;
  return context.fail(Problem::invalid_argument_value,
                      "toString() has no words for " + std::string(to_string(a[0].kind())));
}

std::optional<double> parse_number(std::string_view words) {
  while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
  while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
  if (!words.empty() && words.front() == '+') words.remove_prefix(1);
  double out = 0;
  const auto [end, code] = std::from_chars(words.data(), words.data() + words.size(), out);
  if (code != std::errc() || end != words.data() + words.size()) return std::nullopt;
  return out;
}

Value to_integer(CallContext&, const Arguments& a) {
  double number = 0;
  switch (a[0].kind()) {
    case ValueKind::integer:
      return a[0];
    case ValueKind::boolean:
      return a[0].boolean() ? 1 : 0;
    case ValueKind::string: {
      const std::string& words = a[0].string();
      std::int64_t whole = 0;
      const auto [end, code] = std::from_chars(words.data(), words.data() + words.size(), whole);
      if (code == std::errc() && end == words.data() + words.size()) return whole;
      const auto parsed = parse_number(words);
      if (!parsed) return {};
      number = *parsed;
      break;
    }
    default:
      number = a[0].floating();
      break;
  }
  constexpr double above = 9223372036854775808.0;
  if (std::isnan(number) || number >= above || number < -above) return {};
  return static_cast<std::int64_t>(number);
}

Value to_float(CallContext&, const Arguments& a) {
  if (a[0].is_number()) return a[0].number();
  const auto parsed = parse_number(a[0].string());
  return parsed ? Value(*parsed) : Value();
}

Value to_boolean(CallContext&, const Arguments& a) {
  if (a[0].kind() == ValueKind::boolean) return a[0];
  const std::string words = fold(a[0].string());
  if (words == "true") return true;
  return words == "false" ? Value(false) : Value();
}

}  // namespace

std::optional<std::string> plain_text(const Value& value) {
  switch (value.kind()) {
    case ValueKind::boolean:
      return value.boolean() ? "true" : "false";
    case ValueKind::integer:
      return std::to_string(value.integer());
    case ValueKind::floating:
      return text_of(value.floating());
    case ValueKind::string:
      return value.string();
    case ValueKind::date:
      return text_of(value.get<Date>());
    case ValueKind::local_time:
      return text_of(value.get<LocalTime>());
    case ValueKind::time:
      return text_of(value.get<Time>());
    case ValueKind::local_date_time:
      return text_of(value.get<LocalDateTime>());
    case ValueKind::date_time:
      return text_of(value.get<DateTime>());
    case ValueKind::duration:
      return text_of(value.get<Duration>());
    default:
      return std::nullopt;
  }
}

const std::vector<Function>& string_functions() {
  constexpr Kinds any = kinds::any;
  constexpr Kinds string = kinds::string;
  constexpr Kinds whole = kinds::integer;
  constexpr Kinds plain = kinds::number | kinds::string | kinds::boolean | kinds::temporal;
  static const std::vector<Function> functions{
      {"substring", 2, 3, string, {string, whole, whole}, substring},
      {"left", 2, 2, string, {string, whole, any}, left},
      {"right", 2, 2, string, {string, whole, any}, right},
      {"replace", 3, 3, string, {string, string, string}, replace},
      {"split", 2, 2, kinds::list, {string, string, any}, split},
      {"trim", 1, 1, string, {string, any, any}, trim},
      {"ltrim", 1, 1, string, {string, any, any}, trim_left},
      {"rtrim", 1, 1, string, {string, any, any}, trim_right},
      {"toLower", 1, 1, string, {string, any, any}, to_lower},
      {"toUpper", 1, 1, string, {string, any, any}, to_upper},
      {"lower", 1, 1, string, {string, any, any}, to_lower},
      {"upper", 1, 1, string, {string, any, any}, to_upper},
      {"fold", 1, 1, string, {string, any, any}, fold_words},
      {"toString", 1, 1, string, {plain, any, any}, to_string_value},
      {"toInteger", 1, 1, whole, {kinds::number | string | kinds::boolean, any, any}, to_integer},
      {"toFloat", 1, 1, kinds::floating, {kinds::number | string, any, any}, to_float},
      {"toBoolean", 1, 1, kinds::boolean, {kinds::boolean | string, any, any}, to_boolean},
  };
  return functions;
}

}  // namespace nutgraf::cypher
