// The store's belief as a property graph, and the indexes that serve queries.
#include "graph/cypher/store_graph.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "graph/cypher/query.h"
#include "graph/knowledge.h"
#include "graph/memory_tables.h"
#include "tests/support/query_rows.h"
#include "tests/support/testimony_builder.h"

using namespace nutgraf;
using cypher::StoreGraph;
using nutgraf::testing::copy_of;
using nutgraf::testing::rows;
using Rows = std::vector<std::string>;

namespace {

// Anna meets Boris in Mosul on the first of May; Boris attacks a depot near Gogjali, rebels are
// only described.
struct World {
  MemoryTables tables;
  Knowledge knowledge{tables};
  std::unique_ptr<GraphReader> reader;

  World() {
    TestimonyBuilder one("one");
    TestimonyBuilder::Told met;
    met.lemma = "meet";
    met.type = "consult";
    met.actors = {one.person("Anna Arlov"), one.person("Boris Brandt")};
    met.places = {one.place(test_place("Mosul"))};
    met.from = "2016-05-01";
    met.until = "2016-05-02";
    one.event(met);
    TestimonyBuilder two("two");
    TestimonyBuilder::Told attacked;
    attacked.lemma = "attack";
    attacked.type = "assault";
    attacked.actors = {two.unnamed("rebels")};
    attacked.targets = {two.person("Boris Brandt")};
    attacked.places = {two.place(test_place("Gogjali"))};
    attacked.from = "2016-06-01";
    attacked.until = "2016-07-01";
    two.event(attacked);
    REQUIRE(knowledge.ingest({one.build(), two.build()}, false).has_value());
    reader = knowledge.reader();
  }
  Rows ask(const std::string& query) const { return rows(StoreGraph(*reader), query); }
  std::string plan(const std::string& query) const {
    const StoreGraph graph(*reader);
    const auto prepared = cypher::Query::prepare(query, graph);
    return prepared ? prepared->explain() : prepared.error().error.text();
  }
};

}  // namespace

TEST_CASE("people, groups, places and events are nodes; who did what are relationships") {
  const World world;
  CHECK(world.ask("MATCH (e:Event)-[r:ACTOR]->(p:Person) RETURN e.action, p.name, r.reports "
                  "ORDER BY p.name") ==
        Rows{"'meet' | 'Anna Arlov' | 1", "'meet' | 'Boris Brandt' | 1"});
  CHECK(world.ask("MATCH (p {name: 'Boris Brandt'})<-[r]-(e) RETURN type(r), e.type, e.asserted "
                  "ORDER BY e.type") ==
        Rows{"'TARGET' | 'assault' | true", "'ACTOR' | 'consult' | true"});
  CHECK(world.ask("MATCH (n) RETURN labels(n)[0] AS label, count(*) AS n ORDER BY label").size() ==
        4);
  CHECK(world.ask("MATCH (a:Person)<--(e)-->(b:Person) WHERE a.name < b.name "
                  "RETURN a.name, b.name") == Rows{"'Anna Arlov' | 'Boris Brandt'"});
}

TEST_CASE("what is only described has words, but no name") {
  const World world;
  CHECK(world.ask("MATCH (g:Group) RETURN g.name, g.words") == Rows{"null | 'rebels'"});
  CHECK(world.ask("MATCH (g:Group {name: 'rebels'}) RETURN g").empty());
  CHECK(world.ask("MATCH (g:Group {words: 'rebels'})<-[:ACTOR]-(e) RETURN e.action") ==
        Rows{"'attack'"});
}

TEST_CASE("places lie within places") {
  const World world;
  CHECK(world.ask("MATCH (e:Event)-[:AT]->()-[:WITHIN*0..]->(c:Place {name: 'Mosul'}) "
                  "RETURN e.action ORDER BY e.action") == Rows{"'attack'", "'meet'"});
  CHECK(world.ask("MATCH (c:Place {name: 'Mosul'})<-[:WITHIN]-(p) RETURN p.name") ==
        Rows{"'Gogjali'"});
}

TEST_CASE("days are dates") {
  const World world;
  CHECK(world.ask("MATCH (e:Event) WHERE e.from >= date('2016-05-15') RETURN e.action, e.from, "
                  "e.until") == Rows{"'attack' | '2016-06-01' | '2016-07-01'"});
  CHECK(world.ask("MATCH (e:Event) WHERE e.until <= date('2016-05-02') RETURN e.action") ==
        Rows{"'meet'"});
  CHECK(world.ask("MATCH (e:Event) WHERE e.from = date('2016-05-01') RETURN e.action") ==
        Rows{"'meet'"});
}

TEST_CASE("an index serves ids, names, actions and days") {
  const World world;
  const auto begins_with = [&](const std::string& query, const std::string& access) {
    const std::string plan = world.plan(query);
    INFO(plan);
    return plan.find("by " + access) != std::string::npos;
  };
  CHECK(begins_with("MATCH (p:Person {name: 'Anna Arlov'}) RETURN p", "name index"));
  CHECK(begins_with("MATCH (p {id: $id}) RETURN p", "id"));
  CHECK(begins_with("MATCH (e:Event) WHERE e.action = 'meet' RETURN e", "action index"));
  CHECK(begins_with("MATCH (e:Event) WHERE 'attack' IN e.frames RETURN e", "action index"));
  CHECK(begins_with("MATCH (e:Event) WHERE e.from > date('2016-01-01') RETURN e", "day index"));
  CHECK(begins_with("MATCH (e:Event) WHERE e.score > 5 RETURN e", "label Event"));
  CHECK(world.plan("MATCH (p:Person {name: 'x'})<-[:ACTOR]-(e) WHERE e.from > $day RETURN e")
            .find("Expand (p)<-[:ACTOR]-(e) looking at from") != std::string::npos);
  // The named end is where the walk begins.
  CHECK(
      begins_with("MATCH (a:Person)<-[:ACTOR]-(e:Event)-[:AT]->(p:Place {name: 'Mosul'}) RETURN a",
                  "name index"));
}

TEST_CASE("law: an index gives what a scan gives") {
  MemoryTables tables;
  Knowledge knowledge{tables};
  for (unsigned i = 0; i < 60; ++i) {
    REQUIRE(knowledge.ingest({generated_testimony("r" + std::to_string(i), i / 2, i % 2, 3)}, false)
                .has_value());
  }
  const auto reader = knowledge.reader();
  const StoreGraph graph(*reader);
  // The condition's mirror image that no index serves.
  const std::vector<std::pair<std::string, std::string>> pairs{{"n.name = x", "n.name + '' = x"},
                                                               {"n.id = x", "n.id + '' = x"}};
  for (const auto& [indexed, scanned] : pairs) {
    const std::string values =
        "MATCH (m) WITH m." + indexed.substr(2, indexed.find(' ') - 2) + " AS x MATCH (n) WHERE ";
    const std::string counted = " RETURN x, count(*) AS n ORDER BY x";
    INFO(indexed);
    CHECK(rows(graph, values + indexed + counted) == rows(graph, values + scanned + counted));
  }
  const std::vector<std::pair<std::string, std::string>> events{
      {"e.action = f.action", "e.action + '' = f.action"},
      {"e.type = f.type", "e.type + '' = f.type"},
      {"e.from = f.from", "toString(e.from) = toString(f.from)"},
      {"e.from < f.until", "NOT e.from >= f.until"},
      {"e.until <= f.from", "NOT e.until > f.from"},
      {"e.until > f.from", "NOT e.until <= f.from"},
      {"e.from >= f.from", "NOT e.from < f.from"}};
  for (const auto& [indexed, scanned] : events) {
    const std::string values = "MATCH (f:Event) WITH f MATCH (e:Event) WHERE ";
    const std::string counted = " RETURN f.id AS id, count(*) AS n ORDER BY id";
    INFO(indexed);
    CHECK(rows(graph, values + indexed + counted) == rows(graph, values + scanned + counted));
  }
}

TEST_CASE("a word that the schema does not have is noted, with the nearest that it has") {
  const World world;
  const StoreGraph graph(*world.reader);
  const auto query =
      cypher::Query::prepare("MATCH (p:Persn)<-[:ACTR]-(e) WHERE e.acton = 'meet' RETURN p", graph);
  REQUIRE(query.has_value());
  CHECK(query->notes() ==
        std::vector<std::string>{"there is no label Persn; did you mean Person?",
                                 "there is no relationship type ACTR; did you mean ACTOR?",
                                 "there is no property acton; did you mean action or actions?"});
}

TEST_CASE("law: the store's graph answers as its copy in memory does") {
  MemoryTables tables;
  Knowledge knowledge{tables};
  for (unsigned i = 0; i < 40; ++i) {
    REQUIRE(knowledge.ingest({generated_testimony("r" + std::to_string(i), i / 2, i % 2, 3)}, false)
                .has_value());
  }
  const auto reader = knowledge.reader();
  const StoreGraph graph(*reader);
  const cypher::MemoryGraph copy = copy_of(graph);
  for (const char* query :
       {"MATCH (n) RETURN labels(n)[0], n.id, n.name, n.words, properties(n)",
        "MATCH (a)-[r]->(b) RETURN a.id, type(r), r.reports, b.id",
        "MATCH (a)<-[r]-(b) RETURN a.id, type(r), b.id",
        "MATCH (a:Place)-[r]-(b) RETURN a.id, type(r), b.id",
        "MATCH (p:Person)<-[:ACTOR]-(e:Event)-[:AT]->(l:Place) RETURN p.name, e.id, l.name",
        "MATCH (e)-[:AT]->()-[:WITHIN*0..]->(c) RETURN e.id, c.name",
        "MATCH (c:Place)<-[:WITHIN*]-(p) RETURN c.id, p.id",
        "MATCH (p:Person) WITH p.name AS name MATCH (q {name: name})<--(e) RETURN name, e.id",
        "MATCH (f:Event) WITH f.from AS day MATCH (p)<-[:ACTOR]-(e:Event) WHERE e.from = day "
        "RETURN day, e.id, p.id",
        "MATCH (f:Event) WITH DISTINCT f.action AS action, f.from AS day "
        "MATCH (l:Place)<-[:AT]-(e) WHERE e.action = action AND e.until > day RETURN day, e.id",
        "MATCH p = shortestPath((a:Person)-[*..4]-(b:Place)) RETURN a.id, b.id, length(p)"}) {
    INFO(query);
    Rows one = rows(graph, query);
    Rows other = rows(copy, query);
    std::sort(one.begin(), one.end());
    std::sort(other.begin(), other.end());
    CHECK(one == other);
    CHECK_FALSE(one.empty());
  }
}
