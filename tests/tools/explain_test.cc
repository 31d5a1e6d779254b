// Why: `extract --explain` and `why`, as whole text. tests/cases/explain/ has the typed sentences
// and what is told of them; when the rules came to read them better, write it anew:
//
//   nutgraf extract --explain --date 2016-11-03 < NAME.txt | tail -n +2 > NAME.explained
//   nutgraf ingest --store S --date 2016-11-03 NAME.txt; nutgraf why NAME:16-23 --store S --format
//   tsv
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/program.h"

using nutgraf::testing::run;
using nutgraf::testing::ScratchFolder;

namespace {

std::string case_file(const std::string& name) {
  std::ifstream file(std::string(NUTGRAF_SOURCE_DIR) + "/tests/cases/explain/" + name);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("extract --explain tells of a typed sentence what the rules made of it, and why",
          "[explain]") {
  const auto ran = run({"extract", "--explain", "--date", "2016-11-03"}, case_file("shelled.txt"));
  CHECK(ran.code == 0);
  CHECK(ran.err == "");
  // The first line holds an id made of the words.
  CHECK(ran.out.substr(ran.out.find('\n') + 1) == case_file("shelled.explained"));
}

TEST_CASE("why tells of an event its words, frame, roles, day, place and what did not fit",
          "[explain]") {
  const ScratchFolder folder;
  const std::string file = folder.write("shelled.txt", case_file("shelled.txt"));
  const std::string store = folder / "store";
  REQUIRE(run({"ingest", "--quiet", "--store", store, "--date", "2016-11-03", file}).code == 0);
  const auto event = run({"why", "shelled:16-23", "--store", store, "--format", "tsv"});
  CHECK(event.code == 0);
  CHECK(event.out == case_file("shelled.why"));
  const auto nobody = run({"why", "shelled:16-24", "--store", store});
  CHECK(nobody.code == 1);
}
