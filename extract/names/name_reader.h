// Where names stand: sequences of capitalised tokens, cut into single names by the grammar of
// names.
//
// Nothing is decided about their kinds here, but titles, demonyms and names that are in a list are
// told apart, since they decide where a name ends.
#ifndef NUTGRAF_EXTRACT_NAMES_NAME_READER_H_
#define NUTGRAF_EXTRACT_NAMES_NAME_READER_H_

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_set.h"
#include "extract/names/name_lists.h"
#include "extract/names/name_page.h"
#include "extract/place/gazetteer.h"

namespace nutgraf {

inline constexpr int large_town = 125;  // prominence of a city of 130,000 or so

inline bool is_letter_word(const Token& token) {
  return !token.shape.punctuation && !token.shape.number;
}

struct NameCandidate {
  TokenRange tokens;
  TokenRange title;  // empty: none stands before it
  std::optional<Title> told_title;
  std::string_view demonym_country;  // of a demonym that was cut off before it
};

// Reads one report. The lists must outlive it; so must the Analysis.
class NameReader {
 public:
  NameReader(const NameLists& lists, const Lexicon& lexicon, const Gazetteer& gazetteer,
             const Analysis& analysis);

  // The candidates by first token; they do not overlap.
  std::vector<NameCandidate> read();

  const NameLists& lists() const { return lists_; }
  const NamePage& page() const { return page_; }
  std::string_view key(std::uint32_t token) const { return keys_[token]; }
  const NameWord& word(std::uint32_t token) const { return *words_[token]; }
  // The key of a range of tokens, valid until the next call.
  std::string_view phrase_key(TokenRange tokens);
  NameFacts place_facts(TokenRange tokens);
  // The gazetteer's key of the tokens, valid until the next call.
  std::string_view place_key(TokenRange tokens);
  // The group the tokens name by list; nothing when an alias that counts in capitals only is not.
  std::optional<KnownGroup> known_group(TokenRange tokens);
  HiddenClass hidden(TokenRange tokens) { return lists_.hidden(phrase_key(tokens)); }
  // The sentence has capitals on nearly every word, or nothing but capitals.
  bool titled(std::uint32_t sentence) const { return titled_[sentence]; }
  // "Flight 447", "Group C": a noun with its number is no part of a name before it.
  bool counted(std::uint32_t token) const;
  // The word stands in lower case somewhere in the report's prose.
  bool seen_in_lower_case(std::uint32_t token) const { return lower_.contains(keys_[token]); }

 private:
  static bool closed_class(Tag tag);
  void read_keys();
  void read_case();
  bool is_name_token(std::uint32_t token);
  bool looks_like_name(std::uint32_t token);
  bool known_word(std::uint32_t token);
  bool initial(std::uint32_t token) const;
  bool before_corporate_end(std::uint32_t token) const;
  bool capital_particle(std::uint32_t token) const;
  bool shouted(std::uint32_t token);
  bool given_before_name(std::uint32_t token) const;
  bool surname_after_given(std::uint32_t token) const;
  bool row_of_place(std::uint32_t token);
  bool inflected(std::uint32_t token) const;
  bool ordinary_form(std::uint32_t token) const;
  bool begins_sentence(std::uint32_t token) const;
  bool table_word(std::uint32_t token);
  bool second_syllable(std::uint32_t begin, std::uint32_t at) const;
  bool begins_phrase(std::uint32_t token, std::uint32_t end);
  std::uint32_t begin_at(std::uint32_t token, std::uint32_t end);
  std::uint32_t chunk_end(std::uint32_t begin, std::uint32_t end);
  std::uint32_t join(std::uint32_t begin, std::uint32_t at, std::uint32_t end);
  bool joined_over_for(std::uint32_t begin, std::uint32_t at) const;
  std::uint32_t join_over_of(std::uint32_t begin, std::uint32_t at, std::uint32_t end);
  std::uint32_t join_over_and(std::uint32_t begin, std::uint32_t at, std::uint32_t end);
  std::uint32_t known_phrase_end(std::uint32_t begin, std::uint32_t end);
  std::uint32_t find_phrase_end(std::uint32_t begin, std::uint32_t end);
  void parse(TokenRange chunk, NameCandidate context);
  bool day_before_name(TokenRange chunk);
  bool parse_titled(TokenRange chunk, const NameCandidate& context);
  bool parse_demonym(TokenRange chunk, const NameCandidate& context);
  bool parse_town_of_land(TokenRange chunk, const NameCandidate& context);
  bool parse_member(TokenRange chunk, const NameCandidate& context);
  bool parse_pairs(TokenRange chunk, const NameCandidate& context);
  std::uint32_t member_of_land(TokenRange chunk);
  bool parse_two_persons(TokenRange chunk, const NameCandidate& context);
  bool land_before_person(TokenRange chunk);
  bool initials_before_person(TokenRange chunk);
  bool plain_start(TokenRange chunk);
  bool part_of_person(TokenRange rest, bool inside, const NameCandidate& context) const;
  bool titled_person(TokenRange chunk);
  std::uint32_t head_of_post(TokenRange before);
  bool title_in_body(TokenRange chunk, TokenRange title, const Title& told);
  bool staff_word(std::uint32_t token) const;
  bool many_people(std::uint32_t token);
  bool plural_initials(std::uint32_t token) const;
  bool careless_writer() const;
  std::uint32_t uncapitalised_place(std::uint32_t token, std::uint32_t end);
  bool begins_with_particle(std::uint32_t token, std::uint32_t end);
  bool is_office(std::uint32_t at, std::uint32_t end);
  bool numbers_street(std::uint32_t at, std::uint32_t end) const;
  bool tells_task(std::uint32_t token, std::uint32_t end);
  bool listed_tasks(std::uint32_t begin, std::uint32_t at, std::uint32_t end);
  std::uint32_t demonym_length(TokenRange chunk);
  // The 's at the end of the tokens belongs to the name: "Moody's".
  bool owned(TokenRange tokens);
  void read_owned(std::uint32_t token);
  std::uint32_t join_nickname(std::uint32_t begin, std::uint32_t at, std::uint32_t end);
  std::uint32_t join_initials(std::uint32_t begin, std::uint32_t at, std::uint32_t end);
  bool names_event(TokenRange chunk) const;
  bool parse_hyphen(TokenRange chunk, const NameCandidate& context);
  std::optional<std::uint32_t> title_at(std::uint32_t token, std::uint32_t end,
                                        std::optional<Title>& title);
  bool ends_as_body(TokenRange chunk) const;
  bool ordinary(std::uint32_t token) const;
  bool hyphen(std::uint32_t token) const;
  bool new_line_before(std::uint32_t token) const;

  const NameLists& lists_;
  const Lexicon& lexicon_;
  const Gazetteer& gazetteer_;
  const Analysis& analysis_;
  std::vector<std::string_view> keys_;
  std::vector<const NameWord*> words_;  // by token
  // By token: what was found out about it alone, once it is asked.
  std::vector<std::optional<NameFacts>> facts_;
  std::vector<std::uint8_t> looks_;  // of a name: 0 not yet asked, 1 no, 2 yes
  std::deque<std::string> pool_;
  std::string phrase_, folded_;
  NamePage page_;
  std::vector<bool> titled_;
  bool careless_ = false;  // the report's writer does without capitals
  WordSet capitalised_, lower_;
  WordSet surnames_;  // last words of persons whom the report names in full: "John Major"
  WordSet owned_;     // names with an 's that stands before no noun: "Kovel's said"
  // What known_phrase_end last said of a token, and for which end.
  struct KnownPhrase {
    std::uint32_t end = 0;
    std::uint32_t found = 0;
  };
  std::vector<KnownPhrase> known_phrases_;
  std::vector<NameCandidate> found_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_NAMES_NAME_READER_H_
