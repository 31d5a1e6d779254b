// A query as it was written: clauses, patterns, expressions. The parser fills it, the analyzer adds
// slots and types, the planner reads it.
#ifndef NUTGRAF_GRAPH_CYPHER_AST_H_
#define NUTGRAF_GRAPH_CYPHER_AST_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "graph/cypher/value.h"

namespace nutgraf::cypher {

// Where a row keeps a variable's value. Each variable of a query has a slot of its own.
using Slot = std::uint32_t;
inline constexpr Slot no_slot = 0xFFFFFFFFU;

struct Function;
struct Pipeline;
struct Expression;
struct SingleQuery;
using ExpressionPtr = std::unique_ptr<Expression>;

enum class Direction : std::uint8_t { out, in, both };

struct NodePattern {
  std::size_t begin = 0;  // offset in the query
  std::string variable;   // empty: none
  std::vector<std::string> labels;
  ExpressionPtr properties;  // a map, or nullptr
  Slot slot = no_slot;
  bool bound = false;  // the variable has a value before the pattern
};

struct RelationshipPattern {
  std::size_t begin = 0;
  std::string variable;
  std::vector<std::string> types;
  Direction direction = Direction::both;
  bool many = false;  // of variable length
  std::uint64_t least = 1;
  std::optional<std::uint64_t> most = 1;  // nullopt: no bound
  ExpressionPtr properties;
  Slot slot = no_slot;
  bool bound = false;  // the variable has a value before the pattern
};

enum class Shortest : std::uint8_t { no, one, all };

// nodes.size() == relationships.size() + 1.
struct PatternPart {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string variable;  // of the path
  Shortest shortest = Shortest::no;
  std::vector<NodePattern> nodes;
  std::vector<RelationshipPattern> relationships;
  Slot slot = no_slot;
};

enum class ExpressionKind : std::uint8_t {
  literal,        // value
  parameter,      // word
  variable,       // word, slot
  property,       // parts[0] . word
  index,          // parts[0] [ parts[1] ]
  slice,          // parts[0] [ parts[1] .. parts[2] ], each bound may be nullptr
  list,           // parts
  map,            // words and parts
  negate,         // - parts[0]
  positive,       // + parts[0]
  not_true,       // NOT parts[0]
  binary,         // parts[0] operation parts[1]
  chain,          // parts[0] operations[0] parts[1] operations[1] …
  is_null,        // parts[0] IS NULL
  is_not_null,    // parts[0] IS NOT NULL
  labels,         // parts[0] : words
  call,           // word(parts), distinct
  count_rows,     // count(*)
  choice,         // CASE parts[0]? WHEN parts[1] THEN parts[2] … ELSE parts.back()?
  comprehension,  // [variable IN parts[0] WHERE parts[1]? | parts[2]?]
  quantifier,     // word(variable IN parts[0] WHERE parts[1])
  reduce,         // reduce(words[0] = parts[0], variable IN parts[1] | parts[2])
  pattern,        // a pattern as a condition
  pattern_list,   // [pattern WHERE parts[0]? | parts[1]]
  exists,         // EXISTS { … }
};

enum class Operation : std::uint8_t {
  either,
  one_of,  // XOR
  both,    // AND
  equals,
  differs,
  less,
  less_or_equal,
  greater,
  greater_or_equal,
  add,
  subtract,
  multiply,
  divide,
  modulo,
  power,
  starts_with,
  ends_with,
  contains,
  in,
  matches
};

struct Expression {
  ExpressionKind kind = ExpressionKind::literal;
  std::size_t begin = 0;  // offsets in the query
  std::size_t end = 0;
  std::size_t depth = 1;  // of the tree below
  Operation operation = Operation::both;
  std::vector<Operation> operations;
  Value value;
  std::string word;
  std::vector<std::string> words;
  std::vector<ExpressionPtr> parts;
  std::string variable;  // of comprehension, quantifier, reduce; of reduce the element's
  bool distinct = false;
  std::vector<PatternPart> patterns;
  std::vector<SingleQuery> queries;  // of exists: one, where it is a whole query

  // From the analyzer.
  Slot slot = no_slot;         // of the variable, or of the local variable
  Slot second_slot = no_slot;  // of reduce's accumulator
  const Function* function = nullptr;
  // From the planner.
  std::shared_ptr<const Pipeline> plan;
};

struct ProjectionItem {
  ExpressionPtr expression;
  std::string name;      // the column: the alias, or the words as they stand
  bool aliased = false;  // or a bare variable
  Slot slot = no_slot;
  bool aggregates = false;
};

struct SortItem {
  ExpressionPtr expression;
  bool descending = false;
};

// One call of an aggregating function: its value stands in `slot` once its group is complete.
struct AggregateCall {
  const Function* function = nullptr;  // nullptr: count(*)
  bool distinct = false;
  std::vector<ExpressionPtr> arguments;
  Slot slot = no_slot;
};

// What WITH and RETURN have in common.
struct Projection {
  bool distinct = false;
  bool all = false;  // *
  std::vector<ProjectionItem> items;
  std::vector<SortItem> sort;
  ExpressionPtr skip;
  ExpressionPtr limit;

  // From the analyzer.
  bool aggregating = false;
  std::vector<AggregateCall> aggregates;
};

enum class ClauseKind : std::uint8_t { match, unwind, with, returning, create, remove };

struct Clause {
  ClauseKind kind = ClauseKind::match;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool optional = false;              // of match
  std::vector<PatternPart> patterns;  // of match and create
  ExpressionPtr where;                // of match and with
  ExpressionPtr expression;           // of unwind
  std::string variable;               // of unwind
  Slot slot = no_slot;
  Projection projection;  // of with and returning
  std::vector<ExpressionPtr> removed;
};

struct SingleQuery {
  std::vector<Clause> clauses;
};

enum class Showing : std::uint8_t { rows, explain, profile };

struct QueryText {
  std::string text;
  Showing showing = Showing::rows;
  std::vector<SingleQuery> parts;  // joined by UNION
  bool all = false;                // UNION ALL
  // From the analyzer.
  std::vector<std::string> columns;
  std::vector<std::vector<Slot>> column_slots;  // of each part
  Slot slots = 0;                               // how many a row has
};

// Whether two expressions are written the same, but for space and brackets.
bool same(const Expression& one, const Expression& other);
// Calls visit with each part that is an expression, not with those within patterns.
template <typename Visit>
void each_part(const Expression& expression, const Visit& visit) {
  for (const ExpressionPtr& part : expression.parts) {
    if (part) visit(*part);
  }
}

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_AST_H_
