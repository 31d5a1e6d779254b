// date(), time(), localtime(), datetime(), localdatetime(), duration(): made from a map of parts,
// from words, from another temporal value, or from now.
#include <cmath>

#include "graph/cypher/functions.h"

namespace nutgraf::cypher {
namespace {

// Reads the parts of a map; the first that is missing its place or out of range is told.
class Parts {
 public:
  Parts(CallContext& context, const Map& map) : context_(context), map_(map) {}

  bool has(std::string_view key) const { return map_.find(key) != map_.end(); }
  std::int64_t get(std::string_view key, std::int64_t otherwise) {
    const auto found = map_.find(key);
    if (found == map_.end()) return otherwise;
    if (found->second.kind() == ValueKind::integer) return found->second.integer();
    wrong(std::string(key) + " is a whole number");
    return otherwise;
  }
  // Within 0 and most.
  std::int64_t bounded(std::string_view key, std::int64_t otherwise, std::int64_t most) {
    const std::int64_t out = get(key, otherwise);
    if (out < 0 || out > most)
      wrong(std::string(key) + " lies between 0 and " + std::to_string(most));
    return out;
  }
  const Value* value(std::string_view key) const {
    const auto found = map_.find(key);
    return found == map_.end() ? nullptr : &found->second;
  }
  void wrong(const std::string& message) {
    ok = false;
    context_.fail(Problem::invalid_argument_value, message);
  }
  bool ok = true;

 private:
  CallContext& context_;
  const Map& map_;
};

std::optional<Date> date_within(const Value& value) {
  if (value.kind() == ValueKind::date) return value.get<Date>();
  if (value.kind() == ValueKind::local_date_time) return Date{value.get<LocalDateTime>().day};
  if (value.kind() == ValueKind::date_time) return Date{value.get<DateTime>().day};
  return std::nullopt;
}

std::optional<std::int64_t> clock_within(const Value& value) {
  if (value.kind() == ValueKind::local_time) return value.get<LocalTime>().nanos;
  if (value.kind() == ValueKind::time) return value.get<Time>().nanos;
  if (value.kind() == ValueKind::local_date_time) return value.get<LocalDateTime>().nanos;
  if (value.kind() == ValueKind::date_time) return value.get<DateTime>().nanos;
  return std::nullopt;
}

std::optional<std::int32_t> offset_within(const Value& value) {
  if (value.kind() == ValueKind::time) return value.get<Time>().offset;
  if (value.kind() == ValueKind::date_time) return value.get<DateTime>().offset;
  return std::nullopt;
}

const Value* base_of(const Parts& parts, std::string_view own) {
  if (const Value* value = parts.value(own)) return value;
  return parts.value("datetime");
}

std::optional<Date> quarter_day(Parts& parts, std::int64_t year, std::optional<Date> base) {
  const std::int64_t own = base ? (civil_of(*base).month - 1) / 3 + 1 : 1;
  const std::int64_t quarter = parts.get("quarter", own);
  if (quarter < 1 || quarter > 4) return std::nullopt;
  const std::int64_t first = (quarter - 1) * 3 + 1;
  std::int64_t day = 1;
  if (base) {
    const Civil civil = civil_of(*base);
    const auto begin = date_of({civil.year, (civil.month - 1) / 3 * 3 + 1, 1});
    day = base->day - begin->day + 1;
  }
  const auto begin = date_of({year, first, 1});
  const std::int64_t wanted = parts.get("dayOfQuarter", day);
  if (!begin || wanted < 1 || wanted > 92) return std::nullopt;
  return Date{begin->day + wanted - 1};
}

std::optional<Date> date_from(Parts& parts) {
  const Value* given = base_of(parts, "date");
  std::optional<Date> base;
  if (given != nullptr) {
    base = date_within(*given);
    if (!base) parts.wrong("expected a date, found " + std::string(to_string(given->kind())));
  }
  if (!base && !parts.has("year")) parts.wrong("a date needs its year");
  if (!parts.ok) return std::nullopt;
  if (parts.has("week") || (base && parts.has("dayOfWeek"))) {
    const WeekDate week = base ? week_of(*base) : WeekDate{1970, 1};
    return date_of_week(parts.get("year", week.year), parts.get("week", week.week),
                        parts.get("dayOfWeek", base ? weekday_of(*base) : 1));
  }
  const Civil civil = base ? civil_of(*base) : Civil{1970, 1, 1};
  const std::int64_t year = parts.get("year", civil.year);
  if (parts.has("ordinalDay")) {
    const auto first = date_of({year, 1, 1});
    const std::int64_t day = parts.get("ordinalDay", 1);
    if (!first || day < 1 || day > 366) return std::nullopt;
    return Date{first->day + day - 1};
  }
  if (parts.has("quarter") || (base && parts.has("dayOfQuarter")))
    return quarter_day(parts, year, base);
  return date_of({year, parts.get("month", civil.month), parts.get("day", civil.day)});
}

std::int64_t clock_from(Parts& parts) {
  const Value* given = base_of(parts, "time");
  std::int64_t base = 0;
  if (given != nullptr) {
    const auto found = clock_within(*given);
    if (!found) parts.wrong("expected a time, found " + std::string(to_string(given->kind())));
    base = found.value_or(0);
  }
  const std::int64_t seconds = base / nanos_of_second;
  const std::int64_t hour = parts.bounded("hour", seconds / 3600, 23);
  const std::int64_t minute = parts.bounded("minute", seconds / 60 % 60, 59);
  const std::int64_t second = parts.bounded("second", seconds % 60, 59);
  std::int64_t nanos = base % nanos_of_second;
  if (parts.has("millisecond") || parts.has("microsecond") || parts.has("nanosecond")) {
    const bool fine = parts.has("millisecond");
    const std::int64_t milli = parts.bounded("millisecond", 0, 999);
    const std::int64_t micro = parts.bounded("microsecond", 0, fine ? 999 : 999'999);
    const bool finer = fine || parts.has("microsecond");
    const std::int64_t nano = parts.bounded("nanosecond", 0,
                                            parts.has("microsecond") ? 999
                                            : finer                  ? 999'999
                                                                     : 999'999'999);
    nanos = milli * 1'000'000 + micro * 1000 + nano;
  }
  return ((hour * 60 + minute) * 60 + second) * nanos_of_second + nanos;
}

std::optional<std::int32_t> zone_from(Parts& parts) {
  const Value* zone = parts.value("timezone");
  if (zone == nullptr) return std::nullopt;
  const auto found =
      zone->kind() == ValueKind::string ? parse_offset(zone->string()) : std::nullopt;
  if (!found) parts.wrong("a time zone is an offset such as +01:00 or Z; names are not known here");
  return found;
}

Value no_such(CallContext& context, const char* what) {
  return context.fail(Problem::invalid_argument_value, std::string("there is no such ") + what);
}

// Brings a clock of a zone to another zone.
std::int64_t moved(std::int64_t nanos, std::int32_t from, std::int32_t to) {
  return nanos + (to - from) * nanos_of_second;
}

struct Moment {
  std::int64_t day = 0;
  std::int64_t nanos = 0;
};
std::optional<Moment> moment(CallContext& context) {
  const auto now = context.now();
  if (!now) {
    context.fail(Problem::invalid_argument_value, "no clock is known here");
    return std::nullopt;
  }
  return Moment{floor_div(*now, nanos_of_day), floor_mod(*now, nanos_of_day)};
}

Value date(CallContext& context, const Arguments& a) {
  if (a.empty()) {
    const auto now = moment(context);
    return now ? Value(Date{now->day}) : Value();
  }
  if (a[0].kind() == ValueKind::map) {
    Parts parts(context, a[0].map());
    const auto found = date_from(parts);
    return found ? Value(*found) : no_such(context, "day");
  }
  const auto found =
      a[0].kind() == ValueKind::string ? parse_date(a[0].string()) : date_within(a[0]);
  return found ? Value(*found) : no_such(context, "day");
}

Value local_time(CallContext& context, const Arguments& a) {
  if (a.empty()) {
    const auto now = moment(context);
    return now ? Value(LocalTime{now->nanos}) : Value();
  }
  if (a[0].kind() == ValueKind::map) {
    Parts parts(context, a[0].map());
    return LocalTime{clock_from(parts)};
  }
  if (a[0].kind() == ValueKind::string) {
    const auto found = parse_local_time(a[0].string());
    return found ? Value(*found) : no_such(context, "time");
  }
  const auto clock = clock_within(a[0]);
  return clock ? Value(LocalTime{*clock}) : no_such(context, "time");
}

Value time(CallContext& context, const Arguments& a) {
  if (a.empty()) {
    const auto now = moment(context);
    return now ? Value(Time{now->nanos, 0}) : Value();
  }
  if (a[0].kind() == ValueKind::map) {
    Parts parts(context, a[0].map());
    const Value* given = base_of(parts, "time");
    const auto own = given == nullptr ? std::nullopt : offset_within(*given);
    const auto zone = zone_from(parts);
    Parts clock(context, a[0].map());
    std::int64_t nanos = clock_from(clock);
    if (own && zone) nanos = floor_mod(moved(nanos, *own, *zone), nanos_of_day);
    return Time{nanos, zone.value_or(own.value_or(0))};
  }
  if (a[0].kind() == ValueKind::string) {
    const auto found = parse_time(a[0].string());
    return found ? Value(*found) : no_such(context, "time");
  }
  const auto clock = clock_within(a[0]);
  return clock ? Value(Time{*clock, offset_within(a[0]).value_or(0)}) : no_such(context, "time");
}

Value local_date_time(CallContext& context, const Arguments& a) {
  if (a.empty()) {
    const auto now = moment(context);
    return now ? Value(LocalDateTime{now->day, now->nanos}) : Value();
  }
  if (a[0].kind() == ValueKind::map) {
    Parts parts(context, a[0].map());
    const auto day = date_from(parts);
    return day ? Value(LocalDateTime{day->day, clock_from(parts)}) : no_such(context, "day");
  }
  if (a[0].kind() == ValueKind::string) {
    const auto found = parse_local_date_time(a[0].string());
    return found ? Value(*found) : no_such(context, "moment");
  }
  const auto day = date_within(a[0]);
  if (!day) return no_such(context, "moment");
  return LocalDateTime{day->day, clock_within(a[0]).value_or(0)};
}

Value date_time(CallContext& context, const Arguments& a) {
  if (a.empty()) {
    const auto now = moment(context);
    return now ? Value(DateTime{now->day, now->nanos, 0}) : Value();
  }
  if (a[0].kind() == ValueKind::map) {
    Parts parts(context, a[0].map());
    const auto day = date_from(parts);
    if (!day) return no_such(context, "day");
    const Value* given = base_of(parts, "time");
    const auto own = given == nullptr ? std::nullopt : offset_within(*given);
    const auto zone = zone_from(parts);
    std::int64_t nanos = clock_from(parts);
    std::int64_t number = day->day;
    if (own && zone) {
      nanos = moved(nanos, *own, *zone);
      number += floor_div(nanos, nanos_of_day);
      nanos = floor_mod(nanos, nanos_of_day);
    }
    return DateTime{number, nanos, zone.value_or(own.value_or(0))};
  }
  if (a[0].kind() == ValueKind::string) {
    const auto found = parse_date_time(a[0].string());
    return found ? Value(*found) : no_such(context, "moment");
  }
  const auto day = date_within(a[0]);
  if (!day) return no_such(context, "moment");
  return DateTime{day->day, clock_within(a[0]).value_or(0), offset_within(a[0]).value_or(0)};
}

Value from_epoch(CallContext& context, const Arguments& a) {
  const std::int64_t seconds = a[0].integer();
  const std::int64_t nanos = a.size() > 1 ? a[1].integer() : 0;
  constexpr std::int64_t most = 1'000'000'000'000;
  if (seconds < -most || seconds > most) {
    return context.fail(Problem::number_out_of_range, "there is no such moment");
  }
  const std::int64_t all = seconds + floor_div(nanos, nanos_of_second);
  return DateTime{
      floor_div(all, seconds_of_day),
      floor_mod(all, seconds_of_day) * nanos_of_second + floor_mod(nanos, nanos_of_second), 0};
}
Value from_epoch_millis(CallContext& context, const Arguments& a) {
  const std::int64_t millis = a[0].integer();
  return from_epoch(context,
                    {Value(floor_div(millis, 1000)), Value(floor_mod(millis, 1000) * 1'000'000)});
}

}  // namespace

const std::vector<Function>& temporal_functions() {
  constexpr Kinds any = kinds::any;
  constexpr Kinds given = kinds::map | kinds::string | kinds::temporal;
  constexpr Kinds whole = kinds::integer;
  static const std::vector<Function> functions{
      {"date", 0, 1, kinds_of(ValueKind::date), {given, any, any}, date},
      {"localtime", 0, 1, kinds_of(ValueKind::local_time), {given, any, any}, local_time},
      {"time", 0, 1, kinds_of(ValueKind::time), {given, any, any}, time},
      {"localdatetime",
       0,
       1,
       kinds_of(ValueKind::local_date_time),
       {given, any, any},
       local_date_time},
      {"datetime", 0, 1, kinds_of(ValueKind::date_time), {given, any, any}, date_time},
      {"datetime.fromEpoch", 1, 2, kinds_of(ValueKind::date_time), {whole, whole, any}, from_epoch},
      {"datetime.fromEpochMillis",
       1,
       1,
       kinds_of(ValueKind::date_time),
       {whole, any, any},
       from_epoch_millis},
      {"duration",
       1,
       1,
       kinds_of(ValueKind::duration),
       {kinds::map | kinds::string | kinds_of(ValueKind::duration), any, any},
       make_duration},
      {"duration.between",
       2,
       2,
       kinds_of(ValueKind::duration),
       {kinds::temporal, kinds::temporal, any},
       duration_between},
      {"duration.inMonths",
       2,
       2,
       kinds_of(ValueKind::duration),
       {kinds::temporal, kinds::temporal, any},
       duration_in_months},
      {"duration.inDays",
       2,
       2,
       kinds_of(ValueKind::duration),
       {kinds::temporal, kinds::temporal, any},
       duration_in_days},
      {"duration.inSeconds",
       2,
       2,
       kinds_of(ValueKind::duration),
       {kinds::temporal, kinds::temporal, any},
       duration_in_seconds},
  };
  return functions;
}

}  // namespace nutgraf::cypher
