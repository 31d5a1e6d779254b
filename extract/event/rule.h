// A frame: what one kind of act looks like in words, as a linguist writes it.
//
//   frame shoot-down
//     type    assault aerial
//     verbs   shoot down, down
//     nouns   downing
//     target  object: @vehicle @person
//     needs   object: @vehicle
//     yes     Rebels shot down a helicopter near Keld. => actor Rebels; at Keld
//     no      The editors shot down the idea.
//
// This is the symbolic form; the grammar stands in schemas/rules.md. rule_parser.h reads it,
// compiler.h turns it into the program that matcher.h runs. print() and parse_rules() are inverse.
#ifndef NUTGRAF_EXTRACT_EVENT_RULE_H_
#define NUTGRAF_EXTRACT_EVENT_RULE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"

namespace nutgraf {

enum class FrameRole : std::uint8_t { actor, target, at, from, to, with, count };

// Where an argument stands. Passive, nominal, relative and participial forms are already turned
// back: `subject` of "the town was shelled by rebels" and of "the rebels' shelling of the town" are
// the rebels, `object` is the town.
enum class Position : std::uint8_t {
  subject,
  object,
  indirect,     // "gave THE REBELS arms"
  preposition,  // "fired ON protesters"
  complement,   // the verb of a clause: "ordered police TO LEAVE"
  before,       // a word before the noun: "TRADE deal"
  sentence,     // any noun of the sentence; classes only
  within,       // inside the phrase or clause of an object, when the role is else empty: "rejected
                // A RIVAL'S offer", "demanded that THE ARMY leave"
};

struct RoleSlot {
  Position position = Position::subject;
  std::string preposition;  // only with Position::preposition

  friend bool operator==(const RoleSlot&, const RoleSlot&) = default;
};

// "@weapon" is a class of data/lexicon/en/classes.txt, or @person, @group, @place, @name; a plain
// word is a lemma.
struct Filler {
  bool is_class = false;
  std::string word;

  friend bool operator==(const Filler&, const Filler&) = default;
};

// "target object, on: @person @place". No fillers: anything.
struct RoleLine {
  FrameRole role = FrameRole::actor;
  std::vector<RoleSlot> slots;  // empty: nothing fills the role ("actor none")
  std::vector<Filler> fillers;

  friend bool operator==(const RoleLine&, const RoleLine&) = default;
};

// "needs object: @weapon", "veto sentence: @sport". No fillers: the slot is filled at all.
struct FrameCondition {
  bool veto = false;
  RoleSlot slot;
  std::vector<Filler> fillers;

  friend bool operator==(const FrameCondition&, const FrameCondition&) = default;
};

// The words of a trigger: a verb first, a noun or adjective last. One word that begins with "@" is
// a set: each trigger of the set stands for it.
using Trigger = std::vector<std::string>;

// "set killing" and a line "words kill, slay, shoot dead": triggers under one name.
struct SynonymSet {
  std::string name;
  std::vector<Trigger> words;
  std::string file;
  std::uint64_t line = 0;  // of its first line

  friend bool operator==(const SynonymSet& a, const SynonymSet& b) {
    return a.name == b.name && a.words == b.words;
  }
};

struct Expectation {
  std::string role;  // actor, target, at, from, to, with, reported, modality, polarity
  std::string words;

  friend bool operator==(const Expectation&, const Expectation&) = default;
};

struct RuleExample {
  bool yes = true;
  std::string text;
  std::vector<Expectation> expected;

  friend bool operator==(const RuleExample&, const RuleExample&) = default;
};

struct EventFrame {
  std::string name;
  std::string type;  // empty: the event is there without a type ("type none")
  std::string mode;
  // The type when the clause or noun it governs is a hostile act: "vowed to attack" is threaten,
  // "vowed to help" agree.
  std::string hostile;
  std::vector<Trigger> verbs;
  std::vector<Trigger> nouns;
  std::vector<Trigger> adjectives;
  std::vector<Trigger> light;  // light verbs of its nouns beyond the lexicon's
  std::vector<RoleLine> roles;
  std::vector<FrameCondition> conditions;
  std::string casualty;  // state of its counted targets: dead, wounded, …; empty: none
  std::vector<RuleExample> examples;
  std::string file;
  std::uint64_t line = 0;  // of its first line

  // Equal when they say the same, wherever they stand.
  friend bool operator==(const EventFrame& a, const EventFrame& b) {
    return a.name == b.name && a.type == b.type && a.mode == b.mode && a.hostile == b.hostile &&
           a.verbs == b.verbs && a.nouns == b.nouns && a.adjectives == b.adjectives &&
           a.light == b.light && a.roles == b.roles && a.conditions == b.conditions &&
           a.casualty == b.casualty && a.examples == b.examples;
  }
};

// What rule files hold.
struct Rules {
  std::vector<EventFrame> frames;
  std::vector<SynonymSet> sets;
};

// Whether the trigger is a set's name: {"@killing"}.
inline bool names_set(const Trigger& trigger) { return trigger.front().front() == '@'; }

std::string_view to_string(FrameRole role);
std::optional<FrameRole> parse_frame_role(std::string_view word);
// "subject", "object", …; the preposition itself for Position::preposition.
std::string to_string(const RoleSlot& slot);

// The words with one space between them.
std::string to_string(const Trigger& trigger);
// "needs object: @weapon".
std::string to_string(const FrameCondition& condition);

// The lines of the frame or set, as a rule file has them, with a newline at the end.
std::string print(const EventFrame& frame);
std::string print(const SynonymSet& set);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_RULE_H_
