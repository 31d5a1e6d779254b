#include "extract/time/holiday.h"

namespace nutgraf {
namespace {

DayRange one_day(Day day) { return {day, Day{day.number + 1}}; }

std::optional<DayRange> nth_weekday(const HolidayRow& row, std::int32_t year) {
  const bool last = row.nth < 0;
  const std::int32_t month = last ? row.month % 12 + 1 : row.month;
  const std::int32_t in_year = last && row.month == 12 ? year + 1 : year;
  const std::optional<Day> start = day_of({in_year, month, 1});
  if (!start) return std::nullopt;
  const std::int32_t first = start->number + (row.weekday - weekday(*start) + 7) % 7;
  const std::int32_t steps = last ? row.nth : row.nth - 1;
  return one_day(Day{first + 7 * steps + row.offset});
}

std::optional<DayRange> islamic(const HolidayRow& row, std::int32_t year) {
  for (std::int32_t hijri = year - 622; hijri <= year - 550; ++hijri) {
    if (hijri < 1) continue;
    const Day start = islamic_month(hijri, row.month);
    const std::int32_t in_year = civil(start).year;
    if (in_year < year) continue;
    if (in_year > year) break;
    if (row.day > 0) return one_day(Day{start.number + row.day - 1});
    const bool december = row.month == 12;
    return DayRange{start,
                    islamic_month(december ? hijri + 1 : hijri, december ? 1 : row.month + 1)};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Day> easter(std::int32_t year) {
  if (year < 1583 || year > 9999) return std::nullopt;
  const std::int32_t a = year % 19;
  const std::int32_t b = year / 100;
  const std::int32_t c = year % 100;
  const std::int32_t h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const std::int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const std::int32_t m = (a + 11 * h + 22 * l) / 451;
  const std::int32_t n = h + l - 7 * m + 114;
  return day_of({year, n / 31, n % 31 + 1});
}

Day islamic_month(std::int32_t year, std::int32_t month) {
  // Months have 30 and 29 days in turn; 1 Muharram 1 was 16 July 622 (Julian), day -492148.
  const std::int32_t days = 354 * (year - 1) + (3 + 11 * year) / 30 + 29 * (month - 1) + month / 2;
  return Day{days - 492148};
}

std::optional<DayRange> holiday_in(const HolidayRow& row, std::int32_t year) {
  if (year < 1 || year > 9998) return std::nullopt;
  switch (row.way) {
    case 0: {
      const std::optional<Day> day = day_of({year, row.month, row.day});
      return day ? std::optional(one_day(*day)) : std::nullopt;
    }
    case 1:
      return nth_weekday(row, year);
    case 2: {
      const std::optional<Day> sunday = easter(year);
      return sunday ? std::optional(one_day(Day{sunday->number + row.offset})) : std::nullopt;
    }
    default:
      return islamic(row, year);
  }
}

}  // namespace nutgraf
