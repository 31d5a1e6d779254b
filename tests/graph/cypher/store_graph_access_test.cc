// The store's indexes behind IN, STARTS WITH, CONTAINS and ENDS WITH: which one serves, and that
// its answer is the scan's.
#include "graph/cypher/store_graph_access.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "graph/cypher/query.h"
#include "graph/cypher/store_graph.h"
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

Rows sorted(Rows rows) {
  std::sort(rows.begin(), rows.end());
  return rows;
}

// Stories of chance, and names that fold in other ways than letter by letter.
void fill(Knowledge& knowledge) {
  for (unsigned i = 0; i < 40; ++i) {
    REQUIRE(knowledge.ingest({generated_testimony("r" + std::to_string(i), i / 2, i % 2, 3)}, false)
                .has_value());
  }
  TestimonyBuilder names("names", "2016-11-03");
  TestimonyBuilder::Told met;
  met.lemma = "meet";
  met.type = "consult";
  for (const char* name : {"Jean-Luc  Müller", "J. R. Straße", "İbrahim Çelik", "Αθηνά Παππά",
                           "محمد الموصلي", "O’Brien Smith", "Émile Zola", "Zoe\u0308 Ng"}) {
    met.actors.push_back(names.person(name));
  }
  met.actors.push_back(names.group("The River Front"));
  met.places = {names.place(test_place("Mosul"))};
  met.from = "2016-11-02";
  met.until = "2016-11-03";
  names.event(met);
  REQUIRE(knowledge.ingest({names.build()}, false).has_value());
}

}  // namespace

TEST_CASE("a plan names the index that serves IN, STARTS WITH, CONTAINS and ENDS WITH") {
  MemoryTables tables;
  Knowledge knowledge{tables};
  const auto reader = knowledge.reader();
  const StoreGraph graph(*reader);
  const auto scanned_by = [&](const std::string& pattern) {
    const auto query = cypher::Query::prepare("EXPLAIN MATCH " + pattern + " RETURN 1", graph);
    REQUIRE(query.has_value());
    const std::string plan = query->explain();
    const std::size_t at = plan.find("Scan (");
    const std::size_t by = plan.find(" by ", at) + 4;
    return plan.substr(by, plan.find("  ", by) - by);
  };
  CHECK(scanned_by("(p:Person) WHERE p.name IN ['Anna', $other]") == "name index");
  CHECK(scanned_by("(p:Person) WHERE p.name STARTS WITH 'Ann'") == "name index");
  CHECK(scanned_by("(p) WHERE p.name CONTAINS 'nna'") == "whole name index");
  CHECK(scanned_by("(p) WHERE p.name ENDS WITH 'nna'") == "whole name index");
  CHECK(scanned_by("(p) WHERE p.id IN $ids") == "id");
  CHECK(scanned_by("(p:Place {geonames: 99071})") == "id");
  CHECK(scanned_by("(e:Event) WHERE e.action IN ['attack', 'meet']") == "action index");
  CHECK(scanned_by("(e:Event) WHERE e.type STARTS WITH 'as'") == "action index");
  CHECK(scanned_by("(e:Event) WHERE e.action CONTAINS 'tt'") == "action index");
  CHECK(scanned_by("(e:Event) WHERE e.from IN [date('2016-11-01')]") == "day index");
  CHECK(scanned_by("(e:Event) WHERE date('2016-01-01') <= e.from < date('2017-01-01')") ==
        "day index");
  // Nothing but an event has these.
  CHECK(scanned_by("(e) WHERE e.action = 'meet'") == "action index");
  CHECK(scanned_by("(e) WHERE e.until < $day") == "day index");
  // No index has these.
  CHECK(scanned_by("(p:Person) WHERE p.words STARTS WITH 'Ann'") == "label Person");
  CHECK(scanned_by("(p:Person) WHERE NOT p.name STARTS WITH 'Ann'") == "label Person");
  CHECK(scanned_by("(p:Person) WHERE 'Ann' STARTS WITH p.name") == "label Person");
  CHECK(scanned_by("(e:Event) WHERE e.mode IN ['kill']") == "label Event");
}

TEST_CASE("a profile names the index and counts what it gave") {
  MemoryTables tables;
  Knowledge knowledge{tables};
  fill(knowledge);
  const auto reader = knowledge.reader();
  const StoreGraph graph(*reader);
  const auto query = cypher::Query::prepare(
      "PROFILE MATCH (p:Person) WHERE p.name ENDS WITH 'Zola' RETURN p", graph);
  REQUIRE(query.has_value());
  const auto profile = query->run({}, {}, [](const cypher::List&) { return true; });
  REQUIRE(profile.has_value());
  CHECK(query->explain(&*profile) ==
        "step                                 estimate  rows\n"
        "Project p                            2000      1\n"
        "Filter p.name ENDS WITH 'Zola'       2000      1\n"
        "Scan (p:Person) by whole name index  2000      1\n");
}

TEST_CASE("law: IN, STARTS WITH, CONTAINS and ENDS WITH give what a copy in memory gives") {
  MemoryTables tables;
  Knowledge knowledge{tables};
  fill(knowledge);
  const auto reader = knowledge.reader();
  const StoreGraph graph(*reader);
  const cypher::MemoryGraph copy = copy_of(graph);
  // Every name, cut at every letter, and every word for an event, cut likewise.
  const std::string names =
      "MATCH (m) WHERE m.name IS NOT NULL WITH DISTINCT m.name AS name "
      "UNWIND range(0, size(name)) AS i WITH DISTINCT substring(name, 0, i) AS head, "
      "substring(name, i) AS tail, substring(name, i / 2, i / 3) AS part ";
  const std::string words =
      "MATCH (f:Event) UNWIND [f.action, f.type] AS word WITH DISTINCT word "
      "WHERE word IS NOT NULL UNWIND range(0, size(word)) AS i "
      "WITH DISTINCT substring(word, 0, i) AS head, substring(word, i) AS tail ";
  for (const std::string& query : Rows{
           names + "MATCH (n) WHERE n.name STARTS WITH head RETURN head, n.id",
           names + "MATCH (n:Person) WHERE n.name ENDS WITH tail RETURN tail, n.id",
           names + "MATCH (n) WHERE n.name CONTAINS part RETURN part, n.id",
           names + "MATCH (n:Place) WHERE n.name IN [head, tail, null, 7] RETURN head, tail, n.id",
           "MATCH (m) WITH collect(m.name) AS names MATCH (n) WHERE n.name IN names RETURN n.id",
           "MATCH (m) WITH collect(m.id) AS ids MATCH (n) WHERE n.id IN ids RETURN n.id",
           "MATCH (m) UNWIND m.handles AS h MATCH (n) WHERE n.id IN [h, h] RETURN h, n.id",
           "MATCH (m:Place) MATCH (n) WHERE n.geonames = m.geonames RETURN m.id, n.id",
           "MATCH (m:Place) MATCH (n) WHERE n.geonames IN [m.geonames, 1.5] RETURN m.id, n.id",
           "MATCH (m:Place) MATCH (n) WHERE n.geonames = toFloat(m.geonames) RETURN m.id, n.id",
           words + "MATCH (e) WHERE e.action STARTS WITH head RETURN head, e.id",
           words + "MATCH (e:Event) WHERE e.type STARTS WITH head RETURN head, e.id",
           words + "MATCH (e:Event) WHERE e.action CONTAINS head RETURN head, e.id",
           words + "MATCH (e:Event) WHERE e.type ENDS WITH tail RETURN tail, e.id",
           words + "MATCH (e:Event) WHERE e.action IN [head, tail, 'visit', null] "
                   "RETURN head, tail, e.id",
           words + "MATCH (e:Event) WHERE e.action IN ['attack', 'storm', 'visit'] AND "
                   "e.type CONTAINS head RETURN head, e.id",
           words + "MATCH (e:Event) WHERE 'attack' IN e.frames AND e.action STARTS WITH head "
                   "RETURN head, e.id",
           "MATCH (e:Event) WHERE e.action STARTS WITH 'At' OR e.action STARTS WITH '' RETURN e.id",
           "MATCH (e:Event) WHERE e.action STARTS WITH '' RETURN e.id",
           "MATCH (f:Event) WITH f.from AS one, f.until AS other MATCH (e) "
           "WHERE e.from IN [one, other, null] RETURN one, other, e.id",
           "MATCH (f:Event) WITH f.from AS one, f.until AS other MATCH (e:Event) "
           "WHERE one <= e.from < other RETURN one, other, e.id",
           "MATCH (p:Person)<-[:ACTOR]-(e) WHERE e.from IN [date('2016-11-01'), "
           "date('2016-11-02')] AND e.action IN ['attack', 'visit'] RETURN p.id, e.id"}) {
    INFO(query);
    const Rows one = sorted(rows(graph, query));
    CHECK(one == sorted(rows(copy, query)));
    CHECK(one.size() > 1);
  }
  // A value that no index understands is an error, or nothing, as it is without one.
  for (const char* condition :
       {"n.name STARTS WITH 1", "n.name STARTS WITH null", "n.name IN 'x'", "n.name IN null",
        "n.name IN []", "n.id IN [1]", "n.geonames = 'x'", "n.action IN [7]", "n.action = 7",
        "n.from IN []", "n.from IN ['x']", "n.action CONTAINS 5"}) {
    const std::string query = std::string("MATCH (n) WHERE ") + condition + " RETURN n";
    INFO(query);
    CHECK(rows(graph, query) == rows(copy, query));
  }
}

TEST_CASE("what names begin with and contain, folded, is taken from their plain letters") {
  using cypher::sure_part;
  using cypher::sure_prefix;
  CHECK(sure_prefix("Jean-Luc M") == "jean luc m");
  CHECK(sure_prefix("U.S. Army ") == "u s army");
  CHECK(sure_prefix("Zoë") == "zo");
  CHECK(sure_prefix("Éa").empty());
  CHECK(sure_prefix("").empty());
  CHECK(sure_part("-Luc Mü") == "luc m");
  CHECK(sure_part("محمد al Ham") == "al ham");
  CHECK(sure_part("…").empty());
}
