// Patterns: (a:Label {key: value})-[r:TYPE*1..3]->(b).
#include <limits>

#include "graph/cypher/grammar.h"

namespace nutgraf::cypher {

std::vector<PatternPart> Grammar::patterns() {
  std::vector<PatternPart> out;
  do out.push_back(pattern_part());
  while (take_sign(","));
  return out;
}

PatternPart Grammar::pattern_part() {
  PatternPart out;
  out.begin = here().begin;
  if (is_name(here()) && is_sign(ahead(1), "=")) {
    out.variable = need_name("a name for the path");
    take_sign("=");
  }
  if ((word("SHORTESTPATH") || word("ALLSHORTESTPATHS")) && is_sign(ahead(1), "(")) {
    shortest(out);
  } else {
    pattern_element(out);
  }
  out.end = last_end();
  return out;
}

void Grammar::shortest(PatternPart& part) {
  const std::size_t begin = here().begin;
  part.shortest = word("SHORTESTPATH") ? Shortest::one : Shortest::all;
  ++at_;
  need_sign("(", "before the pattern");
  pattern_element(part);
  need_sign(")", "behind the pattern");
  if (!failed() && part.relationships.size() != 1) {
    wrong(begin, Problem::unexpected_syntax,
          "a shortest path is sought along one relationship pattern: (a)-[*]-(b)");
  }
  if (!failed() && part.relationships.front().least > 1) {
    wrong(begin, Problem::unexpected_syntax, "a shortest path's length begins at 0 or 1");
  }
}

void Grammar::pattern_element(PatternPart& part) {
  // Brackets around a whole element mean nothing.
  if (sign("(") && is_sign(ahead(1), "(")) {
    take_sign("(");
    if (++depth_ > 200) return unexpected("fewer brackets");
    pattern_element(part);
    --depth_;
    return need_sign(")", "behind the pattern");
  }
  part.nodes.push_back(node());
  while (!failed() && (sign("-") || sign("<"))) {
    part.relationships.push_back(relationship());
    part.nodes.push_back(node());
  }
}

ExpressionPtr Grammar::pattern_properties() {
  if (sign("{")) return map();
  if (sign("$")) return parameter();
  return nullptr;
}

NodePattern Grammar::node() {
  NodePattern out;
  out.begin = here().begin;
  need_sign("(", "of a node pattern");
  if (failed()) return out;
  if (is_name(here())) out.variable = need_name("a variable");
  while (take_sign(":")) out.labels.push_back(need_name("a label"));
  out.properties = pattern_properties();
  if (!failed() && !sign(")") && out.variable.empty() && out.labels.empty() && !out.properties) {
    unexpected("a variable, a label, properties or \")\" of a node pattern");
  }
  need_sign(")", "of the node pattern");
  return out;
}

RelationshipPattern Grammar::relationship() {
  RelationshipPattern out;
  out.begin = here().begin;
  const bool left = take_sign("<");
  need_sign("-", "of a relationship pattern");
  if (take_sign("[")) {
    relationship_detail(out);
    need_sign("]", "of the relationship pattern");
  }
  need_sign("-", "of a relationship pattern");
  const bool right = take_sign(">");
  if (left != right) out.direction = left ? Direction::in : Direction::out;
  return out;
}

void Grammar::relationship_detail(RelationshipPattern& out) {
  if (is_name(here())) out.variable = need_name("a variable");
  if (take_sign(":")) {
    out.types.push_back(need_name("a relationship type"));
    while (take_sign("|")) {
      take_sign(":");
      out.types.push_back(need_name("a relationship type"));
    }
  }
  if (sign("..")) {
    wrong(here().begin, Problem::invalid_relationship_pattern,
          "expected * before the range of a relationship's length");
  }
  if (sign("*")) range(out);
  out.properties = pattern_properties();
}

// "*", "*2", "*2..", "*..3", "*2..3".
void Grammar::range(RelationshipPattern& out) {
  take_sign("*");
  out.many = true;
  out.least = 1;
  out.most = std::nullopt;
  if (sign("-")) {
    return wrong(here().begin, Problem::invalid_relationship_pattern,
                 "a relationship's length is not below 0");
  }
  bool told = false;
  if (here().kind == TokenKind::integer) {
    out.least = small_number();
    told = true;
  }
  if (take_sign("..")) {
    if (here().kind == TokenKind::integer) out.most = small_number();
  } else if (told) {
    out.most = out.least;
  }
}

std::uint64_t Grammar::small_number() {
  std::uint64_t out = 0;
  for (const char c : here().text) {
    if (c < '0' || c > '9' || out > 1'000'000) {
      wrong(here().begin, Problem::invalid_relationship_pattern,
            "expected a whole number below a million");
      return 0;
    }
    out = out * 10 + static_cast<std::uint64_t>(c - '0');
  }
  ++at_;
  return out;
}

// Whether the tokens from `at` begin a relationship: "-[", "--", "<-[", "<--".
bool Grammar::relationship_follows(std::size_t at) const {
  const auto token = [&](std::size_t i) -> const Token& {
    return tokens_[std::min(i, tokens_.size() - 1)];
  };
  if (is_sign(token(at), "<")) ++at;
  if (!is_sign(token(at), "-")) return false;
  return is_sign(token(at + 1), "[") || is_sign(token(at + 1), "-");
}

bool Grammar::pattern_may_begin() const {
  return sign("(") && here().match != 0 && no_pattern_.count(at_) == 0 &&
         relationship_follows(here().match + 1);
}

std::optional<PatternPart> Grammar::try_pattern() {
  if (failed() || !pattern_may_begin()) return std::nullopt;
  const std::size_t begin = at_;
  PatternPart out;
  out.begin = here().begin;
  pattern_element(out);
  out.end = last_end();
  // A mistake within a well-begun pattern is the pattern's; elsewhere it may yet be arithmetic.
  const bool telling = failed() && failure_->problem != Problem::unexpected_syntax;
  if (!failed() && !out.relationships.empty()) return out;
  if (telling) return out;
  failure_.reset();
  no_pattern_.insert(begin);
  at_ = begin;
  return std::nullopt;
}

}  // namespace nutgraf::cypher
