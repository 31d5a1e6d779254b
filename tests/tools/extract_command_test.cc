// `nutgraf extract` as a user runs it.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/support/program.h"

using nutgraf::testing::run;
using nutgraf::testing::ScratchFolder;

TEST_CASE("unknown words are answered with the nearest known ones") {
  const auto command = run({"exract"});
  CHECK(command.code == 2);
  CHECK(command.err ==
        "nutgraf: unknown command exract; did you mean extract or retract?\n"
        "nutgraf --help lists the commands\n");
  const auto option = run({"extract", "--ofsets", "utf8"});
  CHECK(option.code == 2);
  CHECK(option.err ==
        "nutgraf extract: unknown option --ofsets; did you mean --offsets?\n"
        "usage: nutgraf extract [PATH…]    (nutgraf extract --help tells more)\n");
  const auto choice = run({"extract", "--offsets", "bytes"});
  CHECK(choice.code == 2);
  CHECK(choice.err ==
        "nutgraf extract: --offsets: expected one of codepoints, utf8, utf16, found \"bytes\"\n"
        "usage: nutgraf extract [PATH…]    (nutgraf extract --help tells more)\n");
}

TEST_CASE("a line that is no report is refused with its place, the others go in") {
  const auto ran = run({"extract"},
                       "{\"id\": \"a\", \"text\": \"Rebels shelled Arvo.\"}\n"
                       "{\"id\": \"b\", \"text\": \"Rebels sh\n"
                       "\n"
                       "[1]\n"
                       "{\"id\": \"c\"}\n"
                       "{\"id\": \"d\", \"text\": \"Quiet.\", \"date\": \"2016-02-30\"}\n"
                       "{\"id\": \"e\", \"text\": \"Quiet.\", \"date\": null, \"x\": [{}]}\n");
  CHECK(ran.code == 3);
  CHECK(ran.err ==
        "nutgraf: refused -:2:31: not JSON: syntax error while parsing value - invalid string: "
        "missing closing quote\n"
        "  {\"id\": \"b\", \"text\": \"Rebels sh\n"
        "                                ^\n"
        "nutgraf: refused -:4: expected an object, found a list\n"
        "  [1]\n"
        "nutgraf: refused -:5: the report has no text\n"
        "  {\"id\": \"c\"}\n"
        "nutgraf: refused -:6: field \"date\": expected a day such as 2016-11-03, found "
        "\"2016-02-30\"\n"
        "  {\"id\": \"d\", \"text\": \"Quiet.\", \"date\": \"2016-02-30\"}\n");
  std::istringstream lines(ran.out);
  std::string line;
  REQUIRE(std::getline(lines, line));
  CHECK(nlohmann::json::parse(line)["id"] == "a");
  REQUIRE(std::getline(lines, line));
  CHECK(nlohmann::json::parse(line)["id"] == "e");
  CHECK(nlohmann::json::parse(line)["date"].is_null());
  CHECK_FALSE(std::getline(lines, line));
}

TEST_CASE("reports come out in the order in which they went in, whatever the threads") {
  std::string input;
  for (int i = 0; i < 200; ++i) {
    input += "{\"id\": \"r" + std::to_string(i) + "\", \"text\": \"Rebels shelled Arvo.\"}\n";
  }
  const auto one = run({"extract", "--jobs", "1"}, input);
  const auto many = run({"extract", "--jobs", "7"}, input);
  CHECK(one.code == 0);
  CHECK(one.out == many.out);
}

TEST_CASE("a table with tokens shows what the engine saw") {
  const auto ran = run({"extract", "--tokens", "--format", "table"},
                       "{\"id\": \"a\", \"text\": \"Osk ordered troops to leave.\"}\n");
  CHECK(ran.code == 0);
  const std::size_t sentence = ran.out.find("Osk ordered troops to leave.\n");
  REQUIRE(sentence != std::string::npos);
  CHECK(ran.out.substr(sentence) ==
        "Osk ordered troops to leave.\n"
        "   word     tag  lemma  group  clause      relation     of\n"
        "0  Osk      NNP  osk    n1*                subject      ordered\n"
        "1  ordered  VBD  order  v1*    main        root\n"
        "2  troops   NNS  troop  n2*                object       ordered\n"
        "3  to       TO   to     v2                 marker       leave\n"
        "4  leave    VB   leave  v2*    infinitive  complement   ordered\n"
        "5  .        .    .                         punctuation  ordered\n"
        "also: subject(leave, troops)\n"
        "\n");
}
