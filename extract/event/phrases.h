// What a noun phrase stands for beside an act, for the collecting of arguments.
#ifndef NUTGRAF_EXTRACT_EVENT_PHRASES_H_
#define NUTGRAF_EXTRACT_EVENT_PHRASES_H_

#include <cstdint>

#include "extract/event/event_desk.h"

namespace nutgraf {

// All take and give indexes of tokens of the desk.

// The person whose name follows the name of a body without a comma; else `token` itself.
std::uint32_t person_behind(const EventDesk& work, std::uint32_t token);
// The act above a noun that stands for people; else `noun` itself.
std::uint32_t past_people(const EventDesk& work, std::uint32_t noun);
// Whether "which" stands between a noun and the verb of its relative clause.
bool told_by_which(const EventDesk& work, std::uint32_t noun, std::uint32_t verb);
// Whether the mention, or another of its entity, acts in the draft.
bool acts_itself(const EventDesk& work, const Draft& draft, std::uint32_t mention);
// Whether what stands behind the preposition is where something is.
bool tells_where(const EventDesk& work, std::string_view preposition);
// Whether the word names a sea, a mountain or the like.
bool is_land_or_sea(const EventDesk& work, std::uint32_t token);
// Whether a word before an act names a town or the like, so that the act was there.
bool is_site(const EventDesk& work, std::uint32_t token);
// Whether a noun that was read as a subject stands behind a preposition.
bool behind_preposition(const EventDesk& work, std::uint32_t noun);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_PHRASES_H_
