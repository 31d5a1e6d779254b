// What each stage of extraction costs: MB of text a second for the stage alone, over real or sample
// reports (NUTGRAF_BENCH_REPORTS names a .jsonl file; else data/samples). Time is the processor's,
// so that other work on the machine shows little.
#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "extract/coref/resolver.h"
#include "extract/event/event_finder.h"
#include "extract/names/name_finder.h"
#include "extract/place/gazetteer.h"
#include "extract/place/place_resolver.h"
#include "extract/report/extraction_json.h"
#include "extract/report/input.h"
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

constexpr std::array<const char*, 10> names = {"segment", "tag",   "lemmas", "parse",  "time",
                                               "names",   "coref", "places", "events", "print"};

struct Stages {
  nutgraf::DataFile data = opened(nutgraf::DataFile::open(NUTGRAF_DATA_FILE));
  nutgraf::Lexicon lexicon = opened(nutgraf::Lexicon::open(data));
  nutgraf::Segmenter segmenter = opened(nutgraf::Segmenter::open(data, lexicon));
  nutgraf::Tagger tagger = opened(nutgraf::Tagger::open(data, lexicon));
  nutgraf::Lemmatizer lemmatizer = opened(nutgraf::Lemmatizer::open(data, lexicon));
  nutgraf::Parser parser = opened(nutgraf::Parser::open(data, lexicon));
  nutgraf::TimeReader time_reader = opened(nutgraf::TimeReader::open(data, lexicon));
  nutgraf::Gazetteer gazetteer = opened(nutgraf::Gazetteer::open(data));
  nutgraf::NameFinder name_finder = opened(nutgraf::NameFinder::open(data, lexicon, gazetteer));
  nutgraf::Resolver resolver = opened(nutgraf::Resolver::open(data, gazetteer));
  nutgraf::PlaceResolver places = opened(nutgraf::PlaceResolver::open(data, gazetteer));
  nutgraf::EventFinder events = opened(nutgraf::EventFinder::open(data, lexicon, {}));
  std::vector<nutgraf::Report> reports;
  std::int64_t bytes = 0;

  Stages() {
    const char* told = std::getenv("NUTGRAF_BENCH_REPORTS");
    const std::string path =
        told != nullptr ? told : std::string(NUTGRAF_SOURCE_DIR) + "/data/samples";
    std::istringstream nothing;
    nutgraf::Input input({path}, {}, nothing);
    while (auto read = input.next()) {
      if (!*read) continue;
      bytes += static_cast<std::int64_t>((*read)->report.text.size());
      reports.push_back(std::move((*read)->report));
    }
  }

  // Runs the stage of that number.
  void run(std::size_t stage, nutgraf::Analysis& desk, nutgraf::Extraction& out,
           std::vector<nutgraf::MentionNote>& notes, std::string& text) const {
    switch (stage) {
      case 0:
        return segmenter.segment(desk);
      case 1:
        return tagger.tag(desk);
      case 2:
        return lemmatizer.lemmatize(desk);
      case 3:
        return parser.parse(desk);
      case 4:
        return time_reader.read(desk, out, nullptr);
      case 5:
        notes = name_finder.find(desk, out, nullptr);
        return;
      case 6:
        resolver.resolve(desk, notes, out, nullptr);
        for (const auto& sentence : desk.sentences) out.sentences.push_back(sentence.span);
        return;
      case 7:
        return places.resolve(desk, out, nullptr);
      case 8:
        return events.find(desk, out, nullptr);
      default:
        text.clear();
        return nutgraf::append_extraction_json(text, desk.report(), out, {});
    }
  }
};

const Stages& stages() {
  static const Stages made;
  return made;
}

// What is timed: the stages from one to another.
struct Timed {
  const char* label;
  std::size_t begin;
  std::size_t end;
};

void time_stages(benchmark::State& state, const Timed& timed) {
  const Stages& all = stages();
  nutgraf::Analysis desk;
  std::string text;
  for (auto _ : state) {
    std::clock_t spent = 0;
    for (const nutgraf::Report& report : all.reports) {
      nutgraf::Extraction out;
      std::vector<nutgraf::MentionNote> notes;
      desk.begin(report);
      for (std::size_t i = 0; i < timed.begin; ++i) all.run(i, desk, out, notes, text);
      const std::clock_t begin = std::clock();
      for (std::size_t i = timed.begin; i < timed.end; ++i) all.run(i, desk, out, notes, text);
      spent += std::clock() - begin;
    }
    state.SetIterationTime(static_cast<double>(spent) / CLOCKS_PER_SEC);
  }
  state.SetBytesProcessed(state.iterations() * all.bytes);
  state.SetLabel(timed.label);
}

void stage(benchmark::State& state) {
  const auto one = static_cast<std::size_t>(state.range(0));
  time_stages(state, {names.at(one), one, one + 1});
}

void stages_together(benchmark::State& state) {
  constexpr std::array<Timed, 3> sums = {{{"words and arcs: segment to parse", 0, 4},
                                          {"times, names, coreference, places", 4, 8},
                                          {"all of extraction", 0, 9}}};
  time_stages(state, sums.at(static_cast<std::size_t>(state.range(0))));
}

// A page is mapped, nothing parsed.
void open_data(benchmark::State& state) {
  for (auto _ : state) {
    const auto data = opened(nutgraf::DataFile::open(NUTGRAF_DATA_FILE));
    const auto lexicon = opened(nutgraf::Lexicon::open(data));
    const auto gazetteer = opened(nutgraf::Gazetteer::open(data));
    const auto finder = opened(nutgraf::NameFinder::open(data, lexicon, gazetteer));
    benchmark::DoNotOptimize(&finder);
  }
}

BENCHMARK(stage)->DenseRange(0, 9)->UseManualTime()->Unit(benchmark::kMillisecond)->MinTime(0.5);
BENCHMARK(stages_together)
    ->DenseRange(0, 2)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->MinTime(0.5);
BENCHMARK(open_data)->Unit(benchmark::kMillisecond);

}  // namespace
