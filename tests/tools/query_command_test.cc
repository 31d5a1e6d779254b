// `nutgraf query`, as a user runs it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/news.h"
#include "tools/graph_query.h"

using namespace nutgraf;
using nlohmann::json;
using nutgraf::testing::Ran;
using nutgraf::testing::run;
using nutgraf::testing::ScratchFolder;

namespace {

class News : public nutgraf::testing::NewsStore {
 public:
  Ran ask(std::vector<std::string> words, const std::string& input = {}) const {
    words.insert(words.begin(), "query");
    words.insert(words.end(), {"--store", store()});
    return run(words, input);
  }
};

}  // namespace

TEST_CASE("query prints rows in every form") {
  const News news;
  const std::string query =
      "MATCH (e:Event {action: 'meet'})-[:ACTOR|TARGET]->(p:Person) "
      "RETURN p.name AS name, e.from AS day, 1.5 AS x, null AS none, [p.name, 2] AS list "
      "ORDER BY name LIMIT 1";
  CHECK(news.ask({query}).out ==
        "name\tday\tx\tnone\tlist\nJane Holt\t2016-11-02\t1.5\t\tJane Holt; 2\n");
  CHECK(news.ask({query, "--format", "jsonl"}).out ==
        R"({"name":"Jane Holt","day":"2016-11-02","x":1.5,"none":null,"list":["Jane Holt",2]})"
        "\n");
  CHECK(news.ask({R"(RETURN true AS t, {a: [1, 'x"y', null]} AS m, 1e20 AS f, "q")", "--format",
                  "jsonl"})
            .out == R"({"t":true,"m":{"a":[1,"x\"y",null]},"f":1.0E20,"\"q\"":"q"})"
                    "\n");
  const json hop = json::parse(
      news.ask({"MATCH p = (:Event {action: 'meet'})-[r:AT]->() RETURN r, p", "--format", "jsonl"})
          .out);
  CHECK(hop.at("r").at("type") == "AT");
  CHECK(hop.at("r").at("to").at("name") == "Oslo");
  CHECK(hop.at("p").size() == 3);
  CHECK(news.ask({"-"}, "RETURN 1 AS one").out == "one\n1\n");
  const json rows = json::parse(
      news.ask({"MATCH (p:Person {name: 'Omar Karim'}) RETURN p", "--format", "json"}).out);
  CHECK(rows.at(0).at("p").at("name") == "Omar Karim");
}

TEST_CASE("query takes parameters, and nodes by any name") {
  const News news;
  const Ran ran =
      news.ask({"MATCH (p:Place {id: $at})<-[:AT]-(e) WHERE e.from < $day "
                "RETURN p.name, e.action",
                "--node", "at=OSLO", "--param", "day=2016-11-30"});
  CHECK(ran.out == "p.name\te.action\nOslo\tmeet\n");
  CHECK(news.ask({"RETURN $a, $b, $c", "--param", "a=1", "--param", "b=two words", "--param",
                  "c=[1, 'x']"})
            .out == "$a\t$b\t$c\n1\ttwo words\t1; x\n");
  CHECK(news.ask({"RETURN $a", "--param", "a"}).code == 2);
}

TEST_CASE("mistakes in a query are wrong usage; more rows than asked for are told") {
  const News news;
  const Ran wrong = news.ask({"MATCH (p:Person) RETURN q"});
  CHECK(wrong.code == 2);
  CHECK(wrong.out.empty());
  CHECK(wrong.err ==
        "nutgraf: query:1:25: the variable q is not defined; did you mean p?\n"
        "  MATCH (p:Person) RETURN q\n"
        "                          ^\n");
  const Ran failed = news.ask({"RETURN 1 / 0 AS x"});
  CHECK(failed.code == 1);
  CHECK(failed.out.empty());
  const Ran cut = news.ask({"UNWIND range(1, 100) AS i RETURN i", "--limit", "2"});
  CHECK(cut.code == 0);
  CHECK(cut.out == "i\n1\n2\n");
  CHECK(cut.err == "there are more rows: --limit 2 ended them\n");
  CHECK(news.ask({"MATCH (p:Persn) RETURN p"}).err ==
        "there is no label Persn; did you mean Person?\n");
  CHECK(news.ask({"CREATE (n) RETURN n"}).code == 2);
}

TEST_CASE("query explains, profiles and shows the schema") {
  const News news;
  CHECK(news.ask({"EXPLAIN MATCH (p:Person {name: 'x'}) RETURN p"}).out.find("by name index") !=
        std::string::npos);
  const Ran profiled = news.ask({"PROFILE MATCH (p:Person) RETURN count(*) AS n"});
  CHECK(profiled.out.rfind("n\n", 0) == 0);
  CHECK(profiled.err.find("Scan (p:Person) by label Person") != std::string::npos);
  const std::string schema = news.ask({"--schema"}).out;
  for (const std::string word : {"(:Person)", "(:Event)", "[:ACTOR]", "[:WITHIN]", "asserted"}) {
    CHECK(schema.find(word) != std::string::npos);
  }
}

TEST_CASE("a query that streams many rows prints its head once") {
  const News news;
  const std::string out = news.ask({"UNWIND range(1, 2500) AS i RETURN i"}).out;
  CHECK(out.rfind("i\n1\n2\n", 0) == 0);
  CHECK(out.find("\n1000\n1001\n1002\n") != std::string::npos);
  CHECK(out.substr(out.size() - 10) == "2499\n2500\n");
}

TEST_CASE("the shell answers queries between its commands") {
  const News news;
  const Ran ran = run({"shell", "--store", news.folder / "store"},
                      "MATCH (e:Event {action: 'meet'})-[:AT]->(p:Place) RETURN p.name AS name;\n"
                      "reports\n");
  CHECK(ran.out == "name\nOslo\nreport\tdate\tsource\ttitle\nr1\t2016-11-03\t\t\n");
  CHECK(ran.code == 0);
  CHECK(run({"shell", "--store", news.folder / "store"}, "MATCH (e:Event RETURN e\n").code == 2);
}

TEST_CASE("the shell knows a query by its first word, and the words of queries") {
  for (const char* line :
       {"MATCH (n) RETURN n", "  match(n) return n", "Return 1", "EXPLAIN MATCH"}) {
    CHECK(is_query(line));
  }
  for (const char* line : {"who --at Mosul", "matching", "", "  ", "show with", "where"}) {
    CHECK_FALSE(is_query(line));
  }
  const QueryWords& words = query_words();
  const auto has = [](const std::vector<std::string>& some, const char* word) {
    return std::binary_search(some.begin(), some.end(), word);
  };
  CHECK(has(words.keywords, "MATCH"));
  CHECK(has(words.labels, "Person"));
  CHECK(has(words.types, "ACTOR"));
  CHECK(has(words.properties, "casualties"));
  CHECK(has(words.functions, "date.truncate"));
  CHECK(has(words.functions, "toLower"));
}
