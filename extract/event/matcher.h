// Which frame a trigger is, and which of its arguments fills which role.
//
// The most specific pattern of the trigger's lemma that fits is taken. Patterns that ask for a word
// or a class are found by those of the arguments; the rest are tried in their order. Time is
// linear in the patterns found so times arguments; nothing is tried twice, nothing is taken
// back.
#ifndef NUTGRAF_EXTRACT_EVENT_MATCHER_H_
#define NUTGRAF_EXTRACT_EVENT_MATCHER_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "extract/event/program.h"

namespace nutgraf {

// One noun or verb that hangs on a trigger, in its deep position.
struct Argument {
  Position position = Position::subject;
  std::string_view
      preposition;  // lower case; of Position::preposition, and of clauses their marker
  std::string_view lemma;
  ClassMask classes = 0;
  std::uint32_t token = npos;
  bool particle = false;  // a particle or adverb: it only serves as a word of the trigger
};

struct TriggerView {
  EventForm form = EventForm::verb;
  std::string_view lemma;
  std::span<const Argument> arguments;
  ClassMask sentence = 0;  // of all nouns of the sentence
};

// nullptr: no frame.
const Program::PatternRow* match(const Program& program, const TriggerView& candidate);

// The parts of a match, for telling why. holds() is true of a veto that finds nothing.
bool has_word(std::string_view word, std::span<const Argument> arguments);
bool holds(const Program& program, const Program::TestRow& test, const TriggerView& candidate);
// The first argument that stands where the test asks and is what it asks for; nullptr: none.
const Argument* met_by(const Program& program, const Program::TestRow& test,
                       const TriggerView& candidate);

// Bit i is set when the argument fills FrameRole i under the frame.
std::uint32_t roles_of(const Program& program, const Program::FrameRow& frame,
                       const Argument& argument);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_MATCHER_H_
