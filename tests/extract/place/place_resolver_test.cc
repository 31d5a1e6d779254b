#include "extract/place/place_resolver.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "extract/lexicon/data_file.h"
#include "extract/text/fold.h"
#include "extract/text/segmenter.h"

namespace nutgraf {
namespace {

const DataFile& data() {
  static const DataFile opened = DataFile::open(NUTGRAF_DATA_FILE).value();
  return opened;
}

const PlaceResolver& resolver() {
  static const Gazetteer gazetteer = Gazetteer::open(data()).value();
  static const PlaceResolver opened = PlaceResolver::open(data(), gazetteer).value();
  return opened;
}

const Segmenter& segmenter() {
  static const Lexicon lexicon = Lexicon::open(data()).value();
  static const Segmenter opened = Segmenter::open(data(), lexicon).value();
  return opened;
}

// "[IRBIL=gn:95446], [Iraq=gn:99237] — Troops …": the text, its mentions, what must come out.
struct Marked {
  Report report;
  Extraction extraction;
  std::vector<std::string> expected;  // by entity
};

Marked read_marked(const std::string& line) {
  Marked out;
  std::map<std::string, std::uint32_t> entities;
  std::uint32_t sentence = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '[') {
      if (line[i] == ' ' && i > 1 && line[i - 1] == '.') ++sentence;
      out.report.text += line[i];
      continue;
    }
    const std::size_t equals = line.find('=', i);
    const std::size_t end = line.find(']', i);
    const std::string words = line.substr(i + 1, equals - i - 1);
    const auto [at, fresh] = entities.emplace(
        fold_name(words), static_cast<std::uint32_t>(out.extraction.entities.size()));
    if (fresh) {
      Entity entity;
      entity.kind = Kind::place;
      entity.name = words;
      entity.named = true;
      out.extraction.entities.push_back(entity);
      out.expected.push_back(line.substr(equals + 1, end - equals - 1));
    }
    Mention mention;
    mention.kind = Kind::place;
    mention.entity = at->second;
    mention.sentence = sentence;
    mention.span.begin = static_cast<std::uint32_t>(out.report.text.size());
    out.report.text += words;
    mention.span.end = static_cast<std::uint32_t>(out.report.text.size());
    out.extraction.mentions.push_back(mention);
    i = end;
  }
  return out;
}

TEST_CASE("the place that a report means", "[place]") {
  std::ifstream in(std::string(NUTGRAF_SOURCE_DIR) + "/tests/cases/places/choice.case");
  REQUIRE(in);
  int cases = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    Marked marked = read_marked(line);
    Analysis desk;
    desk.begin(marked.report);
    segmenter().segment(desk);
    Trace trace;
    resolver().resolve(desk, marked.extraction, &trace);
    ++cases;
    for (std::size_t i = 0; i < marked.expected.size(); ++i) {
      const Entity& entity = marked.extraction.entities[i];
      std::string why = line + "\n";
      for (const Decision& decision : trace.decisions)
        why += (decision.taken ? "+ " : "- ") + decision.reason + "\n";
      INFO(why);
      CAPTURE(entity.name);
      CHECK((entity.place ? entity.place->id : "-") == marked.expected[i]);
    }
  }
  CHECK(cases > 10);
}

TEST_CASE("a place that no table has lies where it stands", "[place]") {
  Marked marked = read_marked("Shots were heard on [Maple Street=] in [Gary=], [Indiana=].");
  Analysis desk;
  desk.begin(marked.report);
  resolver().resolve(desk, marked.extraction, nullptr);
  const auto& street = marked.extraction.entities[0].place;
  const auto& town = marked.extraction.entities[1].place;
  REQUIRE(street);
  REQUIRE(town);
  CHECK(street->container);
  CHECK(street->point == town->point);
  CHECK(street->within.front() == [&] {
    Place bare = *town;
    bare.within.clear();
    return bare;
  }());
}

TEST_CASE("resolving twice gives the same, with and without a trace", "[place]") {
  const std::string line = "[Paris=], [London=] and [Georgia=]; [Samah=] in [Mosul=], [Iraq=].";
  Marked first = read_marked(line);
  Marked second = read_marked(line);
  Analysis desk;
  Trace trace;
  desk.begin(first.report);
  resolver().resolve(desk, first.extraction, &trace);
  resolver().resolve(desk, second.extraction, nullptr);
  CHECK(first.extraction == second.extraction);
  CHECK(!trace.decisions.empty());
}

}  // namespace
}  // namespace nutgraf
