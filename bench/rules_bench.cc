// What choosing a frame costs with a hundred, a thousand, ten thousand frames, generated with a
// fixed seed over the verbs of the lexicon: by Zipf's law, so that the commonest verbs have
// hundreds.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "extract/event/compiler.h"
#include "extract/event/matcher.h"
#include "extract/event/rule_book.h"
#include "extract/lexicon/lexicon.h"

namespace {

template <typename T>
T opened(nutgraf::Result<T> result) {
  if (!result) std::abort();
  return std::move(*result);
}

struct Tables {
  nutgraf::DataFile data = opened(nutgraf::DataFile::open(NUTGRAF_DATA_FILE));
  nutgraf::Lexicon lexicon = opened(nutgraf::Lexicon::open(data));
  nutgraf::RuleBook book = opened(nutgraf::RuleBook::open(data, {}));
  std::vector<std::string> verbs;  // lemmas of one word
  std::vector<std::string> nouns;

  Tables() {
    for (nutgraf::WordId id = 1; id < lexicon.size(); ++id) {
      const std::string word(lexicon.text(id));
      if (word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos) continue;
      if (lexicon.commonness(id) > 50) continue;
      if (lexicon.is_verb_lemma(word)) verbs.push_back(word);
      if (lexicon.is_noun_lemma(word)) nouns.push_back(word);
    }
  }
};

const Tables& tables() {
  static const Tables made;
  return made;
}

// A fixed sequence of numbers (splitmix64).
class Numbers {
 public:
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
  // Low numbers by Zipf's law: the range is halved by the toss of a coin.
  std::size_t zipf(std::size_t count) {
    std::size_t range = count;
    while (range > 1 && (next() & 1U) != 0) range = (range + 1) / 2;
    return below(range);
  }

 private:
  std::uint64_t state_ = 17;
};

nutgraf::EventFrame frame(Numbers& numbers, std::size_t number) {
  const Tables& known = tables();
  nutgraf::EventFrame out;
  out.name = "f" + std::to_string(number);
  out.type = "assault";
  for (int i = 0; i < 3; ++i) out.verbs.push_back({known.verbs[numbers.zipf(known.verbs.size())]});
  nutgraf::FrameCondition need;
  need.slot.position = nutgraf::Position::object;
  for (int i = 0; i < 3; ++i) {
    need.fillers.push_back({false, known.nouns[numbers.zipf(known.nouns.size())]});
  }
  out.conditions.push_back(need);
  need.veto = true;
  need.slot.position = nutgraf::Position::subject;
  need.fillers = {{true, "weapon"}};
  out.conditions.push_back(need);
  return out;
}

// Frames whose twin is there already are left out by the compiler's complaint; here by their
// number.
nutgraf::Program program(std::size_t count) {
  Numbers numbers;
  nutgraf::Rules rules;
  for (std::size_t i = 0; i < count; ++i) rules.frames.push_back(frame(numbers, i));
  return opened(nutgraf::Program::own(opened(
      nutgraf::compile_program(rules, {tables().book.ontology(), tables().book.classes(), {}}))));
}

struct Candidate {
  nutgraf::TriggerView view;
  std::vector<nutgraf::Argument> arguments;
};

std::vector<Candidate> candidates(std::size_t count) {
  Numbers numbers;
  const Tables& known = tables();
  std::vector<Candidate> out(count);
  for (Candidate& one : out) {
    for (const nutgraf::Position position :
         {nutgraf::Position::subject, nutgraf::Position::object, nutgraf::Position::preposition}) {
      nutgraf::Argument argument;
      argument.position = position;
      argument.lemma = known.nouns[numbers.zipf(known.nouns.size())];
      if (position == nutgraf::Position::preposition) argument.preposition = "in";
      argument.classes = tables().book.classes().of(argument.lemma);
      one.arguments.push_back(argument);
    }
    one.view.lemma = known.verbs[numbers.zipf(known.verbs.size())];
  }
  for (Candidate& one : out) one.view.arguments = one.arguments;
  return out;
}

void match_frames(benchmark::State& state) {
  const nutgraf::Program rules = program(static_cast<std::size_t>(state.range(0)));
  const std::vector<Candidate> triggers = candidates(4096);
  std::size_t at = 0;
  std::int64_t found = 0;
  for (auto _ : state) {
    const auto* pattern = nutgraf::match(rules, triggers[at].view);
    found += pattern != nullptr ? 1 : 0;
    benchmark::DoNotOptimize(pattern);
    at = (at + 1) % triggers.size();
  }
  state.counters["fits_percent"] =
      100.0 * static_cast<double>(found) / static_cast<double>(state.iterations());
}

BENCHMARK(match_frames)->Arg(100)->Arg(1000)->Arg(10000);

}  // namespace
