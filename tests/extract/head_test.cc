// What the head of a text file tells, and where its text begins.
#include "extract/report/head.h"

#include <catch2/catch.hpp>

using nutgraf::read_head_day;
using nutgraf::read_headed_text;

namespace {

// "date | title | source | id | text" of a file, or the error with its line.
std::string told(std::string_view content) {
  const auto report = read_headed_text(content);
  if (!report) return std::to_string(report.error().line) + ": " + report.error().message;
  return (report->date ? iso(*report->date) : "-") + " | " + report->title + " | " +
         report->source + " | " + report->id + " | " + report->text;
}

std::string day(std::string_view words) {
  std::string_view rest;
  const auto found = read_head_day(words, &rest);
  return found ? iso(*found) + "|" + std::string(rest) : "none";
}

}  // namespace

TEST_CASE("days as machines write them") {
  CHECK(day("2016-11-03") == "2016-11-03|");
  CHECK(day(" 2016/11/03 Rest") == "2016-11-03| Rest");
  CHECK(day("2016-11-03T22:10:00Z") == "2016-11-03|");
  CHECK(day("2016-11-03T22:10:00.123+03:00 and") == "2016-11-03| and");
  CHECK(day("2016-11-03 22:10 GMT") == "2016-11-03|");
  CHECK(day("Thu, 03 Nov 2016 22:10:00 +0300") == "2016-11-03|");
  CHECK(day("3 November 2016") == "2016-11-03|");
  CHECK(day("Nov. 3, 2016") == "2016-11-03|");
  CHECK(day("2016-02-30") == "none");
  CHECK(day("2016-11-031") == "none");
  CHECK(day("Tuesday") == "none");
  CHECK(day("") == "none");
}

TEST_CASE("what stands behind the date is a title, or the text begins there") {
  CHECK(told(" date 2016-11-03 Jane Karim\n\nThe mayor left. She came back.\n") ==
        "2016-11-03 | Jane Karim |  |  | The mayor left. She came back.");
  CHECK(told("date 2016-11-03 PELL, Iraq — The mayor left\n\nShe came back.") ==
        "2016-11-03 |  |  |  | PELL, Iraq — The mayor left\n\nShe came back.");
  CHECK(told("date 2016-11-03 PELL (AP) -- The mayor left town\n\nShe came back.") ==
        "2016-11-03 |  |  |  | PELL (AP) -- The mayor left town\n\nShe came back.");
  CHECK(told("date 2016-11-03 The mayor left.\n\nShe came back.") ==
        "2016-11-03 |  |  |  | The mayor left.\n\nShe came back.");
  CHECK(told("date 2016-11-03 The mayor of Pell has\nleft the town\n\nShe came back.") ==
        "2016-11-03 |  |  |  | The mayor of Pell has\nleft the town\n\nShe came back.");
  CHECK(told("date 2016-11-03 The mayor left") == "2016-11-03 |  |  |  | The mayor left");
  CHECK(told("date 2016-11-03\nThe mayor left") == "2016-11-03 |  |  |  | The mayor left");
}

TEST_CASE("header lines, in any order, as long as they last") {
  CHECK(told("Title: Mayor leaves\nDate: 2016-11-03\nSource: Pell Post\nId: p1\n\nShe left.\n") ==
        "2016-11-03 | Mayor leaves | Pell Post | p1 | She left.");
  CHECK(told("date 2016-11-03\nTitle: Mayor leaves\n\nShe left.") ==
        "2016-11-03 | Mayor leaves |  |  | She left.");
  CHECK(told("She left.\nSource: Pell Post") == "- |  |  |  | She left.\nSource: Pell Post");
  CHECK(told("Date palms are felled in Pell.") == "- |  |  |  | Date palms are felled in Pell.");
  CHECK(told("Mayor leaves\n\nShe left.") == "- |  |  |  | Mayor leaves\n\nShe left.");
}

TEST_CASE("a head that cannot be read is told with its line") {
  CHECK(told("Title: Mayor leaves\nDate: yesterday\n\nShe left.") ==
        "2: expected a day such as 2016-11-03, found \"yesterday\"");
  CHECK(told("date 2016-13-03 She left.") ==
        "1: expected a day such as 2016-11-03, found \"2016-13-03 She left.\"");
  CHECK(told("Title: Mayor leaves\n\n") == "3: the report has no text");
}
