// `nutgraf rules` as a user runs it, and users' own folders wherever they may be named.
#include <catch2/catch.hpp>
#include <string>

#include "tests/support/program.h"

using nutgraf::testing::run;
using nutgraf::testing::ScratchFolder;

namespace {

// The text without the scratch folder's own path.
std::string without(std::string text, const std::string& path) {
  for (std::size_t at = 0; (at = text.find(path)) != std::string::npos;)
    text.erase(at, path.size());
  return text;
}

const char* const own_frame =
    "# ours\n"
    "set flattening\n"
    "  words    flatten, level\n"
    "\n"
    "frame flatten-town\n"
    "  type     assault\n"
    "  verbs    @flattening\n"
    "  needs    object: @place\n"
    "  at       object: @place\n"
    "  yes      Jets flattened the town of Aleppo. => target Aleppo; at Aleppo\n"
    "  no       The cook flattened the dough.\n";

}  // namespace

TEST_CASE("rules check tells findings and failing examples, and says how it went", "[rules]") {
  const ScratchFolder folder;
  folder.write("mine/town.rules", own_frame);
  const auto good = run({"rules", "check", "flatten-town", "--rules", folder / "mine"});
  CHECK(good.err == "1 frame, 2 of 2 examples hold, 0 findings\n");
  CHECK(good.out == "");
  CHECK(good.code == 0);
  folder.write("bad/town.rules",
               "frame flatten-town\n"
               "  type     assault\n"
               "  verbs    flatten\n"
               "  light    make\n"
               "  needs    object\n"
               "  yes      The cook baked the dough.\n"
               "  no       The cook flattened the dough.\n");
  const auto bad = run({"rules", "check", "flatten-town", "--rules", folder / "bad"});
  CHECK(
      without(bad.out, folder.path()) ==
      "/bad/town.rules:1: frame flatten-town: unused: light verbs belong to nouns, and the frame "
      "has none\n"
      "/bad/town.rules:1: frame flatten-town: expected an event of flatten-town, found open/verb\n"
      "  The cook baked the dough.\n"
      "/bad/town.rules:1: frame flatten-town: expected no event of flatten-town, found flatten\n"
      "  The cook flattened the dough.\n");
  CHECK(bad.err == "1 frame, 0 of 2 examples hold, 1 finding\n");
  CHECK(bad.code == 1);
}

TEST_CASE("rules show prints a frame or a set with its place", "[rules]") {
  const ScratchFolder folder;
  folder.write("mine/town.rules", own_frame);
  const auto frame = run({"rules", "show", "flatten-town/verb", "--rules", folder / "mine"});
  CHECK(without(frame.out, folder.path()) ==
        "# /mine/town.rules:5\n"
        "frame flatten-town\n"
        "  type     assault\n"
        "  verbs    @flattening\n"
        "  at       object: @place\n"
        "  needs    object: @place\n"
        "  yes      Jets flattened the town of Aleppo. => target Aleppo; at Aleppo\n"
        "  no       The cook flattened the dough.\n");
  const auto set = run({"rules", "show", "@flattening", "--rules", folder / "mine"});
  CHECK(without(set.out, folder.path()) ==
        "# /mine/town.rules:2\nset flattening\n  words    flatten, level\n");
  const auto unknown = run({"rules", "show", "flaten-town", "--rules", folder / "mine"});
  CHECK(unknown.code == 1);
  CHECK(unknown.err == "nutgraf: no rule is called flaten-town; did you mean flatten-town?\n");
}

TEST_CASE("a later folder overrides an earlier one by the frame's name", "[rules]") {
  const ScratchFolder folder;
  folder.write("one/a.rules", "frame attack\n  type none\n  verbs attack\n");
  folder.write("two/a.rules", "frame attack\n  type aid\n  verbs attack\n");
  const std::string report = "{\"text\": \"Rebels flattened Aleppo.\"}\n";
  const auto first = run({"rules", "show", "attack", "--rules", folder / "one"});
  CHECK(without(first.out, folder.path()) ==
        "# /one/a.rules:1\nframe attack\n  type     none\n  verbs    attack\n");
  const auto second =
      run({"rules", "show", "attack", "--rules", folder / "one", "--rules", folder / "two"});
  CHECK(without(second.out, folder.path()) ==
        "# /two/a.rules:1\nframe attack\n  type     aid\n  verbs    attack\n");
}

TEST_CASE("own rules are read by extract, ingest and rebuild, and a store keeps to its rule set",
          "[rules]") {
  const ScratchFolder folder;
  folder.write("mine/town.rules", own_frame);
  folder.write("a.txt", "Jets flattened the town of Aleppo on Monday.\n");
  const std::string mine = folder / "mine";
  const std::string store = folder / "store";
  CHECK(run({"extract", "--rules", mine, folder / "a.txt"}).out.find("flatten-town/verb") !=
        std::string::npos);
  CHECK(run({"ingest", "--quiet", "--store", store, "--rules", mine, folder / "a.txt"}).code == 0);
  folder.write("b.txt", "Jets flattened the town of Homs on Monday.\n");
  const auto other = run({"ingest", "--quiet", "--store", store, folder / "b.txt"});
  CHECK(other.code == 4);
  CHECK(other.err.find("rebuild") != std::string::npos);
  CHECK(run({"rebuild", "--quiet", "--store", store}).code == 0);
  CHECK(run({"ingest", "--quiet", "--store", store, folder / "b.txt"}).code == 0);
}

TEST_CASE("a folder that holds no rules, or is none, is told", "[rules]") {
  const ScratchFolder folder;
  folder.write("empty/notes.txt", "none\n");
  const auto empty = run({"rules", "list", "--rules", folder / "empty"});
  CHECK(empty.code == 1);
  CHECK(without(empty.err, folder.path()) ==
        "nutgraf: /empty: the folder has no file that ends in .rules\n");
  const auto none = run({"extract", "--rules", folder / "nowhere"}, "{\"text\": \"He left.\"}\n");
  CHECK(none.code == 1);
  CHECK(without(none.err, folder.path()) == "nutgraf: /nowhere: No such file or directory\n");
  folder.write("twice/a.rules", "frame one\n  type none\n  verbs flee\n");
  folder.write("twice/b.rules", "frame one\n  type none\n  verbs run\n");
  const auto twice = run({"rules", "list", "--rules", folder / "twice"});
  CHECK(without(twice.err, folder.path()) ==
        "nutgraf: /twice/b.rules:1:1: a frame \"one\" stands in /twice/a.rules:1 too\n"
        "  frame one\n"
        "  ^\n");
}

TEST_CASE("rules profile counts what each frame took and turned down", "[rules]") {
  const ScratchFolder folder;
  folder.write("mine/town.rules", own_frame);
  const auto ran = run({"rules", "profile", "--rules", folder / "mine"},
                       "{\"id\": \"r\", \"text\": \"Jets flattened Aleppo. The cook flattened the "
                       "dough.\"}\n");
  CHECK(ran.code == 0);
  CHECK(ran.out.find("flatten-town\t1\t1\tr:5-14 flattened\tr:32-41 flattened: needs object: "
                     "@place: \"dough\" stands there\n") != std::string::npos);
}
