// Which frame a trigger is, and which of its arguments fills which role.
//
// One pass over the patterns of the trigger's lemma, most specific first; the first that fits is
// taken. Time is linear in patterns of the lemma times arguments; nothing is tried twice.
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

struct FrameMatch {
  const Program::PatternRow* pattern = nullptr;  // nullptr: no frame
  std::uint32_t failed = npos;  // of the nearest pattern that did not fit, the index of its test
  const Program::PatternRow* nearest = nullptr;  // that pattern; nullptr: none was tried in vain
};

FrameMatch match(const Program& program, const TriggerView& candidate);

// Bit i is set when the argument fills FrameRole i under the frame.
std::uint32_t roles_of(const Program& program, const Program::FrameRow& frame,
                       const Argument& argument);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_MATCHER_H_
