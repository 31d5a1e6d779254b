// Dates, times and durations as values of the query language.
//
// Days are of the proleptic Gregorian calendar, counted from 1970-01-01; years from -999999999 to
// 999999999. A zone is an offset in seconds east of Greenwich; named zones are not known here.
#ifndef NUTGRAF_GRAPH_CYPHER_TEMPORAL_H_
#define NUTGRAF_GRAPH_CYPHER_TEMPORAL_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::cypher {

inline constexpr std::int64_t nanos_of_second = 1'000'000'000;
inline constexpr std::int64_t seconds_of_day = 86'400;
inline constexpr std::int64_t nanos_of_day = seconds_of_day * nanos_of_second;

struct Date {
  std::int64_t day = 0;

  friend auto operator<=>(const Date&, const Date&) = default;
};

struct LocalTime {
  std::int64_t nanos = 0;  // since midnight

  friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

struct Time {
  std::int64_t nanos = 0;  // since midnight, by its own clock
  std::int32_t offset = 0;

  // At Greenwich, may be below zero or above a day.
  std::int64_t instant() const { return nanos - offset * nanos_of_second; }
  friend bool operator==(const Time&, const Time&) = default;
};

struct LocalDateTime {
  std::int64_t day = 0;
  std::int64_t nanos = 0;

  friend auto operator<=>(const LocalDateTime&, const LocalDateTime&) = default;
};

struct DateTime {
  std::int64_t day = 0;  // by its own clock
  std::int64_t nanos = 0;
  std::int32_t offset = 0;

  // Seconds since 1970-01-01T00:00 at Greenwich; nanoseconds within the second are `nanos`'s.
  std::int64_t epoch_seconds() const {
    return day * seconds_of_day + nanos / nanos_of_second - offset;
  }
  friend bool operator==(const DateTime&, const DateTime&) = default;
};

struct Duration {
  std::int64_t months = 0;
  std::int64_t days = 0;
  std::int64_t seconds = 0;
  std::int64_t nanos = 0;  // 0 to 999999999: a second below zero and nanoseconds above it

  friend bool operator==(const Duration&, const Duration&) = default;
};

struct Civil {
  std::int64_t year = 1970;
  std::int64_t month = 1;
  std::int64_t day = 1;
};

// nullopt when there is no such day.
std::optional<Date> date_of(const Civil& civil);
Civil civil_of(Date date);
std::int64_t days_in_month(std::int64_t year, std::int64_t month);
int weekday_of(Date date);  // 1 is Monday, 7 is Sunday
struct WeekDate {
  std::int64_t year = 0;
  std::int64_t week = 0;
};
WeekDate week_of(Date date);  // ISO 8601
std::optional<Date> date_of_week(std::int64_t year, std::int64_t week, std::int64_t weekday);
std::int64_t day_of_year(Date date);

// ISO 8601, extended or basic form: "2015-07-21", "201507", "2015-W30-2", "2015-202", "2015Q2" not.
std::optional<Date> parse_date(std::string_view words);
std::optional<LocalTime> parse_local_time(std::string_view words);
std::optional<Time> parse_time(std::string_view words);  // without a zone: Greenwich
std::optional<LocalDateTime> parse_local_date_time(std::string_view words);
std::optional<DateTime> parse_date_time(std::string_view words);
std::optional<std::int32_t> parse_offset(std::string_view words);  // "Z", "+01:00", "-0830"
std::optional<Duration> parse_duration(std::string_view words);    // "P1Y2M3DT4H5M6.7S"

std::string text_of(Date date);
std::string text_of(LocalTime time);
std::string text_of(Time time);
std::string text_of(LocalDateTime time);
std::string text_of(DateTime time);
std::string text_of(const Duration& duration);
std::string text_of_offset(std::int32_t offset);

// Whether each part is small enough for what is done with it: below 10^16 either way.
bool sound(const Duration& duration);
// Whether the day lies in a year that there is.
bool sound(Date date);
// Duration with seconds and nanoseconds brought into range.
Duration duration_of(std::int64_t months, std::int64_t days, std::int64_t seconds,
                     std::int64_t nanos);
// Months first (the day cut to the month's last), then days, then the clock.
LocalDateTime plus(LocalDateTime time, const Duration& duration);
// Quotient rounded down, and its remainder, 0 or above. Requires by > 0.
std::int64_t floor_div(std::int64_t number, std::int64_t by);
std::int64_t floor_mod(std::int64_t number, std::int64_t by);

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_TEMPORAL_H_
