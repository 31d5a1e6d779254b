// Ranges of days as a user writes them.

#include "graph/filter.h"

namespace nutgraf {
namespace {

std::optional<std::int32_t> number(std::string_view digits, std::size_t width) {
  std::int32_t value = 0;
  if (digits.size() != width) return std::nullopt;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

DayRange days(Day from, Day until) { return {from, until}; }

// The first day of the month, counted on beyond December.
std::optional<Day> month_begin(std::int32_t year, std::int32_t month) {
  return day_of({year + (month - 1) / 12, (month - 1) % 12 + 1, 1});
}

std::optional<DayRange> year_or_month(std::string_view words) {
  const std::optional<std::int32_t> year = number(words.substr(0, 4), 4);
  if (!year || *year < 1 || *year > 9998) return std::nullopt;
  if (words.size() == 4) {
    return days(*month_begin(*year, 1), *month_begin(*year + 1, 1));
  }
  if (words.size() != 7 || words[4] != '-') return std::nullopt;
  const std::optional<std::int32_t> month = number(words.substr(5), 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  return days(*month_begin(*year, *month), *month_begin(*year, *month + 1));
}

// ISO weeks: the first has the year's first Thursday.
std::optional<DayRange> week(std::string_view words) {
  if (words.size() != 8 || words.substr(4, 2) != "-W") return std::nullopt;
  const std::optional<std::int32_t> year = number(words.substr(0, 4), 4);
  const std::optional<std::int32_t> count = number(words.substr(6), 2);
  if (!year || !count || *year < 1 || *year > 9998 || *count < 1 || *count > 53) {
    return std::nullopt;
  }
  const Day fourth = *day_of({*year, 1, 4});
  const Day monday{fourth.number - weekday(fourth) + (*count - 1) * 7};
  if (civil(Day{monday.number + 3}).year != *year) return std::nullopt;
  return days(monday, Day{monday.number + 7});
}

std::optional<DayRange> one_date(std::string_view words) {
  if (const std::optional<Day> day = parse_iso_day(words)) {
    return days(*day, Day{day->number + 1});
  }
  if (std::optional<DayRange> range = week(words)) return range;
  return year_or_month(words);
}

}  // namespace

Result<DayRange> parse_days(std::string_view words) {
  const std::size_t dots = words.find("..");
  DayRange out;
  bool read = true;
  if (dots == std::string_view::npos) {
    const std::optional<DayRange> range = one_date(words);
    read = range.has_value();
    if (range) out = *range;
  } else {
    const std::string_view first = words.substr(0, dots);
    const std::string_view last = words.substr(dots + 2);
    const std::optional<DayRange> from = one_date(first);
    const std::optional<DayRange> until = one_date(last);
    read = (from || first.empty()) && (until || last.empty()) && (from || until);
    if (from) out.from = from->from;
    if (until) out.until = until->until;
    if (out.from && out.until && *out.until <= *out.from) {
      return fail(ErrorCode::usage, "the range '" + std::string(words) + "' ends before it begins");
    }
  }
  if (!read) {
    return fail(ErrorCode::usage, "'" + std::string(words) +
                                      "' is no date; write 2016, 2016-10, 2016-10-17, 2016-W42, or "
                                      "a range such as 2016-10..2016-12 or 2016-10..");
  }
  return out;
}

}  // namespace nutgraf
