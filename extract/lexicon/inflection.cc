#include "extract/lexicon/inflection.h"

#include <algorithm>
#include <array>

namespace nutgraf {
namespace {

struct Ending {
  WordNetPos pos;
  Tag tag;
  std::string_view ending;
  std::string_view instead;
};

constexpr std::array<Ending, 26> endings{{
    {WordNetPos::noun, Tag::NNS, "s", ""},          {WordNetPos::noun, Tag::NNS, "ses", "s"},
    {WordNetPos::noun, Tag::NNS, "xes", "x"},       {WordNetPos::noun, Tag::NNS, "zes", "z"},
    {WordNetPos::noun, Tag::NNS, "ches", "ch"},     {WordNetPos::noun, Tag::NNS, "shes", "sh"},
    {WordNetPos::noun, Tag::NNS, "men", "man"},     {WordNetPos::noun, Tag::NNS, "ies", "y"},
    {WordNetPos::noun, Tag::NNS, "oes", "o"},       {WordNetPos::verb, Tag::VBZ, "s", ""},
    {WordNetPos::verb, Tag::VBZ, "ies", "y"},       {WordNetPos::verb, Tag::VBZ, "es", "e"},
    {WordNetPos::verb, Tag::VBZ, "es", ""},         {WordNetPos::verb, Tag::VBD, "ed", "e"},
    {WordNetPos::verb, Tag::VBD, "ed", ""},         {WordNetPos::verb, Tag::VBD, "ied", "y"},
    {WordNetPos::verb, Tag::VBG, "ing", "e"},       {WordNetPos::verb, Tag::VBG, "ing", ""},
    {WordNetPos::verb, Tag::VBG, "ying", "ie"},     {WordNetPos::adjective, Tag::JJR, "er", ""},
    {WordNetPos::adjective, Tag::JJS, "est", ""},   {WordNetPos::adjective, Tag::JJR, "er", "e"},
    {WordNetPos::adjective, Tag::JJS, "est", "e"},  {WordNetPos::adjective, Tag::JJR, "ier", "y"},
    {WordNetPos::adjective, Tag::JJS, "iest", "y"}, {WordNetPos::noun, Tag::NNS, "ves", "f"},
}};

bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// A stem that doubles its last consonant before -ed and -ing: "plan", "refer", not "vote" or
// "sing".
bool doubles(std::string_view stem) {
  const std::size_t n = stem.size();
  if (n < 3) return false;
  const char last = stem[n - 1];
  const bool short_word = std::count_if(stem.begin(), stem.end(), vowel) == 1;
  return short_word && !vowel(last) && last != 'w' && last != 'x' && last != 'y' &&
         vowel(stem[n - 2]) && !vowel(stem[n - 3]);
}

void add(std::vector<Inflection>& out, const WordNet& wordnet, WordNetPos pos, Tag tag,
         std::string lemma) {
  const WordNet::Lemma* entry = wordnet.find(lemma);
  if (entry == nullptr || !entry->is(pos)) return;
  for (const Inflection& other : out) {
    if (other.tag == tag && other.lemma == lemma) return;
  }
  out.push_back({tag, std::move(lemma), entry->weight(pos)});
}

void add_regular(std::vector<Inflection>& out, const WordNet& wordnet, std::string_view word) {
  for (const Ending& row : endings) {
    if (word.size() < row.ending.size() + 2 || !word.ends_with(row.ending)) continue;
    if (row.ending == "s" && (word.ends_with("ss") || word.ends_with("us"))) continue;
    const std::string_view stem = word.substr(0, word.size() - row.ending.size());
    // "hoped" is of hope, as "hop" would have doubled its p.
    if (row.pos == WordNetPos::verb && row.instead.empty() && row.tag != Tag::VBZ &&
        doubles(stem)) {
      continue;
    }
    add(out, wordnet, row.pos, row.tag, std::string(stem) + std::string(row.instead));
    const std::size_t n = stem.size();
    if (row.instead.empty() && row.tag != Tag::VBZ && row.tag != Tag::NNS && n > 3 &&
        stem[n - 1] == stem[n - 2]) {
      add(out, wordnet, row.pos, row.tag, std::string(stem.substr(0, n - 1)));
    }
  }
}

void add_irregular(std::vector<Inflection>& out, const WordNet& wordnet, std::string_view word) {
  const auto look = [&](WordNetPos pos, auto tag_of) {
    const auto& forms = wordnet.irregular.at(static_cast<std::size_t>(pos));
    const auto found = forms.find(word);
    if (found == forms.end()) return;
    for (const std::string& lemma : found->second) {
      if (lemma != word) add(out, wordnet, pos, tag_of(word), lemma);
    }
  };
  look(WordNetPos::noun, [](std::string_view) { return Tag::NNS; });
  look(WordNetPos::verb, [](std::string_view form) {
    return form.ends_with("ing") ? Tag::VBG : form.ends_with("s") ? Tag::VBZ : Tag::VBD;
  });
  look(WordNetPos::adjective,
       [](std::string_view form) { return form.ends_with("st") ? Tag::JJS : Tag::JJR; });
}

}  // namespace

std::vector<Inflection> inflections(const WordNet& wordnet, std::string_view word) {
  std::vector<Inflection> out;
  if (const WordNet::Lemma* entry = wordnet.find(word)) {
    const auto self = [&](WordNetPos pos, Tag tag) {
      if (entry->is(pos)) out.push_back({tag, std::string(word), entry->weight(pos)});
    };
    self(WordNetPos::noun, entry->written_small(WordNetPos::noun) ? Tag::NN : Tag::NNP);
    self(WordNetPos::verb, Tag::VB);
    self(WordNetPos::adjective, Tag::JJ);
    self(WordNetPos::adverb, Tag::RB);
  }
  add_irregular(out, wordnet, word);
  const bool irregular_verb = std::any_of(
      out.begin(), out.end(), [](const Inflection& row) { return row.tag == Tag::VBD; });
  const std::size_t irregular = out.size();
  add_regular(out, wordnet, word);
  if (irregular_verb) {
    out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(irregular), out.end(),
                             [](const Inflection& row) { return row.tag == Tag::VBD; }),
              out.end());
  }
  std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(irregular), out.end(),
                   [](const Inflection& a, const Inflection& b) { return a.weight > b.weight; });
  return out;
}

}  // namespace nutgraf
