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

RuleVocabulary vocabulary() { return {shipped().ontology(), shipped().classes(), {}}; }

Result<Rules> parse_all(const std::string& text) {
  return parse_rules(text, "my.rules", vocabulary());
}

Result<std::vector<EventFrame>> parse(const std::string& text) {
  auto rules = parse_all(text);
  if (!rules) return fail(rules.error());
  return std::move(rules->frames);
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
  const auto rules = shipped().rules();
  REQUIRE(rules);
  CHECK(rules->frames.size() >= 200);
  std::string sets;
  for (const SynonymSet& set : rules->sets) sets += print(set);
  for (const EventFrame& frame : rules->frames) {
    const auto again = parse(sets + print(frame));
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
       "my.rules:1:1: expected \"frame NAME\" or \"set NAME\", but \"farme\" stands here; did you "
       "mean frame?\nfarme raid\n^"},
      {"type assault\n",
       "my.rules:1:1: \"type\" belongs to a block: indent it by two spaces\ntype assault\n^"},
      {"frame\n", "my.rules:1:6: expected the frame's name, but the line ends\nframe\n     ^"},
      {"frame two words\n",
       "my.rules:1:11: a frame's name is one word; use hyphens\nframe two words\n          ^"},
      {"  verbs raid\n",
       "my.rules:1:3: expected \"frame NAME\" or \"set NAME\" before this line\n  verbs raid\n  ^"},
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
      {"frame a\n  type\n", "my.rules:2:7: expected a type, but the line ends\n  type\n      ^"},
      {"frame a\n  type none arial\n",
       "my.rules:2:13: expected the end of the line, but \"arial\" stands here\n"
       "  type none arial\n            ^"},
      {"frame a\n  type assault aerial x\n",
       "my.rules:2:23: expected the end of the line, but \"x\" stands here\n"
       "  type assault aerial x\n                      ^"},
      {"frame a\n  hostile thretten\n",
       "my.rules:2:11: no type \"thretten\" in schemas/ontology.txt; did you mean threaten?\n"
       "  hostile thretten\n          ^"},
      {"frame a\n  hostile fight\n  hostile fight\n",
       "my.rules:3:3: the frame has a hostile type already\n  hostile fight\n  ^"},
      {"frame a\n  Verbs raid\n",
       "my.rules:2:3: no line of a frame begins with \"Verbs\"; did you mean verbs?\n"
       "  Verbs raid\n  ^"},
      {"frame a\n  verbs raid; ambush\n",
       "my.rules:2:13: expected a comma or the end of the line, but \";\" stands here\n"
       "  verbs raid; ambush\n            ^"},
      {"frame a\n  actor none\n  actor subject\n",
       "my.rules:3:3: the frame says \"none\" for this role above\n  actor subject\n  ^"},
      {"frame a\n  actor subject\n  actor none\n",
       "my.rules:3:9: the frame has a line for this role above\n  actor none\n        ^"},
      {"frame a\n  target sentence: @sport\n",
       "my.rules:2:10: a role is filled from a noun of the clause, not from \"sentence\"\n"
       "  target sentence: @sport\n         ^"},
      {"frame a\n  target object: @\n",
       "my.rules:2:18: expected a word or an @class, but \"@\" stands here\n"
       "  target object: @\n                 ^"},
      {"frame a\n  needs within\n",
       "my.rules:2:9: \"within\" fills roles; it is no condition\n  needs within\n        ^"},
      {"frame a\n  needs object\n  needs object\n",
       "my.rules:3:3: this condition stands in the frame already\n  needs object\n  ^"},
      {"frame a\n  needs object on\n",
       "my.rules:2:16: expected the end of the line, but \"on\" stands here\n"
       "  needs object on\n               ^"},
      {"frame a\n  casualty dead\n  casualty dead\n",
       "my.rules:3:3: the frame has a casualty already\n  casualty dead\n  ^"},
      {"frame a\n  yes He fled. => actor\n",
       "my.rules:2:24: expected the words that fill \"actor\"\n"
       "  yes He fled. => actor\n                       ^"},
      {"frame a\n  words flee\n",
       "my.rules:2:3: \"words\" belongs to a set, not to a frame\n  words flee\n  ^"},
      {"frame a\n  verbs @fleeing\nset flee\n  words flee\n",
       "my.rules:2:9: no set \"@fleeing\" in the rule files\n  verbs @fleeing\n        ^"},
      {"frame a\n  verbs @fle\nset flee\n  words flee\n",
       "my.rules:2:9: no set \"@fle\" in the rule files; did you mean flee?\n"
       "  verbs @fle\n        ^"},
      {"frame a\n  verbs @\n",
       "my.rules:2:10: expected a set's name after the \"@\"\n  verbs @\n         ^"},
      {"set a\n  verbs flee\n",
       "my.rules:2:3: a set has lines that begin with \"words\" only, but \"verbs\" stands here\n"
       "  verbs flee\n  ^"},
      {"set a\n  words @a\n",
       "my.rules:2:9: a set holds words, no other sets\n  words @a\n        ^"},
      {"set a\n  words flee, flee\n",
       "my.rules:2:15: this trigger stands in the set already\n"
       "  words flee, flee\n              ^"},
      {"set a\nset b\n", "my.rules:1:1: set \"a\" has no words\nset a\n^"},
      {"set\n", "my.rules:1:4: expected the set's name, but the line ends\nset\n   ^"},
      {"set a\n  words flee\nset a\n", "my.rules:3:5: a set \"a\" stands above\nset a\n    ^"},
      {"# \xFF\n", "my.rules:1:3: not UTF-8: rule files are UTF-8 text\n# \n  ^"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(answer(row.text) == row.wanted);
  }
}

TEST_CASE("a set stands for its triggers, and prints as it was read", "[rules][law]") {
  const char* text = "set fleeing\n  words    flee, run away\n";
  const auto rules =
      parse_all(std::string("frame one\n  type none\n  verbs @fleeing, leave\n") + text);
  REQUIRE(rules);
  REQUIRE(rules->sets.size() == 1);
  CHECK(print(rules->sets.front()) == text);
  CHECK(print(rules->frames.front()) == "frame one\n  type     none\n  verbs    @fleeing, leave\n");
  CHECK(expanded(rules->frames.front().verbs, rules->sets) ==
        std::vector<Trigger>{{"flee"}, {"run", "away"}, {"leave"}});
  const auto written = parse_all("frame one\n  type none\n  verbs flee, run away, leave\n");
  REQUIRE(written);
  CHECK(*compile_program(*rules, vocabulary()) == *compile_program(*written, vocabulary()));
}

TEST_CASE("two frames with one trigger and the same conditions are refused", "[rules]") {
  const auto frames = parse(
      "frame one\n  type none\n  verbs flee\n"
      "frame two\n  type none\n  verbs flee\n");
  REQUIRE(frames);
  const auto program = compile_program({*frames, {}}, vocabulary());
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
  const auto program = compile_program({all, {}}, vocabulary());
  const auto alone = compile_program({*mine, {}}, vocabulary());
  REQUIRE(program);
  REQUIRE(alone);
  CHECK(*program == *alone);
}

TEST_CASE("the order of frames decides nothing", "[rules][law]") {
  auto frames = *parse(
      "frame one\n  type none\n  verbs flee\n"
      "frame two\n  type assault\n  verbs flee\n  needs object\n");
  const auto program = compile_program({frames, {}}, vocabulary());
  std::swap(frames[0], frames[1]);
  const auto swapped = compile_program({frames, {}}, vocabulary());
  REQUIRE(program);
  REQUIRE(swapped);
  CHECK(*program == *swapped);
}

}  // namespace nutgraf
