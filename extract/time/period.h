// Stretches of the calendar: the day, week, month … that a TIMEX3 value names.
//
// A period is its level and its number on that level's own count, so that "two months later" is an
// addition and "the week of that day" a division:
//
//   day      days from 1970-01-01            2016-11-03
//   week     weeks from Monday 1969-12-29    2016-W44      (ISO 8601)
//   weekend  the same count                  2016-W44-WE
//   month    12 x year + month - 1           2016-11
//   quarter  4 x year + quarter - 1          2016-Q4
//   half     2 x year + half - 1             2016-H2
//   season   4 x year + 0 spring … 3 winter  2016-WI       (winter begins in December of its year)
//   year     the year                        2016
//   fiscal   the year in which it ends       FY2016        (no range: countries differ)
//   decade   year / 10                       201
//   century  year / 100                      20
#ifndef NUTGRAF_EXTRACT_TIME_PERIOD_H_
#define NUTGRAF_EXTRACT_TIME_PERIOD_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/time/day.h"

namespace nutgraf {

enum class Level : std::uint8_t {
  day,
  week,
  weekend,
  month,
  quarter,
  half,
  season,
  year,
  fiscal,
  decade,
  century
};

struct Period {
  Level level = Level::day;
  std::int32_t index = 0;

  friend auto operator<=>(const Period&, const Period&) = default;
};

// The period of the level in which the day lies. A weekend is that of the day's week; January and
// February lie in the winter of the year before.
Period containing(Level level, Day day);

// First day, and the day after the last; nothing for fiscal years and for what reaches outside the
// years 1 to 9999.
DayRange range_of(Period period);

// As TIMEX3 writes it; empty when the year is outside 1 to 9999.
std::string print(Period period);
// Reads what print() writes; nullopt for anything else.
std::optional<Period> parse_period(std::string_view value);

// The day `months` later; the last day of the month where the month is shorter.
std::optional<Day> add_months(Day day, std::int32_t months);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TIME_PERIOD_H_
