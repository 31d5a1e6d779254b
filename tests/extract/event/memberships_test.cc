// Who belongs to which named group.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extract/analysis.h"
#include "extract/extractor.h"

namespace nutgraf {
namespace {

std::vector<std::string> memberships_in(const std::string& text) {
  const auto extractor = Extractor::open({NUTGRAF_DATA_FILE, {}});
  REQUIRE(extractor.has_value());
  Report report;
  report.id = "r";
  report.text = text;
  report.date = parse_iso_day("2016-11-03");
  Analysis desk;
  const Extraction found = extractor->extract(report, desk);
  std::vector<std::string> out;
  for (const Membership& told : found.memberships) {
    const auto name = [&](std::uint32_t mention) {
      return found.entities[found.mentions[mention].entity].name;
    };
    out.push_back(name(told.member) + " in " + name(told.group));
  }
  return out;
}

}  // namespace

TEST_CASE("a noun for a member beside a named group tells the membership") {
  CHECK(memberships_in("Three Hezbollah fighters attacked a convoy.") ==
        std::vector<std::string>{"Three Hezbollah fighters in Hezbollah"});
  CHECK(memberships_in("A spokesman for Hezbollah denied the report.") ==
        std::vector<std::string>{"A spokesman in Hezbollah"});
  CHECK(memberships_in("UNESCO director Jan Lund visited Arvo on Monday.") ==
        std::vector<std::string>{"Jan Lund in UNESCO"});
}

TEST_CASE("who only stands beside a group is no member of it") {
  CHECK(memberships_in("Victims of Hezbollah met Jan Lund in Arvo.").empty());
}

}  // namespace nutgraf
