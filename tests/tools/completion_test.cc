// What Tab offers in the shell.
#include "tools/shell/completion.h"

#include <catch2/catch.hpp>

#include "tools/words.h"

using namespace nutgraf;

namespace {

std::string offered(std::string_view line, std::string_view pending = {}) {
  CompletionSources sources;
  sources.commands = {"what", "when", "where", "who"};
  sources.colon_commands = {":mode", ":quit"};
  sources.topics = {"mode", "what"};
  sources.query.keywords = {"MATCH", "RETURN"};
  sources.query.labels = {"Person", "Place"};
  sources.query.types = {"ACTOR", "AT"};
  sources.query.properties = {"name", "names"};
  sources.query.functions = {"count"};
  sources.words = [](const std::string& command) -> CommandWords {
    if (command != "who") return {};
    return {{{"--at", "PLACE", {}, false},
             {"--when", "DATES", {}, false},
             {"--sort", "events|name", {"events", "name"}, false},
             {"--certain", "", {}, false}},
            {}};
  };
  sources.values = [](const std::string& holds, const std::string& prefix) {
    std::vector<std::string> out;
    if (prefix.empty() || holds == "DATES") return out;
    return beginning_with(prefix, {"Islamic State", "Islamic Party", "Mosul"});
  };
  const Completion found = complete_line(pending, line, sources);
  std::string out = std::to_string(found.begin) + ":";
  for (const std::string& one : found.candidates) out += ' ' + one;
  return out;
}

}  // namespace

TEST_CASE("commands, options, values and names are offered where they may stand") {
  CHECK(offered("whe") == "0: when where");
  CHECK(offered(":m") == "0: :mode");
  CHECK(offered("mat") == "0: MATCH");
  CHECK(offered("help wha") == "5: what");
  CHECK(offered("who --w") == "4: --when");
  CHECK(offered("what --w") == "5:");
  CHECK(offered("who --at mo") == "9: Mosul");
  CHECK(offered("who --certain --sort ") == "21: events name");
  CHECK(offered("who --sort=n") == "4: --sort=name");
  CHECK(offered("who --at \"Islamic S") == "9: \"Islamic State\"");
  CHECK(offered("who --at ") == "9:");
}

TEST_CASE("inside a query labels, types, properties and names are offered by what stands before") {
  CHECK(offered("MATCH (p:P") == "9: Person Place");
  CHECK(offered("MATCH (p)-[:A") == "12: ACTOR AT");
  CHECK(offered("MATCH (p) RETURN p.na") == "19: name names");
  CHECK(offered("MATCH (:Place {na") == "15: name names");
  CHECK(offered("MATCH (:Place {name: 'mos") == "22: Mosul'");
  CHECK(offered("ret", "MATCH (p)") == "0: RETURN");
  CHECK(offered("RETURN cou") == "7: count");
}

TEST_CASE("Tab puts in what all candidates begin with, whole letters only") {
  CHECK(completed("mo", {0, {"Mosul"}}) == "Mosul ");
  CHECK(completed("mos", {0, {"Mosul", "Moscow"}}) == "mos");
  CHECK(completed("i", {0, {"Islamic Party", "Islamic State"}}) == "Islamic ");
  CHECK(common_start({"C\u00F4te", "C\u00F5te"}) == "C");
  CHECK(in_columns({"a", "bb", "c"}, 8) == "a   c\nbb\n");
}

TEST_CASE("a line is split as a shell does it") {
  using Words = std::vector<std::string>;
  CHECK(split_words("who  --by 'Islamic State' a\\ b \"c \\\"d\\\"\"") ==
        Words{"who", "--by", "Islamic State", "a b", "c \"d\""});
  CHECK(split_words("show \"open end") == Words{"show", "open end"});
  CHECK(split_words("show ''") == Words{"show", ""});
  CHECK(split_words(" \t ").empty());
}
