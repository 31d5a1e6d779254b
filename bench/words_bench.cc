// What cutting, tagging and lemmas cost, beside ICU's bare word break over the same bytes.
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <string>
#include <utility>

#include "extract/syntax/lemmatizer.h"
#include "extract/syntax/tagger.h"
#include "extract/text/icu_words.h"
#include "extract/text/segmenter.h"

namespace {

template <typename T>
T opened(nutgraf::Result<T> result) {
  if (!result) std::abort();
  return std::move(*result);
}

struct Words {
  nutgraf::DataFile data = opened(nutgraf::DataFile::open(NUTGRAF_DATA_FILE));
  nutgraf::Lexicon lexicon = opened(nutgraf::Lexicon::open(data));
  nutgraf::Segmenter segmenter = opened(nutgraf::Segmenter::open(data, lexicon));
  nutgraf::Tagger tagger = opened(nutgraf::Tagger::open(data, lexicon));
  nutgraf::Lemmatizer lemmatizer = opened(nutgraf::Lemmatizer::open(data, lexicon));
};

const Words& words() {
  static const Words made;
  return made;
}

// About a megabyte of reports, or one sentence of that length.
nutgraf::Report report(bool one_sentence) {
  const std::string news =
      "IRBIL, Iraq — Kurdish fighters backed by U.S.-led air strikes seized two "
      "villages near "
      "Keld on Tuesday, Brig. Gen. Haider Karim said. \"We can't wait,\" he told reporters in the "
      "city's 15-year-old airport, adding that at least 30 militants had been killed and $5 "
      "million "
      "was found. The mayor, who fled in June 2014, urged residents to leave before the army's "
      "assault on the town began.\n\n";
  const std::string clause = "rebels seized the town and the army shelled two villages near it, ";
  nutgraf::Report out;
  while (out.text.size() < 1000000) out.text += one_sentence ? clause : news;
  return out;
}

void run(benchmark::State& state, bool one_sentence, bool tags) {
  const nutgraf::Report taken = report(one_sentence);
  nutgraf::Analysis desk;
  for (auto _ : state) {
    desk.begin(taken);
    words().segmenter.segment(desk);
    if (tags) {
      words().tagger.tag(desk);
      words().lemmatizer.lemmatize(desk);
    }
    benchmark::DoNotOptimize(desk.tokens.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(taken.text.size()));
}

void icu_word_break(benchmark::State& state) {
  const nutgraf::Report taken = report(false);
  for (auto _ : state) benchmark::DoNotOptimize(nutgraf::count_icu_words(taken.text));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(taken.text.size()));
}

void segment(benchmark::State& state) { run(state, false, false); }
void segment_tag_lemma(benchmark::State& state) { run(state, false, true); }
void segment_tag_lemma_one_sentence(benchmark::State& state) { run(state, true, true); }

BENCHMARK(icu_word_break)->Unit(benchmark::kMillisecond);
BENCHMARK(segment)->Unit(benchmark::kMillisecond);
BENCHMARK(segment_tag_lemma)->Unit(benchmark::kMillisecond);
BENCHMARK(segment_tag_lemma_one_sentence)->Unit(benchmark::kMillisecond);

}  // namespace
