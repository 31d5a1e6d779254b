// Laws of days and periods, on generated cases.
#include <rapidcheck/catch.h>
#include <algorithm>
#include <catch2/catch.hpp>

#include "extract/time/day.h"
#include "extract/time/holiday.h"
#include "extract/time/number_token.h"
#include "extract/time/period.h"
#include "extract/time/resolve.h"
#include "tests/support/analysis.h"

using namespace nutgraf;

namespace {

constexpr std::int32_t first_day = -700'000;  // in the year 53
constexpr std::int32_t last_day = 2'900'000;  // in the year 9909

Day any_day() { return Day{*rc::gen::inRange(first_day, last_day)}; }
Level any_level() {
  return static_cast<Level>(*rc::gen::inRange(0, static_cast<int>(Level::century) + 1));
}

}  // namespace

TEST_CASE("laws of days", "[time][law]") {
  rc::prop("day_of and civil are inverse", [] {
    const Day day = any_day();
    RC_ASSERT((day_of(civil(day)) == day));
  });
  rc::prop("iso and parse_iso_day are inverse", [] {
    const Day day = any_day();
    RC_ASSERT((parse_iso_day(iso(day)) == day));
  });
  rc::prop("seven days on is the same weekday, one day on the next", [] {
    const Day day = any_day();
    RC_ASSERT((weekday(Day{day.number + 7}) == weekday(day)));
    RC_ASSERT((weekday(Day{day.number + 1}) == (weekday(day) + 1) % 7));
  });
  rc::prop("months there and back stay in the month", [] {
    const Day day = any_day();
    const std::int32_t months = *rc::gen::inRange(-240, 240);
    const auto there = add_months(day, months);
    RC_PRE(there.has_value());
    const auto back = add_months(*there, -months);
    RC_ASSERT((back && containing(Level::month, *back) == containing(Level::month, day)));
  });
}

TEST_CASE("laws of periods", "[time][law]") {
  rc::prop("printing and parsing a period are inverse", [] {
    const Period period = containing(any_level(), any_day());
    RC_PRE(!print(period).empty());
    RC_ASSERT((parse_period(print(period)) == period));
  });
  rc::prop("a period begins before it ends, and holds the day it was made of", [] {
    const Day day = any_day();
    const Level level = any_level();
    RC_PRE(level != Level::fiscal && level != Level::weekend);
    const DayRange range = range_of(containing(level, day));
    RC_PRE(range.known());
    RC_ASSERT((range.from < range.until));
    RC_ASSERT((*range.from <= day));
    RC_ASSERT((day < *range.until));
  });
  rc::prop("a period ends where the next begins", [] {
    Period period = containing(any_level(), any_day());
    RC_PRE(period.level != Level::fiscal && period.level != Level::weekend);
    const DayRange range = range_of(period);
    ++period.index;
    RC_PRE(range_of(period).known() && range.known());
    RC_ASSERT((range.until == range_of(period).from));
  });
  rc::prop("Easter is a Sunday of March or April", [] {
    const auto sunday = easter(*rc::gen::inRange(1583, 9999));
    RC_ASSERT((sunday.has_value()));
    RC_ASSERT((weekday(*sunday) == 6));
    const std::int32_t month = civil(*sunday).month;
    RC_ASSERT((month == 3 || month == 4));
  });
}

TEST_CASE("laws of what the reader finds", "[time][law]") {
  rc::prop("any words give sorted times with sound spans and ranges", [] {
    static const std::vector<std::string> words{
        "the",    "late",  "Tuesday", "3",         "Nov.",    "2014",  "-",    "16",    "ago",
        "two",    "years", "last",    "a",         "end",     "of",    "next", "night", "10:30",
        "p.m.",   "since", "every",   ",",         "half",    "1990s", "mid",  "was",   "will",
        "killed", "31",    "June",    "2,500,000", "decades", "later", "'98",  "and"};
    Report report;
    const int count = *rc::gen::inRange(1, 25);
    for (int at = 0; at < count; ++at) report.text += *rc::gen::elementOf(words) + " ";
    if (*rc::gen::arbitrary<bool>()) report.date = any_day();
    const auto analysed = analysis_of(report);
    std::uint32_t end = 0;
    for (const TimeExpression& time : analysed->extraction.times) {
      RC_ASSERT((time.span.begin >= end));
      RC_ASSERT((time.span.begin < time.span.end));
      RC_ASSERT((time.span.end <= report.text.size()));
      RC_ASSERT((!time.value.empty()));
      if (time.range.from && time.range.until) RC_ASSERT((*time.range.from < *time.range.until));
      end = time.span.end;
    }
  });
}

TEST_CASE("known periods and holidays", "[time]") {
  const auto range = [](std::string_view value) {
    const DayRange days = range_of(*parse_period(value));
    return iso(*days.from) + ".." + iso(*days.until);
  };
  CHECK(range("2016-W44") == "2016-10-31..2016-11-07");
  CHECK(range("2015-W53") == "2015-12-28..2016-01-04");
  CHECK(range("2016-W44-WE") == "2016-11-05..2016-11-07");
  CHECK(range("2016-02") == "2016-02-01..2016-03-01");
  CHECK(range("2016-Q4") == "2016-10-01..2017-01-01");
  CHECK(range("2016-WI") == "2016-12-01..2017-03-01");
  CHECK(range("199") == "1990-01-01..2000-01-01");
  CHECK(range("20") == "2000-01-01..2100-01-01");
  for (const auto* wrong :
       {"2016-W54", "2017-W53", "2016-13", "2016-Q5", "0000", "16-1", "", "2016-"}) {
    CHECK_FALSE(parse_period(wrong));
  }
  CHECK(easter(2016) == day_of({2016, 3, 27}));
  CHECK(islamic_month(1437, 9) == day_of({2016, 6, 7}));
  CHECK(add_months(*day_of({2016, 1, 31}), 1) == day_of({2016, 2, 29}));
}

TEST_CASE("amounts are printed as TIMEX3 writes them", "[time]") {
  CHECK(print_duration(30, Unit::year) == "P3Y");
  CHECK(print_duration(25, Unit::year) == "P2.5Y");
  CHECK(print_duration(5, Unit::hour) == "PT30M");
  CHECK(print_duration(5, Unit::century) == "P50Y");
  CHECK(print_duration(10, Unit::fortnight) == "P2W");
  CHECK(print_duration(-1, Unit::hour) == "PTXH");
  CHECK(print_duration(20, Unit::decade) == "P2DE");
}

TEST_CASE("figures are told apart", "[time]") {
  const auto is = [](std::string_view word, WordClass word_class) {
    return (number_classes(word) & mask_of(word_class)) != 0;
  };
  CHECK(is("31", WordClass::DAY));
  CHECK_FALSE(is("32", WordClass::DAY));
  CHECK(is("2014", WordClass::RECENT));
  CHECK(is("1423", WordClass::YEAR));
  CHECK_FALSE(is("1423", WordClass::RECENT));
  CHECK(is("1990s", WordClass::DECADE));
  CHECK_FALSE(is("1995s", WordClass::DECADE));
  CHECK(is("22nd", WordClass::DAYORD));
  CHECK(is("10:30", WordClass::CLOCK));
  CHECK_FALSE(is("25:30", WordClass::CLOCK));
  CHECK(is("3/11/2016", WordClass::NUMERIC));
  CHECK_FALSE(is("4.2.10", WordClass::NUMERIC));
  CHECK(is("2016-11-03", WordClass::ISO));
  CHECK(tenths("1,500") == 15000);
  CHECK(tenths("2.5") == 25);
  CHECK_FALSE(tenths("12345678"));
}
