// Acts in which nobody takes part did not happen: "no soldiers were hurt", "killed no one".
#ifndef NUTGRAF_EXTRACT_EVENT_NEGATION_H_
#define NUTGRAF_EXTRACT_EVENT_NEGATION_H_

#include <cstdint>

#include "extract/event/event_desk.h"

namespace nutgraf {

// The token of the subject, object or agent of `verb` that says that there is none: "nobody", "none
// of them", "no rebel group"; npos when there is no such. A number that "no" only bounds is one:
// "no fewer than 30 people".
std::uint32_t none_among_parts(const EventDesk& work, std::uint32_t verb);
// "too poor to pay": whether the adjective is said to be too much for what follows.
bool is_beyond(const EventDesk& work, std::uint32_t adjective);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_NEGATION_H_
