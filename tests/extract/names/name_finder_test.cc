#include "extract/names/name_finder.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extract/lexicon/list_file.h"
#include "tests/support/analysis.h"
#include "tests/support/marked_text.h"

namespace nutgraf {
namespace {

// The text with its mentions marked as the cases mark them.
std::string marked(const std::string& text, const Extraction& out, Form form) {
  std::string shown;
  std::size_t at = 0;
  for (const Mention& mention : out.mentions) {
    if (mention.form != form || mention.span.begin < at) continue;
    shown += text.substr(at, mention.span.begin - at);
    shown += "[" + std::string(cut(text, mention.span)) + "=" +
             std::string(to_string(mention.kind)) + "]";
    at = mention.span.end;
  }
  return shown + text.substr(at);
}

std::string remarked(const MarkedText& read) {
  std::string shown;
  std::size_t at = 0;
  for (const Mark& mark : read.marks) {
    shown += read.text.substr(at, mark.span.begin - at);
    shown += "[" + std::string(cut(read.text, mark.span)) + "=" + mark.label + "]";
    at = mark.span.end;
  }
  return shown + read.text.substr(at);
}

// Whole pages of newswire, each closed by a line "---".
std::vector<std::string> case_pages(const std::string& file) {
  std::vector<std::string> pages(1);
  for (const std::string& line : case_lines(file)) {
    if (line == "---") {
      pages.emplace_back();
    } else {
      pages.back() += line + "\n";
    }
  }
  pages.pop_back();
  return pages;
}

void check_cases(const std::string& file, Form form) {
  for (const std::string& line : case_lines(file)) {
    const MarkedText read = read_marks(line);
    const auto analysed = analysis_of(read.text);
    CHECK(marked(read.text, analysed->extraction, form) == remarked(read));
  }
}

}  // namespace

TEST_CASE("names of persons, groups and places", "[names]") {
  check_cases("names/persons.case", Form::name);
  check_cases("names/groups.case", Form::name);
  check_cases("names/places.case", Form::name);
}

TEST_CASE("pages of newswire: tables of sport, line-ups, markets, datelines in capitals",
          "[names]") {
  for (const std::string& page : case_pages("names/newswire.case")) {
    const MarkedText read = read_marks(page);
    const auto analysed = analysis_of(read.text);
    CHECK(marked(read.text, analysed->extraction, Form::name) == remarked(read));
  }
}

TEST_CASE("unnamed actors and described places", "[names]") {
  check_cases("names/nominals.case", Form::nominal);
}

TEST_CASE("pronouns that refer to somebody", "[names]") {
  check_cases("names/pronouns.case", Form::pronoun);
}

TEST_CASE("every sign of a name's kind has an example that comes out", "[names]") {
  const std::string path = std::string(NUTGRAF_SOURCE_DIR) + "/data/lexicon/en/name-evidence.txt";
  const auto rows = read_list(path, 7, 7);
  REQUIRE(rows);
  for (const ListRow& row : *rows) {
    CAPTURE(row.cells[0], row.cells[5]);
    const MarkedText read = read_marks(row.cells[5]);
    REQUIRE(read.marks.size() == 1);
    const auto analysed = analysis_of(read.text);
    std::string came = "none";
    for (const Mention& mention : analysed->extraction.mentions) {
      if (mention.form != Form::name || mention.span != read.marks.front().span) continue;
      came = to_string(mention.kind);
    }
    CHECK(came == row.cells[6]);
  }
}

TEST_CASE("how many an unnamed actor is, with its bound", "[names]") {
  const auto analysed = analysis_of("At least 30 rebels and two police officers died.");
  std::vector<Count> counts;
  for (const Mention& mention : analysed->extraction.mentions) {
    if (mention.number) counts.push_back(*mention.number);
  }
  REQUIRE(counts.size() == 2);
  CHECK(counts[0] == Count{30, std::nullopt});
  CHECK(counts[1] == Count{2, 2});
}

TEST_CASE("the words of a mention are the words of its tokens", "[names]") {
  const auto analysed = analysis_of("Gen. Omar al-Karim met 20 Norwegian officers in Oslo.");
  for (const Mention& mention : analysed->extraction.mentions) {
    CHECK(cut(analysed->report.text, mention.span) == analysed->desk.words(mention.tokens));
    CHECK(mention.span.contains(mention.head));
    CHECK(mention.entity < analysed->extraction.entities.size());
    CHECK_FALSE(mention.rule.empty());
  }
}

}  // namespace nutgraf
