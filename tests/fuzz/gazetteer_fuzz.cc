// Any words may be looked up and resolved: nothing crashes, everything found is in the gazetteer,
// and every place's holders end.
//
// The input is a report; its lines are taken as names of places as well.
#include <cstdlib>
#include <string>

#include "extract/lexicon/data_file.h"
#include "extract/place/place_choice.h"
#include "extract/place/place_resolver.h"
#include "extract/text/fold.h"

namespace {

using nutgraf::Analysis;
using nutgraf::DataFile;
using nutgraf::Entity;
using nutgraf::Extraction;
using nutgraf::Gazetteer;
using nutgraf::Kind;
using nutgraf::Mention;
using nutgraf::PlaceResolver;

struct Opened {
  DataFile data = DataFile::open(NUTGRAF_DATA_FILE).value();
  Gazetteer gazetteer = Gazetteer::open(data).value();
  PlaceResolver resolver = PlaceResolver::open(data, gazetteer).value();
};

void require(bool promise) {
  if (!promise) std::abort();
}

void look_up(const Opened& opened, std::string_view words) {
  const std::string key = nutgraf::fold_name(words);
  const auto found = opened.gazetteer.find(key);
  require(opened.gazetteer.facts(key).places == found.size());
  for (const auto& choice :
       nutgraf::look_up_place(opened.gazetteer, opened.resolver.lists(), words).choices) {
    require(choice.row < opened.gazetteer.size());
    require(opened.gazetteer.place(choice.row).within.size() < 12);
    require(opened.gazetteer.find_id(opened.gazetteer.id(choice.row)) == choice.row);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Opened opened;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (nutgraf::invalid_utf8(bytes) != std::string_view::npos) return 0;
  nutgraf::Report report;
  report.text = bytes;
  Extraction extraction;
  std::size_t begin = 0;
  while (begin < bytes.size()) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    if (end != begin) {
      look_up(opened, bytes.substr(begin, end - begin));
      Mention mention;
      mention.kind = Kind::place;
      mention.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      mention.entity = static_cast<std::uint32_t>(extraction.entities.size());
      mention.sentence = 0;
      extraction.mentions.push_back(mention);
      Entity entity;
      entity.kind = Kind::place;
      entity.name = std::string(bytes.substr(begin, end - begin));
      extraction.entities.push_back(entity);
    }
    begin = end + 1;
  }
  Analysis desk;
  desk.begin(report);
  opened.resolver.resolve(desk, extraction, nullptr);
  return 0;
}
