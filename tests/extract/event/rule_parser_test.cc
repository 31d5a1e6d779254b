// Rule files: what they mean, what they answer to every mistake, and that printing is the inverse
// of parsing.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extract/event/compiler.h"
#include "extract/event/rule_book.h"
#include "extract/event/rule_parser.h"
#include "extract/lexicon/data_file.h"

namespace nutgraf {
namespace {

const RuleBook& shipped() {
  static const auto data = DataFile::open(NUTGRAF_DATA_FILE);
  static const auto book = RuleBook::open(*data, {});
  REQUIRE(book);
  return *book;
}

RuleVocabulary vocabulary() { return {shipped().ontology(), shipped().classes()}; }

Result<std::vector<EventFrame>> parse(const std::string& text) {
  return parse_rules(text, "my.rules", vocabulary());
}

// The message as a user sees it, without the two spaces before excerpt and caret.
std::string shown(const Error& error) {
  std::string out = error.text();
  for (std::size_t at = out.find("\n  "); at != std::string::npos; at = out.find("\n  ", at + 1)) {
    out.erase(at + 1, 2);
  }
  return out;
}

std::string answer(const std::string& text) {
  const auto frames = parse(text);
  return frames ? "no error" : shown(frames.error());
}

constexpr const char* whole_frame =
    "frame shoot-down\n"
    "  type     assault aerial\n"
    "  verbs    shoot down, down\n"
    "  nouns    downing\n"
    "  target   object: @vehicle @person\n"
    "  needs    object: @vehicle\n"
    "  veto     sentence: @sport\n"
    "  casualty dead\n"
    "  yes      Rebels shot down a helicopter. => actor Rebels; at Keld\n"
    "  no       The editors shot down the idea.\n";

}  // namespace

TEST_CASE("a frame is read line by line", "[rules]") {
  const auto frames = parse(whole_frame);
  REQUIRE(frames);
  REQUIRE(frames->size() == 1);
  const EventFrame& frame = frames->front();
  CHECK(frame.name == "shoot-down");
  CHECK(frame.type == "assault");
  CHECK(frame.mode == "aerial");
  CHECK(frame.verbs == std::vector<Trigger>{{"shoot", "down"}, {"down"}});
  CHECK(frame.conditions.size() == 2);
  CHECK(frame.examples.front().expected ==
        std::vector<Expectation>{{"actor", "Rebels"}, {"at", "Keld"}});
  CHECK(frame.line == 1);
}

TEST_CASE("printing a frame gives the words that were read", "[rules][law]") {
  const auto frames = parse(whole_frame);
  REQUIRE(frames);
  CHECK(print(frames->front()) == whole_frame);
}

TEST_CASE("every shipped frame prints and parses to itself", "[rules][law]") {
  const auto frames = shipped().frames();
  REQUIRE(frames);
  CHECK(frames->size() >= 200);
  for (const EventFrame& frame : *frames) {
    const auto again = parse(print(frame));
    REQUIRE(again);
    REQUIRE(again->size() == 1);
    CHECK(again->front() == frame);
  }
}

TEST_CASE("a wrong line is answered with place, expectation and nearest name", "[rules]") {
  struct Row {
    const char* text;
    const char* wanted;
  };
  const std::vector<Row> rows = {
      {"farme raid\n",
       "my.rules:1:1: expected \"frame NAME\", but \"farme\" stands here\nfarme raid\n^"},
      {"type assault\n",
       "my.rules:1:1: \"type\" belongs to a frame: indent it by two spaces\ntype assault\n^"},
      {"frame\n", "my.rules:1:6: expected the frame's name, but the line ends\nframe\n     ^"},
      {"frame two words\n",
       "my.rules:1:11: a frame's name is one word; use hyphens\nframe two words\n          ^"},
      {"  verbs raid\n",
       "my.rules:1:3: expected \"frame NAME\" before this line\n  verbs raid\n  ^"},
      {"frame a\n\ttype assault\n",
       "my.rules:2:1: a tab: rules are indented with spaces\n\ttype assault\n^"},
      {"frame a\n  type asault\n",
       "my.rules:2:8: no type \"asault\" in schemas/ontology.txt; did you mean assault?\n"
       "  type asault\n       ^"},
      {"frame a\n  type assault arial\n",
       "my.rules:2:16: type assault has no mode \"arial\"; did you mean aerial?\n"
       "  type assault arial\n               ^"},
      {"frame a\n  verb raid\n",
       "my.rules:2:3: no line of a frame begins with \"verb\"; did you mean verbs?\n"
       "  verb raid\n  ^"},
      {"frame a\n  verbs raid,\n",
       "my.rules:2:14: expected a word in lower case, but the line ends\n"
       "  verbs raid,\n             ^"},
      {"frame a\n  verbs Raid\n",
       "my.rules:2:9: expected a word in lower case, but \"Raid\" stands here\n"
       "  verbs Raid\n        ^"},
      {"frame a\n  verbs raid, raid\n",
       "my.rules:2:15: this trigger stands in the frame already\n"
       "  verbs raid, raid\n              ^"},
      {"frame a\n  target objekt\n",
       "my.rules:2:10: expected subject, object, indirect, complement, before, sentence, within "
       "or a preposition, but \"objekt\" stands here; did you mean object?\n"
       "  target objekt\n         ^"},
      {"frame a\n  target object: @wepon\n",
       "my.rules:2:18: no class \"@wepon\" in data/lexicon/en/classes.txt; did you mean weapon?\n"
       "  target object: @wepon\n                 ^"},
      {"frame a\n  target object:\n",
       "my.rules:2:17: expected a word or an @class after the colon\n"
       "  target object:\n                ^"},
      {"frame a\n  veto sentence: goal\n",
       "my.rules:2:8: \"sentence\" asks for @classes only\n  veto sentence: goal\n       ^"},
      {"frame a\n  casualty killed\n",
       "my.rules:2:12: expected dead, wounded, missing, detained or displaced, but \"killed\" "
       "stands "
       "here\n  casualty killed\n           ^"},
      {"frame a\n  yes\n", "my.rules:2:6: expected a sentence, but the line ends\n  yes\n     ^"},
      {"frame a\n  yes He fled. => agent He\n",
       "my.rules:2:19: expected a role such as actor, target, at, but \"agent\" stands here\n"
       "  yes He fled. => agent He\n                  ^"},
      {"frame a\n  no He fled. => actor He\n",
       "my.rules:2:15: a \"no\" example expects nothing\n"
       "  no He fled. => actor He\n              ^"},
      {"frame a\n  verbs flee\n", "my.rules:1:1: frame \"a\" has no type\nframe a\n^"},
      {"frame a\n  type none\n",
       "my.rules:1:1: frame \"a\" has no verbs, nouns or adjectives\nframe a\n^"},
      {"frame a\n  type none\n  verbs flee\nframe a\n",
       "my.rules:4:7: a frame \"a\" stands above\nframe a\n      ^"},
      {"frame a\n  type none\n  type none\n",
       "my.rules:3:3: the frame has a type already\n  type none\n  ^"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(answer(row.text) == row.wanted);
  }
}

TEST_CASE("two frames with one trigger and the same conditions are refused", "[rules]") {
  const auto frames = parse(
      "frame one\n  type none\n  verbs flee\n"
      "frame two\n  type none\n  verbs flee\n");
  REQUIRE(frames);
  const auto program = compile_program(*frames, vocabulary());
  REQUIRE_FALSE(program);
  CHECK(
      shown(program.error()) ==
      "my.rules:4:1: \"flee\" stands with the same conditions in frame \"one\" (my.rules:1): only "
      "one of them could ever be used\nframe two\n^");
}

TEST_CASE("a later frame of a name overrides an earlier one", "[rules]") {
  const auto frames = parse("frame one\n  type none\n  verbs flee\n");
  const auto mine = parse("frame one\n  type assault\n  verbs flee\n");
  REQUIRE(frames);
  REQUIRE(mine);
  std::vector<EventFrame> all = *frames;
  all.insert(all.end(), mine->begin(), mine->end());
  const auto program = compile_program(all, vocabulary());
  const auto alone = compile_program(*mine, vocabulary());
  REQUIRE(program);
  REQUIRE(alone);
  CHECK(*program == *alone);
}

TEST_CASE("the order of frames decides nothing", "[rules][law]") {
  auto frames = *parse(
      "frame one\n  type none\n  verbs flee\n"
      "frame two\n  type assault\n  verbs flee\n  needs object\n");
  const auto program = compile_program(frames, vocabulary());
  std::swap(frames[0], frames[1]);
  const auto swapped = compile_program(frames, vocabulary());
  REQUIRE(program);
  REQUIRE(swapped);
  CHECK(*program == *swapped);
}

}  // namespace nutgraf
