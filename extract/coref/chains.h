// Chains: the mentions of one report that refer to one thing.
#ifndef NUTGRAF_EXTRACT_COREF_CHAINS_H_
#define NUTGRAF_EXTRACT_COREF_CHAINS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.h"
#include "extract/extraction.h"
#include "extract/names/name_finder.h"

namespace nutgraf {

class CorefLists;

struct Chain {
  Kind kind = Kind::person;
  std::vector<std::uint32_t> mentions;  // in the order in which they joined
  std::vector<std::string> names;       // keys of its names, the fullest first
  std::vector<std::string_view> roles;  // lemmas of roles told of it
  std::vector<std::string_view> heads;  // lemmas of its nominals' heads
  std::string_view country;
  std::string_view group_class;
  std::uint32_t group = npos;
  std::uint32_t place = npos;
  Feature feature = Feature::city;
  Gender gender = Gender::unknown;
  bool plural = false;    // several, by its nominals and pronouns
  bool singular = false;  // one
};

// The desk of the resolver: the report, its mentions with their notes, and the chains so far.
class Chains {
 public:
  Chains(const Analysis& analysis, const std::vector<Mention>& mentions,
         const std::vector<MentionNote>& notes)
      : analysis_(analysis), mentions_(mentions), notes_(notes), of_(mentions.size(), npos) {}

  const Analysis& analysis() const { return analysis_; }
  const Mention& mention(std::uint32_t m) const { return mentions_[m]; }
  const MentionNote& note(std::uint32_t m) const { return notes_[m]; }
  std::uint32_t count() const { return static_cast<std::uint32_t>(mentions_.size()); }
  std::string_view lemma(std::uint32_t m) const {
    return analysis_.tokens[mentions_[m].head_token].lemma;
  }

  // npos while a mention has no chain.
  std::uint32_t of(std::uint32_t mention) const { return of_[mention]; }
  Chain& at(std::uint32_t chain) { return chains_[chain]; }
  const Chain& at(std::uint32_t chain) const { return chains_[chain]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(chains_.size()); }

  std::uint32_t begin_chain(std::uint32_t mention);
  void join(std::uint32_t mention, std::uint32_t chain);
  // All of the second chain goes over to the first; the second stays behind, empty.
  void merge(std::uint32_t into, std::uint32_t from);
  // The mention whose tokens hold this one, the innermost; npos when there is none.
  std::uint32_t mention_at(std::uint32_t token) const;

 private:
  void take_note(std::uint32_t mention, Chain& chain);

  const Analysis& analysis_;
  const std::vector<Mention>& mentions_;
  const std::vector<MentionNote>& notes_;
  std::vector<std::uint32_t> of_;
  std::vector<Chain> chains_;
};

// Gives every name its chain: variants, acronyms, surnames, other names of a listed group or place.
void chain_names(const CorefLists& lists, Chains& chains);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_COREF_CHAINS_H_
