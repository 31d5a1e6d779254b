// What times, names, coreference and places cost together, words and arcs being there; and opening
// the data file they all read.
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "extract/coref/resolver.h"
#include "extract/names/name_finder.h"
#include "extract/place/place_resolver.h"
#include "extract/syntax/lemmatizer.h"
#include "extract/syntax/parser.h"
#include "extract/syntax/tagger.h"
#include "extract/text/segmenter.h"
#include "extract/time/time_reader.h"

namespace {

template <typename T>
T opened(nutgraf::Result<T> result) {
  if (!result) std::abort();
  return std::move(*result);
}

struct Stages {
  nutgraf::DataFile data = opened(nutgraf::DataFile::open(NUTGRAF_DATA_FILE));
  nutgraf::Lexicon lexicon = opened(nutgraf::Lexicon::open(data));
  nutgraf::Segmenter segmenter = opened(nutgraf::Segmenter::open(data, lexicon));
  nutgraf::Tagger tagger = opened(nutgraf::Tagger::open(data, lexicon));
  nutgraf::Lemmatizer lemmatizer = opened(nutgraf::Lemmatizer::open(data, lexicon));
  nutgraf::Parser parser = opened(nutgraf::Parser::open(data, lexicon));
  nutgraf::TimeReader times = opened(nutgraf::TimeReader::open(data, lexicon));
  nutgraf::Gazetteer gazetteer = opened(nutgraf::Gazetteer::open(data));
  nutgraf::NameFinder names = opened(nutgraf::NameFinder::open(data, lexicon, gazetteer));
  nutgraf::Resolver resolver = opened(nutgraf::Resolver::open(data, gazetteer));
  nutgraf::PlaceResolver places = opened(nutgraf::PlaceResolver::open(data, gazetteer));
};

const Stages& stages() {
  static const Stages made;
  return made;
}

// The pages of the newswire cases, without their marks.
std::vector<nutgraf::Report> pages() {
  std::ifstream in(std::string(NUTGRAF_SOURCE_DIR) + "/tests/cases/names/newswire.case");
  std::vector<nutgraf::Report> out(1);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line == "---") {
      out.emplace_back();
      continue;
    }
    bool label = false;
    for (const char c : line) {
      if (c == '=') label = true;
      if (!label && c != '[' && c != ']') out.back().text += c;
      if (c == ']') label = false;
    }
    out.back().text += '\n';
  }
  out.pop_back();
  return out;
}

// The argument: 0 all four stages, 1 names alone, 2 times alone, 3 all but places.
void mentions(benchmark::State& state) {
  const std::vector<nutgraf::Report> reports = pages();
  std::vector<nutgraf::Analysis> desks(reports.size());
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    desks[i].begin(reports[i]);
    stages().segmenter.segment(desks[i]);
    stages().tagger.tag(desks[i]);
    stages().lemmatizer.lemmatize(desks[i]);
    stages().parser.parse(desks[i]);
    bytes += reports[i].text.size();
  }
  for (auto _ : state) {
    for (const nutgraf::Analysis& desk : desks) {
      nutgraf::Extraction out;
      if (state.range(0) != 1) stages().times.read(desk, out, nullptr);
      if (state.range(0) == 2) continue;
      auto notes = stages().names.find(desk, out, nullptr);
      if (state.range(0) == 1) continue;
      stages().resolver.resolve(desk, std::move(notes), out, nullptr);
      if (state.range(0) != 3) stages().places.resolve(desk, out, nullptr);
      benchmark::DoNotOptimize(out.mentions.data());
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(bytes));
  state.SetLabel(state.range(0) == 0   ? "times, names, coreference, places"
                 : state.range(0) == 1 ? "names"
                 : state.range(0) == 2 ? "times"
                                       : "times, names, coreference");
}

// A page is mapped, nothing parsed.
void open_data(benchmark::State& state) {
  for (auto _ : state) {
    const auto data = opened(nutgraf::DataFile::open(NUTGRAF_DATA_FILE));
    const auto lexicon = opened(nutgraf::Lexicon::open(data));
    const auto gazetteer = opened(nutgraf::Gazetteer::open(data));
    const auto names = opened(nutgraf::NameFinder::open(data, lexicon, gazetteer));
    benchmark::DoNotOptimize(&names);
  }
}

BENCHMARK(mentions)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);
BENCHMARK(open_data)->Unit(benchmark::kMillisecond);

}  // namespace
