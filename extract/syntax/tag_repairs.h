// Contextual rules that repair what the trigram model tags (after Brill 1995, "Transformation-based
// error-driven learning"), written by people in data/lexicon/en/tag-repairs.txt, whose head tells
// their form.
#ifndef NUTGRAF_EXTRACT_SYNTAX_TAG_REPAIRS_H_
#define NUTGRAF_EXTRACT_SYNTAX_TAG_REPAIRS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.h"
#include "extract/lexicon/data_file.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_sources.h"
#include "extract/result.h"
#include "extract/syntax/tag_model.h"

namespace nutgraf {

class TagRepairs {
 public:
  static Result<TagRepairs> open(const DataFile& data);

  // Goes over the tokens of a sentence from left to right, once for each pass of the file; each
  // token meets the rules of its tag in the file's order, and after a repair the later rules of its
  // new tag. Requires tags.
  void repair(const Lexicon& lexicon, const TagModel& model, Analysis& desk,
              TokenRange sentence) const;

  // The compiled form. A set of tags has bit t for Tag t.
  struct Test {
    std::uint64_t tags = 0;    // the token has one of these tags
    std::uint64_t may = 0;     // the lexicon knows it with one of these
    std::uint64_t most = 0;    // the lexicon has it most often with one of these
    std::uint32_t word = 0;    // index into words_, sorted ids
    std::uint16_t words = 0;   // how many
    std::uint16_t ending = 0;  // offset in the pool
    std::uint8_t ending_size = 0;
    std::uint8_t negated = 0;
    std::int8_t position = 0;
    std::uint8_t spare = 0;
    std::uint16_t properties = 0;  // Property bits
    std::uint16_t spare_too = 0;
    std::uint64_t skipped = 0;  // tags that are passed over on the way there
  };
  struct Rule {
    std::uint32_t first_test = 0;
    std::uint32_t line = 0;
    std::uint16_t tests = 0;
    std::uint8_t to = 0;
    std::uint8_t spare = 0;
    std::uint64_t from = 0;
    // What the tests ask of the neighbours' tags alone; bit `outside` where there is no neighbour.
    std::uint64_t before = ~std::uint64_t{0};
    std::uint64_t after = ~std::uint64_t{0};
  };
  static constexpr std::uint64_t outside = std::uint64_t{1} << 63U;
  enum Property : std::uint16_t {
    capital = 1,
    small = 2,
    edge = 4,        // there is no such token in the sentence
    unknown = 8,     // not in the lexicon
    quoted = 16,     // in quotation marks
    capitals = 32,   // all letters are
    attached = 64,   // no space before it
    demonym = 256,   // an adjective that WordNet writes with a capital
    verbless = 128,  // no other finite verb or modal near it in the sentence
    lone = 512,      // none in its clause, as far as marks, conjunctions and wh-words bound it
    prose = 1024,    // its sentence ends with a full stop, a question or an exclamation mark
  };

 private:
  TagRepairs() = default;
  bool holds(const Lexicon& lexicon, const TagModel& model, const Analysis& desk,
             TokenRange sentence, std::uint32_t at, const Test& test) const;
  bool fits(const Lexicon& lexicon, const TagModel& model, const Token& token,
            const Test& test) const;
  void sweep(const Lexicon& lexicon, const TagModel& model, Analysis& desk, TokenRange sentence,
             std::size_t pass) const;
  std::span<const std::uint32_t> rules_of_word(WordId word) const;

  std::span<const Rule> rules_;
  std::span<const Test> tests_;
  std::span<const std::uint32_t> words_;
  std::span<const std::uint32_t> passes_;      // the first rule of each, then the number of rules
  std::span<const std::uint32_t> by_tag_;      // rules of a tag that name no word, in order
  std::span<const TagModel::Range> ranges_;    // by pass and Tag, into by_tag_
  std::span<const std::uint64_t> named_bits_;  // by WordId: rules name it
  std::span<const std::uint32_t> named_;       // words that rules name, sorted
  std::span<const TagModel::Range> of_word_;   // by named_, into word_rules_
  std::span<const std::uint32_t> word_rules_;
  std::string_view pool_;
};

// Writes the section "repairs". An Error tells file, line and what was expected.
Result<void> compile_repairs(const WordSources& sources, DataWriter& writer);

// A rule's example: a text, and the token that must get the tag.
struct RepairExample {
  std::uint64_t line = 0;
  std::string text;
  Span span;
  Tag tag = Tag::none;
};
Result<std::vector<RepairExample>> read_repair_examples(const std::string& path);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_TAG_REPAIRS_H_
