// How many columns of a terminal words take.
#include "extract/text/width.h"

#include <catch2/catch.hpp>
#include <string>

using namespace nutgraf;

TEST_CASE("wide letters take two columns, marks none") {
  CHECK(display_width("") == 0);
  CHECK(display_width("Mosul") == 5);
  CHECK(display_width("Müller") == 6);
  CHECK(display_width("Mu\u0308ller") == 6);
  CHECK(display_width("Мосул") == 5);
  CHECK(display_width("الموصل") == 6);
  CHECK(display_width("مُحَمَّد") == 4);
  CHECK(display_width("東京") == 4);
  CHECK(display_width("ＡＢ") == 4);
  CHECK(display_width("ｱｲ") == 2);
  CHECK(display_width("서울") == 4);
  CHECK(display_width("\u1109\u1165\u110B\u116E\u11AF") == 4);  // the same in parts
  CHECK(display_width("a\u200Bb\u2060c") == 3);
  CHECK(display_width("co\u00ADop") == 5);
}

TEST_CASE("an emoji is one, with its tone, its selector and what it is joined to") {
  CHECK(display_width("😀") == 2);
  CHECK(display_width("👍🏽") == 2);
  CHECK(display_width("👩‍👩‍👧") == 2);
  CHECK(display_width("❤") == 1);
  CHECK(display_width("❤️") == 2);
  CHECK(display_width("🇮🇶") == 2);
  CHECK(display_width("👍👍") == 4);
}

TEST_CASE("bytes that are no UTF-8 count one column each") {
  CHECK(display_width("a\xFF") == 2);
  CHECK(display_width(std::string("a\0b", 3)) == 2);
}

TEST_CASE("what fits is cut between letters, never before a mark") {
  CHECK(fitting_bytes("Mosul", 3) == 3);
  CHECK(fitting_bytes("Mosul", 9) == 5);
  CHECK(fitting_bytes("東京", 3) == 3);
  CHECK(fitting_bytes("e\u0301a", 1) == 3);
  CHECK(fitting_bytes("👍🏽!", 2) == 8);
  CHECK(fitting_bytes("東", 1) == 0);
}
