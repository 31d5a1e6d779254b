// Plans in print: where a pattern begins and what is tested when.
#include <catch2/catch.hpp>

#include "graph/cypher/memory_graph.h"
#include "graph/cypher/query.h"

using namespace nutgraf::cypher;

namespace {

MemoryGraph people() {
  MemoryGraph graph;
  const NodeRef anna = graph.add_node({"Person"}, {{"name", "Anna"}});
  for (int i = 0; i < 11; ++i) {
    graph.add_relationship(anna, graph.add_node({"City"}, {{"size", i}}), "LIVES", {});
  }
  return graph;
}

}  // namespace

TEST_CASE("a plan reads from below: the anchor, the walk, the rest") {
  const MemoryGraph graph = people();
  const auto query = Query::prepare(
      "MATCH (c:City)<-[:LIVES]-(p:Person {name: 'Anna'}) WHERE c.size > 3 "
      "RETURN p.name, count(c) AS cities ORDER BY cities DESC LIMIT 5",
      graph);
  REQUIRE(query.has_value());
  CHECK(query->explain() ==
        "step                             estimate\n"
        "Limit 5                          1\n"
        "Top cities descending            1\n"
        "Aggregate by p.name: count(c)    1\n"
        "Filter c.size > 3                1\n"
        "Expand (p)-[:LIVES]->(c:City)    1\n"
        "Filter p.name = 'Anna'           1\n"
        "Scan (p:Person) by label Person  1\n");
}

TEST_CASE("a profile counts the rows that each step gave") {
  const MemoryGraph graph = people();
  const auto query =
      Query::prepare("PROFILE MATCH (p:Person)-->(c) WHERE c.size > 3 RETURN c.size", graph);
  REQUIRE(query.has_value());
  CHECK(query->showing() == Showing::profile);
  const auto profile = query->run({}, {}, [](const List&) { return true; });
  REQUIRE(profile.has_value());
  CHECK(query->explain(&*profile) ==
        "step                             estimate  rows\n"
        "Project c.size                   8         7\n"
        "Filter c.size > 3                8         7\n"
        "Expand (p)-->(c)                 8         11\n"
        "Scan (p:Person) by label Person  4         1\n");
}
