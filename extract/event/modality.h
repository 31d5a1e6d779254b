// How the truths of an act and of the words above it add up.
#ifndef NUTGRAF_EXTRACT_EVENT_MODALITY_H_
#define NUTGRAF_EXTRACT_EVENT_MODALITY_H_

#include "extract/event/event_desk.h"

namespace nutgraf {

bool actual(const Factuality& f);
Modality modality_of(Effect effect);
// What a governor that is `base` itself makes of an act by its `effect`.
Factuality under(const Factuality& base, Effect effect);
// Whether the arc leads to a subject or object that is nobody: "no group", "no steps", "nobody".
bool has_nobody(const EventDesk& work, const Arc& arc);
// The stronger of what stands above and of what the act's own auxiliaries say.
Factuality both(const Factuality& above, const Factuality& own);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_MODALITY_H_
