// The classes of words that patterns of time are written in.
//
// Some are given by data/lexicon/en/time/words.tsv, some read off digits, two are phrases that the
// matcher reads by itself: NUM (an amount: "two and a half") and DATE (what another rule reads).
#ifndef NUTGRAF_EXTRACT_TIME_WORD_CLASS_H_
#define NUTGRAF_EXTRACT_TIME_WORD_CLASS_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/time/reading.h"

namespace nutgraf {

enum class WordClass : std::uint8_t {
  // from the list of words
  MONTH,
  WEEKDAY,
  WEEKDAYX,  // "Tue.": words that are weekdays only beside figures
  WEEKDAYS,  // "Tuesdays"
  DAYWORD,   // "today", "yesterday"
  SEASON,
  SEASONS,
  UNIT,   // any of the three below
  UNIT1,  // "year"
  UNITS,  // "years"
  UNITX,  // words that are units only behind a number: "second", "minute"
  PART,
  PARTS,  // "mornings"
  A,      // "a", "an", "one": the number 1
  ORD,    // "third", "3rd": a number in its order
  REL,    // "last", "next"
  MOD,    // "early", "late"
  BOUND,  // "about", "nearly", "over"
  NAMED,  // "noon", "midnight": words for an hour, as minutes
  MERIDIEM,
  ZONE,
  EVERY,
  PERIODIC,  // "daily", "annual": a set of that unit
  LENGTH,    // "weeklong": a duration of that unit
  NINETIES,  // "nineties": a decade of a century not told
  CARDINAL,  // number words, inside NUM
  SCALE,     // hundred, thousand, million, inside NUM
  VAGUE,     // several, few, inside NUM
  FRACTION,  // half, quarter, inside NUM
  PLAN,      // what is told as to come: due, scheduled, expected
  GOVERN,    // words whose infinitive is to come: plan to, order him to
  DEFER,     // what is put off: "was postponed until Tuesday"
  UNTIL,     // leads to the day to which it is put off
  STILL,     // "it is still in use today": these days
  CURRENCY,  // signs and words after which figures are no years
  SIDE,      // before a date: since 1, until 2, before 3, after 4
  LINK,      // between the ends of a range or list: -, to, and
  // read off digits
  DAY,       // 1 to 31
  DAYORD,    // 1st, 31st, and the ORD words up to thirty-first
  MONTHNUM,  // 01 to 12
  YEAR,      // 1000 to 2999, four digits
  RECENT,    // 1900 to 2099
  YEAR2,     // '98
  TWO,       // two digits: the 16 of 2014-16
  DECADE,    // 1990s, '90s, 90s
  CLOCK,     // 10:30
  DOTTED,    // 10.30, a clock only before a.m. or p.m.
  HOUR,      // 0 to 24
  MILITARY,  // 1430, 0300
  ISO,       // 2016-11-03 as one token
  NUMERIC,   // 3/11/2016, 3.11.2016
  SMALLNUM,  // 1 to 3 digits: years of antiquity
  THREE,     // three digits
  FISCAL,    // FY2014
  DIGITS,    // any number in digits
  // phrases
  NUM,
  DATE,
  HOLIDAY,
  count
};

std::optional<WordClass> parse_word_class(std::string_view word);
std::string_view to_string(WordClass word_class);
// The field that a word of the class fills; nullopt for classes that only match.
std::optional<Field> field_of(WordClass word_class);

using ClassMask = std::uint64_t;
constexpr ClassMask mask_of(WordClass word_class) {
  return ClassMask{1} << static_cast<unsigned>(word_class);
}
static_assert(static_cast<unsigned>(WordClass::count) <= 64);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TIME_WORD_CLASS_H_
