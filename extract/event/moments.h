// Which acts share a moment, so that a day told for one is the other's too.
#ifndef NUTGRAF_EXTRACT_EVENT_MOMENTS_H_
#define NUTGRAF_EXTRACT_EVENT_MOMENTS_H_

#include "extract/event/event_desk.h"

namespace nutgraf {

// A verb of saying.
bool speaks(const Draft& draft);

// "troops positioned in the city": its verb stands on a noun.
bool is_participle_on_noun(const EventDesk& work, std::uint32_t token);

// The act above it in its sentence, on which it hangs. "Spoke at a ceremony, where he praised
// them": the ceremony, or what was done there. npos: none.
std::uint32_t host_of(const EventDesk& work, const Draft& draft);

// Whether an act shares the moment of the act above it in its sentence. `up` is the arc that joins
// the draft's head to what it hangs on. A verb of saying shares its moment with what it is said at
// and along with, and with the attitude that it tells ("said he hoped"), not with the deeds it
// tells.
bool shares_moment(const EventDesk& work, const Draft& draft, const Draft& host, const Arc& up);

// The days of another act of its sentence become the draft's.
void take_date(Draft& draft, const Draft& from);

// The acts without a day of their own that hang on a dated one and share its moment take its day.
void share_day(EventDesk& work, const Draft& host);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_MOMENTS_H_
