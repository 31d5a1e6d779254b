// The examples in data/rules/en/time.txt, each as the program reads it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "extract/time/rule_file.h"
#include "tests/support/analysis.h"

using namespace nutgraf;

namespace {

std::string printed(const Analysed& analysed) {
  std::string out;
  for (const TimeExpression& time : analysed.extraction.times) {
    out += "\n  [" + std::string(cut(analysed.report.text, time.span)) + "] = " + time.value +
           "  " + time.rule;
  }
  return out.empty() ? "\n  no time at all" : out;
}

bool reads(const Analysed& analysed, const TimeRule& rule, const TimeExample& example) {
  const auto& times = analysed.extraction.times;
  if (example.begin == example.end) {
    return std::none_of(times.begin(), times.end(), [&](const TimeExpression& time) {
      return time.rule == "time/" + rule.name || rule.meaning == Meaning::nothing;
    });
  }
  return std::any_of(times.begin(), times.end(), [&](const TimeExpression& time) {
    return time.span.begin == example.begin && time.span.end == example.end &&
           time.value == example.value;
  });
}

// What is wrong with a rule file of these lines; "" when nothing is.
std::string error_of(const std::string& lines) {
  const auto path = std::filesystem::temp_directory_path() / "nutgraf_time_rule.txt";
  std::ofstream(path) << lines;
  const auto rules = read_time_rules(path.string());
  std::filesystem::remove(path);
  if (rules) return {};
  Error error = rules.error();
  error.file = "time.txt";
  return error.text();
}

}  // namespace

TEST_CASE("every example of the rules of time is read as it says", "[time]") {
  const auto rules = read_time_rules(std::string(NUTGRAF_SOURCE_DIR) + "/data/rules/en/time.txt");
  if (!rules) FAIL(rules.error().text());
  for (const TimeRule& rule : *rules) {
    for (const TimeExample& example : rule.examples) {
      Report report;
      report.text = example.text;
      report.date = example.published;
      const auto analysed = analysis_of(report);
      INFO("time.txt:" << example.line << ": rule " << rule.name << "\n  " << example.text << "\n  "
                       << tagged(analysed->desk) << "\n read as:" << printed(*analysed));
      CHECK(reads(*analysed, rule, example));
    }
  }
}

TEST_CASE("a wrong line of a rule file is told with its place", "[time]") {
  CHECK(error_of("rule x\n  match MONHT DAY\n  means calendar\n")
            .starts_with("time.txt:2:9: no such class of words: MONHT\n"));
  CHECK(error_of("rule x\n  match (MONTH DAY\n  means calendar\n")
            .starts_with("time.txt:2:19: expected \")\"\n"));
  CHECK(error_of("match MONTH\n").starts_with("time.txt:1:7: expected \"rule NAME\" first\n"));
  CHECK(error_of("rule x\n  match MONTH\n  means calender\n")
            .starts_with("time.txt:3:9: no such meaning: calender\n"));
  CHECK(error_of("rule x\n  match MONTH\n  means calendar\n  yes It fell in May.\n")
            .starts_with("time.txt:4:7: expected: yes WORDS [EXPRESSION] WORDS = VALUE\n"));
  CHECK(error_of("rule x\n  means calendar\nrule y\n")
            .starts_with("time.txt:3:6: the rule before has no match line\n"));
  CHECK(error_of("rule x\n  match MONTH\n  means calendar\n").empty());
}
