// What words ask for and where phrases hang: the lists of data/lexicon/en/ that the parser reads.
//
// Compiled from subcategorisation.tsv, attachment.tsv, phrases.tsv, counts.tsv and particles.tsv
// into one table of strings, section "grammar". Looking up allocates nothing.
#ifndef NUTGRAF_EXTRACT_SYNTAX_GRAMMAR_LISTS_H_
#define NUTGRAF_EXTRACT_SYNTAX_GRAMMAR_LISTS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/lexicon/data_file.h"
#include "extract/result.h"

namespace nutgraf {

// Bits of a word's traits; subcategorisation.tsv says what each means.
enum class Trait : std::uint8_t {
  speech,
  that,
  infinitive,
  object_infinitive,
  bare_infinitive,
  ditransitive,
  copula,
  predicate,
  object_predicate,
  gerund,
  object_gerund,
  intransitive,
  time_object,
  object_clause,
  place,
  time,
  day,
  month,
  weekday,
  action,
  person,
  subordinator,
  clause_only,
  time_preposition,
  place_preposition,
  list_preposition,
  definite,
  indefinite,
  demonstrative,
  quantifier,
  negative,
  oblique_infinitive,
  light,
  relative_pronoun,
  adverbial_clause,
  several,
  post,
  portfolio,
  undergone,
  harm,
  count
};

class Traits {
 public:
  Traits() = default;
  explicit Traits(std::uint64_t bits) : bits_(bits) {}
  bool any() const { return bits_ != 0; }
  void set(Trait trait) { bits_ |= std::uint64_t{1} << static_cast<unsigned>(trait); }
  bool has(Trait trait) const { return (bits_ >> static_cast<unsigned>(trait) & 1U) != 0; }

 private:
  std::uint64_t bits_ = 0;
};

std::string_view to_string(Trait trait);

// What one word makes of a number: the value itself, a factor, or a bound.
struct CountWord {
  enum class Kind : std::int64_t { number, times, indefinite, few, least, most, about };
  Kind kind = Kind::number;
  std::int64_t value = 0;
};

enum class Phrase : std::uint8_t { none, preposition, coordinator, subordinator, adverb };

// The sides a preposition phrase may hang on.
enum class Side : std::uint8_t { verb, noun, adjective };

class GrammarLists {
 public:
  static Result<GrammarLists> open(const DataFile& data);

  Traits verb(std::string_view lemma) const { return traits('v', lemma); }
  Traits noun(std::string_view lemma) const { return traits('n', lemma); }
  Traits adjective(std::string_view lemma) const { return traits('a', lemma); }
  Traits word(std::string_view folded) const { return traits('w', folded); }

  // The weight of hanging a phrase with `preposition` on this governor. `group` is the governor's
  // class as attachment.tsv writes it ("@place"), or empty.
  int attachment(Side side, std::string_view lemma, std::string_view group,
                 std::string_view preposition) const;
  // Whether attachment.tsv has the word.
  bool is_preposition(std::string_view word) const;
  // The kind of the words, parted by single spaces.
  Phrase phrase(std::string_view words) const;
  // Whether some phrase begins with this word.
  bool begins_phrase(std::string_view word) const;
  std::optional<CountWord> count_word(std::string_view words) const;
  bool takes_particle(std::string_view verb_lemma, std::string_view particle) const;

 private:
  Traits traits(char kind, std::string_view word) const;
  StringTable table_;
  std::span<const std::uint64_t> traits_;
  StringTable counts_;
  // Which words can begin a phrase or be a count: asked for every token, so known without a search.
  std::span<const std::uint64_t> phrase_filter_;
  std::span<const std::uint64_t> count_filter_;
  std::span<const CountWord> count_words_;
};

// A set of words by first byte, last byte and length: says no for most words that are not in it,
// never for one that is. 256 rows, by first byte.
struct WordFilter {
  static constexpr std::size_t rows = 256;
  static std::uint64_t bit(std::string_view word) {
    const auto last = static_cast<unsigned char>(word.back());
    return std::uint64_t{1} << ((last * 7U + word.size()) & 63U);
  }
  static std::size_t row(std::string_view word) { return static_cast<unsigned char>(word.front()); }
  static bool may_hold(std::span<const std::uint64_t> filter, std::string_view word) {
    return !word.empty() && (filter[row(word)] & bit(word)) != 0;
  }
};

// Reads the lists under SOURCE/data/lexicon/en/ and adds the section "grammar". An Error names the
// file and line of an unknown trait, side or kind.
Result<void> compile_grammar(const std::string& source_folder, DataWriter& writer);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_GRAMMAR_LISTS_H_
