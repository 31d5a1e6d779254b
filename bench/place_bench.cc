// What looking up places costs: a word that is no place, a place, a report's worth of choices.
#include <benchmark/benchmark.h>

#include <array>
#include <string>

#include "extract/lexicon/data_file.h"
#include "extract/place/place_choice.h"
#include "extract/place/place_resolver.h"

namespace {

using nutgraf::DataFile;
using nutgraf::Gazetteer;
using nutgraf::PlaceResolver;

const DataFile& data() {
  static const DataFile opened = DataFile::open(NUTGRAF_DATA_FILE).value();
  return opened;
}

void open_gazetteer(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Gazetteer::open(data()));
}
BENCHMARK(open_gazetteer);

void facts_of_words(benchmark::State& state) {
  const Gazetteer gazetteer = Gazetteer::open(data()).value();
  constexpr std::array<std::string_view, 8> words = {"mosul", "the",    "troops", "paris",
                                                     "said",  "zzyzzy", "london", "springfield"};
  std::size_t at = 0;
  for (auto _ : state) benchmark::DoNotOptimize(gazetteer.facts(words[at++ % words.size()]));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(facts_of_words);

void resolve_report(benchmark::State& state) {
  const Gazetteer gazetteer = Gazetteer::open(data()).value();
  const PlaceResolver resolver = PlaceResolver::open(data(), gazetteer).value();
  nutgraf::Report report;
  nutgraf::Extraction extraction;
  for (const std::string name : {"Mosul", "Iraq", "Springfield", "Paris", "Texas", "San Antonio"}) {
    nutgraf::Mention mention;
    mention.kind = nutgraf::Kind::place;
    mention.sentence = 0;
    mention.entity = static_cast<std::uint32_t>(extraction.entities.size());
    mention.span.begin = static_cast<std::uint32_t>(report.text.size());
    report.text += name;
    mention.span.end = static_cast<std::uint32_t>(report.text.size());
    report.text += ", ";
    extraction.mentions.push_back(mention);
    nutgraf::Entity entity;
    entity.kind = nutgraf::Kind::place;
    entity.name = name;
    extraction.entities.push_back(entity);
  }
  nutgraf::Analysis desk;
  desk.begin(report);
  for (auto _ : state) resolver.resolve(desk, extraction, nullptr);
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(resolve_report);

}  // namespace
