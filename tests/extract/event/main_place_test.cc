// Where the main event of a report was, for its tuples: the best place that its lead tells.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "tests/support/analysis.h"

using namespace nutgraf;

namespace {

// The place of the tuple whose event scores highest; "none".
std::string main_place(const std::string& text) {
  const auto done = analysis_of(text);
  const Extraction& out = done->extraction;
  const auto best =
      std::max_element(out.tuples.begin(), out.tuples.end(), [&](const Tuple& a, const Tuple& b) {
        return out.events[a.event].score < out.events[b.event].score;
      });
  if (best == out.tuples.end() || best->place == npos) return "none";
  return std::string(cut(done->report.text, out.mentions[best->place].span));
}

}  // namespace

TEST_CASE("the main event was in the town that its lead tells of") {
  CHECK(main_place("Gunmen killed two guards in Norway. They had stormed a bank in Bergen.") ==
        "Bergen");
  CHECK(main_place("Gunmen killed two guards in Norway. They had stormed a bank in the city of "
                   "Bergen.") == "Bergen");
  CHECK(main_place("OSLO — Gunmen killed two guards on Monday.") == "OSLO");
  // Two towns are told of once each.
  CHECK(main_place("Gunmen killed nine guards in Norway. They struck in Bergen. Others struck in "
                   "Hamar.") == "Norway");
  // The town before the river.
  CHECK(main_place("Rebels advanced across the Tigris into Mosul on Monday.") == "Mosul");
}
