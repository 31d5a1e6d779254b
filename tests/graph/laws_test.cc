// The laws of DESIGN 6 that belief keeps, over tables in memory, by generated cases.
#include <rapidcheck.h>
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <ostream>
#include <string>
#include <tuple>
#include <vector>

#include "graph/knowledge.h"
#include "graph/memory_tables.h"
#include "tests/support/testimony_builder.h"

using namespace nutgraf;

namespace {

struct Told {
  unsigned report = 0;
  unsigned story = 0;
  unsigned variant = 0;
};

Testimony testimony(const Told& told) {
  return generated_testimony("r" + std::to_string(told.report), told.story, told.variant);
}

std::vector<std::string> dump(const Knowledge& knowledge) {
  std::vector<std::string> lines;
  const Result<void> done = knowledge.dump([&](std::string_view line) {
    lines.emplace_back(line);
    return Result<void>();
  });
  REQUIRE(done.has_value());
  return lines;
}

std::ostream& operator<<(std::ostream& out, const Told& told) {
  return out << "r" << told.report << " story " << told.story << " variant " << told.variant;
}

// Empty when the two know the same; else the first lines that only one has.
std::string difference(const Knowledge& one, const Knowledge& other) {
  const std::vector<std::string> left = dump(one);
  const std::vector<std::string> right = dump(other);
  std::vector<std::string> only;
  std::set_symmetric_difference(left.begin(), left.end(), right.begin(), right.end(),
                                std::back_inserter(only));
  std::string out;
  for (std::size_t i = 0; i < std::min<std::size_t>(only.size(), 6); ++i) out += only[i] + "\n";
  return out;
}

rc::Gen<std::vector<Told>> some_reports(std::size_t most) {
  return rc::gen::mapcat(rc::gen::inRange<std::size_t>(1, most), [](std::size_t size) {
    return rc::gen::map(
        rc::gen::container<std::vector<std::pair<unsigned, unsigned>>>(
            size, rc::gen::pair(rc::gen::inRange(0U, 6U), rc::gen::inRange(0U, 50U))),
        [](const std::vector<std::pair<unsigned, unsigned>>& pairs) {
          std::vector<Told> out;
          for (unsigned i = 0; i < pairs.size(); ++i) {
            out.push_back({i, pairs[i].first, pairs[i].second});
          }
          return out;
        });
  });
}

void ingest(Knowledge& knowledge, const std::vector<Told>& reports, std::size_t batch) {
  std::vector<Testimony> held;
  for (const Told& told : reports) {
    held.push_back(testimony(told));
    if (held.size() < batch) continue;
    REQUIRE(knowledge.ingest(std::move(held), false).has_value());
    held.clear();
  }
  REQUIRE(knowledge.ingest(std::move(held), false).has_value());
}

CuratorDecision decision(Verb verb, const Testimony& one, const Testimony& other, unsigned which) {
  const auto side = [&](const Testimony& said) {
    const Mention& mention = said.extraction.mentions[which % said.extraction.mentions.size()];
    return Side{static_cast<NodeKind>(mention.kind), {}, said.report.id, mention.span};
  };
  CuratorDecision out;
  out.verb = verb;
  if (verb == Verb::reject) {
    const Event& event = one.extraction.events[which % one.extraction.events.size()];
    out.one = {{NodeKind::event, {}, one.report.id, event.span}};
    return out;
  }
  out.one = {side(one)};
  if (verb == Verb::split) return out;
  out.other = {side(other)};
  if (which % 3 == 0) {
    out.one = {{NodeKind::person, "John Smith", {}, {}}};
    out.other = {{NodeKind::person, "Lena Petrova", {}, {}}};
  }
  return out;
}

using Step = std::tuple<unsigned, unsigned, unsigned>;  // action, story, variant

// Ingests, replaces, retracts and decides as the steps say; then where belief is not what testimony
// gives.
std::vector<std::string> problems_after(const std::vector<Step>& steps) {
  MemoryTables tables;
  Knowledge knowledge(tables);
  std::map<unsigned, Told> there;
  std::vector<std::uint32_t> active;
  for (const auto& [action, story, variant] : steps) {
    const Told told{action % 10, story, variant};
    if (action < 50 || there.empty()) {
      REQUIRE(knowledge.ingest({testimony(told)}, true).has_value());
      there[told.report] = told;
    } else if (action < 65) {
      const unsigned report =
          std::next(there.begin(), static_cast<std::ptrdiff_t>(action % there.size()))->first;
      REQUIRE(knowledge.retract({"r" + std::to_string(report)}).has_value());
      there.erase(report);
    } else if (action < 90 || active.empty()) {
      const auto verb = static_cast<Verb>(action % 4);
      const Result<std::uint32_t> number =
          knowledge.decide(decision(verb, testimony(there.begin()->second),
                                    testimony(there.rbegin()->second), variant),
                           "", "", "");
      REQUIRE(number.has_value());
      active.push_back(*number);
    } else {
      CuratorDecision undo;
      undo.verb = Verb::undo;
      undo.undoes = active.back();
      active.pop_back();
      REQUIRE(knowledge.decide(undo, "", "", "").has_value());
    }
  }
  const Result<VerifyOutcome> outcome = knowledge.verify(true);
  REQUIRE(outcome.has_value());
  return outcome->problems;
}

}  // namespace

TEST_CASE("law 3: any order and any batching give the same dump") {
  rc::prop("shuffled", [] {
    const std::vector<Told> reports = *some_reports(14);
    std::vector<Told> shuffled = reports;
    const auto swaps = *rc::gen::container<std::vector<unsigned>>(20, rc::gen::inRange(0U, 1000U));
    for (std::size_t i = 0; i + 1 < swaps.size(); i += 2) {
      std::swap(shuffled[swaps[i] % shuffled.size()], shuffled[swaps[i + 1] % shuffled.size()]);
    }
    const auto batch = *rc::gen::inRange<std::size_t>(1, 5);
    MemoryTables one;
    MemoryTables other;
    Knowledge first(one);
    Knowledge second(other);
    ingest(first, reports, 100);
    ingest(second, shuffled, batch);
    RC_ASSERT(difference(first, second) == "");
    RC_ASSERT(first.digest().value() == second.digest().value());
  });
}

TEST_CASE("law 4: retract is never ingested, twice is once, undo is never decided") {
  rc::prop("there and back", [] {
    const std::vector<Told> reports = *some_reports(12);
    const auto stay = *rc::gen::inRange<std::size_t>(0, reports.size() + 1);
    const std::vector<Told> left(reports.begin(),
                                 reports.begin() + static_cast<std::ptrdiff_t>(stay));
    std::vector<std::string> gone;
    for (std::size_t i = stay; i < reports.size(); ++i) {
      gone.push_back("r" + std::to_string(reports[i].report));
    }
    MemoryTables one;
    MemoryTables other;
    Knowledge first(one);
    Knowledge second(other);
    ingest(first, reports, 3);
    ingest(first, reports, 2);
    REQUIRE(first.retract(gone).has_value());
    ingest(second, left, 4);
    RC_ASSERT(difference(first, second) == "");
    if (left.empty()) return;
    const Verb verb = *rc::gen::element(Verb::same, Verb::different, Verb::split, Verb::reject);
    const auto which = *rc::gen::inRange(0U, 30U);
    const Result<std::uint32_t> number = first.decide(
        decision(verb, testimony(left.front()), testimony(left.back()), which), "a", "b", "c");
    RC_ASSERT(number.has_value());
    CuratorDecision undo;
    undo.verb = Verb::undo;
    undo.undoes = *number;
    RC_ASSERT(first.decide(undo, "a", "b", "d").has_value());
    RC_ASSERT(difference(first, second) == "");
    RC_ASSERT(first.digest().value() == second.digest().value());
  });
}

TEST_CASE("belief is its own recomputation after any interleaving") {
  rc::prop("ingest, replace, retract, decide", [] {
    const auto steps = *rc::gen::container<std::vector<Step>>(rc::gen::tuple(
        rc::gen::inRange(0U, 100U), rc::gen::inRange(0U, 6U), rc::gen::inRange(0U, 50U)));
    const std::vector<std::string> problems = problems_after(steps);
    for (const std::string& problem : problems) RC_LOG() << problem << "\n";
    RC_ASSERT(problems.empty());
  });
}

TEST_CASE("belief is its own recomputation: a node whose parts come to lie in two components") {
  // r0 is replaced, so that what the decision made one has nothing in common any more: each part is
  // clustered by itself, and the events of one part at least have to be judged again.
  CHECK(problems_after({{1, 4, 0}, {0, 1, 17}, {88, 0, 19}, {2, 4, 43}, {0, 0, 0}}).empty());
}

TEST_CASE(
    "belief is its own recomputation: places without a name, of events that are judged again") {
  // Who is one with "the market" is settled after the events, and must not be read by the next
  // batch's events.
  CHECK(problems_after({{0, 2, 4}, {1, 0, 20}, {2, 0, 0}}).empty());
  CHECK(problems_after({{1, 2, 14}, {0, 2, 6}, {2, 2, 2}, {0, 0, 0}}).empty());
}

TEST_CASE("law 2: a dump loads into the same knowledge") {
  rc::prop("dump, load, dump", [] {
    const std::vector<Told> reports = *some_reports(8);
    MemoryTables one;
    MemoryTables other;
    Knowledge first(one);
    Knowledge second(other);
    ingest(first, reports, 3);
    RC_ASSERT(
        first
            .decide(decision(Verb::same, testimony(reports.front()), testimony(reports.back()), 1),
                    "someone", "why", "then")
            .has_value());
    for (const std::string& line : dump(first)) RC_ASSERT(second.load_line(line).has_value());
    RC_ASSERT(second.finish_load().has_value());
    RC_ASSERT(difference(first, second) == "");
  });
}

TEST_CASE("law 2: testimony is read as it was written") {
  rc::prop("encode, decode", [](unsigned story, unsigned variant) {
    const Testimony said = generated_testimony("r", story % 50, variant % 50);
    RC_ASSERT(decode_extraction(encode(said.extraction)).value() == said.extraction);
    RC_ASSERT(decode_profile(encode(said.profile)).value() == said.profile);
    Report head = said.report;
    head.text.clear();
    RC_ASSERT(decode_report(encode(said.report)).value() == head);
  });
  rc::prop("any bytes fail or read, within their bounds", [](const std::string& bytes) {
    decode_extraction(bytes);
    decode_profile(bytes);
    decode_report(bytes);
  });
}
