// Who belongs to whom; what was planned and then happened; what is denied.
#include <catch2/catch.hpp>

#include "tests/support/world.h"

using namespace nutgraf;

namespace {

TestimonyBuilder visit_report(const std::string& id, const std::string& date, Modality modality,
                              Polarity polarity = Polarity::positive) {
  TestimonyBuilder report(id, date);
  report.words(siege);
  auto visit = told("visit", "consult");
  visit.actors = {report.person("Abu Omar al-Tolvek")};
  visit.places = {report.place(test_place("Mosul"))};
  visit.modality = modality;
  visit.polarity = polarity;
  visit.from = modality == Modality::planned ? "2016-11-04" : "2016-11-06";
  visit.until = "2016-11-07";
  report.event(visit);
  return report;
}

std::vector<Edge> ties_of_visits(World& world) {
  const std::unique_ptr<GraphReader> reader = world.knowledge.reader();
  Filter filter;
  filter.standing = Standing::any;
  std::vector<Edge> out;
  for (const WhatRow& row : world.what(filter)) {
    const std::vector<Edge> ties = reader->ties(row.event.node, true).value();
    for (const Edge& edge : ties) {
      if (edge.from == row.event.node) out.push_back(edge);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("what was planned is tied to what then happened, and stays another event") {
  World world;
  world.add(visit_report("r1", "2016-11-03", Modality::planned));
  world.add(visit_report("r2", "2016-11-06", Modality::actual));
  const std::vector<Edge> ties = ties_of_visits(world);
  REQUIRE(ties.size() == 1);
  CHECK(ties[0].role == Role::plans);
  REQUIRE(ties[0].evidence.size() == 1);
  CHECK(ties[0].evidence[0].report == "r1");
  REQUIRE(world.knowledge.retract({"r2"}).has_value());
  CHECK(ties_of_visits(world).empty());
}

TEST_CASE("what is denied is tied to what others assert") {
  World world;
  world.add(visit_report("r1", "2016-11-06", Modality::actual, Polarity::negative));
  world.add(visit_report("r2", "2016-11-06", Modality::actual));
  const std::vector<Edge> ties = ties_of_visits(world);
  REQUIRE(ties.size() == 1);
  CHECK(ties[0].role == Role::denies);
}

TEST_CASE("what happened before it was planned is not what was planned") {
  World world;
  TestimonyBuilder late("r1", "2016-11-09");
  late.words(siege);
  auto visit = told("visit", "consult");
  visit.actors = {late.person("Abu Omar al-Tolvek")};
  visit.places = {late.place(test_place("Mosul"))};
  visit.modality = Modality::planned;
  visit.from = "2016-11-20";
  visit.until = "2016-11-21";
  late.event(visit);
  world.add(late);
  world.add(visit_report("r2", "2016-11-06", Modality::actual));
  CHECK(ties_of_visits(world).empty());
}

TEST_CASE("a member leads to its group, over all reports of the two") {
  World world;
  TestimonyBuilder one("r1");
  one.words(siege);
  one.belongs(one.person("Abu Omar al-Tolvek"), one.group("Northern State", {"NS"}));
  world.add(one);
  TestimonyBuilder two("r2");
  two.words(siege + " afterwards");
  two.belongs(two.person("Abu Omar al-Tolvek"), two.group("Northern State"));
  world.add(two);
  const NodeKey member = world.node("Abu Omar al-Tolvek");
  const NodeKey group = world.node("Northern State");
  const std::unique_ptr<GraphReader> reader = world.knowledge.reader();
  for (const NodeKey& end : {member, group}) {
    const std::vector<Edge> ties = reader->ties(end, true).value();
    REQUIRE(ties.size() == 1);
    CHECK(ties[0].role == Role::member_of);
    CHECK(ties[0].from == member);
    CHECK(ties[0].to == group);
    CHECK(ties[0].evidence.size() == 2);
  }
}

TEST_CASE("a decision sleeps while its report is away and holds again when the report comes back") {
  World world;
  TestimonyBuilder one("r1");
  one.words(siege);
  one.person("The Blind Sheikh");
  world.add(one);
  TestimonyBuilder two("r2");
  two.words(siege + " afterwards");
  two.person("Abu Omar al-Tolvek");
  world.add(two);
  const auto side = [&](const std::string& name) {
    return world.knowledge.sides_of(world.node(name)).value();
  };
  REQUIRE(world.knowledge
              .decide({Verb::same, side("The Blind Sheikh"), side("Abu Omar al-Tolvek"), {}, 0},
                      "me", "", "")
              .has_value());
  const NodeKey both = world.node("The Blind Sheikh");
  CHECK(both == world.node("Abu Omar al-Tolvek"));
  REQUIRE(world.knowledge.retract({"r1"}).has_value());
  world.add(one);
  CHECK(world.node("The Blind Sheikh") == both);
  CHECK(world.node("Abu Omar al-Tolvek") == both);
}
