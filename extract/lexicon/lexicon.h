// What is known of words: ids, WordNet's classes of nouns and verbs, commonness.
//
// Compiled from Debian's wordnet-base (counts of senses), scowl and data/lexicon/en/.
#ifndef NUTGRAF_EXTRACT_LEXICON_LEXICON_H_
#define NUTGRAF_EXTRACT_LEXICON_LEXICON_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "extract/analysis.h"
#include "extract/lexicon/data_file.h"
#include "extract/result.h"

namespace nutgraf {

// WordNet's lexicographer files of nouns (lexnames(5WN)), in their order, from noun.Tops.
enum class NounClass : std::uint8_t {
  tops,
  act,
  animal,
  artifact,
  attribute,
  body,
  cognition,
  communication,
  event,
  feeling,
  food,
  group,
  location,
  motive,
  object,
  person,
  phenomenon,
  plant,
  possession,
  process,
  quantity,
  relation,
  shape,
  state,
  substance,
  time,
  count
};

// Classes of words that a lemma may belong to.
enum WordFlag : std::uint8_t {
  word_is_noun = 1,       // a noun lemma that is written without capitals
  word_is_verb = 2,       // a verb lemma
  word_is_adjective = 4,  // an adjective lemma
  word_is_adverb = 8,
  word_is_name = 16,               // a noun lemma that is written with a capital: "Mosul", "Monday"
  word_is_capital_adjective = 32,  // an adjective that is written with a capital: "Iraqi"
};

class Lexicon {
 public:
  static Result<Lexicon> open(const DataFile& data);

  // 0 when the lexicon does not have the folded word. Collocations are words with one space
  // between their parts ("car bomb").
  WordId find(std::string_view folded) const;
  // The id of a token's lemma: looked up only when it is another word than the token.
  WordId lemma_of(const Token& token) const {
    return token.lemma == token.folded ? token.word : find(token.lemma);
  }
  // The folded word, where it lies in the data file; empty for 0.
  std::string_view text(WordId word) const;
  // How many ids there are, 0 included.
  std::size_t size() const { return words_.size(); }

  // WordFlag bits; 0 for what is not in the lexicon.
  std::uint8_t flags(WordId word) const { return words_[word].flags; }
  bool is_verb_lemma(std::string_view lemma) const { return has(lemma, word_is_verb); }
  bool is_noun_lemma(std::string_view lemma) const {
    return has(lemma, static_cast<WordFlag>(word_is_noun | word_is_name));
  }
  bool is_adjective_lemma(std::string_view lemma) const {
    return has(lemma, static_cast<WordFlag>(word_is_adjective | word_is_capital_adjective));
  }

  // The share of a noun lemma's senses that are of the class, weighted by WordNet's counts (each
  // sense counts one more than its count), 0 to 1000. 0 for what is no noun lemma.
  int noun_share(WordId lemma, NounClass wanted) const;
  int noun_share(std::string_view lemma, NounClass wanted) const {
    return noun_share(find(lemma), wanted);
  }
  // The class of the first sense; NounClass::count for what is no noun lemma.
  NounClass noun_class(std::string_view lemma) const;
  // Bit i-1 is set when some sense of the verb has WordNet's sentence frame i (frames.vrb, 1 to
  // 35); 0 for what is no verb lemma.
  std::uint64_t verb_frames(std::string_view lemma) const;
  // The verb that a noun names the act of, by WordNet's derivations and our list
  // ("withdrawal": "withdraw"); empty when there is none.
  std::string_view nominalised_verb(WordId noun_lemma) const {
    return text(words_[noun_lemma].act_of);
  }
  std::string_view nominalised_verb(std::string_view noun_lemma) const {
    return nominalised_verb(find(noun_lemma));
  }
  // How ordinary the lower-case word is: scowl's size of its smallest list (10, 20, 35, 40, 50, …,
  // 80); 100 for what is in none.
  int commonness(std::string_view folded) const;
  int commonness(WordId word) const { return words_[word].commonness; }

  // Form of the compiled section; the compiler of data shares it.
  struct Word {
    std::uint64_t frames = 0;
    std::uint32_t text = 0;  // offset in the pool
    std::uint32_t act_of = 0;
    std::uint32_t first_class = 0;  // index into ClassShare
    std::uint16_t size = 0;
    std::uint8_t class_count = 0;  // the first sense's class comes first
    std::uint8_t commonness = 100;
    std::uint8_t flags = 0;
    std::uint8_t spare[7] = {};
  };
  struct ClassShare {
    std::uint16_t noun_class = 0;
    std::uint16_t share = 0;  // per mille
  };

 private:
  Lexicon() = default;
  bool has(std::string_view lemma, WordFlag flag) const {
    return (words_[find(lemma)].flags & flag) != 0;
  }

  StringTable table_;
  std::span<const Word> words_;
  std::span<const ClassShare> classes_;
  std::string_view pool_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_LEXICON_LEXICON_H_
