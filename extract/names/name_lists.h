// What the lists of data/lexicon/en/ know of names, titles, demonyms and actors' nouns, compiled
// into the section "names".
//
// Words and phrases are looked up by key: the folded token without dots, marks taken off; the
// tokens of a phrase parted by one space, hyphens left out ("al qaeda", "u s" is "us").
#ifndef NUTGRAF_EXTRACT_NAMES_NAME_LISTS_H_
#define NUTGRAF_EXTRACT_NAMES_NAME_LISTS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "extract/extraction.h"
#include "extract/lexicon/data_file.h"
#include "extract/result.h"

namespace nutgraf {

// Bits of NameWord::flags.
enum NameFlag : std::uint32_t {
  given_female = 1U << 0U,
  given_male = 1U << 1U,
  given_either = 1U << 2U,
  syllable = 1U << 3U,  // a given name only beside an East Asian surname
  surname = 1U << 4U,
  east_surname = 1U << 5U,
  particle = 1U << 6U,
  joined = 1U << 7U,
  junior = 1U << 8U,
  corporate = 1U << 9U,
  ordinal = 1U << 10U,
  takes_of = 1U << 11U,     // a name's head noun over "of": Ministry, University
  of_is_group = 1U << 12U,  // that name is a group, else a place or another thing
  owner = 1U << 13U,        // its 's stays inside a name: People's Party
  closing = 1U << 14U,      // a corporate end that nothing follows: Inc, Ltd
  renowned = 1U << 15U,     // a surname that news writes alone: Obama
  holder = 1U << 16U,       // a post whose 's stays inside a body's name: Sheriff's Office
};
inline constexpr std::uint32_t given_any = given_female | given_male | given_either;

// Classes of words around names, one bit each.
enum class ContextClass : std::uint8_t {
  say,
  mental,
  locative,
  toward,
  direction,
  thing,
  member,
  controls,
  leads,
  bases,
  pronoun,
  contest,
  contest_side,    // prepositions before the other side of a contest
  restates,        // nouns that say again that the name before them is a body's
  body_noun,       // nouns behind a body's name that tell its kind
  seeming,         // verbs after an "it" that stands for nothing
  seeming_clause,  // what then follows them
  weather,         // verbs of the weather
  clause_start,    // what follows "it is clear"
  several,         // pronouns for more than one, and for a body
  he,              // pronouns for a man
  she,             // pronouns for a woman
  name_of,         // prepositions inside names of bodies: Ministry of
  name_head_of,    // prepositions behind the head noun of a name
  name_joint,      // prepositions that join a name to what follows
  phrase_of,       // prepositions behind the head of a body or place
  name_fringe,     // words that begin no name
  sport,           // words of pages of sport
  sport_head,      // what a page of sport begins with: SOCCER
  sport_role,      // who plays, trains, keeps a club
  market,          // words of pages of markets and companies
  table_head,      // heads of the columns of its tables: PCT
  never_first,     // words that begin no name at the start of a sentence: Great
  office_of,       // nouns behind a surname: the X administration
  nation,          // lands that are no states and have teams of their own: Scotland
  dismissal,       // letters of a cricket scoreboard: caught, bowled
  event_noun,      // nouns behind the name of an event: the X tournament
  body_told,       // nouns behind an unknown name that tell a body: X television
  sport_class,     // what divisions of a sport are called: EASTERN DIVISION
  press_head,      // the first words of a page that tells what newspapers say: PRESS DIGEST
  outcome,         // nouns of a contest behind its winner: Arsenal's win
  bearing,         // points of the compass: south of X
  distance,        // units of length: 20 km from X
  lead_over,       // nouns of a lead in a table: two games of Boston
  numbered,        // nouns that a number or a letter tells apart: Flight 447, Group C
  spoken_with,     // verbs over "to" or "with" somebody
  trades,          // what companies do
  befalls,         // what people do and suffer: a bare number beside it counts people
  street,          // nouns of streets that have numbers
  quarter,         // points of the compass before the number of a street
  land,            // nouns behind the name of a land: Borno state
  acts_before,     // who acts, before the noun of the act: rebel attack
  act_noun,        // nouns of deeds that WordNet lacks or takes for words: airstrike, protest
  abstract,        // what a noun is of that is then nobody: a state of emergency
  party_letter,    // of a party, before a member's state: (D-Mass.)
  counting,        // words that stand for a number of them: others, many
  undergoes,       // verbs whose object or passive subject is a person as a rule: elect, arrest
  stake,           // nouns over "in" and a company: shares in X
  facility,        // nouns behind the name of what is built, though a person bore the name
  nearby,          // prepositions before places and hardly before persons: near
  count
};

// A word as a part of names.
struct NameWord {
  std::uint32_t flags = 0;
  std::uint32_t phrase_length = 0;  // tokens of the longest phrase that begins with it
  // Weights for the kinds group, place, other when it stands last, first, or anywhere in a name.
  std::array<std::int8_t, 3> last{};
  std::array<std::int8_t, 3> first{};
  std::array<std::int8_t, 3> any{};
  std::array<std::int8_t, 3> padding{};
};

enum class ActorClass : std::uint8_t { role, person, body, unit, place, part, loose, never };

struct ActorNoun {
  Kind kind = Kind::person;
  Gender gender = Gender::unknown;
  ActorClass actor_class = ActorClass::person;
  std::uint8_t padding = 0;
};

struct KnownGroup {
  std::string_view name;   // as it is shown
  std::string_view shown;  // the group class: armed, state, party, …
  std::string_view country;
  std::uint32_t group = 0;  // the same for all aliases of one group
  bool capitals = false;    // this alias counts only in capitals, or as it is written in the list
  bool of_trade = false;    // this alias counts only on a page of its trade: sport, markets
  std::string_view written;
};

struct Demonym {
  std::string_view country;  // ISO code, empty for peoples of no one country
  bool adjective = false;
  bool one = false;   // a noun for one of the people: "Briton"
  bool many = false;  // a noun for several: "Britons"
};

struct Title {
  std::string_view role;
  Gender gender = Gender::unknown;
};

enum class HiddenClass : std::uint8_t { none, time, other };

// The kinds that evidence tells: three kinds of mention and names that are no mention.
inline constexpr std::size_t evidence_kinds = 4;
using Weights = std::array<std::int32_t, evidence_kinds>;  // person, group, place, other

// The signs of name-evidence.txt, in the order of that file.
enum class Sign : std::uint8_t {
  given_first,
  given_alone,
  syllables,
  surname_last,
  surname_ending,
  initial_inside,
  particle_inside,
  joined_start,
  junior_end,
  title_before,
  known_group,
  known_group_plain,
  corporate_end,
  country,
  place_large,
  place_known,
  place_common_word,
  acronym,
  unknown_pair,
  unknown_triple,
  unknown_single,
  article_before,
  said_by,
  mental_subject,
  locative_before,
  toward_before,
  region_follows,
  direction_before,
  kind_noun_of,
  age_after,
  who_after,
  person_noun_beside,
  group_noun_beside,
  place_noun_beside,
  thing_noun_beside,
  actor_noun_after,
  based_after,
  led_after,
  held_after,
  initials_in_brackets,
  quoted,
  surname_inside,
  initials_end,
  body_for,
  number_after,
  member_of,
  from_longer,
  plural_with_article,
  ordinary_words,
  place_minor,
  score_beside,
  club_slot,
  dateline,
  country_in_brackets,
  shirt_number,
  cricket_figures,
  market_page,
  list_mate,
  club_row,
  club_versus,
  club_bracket,
  club_role,
  club_side,
  club_acts,
  club_of,
  club_listed,
  club_elsewhere,
  place_of_play,
  from_company,
  acronym_with_article,
  office_of_person,
  unknown_plural,
  sentence_start_only,
  region_behind,
  camel_case,
  event_noun_after,
  staff_at,
  place_listed,
  result_row,
  owned_end,
  sport_class,
  press_line,
  bearing_after,
  renowned,
  his_own,
  spoken_with,
  its_own,
  trades,
  undergoes,
  land_end,
  compass_end,
  ordinary_end,
  near_before,
  scorer,
  acronym_first,
  stake_in,
  count
};

std::string_view to_string(Sign sign);  // "given-first"

class NameLists {
 public:
  static Result<NameLists> open(const DataFile& data);

  // A word that no list has gives an empty NameWord.
  const NameWord& word(std::string_view key) const;  // lives as long as the data
  std::optional<KnownGroup> group(std::string_view key) const;
  std::optional<Title> title(std::string_view key) const;
  std::optional<Demonym> demonym(std::string_view key) const;
  HiddenClass hidden(std::string_view key) const;
  std::optional<ActorNoun> actor(std::string_view lemma) const;
  bool context(std::string_view lemma, ContextClass wanted) const {
    return has_context(contexts(lemma), wanted);
  }
  // All its classes, a bit each.
  std::uint64_t contexts(std::string_view lemma) const;
  static bool has_context(std::uint64_t classes, ContextClass wanted) {
    return ((classes >> static_cast<std::uint32_t>(wanted)) & 1U) != 0;
  }
  // The weight of a surname's ending, 0 when it has none.
  int surname_ending(std::string_view key) const;
  const Weights& weights(Sign sign) const { return weights_[static_cast<std::size_t>(sign)]; }

 private:
  friend class NameListsWriter;
  struct Text {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  enum class AliasMark : std::uint32_t { none, in_capitals, of_trade };
  struct GroupRow {
    Text name;
    Text group_class;
    Text country;
    Text written;
    std::uint32_t group = 0;
    AliasMark mark = AliasMark::none;
  };
  struct TitleRow {
    Text role;
    std::uint32_t gender = 0;
  };
  struct DemonymRow {
    Text country;
    std::uint32_t forms = 0;  // 1 adjective, 2 one, 4 many
  };
  struct EndingRow {
    Text ending;
    std::int32_t weight = 0;
  };
  std::string_view cut(Text text) const { return strings_.substr(text.begin, text.size); }

  StringTable words_, groups_, titles_, demonyms_, hidden_, actors_, contexts_;
  std::span<const NameWord> word_rows_;
  std::span<const std::uint64_t> context_rows_;
  std::span<const GroupRow> group_rows_;
  std::span<const TitleRow> title_rows_;
  std::span<const DemonymRow> demonym_rows_;
  std::span<const ActorNoun> actor_rows_;
  std::span<const EndingRow> endings_;
  std::span<const Weights> weights_;
  std::string_view strings_;
};

// The key of one token: `folded` without dots and marks. For a token of ASCII without dots it is
// `folded` itself, else it is written to `scratch`.
std::string_view name_key(std::string_view folded, std::string& scratch);

// Compiles the lists; an Error tells file, line and what is wrong.
Result<void> compile_names(const std::string& source_folder, DataWriter& writer);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_NAMES_NAME_LISTS_H_
