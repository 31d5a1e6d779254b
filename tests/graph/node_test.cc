#include "graph/node.h"

#include <rapidcheck.h>
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

using namespace nutgraf;

TEST_CASE("law 2: printing and parsing a node's id are inverse") {
  rc::prop("any kind, any 128 bits", [](const std::array<std::uint8_t, 16>& bytes, unsigned kind) {
    const NodeKey key{static_cast<NodeKind>(kind % 4), Id{bytes}};
    const std::optional<NodeKey> read = parse_key(print_key(key));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == key);
  });
}

TEST_CASE("what is no id is read as none") {
  for (const std::string_view text :
       {"", "per:", "per:xyz", "per:80000000000000000000000000", "per:0000000000000000000000000u",
        "Mosul", "loc:99071", "prs:00000000000000000000000000"}) {
    INFO(text);
    CHECK_FALSE(parse_key(text).has_value());
  }
  CHECK(parse_key("loc:gn:99071") == NodeKey{NodeKind::place, place_id("gn:99071")});
}

TEST_CASE("a local id tells its report and its offset") {
  const ReportKey report = report_key("r1");
  const Id id = local_id(report, 0x01020304U);
  CHECK(report_of(id) == report);
  CHECK(offset_of(id) == 0x01020304U);
  CHECK(local_id(report, 5) < local_id(report, 700));
  CHECK(chain_id(report, 5) != local_id(report, 5));
  CHECK(offset_of(chain_id(report, 5)) == 5);
}
