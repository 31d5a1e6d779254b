// Where and when the main event of a report happened, as its first sentences tell it.
#ifndef NUTGRAF_EXTRACT_EVENT_MAIN_EVENT_H_
#define NUTGRAF_EXTRACT_EVENT_MAIN_EVENT_H_

#include "extract/event/event_desk.h"

namespace nutgraf {

// The first place of the event, a mention, that has a name or a point, or one told within it; "a
// hotel" only when there is no other; npos: none.
std::uint32_t best_place(const EventDesk& work, const Draft& draft);

// Gives the main event a place and a day from its sentence, the lead and the dateline where its
// clause tells none, and for a wide place the one town in it that the lead tells of.
void complete_main_event(EventDesk& work, Draft& main);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_MAIN_EVENT_H_
