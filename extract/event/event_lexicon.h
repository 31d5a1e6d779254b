// What verbs and nouns of events do, frames aside: data/lexicon/en/verbs.txt and event-nouns.txt,
// then what make-event-words.py drafted of them; and
// which of them tell one deed: deeds.txt.
#ifndef NUTGRAF_EXTRACT_EVENT_EVENT_LEXICON_H_
#define NUTGRAF_EXTRACT_EVENT_EVENT_LEXICON_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/extraction.h"
#include "extract/lexicon/data_file.h"
#include "extract/result.h"

namespace nutgraf {

// What a governor makes of the act it governs.
enum class Effect : std::uint8_t { fact, planned, possible, requested, negative, hypothetical };

enum class VerbClass : std::uint8_t {
  none,
  speech,
  light,
  light_target,
  aspect,
  motion,
  state,
  modal,
  quality,
  claim,
  blame
};

// Where the words beside a noun of action belong.
enum class NounSlot : std::uint8_t { by_rule, subject, object, none };

struct VerbRow {
  bool subject_is_target = false;  // when it has no object
  bool thing_is_target = false;    // the same, unless the subject is a person or a group
  Effect to = Effect::fact;
  Effect that = Effect::fact;
  Effect noun = Effect::fact;
  VerbClass verb_class = VerbClass::none;
};

enum class IsEvent : std::uint8_t { unknown, yes, no, maybe };

struct NounRow {
  IsEvent event = IsEvent::unknown;
  NounSlot of = NounSlot::by_rule;
  NounSlot possessive = NounSlot::by_rule;
  NounSlot compound = NounSlot::by_rule;
  Effect clause = Effect::fact;
  std::string_view verb;  // empty: none
};

class EventLexicon {
 public:
  static Result<EventLexicon> open(const DataFile& data);

  // "urge", "call on"; a default row for what the list does not have.
  VerbRow verb(std::string_view lemma) const;
  bool has_verb(std::string_view lemma) const { return verbs_.find(lemma) != StringTable::missing; }
  NounRow noun(std::string_view lemma) const;
  // The family of words for one deed that a lemma of this form belongs to; empty: none is listed.
  std::string_view deed_family(EventForm form, std::string_view lemma) const;
  // Whether words, folded and parted by one space, are the name of an event: "cold war". The words
  // of the longest such name are not more than `longest_event_name`.
  bool is_event_name(std::string_view folded) const {
    return event_names_.find(folded) != StringTable::missing;
  }
  static constexpr std::size_t longest_event_name = 4;
  // Whether the noun stands for somebody who belongs to the group beside it, and the preposition
  // may stand between the two: data/lexicon/en/member-nouns.txt.
  bool is_member_noun(std::string_view lemma) const;
  bool is_member_preposition(std::string_view folded) const;

 private:
  struct PackedVerb {
    std::uint8_t subject = 0;
    std::uint8_t to = 0;
    std::uint8_t that = 0;
    std::uint8_t noun = 0;
    std::uint8_t verb_class = 0;
    std::uint8_t unused[3] = {};
  };
  struct PackedNoun {
    std::uint8_t event = 0;
    std::uint8_t of = 0;
    std::uint8_t possessive = 0;
    std::uint8_t compound = 0;
    std::uint8_t clause = 0;
    std::uint8_t unused[3] = {};
    std::uint32_t verb = 0;  // offset in texts
    std::uint32_t verb_size = 0;
  };
  struct PackedFamily {
    std::uint32_t name = 0;  // offset in texts
    std::uint32_t name_size = 0;
  };
  using Families = std::vector<std::pair<std::string, std::uint32_t>>;
  static Result<void> read_families(const std::string& source_folder, std::string& texts,
                                    std::vector<PackedFamily>& rows, Families& names);
  static Result<void> read_event_names(const std::string& source_folder, Families& names);
  static Result<void> read_member_words(const std::string& source_folder, Families& names);
  friend Result<void> compile_event_lexicon(const std::string& source_folder, DataWriter& writer);

  std::span<const PackedVerb> verb_rows_;
  std::span<const PackedNoun> noun_rows_;
  std::string_view texts_;
  StringTable event_names_;
  StringTable member_words_;
  StringTable verbs_;
  StringTable nouns_;
  std::span<const PackedFamily> family_rows_;
  StringTable families_;  // by "v " or "n " and the lemma
};

Result<void> compile_event_lexicon(const std::string& source_folder, DataWriter& writer);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_EVENT_LEXICON_H_
