#include "extract/syntax/lemmatizer.h"

#include <catch2/catch.hpp>

#include "extract/lexicon/lexicon.h"
#include "tests/support/analysis.h"

using nutgraf::Tag;

TEST_CASE("words have the lemmas of their tags") {
  const auto data = nutgraf::DataFile::open(NUTGRAF_DATA_FILE);
  REQUIRE(data);
  const auto lexicon = nutgraf::Lexicon::open(*data);
  REQUIRE(lexicon);
  const auto lemmatizer = nutgraf::Lemmatizer::open(*data, *lexicon);
  REQUIRE(lemmatizer);
  const auto done = nutgraf::analysis_of("x");

  struct Row {
    const char* form;
    Tag tag;
    const char* lemma;
  };
  const Row rows[] = {
      {"seized", Tag::VBD, "seize"},
      {"fell", Tag::VBD, "fall"},
      {"left", Tag::VBN, "leave"},
      {"shot", Tag::VBN, "shoot"},
      {"planned", Tag::VBD, "plan"},
      {"planning", Tag::VBG, "plan"},
      {"controlled", Tag::VBD, "control"},
      {"hoped", Tag::VBD, "hope"},
      {"singing", Tag::VBG, "sing"},
      {"fleeing", Tag::VBG, "flee"},
      {"dying", Tag::VBG, "die"},
      {"goes", Tag::VBZ, "go"},
      {"carries", Tag::VBZ, "carry"},
      {"carried", Tag::VBD, "carry"},
      {"cities", Tag::NNS, "city"},
      {"men", Tag::NNS, "man"},
      {"gunmen", Tag::NNS, "gunman"},
      {"knives", Tag::NNS, "knife"},
      {"buses", Tag::NNS, "bus"},
      {"bases", Tag::NNS, "base"},
      {"news", Tag::NN, "news"},
      {"is", Tag::VBZ, "be"},
      {"'ve", Tag::VBP, "have"},
      {"n't", Tag::RB, "not"},
      {"ca", Tag::MD, "can"},
      {"larger", Tag::JJR, "large"},
      {"best", Tag::JJS, "good"},
      {"them", Tag::PRP, "they"},
      {"put", Tag::VBD, "put"},
      {"found", Tag::VBD, "find"},
      {"found", Tag::VB, "found"},
      {"mosul", Tag::NNP, "mosul"},
      {"blorped", Tag::VBD, "blorp"},
      {"blorpies", Tag::NNS, "blorpy"},
  };
  for (const Row& row : rows) {
    INFO(row.form);
    CHECK(lemmatizer->lemma(row.form, lexicon->find(row.form), row.tag, done->desk) == row.lemma);
  }
}
