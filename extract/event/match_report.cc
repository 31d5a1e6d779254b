#include "extract/event/match_report.h"

#include <algorithm>

namespace nutgraf {
namespace {

std::string slot_name(const Program& program, std::uint32_t position, Program::Text preposition) {
  return to_string(
      RoleSlot{static_cast<Position>(position), std::string(program.text(preposition))});
}

std::string filler_names(const MatchTables& tables, std::uint64_t mask, Program::Range words) {
  std::string out;
  const auto& names = tables.classes.names();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if ((mask >> i & 1U) != 0) out += " @" + names[i];
  }
  for (const Program::Text word : tables.program.words(words)) {
    out += " " + std::string(tables.program.text(word));
  }
  return out.empty() ? out : ":" + out;
}

std::string test_words(const MatchTables& tables, const Program::TestRow& test) {
  return (test.veto != 0 ? "veto " : "needs ") +
         slot_name(tables.program, test.position, test.preposition) +
         filler_names(tables, test.classes, test.words);
}

std::string quoted(std::string_view words) { return '"' + std::string(words) + '"'; }

// What stands in the test's slot; empty: nothing.
std::string standing_there(const MatchTables& tables, const Program::TestRow& test,
                           const TriggerView& candidate) {
  Program::TestRow anything = test;
  anything.classes = 0;
  anything.words = {};
  if (static_cast<Position>(test.position) == Position::sentence) return {};
  const Argument* found = met_by(tables.program, anything, candidate);
  return found == nullptr ? std::string() : quoted(found->lemma);
}

std::string why_it_fails(const MatchTables& tables, const Program::TestRow& test,
                         const TriggerView& candidate) {
  const std::string asked = test_words(tables, test);
  if (test.veto != 0) {
    const Argument* found = met_by(tables.program, test, candidate);
    return asked + ": " +
           (found == nullptr ? std::string("a noun of the sentence is one")
                             : quoted(found->lemma) + " stands there");
  }
  const std::string there = standing_there(tables, test, candidate);
  return asked + ": " + (there.empty() ? "nothing stands there" : there + " stands there");
}

NearMiss miss_of(const MatchTables& tables, const Program::PatternRow& pattern,
                 const TriggerView& candidate) {
  NearMiss out;
  out.pattern = &pattern;
  const auto fail_with = [&out](std::string reason) {
    if (out.failed++ == 0) out.reason = std::move(reason);
  };
  for (const Program::Text word : tables.program.words(pattern.words)) {
    if (has_word(tables.program.text(word), candidate.arguments)) continue;
    fail_with("its trigger is " + quoted(trigger_words(tables.program, pattern, candidate)) +
              ": no " + quoted(tables.program.text(word)) + " stands there");
  }
  for (const Program::TestRow& test : tables.program.tests(pattern)) {
    if (!holds(tables.program, test, candidate)) fail_with(why_it_fails(tables, test, candidate));
  }
  return out;
}

}  // namespace

std::string trigger_words(const Program& program, const Program::PatternRow& pattern,
                          const TriggerView& candidate) {
  std::string further;
  for (const Program::Text word : program.words(pattern.words)) {
    further += (further.empty() ? "" : " ") + std::string(program.text(word));
  }
  std::string head(candidate.lemma);
  if (further.empty()) return head;
  return candidate.form == EventForm::verb ? head + " " + further : further + " " + head;
}

std::string why_it_fits(const MatchTables& tables, const Program::PatternRow& pattern,
                        const TriggerView& candidate) {
  std::string out = "the trigger " + quoted(trigger_words(tables.program, pattern, candidate));
  std::size_t vetoes = 0;
  for (const Program::TestRow& test : tables.program.tests(pattern)) {
    if (test.veto != 0) {
      ++vetoes;
      continue;
    }
    const Argument* found = met_by(tables.program, test, candidate);
    out += "; " + test_words(tables, test);
    if (found != nullptr) out += ", met by " + quoted(found->lemma);
  }
  if (vetoes == 1) out += "; its veto does not hold";
  if (vetoes > 1) out += "; none of its " + std::to_string(vetoes) + " vetoes holds";
  return out;
}

std::vector<NearMiss> near_misses(const MatchTables& tables, const TriggerView& candidate,
                                  std::size_t limit) {
  std::vector<NearMiss> out;
  for (const Program::PatternRow& pattern :
       tables.program.patterns(candidate.form, candidate.lemma)) {
    NearMiss miss = miss_of(tables, pattern, candidate);
    if (miss.failed > 0) out.push_back(std::move(miss));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const NearMiss& a, const NearMiss& b) { return a.failed < b.failed; });
  if (out.size() > limit) out.resize(limit);
  return out;
}

std::string role_reason(const MatchTables& tables, const Program::RoleRow& row) {
  return std::string(to_string(static_cast<FrameRole>(row.role))) + " " +
         slot_name(tables.program, row.position, row.preposition) +
         filler_names(tables, row.classes, row.words);
}

}  // namespace nutgraf
