// The analyzer's inside: names in force, and the walk over clauses, projections and expressions.
#ifndef NUTGRAF_GRAPH_CYPHER_SCOPE_H_
#define NUTGRAF_GRAPH_CYPHER_SCOPE_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graph/cypher/ast.h"
#include "graph/cypher/failure.h"
#include "graph/cypher/functions.h"

namespace nutgraf::cypher {

struct Symbol {
  Slot slot = no_slot;
  Kinds kinds = kinds::any;
};
using Scope = std::map<std::string, Symbol>;

// Where an expression stands: what is allowed in it.
struct Place {
  enum class Aggregates : std::uint8_t { allowed, refused, nested };
  Aggregates aggregates = Aggregates::refused;
  bool patterns = false;  // a pattern may stand for a condition
};

class Analyzer {
 public:
  explicit Analyzer(QueryText& query) : query_(query) {}

  std::optional<Failure> run();

 private:
  // Clauses (analyzer.cc).
  void single_query(SingleQuery& query, Scope scope, bool outermost);
  void clause(Clause& clause, Scope& scope);
  void compose(const SingleQuery& query, bool outermost);
  void match(Clause& clause, Scope& scope);
  void unwind(Clause& clause, Scope& scope);
  void unite();

  // Patterns (analyze_patterns.cc). `declares`: new variables come into the scope.
  void patterns(std::vector<PatternPart>& parts, Scope& scope, bool declares);
  void node(NodePattern& node, Scope& scope, const Scope& before, bool declares);
  void relationship(RelationshipPattern& relationship, Scope& scope, const Scope& before,
                    bool declares, std::set<std::string>& seen);
  void properties(const ExpressionPtr& properties, const Scope& scope);

  // Projections (analyze_projection.cc).
  void project(Clause& clause, Scope& scope);
  void expand_all(Projection& projection, const Clause& clause, const Scope& scope);
  void group(Projection& projection, Expression& expression, std::set<std::string> local);
  bool group_key(Projection& projection, Expression& expression);
  void extract(Projection& projection, ExpressionPtr& expression);
  void sort(Projection& projection, const Scope& scope, const Scope& projected);
  void use_columns(const Projection& projection, Expression& expression, bool aggregating,
                   const std::set<std::string>& local);
  void bound(ExpressionPtr& expression);

  // Expressions (analyze_expressions.cc). Gives the kinds that the value may have.
  Kinds resolve(Expression& expression, const Scope& scope, Place place);
  Kinds resolve_variable(Expression& expression, const Scope& scope);
  Kinds resolve_binary(Expression& expression, const Scope& scope, Place place);
  Kinds resolve_call(Expression& expression, const Scope& scope, Place place);
  Kinds resolve_local(Expression& expression, const Scope& scope, Place place);
  Kinds resolve_pattern(Expression& expression, const Scope& scope, Place place);
  Kinds resolve_choice(Expression& expression, const Scope& scope, Place place);
  void need(Kinds found, Kinds wanted, const Expression& expression, const char* what);

  Slot new_slot() { return query_.slots++; }
  void wrong(std::size_t offset, Problem problem, std::string message);
  bool failed() const { return failure_.has_value(); }
  std::string words_of(const Expression& expression) const;

  QueryText& query_;
  std::optional<Failure> failure_;
};

// Whether a call of an aggregating function stands in it.
bool aggregates(const Expression& expression);

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_SCOPE_H_
