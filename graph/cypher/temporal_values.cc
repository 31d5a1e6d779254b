// Parts of temporal values, sums with durations, and durations between two moments.
#include <array>
#include <cmath>

#include "graph/cypher/functions.h"

namespace nutgraf::cypher {
namespace {

std::optional<Value> date_part(Date date, std::string_view key) {
  const Civil civil = civil_of(date);
  if (key == "year") return civil.year;
  if (key == "month") return civil.month;
  if (key == "day") return civil.day;
  if (key == "quarter") return (civil.month - 1) / 3 + 1;
  if (key == "week") return week_of(date).week;
  if (key == "weekYear") return week_of(date).year;
  if (key == "dayOfWeek" || key == "weekDay") return weekday_of(date);
  if (key == "ordinalDay") return day_of_year(date);
  if (key == "dayOfQuarter") {
    return date.day - date_of({civil.year, (civil.month - 1) / 3 * 3 + 1, 1})->day + 1;
  }
  return std::nullopt;
}

std::optional<Value> clock_part(std::int64_t nanos, std::string_view key) {
  const std::int64_t seconds = nanos / nanos_of_second;
  const std::int64_t rest = nanos % nanos_of_second;
  if (key == "hour") return seconds / 3600;
  if (key == "minute") return seconds / 60 % 60;
  if (key == "second") return seconds % 60;
  if (key == "millisecond") return rest / 1'000'000;
  if (key == "microsecond") return rest / 1000;
  if (key == "nanosecond") return rest;
  return std::nullopt;
}

std::optional<Value> zone_part(std::int32_t offset, std::string_view key) {
  if (key == "timezone" || key == "offset") return Value(text_of_offset(offset));
  if (key == "offsetMinutes") return Value(offset / 60);
  if (key == "offsetSeconds") return Value(static_cast<std::int64_t>(offset));
  return std::nullopt;
}

// Null where the number is too large.
Value product(std::int64_t one, std::int64_t other, std::int64_t more = 0) {
  std::int64_t out = 0;
  const bool large =
      __builtin_mul_overflow(one, other, &out) || __builtin_add_overflow(out, more, &out);
  return large ? Value() : Value(out);
}

std::optional<Value> duration_part(const Duration& d, std::string_view key) {
  if (key == "years") return d.months / 12;
  if (key == "quarters") return d.months / 3;
  if (key == "months") return d.months;
  if (key == "weeks") return d.days / 7;
  if (key == "days") return d.days;
  if (key == "hours") return d.seconds / 3600;
  if (key == "minutes") return d.seconds / 60;
  if (key == "seconds") return d.seconds;
  if (key == "milliseconds") return product(d.seconds, 1000, d.nanos / 1'000'000);
  if (key == "microseconds") return product(d.seconds, 1'000'000, d.nanos / 1000);
  if (key == "nanoseconds") return product(d.seconds, nanos_of_second, d.nanos);
  if (key == "quartersOfYear") return d.months % 12 / 3;
  if (key == "monthsOfQuarter") return d.months % 3;
  if (key == "monthsOfYear") return d.months % 12;
  if (key == "daysOfWeek") return d.days % 7;
  if (key == "minutesOfHour") return d.seconds / 60 % 60;
  if (key == "secondsOfMinute") return d.seconds % 60;
  if (key == "millisecondsOfSecond") return d.nanos / 1'000'000;
  if (key == "microsecondsOfSecond") return d.nanos / 1000;
  if (key == "nanosecondsOfSecond") return d.nanos;
  return std::nullopt;
}

// From a number of each unit, with fractions passed on to the next smaller one; nullopt when it is
// too long.
std::optional<Duration> spread(double months, double days, double seconds, double nanos) {
  constexpr double most = 1e15;
  for (const double part : {months, days, seconds, nanos / 1e3}) {
    if (!(part > -most && part < most)) return std::nullopt;
  }
  const double whole_months = std::trunc(months);
  days += (months - whole_months) * 30.436875;
  const double whole_days = std::trunc(days);
  seconds += (days - whole_days) * 86'400;
  const double whole_seconds = std::trunc(seconds);
  nanos += (seconds - whole_seconds) * 1e9;
  return duration_of(static_cast<std::int64_t>(whole_months), static_cast<std::int64_t>(whole_days),
                     static_cast<std::int64_t>(whole_seconds),
                     static_cast<std::int64_t>(std::trunc(nanos + (nanos < 0 ? -1e-4 : 1e-4))));
}

// nullopt: beyond the calendar.
std::optional<Value> shifted(const Value& value, const Duration& by) {
  switch (value.kind()) {
    case ValueKind::date: {
      // Whole days of the clock count; the rest of the clock does not.
      Duration days = by;
      days.days += by.seconds / seconds_of_day;
      days.seconds = 0;
      days.nanos = 0;
      const Date moved{plus({value.get<Date>().day, 0}, days).day};
      return sound(moved) ? std::optional<Value>(moved) : std::nullopt;
    }
    case ValueKind::local_time:
      return Value(LocalTime{plus({0, value.get<LocalTime>().nanos}, by).nanos});
    case ValueKind::time:
      return Value(Time{plus({0, value.get<Time>().nanos}, by).nanos, value.get<Time>().offset});
    case ValueKind::local_date_time: {
      const LocalDateTime moved = plus(value.get<LocalDateTime>(), by);
      return sound(Date{moved.day}) ? std::optional<Value>(moved) : std::nullopt;
    }
    case ValueKind::date_time: {
      const auto& time = value.get<DateTime>();
      const LocalDateTime moved = plus({time.day, time.nanos}, by);
      if (!sound(Date{moved.day})) return std::nullopt;
      return Value(DateTime{moved.day, moved.nanos, time.offset});
    }
    default: {
      const auto& other = value.get<Duration>();
      const Duration sum = duration_of(other.months + by.months, other.days + by.days,
                                       other.seconds + by.seconds, other.nanos + by.nanos);
      return sound(sum) ? std::optional<Value>(sum) : std::nullopt;
    }
  }
}

bool temporal(const Value& value) { return value.kind() >= ValueKind::date; }

// A moment on the clock of a zone; what a value does not tell is taken from the other.
struct Instant {
  std::int64_t day = 0;
  std::int64_t nanos = 0;
  std::optional<std::int32_t> offset;
  bool dated = false;
};

Instant instant_of(const Value& value) {
  switch (value.kind()) {
    case ValueKind::date:
      return {value.get<Date>().day, 0, std::nullopt, true};
    case ValueKind::local_time:
      return {0, value.get<LocalTime>().nanos, std::nullopt, false};
    case ValueKind::time:
      return {0, value.get<Time>().nanos, value.get<Time>().offset, false};
    case ValueKind::local_date_time:
      return {value.get<LocalDateTime>().day, value.get<LocalDateTime>().nanos, std::nullopt, true};
    default: {
      const auto& time = value.get<DateTime>();
      return {time.day, time.nanos, time.offset, true};
    }
  }
}

struct Pair {
  LocalDateTime from;
  LocalDateTime to;
  bool dated = false;
};

Pair pair_of(const Arguments& a) {
  Instant from = instant_of(a[0]);
  Instant to = instant_of(a[1]);
  const bool dated = from.dated && to.dated;
  if (!dated) from.day = to.day = 0;
  if (from.offset && to.offset) {
    // Both on the clock of the first.
    to.nanos += (*from.offset - *to.offset) * nanos_of_second;
    to.day += floor_div(to.nanos, nanos_of_day);
    to.nanos = floor_mod(to.nanos, nanos_of_day);
  }
  return {{from.day, from.nanos}, {to.day, to.nanos}, dated};
}

// Whole months from one moment to another, towards zero.
std::int64_t months_between(const LocalDateTime& from, const LocalDateTime& to) {
  const Civil one = civil_of(Date{from.day});
  const Civil other = civil_of(Date{to.day});
  std::int64_t months = (other.year - one.year) * 12 + other.month - one.month;
  if (months > 0 && plus(from, {months, 0, 0, 0}) > to) --months;
  if (months < 0 && plus(from, {months, 0, 0, 0}) < to) ++months;
  return months;
}

std::int64_t days_between(const LocalDateTime& from, const LocalDateTime& to) {
  std::int64_t days = to.day - from.day;
  if (days > 0 && to.nanos < from.nanos) --days;
  if (days < 0 && to.nanos > from.nanos) ++days;
  return days;
}

Duration clock_between(const LocalDateTime& from, const LocalDateTime& to) {
  const std::int64_t nanos = to.nanos - from.nanos;
  return duration_of(0, 0, (to.day - from.day) * seconds_of_day + nanos / nanos_of_second,
                     nanos % nanos_of_second);
}

}  // namespace

std::optional<Value> temporal_part(const Value& value, std::string_view key) {
  if (!temporal(value)) return std::nullopt;
  if (value.kind() == ValueKind::duration) return duration_part(value.get<Duration>(), key);
  const Instant instant = instant_of(value);
  if (instant.dated) {
    if (auto part = date_part(Date{instant.day}, key)) return part;
  }
  if (value.kind() == ValueKind::date) return std::nullopt;
  if (auto part = clock_part(instant.nanos, key)) return part;
  if (instant.offset) {
    if (auto part = zone_part(*instant.offset, key)) return part;
  }
  if (value.kind() != ValueKind::date_time) return std::nullopt;
  const auto& time = value.get<DateTime>();
  if (key == "epochSeconds") return Value(time.epoch_seconds());
  if (key == "epochMillis") {
    return product(time.epoch_seconds(), 1000, time.nanos % nanos_of_second / 1'000'000);
  }
  return std::nullopt;
}

std::optional<Value> temporal_sum(const Value& one, const Value& other, bool minus) {
  if (!temporal(one) || !temporal(other)) return std::nullopt;
  if (other.kind() == ValueKind::duration) {
    Duration by = other.get<Duration>();
    if (minus) by = duration_of(-by.months, -by.days, -by.seconds, -by.nanos);
    return shifted(one, by);
  }
  if (one.kind() == ValueKind::duration && !minus) return shifted(other, one.get<Duration>());
  return std::nullopt;
}

std::optional<Value> scaled(const Duration& d, double by) {
  const auto out = spread(static_cast<double>(d.months) * by, static_cast<double>(d.days) * by,
                          static_cast<double>(d.seconds) * by, static_cast<double>(d.nanos) * by);
  return out ? std::optional<Value>(*out) : std::nullopt;
}

Value make_duration(CallContext& context, const Arguments& a) {
  if (a[0].kind() == ValueKind::duration) return a[0];
  if (a[0].kind() == ValueKind::string) {
    const auto parsed = parse_duration(a[0].string());
    return parsed ? Value(*parsed)
                  : context.fail(Problem::invalid_argument_value,
                                 "there is no such duration; expected P1Y2M3DT4H5M6S or a part");
  }
  struct Unit {
    std::string_view name;
    double months, days, seconds, nanos;
  };
  static constexpr std::array<Unit, 11> units{{{"years", 12, 0, 0, 0},
                                               {"quarters", 3, 0, 0, 0},
                                               {"months", 1, 0, 0, 0},
                                               {"weeks", 0, 7, 0, 0},
                                               {"days", 0, 1, 0, 0},
                                               {"hours", 0, 0, 3600, 0},
                                               {"minutes", 0, 0, 60, 0},
                                               {"seconds", 0, 0, 1, 0},
                                               {"milliseconds", 0, 0, 0, 1e6},
                                               {"microseconds", 0, 0, 0, 1e3},
                                               {"nanoseconds", 0, 0, 0, 1}}};
  std::array<double, 4> sums{};
  for (const auto& [key, value] : a[0].map()) {
    const Unit* found = nullptr;
    for (const Unit& unit : units) found = unit.name == key ? &unit : found;
    if (found == nullptr || !value.is_number()) {
      return context.fail(Problem::invalid_argument_value, "a duration has no part " + key);
    }
    const double number = value.number();
    sums[0] += number * found->months;
    sums[1] += number * found->days;
    sums[2] += number * found->seconds;
    sums[3] += number * found->nanos;
  }
  const auto out = spread(sums[0], sums[1], sums[2], sums[3]);
  return out ? Value(*out) : context.fail(Problem::number_out_of_range, "the duration is too long");
}

Value duration_between(CallContext& context, const Arguments& a) {
  const Pair pair = pair_of(a);
  if (!pair.dated) return duration_in_seconds(context, a);
  const std::int64_t months = months_between(pair.from, pair.to);
  const LocalDateTime after_months = plus(pair.from, {months, 0, 0, 0});
  const std::int64_t days = days_between(after_months, pair.to);
  const LocalDateTime after_days = plus(after_months, {0, days, 0, 0});
  const Duration rest = clock_between(after_days, pair.to);
  return Duration{months, days, rest.seconds, rest.nanos};
}

Value duration_in_months(CallContext&, const Arguments& a) {
  const Pair pair = pair_of(a);
  return Duration{pair.dated ? months_between(pair.from, pair.to) : 0, 0, 0, 0};
}
Value duration_in_days(CallContext&, const Arguments& a) {
  const Pair pair = pair_of(a);
  return Duration{0, pair.dated ? days_between(pair.from, pair.to) : 0, 0, 0};
}
Value duration_in_seconds(CallContext&, const Arguments& a) {
  const Pair pair = pair_of(a);
  return clock_between(pair.from, pair.to);
}

}  // namespace nutgraf::cypher
