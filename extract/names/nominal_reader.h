// Unnamed actors, described places and pronouns: the mentions that are no names.
#ifndef NUTGRAF_EXTRACT_NAMES_NOMINAL_READER_H_
#define NUTGRAF_EXTRACT_NAMES_NOMINAL_READER_H_

#include <optional>
#include <string>
#include <vector>

#include "extract/analysis.h"
#include "extract/extraction.h"
#include "extract/names/name_finder.h"

namespace nutgraf {

struct FoundMention {
  Mention mention;
  MentionNote note;
};

// Of what name a token is part; `hidden` ones are no mentions.
enum class TokenName : std::uint8_t { none, person, group, place, hidden };
using NamedTokens = std::vector<TokenName>;

class NominalReader {
 public:
  NominalReader(const NameLists& lists, const Lexicon& lexicon, const Gazetteer& gazetteer,
                const Analysis& analysis, const NamedTokens& named);

  // Appends nominals and pronouns, in the order of the text for each of both.
  void read(std::vector<FoundMention>& found);

 private:
  bool of_abstract(const NounGroup& group) const;
  bool part_of_title(const NounGroup& group) const;
  bool counts_people(const NounGroup& group) const;
  void read_noun_group(std::uint32_t index, std::vector<FoundMention>& found);
  void read_event_actor(std::uint32_t index, std::vector<FoundMention>& found);
  void read_event_demonym(std::uint32_t index, std::vector<FoundMention>& found);
  void read_pronoun(std::uint32_t token, std::vector<FoundMention>& found);
  std::optional<ActorNoun> actor_of(std::uint32_t token, bool plural);
  std::optional<ActorNoun> demonym_actor(const NounGroup& group);
  bool named_body_before(const NounGroup& group) const;
  bool told_of_group(const NounGroup& group) const;
  bool expletive(std::uint32_t token) const;
  bool names_act(std::uint32_t token) const;
  std::optional<Demonym> demonym_at(std::uint32_t token);
  std::string_view country_in(TokenRange tokens);
  bool is_named(std::uint32_t token) const { return named_[token] != TokenName::none; }
  void emit(TokenRange tokens, std::uint32_t head, Kind kind, Form form, std::string_view rule,
            MentionNote note, std::vector<FoundMention>& found) const;

  const NameLists& lists_;
  const Lexicon& lexicon_;
  const Gazetteer& gazetteer_;
  const Analysis& analysis_;
  const NamedTokens& named_;
  std::string scratch_;
  std::string pair_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_NAMES_NOMINAL_READER_H_
