// The examples in the rule files hold: the whole extractor reads them.
#include <catch2/catch.hpp>

#include "extract/event/rule_book.h"
#include "extract/event/rule_check.h"
#include "extract/event/rule_lint.h"
#include "extract/extractor.h"
#include "extract/lexicon/data_file.h"
#include "extract/lexicon/lexicon.h"

namespace nutgraf {

TEST_CASE("every example of the shipped frames holds", "[rules]") {
  const auto data = DataFile::open(NUTGRAF_DATA_FILE);
  REQUIRE(data);
  const auto book = RuleBook::open(*data, {});
  REQUIRE(book);
  const auto rules = book->rules();
  REQUIRE(rules);
  const auto extractor = Extractor::open({NUTGRAF_DATA_FILE, {}});
  REQUIRE(extractor);
  const RuleCheck checked = check_frames(*extractor, rules->frames);
  CHECK(checked.examples >= 240);
  for (const FailedExample& failed : checked.failed) {
    FAIL_CHECK(failed.frame << ": " << failed.text << ": " << failed.reason);
  }
}

TEST_CASE("the linter finds nothing in the shipped frames", "[rules]") {
  const auto data = DataFile::open(NUTGRAF_DATA_FILE);
  REQUIRE(data);
  const auto book = RuleBook::open(*data, {});
  REQUIRE(book);
  const auto rules = book->rules();
  REQUIRE(rules);
  const auto lexicon = Lexicon::open(*data);
  REQUIRE(lexicon);
  for (const RuleFinding& found : lint(*rules, *lexicon)) {
    FAIL_CHECK(found.file << ':' << found.line << ": " << found.block << ": " << found.message);
  }
}

}  // namespace nutgraf
