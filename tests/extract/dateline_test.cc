#include "extract/text/dateline.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/analysis.h"

using nutgraf::Analysis;
using nutgraf::analysis_of;
using nutgraf::Sentence;
using nutgraf::SentenceKind;

namespace {

// "place | day | what follows" of the first dateline; "none".
std::string dateline_of(const std::string& text) {
  const auto done = analysis_of(text);
  const Analysis& desk = done->desk;
  for (const Sentence& sentence : desk.sentences) {
    const auto& line = sentence.dateline;
    if (line.tokens.empty()) continue;
    const std::string rest(desk.words({line.tokens.end, sentence.tokens.end}));
    return std::string(desk.words(line.place)) + " | " + std::string(desk.words(line.day)) + " | " +
           rest;
  }
  return "none";
}

struct Row {
  const char* text;
  const char* dateline;
};

}  // namespace

TEST_CASE("a dateline tells place and day before the words of a report") {
  const std::vector<Row> rows{
      {"OSLO (Reuters) - Workers struck.", "OSLO |  | Workers struck."},
      {"TIKRIT, Iraq (AP) _ Workers struck.", "TIKRIT, Iraq |  | Workers struck."},
      {"TIKRIT, Iraq, March 4 (AP) -- Workers struck.", "TIKRIT, Iraq | March 4 | Workers struck."},
      {"LIMA, 14 FEB 89 (RED ANDINA) -- [TEXT] WORKERS STRUCK.",
       "LIMA | 14 FEB 89 | WORKERS STRUCK."},
      {"LIMA (PERU), 14 Feb 89 (Red Andina) -- [Report] [Text] Workers struck.",
       "LIMA (PERU) | 14 Feb 89 | Workers struck."},
      {"SAN MARCO, 14 Feb 90 -- Workers struck.", "SAN MARCO | 14 Feb 90 | Workers struck."},
      {"Nairobi, 4 March – Workers struck.", "Nairobi | 4 March | Workers struck."},
      {"NAIROBI — “We struck”, workers said.", "NAIROBI |  | “We struck”, workers said."},
      {"Port Vila, Vanuatu — Workers struck.", "Port Vila, Vanuatu |  | Workers struck."},
      {"Nairobi (AFP) – Workers struck.", "Nairobi |  | Workers struck."},
      {"May 4 (Reuters) - Workers struck.", " | May 4 | Workers struck."},
      {"BONN, Friday (Reuters) - Workers struck.", "BONN | Friday | Workers struck."},
      {"By Ann Moe NAIROBI — Workers struck.", "NAIROBI |  | Workers struck."},
      {"Photo NAIROBI, Kenya -- Workers struck.", "NAIROBI, Kenya |  | Workers struck."},
      {"RIO DE JANEIRO — Workers struck.", "RIO DE JANEIRO |  | Workers struck."},
      {"MULTAN: Workers struck at two mills.", "MULTAN |  | Workers struck at two mills."},
      {"BERGEN 1997-03-04 Workers struck.", "BERGEN | 1997-03-04 | "},
      {"BERGEN, Norway 1997-03-04\nWorkers struck.", "BERGEN, Norway | 1997-03-04 | "},
      {"Workers strike\nMarch 4, 2014\n\nThey struck.", " | March 4, 2014 | "},
  };
  for (const Row& row : rows) CHECK(dateline_of(row.text) == row.dateline);
}

TEST_CASE("what only looks like a dateline is none") {
  for (const char* text : {
           "Norsk — the largest maker — said it sold ten jets.",
           "The FBI - under its new head - opened the case.",
           "March 4 - The court opens the case.",
           "Karim met the mayor - Ann Moe - in Bonn.",
           "KARIM: We are ready.\n\nMOE: So are we.",
           "ALL MINES SHUT - WORKERS STRIKE",
           "ICE HOCKEY RESULTS MARCH 4",
           "Officials in Bonn (AP) - who left - came back.",
       }) {
    CHECK(dateline_of(text) == "none");
  }
}

TEST_CASE("a line of nothing but a dateline is of that kind") {
  const auto done = analysis_of("Workers strike\n\nBERGEN, Norway (AP) —\n\nThey struck in Bonn.");
  REQUIRE(done->desk.sentences.size() == 3);
  CHECK(done->desk.sentences[1].kind == SentenceKind::dateline);
  CHECK(done->desk.in_dateline(done->desk.sentences[1].tokens.begin));
  CHECK_FALSE(done->desk.in_dateline(done->desk.sentences[2].tokens.begin));
}
