// Symbolic frames to the bytes of a Program.
#ifndef NUTGRAF_EXTRACT_EVENT_COMPILER_H_
#define NUTGRAF_EXTRACT_EVENT_COMPILER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "extract/event/ontology.h"
#include "extract/event/rule.h"
#include "extract/event/rule_parser.h"
#include "extract/lexicon/data_file.h"
#include "extract/result.h"

namespace nutgraf {

// How much a frame asks for beyond the head of its trigger. The most specific pattern that fits
// wins; equal ones go by the frame's name.
//
//   each further word of the trigger      16
//   each "needs" that names words         8, that names classes 6, that names neither 4
//   each "veto"                           1
std::uint32_t specificity(const Trigger& trigger, const std::vector<FrameCondition>& conditions);

// The role lines in force: the frame's own, and for a role that has none its default (actor:
// subject; target: object, indirect), as far as the slots are not used by the others.
std::vector<RoleLine> roles_in_force(const EventFrame& frame);

// Later frames and sets override earlier ones of the same name. Their order decides nothing else.
// An Error when two frames have a trigger with the same conditions, so that one would never be
// used. Every set that a trigger names is there.
Result<std::string> compile_program(const Rules& rules, const RuleVocabulary& vocabulary);

// The triggers with those of the sets in the place of the sets' names, each once.
std::vector<Trigger> expanded(const std::vector<Trigger>& triggers,
                              const std::vector<SynonymSet>& sets);

// Puts data/rules/en, data/lexicon/en/classes.txt and the ontology into the data file: the program
// and the rules' own text, which users' folders are laid over at run time.
Result<void> compile_rules(const std::string& source_folder, DataWriter& writer);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_COMPILER_H_
