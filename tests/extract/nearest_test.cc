// The nearest known names.
#include "extract/text/nearest.h"

#include <catch2/catch.hpp>

using nutgraf::did_you_mean;
using nutgraf::edit_distance;
using nutgraf::nearest;

TEST_CASE("how far two words are apart") {
  CHECK(edit_distance("attack", "attack") == 0);
  CHECK(edit_distance("atack", "attack") == 1);
  CHECK(edit_distance("attakc", "attack") == 1);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("raid", "siege") == 5);
}

TEST_CASE("only what a slip explains is offered, the nearest first") {
  const std::vector<std::string> known{"export", "extract", "evidence", "where", "when", "who"};
  using Names = std::vector<std::string>;
  CHECK(nearest("exract", known) == Names{"extract"});
  CHECK(nearest("wehn", known) == Names{"when"});
  CHECK(nearest("evid", known) == Names{"evidence"});
  CHECK(nearest("zzz", known).empty());
  CHECK(did_you_mean({"a", "b", "c"}) == "; did you mean a, b or c?");
  CHECK(did_you_mean({}).empty());
}

TEST_CASE("case is no slip") { CHECK(nearest("MOSUL", {"Mosul"}).size() == 1); }
