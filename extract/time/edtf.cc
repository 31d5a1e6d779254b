#include "extract/time/edtf.h"

#include <array>
#include <cstdio>
#include <string_view>

#include "extract/time/period.h"

namespace nutgraf {
namespace {

constexpr std::int32_t first_season = 21;  // codes that stand in the place of a month
constexpr std::int32_t first_quarter = 33;
constexpr std::int32_t first_half = 40;

std::string coded(std::int32_t year, std::int32_t code) {
  std::array<char, 16> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", year, code);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

std::string last_day(Day until) { return iso(Day{until.number - 1}); }

// Both ends, each with the mark.
std::string interval(const DayRange& range, std::string_view mark) {
  std::string out = range.from ? iso(*range.from).append(mark) : "..";
  out += '/';
  return out + (range.until ? last_day(*range.until).append(mark) : "..");
}

std::string print_whole(Period period, std::string_view mark) {
  const std::int32_t index = period.index;
  std::string out;
  switch (period.level) {
    case Level::fiscal:
      return {};
    case Level::week:
    case Level::weekend:
      return interval(range_of(period), mark);
    case Level::quarter:
      out = coded(index / 4, first_quarter + index % 4);
      break;
    case Level::half:
      out = coded(index / 2, first_half + index % 2);
      break;
    case Level::season:
      out = coded(index / 4, first_season + index % 4);
      break;
    case Level::decade:
      out = print(period) + "X";
      break;
    case Level::century:
      out = print(period) + "XX";
      break;
    default:
      out = print(period);
  }
  return out.append(mark);
}

// "XXXX-11", "XXXX-11-03".
bool lacks_year(std::string_view value) {
  if (!value.starts_with("XXXX-") || (value.size() != 7 && value.size() != 10)) return false;
  return value.substr(5).find_first_not_of("0123456789-") == std::string_view::npos;
}

}  // namespace

std::string print_edtf(const TimeExpression& time) {
  if (time.type == TimeType::duration || time.type == TimeType::set) return {};
  const std::string_view value = time.value;
  const std::size_t hour = value.find('T');
  const std::string_view days = value.substr(0, hour);
  const std::optional<Period> period = parse_period(days);
  if (!period) return lacks_year(days) ? std::string(days) : std::string{};
  const bool vague = time.mod == "START" || time.mod == "MID" || time.mod == "END";
  const DayRange& range = time.range;
  if (range.from.has_value() != range.until.has_value()) return interval(range, vague ? "~" : "");
  if (vague && range.known()) return interval(range, "~");
  if (range.known() && range != range_of(*period)) return interval(range, "");
  std::string out = print_whole(*period, time.mod == "APPROX" ? "~" : "");
  const std::string_view clock = hour == std::string_view::npos ? "" : value.substr(hour);
  if (clock.size() == 6 && clock.find_first_not_of("T0123456789:") == std::string_view::npos) {
    out.append(clock).append(":00");
  }
  return out;
}

}  // namespace nutgraf
