// date.truncate('month', value, {day: 2}) and its like: cut to a unit, then some parts set anew;
// and date.statement() and its like, which all tell the one moment that a query knows.
#include <array>

#include "graph/cypher/functions.h"

namespace nutgraf::cypher {
namespace {

struct Moment {
  std::int64_t day = 0;
  std::int64_t nanos = 0;
  std::int32_t offset = 0;
};

std::optional<Moment> moment_of(const Value& value) {
  switch (value.kind()) {
    case ValueKind::date:
      return Moment{value.get<Date>().day, 0, 0};
    case ValueKind::local_time:
      return Moment{0, value.get<LocalTime>().nanos, 0};
    case ValueKind::time:
      return Moment{0, value.get<Time>().nanos, value.get<Time>().offset};
    case ValueKind::local_date_time:
      return Moment{value.get<LocalDateTime>().day, value.get<LocalDateTime>().nanos, 0};
    case ValueKind::date_time: {
      const auto& time = value.get<DateTime>();
      return Moment{time.day, time.nanos, time.offset};
    }
    default:
      return std::nullopt;
  }
}

// The first day of the stretch of years that the year lies in.
std::optional<std::int64_t> first_of(std::int64_t year, std::int64_t stretch) {
  const auto first = date_of({floor_div(year, stretch) * stretch, 1, 1});
  return first ? std::optional(first->day) : std::nullopt;
}

std::optional<std::int64_t> cut_day(std::int64_t day, std::string_view unit) {
  const Civil civil = civil_of(Date{day});
  if (unit == "millennium") return first_of(civil.year, 1000);
  if (unit == "century") return first_of(civil.year, 100);
  if (unit == "decade") return first_of(civil.year, 10);
  if (unit == "year") return first_of(civil.year, 1);
  if (unit == "quarter") return date_of({civil.year, (civil.month - 1) / 3 * 3 + 1, 1})->day;
  if (unit == "month") return day - civil.day + 1;
  if (unit == "week") return day - weekday_of(Date{day}) + 1;
  if (unit == "weekYear") {
    const auto first = date_of_week(week_of(Date{day}).year, 1, 1);
    return first ? std::optional(first->day) : std::nullopt;
  }
  return unit == "day" ? std::optional(day) : std::nullopt;
}

std::optional<Moment> cut(Moment moment, std::string_view unit) {
  struct Unit {
    std::string_view name;
    std::int64_t nanos;
  };
  static constexpr std::array<Unit, 5> units{{{"hour", 3600 * nanos_of_second},
                                              {"minute", 60 * nanos_of_second},
                                              {"second", nanos_of_second},
                                              {"millisecond", 1'000'000},
                                              {"microsecond", 1000}}};
  for (const Unit& known : units) {
    if (known.name != unit) continue;
    moment.nanos -= moment.nanos % known.nanos;
    return moment;
  }
  const auto day = cut_day(moment.day, unit);
  if (!day) return std::nullopt;
  return Moment{*day, 0, moment.offset};
}

Value made(CallContext& context, const char* constructor, Map parts) {
  return find_function(constructor)->apply(context, {Value(std::move(parts))});
}

Value built(CallContext& context, ValueKind kind, const Moment& moment, Map parts) {
  switch (kind) {
    case ValueKind::date:
      parts.emplace("date", Date{moment.day});
      return made(context, "date", std::move(parts));
    case ValueKind::local_time:
      parts.emplace("time", LocalTime{moment.nanos});
      return made(context, "localtime", std::move(parts));
    case ValueKind::time:
      // With a zone told anew the clock stays as it is.
      if (parts.count("timezone") != 0) {
        parts.emplace("time", LocalTime{moment.nanos});
      } else {
        parts.emplace("time", Time{moment.nanos, moment.offset});
      }
      return made(context, "time", std::move(parts));
    case ValueKind::local_date_time:
      parts.emplace("datetime", LocalDateTime{moment.day, moment.nanos});
      return made(context, "localdatetime", std::move(parts));
    default:
      if (parts.count("timezone") != 0) {
        parts.emplace("datetime", LocalDateTime{moment.day, moment.nanos});
      } else {
        parts.emplace("datetime", DateTime{moment.day, moment.nanos, moment.offset});
      }
      return made(context, "datetime", std::move(parts));
  }
}

template <ValueKind kind>
Value truncate(CallContext& context, const Arguments& a) {
  const auto moment = moment_of(a[1]);
  auto found = moment ? cut(*moment, a[0].string()) : std::nullopt;
  if (!found) {
    return context.fail(Problem::invalid_argument_value,
                        "there is no unit " + a[0].string() + " to cut to");
  }
  Map parts = a.size() > 2 ? a[2].map() : Map();
  // Nanoseconds are added to what the cut left of the second.
  if (const auto nano = parts.find("nanosecond"); nano != parts.end()) {
    const bool whole = nano->second.kind() == ValueKind::integer;
    const std::int64_t more = whole ? nano->second.integer() : -1;
    if (more < 0 || more >= nanos_of_second) {
      return context.fail(Problem::invalid_argument_value,
                          "nanosecond lies between 0 and 999999999");
    }
    found->nanos += more;
    parts.erase(nano);
  }
  return built(context, kind, *found, std::move(parts));
}

template <ValueKind kind>
Value now(CallContext& context, const Arguments&) {
  const auto now = context.now();
  if (!now) return context.fail(Problem::invalid_argument_value, "no clock is known here");
  return built(context, kind, {floor_div(*now, nanos_of_day), floor_mod(*now, nanos_of_day), 0},
               {});
}

template <ValueKind kind>
void add(std::vector<Function>& out, std::array<std::string_view, 4> names) {
  constexpr Kinds any = kinds::any;
  out.push_back({names[0],
                 2,
                 3,
                 kinds_of(kind),
                 {kinds::string, kinds::temporal, kinds::map},
                 truncate<kind>});
  for (std::size_t i = 1; i < names.size(); ++i) {
    out.push_back({names[i], 0, 1, kinds_of(kind), {any, any, any}, now<kind>});
  }
}

}  // namespace

const std::vector<Function>& truncate_functions() {
  static const std::vector<Function> functions = [] {
    std::vector<Function> out;
    add<ValueKind::date>(out,
                         {"date.truncate", "date.transaction", "date.statement", "date.realtime"});
    add<ValueKind::local_time>(out, {"localtime.truncate", "localtime.transaction",
                                     "localtime.statement", "localtime.realtime"});
    add<ValueKind::time>(out,
                         {"time.truncate", "time.transaction", "time.statement", "time.realtime"});
    add<ValueKind::local_date_time>(out, {"localdatetime.truncate", "localdatetime.transaction",
                                          "localdatetime.statement", "localdatetime.realtime"});
    add<ValueKind::date_time>(out, {"datetime.truncate", "datetime.transaction",
                                    "datetime.statement", "datetime.realtime"});
    return out;
  }();
  return functions;
}

}  // namespace nutgraf::cypher
