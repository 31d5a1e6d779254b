// Tokens and clauses.
#include "graph/cypher/parser.h"

#include <algorithm>
#include <array>

#include "extract/text/fold.h"
#include "extract/text/nearest.h"
#include "graph/cypher/grammar.h"

namespace nutgraf::cypher {
namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

const Token& Grammar::ahead(std::size_t count) const {
  return tokens_[std::min(at_ + count, tokens_.size() - 1)];
}

bool Grammar::is_sign(const Token& token, std::string_view sign) const {
  return token.kind == TokenKind::sign && token.text == sign;
}

bool Grammar::is_word(const Token& token, std::string_view upper_word) {
  return token.kind == TokenKind::name &&
         std::equal(token.text.begin(), token.text.end(), upper_word.begin(), upper_word.end(),
                    [](char a, char b) { return upper(a) == b; });
}

bool Grammar::take_sign(std::string_view wanted) {
  if (failed() || !sign(wanted)) return false;
  ++at_;
  return true;
}

bool Grammar::take_word(std::string_view wanted) {
  if (failed() || !word(wanted)) return false;
  ++at_;
  return true;
}

void Grammar::need_sign(std::string_view wanted, std::string_view where) {
  if (take_sign(wanted)) return;
  unexpected('"' + std::string(wanted) + "\" " + std::string(where));
}

void Grammar::need_word(std::string_view wanted) {
  if (!take_word(wanted)) unexpected(wanted);
}

bool Grammar::is_name(const Token& token) const {
  return token.kind == TokenKind::name || token.kind == TokenKind::quoted_name;
}

std::string Grammar::need_name(std::string_view what) {
  if (failed()) return {};
  if (!is_name(here())) {
    unexpected(what);
    return {};
  }
  return tokens_[at_++].text;
}

void Grammar::wrong(std::size_t offset, Problem problem, std::string message) {
  if (!failure_) failure_ = failure_at(query_, offset, problem, Phase::compile, std::move(message));
}

std::string Grammar::shown() const {
  if (here().kind == TokenKind::end) return "the end of the query";
  return '"' + std::string(query_.substr(here().begin, here().end - here().begin)) + '"';
}

void Grammar::unexpected(std::string_view expected) {
  wrong(here().begin, Problem::unexpected_syntax,
        "expected " + std::string(expected) + ", found " + shown());
}

Outcome<QueryText> Grammar::run() {
  QueryText out;
  if (take_word("EXPLAIN")) out.showing = Showing::explain;
  if (take_word("PROFILE")) out.showing = Showing::profile;
  out.parts.push_back(single_query());
  bool first = true;
  while (!failed() && word("UNION")) {
    const std::size_t begin = here().begin;
    ++at_;
    const bool all = take_word("ALL");
    if (!first && all != out.all) {
      wrong(begin, Problem::invalid_clause_composition,
            "UNION and UNION ALL do not mix in a query");
    }
    out.all = all;
    first = false;
    out.parts.push_back(single_query());
  }
  while (take_sign(";")) {
  }
  if (!failed() && here().kind != TokenKind::end) refuse_clause();
  if (failure_) return tl::unexpected<Failure>(*failure_);
  out.text = std::string(query_);
  return out;
}

SingleQuery Grammar::single_query() {
  SingleQuery out;
  const std::size_t begin = here().begin;
  while (!failed() && clause(out)) {
  }
  if (!failed() && out.clauses.empty()) {
    if (here().kind == TokenKind::name) {
      refuse_clause();
    } else {
      wrong(begin, Problem::unexpected_syntax,
            "expected a clause: MATCH, UNWIND, WITH or RETURN, found " + shown());
    }
  }
  return out;
}

// Reads one clause; false when none begins here.
bool Grammar::clause(SingleQuery& query) {
  Clause out;
  out.begin = here().begin;
  if (word("OPTIONAL") || word("MATCH")) {
    match(out);
  } else if (word("UNWIND")) {
    unwind(out);
  } else if (word("WITH") || word("RETURN")) {
    projection(out);
  } else if (take_word("CREATE")) {
    out.kind = ClauseKind::create;
    out.patterns = patterns();
  } else if (word("DELETE") || (word("DETACH") && is_word(ahead(1), "DELETE"))) {
    take_word("DETACH");
    take_word("DELETE");
    out.kind = ClauseKind::remove;
    do out.removed.push_back(expression());
    while (take_sign(","));
  } else {
    return false;
  }
  out.end = last_end();
  query.clauses.push_back(std::move(out));
  return true;
}

void Grammar::match(Clause& clause) {
  clause.kind = ClauseKind::match;
  clause.optional = take_word("OPTIONAL");
  need_word("MATCH");
  clause.patterns = patterns();
  if (take_word("WHERE")) clause.where = expression();
}

void Grammar::unwind(Clause& clause) {
  clause.kind = ClauseKind::unwind;
  need_word("UNWIND");
  clause.expression = expression();
  need_word("AS");
  clause.variable = need_name("a name for the element");
}

ProjectionItem Grammar::projection_item() {
  ProjectionItem out;
  const std::size_t begin = here().begin;
  out.expression = expression();
  if (failed()) return out;
  if (take_word("AS")) {
    out.name = need_name("a name for the column");
    out.aliased = true;
  } else {
    out.name = std::string(query_.substr(begin, last_end() - begin));
    if (out.expression->kind == ExpressionKind::variable) {
      out.name = out.expression->word;
      out.aliased = true;
    }
  }
  return out;
}

void Grammar::projection(Clause& clause) {
  const bool with = take_word("WITH");
  if (!with) need_word("RETURN");
  clause.kind = with ? ClauseKind::with : ClauseKind::returning;
  Projection& out = clause.projection;
  out.distinct = take_word("DISTINCT");
  out.all = take_sign("*");
  if (!out.all || take_sign(",")) {
    do out.items.push_back(projection_item());
    while (take_sign(","));
  }
  if (word("ORDER")) {
    take_word("ORDER");
    need_word("BY");
    do {
      SortItem item;
      item.expression = expression();
      if (take_word("DESC") || take_word("DESCENDING")) item.descending = true;
      if (!item.descending && !take_word("ASC")) take_word("ASCENDING");
      out.sort.push_back(std::move(item));
    } while (take_sign(","));
  }
  if (take_word("SKIP")) out.skip = expression();
  if (take_word("LIMIT")) out.limit = expression();
  if (with && take_word("WHERE")) clause.where = expression();
}

// Says why no clause begins here.
void Grammar::refuse_clause() {
  static const std::vector<std::string> known{"MATCH", "OPTIONAL", "UNWIND", "WITH",  "RETURN",
                                              "WHERE", "ORDER",    "SKIP",   "LIMIT", "UNION"};
  static constexpr std::array<std::string_view, 6> writing{"MERGE",  "SET",     "REMOVE",
                                                           "DETACH", "FOREACH", "LOAD"};
  for (const std::string_view name : writing) {
    if (word(name)) {
      return wrong(here().begin, Problem::writes,
                   std::string(name) + " would change the graph: queries only read it");
    }
  }
  if (word("CALL")) {
    return wrong(here().begin, Problem::procedure_not_found, "there are no procedures to CALL");
  }
  std::string hint;
  if (here().kind == TokenKind::name) {
    std::string typed = here().text;
    std::transform(typed.begin(), typed.end(), typed.begin(), upper);
    hint = did_you_mean(nearest(typed, known));
  }
  wrong(here().begin, Problem::unexpected_syntax,
        "expected a clause or the end of the query, found " + shown() + hint);
}

Outcome<QueryText> parse(std::string_view query) {
  if (const std::size_t bad = invalid_utf8(query); bad != std::string_view::npos) {
    return tl::unexpected<Failure>(failure_at(query.substr(0, bad), bad,
                                              Problem::invalid_unicode_character, Phase::compile,
                                              "the query is not valid UTF-8 from here on"));
  }
  Outcome<std::vector<Token>> tokens = tokens_of(query);
  if (!tokens) return tl::unexpected<Failure>(tokens.error());
  constexpr std::size_t most = 20'000;
  if (tokens->size() > most) {
    return tl::unexpected<Failure>(
        failure_at(query, (*tokens)[most].begin, Problem::too_much, Phase::compile,
                   "a query has at most 20000 words and signs; long lists go into parameters"));
  }
  return Grammar(query, std::move(*tokens)).run();
}

}  // namespace nutgraf::cypher
