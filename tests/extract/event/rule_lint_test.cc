// What the linter says of rules that are written rightly and yet wrong.
#include "extract/event/rule_lint.h"

#include <catch2/catch.hpp>
#include <string>

#include "extract/event/rule_book.h"
#include "extract/event/rule_parser.h"
#include "extract/lexicon/data_file.h"

namespace nutgraf {
namespace {

// The findings of a rule file, one a line.
std::string findings(const std::string& text) {
  static const auto data = DataFile::open(NUTGRAF_DATA_FILE);
  static const auto book = RuleBook::open(*data, {});
  static const auto lexicon = Lexicon::open(*data);
  REQUIRE(book);
  const auto rules = parse_rules(text, "my.rules", {book->ontology(), book->classes(), {}});
  REQUIRE(rules);
  std::string out;
  for (const RuleFinding& one : lint(*rules, *lexicon)) {
    out += std::to_string(one.line) + ": " + one.block + ": " + one.message + '\n';
  }
  return out;
}

const std::string yes = "  yes He fled.\n";

}  // namespace

TEST_CASE("a clean file has no findings", "[rules]") {
  CHECK(findings("set going\n  words leave, go away\n"
                 "frame go\n  type none\n  verbs flee, @going\n  veto object: idea\n" +
                 yes) == "");
}

TEST_CASE("a trigger that another frame always takes is told", "[rules]") {
  CHECK(findings("frame a\n  type none\n  verbs flee\n  needs object: @weapon @vehicle\n" + yes +
                 "frame b\n  type none\n  verbs flee\n  needs object: @weapon\n" + yes) ==
        "6: frame b: unreachable: wherever \"flee\" fits, frame a (my.rules:1) is taken\n");
  // The longer trigger asks for more and is tried first: both are used.
  CHECK(findings("frame a\n  type none\n  verbs run\n" + yes +
                 "frame b\n  type none\n  verbs run away\n" + yes) == "");
  // A veto that forbids less holds wherever one that forbids more does.
  CHECK(findings("frame a\n  type none\n  verbs flee\n  veto object: idea\n" + yes +
                 "frame b\n  type none\n  verbs flee\n  veto object: idea plan\n" + yes) ==
        "6: frame b: unreachable: wherever \"flee\" fits, frame a (my.rules:1) is taken\n");
}

TEST_CASE("a frame that needs what it vetoes is told", "[rules]") {
  CHECK(findings("frame a\n  type none\n  verbs flee\n  needs object: @weapon\n"
                 "  veto object: @weapon @vehicle\n" +
                 yes) ==
        "1: frame a: unreachable: \"veto object: @weapon @vehicle\" forbids what \"needs object: "
        "@weapon\" asks for\n");
}

TEST_CASE("what stands twice is told", "[rules]") {
  CHECK(findings("frame a\n  type none\n  verbs flee\n  needs object: gun gun\n" + yes + yes) ==
        "1: frame a: duplicate: \"gun\" stands twice in \"needs object: gun gun\"\n"
        "1: frame a: duplicate: this example stands twice: He fled.\n");
  CHECK(findings("frame a\n  type none\n  verbs flee\n  target object, on\n  target on\n" + yes) ==
        "1: frame a: duplicate: target is read from \"on\" by two lines alike\n");
  CHECK(findings("set going\n  words flee, leave\n"
                 "frame a\n  type none\n  verbs flee, @going\n" +
                 yes) == "3: frame a: duplicate: \"flee\" stands in set @going too\n");
}

TEST_CASE("what nobody uses is told", "[rules]") {
  CHECK(findings("set going\n  words leave\nframe a\n  type none\n  verbs flee\n  light make\n" +
                 yes) ==
        "1: set going: unused: no frame names @going\n"
        "3: frame a: unused: light verbs belong to nouns, and the frame has none\n");
}

TEST_CASE("triggers that can never be read and frames without a yes are told", "[rules]") {
  CHECK(findings("frame a\n  type none\n  verbs attacked, violently attack\n") ==
        "1: frame a: unknown: \"attacked\" does not begin with a verb's base form; did you mean "
        "attack?\n"
        "1: frame a: unknown: \"violently attack\" does not begin with a verb's base form\n"
        "1: frame a: untried: the frame has no \"yes\"\n");
}

}  // namespace nutgraf
