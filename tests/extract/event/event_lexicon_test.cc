#include "extract/event/event_lexicon.h"

#include <catch2/catch.hpp>

using nutgraf::DataFile;
using nutgraf::EventForm;
using nutgraf::EventLexicon;

TEST_CASE("words for one deed are one family, whatever their form") {
  const auto data = DataFile::open(NUTGRAF_DATA_FILE);
  REQUIRE(data);
  const auto words = EventLexicon::open(*data);
  REQUIRE(words);
  const auto family = [&](EventForm form, std::string_view lemma) {
    return std::string(words->deed_family(form, lemma));
  };
  CHECK(family(EventForm::verb, "murder") == family(EventForm::noun, "killing"));
  CHECK(family(EventForm::verb, "pass away") == family(EventForm::adjective, "dead"));
  CHECK(family(EventForm::noun, "earthquake") == family(EventForm::noun, "tremor"));
  CHECK(family(EventForm::verb, "fire") != family(EventForm::noun, "fire"));
  CHECK(family(EventForm::verb, "kill") != family(EventForm::verb, "die"));
  CHECK(family(EventForm::verb, "say").empty());
}
