// Dates as people type them in the shell.
#ifndef NUTGRAF_TOOLS_DATES_H_
#define NUTGRAF_TOOLS_DATES_H_

#include <string_view>

#include "extract/result.h"
#include "extract/time/day.h"

namespace nutgraf {

// The machine's day; for words such as "last week" only.
Day today();

// What parse_days (graph/filter.h) reads, and today, yesterday, this and last week, month, year,
// counted from `today`.
Result<DayRange> parse_days_or_words(std::string_view words, Day today);
// The same, counted from the machine's day; for the shell only.
Result<DayRange> parse_days_or_words(std::string_view words);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_DATES_H_
