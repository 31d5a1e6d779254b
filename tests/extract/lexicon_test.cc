#include "extract/lexicon/lexicon.h"

#include <catch2/catch.hpp>

#include "extract/lexicon/milli_log.h"

using nutgraf::DataFile;
using nutgraf::Lexicon;
using nutgraf::NounClass;

TEST_CASE("the lexicon knows classes, frames, acts and commonness") {
  const auto data = DataFile::open(NUTGRAF_DATA_FILE);
  REQUIRE(data);
  const auto opened = Lexicon::open(*data);
  REQUIRE(opened);
  const Lexicon& lexicon = *opened;

  CHECK(lexicon.find("no such word at all") == 0);
  CHECK(lexicon.text(lexicon.find("militant")) == "militant");
  CHECK(lexicon.text(0).empty());
  CHECK(lexicon.noun_class("gunman") == NounClass::person);
  CHECK(lexicon.noun_class("raid") == NounClass::act);
  CHECK(lexicon.noun_class("seize") == NounClass::count);
  CHECK(lexicon.noun_share("gunman", NounClass::person) == 1000);
  CHECK(lexicon.noun_share("army", NounClass::group) > 500);
  CHECK(lexicon.noun_share("army", NounClass::food) == 0);
  CHECK(lexicon.find("car bomb") != 0);
  // Frame 8: somebody ----s something; frame 1: something ----s.
  CHECK((lexicon.verb_frames("seize") >> 7U & 1U) == 1U);
  CHECK(lexicon.verb_frames("gunman") == 0);
  CHECK(lexicon.nominalised_verb("withdrawal") == "withdraw");
  CHECK(lexicon.nominalised_verb("arrival") == "arrive");
  CHECK(lexicon.nominalised_verb("election") == "elect");
  CHECK(lexicon.nominalised_verb("attack") == "attack");
  CHECK(lexicon.nominalised_verb("killing") == "kill");
  CHECK(lexicon.nominalised_verb("siege") == "besiege");
  CHECK(lexicon.nominalised_verb("outbreak") == "break out");
  CHECK(lexicon.nominalised_verb("incursion").empty());
  CHECK(lexicon.nominalised_verb("gunman").empty());
  CHECK(lexicon.commonness("the") == 10);
  CHECK(lexicon.commonness("no such word at all") == 100);
}

TEST_CASE("logarithms are whole thousandths") {
  CHECK(nutgraf::milli_log(1) == 0);
  CHECK(nutgraf::milli_log(2) == 693);
  CHECK(nutgraf::milli_log(1000) == 6907);
  CHECK(nutgraf::milli_log(1000000000) == 20723);
}
