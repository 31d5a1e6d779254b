// What a phrase of time says, before it is known which day that is.
//
// Words belong to classes ("november": MONTH 11); a rule of data/rules/en/time.txt is a sequence of
// words and classes, and each class fills a field of the Reading. "last Tuesday" reads as relation
// -1, weekday 1; the Resolver (resolve.h) makes a day of it.
#ifndef NUTGRAF_EXTRACT_TIME_READING_H_
#define NUTGRAF_EXTRACT_TIME_READING_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/extraction.h"

namespace nutgraf {

enum class Field : std::uint8_t {
  year,
  month,    // 1 to 12
  day,      // of the month
  weekday,  // 0 Monday to 6 Sunday
  season,   // 0 spring to 3 winter
  decade,   // year / 10; 0 to 9 for "the nineties" of a century not told
  century,  // year / 100
  unit,     // a Unit
  number,   // tenths; -1: "several"
  second,   // a smaller amount after a number: "nine years and ten months"; tenths
  ordinal,
  relation,   // -1 last, 0 this, 1 next
  part,       // of the day: index of part_codes
  clock,      // minutes from midnight
  hour,       // 0 to 24, of a clock that tells no minutes
  meridiem,   // 0 a.m., 1 p.m.
  modifier,   // a Modifier
  holiday,    // index of the table of holidays
  numeric,    // 10/11/2012: first x 1,000,000 + second x 10,000 + year
  era,        // 1: before Christ
  reference,  // 0 past, 1 present, 2 future
  secondary,  // the unit of `second`
  count
};

enum class Unit : std::uint8_t {
  second,
  minute,
  hour,
  day,
  week,
  fortnight,
  weekend,
  month,
  quarter,
  year,
  decade,
  century,
  fiscal,
  half
};

enum class Modifier : std::uint8_t {
  none,
  start,
  mid,
  end,
  approx,
  before,
  after,
  less,
  more,
  equal_or_less,
  equal_or_more
};

// What the fields of a rule mean together.
enum class Meaning : std::uint8_t {
  calendar,   // a date by its parts, the missing ones found by the anchor: "Nov. 3", "Tuesday"
  unit,       // the whole unit before, of or after the anchor: "last week", "this year"
  shift,      // an amount away from the anchor: "two days ago"
  duration,   // "three years"
  set,        // "every Tuesday", "daily"
  reference,  // "now", "recently"
  nothing,    // looks like a time, is none: "the Sunday Times"
};

enum class Anchor : std::uint8_t { now, told };

inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::count);

struct Reading {
  Meaning meaning = Meaning::calendar;
  Anchor anchor = Anchor::now;
  std::uint16_t rule = 0;
  bool nested = false;       // holds what another rule read: "late | last week"
  std::uint32_t filled = 0;  // bit per Field
  std::array<std::int32_t, field_count> values{};

  bool has(Field field) const { return ((filled >> static_cast<unsigned>(field)) & 1U) != 0; }
  std::int32_t at(Field field) const { return values[static_cast<std::size_t>(field)]; }
  std::optional<std::int32_t> get(Field field) const {
    return has(field) ? std::optional(at(field)) : std::nullopt;
  }
  void set(Field field, std::int32_t value) {
    filled |= 1U << static_cast<unsigned>(field);
    values[static_cast<std::size_t>(field)] = value;
  }
};

inline constexpr std::array<std::string_view, 6> part_codes{"MO", "AF", "EV", "NI", "DT", "MI"};

// "year", "relation", …: the names that rule files use; nullopt for what is no field.
std::optional<Field> parse_field(std::string_view word);
std::optional<Meaning> parse_meaning(std::string_view word);
// "START", "MID", …; "" for none.
std::string_view to_string(Modifier modifier);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TIME_READING_H_
