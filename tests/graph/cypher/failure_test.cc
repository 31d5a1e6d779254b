// What a user reads who has mistyped: line, column, what was expected, the nearest known name.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/query_rows.h"

using nutgraf::testing::rows_of;

namespace {

struct Case {
  std::string query;
  std::string message;
};

std::string answer(const std::string& query) {
  const auto rows = rows_of("", query);
  return rows.empty() ? "no rows" : rows.front();
}

}  // namespace

TEST_CASE("a mistake in the words is shown where it stands") {
  const std::vector<Case> cases{
      {"MATCH (n RETURN n",
       "error UnexpectedSyntax: query:1:10: expected \")\" of the node pattern, found \"RETURN\"\n"
       "  MATCH (n RETURN n\n"
       "           ^"},
      {"MATCH (n)\nWHER n.age > 3\nRETURN n",
       "error UnexpectedSyntax: query:2:1: expected a clause or the end of the query, found "
       "\"WHER\"; did you mean WHERE?\n"
       "  WHER n.age > 3\n"
       "  ^"},
      {"MATCH (n) RETURN",
       "error UnexpectedSyntax: query:1:17: expected an expression, found the end of the query\n"
       "  MATCH (n) RETURN\n"
       "                  ^"},
      {"RETURN 'open",
       "error UnexpectedSyntax: query:1:8: this string has no end\n"
       "  RETURN 'open\n"
       "         ^"},
      {"RETURN 42 — 41",
       "error InvalidUnicodeCharacter: query:1:11: this is not a sign of the language, though it "
       "may look like a dash or a quote\n"
       "  RETURN 42 — 41\n"
       "            ^"},
      {"RETURN 9223372036854775808",
       "error IntegerOverflow: query:1:8: integers lie between -9223372036854775808 and "
       "9223372036854775807\n"
       "  RETURN 9223372036854775808\n"
       "         ^"},
      {"",
       "error UnexpectedSyntax: query:1:1: expected a clause: MATCH, UNWIND, WITH or RETURN, "
       "found the end of the query"}};
  for (const Case& each : cases) CHECK(answer(each.query) == each.message);
}

TEST_CASE("a mistake in the meaning is shown before the query runs") {
  const std::vector<Case> cases{
      {"MATCH (person) RETURN persn.name",
       "error UndefinedVariable: query:1:23: the variable persn is not defined; did you mean "
       "person?\n"
       "  MATCH (person) RETURN persn.name\n"
       "                        ^"},
      {"RETURN toLowr('A')",
       "error UnknownFunction: query:1:8: there is no function toLowr; did you mean toLower?\n"
       "  RETURN toLowr('A')\n"
       "         ^"},
      {"MATCH (n) WHERE count(n) > 1 RETURN n",
       "error InvalidAggregation: query:1:17: count(n) is an aggregate: it has no value here\n"
       "  MATCH (n) WHERE count(n) > 1 RETURN n\n"
       "                  ^"},
      {"MATCH (n) RETURN n.age + count(*)",
       "error AmbiguousAggregationExpression: query:1:18: n is neither a column of its own nor "
       "within an aggregate\n"
       "  MATCH (n) RETURN n.age + count(*)\n"
       "                   ^"},
      {"MATCH (n) SET n.age = 3 RETURN n",
       "error Writes: query:1:11: SET would change the graph: queries only read it\n"
       "  MATCH (n) SET n.age = 3 RETURN n\n"
       "            ^"},
      {"CREATE (n) RETURN n",
       "error Writes: query:1:1: this clause would change the graph: queries only read it\n"
       "  CREATE (n) RETURN n\n"
       "  ^"},
      {"MATCH (n)",
       "error InvalidClauseComposition: query:1:10: expected RETURN: a query ends with what it "
       "gives\n"
       "  MATCH (n)\n"
       "           ^"},
      {"MATCH (n)-[n]->() RETURN n",
       "error VariableTypeConflict: query:1:10: n is no relationship where it gets its value\n"
       "  MATCH (n)-[n]->() RETURN n\n"
       "           ^"}};
  for (const Case& each : cases) CHECK(answer(each.query) == each.message);
}

TEST_CASE("a mistake that only the values show is shown where it happens") {
  CHECK(answer("UNWIND [1, 'a'] AS x RETURN x * 2") ==
        "error InvalidArgumentType: query:1:29: there is no such operation on String and Integer\n"
        "  UNWIND [1, 'a'] AS x RETURN x * 2\n"
        "                              ^");
  CHECK(answer("RETURN $who") ==
        "error MissingParameter: query:1:8: the parameter $who has no value\n"
        "  RETURN $who\n"
        "         ^");
  CHECK(answer("RETURN 1 / 0").rfind("error NumberOutOfRange: query:1:8: division by 0", 0) == 0);
}

TEST_CASE("deep nesting is refused, not followed into the ground") {
  const std::string open(5000, '(');
  const std::string lists(5000, '[');
  CHECK(answer("RETURN " + open).find("nest at most 200 deep") != std::string::npos);
  CHECK(answer("RETURN " + lists).find("nest at most 200 deep") != std::string::npos);
  CHECK(answer("RETURN " + std::string(20000, '-') + "1") != "no rows");
  CHECK(answer("MATCH " + open + ")").find("error") == 0);
  std::string sum = "RETURN 1";
  std::string withs = "WITH 1 AS a ";
  for (int i = 0; i < 3000; ++i) {
    sum += " + 1";
    withs += "WITH a ";
  }
  CHECK(answer(sum).find("at most 1000 operators in a row") != std::string::npos);
  CHECK(answer(withs + "RETURN a").find("2000 are the most") != std::string::npos);
  CHECK(answer("RETURN [" + std::string(50000, ',') + "]").find("at most 20000 words") !=
        std::string::npos);
}
