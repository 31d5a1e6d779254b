// Base noun groups and verb groups: the first half of parsing.
//
// Finite-state over tags, left to right, longest group first (Abney 1991, "Parsing by chunks").
#ifndef NUTGRAF_EXTRACT_SYNTAX_CHUNKER_H_
#define NUTGRAF_EXTRACT_SYNTAX_CHUNKER_H_

#include <cstdint>
#include <string_view>

#include "extract/analysis.h"
#include "extract/lexicon/lexicon.h"
#include "extract/syntax/grammar_lists.h"
#include "extract/syntax/sheet.h"

namespace nutgraf {

class Chunker {
 public:
  Chunker(Analysis& desk, const GrammarLists& lists, const Lexicon& lexicon, Sheet& sheet)
      : desk_(desk), lists_(lists), lexicon_(lexicon), sheet_(sheet) {}

  // Fills sheet.items with the sentence's groups and words; adds to the desk's noun_groups and
  // verb_groups.
  void read(TokenRange sentence);

 private:
  // The token's tag; none past the sentence. A verb right behind "the", "a" or "her" is a noun that
  // was read wrong, a past tense there a participle.
  Tag tag(std::uint32_t token) const;
  std::string_view folded(std::uint32_t token) const {
    return token < range_.end ? desk_.tokens[token].folded : std::string_view{};
  }
  Traits noun_traits(std::uint32_t token) const;
  Traits verb_traits(std::string_view lemma) const;

  // Each reads what begins at the token and returns the token after it, or the token itself when
  // nothing of the kind begins there.
  std::uint32_t verb_group(std::uint32_t at);
  std::uint32_t noun_group(std::uint32_t at);
  std::uint32_t phrase(std::uint32_t at);
  void single(std::uint32_t at);

  // Verb groups.
  std::uint32_t past_adverbs(std::uint32_t at, VerbGroup& group) const;
  bool is_short_have(std::uint32_t at, std::uint32_t participle) const;
  std::uint32_t auxiliaries(std::uint32_t at, VerbGroup& group) const;
  std::uint32_t modal_phrase(std::uint32_t at, VerbGroup& group) const;
  void tense_of(std::uint32_t first, VerbGroup& group) const;
  std::uint32_t particle_after(std::uint32_t end, const VerbGroup& group) const;
  std::uint32_t noun_behind_date(const NounGroup& group, std::uint32_t date) const;
  bool modifies_noun(std::uint32_t at) const;
  bool is_verbal_preposition(std::uint32_t at) const;

  // Noun groups.
  std::uint32_t determiners(std::uint32_t at, NounGroup& group) const;
  std::uint32_t modifiers_and_heads(std::uint32_t begin, std::uint32_t at, NounGroup& group) const;
  bool continues(std::uint32_t begin, std::uint32_t at, std::uint32_t head, bool counted) const;
  std::uint32_t title_of(std::uint32_t at) const;
  bool starts_relative(std::uint32_t begin, std::uint32_t at) const;
  bool ends_time(std::uint32_t begin, std::uint32_t at, std::uint32_t head) const;
  bool starts_time(std::uint32_t begin, std::uint32_t at) const;
  std::uint32_t month_and_year(std::uint32_t at) const;
  void add_noun(NounGroup group, std::uint32_t begin, std::uint32_t end);
  void add_item(ItemKind kind, std::uint32_t begin, std::uint32_t end, std::uint32_t head,
                std::uint32_t group, Traits traits);

  Analysis& desk_;
  const GrammarLists& lists_;
  const Lexicon& lexicon_;
  Sheet& sheet_;
  TokenRange range_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_CHUNKER_H_
