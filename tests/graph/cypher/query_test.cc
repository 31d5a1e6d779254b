// Queries over a small graph: what the kit leaves out, and laws over random graphs.
#include "graph/cypher/query.h"

#include <rapidcheck.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/query_rows.h"

using namespace nutgraf::cypher;
using nutgraf::testing::rows;
using nutgraf::testing::rows_of;

using Rows = std::vector<std::string>;

namespace {

// A chain a-b-c-d with a way round from a to d over e.
const std::string chain =
    "CREATE (a:P {name: 'a'})-[:T {w: 1}]->(b:P {name: 'b'})-[:T {w: 2}]->(c:P {name: 'c'})"
    "-[:T {w: 3}]->(d:P {name: 'd'}), (a)-[:T {w: 9}]->(e:Q {name: 'e'})-[:T {w: 9}]->(c)";

}  // namespace

TEST_CASE("the shortest path is one of the shortest, all of them are all") {
  const std::string names = " RETURN [n IN nodes(p) | n.name] AS names ORDER BY names";
  CHECK(rows_of(chain, "MATCH p = shortestPath((a {name: 'a'})-[:T*]->(d {name: 'd'}))" + names)
            .size() == 1);
  CHECK(rows_of(chain, "MATCH p = allShortestPaths((a {name: 'a'})-[:T*]->(d {name: 'd'}))" +
                           names) == Rows{"['a', 'b', 'c', 'd']", "['a', 'e', 'c', 'd']"});
  CHECK(rows_of(chain, "MATCH p = shortestPath((a {name: 'a'})-[:T*..2]->(d {name: 'd'}))" + names)
            .empty());
  CHECK(rows_of(chain,
                "MATCH p = shortestPath((d {name: 'd'})-[:T*]-(a {name: 'a'})) "
                "RETURN length(p)") == Rows{"3"});
  CHECK(rows_of(chain, "MATCH p = shortestPath((a {name: 'a'})-[:T* {w: 9}]->(c {name: 'c'}))" +
                           names) == Rows{"['a', 'e', 'c']"});
}

TEST_CASE("null is neither true nor false") {
  CHECK(rows_of("",
                "RETURN null = null, null <> 1, NOT null, null AND false, null OR true, 1 IN "
                "[2, null], [1, null] = [1, 2], [1, null] = [2, null]") ==
        Rows{"null | null | null | false | true | null | null | false"});
}

TEST_CASE("texts are folded for comparing where the query says so") {
  CHECK(
      rows_of("", "RETURN fold('Barţalah-Kérkuk'), toLower('ÄÖ'), toUpper('é’'), size('Мосул')") ==
      Rows{"'bartalah kerkuk' | 'äö' | 'É’' | 5"});
}

TEST_CASE("dates are values") {
  CHECK(rows_of("",
                "RETURN date('2016-10-17') + duration('P1M') AS next, "
                "date('2016-10-17').dayOfWeek AS weekday, "
                "duration.inDays(date('2016-10-17'), date('2016-11-01')).days AS days, "
                "date.truncate('month', date('2016-10-17')) AS month, "
                "date('2016-10-17') < date('2016-10-18') AS before") ==
        Rows{"'2016-11-17' | 1 | 15 | '2016-10-01' | true"});
  CHECK(rows_of("", "RETURN date()").front().rfind("error InvalidArgumentValue", 0) == 0);
}

TEST_CASE("what lies beyond the calendar is a mistake, not a wrong date") {
  for (const char* value :
       {"duration({days: 1e300})", "duration('P1Y') * 1e300", "date({year: 2015, quarter: 5})",
        "date('9999-12-31') + duration('P99999999999Y')", "duration('P9999999999999999Y')",
        "datetime.fromEpochMillis(9223372036854775807)", "date({year: 1000000000})"}) {
    INFO(value);
    CHECK(rows_of("", std::string("RETURN ") + value).front().rfind("error ", 0) == 0);
  }
}

TEST_CASE("rows come as they are found, and a full table ends the search") {
  MemoryGraph graph;
  for (int i = 0; i < 100; ++i) graph.add_node({"N"}, {{"i", i}});
  const auto query = Query::prepare("MATCH (n:N) RETURN n.i", graph);
  REQUIRE(query.has_value());
  int seen = 0;
  const auto done = query->run({}, {}, [&](const List&) { return ++seen < 3; });
  CHECK(done.has_value());
  CHECK(seen == 3);
}

TEST_CASE("a query ends when it is cancelled, out of time or out of memory") {
  MemoryGraph graph;
  for (int i = 0; i < 300; ++i) graph.add_node({"N"}, {{"i", i}});
  const std::string endless = "MATCH (a), (b), (c), (d) RETURN count(*)";
  Limits limits;
  int asked = 0;
  limits.cancelled = [&asked] { return ++asked > 3; };
  CHECK(rows(graph, endless, {}, limits).front().rfind("error Cancelled: query: cancelled", 0) ==
        0);
  limits.cancelled = {};
  limits.out_of_time = [&asked] { return ++asked > 6; };
  CHECK(rows(graph, endless, {}, limits).front().find("ran out of the time") != std::string::npos);
  limits.out_of_time = {};
  limits.memory = 1'000'000;
  for (const char* query :
       {"MATCH (a), (b) RETURN a.i, b.i ORDER BY a.i", "MATCH (a), (b) RETURN collect(a.i + b.i)",
        "MATCH (a), (b) RETURN DISTINCT a.i, b.i", "MATCH (a), (b) RETURN a.i, b.i, count(*)",
        "MATCH (a), (b) RETURN a.i, b.i UNION RETURN 1 AS `a.i`, 2 AS `b.i`"}) {
    INFO(query);
    CHECK(rows(graph, query, {}, limits).front().find("more memory than it may have") !=
          std::string::npos);
  }
  // With a limit only the first rows are kept.
  CHECK(rows(graph, "MATCH (a), (b) RETURN a.i + b.i AS s ORDER BY s DESC LIMIT 1", {}, limits) ==
        Rows{"598"});
}

TEST_CASE("a value that would fill the memory is not made") {
  const MemoryGraph graph;
  Limits limits;
  limits.memory = 10'000'000;
  for (const char* query :
       {"RETURN size(reduce(l = [1], x IN range(1, 60) | l + l))",
        "RETURN size(reduce(s = 'ab', x IN range(1, 60) | s + s))",
        "RETURN size(reduce(s = 'ab', x IN range(1, 60) | replace(s, 'a', 'ababababab')))",
        "RETURN size([x IN range(1, 1000) | range(1, 10000)])", "RETURN size(range(1, 9000000))"}) {
    INFO(query);
    CHECK(rows(graph, query, {}, limits).front().find("more memory than it may have") !=
          std::string::npos);
  }
  CHECK(rows(graph, "RETURN size(reduce(l = [], x IN range(1, 100000) | [l]))")
            .front()
            .find("nest at most 500 deep") != std::string::npos);
}

TEST_CASE("regular expressions match the whole text, in time that does not explode") {
  const std::string many(2000, 'a');
  CHECK(rows_of("",
                "RETURN 'Mosul' =~ 'M.*l', 'Mosul' =~ 'os', 'MOSUL' =~ '(?i)mosul', "
                "null =~ 'a'") == Rows{"true | false | true | null"});
  CHECK(rows_of("", "RETURN '" + many + "' =~ '(a*)*b'") == Rows{"false"});
  CHECK(rows_of("", "RETURN 'a' =~ '('").front().rfind("error InvalidArgumentValue", 0) == 0);
}

namespace {

// A graph of nodes A and B and relationships S and T, by chance.
MemoryGraph random_graph() {
  MemoryGraph graph;
  const auto size = *rc::gen::inRange(1, 7);
  for (int i = 0; i < size; ++i) {
    graph.add_node({*rc::gen::element<std::string>("A", "B")}, {{"i", i}});
  }
  const auto hops = *rc::gen::inRange(0, 10);
  for (int i = 0; i < hops; ++i) {
    const auto end = [&] {
      return NodeRef{static_cast<std::uint64_t>(*rc::gen::inRange(0, size))};
    };
    const NodeRef from = end();
    graph.add_relationship(from, end(), *rc::gen::element<std::string>("S", "T"), {{"w", i}});
  }
  return graph;
}

Rows sorted(Rows found) {
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

TEST_CASE("law: a pattern means the same whichever way it is written") {
  const std::vector<std::pair<std::string, std::string>> pairs{
      {"MATCH (a:A)-[r:S]->(b)-[q]-(c:B) RETURN a.i, r.w, b.i, q.w, c.i",
       "MATCH (c:B)-[q]-(b)<-[r:S]-(a:A) RETURN a.i, r.w, b.i, q.w, c.i"},
      {"MATCH (a:A)-[r:S]->(b)-[q]-(c:B) RETURN a.i, r.w, b.i, q.w, c.i",
       "MATCH (b)-[q]-(c), (a)-[r]->(b) WHERE c:B AND a:A AND type(r) = 'S' "
       "RETURN a.i, r.w, b.i, q.w, c.i"},
      {"MATCH (a)-[r*1..3]->(b:A) RETURN a.i, [x IN r | x.w] AS ws, b.i",
       "MATCH (b:A)<-[r*1..3]-(a) RETURN a.i, reverse([x IN r | x.w]) AS ws, b.i"},
      {"MATCH (a)-[r*2]-(b) RETURN a.i, b.i, [x IN r | x.w] AS ws",
       "MATCH (a)-[p]-()-[q]-(b) RETURN a.i, b.i, [p.w, q.w] AS ws"},
      {"MATCH (a) WHERE (a)-[:S]->(:B) RETURN a.i",
       "MATCH (a) WHERE size([(a)-[:S]->(b:B) | b]) > 0 RETURN a.i"},
      {"MATCH (a) WHERE EXISTS { MATCH (a)-->(b) WHERE b.i > a.i } RETURN a.i",
       "MATCH (a)-->(b) WHERE b.i > a.i RETURN DISTINCT a.i"},
      {"MATCH (a) OPTIONAL MATCH (a)-[:T]->(b) RETURN a.i, count(b) AS n",
       "MATCH (a) RETURN a.i, size([(a)-[:T]->(b) | b]) AS n"}};
  for (const auto& [one, other] : pairs) {
    INFO(one << "\n" << other);
    CHECK(rc::check("the same rows", [&, &first = one, &second = other] {
      const MemoryGraph graph = random_graph();
      // A walk and its mirror image use the list in another order: both are compared as sets.
      RC_ASSERT(sorted(rows(graph, first)) == sorted(rows(graph, second)));
    }));
  }
}

TEST_CASE("law: the length of a shortest path is the least length of all paths") {
  CHECK(rc::check("least", [] {
    const MemoryGraph graph = random_graph();
    RC_ASSERT(
        sorted(rows(graph, "MATCH p = shortestPath((a)-[*]->(b)) RETURN a.i, b.i, length(p)")) ==
        sorted(rows(graph,
                    "MATCH p = (a)-[*]->(b) WHERE a <> b RETURN a.i, b.i, "
                    "min(length(p))")));
  }));
}
