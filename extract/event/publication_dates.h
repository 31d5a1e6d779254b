// Days of acts whose sentence tells none.
#ifndef NUTGRAF_EXTRACT_EVENT_PUBLICATION_DATES_H_
#define NUTGRAF_EXTRACT_EVENT_PUBLICATION_DATES_H_

#include "extract/event/event_desk.h"

namespace nutgraf {

// "The mayor resigned Monday. … He said …": what a doer did next in the same telling was that day.
void follow_actors(EventDesk& work, Day published);

// Acts without a day: those that the report tells as its news happened on the day of publication,
// others up to it, plans from it on.
void date_by_publication(EventDesk& work, Day published);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_PUBLICATION_DATES_H_
