// Atoms: literals, parameters, variables, lists, maps, calls, CASE and what stands in brackets.
#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "graph/cypher/grammar.h"

namespace nutgraf::cypher {

ExpressionPtr Grammar::atom() {
  const Token& token = here();
  const auto literal = [&](Value value) {
    ExpressionPtr out = make(ExpressionKind::literal, token.begin);
    out->value = std::move(value);
    ++at_;
    close(out);
    return out;
  };
  if (token.kind == TokenKind::string) return literal(Value(token.text));
  if (token.kind == TokenKind::integer || token.kind == TokenKind::floating) return number(false);
  if (token.kind == TokenKind::broken) {
    wrong(token.begin, Problem::invalid_number_literal, "this number runs into letters");
  }
  if (sign("$")) return parameter();
  if (sign("(")) return bracketed();
  if (sign("[")) return list_or_comprehension();
  if (sign("{")) return map();
  if (!is_name(token)) {
    unexpected("an expression");
    return make(ExpressionKind::literal, token.begin);
  }
  if (word("TRUE")) return literal(Value(true));
  if (word("FALSE")) return literal(Value(false));
  if (word("NULL")) return literal(Value());
  if (word("CASE")) return choice();
  if (word("EXISTS") && is_sign(ahead(1), "{")) return exists_query();
  if (is_sign(ahead(1), "(") || (is_sign(ahead(1), ".") && is_name(ahead(2)))) {
    // A call's name may have dots: "duration.between(…)"; so may a property's path.
    std::size_t next = 1;
    while (is_sign(ahead(next), ".") && is_name(ahead(next + 1))) next += 2;
    if (is_sign(ahead(next), "(")) return call();
  }
  ExpressionPtr out = make(ExpressionKind::variable, token.begin);
  out->word = need_name("a variable");
  close(out);
  return out;
}

ExpressionPtr Grammar::number(bool below) {
  const Token& token = here();
  ExpressionPtr out = make(ExpressionKind::literal, token.begin);
  ++at_;
  close(out);
  if (token.kind == TokenKind::floating) {
    const double value = std::strtod(token.text.c_str(), nullptr);
    if (std::isinf(value)) {
      wrong(token.begin, Problem::floating_point_overflow, "this number is too large");
    }
    out->value = Value(below ? -value : value);
    return out;
  }
  std::string_view digits = token.text;
  int base = 10;
  if (digits.size() > 2 && digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'o')) {
    base = digits[1] == 'x' ? 16 : 8;
    digits.remove_prefix(2);
  }
  std::uint64_t value = 0;
  const auto [end, code] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (code == std::errc::invalid_argument || (code == std::errc() && end != digits.end())) {
    wrong(token.begin, Problem::invalid_number_literal, "these are no octal digits");
    return out;
  }
  constexpr std::uint64_t largest = std::numeric_limits<std::int64_t>::max();
  if (code != std::errc() || value > largest + (below ? 1 : 0)) {
    wrong(token.begin, Problem::integer_overflow,
          "integers lie between -9223372036854775808 and 9223372036854775807");
  }
  out->value = Value(static_cast<std::int64_t>(below ? 0 - value : value));
  return out;
}

ExpressionPtr Grammar::parameter() {
  ExpressionPtr out = make(ExpressionKind::parameter, here().begin);
  need_sign("$", "of a parameter");
  if (here().kind == TokenKind::integer) {
    out->word = tokens_[at_++].text;
  } else {
    out->word = need_name("a parameter's name");
  }
  close(out);
  return out;
}

ExpressionPtr Grammar::bracketed() {
  if (std::optional<PatternPart> pattern = try_pattern()) {
    ExpressionPtr out = make(ExpressionKind::pattern, pattern->begin);
    out->patterns.push_back(std::move(*pattern));
    close(out);
    return out;
  }
  take_sign("(");
  ExpressionPtr out = expression();
  need_sign(")", "behind the expression");
  return out;
}

ExpressionPtr Grammar::list_or_comprehension() {
  const bool named_path = is_name(ahead(1)) && is_sign(ahead(2), "=") && is_sign(ahead(3), "(");
  const bool pattern =
      is_sign(ahead(1), "(") && ahead(1).match != 0 && relationship_follows(ahead(1).match + 1);
  if (named_path || pattern) {
    const std::size_t begin = at_;
    ExpressionPtr out = pattern_comprehension();
    if (out) return out;
    at_ = begin;
  }
  if (is_name(ahead(1)) && is_word(ahead(2), "IN")) return comprehension();
  ExpressionPtr out = make(ExpressionKind::list, here().begin);
  take_sign("[");
  if (!sign("]")) {
    do out->parts.push_back(expression());
    while (take_sign(","));
  }
  need_sign("]", "behind the list");
  close(out);
  return out;
}

// "[x IN list WHERE condition | value]"; "[x IN list]" alone is a comprehension too.
ExpressionPtr Grammar::comprehension() {
  ExpressionPtr out = make(ExpressionKind::comprehension, here().begin);
  take_sign("[");
  out->variable = need_name("a variable");
  need_word("IN");
  out->parts.push_back(expression());
  out->parts.push_back(take_word("WHERE") ? expression() : nullptr);
  out->parts.push_back(take_sign("|") ? expression() : nullptr);
  need_sign("]", "behind the list");
  close(out);
  return out;
}

// nullptr when it is a list whose first element is a pattern.
ExpressionPtr Grammar::pattern_comprehension() {
  ExpressionPtr out = make(ExpressionKind::pattern_list, here().begin);
  take_sign("[");
  std::string path;
  if (is_name(here()) && is_sign(ahead(1), "=")) {
    path = need_name("a name for the path");
    take_sign("=");
  }
  std::optional<PatternPart> pattern = try_pattern();
  if (!pattern) return nullptr;
  if (!failed() && !sign("|") && !word("WHERE")) {
    if (path.empty()) return nullptr;
    unexpected("WHERE or \"|\" of a pattern comprehension");
  }
  pattern->variable = path;
  out->patterns.push_back(std::move(*pattern));
  out->parts.push_back(take_word("WHERE") ? expression() : nullptr);
  need_sign("|", "and the value of a pattern comprehension");
  out->parts.push_back(expression());
  need_sign("]", "behind the pattern comprehension");
  close(out);
  return out;
}

ExpressionPtr Grammar::map() {
  ExpressionPtr out = make(ExpressionKind::map, here().begin);
  need_sign("{", "of a map");
  if (!sign("}")) {
    do {
      out->words.push_back(need_name("a key"));
      need_sign(":", "behind the key");
      out->parts.push_back(expression());
    } while (take_sign(","));
  }
  need_sign("}", "behind the map");
  close(out);
  return out;
}

// parts: the value that is looked at or nullptr, then pairs, then what else or nullptr.
ExpressionPtr Grammar::choice() {
  ExpressionPtr out = make(ExpressionKind::choice, here().begin);
  take_word("CASE");
  out->parts.push_back(word("WHEN") ? nullptr : expression());
  do {
    need_word("WHEN");
    out->parts.push_back(expression());
    need_word("THEN");
    out->parts.push_back(expression());
  } while (!failed() && word("WHEN"));
  out->parts.push_back(take_word("ELSE") ? expression() : nullptr);
  need_word("END");
  close(out);
  return out;
}

ExpressionPtr Grammar::call() {
  const std::size_t begin = here().begin;
  std::string name = need_name("a function");
  while (take_sign(".")) name += '.' + need_name("a function");
  std::string lower = name;
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const bool binds = is_name(ahead(1)) && is_word(ahead(2), "IN");
  if (binds && (lower == "all" || lower == "any" || lower == "none" || lower == "single")) {
    return quantifier(lower);
  }
  if (lower == "reduce" && is_name(ahead(1)) && is_sign(ahead(2), "=")) return reduce();
  if (lower == "count" && is_sign(ahead(1), "*") && is_sign(ahead(2), ")")) {
    ExpressionPtr rows = make(ExpressionKind::count_rows, begin);
    at_ += 3;
    close(rows);
    return rows;
  }
  ExpressionPtr out = make(ExpressionKind::call, begin);
  out->word = std::move(name);
  need_sign("(", "behind the function's name");
  out->distinct = take_word("DISTINCT");
  if (!sign(")")) {
    do out->parts.push_back(expression());
    while (take_sign(","));
  }
  need_sign(")", "behind the arguments");
  close(out);
  return out;
}

ExpressionPtr Grammar::quantifier(const std::string& name) {
  ExpressionPtr out = make(ExpressionKind::quantifier, here().begin);
  out->word = name;
  take_sign("(");
  out->variable = need_name("a variable");
  need_word("IN");
  out->parts.push_back(expression());
  need_word("WHERE");
  out->parts.push_back(expression());
  need_sign(")", "behind the condition");
  close(out);
  return out;
}

ExpressionPtr Grammar::reduce() {
  ExpressionPtr out = make(ExpressionKind::reduce, here().begin);
  take_sign("(");
  out->words.push_back(need_name("the accumulator's name"));
  take_sign("=");
  out->parts.push_back(expression());
  need_sign(",", "behind the accumulator's first value");
  out->variable = need_name("a variable");
  need_word("IN");
  out->parts.push_back(expression());
  need_sign("|", "before the accumulator's next value");
  out->parts.push_back(expression());
  need_sign(")", "behind reduce");
  close(out);
  return out;
}

// EXISTS { pattern WHERE … } or EXISTS { a whole query }; parts[0] is the condition or nullptr.
ExpressionPtr Grammar::exists_query() {
  ExpressionPtr out = make(ExpressionKind::exists, here().begin);
  take_word("EXISTS");
  take_sign("{");
  if (sign("(") || (is_name(here()) && is_sign(ahead(1), "="))) {
    out->patterns = patterns();
    out->parts.push_back(take_word("WHERE") ? expression() : nullptr);
  } else if (++depth_ < 100) {
    out->queries.push_back(single_query());
    --depth_;
  } else {
    unexpected("fewer queries within queries");
  }
  const bool writes = word("SET") || word("MERGE") || word("REMOVE");
  if (!failed() && writes) {
    wrong(here().begin, Problem::invalid_clause_composition,
          "this clause would change the graph: queries only read it");
  }
  need_sign("}", "behind EXISTS");
  close(out);
  return out;
}

}  // namespace nutgraf::cypher
