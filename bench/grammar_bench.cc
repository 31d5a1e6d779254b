// What the stages from text to arcs cost, each by itself over the same bytes, beside ICU's bare
// word break in the same run; then all of them together, over prose and over one sentence of any
// length.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>

#include "extract/syntax/chunker.h"
#include "extract/syntax/lemmatizer.h"
#include "extract/syntax/parser.h"
#include "extract/syntax/tagger.h"
#include "extract/text/icu_words.h"
#include "extract/text/segmenter.h"

namespace {

template <typename Value>
Value opened(nutgraf::Result<Value> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", result.error().text().c_str());
    std::abort();
  }
  return std::move(*result);
}

struct Stages {
  nutgraf::DataFile data = opened(nutgraf::DataFile::open(NUTGRAF_DATA_FILE));
  nutgraf::Lexicon lexicon = opened(nutgraf::Lexicon::open(data));
  nutgraf::Segmenter segmenter = opened(nutgraf::Segmenter::open(data, lexicon));
  nutgraf::Tagger tagger = opened(nutgraf::Tagger::open(data, lexicon));
  nutgraf::Lemmatizer lemmatizer = opened(nutgraf::Lemmatizer::open(data, lexicon));
  nutgraf::GrammarLists lists = opened(nutgraf::GrammarLists::open(data));
  nutgraf::Parser parser = opened(nutgraf::Parser::open(data, lexicon));
};

const Stages& stages() {
  static const Stages made;
  return made;
}

// The sentences of the relation cases, their tags taken off, again and again up to a megabyte.
const nutgraf::Report& prose() {
  static const nutgraf::Report made = [] {
    std::ifstream in(std::string(NUTGRAF_SOURCE_DIR) + "/tests/cases/relations/news.case");
    std::string once;
    for (std::string line; std::getline(in, line);) {
      if (line.find('/') == std::string::npos || line[0] == '#') continue;
      bool word = true;
      for (const char c : line) {
        if (c == '/') word = false;
        if (c == ' ') word = true;
        if (word) once += c;
      }
      once += '\n';
    }
    nutgraf::Report out;
    while (!once.empty() && out.text.size() < (1U << 20U)) out.text += once;
    return out;
  }();
  return made;
}

// One sentence of about so many bytes.
nutgraf::Report long_sentence(std::size_t size) {
  const std::string clause = "rebels seized the town that the army shelled and fled from it, ";
  nutgraf::Report out;
  while (out.text.size() < size) out.text += clause;
  return out;
}

void count_bytes(benchmark::State& state, const nutgraf::Report& report) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(report.text.size()));
}

void all_over(benchmark::State& state, const nutgraf::Report& report) {
  const Stages& stage = stages();
  nutgraf::Analysis desk;
  for (auto _ : state) {
    desk.begin(report);
    stage.segmenter.segment(desk);
    stage.tagger.tag(desk);
    stage.lemmatizer.lemmatize(desk);
    stage.parser.parse(desk);
    benchmark::DoNotOptimize(desk.arcs.data());
  }
  count_bytes(state, report);
}

void icu_word_break(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(nutgraf::count_icu_words(prose().text));
  count_bytes(state, prose());
}

void segment(benchmark::State& state) {
  nutgraf::Analysis desk;
  for (auto _ : state) {
    desk.begin(prose());
    stages().segmenter.segment(desk);
    benchmark::DoNotOptimize(desk.tokens.data());
  }
  count_bytes(state, prose());
}

// A stage over a desk on which the earlier ones are done.
template <typename Work>
void later_stage(benchmark::State& state, Work work) {
  nutgraf::Analysis desk;
  desk.begin(prose());
  stages().segmenter.segment(desk);
  stages().tagger.tag(desk);
  stages().lemmatizer.lemmatize(desk);
  for (auto _ : state) work(desk);
  count_bytes(state, prose());
}

void tag(benchmark::State& state) {
  later_stage(state, [](nutgraf::Analysis& desk) { stages().tagger.tag(desk); });
}

void lemmas(benchmark::State& state) {
  later_stage(state, [](nutgraf::Analysis& desk) { stages().lemmatizer.lemmatize(desk); });
}

void groups(benchmark::State& state) {
  nutgraf::Sheet sheet;
  later_stage(state, [&sheet](nutgraf::Analysis& desk) {
    desk.noun_groups.clear();
    desk.verb_groups.clear();
    desk.noun_group_of.assign(desk.tokens.size(), nutgraf::npos);
    desk.verb_group_of.assign(desk.tokens.size(), nutgraf::npos);
    nutgraf::Chunker chunker(desk, stages().lists, stages().lexicon, sheet);
    for (const nutgraf::Sentence& sentence : desk.sentences) chunker.read(sentence.tokens);
  });
}

void groups_clauses_arcs(benchmark::State& state) {
  later_stage(state, [](nutgraf::Analysis& desk) { stages().parser.parse(desk); });
}

void all_stages(benchmark::State& state) { all_over(state, prose()); }

void all_stages_one_sentence(benchmark::State& state) {
  all_over(state, long_sentence(static_cast<std::size_t>(state.range(0))));
}

BENCHMARK(icu_word_break)->Unit(benchmark::kMillisecond);
BENCHMARK(segment)->Unit(benchmark::kMillisecond);
BENCHMARK(tag)->Unit(benchmark::kMillisecond);
BENCHMARK(lemmas)->Unit(benchmark::kMillisecond);
BENCHMARK(groups)->Unit(benchmark::kMillisecond);
BENCHMARK(groups_clauses_arcs)->Unit(benchmark::kMillisecond);
BENCHMARK(all_stages)->Unit(benchmark::kMillisecond);
BENCHMARK(all_stages_one_sentence)
    ->Unit(benchmark::kMillisecond)
    ->Arg(60000)
    ->Arg(1000000)
    ->Arg(16000000);

}  // namespace
