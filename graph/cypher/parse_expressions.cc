// Expressions, from the weakest binding to the strongest.
#include <algorithm>
#include <array>

#include "graph/cypher/grammar.h"

namespace nutgraf::cypher {

ExpressionPtr Grammar::make(ExpressionKind kind, std::size_t begin) const {
  auto out = std::make_unique<Expression>();
  out->kind = kind;
  out->begin = begin;
  out->end = begin;
  return out;
}

void Grammar::close(ExpressionPtr& expression) {
  constexpr std::size_t deepest = 1000;
  expression->end = last_end();
  each_part(*expression, [&](const Expression& part) {
    expression->depth = std::max(expression->depth, part.depth + 1);
  });
  if (expression->depth > deepest) {
    wrong(expression->begin, Problem::unexpected_syntax,
          "an expression has at most 1000 operators in a row; IN takes a list of any length");
  }
}

ExpressionPtr Grammar::binary(Operation operation, ExpressionPtr one, ExpressionPtr other) {
  ExpressionPtr out = make(ExpressionKind::binary, one->begin);
  out->operation = operation;
  out->parts.push_back(std::move(one));
  out->parts.push_back(std::move(other));
  close(out);
  return out;
}

ExpressionPtr Grammar::expression() {
  constexpr std::size_t deepest = 200;
  if (depth_ >= deepest) {
    wrong(here().begin, Problem::unexpected_syntax, "expressions nest at most 200 deep");
  }
  if (failed()) return make(ExpressionKind::literal, here().begin);
  ++depth_;
  ExpressionPtr out = either();
  --depth_;
  return out;
}

ExpressionPtr Grammar::either() {
  ExpressionPtr out = exclusive();
  while (take_word("OR")) out = binary(Operation::either, std::move(out), exclusive());
  return out;
}

ExpressionPtr Grammar::exclusive() {
  ExpressionPtr out = conjunction();
  while (take_word("XOR")) out = binary(Operation::one_of, std::move(out), conjunction());
  return out;
}

ExpressionPtr Grammar::conjunction() {
  ExpressionPtr out = negation();
  while (take_word("AND")) out = binary(Operation::both, std::move(out), negation());
  return out;
}

ExpressionPtr Grammar::negation() {
  const std::size_t begin = here().begin;
  std::size_t count = 0;
  while (take_word("NOT")) ++count;
  ExpressionPtr out = comparison();
  if (count == 0) return out;
  // An even number still asks for a truth value: two stay.
  for (std::size_t i = 0; i < (count % 2 == 1 ? 1U : 2U); ++i) {
    ExpressionPtr outer = make(ExpressionKind::not_true, begin);
    outer->parts.push_back(std::move(out));
    close(outer);
    out = std::move(outer);
  }
  return out;
}

ExpressionPtr Grammar::comparison() {
  static constexpr std::array<std::pair<std::string_view, Operation>, 6> signs{
      {{"=", Operation::equals},
       {"<>", Operation::differs},
       {"<=", Operation::less_or_equal},
       {">=", Operation::greater_or_equal},
       {"<", Operation::less},
       {">", Operation::greater}}};
  ExpressionPtr first = predicate();
  std::vector<ExpressionPtr> parts;
  std::vector<Operation> operations;
  for (bool more = true; more && !failed();) {
    more = false;
    for (const auto& [text, operation] : signs) {
      if (!take_sign(text)) continue;
      operations.push_back(operation);
      parts.push_back(predicate());
      more = true;
      break;
    }
  }
  if (parts.empty()) return first;
  if (parts.size() == 1) {
    return binary(operations.front(), std::move(first), std::move(parts.front()));
  }
  ExpressionPtr out = make(ExpressionKind::chain, first->begin);
  out->operations = std::move(operations);
  out->parts.push_back(std::move(first));
  for (ExpressionPtr& part : parts) out->parts.push_back(std::move(part));
  close(out);
  return out;
}

// STARTS WITH, ENDS WITH, CONTAINS, IN, =~, IS NULL, IS NOT NULL.
ExpressionPtr Grammar::predicate() {
  ExpressionPtr out = sum();
  while (!failed()) {
    if (word("STARTS") && is_word(ahead(1), "WITH")) {
      at_ += 2;
      out = binary(Operation::starts_with, std::move(out), sum());
    } else if (word("ENDS") && is_word(ahead(1), "WITH")) {
      at_ += 2;
      out = binary(Operation::ends_with, std::move(out), sum());
    } else if (take_word("CONTAINS")) {
      out = binary(Operation::contains, std::move(out), sum());
    } else if (take_word("IN")) {
      out = binary(Operation::in, std::move(out), sum());
    } else if (take_sign("=~")) {
      out = binary(Operation::matches, std::move(out), sum());
    } else if (take_word("IS")) {
      const bool negated = take_word("NOT");
      need_word("NULL");
      ExpressionPtr outer =
          make(negated ? ExpressionKind::is_not_null : ExpressionKind::is_null, out->begin);
      outer->parts.push_back(std::move(out));
      close(outer);
      out = std::move(outer);
    } else {
      break;
    }
  }
  return out;
}

ExpressionPtr Grammar::sum() {
  ExpressionPtr out = product();
  while (!failed()) {
    if (take_sign("+")) {
      out = binary(Operation::add, std::move(out), product());
    } else if (take_sign("-")) {
      out = binary(Operation::subtract, std::move(out), product());
    } else {
      break;
    }
  }
  return out;
}

ExpressionPtr Grammar::product() {
  ExpressionPtr out = power();
  while (!failed()) {
    if (take_sign("*")) {
      out = binary(Operation::multiply, std::move(out), power());
    } else if (take_sign("/")) {
      out = binary(Operation::divide, std::move(out), power());
    } else if (take_sign("%")) {
      out = binary(Operation::modulo, std::move(out), power());
    } else {
      break;
    }
  }
  return out;
}

ExpressionPtr Grammar::power() {
  ExpressionPtr out = signed_value();
  while (take_sign("^")) out = binary(Operation::power, std::move(out), signed_value());
  return out;
}

ExpressionPtr Grammar::signed_value() {
  const std::size_t begin = here().begin;
  std::vector<bool> minus;  // from the outermost sign
  while (!failed() && (sign("+") || sign("-"))) {
    minus.push_back(sign("-"));
    ++at_;
  }
  const TokenKind kind = here().kind;
  const bool literal = kind == TokenKind::integer || kind == TokenKind::floating;
  // The lowest integer has no positive counterpart: the sign belongs to the digits.
  const bool below = literal && !minus.empty() && minus.back() && !is_sign(ahead(1), ".");
  if (below) minus.pop_back();
  ExpressionPtr out = below ? number(true) : postfix();
  for (; !minus.empty(); minus.pop_back()) {
    ExpressionPtr outer =
        make(minus.back() ? ExpressionKind::negate : ExpressionKind::positive, begin);
    outer->parts.push_back(std::move(out));
    close(outer);
    out = std::move(outer);
  }
  return out;
}

// Property, index, slice and label behind an atom.
ExpressionPtr Grammar::postfix() {
  ExpressionPtr out = atom();
  while (!failed()) {
    if (sign(".") && is_name(ahead(1))) {
      ++at_;
      ExpressionPtr outer = make(ExpressionKind::property, out->begin);
      outer->word = need_name("a property's name");
      outer->parts.push_back(std::move(out));
      out = std::move(outer);
    } else if (take_sign("[")) {
      ExpressionPtr from = sign("..") ? nullptr : expression();
      const bool slice = take_sign("..");
      ExpressionPtr outer = make(slice ? ExpressionKind::slice : ExpressionKind::index, out->begin);
      outer->parts.push_back(std::move(out));
      outer->parts.push_back(std::move(from));
      if (slice) outer->parts.push_back(sign("]") ? nullptr : expression());
      need_sign("]", "behind the index");
      out = std::move(outer);
    } else if (sign(":") && is_name(ahead(1))) {
      ExpressionPtr outer = make(ExpressionKind::labels, out->begin);
      while (take_sign(":")) outer->words.push_back(need_name("a label"));
      outer->parts.push_back(std::move(out));
      out = std::move(outer);
    } else {
      break;
    }
    close(out);
  }
  return out;
}

}  // namespace nutgraf::cypher
