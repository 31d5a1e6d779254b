// Days and ranges of days: the only clock this program knows is the one in its reports.
#ifndef NUTGRAF_EXTRACT_TIME_DAY_H_
#define NUTGRAF_EXTRACT_TIME_DAY_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf {

// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
struct Day {
  std::int32_t number = 0;

  friend auto operator<=>(const Day&, const Day&) = default;
};

struct CivilDate {
  std::int32_t year = 1970;
  std::int32_t month = 1;  // 1 to 12
  std::int32_t day = 1;    // 1 to 31

  friend auto operator<=>(const CivilDate&, const CivilDate&) = default;
};

// nullopt when there is no such day (month 13, 30 February) or the year is outside 1 to 9999.
std::optional<Day> day_of(CivilDate date);
CivilDate civil(Day day);
// 0 is Monday, 6 is Sunday (ISO 8601 order).
int weekday(Day day);
// Reads exactly "YYYY-MM-DD"; nullopt for anything else.
std::optional<Day> parse_iso_day(std::string_view words);
// "YYYY-MM-DD".
std::string iso(Day day);

// Half-open [from, until); an absent bound is open. Both absent: nothing is known of the time.
struct DayRange {
  std::optional<Day> from;
  std::optional<Day> until;

  bool known() const { return from.has_value() || until.has_value(); }

  friend bool operator==(const DayRange&, const DayRange&) = default;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TIME_DAY_H_
