// Commands over a store, as a user runs them.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "store/store.h"
#include "tests/support/program.h"

using namespace nutgraf;
using nlohmann::json;
using nutgraf::testing::Ran;
using nutgraf::testing::run;
using nutgraf::testing::ScratchFolder;

namespace {

const std::map<std::string, std::string> texts{
    {"r1",
     "PELL, Iraq — Rebels attacked the town of Pell on Tuesday, killing two police officers, "
     "said the mayor, Omar Karim. “We will not leave,” Karim said."},
    {"r2",
     "Omar Karim, the mayor of Pell, met President Jane Holt in Oslo on Wednesday. Holt urged "
     "the rebels to leave Pell."},
    {"r3", "The army planned to attack Keld next week, Jane Holt said."}};

std::string line(const std::string& id, const std::string& text, const std::string& source) {
  return json{{"id", id}, {"text", text}, {"date", "2016-11-03"}, {"source", source}}.dump() + "\n";
}

// A folder with a store of the three reports.
class News {
 public:
  News() {
    folder.write("r1.jsonl", line("r1", texts.at("r1"), "Post"));
    folder.write("r23.jsonl",
                 line("r2", texts.at("r2"), "Wire") + line("r3", texts.at("r3"), "Wire"));
    ingested = ask({"ingest", folder / "r1.jsonl", folder / "r23.jsonl"});
  }

  Ran ask(std::vector<std::string> words, const std::string& input = {}) const {
    words.insert(words.end(), {"--store", folder / "store"});
    return run(words, input);
  }
  std::vector<json> rows(std::vector<std::string> words) const {
    words.insert(words.end(), {"--format", "jsonl"});
    const Ran ran = ask(std::move(words));
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    std::vector<json> out;
    std::istringstream lines(ran.out);
    for (std::string text; std::getline(lines, text);) out.push_back(json::parse(text));
    return out;
  }
  bool has(std::vector<std::string> words, const std::string& name) const {
    for (const json& row : rows(std::move(words))) {
      if (row["name"] == name) return true;
    }
    return false;
  }

  ScratchFolder folder;
  Ran ingested;
};

}  // namespace

TEST_CASE("ingest makes the store, skips what is there, refuses what came back changed") {
  const News news;
  CHECK(news.ingested.code == 0);
  CHECK(news.ingested.err == "a new store: " + (news.folder / "store") + "\n3 added\n");
  CHECK(news.ingested.out.empty());
  CHECK(news.ask({"reports"}).out ==
        "report\tdate\tsource\ttitle\n"
        "r1\t2016-11-03\tPost\t\n"
        "r2\t2016-11-03\tWire\t\n"
        "r3\t2016-11-03\tWire\t\n");

  const Ran again = news.ask({"ingest", news.folder / "r1.jsonl"});
  CHECK(again.code == 0);
  CHECK(again.err == "0 added, 1 already there\n");

  const std::string changed =
      line("r1", "Nothing happened.", "Post") + line("r4", "Rebels left Keld.", "Post") + "{\n";
  const Ran refused = news.ask({"ingest", "-"}, changed);
  CHECK(refused.code == 3);
  CHECK(refused.err.find("nutgraf: refused r1: ") != std::string::npos);
  CHECK(refused.err.find("nutgraf: refused -:3:") != std::string::npos);
  CHECK(refused.err.find("1 added, 2 refused\n") != std::string::npos);

  const Ran replaced = news.ask({"ingest", "--replace", "-"}, changed);
  CHECK(replaced.err.find("0 added, 1 replaced, 1 already there, 1 refused\n") !=
        std::string::npos);
}

TEST_CASE("who, what, where and when answer with the filters of the contract") {
  const News news;
  CHECK(news.has({"who"}, "Omar Karim"));
  CHECK(news.has({"who", "--at", "Oslo"}, "Omar Karim"));
  CHECK(news.has({"where"}, "Oslo"));
  const auto met = news.rows({"what", "--did", "meet"});
  REQUIRE(met.size() == 1);
  CHECK(met[0]["from"] == "2016-11-02");
  CHECK(met[0]["until"] == "2016-11-03");
  CHECK(met[0]["reports"] == 1);
  CHECK(met[0]["modality"] == "actual");
  CHECK(news.rows({"what", "--did", "meet", "--when", "2016-11-03"}).empty());
  CHECK(news.rows({"what", "--did", "meet", "--when", "2016-10.."}).size() == 1);
  CHECK_FALSE(news.rows({"when"}).empty());
  // What was planned shows only when it is asked for.
  const auto planned = news.rows({"what", "--did", "attack", "--modality", "planned"});
  REQUIRE(planned.size() == 1);
  CHECK(planned[0]["modality"] == "planned");
}

TEST_CASE("names that are unknown or unclear are answered") {
  const News news;
  const Ran unknown = news.ask({"show", "Omar Krim"});
  CHECK(unknown.code == 1);
  CHECK(unknown.err == "nutgraf: nothing is called \"Omar Krim\"; did you mean Omar Karim?\n");
  const Ran id = news.ask({"show", "per:00000000000000000000000000"});
  CHECK(id.code == 1);
  const Ran dates = news.ask({"who", "--when", "soon"});
  CHECK(dates.code == 2);
  CHECK(dates.err.find("nutgraf: --when: ") == 0);
  CHECK(news.ask({"show"}).code == 2);
  // Actors that no report names are found by the words reports use.
  const Ran unnamed = news.ask({"evidence", "police officers"});
  const Ran counted = news.ask({"evidence", "Two police officers"});
  CHECK((unnamed.code == 0 || counted.code == 0));
}

TEST_CASE("evidence and mentions count code points of the very text") {
  const News news;
  const auto evidence = news.rows({"evidence", "Omar Karim"});
  REQUIRE_FALSE(evidence.empty());
  std::istringstream lines(news.ask({"export", "--format", "mentions"}).out);
  for (std::string text; std::getline(lines, text);) {
    const json row = json::parse(text);
    CHECK(row.contains("node"));
    CHECK(row["begin"] < row["end"]);
  }
  bool first_report = false;
  for (const json& row : evidence) {
    if (row["report"] != "r1") continue;
    first_report = true;
    // Every letter of r1 but dash and quotation marks is one byte: two more for each before it.
    const std::string text = texts.at("r1");
    const auto begin = row["begin"].get<std::size_t>();
    const auto quote = row["quote"].get<std::string>();
    CHECK(text.find(quote) != std::string::npos);
    if (begin == 105) CHECK(text.substr(begin + 2, 5) == "Karim");
  }
  CHECK(first_report);
}

TEST_CASE("a report that is taken back leaves the store as if it had never come") {
  const News news;
  const std::string store = news.folder / "other";
  REQUIRE(run({"ingest", news.folder / "r23.jsonl", "--store", store}).code == 0);
  const Ran dry = news.ask({"retract", "r1", "--dry-run"});
  CHECK(dry.code == 0);
  CHECK(dry.out.find("Omar Karim") != std::string::npos);
  const Ran back = news.ask({"retract", "r1"});
  CHECK(back.code == 0);
  CHECK(news.ask({"dump", "--digest"}).out == run({"dump", "--digest", "--store", store}).out);
  CHECK(news.ask({"dump"}).out == run({"dump", "--store", store}).out);
  CHECK(news.ask({"retract", "r1"}).code == 1);
}

TEST_CASE("dump, load, verify, backup, compact, stats") {
  const News news;
  const Ran dump = news.ask({"dump"});
  REQUIRE(dump.code == 0);
  const std::string copy = news.folder / "copy";
  CHECK(run({"load", "-", "--store", copy}, dump.out).code == 0);
  CHECK(run({"dump", "--store", copy}).out == dump.out);
  const Ran verified = news.ask({"verify", "--deep"});
  CHECK(verified.code == 0);
  CHECK(verified.out.find(" rows are as they should be\n") != std::string::npos);
  const std::string backup = news.folder / "backup";
  CHECK(news.ask({"backup", backup}).code == 0);
  CHECK(run({"dump", "--store", backup}).out == dump.out);
  CHECK(news.ask({"compact"}).code == 0);
  CHECK(news.ask({"stats"}).out.find("reports\t3\n") != std::string::npos);
}

TEST_CASE("a store that is missing or locked is told, with the contract's exit codes") {
  const ScratchFolder empty;
  const Ran none = run({"who"}, {}, empty.path());
  CHECK(none.code == 1);
  CHECK(none.err.find("nutgraf: no store: ") == 0);
  CHECK(run({"who", "--store", empty / "nothing"}).code == 1);

  const News news;
  auto held = Store::open(news.folder / "store", Access::write, 0);
  REQUIRE(held);
  const Ran locked = news.ask({"ingest", news.folder / "r1.jsonl", "--wait", "0"});
  CHECK(locked.code == 4);
  CHECK(news.ask({"who"}).code == 0);  // readers do not wait
}

TEST_CASE("a question in words is told as the command it was read as") {
  const News news;
  const Ran ran = news.ask({"ask", "Who met in Oslo in November 2016?"});
  CHECK(ran.code == 0);
  CHECK(ran.err.find("read as: nutgraf who --did meet --at Oslo --when 2016-11-01..2016-11-30\n") ==
        0);
  CHECK(ran.out.find("Omar Karim") != std::string::npos);
  CHECK(news.ask({"ask", "Oslo?"}).code == 0);  // a name alone is shown
  const Ran no = news.ask({"ask", "Hello there?"});
  CHECK(no.code == 2);
}

TEST_CASE("the shell takes commands from a pipe and keeps the store open") {
  const News news;
  const Ran ran = news.ask({"shell"},
                           "reports --source Post\n"
                           "# a comment\n"
                           "retract r1\n"
                           "reports\n"
                           "wo\n"
                           "quit\n"
                           "reports\n");
  CHECK(ran.out ==
        "report\tdate\tsource\ttitle\n"
        "r1\t2016-11-03\tPost\t\n"
        "report\tdate\tsource\ttitle\n"
        "r2\t2016-11-03\tWire\t\n"
        "r3\t2016-11-03\tWire\t\n");
  CHECK(ran.err.find("unknown command wo; did you mean who") != std::string::npos);
  CHECK(ran.code == 2);
}

TEST_CASE("decisions are recorded, shown and taken back") {
  const News news;
  const std::string before = news.ask({"dump", "--digest"}).out;
  const Ran same =
      news.ask({"same", "Omar Karim", "Jane Holt", "--author", "ana", "--reason", "test"});
  CHECK(same.code == 0);
  CHECK(news.ask({"dump", "--digest"}).out != before);
  const auto log = news.rows({"log"});
  REQUIRE(log.size() == 1);
  CHECK(log[0]["verb"] == "same");
  CHECK(log[0]["author"] == "ana");
  CHECK(log[0]["one"] == "Omar Karim");
  CHECK(news.ask({"undo", "1"}).code == 0);
  CHECK(news.ask({"dump", "--digest"}).out == before);
  CHECK(news.ask({"undo", "x"}).code == 2);
}

// tests/exports/ reads every format back; here only that the command answers.
TEST_CASE("an export goes to standard output, or whole to a file") {
  const News news;
  const std::string file = news.folder / "graph.graphml";
  REQUIRE(news.ask({"export", "-o", file}).code == 0);
  std::ifstream in(file);
  const std::string written{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  CHECK(written.find("</graphml>\n") != std::string::npos);
  CHECK(news.ask({"export", "--format", "graphml"}).out == written);
  CHECK(news.ask({"export", "--format", "events"}).out.find("Omar Karim") != std::string::npos);
  CHECK(news.ask({"export", "-o", news.folder / "no/such/folder.gexf"}).code == 1);
}

TEST_CASE("show and why say something of a node") {
  const News news;
  const Ran page = news.ask({"show", "Omar Karim"});
  CHECK(page.out.find("Omar Karim  (person, per:") == 0);
  CHECK(page.out.find("told by   2 reports") != std::string::npos);
  const Ran report = news.ask({"show", "r2"});
  CHECK(report.out.find("[Omar Karim]") != std::string::npos);
  CHECK(json::parse(news.ask({"show", "r2", "--format", "json"}).out)["text"] == texts.at("r2"));
  CHECK(json::parse(news.ask({"show", "Oslo", "--format", "json"}).out)["kind"] == "place");
  CHECK(news.ask({"why", "Omar Karim"}).out.find("stage\tdecision") == 0);
}

TEST_CASE("near, path and top walk the graph") {
  const News news;
  CHECK(news.has({"near", "Omar Karim"}, "Jane Holt"));
  CHECK(news.rows({"path", "Omar Karim", "Oslo"}).size() == 3);
  CHECK_FALSE(news.rows({"top", "actors"}).empty());
  CHECK_FALSE(news.rows({"top", "pairs"}).empty());
  CHECK(news.ask({"top", "people"}).code == 2);
}

TEST_CASE("review tells what a rule would make one and what keeps it apart, and asks nobody") {
  News news;
  const std::string raid = "Rebels attacked the town of Pell on ";
  const std::string more =
      ", said Omar Karim, the mayor. The rebels came from Keld with mortars and stormed the "
      "market.";
  const std::string first = line("r4", raid + "October 3" + more, "Post");
  const std::string second = line("r5", raid + "October 21" + more, "Wire");
  REQUIRE(news.ask({"ingest", news.folder.write("more.jsonl", first + second)}).code == 0);
  const std::vector<json> rows = news.rows({"review"});
  REQUIRE_FALSE(rows.empty());
  bool apart_by_day = false;
  for (const json& row : rows) {
    const std::string rule = row["rule"];
    apart_by_day = apart_by_day || rule.find("on another day") != std::string::npos;
    CHECK(row["one_node"] != row["other_node"]);
  }
  CHECK(apart_by_day);
  CHECK(news.rows({"review", "--limit", "1"}).size() == 1);
}
