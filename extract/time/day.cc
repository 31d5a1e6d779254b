#include "extract/time/day.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace nutgraf {

std::optional<Day> day_of(CivilDate date) {
  if (date.year < 1 || date.year > 9999 || date.month < 1 || date.month > 12 || date.day < 1 ||
      date.day > 31) {
    return std::nullopt;
  }
  const std::chrono::year_month_day ymd{std::chrono::year{date.year},
                                        std::chrono::month{static_cast<unsigned>(date.month)},
                                        std::chrono::day{static_cast<unsigned>(date.day)}};
  if (!ymd.ok()) return std::nullopt;
  return Day{static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count())};
}

CivilDate civil(Day day) {
  const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{day.number}}};
  return CivilDate{static_cast<int>(ymd.year()),
                   static_cast<int>(static_cast<unsigned>(ymd.month())),
                   static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

int weekday(Day day) {
  const std::chrono::weekday name{std::chrono::sys_days{std::chrono::days{day.number}}};
  return static_cast<int>(name.iso_encoding()) - 1;
}

std::optional<Day> parse_iso_day(std::string_view words) {
  if (words.size() != 10 || words[4] != '-' || words[7] != '-') return std::nullopt;
  CivilDate date;
  const auto number = [&](std::size_t begin, std::size_t size, std::int32_t& out) {
    for (const char c : words.substr(begin, size)) {
      if (c < '0' || c > '9') return false;
    }
    std::from_chars(words.data() + begin, words.data() + begin + size, out);
    return true;
  };
  if (!number(0, 4, date.year) || !number(5, 2, date.month) || !number(8, 2, date.day)) {
    return std::nullopt;
  }
  return day_of(date);
}

std::string iso(Day day) {
  const CivilDate date = civil(day);
  if (date.year >= 0 && date.year <= 9999) {
    const auto digit = [](int number) { return static_cast<char>('0' + number % 10); };
    const int year = date.year;
    return {digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            '-',
            digit(date.month / 10),
            digit(date.month),
            '-',
            digit(date.day / 10),
            digit(date.day)};
  }
  std::array<char, 40> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year,
                                 date.month, date.day);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

}  // namespace nutgraf
