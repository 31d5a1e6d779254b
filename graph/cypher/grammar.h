// The parser's inside: shared by the files that read clauses, patterns and expressions.
//
// After the first failure nothing is read any more: every function gives what it has, and run()
// tells the failure.
#ifndef NUTGRAF_GRAPH_CYPHER_GRAMMAR_H_
#define NUTGRAF_GRAPH_CYPHER_GRAMMAR_H_

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/cypher/ast.h"
#include "graph/cypher/failure.h"
#include "graph/cypher/lexer.h"

namespace nutgraf::cypher {

class Grammar {
 public:
  Grammar(std::string_view query, std::vector<Token> tokens)
      : query_(query), tokens_(std::move(tokens)) {}

  Outcome<QueryText> run();

 private:
  // Tokens (parser.cc).
  const Token& here() const { return tokens_[at_]; }
  const Token& ahead(std::size_t count) const;
  bool is_sign(const Token& token, std::string_view sign) const;
  bool sign(std::string_view wanted) const { return is_sign(here(), wanted); }
  bool word(std::string_view upper) const { return is_word(here(), upper); }
  static bool is_word(const Token& token, std::string_view upper);
  bool take_sign(std::string_view wanted);
  bool take_word(std::string_view upper);
  void need_sign(std::string_view wanted, std::string_view where);
  void need_word(std::string_view upper);
  bool is_name(const Token& token) const;
  std::string need_name(std::string_view what);
  bool failed() const { return failure_.has_value(); }
  void wrong(std::size_t offset, Problem problem, std::string message);
  void unexpected(std::string_view expected);
  std::string shown() const;  // the token here, for messages
  std::size_t last_end() const { return at_ == 0 ? 0 : tokens_[at_ - 1].end; }

  // Clauses (parser.cc).
  SingleQuery single_query();
  bool clause(SingleQuery& query);
  void match(Clause& clause);
  void unwind(Clause& clause);
  void projection(Clause& clause);
  ProjectionItem projection_item();
  void refuse_clause();

  // Patterns (parse_patterns.cc).
  std::vector<PatternPart> patterns();
  PatternPart pattern_part();
  void shortest(PatternPart& part);
  void pattern_element(PatternPart& part);
  NodePattern node();
  RelationshipPattern relationship();
  void relationship_detail(RelationshipPattern& out);
  void range(RelationshipPattern& out);
  ExpressionPtr pattern_properties();
  std::uint64_t small_number();
  bool relationship_follows(std::size_t at) const;
  bool pattern_may_begin() const;
  // A pattern of one relationship at least; nullopt, and nothing read, when there is none.
  std::optional<PatternPart> try_pattern();

  // Expressions, by binding strength (parse_expressions.cc).
  ExpressionPtr expression();
  ExpressionPtr either();
  ExpressionPtr exclusive();
  ExpressionPtr conjunction();
  ExpressionPtr negation();
  ExpressionPtr comparison();
  ExpressionPtr predicate();
  ExpressionPtr sum();
  ExpressionPtr product();
  ExpressionPtr power();
  ExpressionPtr signed_value();
  ExpressionPtr postfix();
  // Atoms (parse_atoms.cc).
  ExpressionPtr atom();
  ExpressionPtr number(bool below);
  ExpressionPtr parameter();
  ExpressionPtr bracketed();
  ExpressionPtr list_or_comprehension();
  ExpressionPtr comprehension();
  ExpressionPtr pattern_comprehension();
  ExpressionPtr map();
  ExpressionPtr choice();
  ExpressionPtr call();
  ExpressionPtr quantifier(const std::string& name);
  ExpressionPtr reduce();
  ExpressionPtr exists_query();

  ExpressionPtr make(ExpressionKind kind, std::size_t begin) const;
  ExpressionPtr binary(Operation operation, ExpressionPtr one, ExpressionPtr other);
  // What is read of the expression ends here; it nests too deep: a failure.
  void close(ExpressionPtr& expression);

  std::string_view query_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::set<std::size_t> no_pattern_;  // tokens at which no pattern begins
  std::optional<Failure> failure_;
};

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_GRAMMAR_H_
