// Walks by Boost.Graph over the reader's graph.
#include "graph/walk.h"

#include <catch2/catch.hpp>

#include "graph/knowledge.h"
#include "graph/memory_tables.h"
#include "tests/support/testimony_builder.h"

using namespace nutgraf;

namespace {

// Anna meets Boris in Mosul; Boris meets Clara in Irbil; Dora is elsewhere alone.
struct Meetings {
  MemoryTables tables;
  Knowledge knowledge{tables};
  std::unique_ptr<GraphReader> reader;

  Meetings() {
    const auto meet = [&](const std::string& id, const std::string& one, const std::string& other,
                          const std::string& place) {
      TestimonyBuilder report(id);
      TestimonyBuilder::Told told;
      told.lemma = "meet";
      told.type = "consult";
      told.actors = {report.person(one)};
      if (!other.empty()) told.actors.push_back(report.person(other));
      told.places = {report.place(test_place(place))};
      report.event(told);
      REQUIRE(knowledge.ingest({report.build()}, false).has_value());
    };
    meet("a", "Anna Arlov", "Boris Brandt", "Mosul");
    meet("b", "Boris Brandt", "Clara Costa", "Irbil");
    meet("c", "Dora Dahl", "", "Ankara");
    reader = knowledge.reader();
  }
  NodeKey node(const std::string& name) const {
    return reader->find(name, std::nullopt, 0).value().at(0).node.key;
  }
};

}  // namespace

TEST_CASE("near counts edges: to an event, to who else took part") {
  const Meetings world;
  std::vector<std::string> names;
  const std::vector<NearRow> rows = near(*world.reader, world.node("Anna Arlov"), 2, {}).value();
  for (const NearRow& row : rows) names.push_back(std::to_string(row.hops) + " " + row.node.name);
  std::sort(names.begin() + 1, names.end());
  CHECK(names == std::vector<std::string>{"1 meet", "2 Boris Brandt", "2 Mosul"});
  CHECK(rows.front().counts == Counts{1, 1, 1});
  CHECK(near(*world.reader, world.node("Anna Arlov"), 4, {}).value().size() == 6);
  CHECK(near(*world.reader, world.node("Anna Arlov"), 0, {}).value().empty());
}

TEST_CASE("near tells of the first rows what it tells of all") {
  const Meetings world;
  const NodeKey start = world.node("Boris Brandt");
  const std::vector<NearRow> all = near(*world.reader, start, 4, {}).value();
  for (const NearRow& row : all) {
    const auto details = world.reader->node(row.node.key).value();
    if (details) CHECK(row.counts == details->counts);
    CHECK(row.counts.sources > 0);
  }
  Filter filter;
  filter.limit = 3;
  const std::vector<NearRow> few = near(*world.reader, start, 4, filter).value();
  REQUIRE(few.size() == 3);
  for (std::size_t i = 0; i < few.size(); ++i) {
    CHECK(few[i].node == all[i].node);
    CHECK(few[i].counts == all[i].counts);
  }
}

TEST_CASE("near shows the kind that is asked for and goes over what enough reports tell") {
  const Meetings world;
  Filter filter;
  filter.kind = NodeKind::person;
  const std::vector<NearRow> rows =
      near(*world.reader, world.node("Anna Arlov"), 4, filter).value();
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].node.name == "Boris Brandt");
  CHECK(rows[1].node.name == "Clara Costa");
  filter.limit = 1;
  CHECK(near(*world.reader, world.node("Anna Arlov"), 4, filter).value().size() == 1);
  filter.min_reports = 2;
  CHECK(near(*world.reader, world.node("Anna Arlov"), 4, filter).value().empty());
  Filter with;
  with.with = world.node("Clara Costa");
  CHECK(near(*world.reader, world.node("Anna Arlov"), 4, with).value().empty());
}

TEST_CASE("a path goes from person to event to person, each step with its evidence") {
  const Meetings world;
  const auto found = [&](const std::string& one, const std::string& other,
                         const Filter& filter = {}) {
    return paths(*world.reader, world.node(one), world.node(other), {}, filter).value();
  };
  const std::vector<Path> ways = found("Anna Arlov", "Clara Costa");
  REQUIRE(ways.size() == 1);
  REQUIRE(ways[0].size() == 5);
  CHECK(ways[0][2].node.name == "Boris Brandt");
  for (std::size_t i = 0; i + 1 < 5; ++i) CHECK_FALSE(ways[0][i].edge.evidence.empty());
  CHECK(found("Anna Arlov", "Dora Dahl").empty());
  CHECK(found("Anna Arlov", "Anna Arlov").at(0).size() == 1);
  Filter elsewhere;
  elsewhere.type = "assault";
  CHECK(found("Anna Arlov", "Clara Costa", elsewhere).empty());
  PathWish wish;
  wish.hops = 3;
  const Filter all;
  CHECK(paths(*world.reader, world.node("Anna Arlov"), world.node("Clara Costa"), wish, all)
            .value()
            .empty());
}

TEST_CASE("top ranks actors, places, actions and pairs") {
  const Meetings world;
  const auto first = [&](Ranked ranked, RankBy by) {
    return top(*world.reader, ranked, by, {}).value().at(0);
  };
  for (const RankBy by :
       {RankBy::events, RankBy::reports, RankBy::degree, RankBy::pagerank, RankBy::betweenness}) {
    CHECK(first(Ranked::actors, by).nodes.at(0).name == "Boris Brandt");
  }
  CHECK(first(Ranked::actors, RankBy::degree).rank == 4);
  CHECK(first(Ranked::actions, RankBy::events).action == "meet");
  CHECK(first(Ranked::actions, RankBy::events).counts.events == 3);
  CHECK(first(Ranked::pairs, RankBy::events).nodes.size() == 2);
  CHECK(first(Ranked::places, RankBy::events).counts.events == 1);
}
