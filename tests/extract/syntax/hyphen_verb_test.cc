// A verb in a hyphened word stands in no verb group; the parser must not ask for its group.
#include <catch2/catch.hpp>

#include "tests/support/analysis.h"

TEST_CASE("verbs joined by hyphens to other words are parsed without a verb group", "[parser]") {
  for (const auto* text : {"Few viewers tuned-in, far below the usual crowd.",
                           "In a boarding-and-search action, sailors held six men.",
                           "A well-planned, hit-and-run raid failed."}) {
    const auto analysed = nutgraf::analysis_of(text);
    CHECK(analysed->desk.arcs.size() >= analysed->desk.tokens.size());
  }
}
