// What one story lets be one, and what keeps it apart.
#include <catch2/catch.hpp>

#include <set>
#include <utility>

#include "tests/support/world.h"

using namespace nutgraf;

namespace {

// Reports of one story, each telling one event; how many events come of them.
std::size_t events_of(const std::vector<TestimonyBuilder::Told>& tellings,
                      const std::vector<std::pair<std::string, std::string>>& parties) {
  World world;
  for (std::size_t i = 0; i < tellings.size(); ++i) {
    const std::string id = "r" + std::to_string(i);
    TestimonyBuilder report(id);
    report.source(id).words(siege);
    TestimonyBuilder::Told event = tellings[i];
    const auto& [actor, target] = parties[i];
    if (!actor.empty()) event.actors = {report.person(actor)};
    if (!target.empty()) event.targets = {report.person(target)};
    report.event(event);
    world.add(report);
  }
  Filter filter;
  filter.standing = Standing::any;
  return world.what(filter).size();
}

// How many nodes of a kind the reports "a" and "b" have together.
std::size_t nodes_in(const World& world, NodeKind kind) {
  std::set<std::string> nodes;
  for (const std::string report : {"a", "b"}) {
    const std::vector<MentionRow> rows = world.knowledge.reader()->mentions_of(report).value();
    for (const MentionRow& row : rows) {
      if (row.kind == kind) nodes.insert(row.node);
    }
  }
  return nodes.size();
}

}  // namespace

TEST_CASE("two words of one family tell one deed where something else agrees") {
  auto murder = told("murder", "");
  murder.deed = "kill";
  auto slay = told("slay", "");
  slay.deed = "kill";
  CHECK(events_of({murder, slay}, {{"Lena Marsh", ""}, {"Lena Marsh", "Haider Fadhil"}}) == 1);
  CHECK(events_of({murder, slay}, {{"Lena Marsh", ""}, {"", "Haider Fadhil"}}) == 2);
}

TEST_CASE("a word that tells no deed needs the same actor, and the same day") {
  auto say = told("say", "");
  CHECK(events_of({say, say}, {{"Lena Marsh", ""}, {"Lena Marsh", ""}}) == 1);
  CHECK(events_of({say, say}, {{"Lena Marsh", ""}, {"Omar Drusk", ""}}) == 2);
  say.from = "2016-11-01";
  say.until = "2016-11-02";
  auto later = say;
  later.from = "2016-11-04";
  later.until = "2016-11-05";
  CHECK(events_of({say, later}, {{"Lena Marsh", ""}, {"Lena Marsh", ""}}) == 2);
}

TEST_CASE("what may have happened is what is told as a fact; what was planned is not") {
  auto shoot = told("shoot", "assault");
  auto maybe = shoot;
  maybe.modality = Modality::possible;
  auto planned = shoot;
  planned.modality = Modality::planned;
  const std::pair<std::string, std::string> parties{"Lena Marsh", "Haider Fadhil"};
  CHECK(events_of({shoot, maybe}, {parties, parties}) == 1);
  CHECK(events_of({shoot, maybe, planned}, {parties, parties, parties}) == 2);
}

TEST_CASE("one report that tells another day than the others does not part them") {
  const auto on = [](const std::string& from, const std::string& until) {
    auto shoot = told("shoot", "assault");
    shoot.from = from;
    shoot.until = until;
    return shoot;
  };
  const auto first = on("2016-10-11", "2016-10-12");
  const std::pair<std::string, std::string> parties{"Lena Marsh", "Haider Fadhil"};
  CHECK(events_of({first, on("2016-10-12", "2016-10-13")}, {parties, parties}) == 1);
  CHECK(events_of({first, on("2016-10-20", "2016-10-21")}, {parties, parties}) == 2);
  const auto silent = on("", "");
  CHECK(events_of({first, silent, silent}, {parties, parties, parties}) == 1);
}

TEST_CASE("a report's second telling of a deed is the same deed, unless it tells another") {
  const auto events = [](bool another) {
    World world;
    TestimonyBuilder report("r1");
    report.words(siege);
    auto raid = told("raid", "assault");
    raid.actors = {report.group("River Front")};
    report.event(raid);
    auto again = told("raid", "assault");
    again.targets = {report.person("Haider Fadhil")};
    again.another = another;
    report.event(again);
    world.add(report);
    const std::vector<WhatRow> rows = world.what({});
    for (const WhatRow& row : rows) CHECK(row.reports == 1);
    return rows.size();
  };
  CHECK(events(false) == 1);
  CHECK(events(true) == 2);
}

TEST_CASE("unnamed ones of a story are one under one head, where nothing contradicts") {
  const auto nodes = [](std::optional<Count> one, std::optional<Count> other,
                        const std::string& words) {
    World world;
    TestimonyBuilder first("a");
    first.words(siege).unnamed("two young climbers", Kind::group, one);
    TestimonyBuilder second("b");
    second.words(words).unnamed("the climbers", Kind::group, other);
    world.add(first);
    world.add(second);
    const auto rows_of = [&](const std::string& report) {
      return world.knowledge.reader()->mentions_of(report).value().at(0).node;
    };
    return rows_of("a") == rows_of("b") ? 1 : 2;
  };
  const Count two{2, 2};
  const Count three{3, 3};
  CHECK(nodes(two, std::nullopt, siege) == 1);
  CHECK(nodes(two, two, siege) == 1);
  CHECK(nodes(two, three, siege) == 2);
  CHECK(nodes(two, two, "Harbour festival lanterns orchestra fireworks") == 2);
}

TEST_CASE("someone unnamed is the one who is named in the same part of the same event") {
  const auto nodes_of = [](bool both_in_one) {
    World world;
    TestimonyBuilder first("a");
    first.words(siege);
    auto hit = told("hit", "assault");
    hit.targets = {first.unnamed("a pedestrian", Kind::person)};
    if (both_in_one) hit.actors = {first.person("Lena Marsh")};
    first.event(hit);
    world.add(first);
    TestimonyBuilder second("b");
    second.words(siege);
    auto named = told("hit", "assault");
    named.targets = {second.person("Lena Marsh")};
    second.event(named);
    world.add(second);
    return nodes_in(world, NodeKind::person);
  };
  CHECK(nodes_of(false) == 1);
  CHECK(nodes_of(true) == 2);
}

TEST_CASE("a single body never named is the group that is named in its part; several are not") {
  const auto joins = [](const std::string& words, std::optional<Count> number) {
    World world;
    TestimonyBuilder first("a");
    first.words(siege);
    auto buy = told("buy", "acquire");
    buy.actors = {first.unnamed(words, Kind::group, number)};
    first.event(buy);
    world.add(first);
    TestimonyBuilder second("b");
    second.words(siege);
    buy.actors = {second.group("Harbour Rail")};
    second.event(buy);
    world.add(second);
    return nodes_in(world, NodeKind::group) == 1;
  };
  CHECK(joins("company", std::nullopt));
  CHECK_FALSE(joins("two firms", Count{2, 2}));
}

TEST_CASE("a place that no table has is one, told in its town or in the country around it") {
  const auto places = [](const std::string& one, const std::string& other) {
    World world;
    for (const auto& [report, parent] : {std::pair("a", one), std::pair("b", other)}) {
      TestimonyBuilder builder(report);
      builder.place(unlisted_place("Harbour Clinic", parent));
      world.add(builder);
    }
    return nodes_in(world, NodeKind::place);
  };
  CHECK(places("Iraq", "Mosul") == 1);
  CHECK(places("", "Mosul") == 1);
  CHECK(places("Mosul", "Irbil") == 2);
}

TEST_CASE("a name whose two fuller forms are one follows them") {
  World world;
  TestimonyBuilder one("a");
  one.person("Lena Marsh");
  TestimonyBuilder two("b");
  two.person("Lena Marsh", true, {}, "minister", "IQ");
  TestimonyBuilder three("c");
  three.person("Lena Ruth Marsh", true, {}, "minister", "IQ");
  world.add(one);
  world.add(two);
  world.add(three);
  CHECK(world.node("Lena Marsh") == world.node("Lena Ruth Marsh"));
}

TEST_CASE("what is told each week in much the same words is one event only with a name in common") {
  // Of the two reports' words nearly half are the same.
  const auto events_of_reports_apart = [](int days, bool named) {
    World world;
    for (const bool later : {false, true}) {
      const std::string id = later ? "b" : "a";
      TestimonyBuilder report(id, "2016-11-0" + std::to_string(later ? 1 + days : 1));
      report.source(id).words(
          siege +
          (later ? " Harbour lanterns orchestra fireworks trumpets Velmar Osgood Tarn Brixley "
                   "Kesh Orvane Milbank Jarrow Denholm Ferrier Oakes Tamsin"
                 : " Glacier vineyard turbines oysters Pellam Wexley Dornoch Ilse Quarrel "
                   "Sabine Thorpe Calder Wick Aldous Brandt Hollis Merrow"));
      auto denial = told("deny", "reject");
      denial.deed = "deny";
      denial.actors = {named ? report.person("Lena Marsh") : report.unnamed("officials")};
      report.event(denial);
      world.add(report);
    }
    return world.what(Filter()).size();
  };
  CHECK(events_of_reports_apart(1, false) == 1);
  CHECK(events_of_reports_apart(5, false) == 2);
  CHECK(events_of_reports_apart(5, true) == 1);
  CHECK(events_of_reports_apart(8, true) == 2);
}

TEST_CASE("an event of many tellings does not go on over months") {
  World world;
  for (const std::string month : {"1", "2", "3", "4", "5", "6", "7"}) {
    for (const std::string day : {"01", "08", "15", "22"}) {
      TestimonyBuilder report("r" + month + day, "2016-0" + month + "-" + day);
      report.source("wire " + month + day).words(siege);
      auto denial = told("deny", "reject");
      denial.deed = "deny";
      denial.actors = {report.unnamed("officials")};
      report.event(denial);
      world.add(report);
    }
  }
  const std::vector<WhatRow> rows = world.what(Filter());
  CHECK(rows.size() > 1);
  CHECK(rows.size() < 28);
}
