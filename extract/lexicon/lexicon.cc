#include "extract/lexicon/lexicon.h"

namespace nutgraf {

Result<Lexicon> Lexicon::open(const DataFile& data) {
  auto section = data.section("lexicon");
  if (!section) return fail(section.error());
  SectionReader reader(*section);
  Lexicon out;
  out.table_ = StringTable::read(reader);
  out.words_ = reader.rows<Word>();
  out.classes_ = reader.rows<ClassShare>();
  out.pool_ = reader.text();
  if (!reader.ok() || out.words_.empty()) {
    return fail(ErrorCode::unavailable,
                "the data file's lexicon is of another version; build it again");
  }
  return out;
}

WordId Lexicon::find(std::string_view folded) const {
  const std::uint32_t found = table_.find(folded);
  return found == StringTable::missing ? 0 : found;
}

std::string_view Lexicon::text(WordId word) const {
  return pool_.substr(words_[word].text, words_[word].size);
}

int Lexicon::noun_share(WordId lemma, NounClass wanted) const {
  const Word& word = words_[lemma];
  for (const ClassShare& row : classes_.subspan(word.first_class, word.class_count)) {
    if (row.noun_class == static_cast<std::uint16_t>(wanted)) return row.share;
  }
  return 0;
}

NounClass Lexicon::noun_class(std::string_view lemma) const {
  const Word& word = words_[find(lemma)];
  if (word.class_count == 0) return NounClass::count;
  return static_cast<NounClass>(classes_[word.first_class].noun_class);
}

std::uint64_t Lexicon::verb_frames(std::string_view lemma) const {
  return words_[find(lemma)].frames;
}

int Lexicon::commonness(std::string_view folded) const { return words_[find(folded)].commonness; }

}  // namespace nutgraf
