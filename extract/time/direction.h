// Whether a clause tells what was or what will be: that is which Tuesday "Tuesday" is.
#ifndef NUTGRAF_EXTRACT_TIME_DIRECTION_H_
#define NUTGRAF_EXTRACT_TIME_DIRECTION_H_

#include <cstdint>

#include "extract/analysis.h"
#include "extract/time/grammar.h"

namespace nutgraf {

enum class Direction : std::uint8_t { unknown, past, future };

// By the verb that the words stand with: the nearest before them in their sentence, else the
// nearest behind. Future: will, may and their like, the present tense, and infinitives and
// participles of planning ("plan to meet", "scheduled for"); a headline's
// present tense is past. Works from tokens and tags alone.
Direction direction_at(const Analysis& analysis, const TimeGrammar& grammar, TokenRange words,
                       const Sentence& sentence);

// Whether "today" means these days: its verb is in the present, and the report has no day or says
// "still".
bool tells_present(const Analysis& analysis, const TimeGrammar& grammar, TokenRange words,
                   const Sentence& sentence, bool dated);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TIME_DIRECTION_H_
