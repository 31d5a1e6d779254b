// Dates by their parts: "Nov. 3", "Tuesday", "the 1990s".
#include <limits>

#include "extract/time/resolver.h"

namespace nutgraf {
namespace {

// What it costs, in days, to read a date against its tense, or without one into the future.
constexpr std::int32_t against_tense = 330;
constexpr std::int32_t unasked_future = 40;

}  // namespace

bool TimeResolver::calendar() {
  if (has(Field::numeric)) return numeric();
  if (has(Field::era)) return era();
  if (has(Field::century) || (has(Field::ordinal) && unit_is(Unit::century))) return century();
  if (has(Field::decade)) return decade();
  if (has(Field::holiday)) return holiday();
  if (has(Field::month)) return month();
  if (has(Field::day)) return day_of_told_month();
  if (has(Field::weekday)) return weekday_near();
  if (has(Field::season)) return in_some_year(Level::season, at(Field::season), 4);
  if (has(Field::ordinal) && unit_is(Unit::quarter)) {
    return in_some_year(Level::quarter, at(Field::ordinal) - 1, 4);
  }
  if (has(Field::ordinal) && unit_is(Unit::half)) {
    return in_some_year(Level::half, at(Field::ordinal) - 1, 2);
  }
  if (has(Field::year)) return year();
  return clock_only();
}

bool TimeResolver::numeric() {
  std::int32_t first = at(Field::numeric) / 1'000'000;
  std::int32_t second = at(Field::numeric) / 10'000 % 100;
  if (first > 12 || (anchors_.day_first && second <= 12 && !has(Field::era))) {
    std::swap(first, second);
  }
  const auto day = day_of({at(Field::numeric) % 10'000, first, second});
  return day && take(Period{Level::day, day->number});
}

bool TimeResolver::era() { return take_unknown(formatted_number("BC%04d", at(Field::year))); }

bool TimeResolver::century() {
  const std::int32_t index = has(Field::century) ? at(Field::century) : at(Field::ordinal) - 1;
  return take(Period{Level::century, index});
}

bool TimeResolver::decade() {
  std::int32_t decade = at(Field::decade);
  if (decade < 10) {  // the last such decade that has begun
    const std::int32_t now = anchors_.now ? civil(*anchors_.now).year / 10 : 199;
    decade += now / 10 * 10;
    if (decade > now) decade -= 10;
  }
  return take(Period{Level::decade, decade});
}

bool TimeResolver::year() {
  const Level level = unit_is(Unit::fiscal) ? Level::fiscal : Level::year;
  return take(Period{level, at(Field::year)});
}

bool TimeResolver::holiday() {
  const auto in_year = [this](std::int32_t year) -> std::optional<Period> {
    const auto days = grammar_.holiday(at(Field::holiday), year);
    if (!days) return std::nullopt;
    if (days->until->number - days->from->number > 1) return containing(Level::month, *days->from);
    return Period{Level::day, days->from->number};
  };
  if (has(Field::year)) return take(in_year(at(Field::year)));
  const auto period = nearest(in_year);
  return period ? take(period) : take_unknown("XXXX-XX-XX");
}

bool TimeResolver::month() {
  const std::int32_t month = at(Field::month);
  const auto in_year = [this, month](std::int32_t year) -> std::optional<Period> {
    if (!has(Field::day)) return Period{Level::month, 12 * year + month - 1};
    const auto day = day_of({year, month, at(Field::day)});
    return day ? std::optional(Period{Level::day, day->number}) : std::nullopt;
  };
  if (has(Field::year)) return take(in_year(at(Field::year)));
  if (const auto period = nearest(in_year)) return take(period);
  if (!has(Field::day)) return take_unknown(formatted_number("XXXX-%02d", month));
  // 2000 was a leap year: no year has 30 February.
  return day_of({2000, month, at(Field::day)}) &&
         take_unknown(formatted_number("XXXX-%02d", month) +
                      formatted_number("-%02d", at(Field::day)));
}

bool TimeResolver::day_of_told_month() {
  const std::optional<Day> anchor = anchors_.told_day ? anchors_.told_day : anchors_.now;
  if (!anchor) return take_unknown(formatted_number("XXXX-XX-%02d", at(Field::day)));
  const CivilDate date = civil(*anchor);
  const auto day = day_of({date.year, date.month, at(Field::day)});
  return day && take(Period{Level::day, day->number});
}

bool TimeResolver::weekday_near() {
  if (!anchors_.now) return take_unknown(formatted_number("XXXX-WXX-%d", at(Field::weekday) + 1));
  const std::int32_t now = anchors_.now->number;
  const std::int32_t back = (weekday(*anchors_.now) - at(Field::weekday) + 7) % 7;
  const std::int32_t ahead = (7 - back) % 7;
  bool forward = direction_ == Direction::future;
  std::int32_t strict = 0;  // not the day of publication itself
  if (has(Field::relation) && at(Field::relation) != 0) {
    forward = at(Field::relation) > 0;
    strict = back == 0 ? 7 : 0;
  }
  return take(Period{Level::day, forward ? now + ahead + strict : now - back - strict});
}

bool TimeResolver::in_some_year(Level level, std::int32_t part, std::int32_t parts) {
  if (part < 0 || part >= parts) return false;
  const auto in_year = [=](std::int32_t year) {
    return std::optional(Period{level, parts * year + part});
  };
  if (has(Field::year)) return take(in_year(at(Field::year)));
  if (const auto period = nearest(in_year)) return take(period);
  const std::string known = print(*in_year(2000));
  return take_unknown("XXXX" + known.substr(4));
}

bool TimeResolver::clock_only() {
  if (!has(Field::clock) && !has(Field::hour) && !has(Field::part)) return false;
  const std::optional<Day> day = anchors_.told_day ? anchors_.told_day : anchors_.now;
  return day ? take(Period{Level::day, day->number}) : take_unknown("XXXX-XX-XX");
}

std::optional<Period> TimeResolver::nearest(const InYear& in_year) const {
  if (!anchors_.now) {
    if (!anchors_.told) return std::nullopt;
    const DayRange told = range_of(*anchors_.told);
    return told.from ? in_year(civil(*told.from).year) : std::nullopt;
  }
  const std::int32_t this_year = civil(*anchors_.now).year;
  std::optional<Period> best;
  std::int32_t best_cost = std::numeric_limits<std::int32_t>::max();
  for (std::int32_t year = this_year - 2; year <= this_year + 2; ++year) {
    const std::optional<Period> period = in_year(year);
    if (!period) continue;
    const std::optional<std::int32_t> cost = distance(range_of(*period), year == this_year);
    if (cost && *cost < best_cost) {
      best_cost = *cost;
      best = period;
    }
  }
  return best;
}

std::optional<std::int32_t> TimeResolver::distance(const DayRange& range, bool this_year) const {
  if (!range.from || !range.until) return std::nullopt;
  const std::int32_t now = anchors_.now->number;
  const bool past = range.until->number <= now;
  const bool future = range.from->number > now;
  if (has(Field::relation)) {
    const std::int32_t relation = at(Field::relation);
    if ((relation < 0 && !past) || (relation > 0 && !future)) return std::nullopt;
    if (relation == 0) return this_year ? 0 : 1;
  }
  if (past) {
    const std::int32_t days = now - range.until->number + 1;
    return direction_ == Direction::future ? days + against_tense : days;
  }
  if (!future) return 0;
  const std::int32_t days = range.from->number - now;
  if (direction_ == Direction::past) return days + against_tense;
  return direction_ == Direction::unknown ? days + unasked_future : days;
}

}  // namespace nutgraf
