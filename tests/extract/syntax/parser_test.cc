#include "extract/syntax/parser.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/tagged_sentence.h"

using nutgraf::Analysis;
using nutgraf::Arc;
using nutgraf::npos;

namespace {

bool has(const Analysis& desk, const std::string& relation) {
  const auto all = nutgraf::relations_of(desk);
  return std::find(all.begin(), all.end(), relation) != all.end();
}

}  // namespace

TEST_CASE("a participle after a comma has the subject of its verb") {
  const auto done = nutgraf::parsed_from_tags(
      "Rebels/NNS shelled/VBD Arvo/NNP on/IN Tuesday/NNP ,/, killing/VBG two/CD guards/NNS ./.");
  INFO(nutgraf::printed_tree(done->desk));
  CHECK(has(done->desk, "subject(shelled, Rebels)"));
  CHECK(has(done->desk, "object(shelled, Arvo)"));
  CHECK(has(done->desk, "oblique(shelled, Tuesday)"));
  CHECK(has(done->desk, "subject(killing, Rebels)"));
  CHECK(has(done->desk, "object(killing, guards)"));
}

TEST_CASE("a quotation hangs on its verb of saying and knows its speaker") {
  const auto done = nutgraf::analysis_of("\"We will fight,\" Karim said. \"They left.\"");
  INFO(nutgraf::printed_tree(done->desk));
  CHECK(has(done->desk, "quotation(said, fight)"));
  REQUIRE(done->desk.quotations.size() == 2);
  const auto speaker = done->desk.quotations[0].speaker;
  REQUIRE(speaker != npos);
  CHECK(done->desk.tokens[speaker].folded == "karim");
  CHECK(done->desk.quotations[1].speaker == speaker);
}

TEST_CASE("a verb that no verb group takes is as any other word") {
  const auto done = nutgraf::analysis_of("The guests tuned-in, far behind.");
  CHECK(done->desk.sentences.size() == 1);
}

TEST_CASE("every token has one governor and a sentence of any length one root") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "rebels who took the town and left , ";
  const auto done = nutgraf::analysis_of(text + ".");
  std::vector<int> basic(done->desk.tokens.size(), 0);
  std::size_t roots = 0;
  for (const Arc& arc : done->desk.arcs) {
    if (arc.extra) continue;
    ++basic[arc.dependent];
    if (arc.governor == npos) ++roots;
  }
  CHECK(std::all_of(basic.begin(), basic.end(), [](int count) { return count == 1; }));
  CHECK(roots == done->desk.sentences.size());
}
