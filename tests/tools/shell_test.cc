// The shell's own commands, scripts and files, without a terminal.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/support/news.h"

using nlohmann::json;
using nutgraf::testing::has;
using nutgraf::testing::Ran;
using nutgraf::testing::run;

namespace {

class News : public nutgraf::testing::NewsStore {
 public:
  // The shell with a script on standard input.
  Ran script(const std::string& lines, std::vector<std::string> words = {},
             const std::vector<std::string>& variables = {}) const {
    words.insert(words.begin(), {"shell", "--store", store()});
    return run(words, lines, folder.path(), variables);
  }
  std::string file(const std::string& name) const {
    std::ifstream in(folder / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

}  // namespace

TEST_CASE(":help lists all there is and tells of each") {
  const News news;
  const Ran all = news.script(":help\n");
  CHECK(all.code == 0);
  for (const char* name : {":mode", ":timing", ":max_rows", ":param", ":source", ":output",
                           ":explain", ":schema", ":store", ":quit", "who", "export"}) {
    CHECK(has(all.out, std::string("  ") + name));
  }
  CHECK(has(news.script(":help mode\n").out, ":mode [NAME]: how rows are written"));
  CHECK(has(news.script("help :mode\n").out, ":mode [NAME]: how rows are written"));
  CHECK(has(news.script(":help who\n").out, "usage: nutgraf who"));
  const Ran odd = news.script(":help mod\n");
  CHECK(odd.code == 2);
  CHECK(has(odd.err, "no help on mod; did you mean mode"));
}

TEST_CASE(":mode writes rows in eight forms") {
  const News news;
  const std::string query = "RETURN 1 AS a, 'x|y' AS b;\n";
  const auto in = [&](const std::string& mode) {
    const Ran ran = news.script(":mode " + mode + "\n" + query);
    CHECK(ran.code == 0);
    return ran.out;
  };
  CHECK(in("tsv") == "a\tb\n1\tx|y\n");
  CHECK(in("csv") == "a,b\r\n1,x|y\r\n");  // RFC 4180
  CHECK(in("jsonl") == "{\"a\":1,\"b\":\"x|y\"}\n");
  CHECK(json::parse(in("json")) == json::array({{{"a", 1}, {"b", "x|y"}}}));
  CHECK(in("markdown") == "|   a | b    |\n| --: | ---- |\n|   1 | x\\|y |\n");
  CHECK(has(in("box"), "│ 1 │ x|y │"));
  CHECK(has(in("line"), "a = 1\nb = x|y\n"));
  CHECK(has(in("table"), "1  x|y"));
  CHECK(news.script(":mode csv\n:mode\n").out == "mode csv\n");
  CHECK(news.script(":mode csv\n:mode auto\n" + query).out == in("tsv"));
  const Ran odd = news.script(":mode bxo\n");
  CHECK(odd.code == 2);
  CHECK(has(odd.err, "no mode bxo; did you mean box"));
}

TEST_CASE(":max_rows cuts what is for reading, never what is for programs") {
  const News news;
  const std::string query = "UNWIND [1, 2, 3] AS n RETURN n;\n";
  CHECK(news.script(":max_rows 2\n:mode tsv\n" + query).out == "n\n1\n2\n3\n");
  const Ran cut = news.script(":max_rows 2\n:mode line\n" + query);
  CHECK(has(cut.out, "n = 2"));
  CHECK_FALSE(has(cut.out, "n = 3"));
  CHECK(has(news.script(":max_rows 0\n:mode line\n" + query).out, "n = 3"));
  CHECK(news.script(":max_rows\n:max_rows 7\n:max_rows\n").out == "max_rows auto\nmax_rows 7\n");
  const Ran odd = news.script(":max_rows many\n");
  CHECK(odd.code == 2);
  CHECK(has(odd.err, "expected a whole number or auto, found \"many\""));
}

TEST_CASE(":timing tells how long each statement took, beside the answer") {
  const News news;
  const Ran ran = news.script(":timing on\nRETURN 1 AS a;\n:timing off\nRETURN 2 AS b;\n");
  CHECK(ran.out == "a\n1\nb\n2\n");
  CHECK(has(ran.err, "took "));
  CHECK(has(ran.err, " ms\n"));
  CHECK(news.script(":timing\n").out == "timing off\n");
  CHECK(news.script(":timing maybe\n").code == 2);
}

TEST_CASE(":param gives queries values, :node the id of a node, :unset takes them away") {
  const News news;
  CHECK(news.script(":param x = 7\n:param day 2016-11-02\nRETURN $x + 1 AS n, $day AS d;\n").out ==
        "n\td\n8\t2016-11-02\n");
  CHECK(news.script(":param x => 'a b'\n:param\n").out == "$x = 'a b'\n");
  CHECK(news.script(":param x = 1\n:unset x\nRETURN $x AS n;\n").code != 0);
  CHECK(has(news.script(":param place = 1\n:param plaec\n").err, "did you mean place"));
  const Ran node =
      news.script(":node who 'Omar Karim'\nMATCH (p {id: $who}) RETURN p.name AS name;\n");
  CHECK(node.out == "name\nOmar Karim\n");
  CHECK(has(news.script(":node who 'Omar Karem'\n").err, "did you mean"));
}

TEST_CASE(":output sends answers to a file, errors stay") {
  const News news;
  const std::string to = news.folder / "out.tsv";
  const Ran ran =
      news.script(":output " + to + "\nRETURN 1 AS a;\nRETURN oops;\n:output\nRETURN 2 AS b;\n",
                  {"--keep-going"});
  CHECK(ran.out == "b\n2\n");
  CHECK(news.file("out.tsv") == "a\n1\n");
  CHECK(has(ran.err, "oops"));
  CHECK(news.script(":output " + (news.folder / "no/such/folder/x") + "\n").code != 0);
}

TEST_CASE(":source runs a file, with its own :output") {
  const News news;
  news.folder.write("inner.nutgraf", ":output inner.tsv\nRETURN 1 AS a;\n:output\n");
  news.folder.write("outer.nutgraf", "// a note\n:source inner.nutgraf\nRETURN 2 AS b;\n");
  CHECK(news.script(":source outer.nutgraf\nRETURN 3 AS c;\n").out == "b\n2\nc\n3\n");
  CHECK(news.file("inner.tsv") == "a\n1\n");

  // What fails is told with the line of each script that led there.
  news.folder.write("bad.nutgraf", "RETURN 1 AS a;\n\nRETURN oops;\nRETURN 2 AS b;\n");
  const Ran bad = news.script("\n:source bad.nutgraf\nRETURN 3 AS c;\n");
  CHECK(bad.code == 2);
  CHECK(bad.out == "a\n1\n");
  CHECK(has(bad.err, "bad.nutgraf:3: stopped at"));
  CHECK(has(bad.err, "-:2: stopped at"));

  news.folder.write("circle.nutgraf", ":source circle.nutgraf\n");
  CHECK(has(news.script(":source circle.nutgraf\n").err, "scripts run each other in a circle"));
  const Ran none = news.script(":source none.nutgraf\n");
  CHECK(none.code != 0);
  CHECK(has(none.err, "cannot read none.nutgraf"));
}

TEST_CASE(":explain shows the plan of a query, or of each") {
  const News news;
  const std::string query = "MATCH (p:Person) RETURN p.name AS name ORDER BY name;\n";
  const Ran one = news.script(":explain " + query);
  CHECK(one.code == 0);
  CHECK_FALSE(has(one.out, "Jane Holt"));
  const Ran each = news.script(":explain on\n" + query);
  CHECK(has(each.out, "name\nJane Holt\nOmar Karim\n"));
  CHECK(has(each.out, one.out.substr(0, one.out.find('\n'))));
  CHECK(news.script(":explain on\n:explain\n").out == "explain on\n");
}

TEST_CASE(":schema tells labels, types and properties") {
  const News news;
  CHECK(has(news.script(":schema\n").out, "(:Event)"));
  const std::string person = news.script(":schema Person\n").out;
  CHECK(has(person, "(:Person)"));
  CHECK_FALSE(has(person, "(:Event)"));
  CHECK(has(news.script(":schema Persn\n").err, "no label or type Persn; did you mean Person"));
}

TEST_CASE(":store opens another store, if there is one") {
  const News news;
  CHECK(news.script(":store\n").out == "store " + news.folder / "store" + "\n");
  REQUIRE(run({"ingest", "-", "--store", news.folder / "other"},
              R"({"id": "o1", "text": "Rebels shelled Arvo.", "date": "2016-11-03"})"
              "\n")
              .code == 0);
  CHECK(has(news.script(":store other\nreports\n").out, "\no1\t"));
  CHECK(news.script(":store none\nreports\n").code != 0);
}

TEST_CASE("a colon command is known by its beginning, and its neighbours are named") {
  const News news;
  CHECK(news.script(":tim\n").out == "timing off\n");
  const Ran two = news.script(":s\n");
  CHECK(two.code == 2);
  CHECK(has(two.err, ":source"));
  CHECK(has(two.err, ":schema"));
  CHECK(has(news.script(":moed\n").err, "did you mean :mode"));
}

TEST_CASE("the rc file comes first") {
  const News news;
  const std::string rc = news.folder.write("rc", ":mode csv\n");
  const std::vector<std::string> told{"NUTGRAF_RC=" + rc};
  CHECK(news.script("RETURN 1 AS a, 2 AS b;\n", {}, told).out == "a,b\r\n1,2\r\n");
  CHECK(news.script("RETURN 1 AS a, 2 AS b;\n", {"--no-rc"}, told).out == "a\tb\n1\t2\n");
  // In a script it must hold.
  const std::string bad = news.folder.write("badrc", ":mode nothing\n");
  const Ran ran = news.script("RETURN 1 AS a;\n", {}, {"NUTGRAF_RC=" + bad});
  CHECK(ran.code == 2);
  CHECK(ran.out.empty());
  CHECK(has(ran.err, "badrc:1: stopped at"));
  CHECK(news.script("RETURN 1 AS a;\n", {}, {"NUTGRAF_RC=" + news.folder / "gone"}).code != 0);
  const std::string config = news.folder.write("config/nutgraf/rc", ":mode csv\n");
  CHECK(news.script("RETURN 1 AS a, 2 AS b;\n", {}, {"XDG_CONFIG_HOME=" + news.folder / "config"})
            .out == "a,b\r\n1,2\r\n");
}

TEST_CASE("statements of -c and files of -f run in their order and end at what fails") {
  const News news;
  const std::string file = news.folder.write("two.nutgraf", "RETURN 2 AS b;\n");
  CHECK(news.script("", {"-c", "RETURN 1 AS a", "-f", file, "-c", "RETURN 3 AS c;"}).out ==
        "a\n1\nb\n2\nc\n3\n");
  const Ran stopped = news.script("", {"-c", "RETURN oops", "-f", file});
  CHECK(stopped.code == 2);
  CHECK(stopped.out.empty());
  const Ran going = news.script("", {"--keep-going", "-c", "RETURN oops", "-f", file});
  CHECK(going.code == 2);
  CHECK(going.out == "b\n2\n");
  CHECK(news.script("RETURN 4 AS d;\n", {"-f", "-"}).out == "d\n4\n");
}

TEST_CASE("a script goes over lines, comments and ends where it is told to") {
  const News news;
  CHECK(news.script("# a note\nMATCH (p:Person)\n  // of all\nRETURN count(p) AS n;\n").out ==
        "n\n2\n");
  CHECK(news.script("RETURN ';' AS a; RETURN 2 AS b;\n").out == "a\n;\nb\n2\n");
  CHECK(news.script("who --at Oslo \\\n  --format jsonl\n").code == 0);
  CHECK(news.script("RETURN 1 AS a;\n:quit\nRETURN 2 AS b;\n").out == "a\n1\n");
  CHECK(news.script("RETURN 1 AS a").out == "a\n1\n");  // the end of input ends it
}
