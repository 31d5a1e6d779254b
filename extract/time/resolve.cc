#include "extract/time/resolve.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "extract/time/resolver.h"

namespace nutgraf {
namespace {

constexpr std::int32_t day_hours = 24;

}  // namespace

std::string formatted_number(const char* format, int value) {
  std::array<char, 32> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), format, value);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

std::optional<ResolvedTime> TimeResolver::resolve() {
  bool sound = true;
  switch (reading_.meaning) {
    case Meaning::calendar:
      sound = calendar();
      break;
    case Meaning::unit:
      sound = unit();
      break;
    case Meaning::shift:
      sound = shift();
      break;
    case Meaning::duration:
      duration();
      break;
    case Meaning::set:
      set();
      break;
    case Meaning::reference:
      reference(at(Field::reference));
      break;
    case Meaning::nothing:
      return std::nullopt;
  }
  if (!sound) return std::nullopt;
  if (reading_.meaning <= Meaning::shift && !time_of_day()) return std::nullopt;
  if (out_.value.empty()) return std::nullopt;
  modify();
  return out_;
}

bool TimeResolver::take(std::optional<Period> period) {
  if (!period) return false;
  out_.period = period;
  out_.value = print(*period);
  out_.range = range_of(*period);
  return !out_.value.empty();
}

bool TimeResolver::take_unknown(std::string value) {
  out_.value = std::move(value);
  return true;
}

void TimeResolver::reference(std::int32_t which) {
  static constexpr std::array<const char*, 3> values{"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
  out_.value = values[static_cast<std::size_t>(std::clamp(which, 0, 2))];
}

bool TimeResolver::time_of_day() {
  const bool day = out_.period ? out_.period->level == Level::day : out_.value.size() >= 9;
  if (!day) return true;
  std::optional<std::int32_t> minutes = reading_.get(Field::clock);
  if (!minutes && has(Field::hour)) minutes = 60 * at(Field::hour);
  if (minutes) {
    if (has(Field::meridiem)) {
      if (*minutes >= 13 * 60) return false;
      *minutes = *minutes % 720 + 720 * at(Field::meridiem);
    }
    if (*minutes > day_hours * 60) return false;
    out_.value +=
        formatted_number("T%02d", *minutes / 60) + formatted_number(":%02d", *minutes % 60);
    out_.type = TimeType::time;
  } else if (has(Field::part)) {
    out_.value += 'T';
    out_.value += part_codes[static_cast<std::size_t>(at(Field::part))];
    out_.type = TimeType::time;
  }
  return true;
}

void TimeResolver::modify() {
  if (!has(Field::modifier)) return;
  out_.modifier = static_cast<Modifier>(at(Field::modifier));
  DayRange& range = out_.range;
  if (!range.from || !range.until || !out_.period) return;
  const std::int32_t days = range.until->number - range.from->number;
  const std::int32_t from = range.from->number;
  switch (out_.modifier) {
    case Modifier::start:
      range.until = Day{from + (days + 1) / 2};
      break;
    case Modifier::mid:
      range = {Day{from + days / 4}, Day{from + days - days / 4}};
      break;
    case Modifier::end:
      range.from = Day{from + days / 2};
      break;
    case Modifier::before:
      narrow(range.from, anchors_.now, 1);
      break;
    case Modifier::after:
      narrow(anchors_.now, range.until, 0);
      break;
    default:
      break;
  }
}

void TimeResolver::narrow(std::optional<Day> from, std::optional<Day> until, std::int32_t more) {
  if (!from || !until || Day{until->number + more} <= *from) return;
  out_.range = {from, Day{until->number + more}};
}

std::optional<ResolvedTime> resolve(const Reading& reading, const TimeGrammar& grammar,
                                    const TimeAnchors& anchors, Direction direction) {
  return TimeResolver(reading, grammar, anchors, direction).resolve();
}

}  // namespace nutgraf
