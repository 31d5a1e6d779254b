// The examples in the rule files hold: the whole extractor reads them.
#include <catch2/catch.hpp>

#include "extract/event/rule_book.h"
#include "extract/event/rule_check.h"
#include "extract/extractor.h"
#include "extract/lexicon/data_file.h"

namespace nutgraf {

TEST_CASE("every example of the shipped frames holds", "[rules]") {
  const auto data = DataFile::open(NUTGRAF_DATA_FILE);
  REQUIRE(data);
  const auto book = RuleBook::open(*data, {});
  REQUIRE(book);
  const auto frames = book->frames();
  REQUIRE(frames);
  const auto extractor = Extractor::open({NUTGRAF_DATA_FILE, {}});
  REQUIRE(extractor);
  const RuleCheck checked = check_frames(*extractor, *frames);
  CHECK(checked.examples >= 240);
  for (const FailedExample& failed : checked.failed) {
    FAIL_CHECK(failed.frame << ": " << failed.text << ": " << failed.reason);
  }
}

}  // namespace nutgraf
