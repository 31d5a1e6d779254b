#include "extract/event/matcher.h"

#include <algorithm>
#include <array>
#include <bit>

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

bool fits(const Program& program, const Program::PatternRow& pattern,
          const TriggerView& candidate) {
  const auto words = program.words(pattern.words);
  const auto tests = program.tests(pattern);
  return std::all_of(words.begin(), words.end(),
                     [&](Program::Text word) {
                       return has_word(program.text(word), candidate.arguments);
                     }) &&
         std::all_of(tests.begin(), tests.end(),
                     [&](const Program::TestRow& test) { return holds(program, test, candidate); });
}

const Program::PatternRow* first_that_fits(const Program& program,
                                           std::span<const Program::PatternRow> patterns,
                                           const TriggerView& candidate) {
  for (const Program::PatternRow& pattern : patterns) {
    if (fits(program, pattern, candidate)) return &pattern;
  }
  return nullptr;
}

constexpr std::size_t few = 6;  // so many patterns are sooner tried than found by their words

// The patterns whose words or classes stand there, as indexes; false when there are more than fit
// in.
class KeyedPatterns {
 public:
  bool find(const Program& program, const Program::GroupRow& group, const TriggerView& candidate) {
    ClassMask classes = candidate.sentence;
    for (const Argument& argument : candidate.arguments) {
      const auto word_key = [&](std::string_view word) {
        return word.empty() || add(program, group, program.key_word(word));
      };
      if (!word_key(argument.lemma) || !word_key(argument.preposition)) return false;
      classes |= argument.classes;
    }
    for (; classes != 0; classes &= classes - 1) {
      if (!add(program, group, program.class_key(std::countr_zero(classes)))) return false;
    }
    const auto end = found_.begin() + static_cast<std::ptrdiff_t>(size_);
    std::sort(found_.begin(), end);
    size_ = static_cast<std::size_t>(std::unique(found_.begin(), end) - found_.begin());
    return true;
  }
  std::span<const std::uint32_t> indexes() const { return {found_.data(), size_}; }

 private:
  bool add(const Program& program, const Program::GroupRow& group, std::uint32_t number) {
    if (number == StringTable::missing) return true;
    const auto keys = program.keys(group);
    auto key = std::lower_bound(
        keys.begin(), keys.end(), number,
        [](const Program::KeyRow& row, std::uint32_t wanted) { return row.word < wanted; });
    for (; key != keys.end() && key->word == number; ++key) {
      if (size_ == found_.size()) return false;
      found_[size_++] = key->pattern;
    }
    return true;
  }

  std::array<std::uint32_t, 64> found_{};
  std::size_t size_ = 0;
};

}  // namespace

// The further words of a trigger: particles, prepositions or the heads of arguments.
bool has_word(std::string_view word, std::span<const Argument> arguments) {
  return std::any_of(arguments.begin(), arguments.end(), [&](const Argument& argument) {
    return argument.lemma == word || argument.preposition == word;
  });
}

const Argument* met_by(const Program& program, const Program::TestRow& test,
                       const TriggerView& candidate) {
  for (const Argument& argument : candidate.arguments) {
    if (stands_at(program, test.position, test.preposition, argument) &&
        fills(program, test.classes, test.words, argument)) {
      return &argument;
    }
  }
  return nullptr;
}

bool holds(const Program& program, const Program::TestRow& test, const TriggerView& candidate) {
  const bool found = static_cast<Position>(test.position) == Position::sentence
                         ? (test.classes & candidate.sentence) != 0
                         : met_by(program, test, candidate) != nullptr;
  return found != (test.veto != 0);
}

const Program::PatternRow* match(const Program& program, const TriggerView& candidate) {
  const Program::GroupRow* group = program.group(candidate.form, candidate.lemma);
  if (group == nullptr) return nullptr;
  const auto all = program.patterns(*group);
  KeyedPatterns keyed;
  if (all.size() <= few || !keyed.find(program, *group, candidate)) {
    return first_that_fits(program, all, candidate);
  }
  // Both lists run from the most specific pattern to the least.
  auto by_word = keyed.indexes();
  auto open = program.open_patterns(*group);
  while (!by_word.empty() || !open.empty()) {
    const bool first = open.empty() || (!by_word.empty() && by_word.front() < open.front());
    auto& list = first ? by_word : open;
    const Program::PatternRow& pattern = program.pattern(list.front());
    list = list.subspan(1);
    if (fits(program, pattern, candidate)) return &pattern;
  }
  return nullptr;
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
