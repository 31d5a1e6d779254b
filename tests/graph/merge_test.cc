// What becomes one across reports, and what stays apart; asked through the reader.
#include <catch2/catch.hpp>

#include "tests/support/world.h"

using namespace nutgraf;

namespace {

// Two reports of one story: the leader's visit, named in full in one report and short in the other.
void add_visit(World& world) {
  TestimonyBuilder one("r1");
  one.words(siege);
  const auto leader = one.person("Abu Omar al-Tolvek", true, {"al-Tolvek"});
  one.group("Northern State", {"NS"});
  auto visit = told("visit", "consult");
  visit.actors = {leader};
  visit.places = {one.place(test_place("Mosul"))};
  visit.from = "2014-06-01";
  visit.until = "2014-07-01";
  one.event(visit);
  world.add(one);
  TestimonyBuilder two("r2", "2016-11-04");
  two.source("other wire").words(siege + " afterwards");
  visit.actors = {two.person("al-Tolvek", false)};
  visit.places = {two.place(test_place("Mosul"))};
  visit.from = "2014-06-10";
  visit.until = "";
  two.event(visit);
  const auto soldiers = two.unnamed("special forces");
  auto storm = told("storm", "assault");
  storm.actors = {soldiers};
  storm.places = {two.place(test_place("Gogjali"))};
  two.event(storm);
  auto urge = told("attack", "assault");
  urge.actors = {two.group("Northern State group")};
  urge.places = {two.place(test_place("Turkey"))};
  urge.modality = Modality::requested;
  two.event(urge);
  two.group("NS");
  world.add(two);
}

}  // namespace

TEST_CASE("a leader named in full and short is one node, his visit one event of two reports") {
  World world;
  add_visit(world);
  const NodeKey leader = world.node("al-Tolvek");
  CHECK(leader == world.node("Abu Omar al-Tolvek"));
  Filter filter;
  filter.by = leader;
  const std::vector<WhatRow> rows = world.what(filter);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].reports == 2);
  CHECK(rows[0].sources == 2);
  CHECK(rows[0].event.when.from == parse_iso_day("2014-06-10"));
  CHECK(rows[0].event.when.until == parse_iso_day("2014-07-01"));
  REQUIRE(rows[0].actors.size() == 1);
  CHECK(rows[0].actors[0].name == "Abu Omar al-Tolvek");
}

TEST_CASE("words that only name a deed join it, and count as no report of it") {
  World world;
  add_visit(world);
  TestimonyBuilder three("r3", "2016-11-05");
  three.words(siege + " again");
  three.reference("storm", 5);
  three.reference("flood", 6);
  world.add(three);
  Filter filter;
  filter.did = "storm";
  const std::vector<WhatRow> rows = world.what(filter);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].reports == 1);
  const auto mentions = world.knowledge.reader()->mentions_of("r3");
  REQUIRE(mentions.has_value());
  std::size_t joined = 0;
  for (const MentionRow& mention : *mentions) {
    joined += mention.node == print_key(rows[0].event.node) ? 1 : 0;
  }
  CHECK(mentions->size() == 2);
  CHECK(joined == 1);
}

TEST_CASE("an acronym, a tail in lower case and the full name are one group") {
  World world;
  add_visit(world);
  CHECK(world.node("Northern State") == world.node("NS"));
  CHECK(world.node("Northern State") == world.node("Northern State group"));
}

TEST_CASE("who acted at a place includes the places within, not what was only asked for") {
  World world;
  add_visit(world);
  Filter filter;
  filter.at = world.node("Mosul");
  CHECK(world.who(filter) == std::vector<std::string>{"Abu Omar al-Tolvek", "special forces"});
  filter.at = world.node("Iraq");
  CHECK(world.who(filter).size() == 2);
  filter.at = world.node("Turkey");
  CHECK(world.who(filter).empty());
  filter.standing = Standing::any;
  CHECK(world.who(filter) == std::vector<std::string>{"Northern State"});
}

TEST_CASE("days select what may have happened then") {
  World world;
  add_visit(world);
  Filter filter;
  filter.at = world.node("Iraq");
  filter.when = parse_days("2014-06").value();
  CHECK(
      world.who(filter) ==
      std::vector<std::string>{"Abu Omar al-Tolvek", "special forces"});  // undated: before 2016-11
  filter.certain = true;
  CHECK(world.who(filter) == std::vector<std::string>{"Abu Omar al-Tolvek"});
  filter.when = parse_days("2015..").value();
  filter.certain = false;
  CHECK(world.who(filter) == std::vector<std::string>{"special forces"});
}

TEST_CASE("evidence is the sentence, and a span of it is the very words") {
  World world;
  add_visit(world);
  const std::unique_ptr<GraphReader> reader = world.knowledge.reader();
  Filter filter;
  filter.by = world.node("al-Tolvek");
  const NodeKey visit = world.what(filter).at(0).node.key;
  const std::vector<Evidence> evidence = reader->evidence(visit).value();
  REQUIRE(evidence.size() == 2);
  for (const Evidence& proof : evidence) {
    const Report report = reader->report(proof.report).value().value();
    CHECK(cut(report.text, proof.span) == "visit");
  }
  bool actor = false;
  const std::vector<Edge> edges = reader->edges(visit, true).value();
  for (const Edge& edge : edges) {
    CHECK_FALSE(edge.evidence.empty());
    actor = actor || (edge.role == Role::actor && edge.to == *filter.by);
  }
  CHECK(actor);
}

TEST_CASE("two of one name from two countries stay two; a third without one joins neither") {
  World world;
  TestimonyBuilder one("a");
  one.person("Lena Marsh", true, {}, "minister", "IQ");
  TestimonyBuilder two("b");
  two.person("Lena Marsh", true, {}, "striker", "TR");
  TestimonyBuilder three("c");
  three.person("Lena Marsh");
  world.add(one);
  world.add(two);
  world.add(three);
  CHECK(world.find("Lena Marsh").size() == 3);
}

TEST_CASE("spellings of a transliterated name are one") {
  World world;
  TestimonyBuilder one("a");
  one.person("Muammar Gaddafi");
  TestimonyBuilder two("b");
  two.person("Moammar Qadhafi");
  world.add(one);
  world.add(two);
  CHECK(world.node("Muammar Gaddafi") == world.node("Moammar Qadhafi"));
}

TEST_CASE("a surname alone, outside the story, joins nobody") {
  World world;
  TestimonyBuilder one("a");
  one.words(siege).person("Haider Fadhil");
  TestimonyBuilder two("b");
  two.words("Harbour festival lanterns orchestra fireworks").person("Fadhil", false);
  world.add(one);
  world.add(two);
  CHECK(world.node("Haider Fadhil") != world.find("Fadhil").at(0).node.key);
}

TEST_CASE("gunmen are the same gunmen only within one event") {
  World world;
  for (const std::string id : {"a", "b", "c"}) {
    TestimonyBuilder report(id);
    report.words(id == "c" ? "Harbour festival lanterns orchestra fireworks" : siege);
    auto attack = told("attack", "assault");
    attack.actors = {report.unnamed("gunmen")};
    attack.targets = {report.person("Haider Fadhil")};
    attack.places = {report.place(test_place(id == "c" ? "Ankara" : "Mosul"))};
    report.event(attack);
    world.add(report);
  }
  const Filter filter;
  CHECK(world.who(filter) == std::vector<std::string>{"gunmen", "gunmen"});
}

TEST_CASE("planned and denied tellings stay apart from what happened") {
  World world;
  for (const std::string id : {"a", "b", "c"}) {
    TestimonyBuilder report(id);
    report.words(siege);
    auto attack = told("attack", "assault");
    attack.actors = {report.group("River Front")};
    attack.places = {report.place(test_place("Mosul"))};
    if (id == "b") attack.modality = Modality::planned;
    if (id == "c") attack.polarity = Polarity::negative;
    report.event(attack);
    world.add(report);
  }
  Filter filter;
  CHECK(world.what(filter).size() == 1);
  filter.standing = Standing::any;
  CHECK(world.what(filter).size() == 3);
  filter.standing = Standing::denied;
  CHECK(world.what(filter).size() == 1);
}

TEST_CASE("near-copies are one source, two reports") {
  World world;
  for (const std::string id : {"a", "b"}) {
    TestimonyBuilder report(id);
    report.source("wire " + id).words(siege + " " + siege + " " + siege);
    auto attack = told("attack", "assault");
    attack.actors = {report.group("River Front")};
    report.event(attack);
    world.add(report);
  }
  const std::vector<WhatRow> rows = world.what({});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].reports == 2);
  CHECK(rows[0].sources == 1);
}

TEST_CASE("curators join, part, split and reject, and take it back") {
  World world;
  add_visit(world);
  const auto undo_last = [&](std::uint32_t number) {
    CuratorDecision undo;
    undo.verb = Verb::undo;
    undo.undoes = number;
    REQUIRE(world.knowledge.decide(undo, "me", "", "").has_value());
  };
  const auto decide = [&](Verb verb, std::vector<Side> one, std::vector<Side> other) {
    return world.knowledge.decide({verb, std::move(one), std::move(other), {}, 0}, "me", "why", "")
        .value();
  };
  const NodeKey state = world.node("Northern State");
  const NodeKey leader = world.node("Abu Omar al-Tolvek");
  SECTION("different parts an acronym from its name") {
    const auto number = decide(Verb::different, {{NodeKind::group, "Northern State", {}, {}}},
                               {{NodeKind::group, "NS", {}, {}}});
    CHECK(world.find("NS").size() == 2);
    undo_last(number);
    CHECK(world.node("NS") == state);
  }
  SECTION("same joins what no rule would, and leads every id there") {
    TestimonyBuilder other("r3");
    other.person("The Blind Sheikh");
    world.add(other);
    const NodeKey sheikh = world.node("The Blind Sheikh");
    const auto number = decide(Verb::same, world.knowledge.sides_of(sheikh).value(),
                               world.knowledge.sides_of(leader).value());
    CHECK(world.node("The Blind Sheikh") == world.node("Abu Omar al-Tolvek"));
    CHECK(world.knowledge.reader()->resolve(print_key(sheikh)).value() ==
          world.knowledge.reader()->resolve(print_key(leader)).value());
    undo_last(number);
    CHECK(world.node("The Blind Sheikh") == sheikh);
  }
  SECTION("reject takes an event out") {
    Filter filter;
    filter.by = leader;
    const NodeKey visit = world.what(filter).at(0).node.key;
    const auto number = decide(Verb::reject, world.knowledge.sides_of(visit).value(), {});
    CHECK(world.what(filter).empty());
    undo_last(number);
    CHECK(world.what(filter).size() == 1);
  }
  SECTION("split takes one report's mention out of its node") {
    const Testimony said = world.knowledge.reader()->testimony("r1").value().value();
    Side side{NodeKind::person, {}, "r1", said.extraction.mentions.at(0).span};
    const auto number = decide(Verb::split, {side}, {});
    const auto at = [&](const std::string& report) {
      const std::vector<MentionRow> rows = world.knowledge.reader()->mentions_of(report).value();
      for (const MentionRow& row : rows) {
        if (row.kind == NodeKind::person) return row.node;
      }
      return std::string();
    };
    CHECK(at("r1") != at("r2"));
    undo_last(number);
    CHECK(at("r1") == at("r2"));
  }
}

TEST_CASE("a short name that was kept apart comes back to its leader when that is undone") {
  World world;
  add_visit(world);
  const Testimony said = world.knowledge.reader()->testimony("r2").value().value();
  CuratorDecision different;
  different.verb = Verb::different;
  different.one = {{NodeKind::person, {}, "r2", said.extraction.mentions.at(0).span}};
  different.other = {{NodeKind::person, "Abu Omar al-Tolvek", {}, {}}};
  CuratorDecision undo;
  undo.verb = Verb::undo;
  undo.undoes = world.knowledge.decide(different, "", "", "").value();
  CHECK(world.find("al-Tolvek").size() == 2);
  REQUIRE(world.knowledge.decide(undo, "", "", "").has_value());
  CHECK(world.find("al-Tolvek").size() == 1);
}

TEST_CASE("retracting tells what falls and what stands") {
  World world;
  add_visit(world);
  const RetractPreview preview = world.knowledge.preview_retract({"r2"}).value();
  const auto has = [](const auto& list, const std::string& name, const auto& project) {
    return std::any_of(list.begin(), list.end(),
                       [&](const auto& entry) { return project(entry).name == name; });
  };
  CHECK(has(preview.stand, "Abu Omar al-Tolvek", [](const auto& entry) { return entry.first; }));
  CHECK(has(preview.fall, "Turkey", [](const auto& entry) { return entry; }));
  REQUIRE(world.knowledge.retract({"r2"}).has_value());
  CHECK(world.find("Turkey").empty());
  CHECK(world.knowledge.reader()->vanished("loc:gn:298795").value().find("retract") !=
        std::string::npos);
}

TEST_CASE("names are found folded, by their beginning, by a word, and nearly") {
  World world;
  add_visit(world);
  CHECK(world.find("abu omar AL TOLVEK").at(0).match == MatchKind::folded);
  CHECK(world.find("Abu Omar al-Tolvek").at(0).match == MatchKind::exact);
  CHECK(world.find("Abu Om").at(0).match == MatchKind::prefix);
  CHECK(world.find("Omar").at(0).match == MatchKind::word);
  CHECK(world.find("Mosull").at(0).match == MatchKind::near);
  CHECK(world.find("loc:gn:99072").at(0).node.name == "Mosul");
  CHECK(world.find("zzzzzz").empty());
}

TEST_CASE("merges are explained") {
  World world;
  add_visit(world);
  const std::unique_ptr<GraphReader> reader = world.knowledge.reader();
  const std::vector<MergeReason> reasons = reader->merges(world.node("NS")).value();
  REQUIRE_FALSE(reasons.empty());
  CHECK(reasons[0].rule == "acronym");
  CHECK(reasons[0].taken);
}

TEST_CASE("dates are read as a user writes them") {
  const auto range = [](const std::string& words) {
    const Result<DayRange> read = parse_days(words);
    if (!read) return std::string("none");
    return (read->from ? iso(*read->from) : "") + ".." + (read->until ? iso(*read->until) : "");
  };
  CHECK(range("2016") == "2016-01-01..2017-01-01");
  CHECK(range("2016-12") == "2016-12-01..2017-01-01");
  CHECK(range("2016-10-17") == "2016-10-17..2016-10-18");
  CHECK(range("2016-W42") == "2016-10-17..2016-10-24");
  CHECK(range("2016-10..2016-12") == "2016-10-01..2017-01-01");
  CHECK(range("2016-10..") == "2016-10-01..");
  CHECK(range("..2016") == "..2017-01-01");
  for (const std::string wrong : {"", "..", "2016-13", "2016-W54", "16", "2017..2016", "May"}) {
    INFO(wrong);
    CHECK(range(wrong) == "none");
  }
}

TEST_CASE("one deed in words, but other victims: two events, unless they say who did it") {
  const auto rows_of = [](const std::string& actor, const std::string& victims,
                          const std::string& other_actor, const std::string& other_victims) {
    World world;
    const auto add = [&](const std::string& id, const std::string& who, const std::string& whom) {
      TestimonyBuilder report(id);
      report.source(id).words(siege);
      auto kill = told("kill", "assault");
      if (!who.empty()) kill.actors = {report.unnamed(who)};
      std::optional<Count> number;
      if (whom.front() >= '0' && whom.front() <= '9')
        number = Count{std::stoi(whom), std::stoi(whom)};
      kill.targets = {report.unnamed(whom, Kind::person, number)};
      report.event(kill);
      world.add(report);
    };
    add("r1", actor, victims);
    add("r2", other_actor, other_victims);
    return world.what({}).size();
  };
  CHECK(rows_of("gunmen", "nine guards", "", "two smugglers") == 2);
  CHECK(rows_of("gunmen", "nine guards", "", "at least ten prison guards") == 1);
  CHECK(rows_of("", "guards", "", "dozens of guards") == 1);
  CHECK(rows_of("gunmen", "nine guards", "masked gunmen", "ten people") == 1);
  CHECK(rows_of("", "30 guards", "", "800 smugglers") == 2);
  CHECK(rows_of("", "a student", "", "the girl") == 1);
}
