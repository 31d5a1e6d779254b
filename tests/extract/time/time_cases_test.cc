// tests/cases/time/*.case: sentences with every time in them in brackets, and what each means.
//
//   # a remark
//   published 2016-11-03          or: published -
//   Words with [one time] and [another]. = VALUE [MOD] [FROM..UNTIL] ; VALUE …
//
// What is expected is told as far as it is written: a value alone asks for nothing but the value.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/support/analysis.h"

using namespace nutgraf;

namespace {

struct TimeCase {
  std::string file;
  int line = 0;
  Report report;
  std::vector<std::string> expected;  // "[words] = value …"
};

std::string trimmed(const std::string& words) {
  const auto begin = words.find_first_not_of(' ');
  return begin == std::string::npos ? ""
                                    : words.substr(begin, words.find_last_not_of(' ') - begin + 1);
}

// Takes the brackets out of the text and pairs what stood in them with the values.
TimeCase parse_case(const std::string& line) {
  TimeCase out;
  const auto equals = line.rfind(" = ");
  std::string values = equals == std::string::npos ? "" : line.substr(equals + 3) + ";";
  std::string bracketed;
  bool inside = false;
  for (const char c : line.substr(0, equals)) {
    if (c == '[') {
      inside = true;
    } else if (c == ']') {
      inside = false;
      const auto end = std::min(values.find(';'), values.size());
      out.expected.push_back("[" + bracketed + "] = " + trimmed(values.substr(0, end)));
      values.erase(0, end + 1);
      bracketed.clear();
    } else {
      if (inside) bracketed += c;
      out.report.text += c;
    }
  }
  return out;
}

std::vector<TimeCase> read_cases() {
  std::vector<TimeCase> cases;
  std::vector<std::filesystem::path> files;
  const std::string folder = std::string(NUTGRAF_SOURCE_DIR) + "/tests/cases/time";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    std::ifstream in(file);
    std::optional<Day> published;
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (line.empty() || line.front() == '#') continue;
      if (line.starts_with("published ")) {
        published = parse_iso_day(line.substr(10));
        continue;
      }
      cases.push_back(parse_case(line));
      cases.back().file = file.filename();
      cases.back().line = number;
      cases.back().report.date = published;
    }
  }
  return cases;
}

// The time as the case writes it, with modifier and range where the case asks for them.
std::string told(const Analysed& analysed, const TimeExpression& time,
                 const std::string& expected) {
  std::string out = "[" + std::string(cut(analysed.report.text, time.span)) + "] = " + time.value;
  const auto day = [](const std::optional<Day>& d) { return d ? iso(*d) : std::string{}; };
  const std::string range = day(time.range.from) + ".." + day(time.range.until);
  const bool modified = std::any_of(
      expected.begin() + static_cast<long>(std::min(expected.find("] = ") + 4 + time.value.size(),
                                                    expected.size())),
      expected.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (modified) out += " " + time.mod;
  if (expected.find("..") != std::string::npos) out += " " + range;
  return out;
}

}  // namespace

TEST_CASE("times are read as the case files say", "[time]") {
  const std::vector<TimeCase> cases = read_cases();
  CHECK(cases.size() >= 150);
  for (const TimeCase& one : cases) {
    const auto analysed = analysis_of(one.report);
    std::vector<std::string> got;
    const auto& times = analysed->extraction.times;
    for (std::size_t at = 0; at < times.size(); ++at) {
      got.push_back(told(*analysed, times[at], at < one.expected.size() ? one.expected[at] : ""));
    }
    INFO(one.file << ":" << one.line << "\n  " << tagged(analysed->desk));
    CHECK(got == one.expected);
  }
}
