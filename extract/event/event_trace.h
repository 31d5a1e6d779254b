// What `why` and `extract --explain` are told of an act: its frame and the nearest that did not
// fit, each role's reason, factuality's cause, what attached its day and place. Only for those who
// listen.
#ifndef NUTGRAF_EXTRACT_EVENT_EVENT_TRACE_H_
#define NUTGRAF_EXTRACT_EVENT_EVENT_TRACE_H_

#include <cstddef>

#include "extract/event/event_desk.h"

namespace nutgraf {

// `found` is what match() gave for the candidate; nullptr: none.
void tell_frame(const EventDesk& work, const Draft& draft, const TriggerView& candidate,
                const Program::PatternRow* found);

// How much stood in an event before an argument was read.
struct Filled {
  explicit Filled(const Event& event)
      : actors(event.actors.size()),
        targets(event.targets.size()),
        places(event.places.size()),
        things(event.things.size()) {}

  std::size_t actors;
  std::size_t targets;
  std::size_t places;
  std::size_t things;
};

// What the argument filled since, and which line of the frame took it.
void tell_roles(const EventDesk& work, const Draft& draft, const Argument& argument,
                const Filled& before);

// Factuality, day, place, source, chain and score of each act, when all is done.
void tell_attachments(const EventDesk& work);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_EVENT_TRACE_H_
