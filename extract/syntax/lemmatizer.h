// Dictionary forms: "fell" as a verb is fall, "cities" is city, "'re" is be.
#ifndef NUTGRAF_EXTRACT_SYNTAX_LEMMATIZER_H_
#define NUTGRAF_EXTRACT_SYNTAX_LEMMATIZER_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "extract/analysis.h"
#include "extract/lexicon/data_file.h"
#include "extract/lexicon/lexicon.h"
#include "extract/result.h"

namespace nutgraf {

class Lemmatizer {
 public:
  // `lexicon` must outlive this object.
  static Result<Lemmatizer> open(const DataFile& data, const Lexicon& lexicon);

  // Writes every token's lemma; requires tags. Names keep their folded form, without the plural's
  // end ("States" stays "states").
  void lemmatize(Analysis& desk) const;

  // The lemma of one word. The result lies in the data file, in `folded`, or in the desk's memory.
  std::string_view lemma(std::string_view folded, WordId word, Tag tag, Analysis& desk) const;

  // Form of the compiled section; the compiler of data shares it.
  struct Word {
    WordId plural_of = 0;
    WordId past_of = 0;  // past tense and participle
    WordId other_verb_form_of = 0;
    WordId compared_of = 0;
  };
  struct Told {
    std::uint32_t text = 0;
    std::uint16_t size = 0;
    std::uint8_t tag = 0;  // Tag::none: any
    bool last = true;      // of its form
  };

 private:
  explicit Lemmatizer(const Lexicon& lexicon) : lexicon_(&lexicon) {}
  std::string_view told(std::string_view folded, Tag tag) const;
  std::string_view by_ending(std::string_view folded, Tag tag, Analysis& desk) const;

  const Lexicon* lexicon_;
  std::span<const Word> words_;
  StringTable forms_;
  std::span<const Told> told_;
  std::string_view pool_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_LEMMATIZER_H_
