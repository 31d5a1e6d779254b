// On which days a holiday falls.
#ifndef NUTGRAF_EXTRACT_TIME_HOLIDAY_H_
#define NUTGRAF_EXTRACT_TIME_HOLIDAY_H_

#include <cstdint>
#include <optional>

#include "extract/time/grammar.h"

namespace nutgraf {

// Western Easter Sunday of a year from 1583 on (the anonymous Gregorian computus, Nature 1876).
std::optional<Day> easter(std::int32_t year);

// The first day of a month of the tabular Islamic calendar (civil epoch, 30-year cycle with leap
// years 2 5 7 10 13 16 18 21 24 26 29); the sighted calendar differs by a day or two.
Day islamic_month(std::int32_t year, std::int32_t month);

// The holiday's days in that Gregorian year; nullopt when the year has none.
std::optional<DayRange> holiday_in(const HolidayRow& row, std::int32_t year);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TIME_HOLIDAY_H_
