#include "extract/syntax/lemmatizer.h"

#include <array>
#include <cassert>
#include <cstring>

namespace nutgraf {
namespace {

struct Ending {
  Tag tag;
  std::string_view ending;
  std::string_view instead;
};

// For words that the lexicon does not have, the first that fits.
constexpr std::array<Ending, 15> endings{{
    {Tag::NNS, "ies", "y"},
    {Tag::NNS, "sses", "ss"},
    {Tag::NNS, "xes", "x"},
    {Tag::NNS, "ches", "ch"},
    {Tag::NNS, "shes", "sh"},
    {Tag::NNS, "men", "man"},
    {Tag::NNS, "s", ""},
    {Tag::VBZ, "ies", "y"},
    {Tag::VBZ, "sses", "ss"},
    {Tag::VBZ, "xes", "x"},
    {Tag::VBZ, "ches", "ch"},
    {Tag::VBZ, "shes", "sh"},
    {Tag::VBZ, "s", ""},
    {Tag::VBD, "ied", "y"},
    {Tag::VBD, "ed", ""},
}};

bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// Whether a bare stem has lost an e: "stabiliz", "rescu", "forc".
bool lost_e(std::string_view stem) {
  const char last = stem.back();
  const bool after_vowel = stem.size() > 1 && vowel(stem[stem.size() - 2]);
  return last == 'z' || last == 'v' || last == 'u' || last == 'c' || (last == 's' && after_vowel) ||
         (last == 'g' && !after_vowel && !stem.ends_with("ng")) ||
         (last == 'l' && !after_vowel && !stem.ends_with("ll")) || stem.ends_with("at");
}

}  // namespace

Result<Lemmatizer> Lemmatizer::open(const DataFile& data, const Lexicon& lexicon) {
  auto section = data.section("lemmas");
  if (!section) return fail(section.error());
  SectionReader reader(*section);
  Lemmatizer out(lexicon);
  out.words_ = reader.rows<Word>();
  out.forms_ = StringTable::read(reader);
  out.told_ = reader.rows<Told>();
  out.pool_ = reader.text();
  if (!reader.ok() || out.words_.size() != lexicon.size()) {
    return fail(ErrorCode::unavailable,
                "the data file's lemmas are of another version; build it again");
  }
  return out;
}

std::string_view Lemmatizer::told(std::string_view folded, Tag tag) const {
  std::uint32_t at = forms_.find(folded);
  if (at == StringTable::missing) return {};
  while (true) {
    const Told& row = told_[at];
    if (row.tag == 0 || row.tag == static_cast<std::uint8_t>(tag)) {
      return pool_.substr(row.text, row.size);
    }
    if (row.last) return {};
    ++at;
  }
}

std::string_view Lemmatizer::by_ending(std::string_view folded, Tag tag, Analysis& desk) const {
  std::array<char, 256> buffer{};
  if (folded.size() + 2 > buffer.size()) return folded;
  const auto made = [&](std::string_view stem, std::string_view instead) {
    std::memcpy(buffer.data(), stem.data(), stem.size());
    std::memcpy(buffer.data() + stem.size(), instead.data(), instead.size());
    return desk.keep({buffer.data(), stem.size() + instead.size()});
  };
  const Tag kind = tag == Tag::VBN ? Tag::VBD : tag;
  const std::string_view verbal = kind == Tag::VBG ? "ing" : kind == Tag::VBD ? "ed" : "";
  if (!verbal.empty() && folded.ends_with(verbal) && folded.size() > verbal.size() + 2 &&
      !folded.ends_with("ied")) {
    std::string_view stem = folded.substr(0, folded.size() - verbal.size());
    const std::size_t n = stem.size();
    if (stem[n - 1] == stem[n - 2] && stem[n - 1] != 'l' && stem[n - 1] != 's' &&
        !vowel(stem[n - 1])) {
      return made(stem.substr(0, n - 1), "");
    }
    return made(stem, lost_e(stem) ? "e" : "");
  }
  for (const Ending& row : endings) {
    if (row.tag == kind && folded.size() > row.ending.size() + 1 && folded.ends_with(row.ending)) {
      if (row.ending == "s" && (folded.ends_with("ss") || folded.ends_with("us"))) break;
      return made(folded.substr(0, folded.size() - row.ending.size()), row.instead);
    }
  }
  return folded;
}

std::string_view Lemmatizer::lemma(std::string_view folded, WordId word, Tag tag,
                                   Analysis& desk) const {
  if (const std::string_view listed = told(folded, tag); !listed.empty()) return listed;
  const Word& row = words_[word];
  WordId found = 0;
  switch (tag) {
    case Tag::NNS:
      found = row.plural_of;
      break;
    case Tag::VBD:
    case Tag::VBN:
      found = row.past_of;
      break;
    case Tag::VBG:
    case Tag::VBZ:
      found = row.other_verb_form_of;
      break;
    case Tag::JJR:
    case Tag::JJS:
    case Tag::RBR:
    case Tag::RBS:
      found = row.compared_of;
      break;
    default:
      return folded;
  }
  if (found != 0) return lexicon_->text(found);
  // A word with no such form in the lexicon: "put" as past tense, "news" as plural, or unknown.
  const std::uint8_t flags = lexicon_->flags(word);
  const bool itself = (is_verb(tag) && (flags & word_is_verb) != 0) ||
                      (tag == Tag::NNS && (flags & word_is_noun) != 0);
  return itself ? folded : by_ending(folded, tag, desk);
}

void Lemmatizer::lemmatize(Analysis& desk) const {
  for (Token& token : desk.tokens) {
    token.lemma = lemma(token.folded, token.word, token.tag, desk);
  }
}

}  // namespace nutgraf
