// The search for what a nominal or a pronoun refers back to.
#ifndef NUTGRAF_EXTRACT_COREF_ANTECEDENTS_H_
#define NUTGRAF_EXTRACT_COREF_ANTECEDENTS_H_

#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/coref/chains.h"
#include "extract/coref/resolver.h"

namespace nutgraf {

// The arc by which a mention hangs on the rest of its sentence.
const Arc* outer_arc(const Analysis& analysis, TokenRange tokens);

class NominalAntecedents {
 public:
  NominalAntecedents(const CorefLists& lists, Chains& chains) : lists_(lists), chains_(chains) {}

  // Gives the nominal `m` its chain.
  void resolve(std::uint32_t m);

 private:
  std::uint32_t by_syntax(std::uint32_t m) const;
  std::uint32_t named_by(const Arc& arc) const;
  std::uint32_t by_place_name(std::uint32_t m) const;
  std::uint32_t by_possessor(std::uint32_t m) const;
  std::uint32_t by_description(std::uint32_t m) const;
  std::uint32_t by_same_words(std::uint32_t m) const;
  bool agrees(std::uint32_t m, const Chain& chain) const;
  // How well the noun describes the chain: in words told of it, or as one of its kind.
  enum class Likeness : std::uint8_t { none, of_its_kind, own_words };
  Likeness described(std::uint32_t m, const Chain& chain) const;
  bool modifiers_agree(std::uint32_t m, const Chain& chain) const;
  std::uint32_t possessor_chain(std::uint32_t m) const;
  std::uint32_t last_before(const Chain& chain, std::uint32_t m) const;

  const CorefLists& lists_;
  Chains& chains_;
};

class PronounAntecedents {
 public:
  PronounAntecedents(const CorefLists& lists, Chains& chains);

  // Gives the pronoun `m` its chain; false when it stands for a thing and is no mention.
  bool resolve(std::uint32_t m);

 private:
  struct Best {
    std::uint32_t chain = npos;
    std::int32_t score = 0;
    std::int32_t second = 0;
    bool thing = false;
  };
  bool resolve_first_person(std::uint32_t m, std::string_view word);
  bool resolve_third_person(std::uint32_t m, std::string_view word);
  std::uint32_t reflexive(std::uint32_t m) const;
  bool fits(std::uint32_t m, std::uint32_t candidate, std::string_view word) const;
  bool inside_it(std::uint32_t m) const;
  bool tells_weather(std::uint32_t m) const;
  std::uint32_t whole_of(std::uint32_t m) const;
  bool bound_apart(std::uint32_t m, TokenRange candidate) const;
  bool acts_on(TokenRange candidate, std::uint32_t pronoun) const;
  bool speaks_of(TokenRange candidate, std::uint32_t pronoun) const;
  bool speaks(std::uint32_t pronoun) const;
  std::int32_t score(std::uint32_t m, TokenRange tokens, std::uint32_t head) const;
  std::int32_t mention_score(std::uint32_t m, std::uint32_t candidate, std::string_view word) const;
  void look_back(std::uint32_t m, std::string_view word, Best& best) const;
  void look_at_things(std::uint32_t m, std::string_view word, Best& best) const;
  std::uint32_t look_ahead(std::uint32_t m, std::string_view word) const;
  const Quotation* quotation_of(std::uint32_t token) const;
  std::uint32_t speaker_of(const Quotation& quotation) const;
  std::uint32_t house_of(std::uint32_t speaker) const;
  std::int32_t weight(CorefWeight w) const { return lists_.weight(w); }

  const CorefLists& lists_;
  Chains& chains_;
  std::vector<bool> mention_head_;  // by token
  // Chains of "we", "I", "you" by what they are of: a speaker's chain or npos, then the word.
  std::map<std::pair<std::uint32_t, char>, std::uint32_t> told_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_COREF_ANTECEDENTS_H_
