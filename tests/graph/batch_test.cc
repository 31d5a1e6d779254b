// A batch works out again all that its decision or report can reach: after each step belief is what
// testimony gives.
#include <catch2/catch.hpp>

#include "graph/knowledge.h"
#include "graph/memory_tables.h"
#include "tests/support/testimony_builder.h"

using namespace nutgraf;

namespace {

const std::string flood =
    "Qarvan Belmont embankment Tolvek riverside outskirts Drusk engineers pumping evacuees";

struct World {
  MemoryTables tables;
  Knowledge knowledge{tables};

  void check() {
    const Result<VerifyOutcome> outcome = knowledge.verify(true);
    REQUIRE(outcome.has_value());
    CHECK(outcome->problems == std::vector<std::string>());
  }
  void add(const TestimonyBuilder& report) {
    REQUIRE(knowledge.ingest({report.build()}, true).has_value());
    check();
  }
  std::uint32_t same(const Side& one, const Side& other) {
    CuratorDecision decision;
    decision.verb = Verb::same;
    decision.one = {one};
    decision.other = {other};
    const Result<std::uint32_t> number = knowledge.decide(decision, "", "", "");
    REQUIRE(number.has_value());
    check();
    return *number;
  }
  void undo(std::uint32_t number) {
    CuratorDecision decision;
    decision.verb = Verb::undo;
    decision.undoes = number;
    REQUIRE(knowledge.decide(decision, "", "", "").has_value());
    check();
  }
  std::size_t rows(Table table) {
    std::size_t count = 0;
    tables.snapshot()->scan(table, {}, {}, [&](std::string_view, std::string_view) {
      ++count;
      return true;
    });
    return count;
  }
};

TestimonyBuilder::Told deed(const std::string& lemma, const std::string& type) {
  TestimonyBuilder::Told out;
  out.lemma = lemma;
  out.type = type;
  return out;
}

Side named(NodeKind kind, const std::string& name) { return {kind, name, {}, {}}; }

// The report's only mention.
Side only_mention(const TestimonyBuilder& report) {
  const Testimony said = report.build();
  const Mention& mention = said.extraction.mentions.front();
  return {static_cast<NodeKind>(mention.kind), {}, said.report.id, mention.span};
}

}  // namespace

TEST_CASE("the visits of two men are one while a curator says that the two are, and two after") {
  World world;
  for (const std::string name : {"Ivan Novak", "Petr Dolan"}) {
    TestimonyBuilder report("of " + name);
    report.words(flood);
    auto visit = deed("visit", "consult");
    visit.actors = {report.person(name)};
    report.event(visit);
    world.add(report);
  }
  CHECK(world.rows(Table::event) == 2);
  const std::uint32_t number =
      world.same(named(NodeKind::person, "Ivan Novak"), named(NodeKind::person, "Petr Dolan"));
  CHECK(world.rows(Table::event) == 1);
  world.undo(number);
  CHECK(world.rows(Table::event) == 2);
}

TEST_CASE("storms without participants follow what a curator says of the places around them") {
  World world;
  for (const std::string town : {"Gogjali", "Ankara"}) {
    for (const std::string type : {"", "storm"}) {
      TestimonyBuilder report(town + type);
      report.words(flood);
      auto storm = deed("storm", type);
      storm.places = {report.place(test_place(town))};
      report.event(storm);
      world.add(report);
    }
  }
  for (const std::string other : {"Turkey", "Ankara"}) {
    for (const std::string one : {"Iraq", "Mosul", "Gogjali"}) {
      INFO(one << " is " << other);
      world.undo(world.same(named(NodeKind::place, one), named(NodeKind::place, other)));
    }
  }
}

TEST_CASE("when a curator says who one short name is, those that were one with it stay in order") {
  World world;
  std::vector<TestimonyBuilder> reports;
  for (const std::string id : {"a", "b", "c"}) {
    TestimonyBuilder report(id);
    report.words(flood);
    auto speech = deed("speak", "say");
    speech.actors = {report.person("Novak", false)};
    report.event(speech);
    world.add(report);
    reports.push_back(report);
  }
  TestimonyBuilder far("far");
  far.words("Harbour cranes dockworkers overtime settlement arbitration negotiators freight");
  far.person("Petr Dolan");
  world.add(far);
  for (const TestimonyBuilder& report : reports) {
    INFO(report.build().report.id);
    world.undo(world.same(only_mention(report), named(NodeKind::person, "Petr Dolan")));
  }
}
