// The calendar, and what durations do to it.
#include "graph/cypher/temporal.h"

#include <algorithm>

namespace nutgraf::cypher {

std::int64_t floor_div(std::int64_t number, std::int64_t by) {
  return number / by - (number % by < 0 ? 1 : 0);
}
std::int64_t floor_mod(std::int64_t number, std::int64_t by) {
  const std::int64_t rest = number % by;
  return rest < 0 ? rest + by : rest;
}

namespace {

bool leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

// Days from 1970-01-01 to the first of March of the year, by eras of 400 years.
std::int64_t day_number(const Civil& civil) {
  const std::int64_t year = civil.month <= 2 ? civil.year - 1 : civil.year;
  const std::int64_t era = floor_div(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t month = (civil.month + 9) % 12;
  const std::int64_t day = (153 * month + 2) / 5 + civil.day - 1;
  return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day - 719'468;
}

}  // namespace

std::int64_t days_in_month(std::int64_t year, std::int64_t month) {
  if (month == 2) return leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::optional<Date> date_of(const Civil& civil) {
  constexpr std::int64_t last_year = 999'999'999;
  if (civil.year < -last_year || civil.year > last_year) return std::nullopt;
  if (civil.month < 1 || civil.month > 12 || civil.day < 1) return std::nullopt;
  if (civil.day > days_in_month(civil.year, civil.month)) return std::nullopt;
  return Date{day_number(civil)};
}

Civil civil_of(Date date) {
  const std::int64_t shifted = date.day + 719'468;
  const std::int64_t era = floor_div(shifted, 146'097);
  const std::int64_t of_era = shifted - era * 146'097;
  const std::int64_t year_of_era =
      (of_era - of_era / 1460 + of_era / 36'524 - of_era / 146'096) / 365;
  const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month = (5 * of_year + 2) / 153;
  const std::int64_t year = year_of_era + era * 400 + (month >= 10 ? 1 : 0);
  return {year, month < 10 ? month + 3 : month - 9, of_year - (153 * month + 2) / 5 + 1};
}

int weekday_of(Date date) { return static_cast<int>(floor_mod(date.day + 3, 7)) + 1; }

std::int64_t day_of_year(Date date) {
  return date.day - day_number({civil_of(date).year, 1, 1}) + 1;
}

WeekDate week_of(Date date) {
  // The Thursday of a week lies in the year that the week belongs to.
  const Date thursday{date.day - weekday_of(date) + 4};
  return {civil_of(thursday).year, (day_of_year(thursday) - 1) / 7 + 1};
}

std::optional<Date> date_of_week(std::int64_t year, std::int64_t week, std::int64_t weekday) {
  if (week < 1 || week > 53 || weekday < 1 || weekday > 7) return std::nullopt;
  const std::optional<Date> fourth = date_of({year, 1, 4});
  if (!fourth) return std::nullopt;
  const Date found{fourth->day - weekday_of(*fourth) + (week - 1) * 7 + weekday};
  if (week_of(found).year != year) return std::nullopt;
  return found;
}

bool sound(const Duration& duration) {
  constexpr std::int64_t most = 10'000'000'000'000'000;
  const auto small = [](std::int64_t number) { return number > -most && number < most; };
  return small(duration.months) && small(duration.days) && small(duration.seconds);
}

bool sound(Date date) {
  constexpr std::int64_t most = 365'000'000'000;
  return date.day > -most && date.day < most;
}

Duration duration_of(std::int64_t months, std::int64_t days, std::int64_t seconds,
                     std::int64_t nanos) {
  return {months, days, seconds + floor_div(nanos, nanos_of_second),
          floor_mod(nanos, nanos_of_second)};
}

LocalDateTime plus(LocalDateTime time, const Duration& duration) {
  if (duration.months != 0) {
    Civil civil = civil_of(Date{time.day});
    const std::int64_t months = civil.year * 12 + civil.month - 1 + duration.months;
    civil.year = floor_div(months, 12);
    civil.month = floor_mod(months, 12) + 1;
    civil.day = std::min(civil.day, days_in_month(civil.year, civil.month));
    time.day = day_number(civil);
  }
  time.day += duration.days + floor_div(duration.seconds, seconds_of_day);
  time.nanos += floor_mod(duration.seconds, seconds_of_day) * nanos_of_second + duration.nanos;
  time.day += floor_div(time.nanos, nanos_of_day);
  time.nanos = floor_mod(time.nanos, nanos_of_day);
  return time;
}

}  // namespace nutgraf::cypher
