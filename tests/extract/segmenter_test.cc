#include "extract/text/segmenter.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/analysis.h"

using nutgraf::Analysis;
using nutgraf::analysis_of;
using nutgraf::cut;
using nutgraf::Sentence;
using nutgraf::SentenceKind;
using nutgraf::Token;

namespace {

// The tokens with one space between them.
std::string tokens_of(const std::string& text) {
  const auto done = analysis_of(text);
  std::string out;
  for (const Token& token : done->desk.tokens) {
    if (!out.empty()) out += ' ';
    out += cut(done->desk.text(), token.span);
  }
  return out;
}

std::vector<std::string> sentences_of(const std::string& text) {
  const auto done = analysis_of(text);
  std::vector<std::string> out;
  for (const Sentence& sentence : done->desk.sentences) {
    out.emplace_back(cut(done->desk.text(), sentence.span));
  }
  return out;
}

void check_desk(const Analysis& desk) {
  std::uint32_t at = 0;
  for (const Token& token : desk.tokens) {
    REQUIRE(token.span.begin >= at);
    REQUIRE(token.span.begin < token.span.end);
    REQUIRE(token.sentence < desk.sentences.size());
    REQUIRE(desk.sentences[token.sentence].span.contains(token.span));
    at = token.span.end;
  }
  REQUIRE(at <= desk.text().size());
  std::uint32_t next = 0;
  for (const Sentence& sentence : desk.sentences) {
    REQUIRE(sentence.tokens.begin == next);
    REQUIRE(sentence.tokens.begin < sentence.tokens.end);
    next = sentence.tokens.end;
  }
  REQUIRE(next == desk.tokens.size());
}

}  // namespace

TEST_CASE("words are cut as UD English cuts them") {
  struct Row {
    const char* text;
    const char* tokens;
  };
  const auto row = GENERATE(values<Row>({
      {"They can't stay; they cannot go.", "They ca n't stay ; they can not go ."},
      {"The soldiers' base, the army's and the U.S.'s",
       "The soldiers ' base , the army 's and the U.S. 's"},
      {"It’s I’d they’re don’t",
       "It ’s I ’"
       "d they ’re do n’t"},
      {"the U.S.-led coalition", "the U.S. - led coalition"},
      {"pro-government, anti-war, a 15-year-old boy",
       "pro-government , anti-war , a 15 - year - old boy"},
      {"Brig. Gen. Ali Hassan of Acme Inc. paid $5 million",
       "Brig. Gen. Ali Hassan of Acme Inc. paid $ 5 million"},
      {"US$5,000.50 or 3.5% at 10:30 a.m. or 5pm", "US$ 5,000.50 or 3.5 % at 10:30 a.m. or 5 pm"},
      {"10km north, on 3/4/2016, in the 1990s", "10 km north , on 3/4/2016 , in the 1990s"},
      {"see http://example.org/a?b=1, or mail desk@example.org.",
       "see http://example.org/a?b=1 , or mail desk@example.org ."},
      {"example.com said #peace @desk", "example.com said #peace @desk"},
      {"Wait... what?! No -- yes—never", "Wait ... what ?! No -- yes — never"},
      {"“Go,” he said", "“ Go , ” he said"},
      {"AT&T and R&D", "AT&T and R&D"},
      {"the '90s, o'clock, O'Neill, Sana'a", "the '90s , o'clock , O'Neill , Sana'a"},
      {"five men", "five men"},
      {"call 212-555-0100 or 555-0100", "call 212-555-0100 or 555-0100"},
      {"1990–"
       "95",
       "1990 – 95"},
  }));
  CHECK(tokens_of(row.text) == row.tokens);
}

TEST_CASE("sentences end where they should") {
  using Sentences = std::vector<std::string>;
  struct Row {
    const char* text;
    Sentences sentences;
  };
  const auto row = GENERATE(values<Row>({
      {"Troops left. They went home.", {"Troops left.", "They went home."}},
      {"Mr. Smith met Gen. J. K. Brown in Nov. 2016.",
       {"Mr. Smith met Gen. J. K. Brown in Nov. 2016."}},
      {"He left the U.S. The war went on.", {"He left the U.S.", "The war went on."}},
      {"He left the U.S. Army in May.", {"He left the U.S. Army in May."}},
      {"\"Go!\" he said. \"Now.\" They went.", {"\"Go!\" he said.", "\"Now.\"", "They went."}},
      {"Is it true? It is (we hope.) All left.", {"Is it true?", "It is (we hope.)", "All left."}},
      {"He died in 1990. [4] His son fled.", {"He died in 1990. [4]", "His son fled."}},
      {"A bomb went off\n\nTwo men died.", {"A bomb went off", "Two men died."}},
      {"No. 5 fell. No. It held.", {"No. 5 fell.", "No.", "It held."}},
      {"The blast killed\ntwo guards and\nwounded five.",
       {"The blast killed\ntwo guards and\nwounded five."}},
      {"They took guns, food, etc. Guards fled.", {"They took guns, food, etc.", "Guards fled."}},
      {"He left in May. [citation needed] He is back.",
       {"He left in May. [citation needed]", "He is back."}},
      {"They waited. [The mayor] had left.", {"They waited.", "[The mayor] had left."}},
      {"He built it. eShop was the first.", {"He built it.", "eShop was the first."}},
  }));
  CHECK(sentences_of(row.text) == row.sentences);
}

TEST_CASE("captions, dates, letters and the heads of messages end without a stop") {
  using Sentences = std::vector<std::string>;
  struct Row {
    const char* text;
    Sentences sentences;
  };
  const auto row = GENERATE(values<Row>({
      {"Mayor opens bridge Sunday, October 21, 2007\nThe bridge is long.",
       {"Mayor opens bridge", "Sunday, October 21, 2007", "The bridge is long."}},
      {"Sunday, October 21, 2007 The bridge is open.",
       {"Sunday, October 21, 2007", "The bridge is open."}},
      {"He left on Sunday, October 21, 2007, at noon.",
       {"He left on Sunday, October 21, 2007, at noon."}},
      {"Osk at the port Photo: Jane Doe.", {"Osk at the port", "Photo: Jane Doe."}},
      {"Dear Mr. Osk, The port is shut. Regards, Karim",
       {"Dear Mr. Osk,", "The port is shut.", "Regards,", "Karim"}},
      {"Jane Doe 08/16/2000 03:48 PM The port is shut.",
       {"Jane Doe", "08/16/2000 03:48 PM", "The port is shut."}},
      {"(Keld Post) The port is shut.", {"(Keld Post)", "The port is shut."}},
      {"We won :) Now we rest.", {"We won :)", "Now we rest."}},
      {"See http://a.org/1 http://a.org/2", {"See http://a.org/1", "http://a.org/2"}},
      {"He was right They have left.", {"He was right", "They have left."}},
      {"\"Thanks, Karim,\" he said.", {"\"Thanks, Karim,\" he said."}},
      {"He raced in Formula One from 1994.", {"He raced in Formula One from 1994."}},
      {"She reads Kabul Today on the bus.", {"She reads Kabul Today on the bus."}},
  }));
  CHECK(sentences_of(row.text) == row.sentences);
}

TEST_CASE("lines that are no prose are known as such") {
  const auto done = analysis_of(
      "Rebels seize port of Keld\n\nBy Jane Doe\n\nMarch 3, 2014\n\nRebels took the port.\n\n"
      "1. Stay at home.\n\nReporting by John Roe; editing by Ann Poe");
  std::vector<SentenceKind> kinds;
  for (const Sentence& sentence : done->desk.sentences) kinds.push_back(sentence.kind);
  CHECK(kinds == std::vector<SentenceKind>{SentenceKind::headline, SentenceKind::byline,
                                           SentenceKind::dateline, SentenceKind::prose,
                                           SentenceKind::list_item, SentenceKind::byline});
}

TEST_CASE("law: tokens and sentences part any text") {
  rc::prop("spans in order, inside their sentences", [] {
    const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "He", "can't", ".", "!", "?", " ", "\n", "\n\n", "\"", "'", "(", ")", "[", "3", "]", "-",
        "U.S.", "Gen.", "$5", "5pm", "—", "“", "”", "été", "http://a.b/c", "@x", "#y", "...", ",",
        "/", "&", "😀", "é", "_", "'s"));
    std::string text;
    for (const std::string& part : parts) text += part;
    check_desk(analysis_of(text)->desk);
  });
}

TEST_CASE("one sentence of many words is worked in linear time") {
  std::string text = "Rebels";
  for (int i = 0; i < 10000; ++i) text += i % 9 == 0 ? " and the army" : " seized towns";
  const auto done = analysis_of(text + ".");
  CHECK(done->desk.sentences.size() == 1);
  check_desk(done->desk);
}
