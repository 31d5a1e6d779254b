// The finder's own desk for one report: drafts of events and the tables its steps share.
//
// Steps, in their order (each a file of that name):
//   triggers     which tokens are acts: drafts
//   arguments    what hangs on each, in deep positions
//   joining      what acts share: light verbs and nouns, open subjects
//   framing      frame, roles, places and things of each draft
//   within       targets that stand inside an object
//   light_verbs  verbs that leave what they tell to a noun, nouns that belong to a verb
//   doers        whose vehicles act, who did the harm that a clause beside it tells
//   parties      doers and victims that another act tells
//   factuality   polarity and modality; plover_reading: what PLOVER makes of them
//   sources      who reports it
//   placing      places that were not told with the act itself
//   dating       days
//   casualties   how many
//   chains       which drafts are one act
//   scoring      how central each is; events and tuples written
#ifndef NUTGRAF_EXTRACT_EVENT_EVENT_DESK_H_
#define NUTGRAF_EXTRACT_EVENT_EVENT_DESK_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.h"
#include "extract/event/event_lexicon.h"
#include "extract/event/matcher.h"
#include "extract/event/rule_book.h"
#include "extract/extraction.h"
#include "extract/lexicon/lexicon.h"
#include "extract/trace.h"

namespace nutgraf {

// Why an act is as true as it is.
struct Factuality {
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::actual;

  friend bool operator==(const Factuality&, const Factuality&) = default;
};

struct Draft {
  Event event;
  std::uint32_t token = npos;     // the head of the trigger
  std::uint32_t particle = npos;  // token
  std::string_view lemma;         // of the head token
  const VerbGroup* group = nullptr;
  VerbRow verb;
  NounRow noun;
  std::uint32_t first_argument = 0;
  std::uint32_t argument_count = 0;
  std::uint32_t frame = npos;  // of the program
  std::uint32_t light = npos;  // of a noun: the draft of its light verb; of a light verb: its noun
  bool is_light = false;       // a verb that leaves its tuples to its noun
  std::uint32_t part_of = npos;  // of a noun: the draft of the verb whose trigger it belongs to
  Factuality factuality;
  bool own_modal = false;  // an auxiliary, nothing else, makes it no fact
  bool governed = false;   // a governing word does
  bool future = false;     // told as still to come
  // Of the main event only: a place told near it, for its tuples; the event itself claims none.
  std::uint32_t tuple_place = npos;
  bool habitual = false;      // told as done again and again: "each year"
  bool dated = false;         // by words of its clause or sentence
  bool for_summoner = false;  // told by whoever summons, of those who are summoned
  bool lent_targets = false;  // its targets are those of the verb that tells the harm it did
};

// The classes of classes.txt that the finder itself asks for.
struct ClassBits {
  explicit ClassBits(const WordClasses& classes);

  ClassMask quantity, weapon, vehicle, no_verb_event, no_event, planned, possible, negative;
  ClassMask prep_at, prep_from, prep_to, prep_with, other, body, building, acting_place, negator,
      shell, shares_actor, hedge, act_of_words;
  ClassMask range_from, range_until, range_same, condition, prep_act, prep_gerund, prep_noun_act,
      prep_asked, act_of_force, from_doer, sport, election, attributive;
};

struct EventTables {
  const RuleBook& rules;
  const ClassBits& bits;
  const EventLexicon& words;
  const Lexicon& lexicon;
};

struct EventDesk {
  EventDesk(const Analysis& analysis, Extraction& extraction, const EventTables& read_tables,
            Trace* ear);

  const Analysis& desk;
  Extraction& out;
  const EventTables& tables;
  Trace* trace;

  // The day of publication; where that is not told, the dateline's.
  std::optional<Day> published;
  std::vector<Draft> drafts;         // by token
  std::vector<Argument> arguments;   // those of one draft stand together
  std::vector<ClassMask> sentences;  // the classes of all nouns of a sentence
  // By token; npos where there is none.
  std::vector<std::uint32_t> mention_at;  // the mention whose head it is
  std::vector<std::uint32_t> thing_at;
  std::vector<std::uint32_t> time_at;  // the time expression that holds it
  std::vector<std::uint32_t> draft_at;

  std::span<const Argument> arguments_of(const Draft& draft) const {
    return std::span(arguments).subspan(draft.first_argument, draft.argument_count);
  }
  const Token& token(std::uint32_t index) const { return desk.tokens[index]; }
  std::string_view lemma(std::uint32_t index) const { return desk.tokens[index].lemma; }

  // Whether the word that marks the arc, if one does, is of one of the classes.
  bool is_marked(const Arc& arc, ClassMask wanted) const {
    return arc.marker != npos &&
           (tables.rules.classes().of(token(arc.marker).folded) & wanted) != 0;
  }

  // The mention that a noun phrase with this head stands for: its own, or the one it counts ("a
  // group of gunmen", "dozens of people"). npos: none.
  std::uint32_t mention_of(std::uint32_t head) const;
  std::uint32_t named_before(std::uint32_t head) const;
  ClassMask own_classes(std::uint32_t head) const;
  // The frame's mask and the list's for a noun; of kinds when it heads a mention.
  ClassMask classes_of(std::uint32_t head) const;
  void tell(const Draft& draft, bool taken, std::string_view rule, std::string_view reason) const;
};

// Whether a noun with this row and lemma names an act or event by itself; `maybe` is no yes.
bool names_a_deed(const EventTables& tables, const NounRow& row, const Token& token);
// Event::deed.
std::string deed_of(const EventLexicon& words, EventForm form, std::string_view lemma,
                    const NounRow& noun);

// Whether who stands behind the preposition of the noun does what it tells: "aid from Iran".
bool comes_from_doer(const EventDesk& work, const Draft& noun, std::string_view preposition,
                     std::uint32_t token);

// The steps. Each reads what the earlier ones wrote.
void find_things(EventDesk& work);
void find_triggers(EventDesk& work);
void find_arguments(EventDesk& work);
void join_arguments(EventDesk& work);
void find_frames(EventDesk& work);
// Targets inside an object, when all drafts have roles.
void look_within(EventDesk& work);
// Verbs and the acts they govern, when all have frames.
void settle_light_verbs(EventDesk& work);
// Doers that their vehicles or another verb tells.
void find_doers(EventDesk& work);
// Doers and victims that another act tells.
void find_parties(EventDesk& work);
void find_factuality(EventDesk& work);
void read_into_types(EventDesk& work);
void find_sources(EventDesk& work);
void find_places(EventDesk& work);
// Days told in the act's own clause or sentence.
void find_dates(EventDesk& work);
void find_casualties(EventDesk& work);
void find_chains(EventDesk& work);
// Days that follow from another act ("after the takeover") and from the day of publication.
void find_relative_dates(EventDesk& work);
void find_scores(EventDesk& work);
// Nouns that name a deed without telling it. After the chains, whose numbers they go on with.
void find_references(EventDesk& work);
// Who belongs to which named group, as the words beside a noun or a name tell it.
void find_memberships(EventDesk& work);
// Moves the drafts' events into the extraction and makes its tuples.
void write_events(EventDesk& work);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_EVENT_DESK_H_
