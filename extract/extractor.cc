#include "extract/extractor.h"

#include <optional>
#include <utility>
#include <vector>

#include "extract/coref/resolver.h"
#include "extract/event/event_finder.h"
#include "extract/lexicon/data_file.h"
#include "extract/lexicon/lexicon.h"
#include "extract/names/name_finder.h"
#include "extract/place/gazetteer.h"
#include "extract/place/place_resolver.h"
#include "extract/syntax/analysis_trace.h"
#include "extract/syntax/lemmatizer.h"
#include "extract/syntax/parser.h"
#include "extract/syntax/tagger.h"
#include "extract/text/segmenter.h"
#include "extract/time/time_reader.h"

namespace nutgraf {

// In the order in which they work. The data file comes first: the others point into it. open()
// fills all of them or none is used.
struct Extractor::Stages {
  explicit Stages(DataFile opened) : data(std::move(opened)) {}

  Result<void> open(const ExtractorOptions& options);

  DataFile data;
  std::optional<Lexicon> lexicon;
  std::optional<Segmenter> segmenter;
  std::optional<Tagger> tagger;
  std::optional<Lemmatizer> lemmatizer;
  std::optional<Parser> parser;
  std::optional<TimeReader> time_reader;
  std::optional<Gazetteer> gazetteer;
  std::optional<NameFinder> name_finder;
  std::optional<Resolver> resolver;
  std::optional<PlaceResolver> place_resolver;
  std::optional<EventFinder> event_finder;
};

namespace {

template <typename Stage>
Result<void> put(std::optional<Stage>& place, Result<Stage> opened) {
  if (!opened) return fail(opened.error());
  place.emplace(std::move(*opened));
  return {};
}

}  // namespace

Result<void> Extractor::Stages::open(const ExtractorOptions& options) {
  if (auto done = put(lexicon, Lexicon::open(data)); !done) return done;
  if (auto done = put(segmenter, Segmenter::open(data, *lexicon)); !done) return done;
  if (auto done = put(tagger, Tagger::open(data, *lexicon)); !done) return done;
  if (auto done = put(lemmatizer, Lemmatizer::open(data, *lexicon)); !done) return done;
  if (auto done = put(parser, Parser::open(data, *lexicon)); !done) return done;
  if (auto done = put(time_reader, TimeReader::open(data, *lexicon)); !done) return done;
  if (auto done = put(gazetteer, Gazetteer::open(data)); !done) return done;
  if (auto done = put(name_finder, NameFinder::open(data, *lexicon, *gazetteer)); !done) {
    return done;
  }
  if (auto done = put(resolver, Resolver::open(data, *gazetteer)); !done) return done;
  if (auto done = put(place_resolver, PlaceResolver::open(data, *gazetteer)); !done) return done;
  auto events = EventFinder::open(data, *lexicon, options.rule_folders);
  if (auto done = put(event_finder, std::move(events)); !done) return done;
  return {};
}

Extractor::Extractor(std::unique_ptr<Stages> stages) : stages_(std::move(stages)) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

Result<Extractor> Extractor::open(const ExtractorOptions& options) {
  auto data = DataFile::open(options.data_path);
  if (!data) return fail(data.error());
  auto stages = std::make_unique<Stages>(std::move(*data));
  if (auto opened = stages->open(options); !opened) return fail(opened.error());
  return Extractor(std::move(stages));
}

Extraction Extractor::extract(const Report& report, Analysis& desk, Trace* trace) const {
  Extraction out;
  desk.begin(report);
  stages_->segmenter->segment(desk);
  stages_->tagger->tag(desk);
  stages_->lemmatizer->lemmatize(desk);
  stages_->parser->parse(desk);
  if (trace != nullptr) tell_analysis(desk, *trace);
  stages_->time_reader->read(desk, out, trace);
  std::vector<MentionNote> notes = stages_->name_finder->find(desk, out, trace);
  stages_->resolver->resolve(desk, notes, out, trace);
  for (const Sentence& sentence : desk.sentences) out.sentences.push_back(sentence.span);
  stages_->place_resolver->resolve(desk, out, trace);
  stages_->event_finder->find(desk, out, trace);
  return out;
}

std::uint64_t Extractor::rule_set() const {
  return stages_->data.hash() ^ stages_->event_finder->rules().hash();
}

}  // namespace nutgraf
