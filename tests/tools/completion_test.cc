// What Tab offers in the shell.
#include "tools/completion.h"

#include <catch2/catch.hpp>

using namespace nutgraf;

namespace {

std::string offered(std::string_view line) {
  CompletionSources sources;
  sources.commands = {"what", "when", "where", "who"};
  sources.options = [](const std::string& command) {
    return command == "who" ? std::vector<std::string>{"--at", "--when", "--with"}
                            : std::vector<std::string>{};
  };
  sources.names = [](const std::string& prefix) {
    std::vector<std::string> out;
    for (const std::string name : {"Islamic State", "Islamic Party", "Mosul", "Côte", "Cõte"}) {
      if (name.compare(0, prefix.size(), prefix) == 0) out.push_back(name);
    }
    return out;
  };
  const Completion found = complete_line(line, sources);
  std::string out = std::to_string(found.begin) + ":";
  for (const std::string& one : found.candidates) out += ' ' + one;
  return out + " <" + common_start(found.candidates) + ">";
}

}  // namespace

TEST_CASE("commands, options and names are offered where they may stand") {
  CHECK(offered("") == "0: what when where who <wh>");
  CHECK(offered("whe") == "0: when where <whe>");
  CHECK(offered("help wha") == "5: what <what>");
  CHECK(offered("who --w") == "4: --when --with <--w>");
  CHECK(offered("what --w") == "5: <>");
  CHECK(offered("who --at Mo") == "9: Mosul <Mosul>");
  CHECK(offered("who --by \"Islamic S") == "9: \"Islamic State\" <\"Islamic State\">");
  CHECK(offered("who --by Islamic\\ ") == "9: \"Islamic Party\" \"Islamic State\" <\"Islamic >");
  CHECK(offered("who --at C") == "9: Côte Cõte <C>");
  CHECK(offered("who --at ") == "9: <>");
}

TEST_CASE("a line is split as a shell does it") {
  using Words = std::vector<std::string>;
  CHECK(split_words("who  --by 'Islamic State' a\\ b \"c \\\"d\\\"\"") ==
        Words{"who", "--by", "Islamic State", "a b", "c \"d\""});
  CHECK(split_words("show \"open end") == Words{"show", "open end"});
  CHECK(split_words("show ''") == Words{"show", ""});
  CHECK(split_words(" \t ").empty());
}
