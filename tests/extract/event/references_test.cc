// Words that name a deed without telling it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extract/analysis.h"
#include "extract/extractor.h"

namespace nutgraf {
namespace {

struct Named {
  std::string words;
  bool told;  // some event of the report tells the deed

  friend bool operator==(const Named&, const Named&) = default;
};

std::vector<Named> named_in(const std::string& text) {
  const auto extractor = Extractor::open({NUTGRAF_DATA_FILE, {}});
  REQUIRE(extractor.has_value());
  Report report;
  report.id = "r";
  report.text = text;
  report.date = parse_iso_day("2016-11-03");
  Analysis desk;
  const Extraction found = extractor->extract(report, desk);
  std::vector<Named> out;
  for (const Reference& reference : found.references) {
    const bool told =
        std::any_of(found.events.begin(), found.events.end(),
                    [&](const Event& event) { return event.chain == reference.chain; });
    out.push_back({text.substr(reference.span.begin, reference.span.size()), told});
  }
  return out;
}

}  // namespace

TEST_CASE("a noun before a noun names the deed that the report tells") {
  CHECK(named_in("Gunmen killed a judge in Arvo on Monday. The murder case went to court.") ==
        std::vector<Named>{{"murder", true}});
  CHECK(named_in("A bomb exploded in Arvo. Police hold an explosion expert.") ==
        std::vector<Named>{{"explosion", true}});
}

TEST_CASE("the name of an event is no mention and names it") {
  CHECK(named_in("He won two medals before World War II began.") ==
        std::vector<Named>{{"World War II", false}});
}

TEST_CASE("whom something is told according to has said it") {
  CHECK(named_in("The bridge fell on Monday, according to the mayor of Arvo.") ==
        std::vector<Named>{{"according to", false}});
  CHECK(named_in("All went according to plan.").empty());
}

TEST_CASE("a name that holds a word for a deed names none") {
  CHECK(named_in("The Riot Protection Council met in Arvo.").empty());
}

}  // namespace nutgraf
