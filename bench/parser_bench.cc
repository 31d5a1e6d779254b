// What parsing costs: groups, clauses and arcs, without tokens and tags.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "extract/lexicon/data_file.h"
#include "extract/lexicon/lexicon.h"
#include "extract/syntax/lemmatizer.h"
#include "extract/syntax/parser.h"
#include "extract/syntax/tagger.h"
#include "extract/text/segmenter.h"

namespace {

template <typename Value>
Value open_or_abort(nutgraf::Result<Value> opened) {
  if (!opened) {
    std::fprintf(stderr, "%s\n", opened.error().text().c_str());
    std::abort();
  }
  return std::move(*opened);
}

// The sentences of the relation cases, their tags taken off, again and again up to `size` bytes.
std::string text_of(std::size_t size) {
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
  std::string out;
  while (!once.empty() && out.size() < size) out += once;
  return out;
}

void parse(benchmark::State& state) {
  const auto data = open_or_abort(nutgraf::DataFile::open(NUTGRAF_DATA_FILE));
  const auto lexicon = open_or_abort(nutgraf::Lexicon::open(data));
  const auto segmenter = open_or_abort(nutgraf::Segmenter::open(data, lexicon));
  const auto tagger = open_or_abort(nutgraf::Tagger::open(data, lexicon));
  const auto lemmatizer = open_or_abort(nutgraf::Lemmatizer::open(data, lexicon));
  const auto parser = open_or_abort(nutgraf::Parser::open(data, lexicon));
  nutgraf::Report report;
  report.text = text_of(1U << 20U);
  nutgraf::Analysis desk;
  desk.begin(report);
  segmenter.segment(desk);
  tagger.tag(desk);
  lemmatizer.lemmatize(desk);
  for (auto _ : state) {
    parser.parse(desk);
    benchmark::DoNotOptimize(desk.arcs.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(report.text.size()));
}

BENCHMARK(parse)->Unit(benchmark::kMillisecond);

}  // namespace
