#include "extract/event/matcher.h"

#include <algorithm>

namespace nutgraf {
namespace {

bool fills(const Program& program, std::uint64_t classes, Program::Range words,
           const Argument& argument) {
  const auto list = program.words(words);
  if (classes == 0 && list.empty()) return true;
  if ((classes & argument.classes) != 0) return true;
  return std::any_of(list.begin(), list.end(), [&](Program::Text word) {
    const std::string_view text = program.text(word);
    // Of a clause its marker counts too: "complement: to".
    return text == argument.lemma ||
           (argument.position == Position::complement && text == argument.preposition);
  });
}

bool stands_at(const Program& program, std::uint32_t position, Program::Text preposition,
               const Argument& argument) {
  if (argument.particle || static_cast<Position>(position) != argument.position) return false;
  return argument.position != Position::preposition ||
         program.text(preposition) == argument.preposition;
}

// The further words of a trigger: particles, prepositions or the heads of arguments.
bool has_word(std::string_view word, std::span<const Argument> arguments) {
  return std::any_of(arguments.begin(), arguments.end(), [&](const Argument& argument) {
    return argument.lemma == word || argument.preposition == word;
  });
}

bool holds(const Program& program, const Program::TestRow& test, const TriggerView& candidate) {
  bool found = false;
  if (static_cast<Position>(test.position) == Position::sentence) {
    found = (test.classes & candidate.sentence) != 0;
  } else {
    found = std::any_of(candidate.arguments.begin(), candidate.arguments.end(),
                        [&](const Argument& argument) {
                          return stands_at(program, test.position, test.preposition, argument) &&
                                 fills(program, test.classes, test.words, argument);
                        });
  }
  return found != (test.veto != 0);
}

}  // namespace

FrameMatch match(const Program& program, const TriggerView& candidate) {
  FrameMatch out;
  for (const Program::PatternRow& pattern : program.patterns(candidate.form, candidate.lemma)) {
    const auto words = program.words(pattern.words);
    const bool complete = std::all_of(words.begin(), words.end(), [&](Program::Text word) {
      return has_word(program.text(word), candidate.arguments);
    });
    if (!complete) continue;
    const auto tests = program.tests(pattern);
    const auto broken = std::find_if(tests.begin(), tests.end(), [&](const auto& test) {
      return !holds(program, test, candidate);
    });
    if (broken == tests.end()) {
      out.pattern = &pattern;
      return out;
    }
    if (out.nearest == nullptr) {
      out.nearest = &pattern;
      out.failed = static_cast<std::uint32_t>(broken - tests.begin());
    }
  }
  return out;
}

std::uint32_t roles_of(const Program& program, const Program::FrameRow& frame,
                       const Argument& argument) {
  std::uint32_t out = 0;
  for (const Program::RoleRow& row : program.roles(frame)) {
    if (stands_at(program, row.position, row.preposition, argument) &&
        fills(program, row.classes, row.words, argument)) {
      out |= 1U << row.role;
    }
  }
  return out;
}

}  // namespace nutgraf
