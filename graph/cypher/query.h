// openCypher over a property graph, reads only: the door to this folder.
//
//   auto query = Query::prepare("MATCH (p:Person) RETURN p.name", graph);
//   query->run({}, {}, [](const List& row) { …; return true; });
#ifndef NUTGRAF_GRAPH_CYPHER_QUERY_H_
#define NUTGRAF_GRAPH_CYPHER_QUERY_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/cypher/ast.h"
#include "graph/cypher/failure.h"
#include "graph/cypher/limits.h"
#include "graph/cypher/plan.h"
#include "graph/cypher/property_graph.h"

namespace nutgraf::cypher {

// One value a column; false: no more rows.
using RowVisit = std::function<bool(const List& row)>;

// How many rows each step of the plan gave.
using Profile = std::vector<std::uint64_t>;

class Query {
 public:
  // Parses, checks and plans. The graph must outlive the query.
  static Outcome<Query> prepare(std::string_view text, const PropertyGraph& graph);

  const std::vector<std::string>& columns() const { return text_->columns; }
  Showing showing() const { return text_->showing; }
  // Labels, types and properties that the graph's schema does not have: "there is no label Persn;
  // did you mean Person?".
  std::vector<std::string> notes() const;

  // Visits the rows as they come. Stopping early is no failure.
  Outcome<Profile> run(const Map& parameters, const Limits& limits, const RowVisit& visit) const;
  // The plan, a step a line, the first step last; with a profile how many rows each step gave.
  std::string explain(const Profile* profile = nullptr) const;

 private:
  Query(std::unique_ptr<QueryText> text, Plan plan, const PropertyGraph& graph)
      : text_(std::move(text)), plan_(std::move(plan)), graph_(&graph) {}

  std::unique_ptr<QueryText> text_;
  Plan plan_;
  const PropertyGraph* graph_;
};

// The value of a literal: a number, a string, a list or a map of literals; nullopt for other words.
std::optional<Value> literal_value(std::string_view words);

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_QUERY_H_
