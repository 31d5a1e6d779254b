// Counted from an anchor, and amounts: "last week", "two days later", "three years".
#include <algorithm>

#include "extract/time/resolver.h"

namespace nutgraf {
namespace {

constexpr std::int32_t most_steps = 100'000;  // further is no news
constexpr std::int32_t day_hours = 24;

std::optional<Level> level_of(Unit unit) {
  switch (unit) {
    case Unit::day:
      return Level::day;
    case Unit::week:
    case Unit::fortnight:
      return Level::week;
    case Unit::weekend:
      return Level::weekend;
    case Unit::month:
      return Level::month;
    case Unit::quarter:
      return Level::quarter;
    case Unit::year:
      return Level::year;
    case Unit::decade:
      return Level::decade;
    case Unit::century:
      return Level::century;
    case Unit::fiscal:
      return Level::fiscal;
    case Unit::half:
      return Level::half;
    default:
      return std::nullopt;
  }
}

// The value of a unit that nothing anchors.
std::string unknown_value(Level level) {
  switch (level) {
    case Level::day:
      return "XXXX-XX-XX";
    case Level::week:
      return "XXXX-WXX";
    case Level::weekend:
      return "XXXX-WXX-WE";
    case Level::month:
      return "XXXX-XX";
    case Level::quarter:
      return "XXXX-QX";
    case Level::half:
      return "XXXX-HX";
    case Level::season:
      return "XXXX-XX";
    case Level::fiscal:
      return "FYXXXX";
    case Level::decade:
      return "XXX";
    case Level::century:
      return "XX";
    default:
      return "XXXX";
  }
}

}  // namespace

bool TimeResolver::unit_is(Unit unit) const {
  return has(Field::unit) && at(Field::unit) == static_cast<std::int32_t>(unit);
}

std::optional<Day> TimeResolver::anchor(Level level) const {
  // "earlier in the year" of a report without a day counts from the last day told.
  const bool in_the = reading_.meaning == Meaning::unit && has(Field::modifier) && !anchors_.now;
  if ((reading_.anchor == Anchor::now && !in_the) || !anchors_.told) return anchors_.now;
  const DayRange told = range_of(*anchors_.told);
  const bool vague = anchors_.told->level > level && anchors_.told->level != Level::week &&
                     anchors_.told->level != Level::weekend;
  if (!told.from) return anchors_.now;
  if (!vague) return told.from;
  return anchors_.told_day && told.from <= *anchors_.told_day && *anchors_.told_day < *told.until
             ? anchors_.told_day
             : std::nullopt;
}

bool TimeResolver::unit() {
  const Unit unit = static_cast<Unit>(at(Field::unit));
  const std::optional<Level> level = level_of(unit);
  if (!level) return false;
  const std::optional<Day> from = anchor(*level);
  const bool bare_quarter = unit == Unit::quarter && reading_.anchor == Anchor::told &&
                            (!anchors_.told || anchors_.told->level > Level::half);
  if (bare_quarter && anchors_.now) {  // "the quarter": the last that has ended
    return take(Period{Level::quarter, containing(Level::quarter, *anchors_.now).index - 1});
  }
  if (!from) {  // "today" with no day to count from: these days
    const bool today = unit == Unit::day && at(Field::relation) == 0 && !has(Field::part);
    if (today && direction_ != Direction::past && reading_.anchor == Anchor::now) reference(1);
    return !out_.value.empty() || take_unknown(unknown_value(*level));
  }
  if (unit == Unit::half && has(Field::ordinal)) {  // "the first half of last year"
    const std::int32_t year = containing(Level::year, *from).index + at(Field::relation);
    return take(Period{Level::half, 2 * year + at(Field::ordinal) - 1});
  }
  Period period = containing(*level, *from);
  std::int32_t steps = at(Field::relation);
  const bool before_weekend = weekday(*from) < 5;
  if (unit == Unit::weekend && before_weekend && reading_.anchor == Anchor::now) {
    if (steps > 0) steps = 0;
    if (at(Field::relation) == 0 && direction_ == Direction::past) steps = -1;
  }
  period.index += steps;
  if (unit == Unit::year && has(Field::ordinal)) {
    period = {Level::quarter, 4 * period.index + at(Field::ordinal) - 1};
  } else if (unit == Unit::year && has(Field::season)) {
    period = {Level::season, 4 * period.index + at(Field::season)};
  } else if (unit == Unit::year && has(Field::month)) {
    return month_of_year(period.index);
  }
  return take(period);
}

bool TimeResolver::month_of_year(std::int32_t year) {
  if (!has(Field::day)) return take(Period{Level::month, 12 * year + at(Field::month) - 1});
  const auto day = day_of({year, at(Field::month), at(Field::day)});
  return day && take(Period{Level::day, day->number});
}

bool TimeResolver::shift() {
  const std::int32_t sign = at(Field::relation) < 0 ? -1 : 1;
  const Unit unit = static_cast<Unit>(at(Field::unit));
  if (!has(Field::number) || at(Field::number) < 0) {
    if (reading_.anchor == Anchor::now) {
      reference(sign < 0 ? 0 : 2);
      return true;
    }
    return take_unknown(unknown_value(level_of(unit).value_or(Level::day)));
  }
  const std::int32_t tenths = std::min(at(Field::number), 10 * most_steps);
  if (has(Field::secondary)) return shift_to(static_cast<Unit>(at(Field::secondary)), tenths / 10);
  if (unit <= Unit::hour) return shift_in_the_day(sign * (tenths / 10), unit);
  return shift_by(sign, tenths, unit);
}

// "two years ago this month": the unit in which the day lies that is the amount away from now.
bool TimeResolver::shift_to(Unit unit, std::int32_t steps) {
  const Level level = level_of(unit).value_or(Level::day);
  const std::optional<Day> far = away(static_cast<Unit>(at(Field::unit)), -steps);
  return far ? take(containing(level, *far)) : take_unknown(unknown_value(level));
}

bool TimeResolver::shift_by(std::int32_t sign, std::int32_t tenths, Unit unit) {
  Level level = level_of(unit).value_or(Level::day);
  std::int32_t steps = tenths / 10;
  if (unit == Unit::fortnight) steps *= 2;
  if (tenths % 10 != 0 && unit == Unit::year) {  // two and a half years: thirty months
    level = Level::month;
    steps = tenths * 12 / 10;
  }
  // A year from a quarter is a quarter.
  const bool part = reading_.anchor == Anchor::told && anchors_.told && level == Level::year &&
                    (anchors_.told->level == Level::quarter || anchors_.told->level == Level::half);
  if (part && steps == 1) {
    const std::int32_t parts = anchors_.told->level == Level::quarter ? 4 : 2;
    return take(Period{anchors_.told->level, anchors_.told->index + sign * parts});
  }
  const std::optional<Day> from = anchor(level);
  if (!from) return take_unknown(unknown_value(level));
  Period period = containing(level, *from);
  period.index += sign * steps;
  // A week or two from a day that is told exactly is a day.
  const bool exact = reading_.anchor == Anchor::told && anchors_.told &&
                     anchors_.told->level == Level::day && level == Level::week;
  if (exact) period = {Level::day, from->number + sign * steps * 7};
  return take(period);
}

bool TimeResolver::shift_in_the_day(std::int32_t steps, Unit unit) {
  const std::optional<Day> from = anchor(Level::day);
  if (!from) return take_unknown("XXXX-XX-XXTXX");
  const std::int32_t hours = unit == Unit::hour ? steps : 0;
  const bool whole = hours != 0 && hours % day_hours == 0;
  if (!take(Period{Level::day, from->number + hours / day_hours})) return false;
  if (!whole) {
    out_.type = TimeType::time;
    out_.value += "TXX:XX";
  }
  return true;
}

void TimeResolver::duration() {
  out_.type = TimeType::duration;
  const Unit unit = static_cast<Unit>(at(Field::unit));
  const std::int32_t number = reading_.get(Field::number).value_or(-1);
  out_.value = print_duration(number, unit);
  if (has(Field::second)) {
    const Unit small = static_cast<Unit>(reading_.get(Field::secondary).value_or(0));
    std::string rest = print_duration(at(Field::second), small);
    const bool both_of_day = out_.value.starts_with("PT") && rest.starts_with("PT");
    out_.value += rest.substr(both_of_day ? 2 : 1);
  }
  if (has(Field::relation) && anchors_.now && number > 0 && at(Field::relation) != 0) {
    out_.range = stretch(number, unit);
  }
}

// The day so many units away from the day of publication; nullopt for units that tell no day.
std::optional<Day> TimeResolver::away(Unit unit, std::int32_t steps) const {
  if (!anchors_.now) return std::nullopt;
  switch (unit) {
    case Unit::day:
      return Day{anchors_.now->number + steps};
    case Unit::week:
      return Day{anchors_.now->number + 7 * steps};
    case Unit::fortnight:
      return Day{anchors_.now->number + 14 * steps};
    case Unit::month:
      return add_months(*anchors_.now, steps);
    case Unit::year:
      return add_months(*anchors_.now, 12 * steps);
    case Unit::decade:
      return add_months(*anchors_.now, 120 * steps);
    default:
      return std::nullopt;
  }
}

DayRange TimeResolver::stretch(std::int32_t tenths, Unit unit) const {
  const std::int32_t sign = at(Field::relation);
  const std::optional<Day> far = away(unit, sign * std::min(tenths / 10, most_steps));
  if (!far || print(Period{Level::day, far->number}).empty()) return {};
  return sign < 0 ? DayRange{far, Day{anchors_.now->number + 1}}
                  : DayRange{anchors_.now, Day{far->number + 1}};
}

void TimeResolver::set() {
  out_.type = TimeType::set;
  if (has(Field::weekday)) {
    out_.value = formatted_number("XXXX-WXX-%d", at(Field::weekday) + 1);
  } else if (has(Field::month)) {
    out_.value = formatted_number("XXXX-%02d", at(Field::month));
  } else if (has(Field::season)) {
    out_.value = "XXXX" + print(Period{Level::season, 8000 + at(Field::season)}).substr(4);
  } else if (has(Field::part) && !has(Field::unit)) {
    out_.value = "XXXX-XX-XXT";
    out_.value += part_codes[static_cast<std::size_t>(at(Field::part))];
  } else {
    const Unit unit = static_cast<Unit>(at(Field::unit));
    out_.value = unit == Unit::weekend
                     ? "XXXX-WXX-WE"
                     : print_duration(reading_.get(Field::number).value_or(10), unit);
  }
}

}  // namespace nutgraf
