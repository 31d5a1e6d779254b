#include "extract/syntax/tagger.h"

#include <catch2/catch.hpp>
#include <string>

#include "extract/syntax/tag_repairs.h"
#include "tests/support/analysis.h"

using nutgraf::analysis_of;
using nutgraf::tagged;

TEST_CASE("a plain sentence has its tokens, tags and lemmas") {
  const auto done = analysis_of("Gunmen seized two villages near the U.S.-led base on Tuesday.");
  CHECK(tagged(done->desk) ==
        "Gunmen/NNS seized/VBD two/CD villages/NNS near/IN the/DT U.S./NNP -/HYPH led/VBN base/NN "
        "on/IN Tuesday/NNP ./.");
  CHECK(done->desk.tokens[1].lemma == "seize");
  CHECK(done->desk.tokens[3].lemma == "village");
}

TEST_CASE("every repair rule's example gets its tag") {
  const auto examples = nutgraf::read_repair_examples(std::string(NUTGRAF_SOURCE_DIR) +
                                                      "/data/lexicon/en/tag-repairs.txt");
  REQUIRE(examples);
  REQUIRE(examples->size() > 50);
  for (const nutgraf::RepairExample& example : *examples) {
    INFO("tag-repairs.txt:" << example.line << ": " << example.text);
    const auto done = analysis_of(example.text);
    std::string got = "no such token";
    for (const nutgraf::Token& token : done->desk.tokens) {
      if (token.span == example.span) got = nutgraf::to_string(token.tag);
    }
    INFO(tagged(done->desk));
    CHECK(got == nutgraf::to_string(example.tag));
  }
}
