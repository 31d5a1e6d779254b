#include "extract/time/period.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, 4> season_codes{"SP", "SU", "FA", "WI"};

std::int32_t floor_div(std::int32_t a, std::int32_t b) {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

// Months in one period of the level; 0 for levels that are counted in days.
std::int32_t months_of(Level level) {
  switch (level) {
    case Level::month:
      return 1;
    case Level::quarter:
    case Level::season:
      return 3;
    case Level::half:
      return 6;
    case Level::year:
    case Level::fiscal:
      return 12;
    case Level::decade:
      return 120;
    case Level::century:
      return 1200;
    default:
      return 0;
  }
}

// The first day of a month counted as 12 x year + month - 1.
std::optional<Day> month_start(std::int32_t month) {
  return day_of({floor_div(month, 12), month - 12 * floor_div(month, 12) + 1, 1});
}

// 1970-01-01 was a Thursday.
constexpr std::int32_t monday_shift = 3;

template <typename... Values>
std::string formatted(const char* format, Values... values) {
  std::array<char, 40> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), format, values...);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

std::string print_week(Period period) {
  const Day monday{period.index * 7 - monday_shift};
  const std::int32_t year = civil(Day{monday.number + 3}).year;  // its Thursday's
  const std::optional<Day> fourth = day_of({year, 1, 4});        // always in week 1
  if (!fourth) return {};
  const Day first{fourth->number - weekday(*fourth)};
  return formatted(period.level == Level::week ? "%04d-W%02d" : "%04d-W%02d-WE", year,
                   (monday.number - first.number) / 7 + 1);
}

bool digits(std::string_view words, std::int32_t& out) {
  if (words.empty()) return false;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), out);
  return error == std::errc{} && end == words.data() + words.size() && out >= 0 &&
         words.front() != '-';
}

std::optional<Period> parse_in_year(std::int32_t year, std::string_view part) {
  for (std::int32_t season = 0; season < 4; ++season) {
    if (part == season_codes[static_cast<std::size_t>(season)]) {
      return Period{Level::season, 4 * year + season};
    }
  }
  std::int32_t number = 0;
  if (part.size() == 2 && digits(part, number) && number >= 1 && number <= 12) {
    return Period{Level::month, 12 * year + number - 1};
  }
  if (part.size() == 2 && part[0] == 'Q' && digits(part.substr(1), number) && number >= 1 &&
      number <= 4) {
    return Period{Level::quarter, 4 * year + number - 1};
  }
  if (part.size() == 2 && part[0] == 'H' && digits(part.substr(1), number) && number >= 1 &&
      number <= 2) {
    return Period{Level::half, 2 * year + number - 1};
  }
  const bool weekend = part.size() == 6 && part.ends_with("-WE");
  if ((part.size() == 3 || weekend) && part[0] == 'W' && digits(part.substr(1, 2), number) &&
      number >= 1 && number <= 53) {
    const std::optional<Day> fourth = day_of({year, 1, 4});
    if (!fourth) return std::nullopt;
    const Period first = containing(weekend ? Level::weekend : Level::week, *fourth);
    return Period{first.level, first.index + number - 1};
  }
  return std::nullopt;
}

}  // namespace

Period containing(Level level, Day day) {
  const std::int32_t months = months_of(level);
  if (level == Level::day) return {level, day.number};
  if (months == 0) return {level, floor_div(day.number + monday_shift, 7)};
  const CivilDate date = civil(day);
  std::int32_t month = 12 * date.year + date.month - 1;
  if (level == Level::season) month -= 2;  // spring is March to May
  return {level, floor_div(month, months)};
}

DayRange range_of(Period period) {
  const std::int32_t months = months_of(period.level);
  const std::int32_t index = period.index;
  DayRange range;
  if (period.level == Level::fiscal) return range;
  if (months > 0) {
    const std::int32_t shift = period.level == Level::season ? 2 : 0;
    range = {month_start(index * months + shift), month_start((index + 1) * months + shift)};
  } else if (period.level == Level::day) {
    range = {Day{index}, Day{index + 1}};
  } else {
    const std::int32_t monday = index * 7 - monday_shift;
    range = {Day{period.level == Level::weekend ? monday + 5 : monday}, Day{monday + 7}};
  }
  return range.from && range.until && !print(period).empty() ? range : DayRange{};
}

std::string print(Period period) {
  const std::int32_t index = period.index;
  const auto in_years = [](std::int32_t year) { return year >= 1 && year <= 9999; };
  switch (period.level) {
    case Level::day:
      return in_years(civil(Day{index}).year) ? iso(Day{index}) : std::string{};
    case Level::week:
    case Level::weekend: {
      const std::int32_t year = civil(Day{index * 7 - monday_shift + 3}).year;
      return in_years(year) ? print_week(period) : std::string{};
    }
    case Level::month:
      return in_years(index / 12) ? formatted("%04d-%02d", index / 12, index % 12 + 1)
                                  : std::string{};
    case Level::quarter:
      return in_years(index / 4) ? formatted("%04d-Q%d", index / 4, index % 4 + 1) : std::string{};
    case Level::half:
      return in_years(index / 2) ? formatted("%04d-H%d", index / 2, index % 2 + 1) : std::string{};
    case Level::season:
      return in_years(index / 4)
                 ? formatted("%04d-", index / 4) +
                       std::string(season_codes[static_cast<std::size_t>(index % 4)])
                 : std::string{};
    case Level::year:
      return in_years(index) ? formatted("%04d", index) : std::string{};
    case Level::fiscal:
      return in_years(index) ? formatted("FY%04d", index) : std::string{};
    case Level::decade:
      return index >= 1 && index <= 999 ? formatted("%03d", index) : std::string{};
    case Level::century:
      return index >= 1 && index <= 99 ? formatted("%02d", index) : std::string{};
  }
  return {};
}

std::optional<Period> parse_period(std::string_view value) {
  if (const std::optional<Day> day = parse_iso_day(value)) return Period{Level::day, day->number};
  std::int32_t number = 0;
  if (value.starts_with("FY") && value.size() == 6 && digits(value.substr(2), number) &&
      number >= 1) {
    return Period{Level::fiscal, number};
  }
  if (value.size() >= 2 && value.size() <= 4 && digits(value, number) && number >= 1) {
    constexpr std::array<Level, 3> levels{Level::century, Level::decade, Level::year};
    return Period{levels[value.size() - 2], number};
  }
  if (value.size() < 6 || value[4] != '-' || !digits(value.substr(0, 4), number) || number < 1) {
    return std::nullopt;
  }
  const std::optional<Period> period = parse_in_year(number, value.substr(5));
  return period && print(*period) == value ? period : std::nullopt;
}

std::optional<Day> add_months(Day day, std::int32_t months) {
  const CivilDate date = civil(day);
  const std::int32_t month = 12 * date.year + date.month - 1 + months;
  const std::optional<Day> first = month_start(month);
  const std::optional<Day> next = month_start(month + 1);
  if (!first) return std::nullopt;
  const std::int32_t last = next ? next->number - 1 : first->number + 30;
  return Day{std::min(first->number + date.day - 1, last)};
}

}  // namespace nutgraf
