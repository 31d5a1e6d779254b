// The shell as people meet it: a test that types at a terminal.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/news.h"
#include "tests/support/terminal.h"

using nutgraf::testing::has;
using nutgraf::testing::ScratchFolder;
using nutgraf::testing::Terminal;
namespace keys = nutgraf::testing::keys;

namespace {

const std::string prompt = "nutgraf> ";

class News : public nutgraf::testing::NewsStore {
 public:
  std::vector<std::string> shell() const { return {"shell", "--store", store()}; }
};

// Types a statement; what appears behind it, up to the next prompt.
std::string answer(Terminal& terminal, const std::string& line) {
  terminal.enter(line);
  terminal.until(line.substr(line.rfind(' ') + 1));
  return terminal.until(prompt);
}

// Between the prompt and the first key the terminal itself takes control-C and control-D; that the
// shell reads keys it shows by completing a word, which is taken away again.
void wait_for_keys(Terminal& terminal) {
  terminal.type(std::string("evid") + keys::tab);
  terminal.until("ence");
  terminal.type(keys::control_u);
}

void leave(Terminal& terminal) {
  wait_for_keys(terminal);
  terminal.type(keys::control_d);
  terminal.end();
}

}  // namespace

TEST_CASE("a terminal is greeted, asked and left") {
  const News news;
  Terminal terminal(news.shell());
  const std::string greeting = terminal.until(prompt);
  CHECK(has(greeting, "1 report; :help lists what there is"));
  terminal.enter("RETURN 1 +");
  terminal.until("...> ");  // a query goes on to its ";"
  terminal.enter("41 AS answer;");
  CHECK(has(terminal.until(prompt), "42"));
  leave(terminal);
  CHECK(terminal.code() == 0);
}

TEST_CASE("Tab completes commands, options, labels and the names of the store") {
  const News news;
  Terminal terminal(news.shell());
  terminal.until(prompt);
  const auto completes = [&](const std::string& typed, const std::string& rest) {
    terminal.type(typed);
    terminal.until(typed);
    terminal.type(keys::tab);
    const bool found = has(terminal.until(rest), rest);
    terminal.type(keys::control_u);
    return found;
  };
  CHECK(completes("evid", "ence"));
  CHECK(completes(":max", "_rows"));
  CHECK(completes("who --und", "ated"));
  CHECK(completes("MATCH (p:Pers", "on"));
  CHECK(completes("show 'Omar K", "arim"));
  CHECK(completes("who --at Osl", "o"));
}

TEST_CASE("what was typed comes back, in this shell and the next") {
  const News news;
  ScratchFolder state;
  const std::vector<std::string> kept{"XDG_STATE_HOME=" + state.path()};
  {
    Terminal terminal(news.shell(), kept);
    terminal.until(prompt);
    CHECK(has(answer(terminal, "RETURN 6 * 7 AS answer;"), "42"));
    terminal.type(keys::up);
    CHECK(has(terminal.until("AS answer;"), "RETURN 6 * 7 AS answer;"));
    terminal.enter("");
    CHECK(has(terminal.until(prompt), "42"));
    terminal.enter(":quit");
    terminal.end();
    CHECK(terminal.code() == 0);
  }
  Terminal terminal(news.shell(), kept);
  terminal.until(prompt);
  terminal.type(keys::up);
  terminal.type(keys::up);
  CHECK(has(terminal.until("AS answer;"), "AS answer;"));
}

TEST_CASE("control-C drops the line, or ends a query and nothing more") {
  const News news;
  Terminal terminal(news.shell());
  terminal.until(prompt);
  wait_for_keys(terminal);
  terminal.type("RETURN (((");
  terminal.until("(((");
  terminal.interrupt();
  CHECK(has(terminal.until(prompt), "^C"));
  // Far more rows than anybody could wait for.
  wait_for_keys(terminal);
  terminal.enter("UNWIND range(1,9999999) AS a UNWIND range(1,9) AS b RETURN count(*);");
  terminal.until("count(*);");
  terminal.until("\n");
  terminal.interrupt();
  CHECK(has(terminal.until(prompt), "cancelled"));
  CHECK(has(answer(terminal, "RETURN 'still here' AS note;"), "still here"));
}

TEST_CASE("colours stand on a terminal, and not where NO_COLOR asks for none") {
  const News news;
  const auto page = [&](const std::vector<std::string>& variables) {
    Terminal terminal({"evidence", "Omar Karim", "--store", news.folder / "store"}, variables);
    const std::string out = terminal.end();
    CHECK(has(out, "Omar Karim"));
    return out;
  };
  CHECK(has(page({}), "\x1b["));
  CHECK_FALSE(has(page({"NO_COLOR=1"}), "\x1b["));
}

TEST_CASE("why marks the words that a tuple was read from") {
  const News news;
  const auto page = [&](const std::vector<std::string>& variables) {
    Terminal terminal({"why", "r1:32-35", "--store", news.folder / "store"}, variables);
    return terminal.end();
  };
  const std::string marked = page({});
  CHECK(has(marked, "the mayor of Mosul, \x1b["));
  CHECK(has(page({"NO_COLOR=1"}), "the mayor of Mosul, [met] President Jane Holt"));
}

TEST_CASE("letters of all scripts stand in line") {
  const News news;
  Terminal terminal(news.shell(), {"NO_COLOR=1"});
  terminal.until(prompt);
  answer(terminal, ":mode box");
  const std::string table =
      answer(terminal, "UNWIND ['Mosul', 'الموصل', '東京都', 'e\u0301'] AS n RETURN n, 1 AS x;");
  // Six columns for each name: ideographs take two, a combining mark none.
  CHECK(has(table, "│ Mosul  │ 1 │"));
  CHECK(has(table, "│ الموصل │ 1 │"));
  CHECK(has(table, "│ 東京都 │ 1 │"));
  CHECK(has(table, "│ e\u0301      │ 1 │"));
}

TEST_CASE("what does not fit the screen goes through the pager") {
  const News news;
  const std::string program = news.folder.write("pager.sh", "#!/bin/sh\necho PAGED\ncat\n");
  Terminal terminal(news.shell(), {"NUTGRAF_PAGER=sh " + program});
  terminal.until(prompt);
  CHECK_FALSE(has(answer(terminal, "UNWIND range(1, 9) AS n RETURN n;"), "PAGED"));
  const std::string paged = answer(terminal, "UNWIND range(1, 40) AS n RETURN n;");
  CHECK(has(paged, "PAGED"));
  CHECK(has(paged, "40"));
  answer(terminal, ":pager off");
  CHECK_FALSE(has(answer(terminal, "UNWIND range(1, 40) AS n RETURN n;"), "PAGED"));
}

TEST_CASE("an error in the rc file does not keep one from the shell") {
  const News news;
  const std::string rc = news.folder.write("rc", ":mode nothing\n");
  Terminal terminal(news.shell(), {"NUTGRAF_RC=" + rc});
  CHECK(has(terminal.until(prompt), "no mode nothing"));
  leave(terminal);
  CHECK(terminal.code() == 0);
}

TEST_CASE("review shows the sentences of a doubtful pair, asks, and keeps the answer") {
  const News news;
  const std::string raid = "Rebels attacked the town of Pell on ";
  const std::string more =
      ", said Omar Karim, the mayor. The rebels came from Keld with mortars and stormed the "
      "market.";
  const std::string first = news.folder.write("october-3.txt", raid + "October 3, 2016" + more);
  const std::string second = news.folder.write("october-21.txt", raid + "October 21, 2016" + more);
  Terminal ingest({"ingest", "--store", news.store(), first, second});
  ingest.end();
  REQUIRE(ingest.code() == 0);
  Terminal review({"review", "--store", news.store(), "--limit", "1"});
  const std::string question = review.until("[q]uit: ");
  CHECK(has(question, "1 of 1: are these the same?"));
  CHECK(has(question, "october-3"));
  CHECK(has(question, "october-21"));
  CHECK(has(question, "score"));
  review.enter("n");
  review.end();
  CHECK(review.code() == 0);
  Terminal log({"log", "--store", news.store()});
  CHECK(has(log.until("different"), "different"));
  log.end();
}
