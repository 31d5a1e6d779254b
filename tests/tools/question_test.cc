// Questions in words and the commands that they are read as: tests/cases/questions/*.case.
//
//   known place Mosul        names that the graph has, before the first question
//   published 2016-11-03     the day that "last June" is counted from
//   who acted in Mosul       a question
//   = who --at Mosul         the command it is read as
//   ! odd; words => nearest  it is not understood: the words without a place, the nearest question
#include "tools/question.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>

#include "extract/lexicon/data_file.h"
#include "extract/text/fold.h"
#include "tests/support/analysis.h"
#include "tools/words.h"

using namespace nutgraf;

namespace {

namespace fs = std::filesystem;

class Questions {
 public:
  explicit Questions(const QuestionWords& words) : words_(words) {}

  void know(const std::string& line) {
    const std::size_t space = line.find(' ');
    known_[fold_name(line.substr(space + 1))] = parse_node_kind(line.substr(0, space)).value();
  }
  void publish(const std::string& day) { date_ = parse_iso_day(day); }

  std::string answer(const std::string& question) const {
    Report report;
    report.id = "question";
    report.text = question;
    report.date = date_;
    const auto asked = analysis_of(std::move(report));
    const QuestionReading reading =
        read_question(asked->desk, asked->extraction, words_, [this](std::string_view words) {
          const auto found = known_.find(fold_name(words));
          return found == known_.end() ? std::nullopt : std::optional(found->second);
        });
    if (!reading.command.empty()) return "= " + typed(reading.command);
    std::string out = "!";
    for (const std::string& word : reading.odd) {
      out += (&word == &reading.odd.front() ? " " : "; ") + word;
    }
    return out + " => " + reading.nearest;
  }

 private:
  const QuestionWords& words_;
  std::map<std::string, NodeKind> known_;
  std::optional<Day> date_;
};

}  // namespace

TEST_CASE("questions are read as the commands of tests/cases/questions") {
  const auto data = DataFile::open(NUTGRAF_DATA_FILE);
  REQUIRE(data);
  const auto words = QuestionWords::open(*data);
  REQUIRE(words);
  std::size_t asked = 0;
  for (const auto& file :
       fs::directory_iterator(fs::path(NUTGRAF_SOURCE_DIR) / "tests/cases/questions")) {
    Questions questions(*words);
    std::ifstream in(file.path());
    std::string question;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (line.empty() || line.front() == '#') continue;
      if (line.rfind("known ", 0) == 0) {
        questions.know(line.substr(6));
      } else if (line.rfind("published ", 0) == 0) {
        questions.publish(line.substr(10));
      } else if (line.front() != '=' && line.front() != '!') {
        question = line;
      } else {
        ++asked;
        INFO(file.path().filename().string() << ':' << number << ": " << question);
        CHECK(questions.answer(question) == line);
      }
    }
  }
  CHECK(asked >= 150);
}
