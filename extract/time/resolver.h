// The work of resolve(), one part a file: dates by their parts (resolve_calendar.cc), counted from
// an anchor (resolve_relative.cc), the time of day and modifiers (resolve.cc).
#ifndef NUTGRAF_EXTRACT_TIME_RESOLVER_H_
#define NUTGRAF_EXTRACT_TIME_RESOLVER_H_

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "extract/time/resolve.h"

namespace nutgraf {

// "XXXX-%02d" and its like, filled.
std::string formatted_number(const char* format, int value);

class TimeResolver {
 public:
  TimeResolver(const Reading& reading, const TimeGrammar& grammar, const TimeAnchors& anchors,
               Direction direction)
      : reading_(reading), grammar_(grammar), anchors_(anchors), direction_(direction) {}

  std::optional<ResolvedTime> resolve();

 private:
  using InYear = std::function<std::optional<Period>(std::int32_t)>;

  bool has(Field field) const { return reading_.has(field); }
  std::int32_t at(Field field) const { return reading_.at(field); }
  bool take(std::optional<Period> period);
  bool take_unknown(std::string value);
  void reference(std::int32_t which);

  // Calendar.
  bool calendar();
  bool numeric();
  bool era();
  bool century();
  bool decade();
  bool year();
  bool holiday();
  bool month();
  bool day_of_told_month();
  bool weekday_near();
  bool in_some_year(Level level, std::int32_t part, std::int32_t parts);
  bool clock_only();
  // The year in which a date without one falls: the nearest that its relation or tense allows.
  std::optional<Period> nearest(const InYear& in_year) const;
  // What it costs to take the range for the one that is meant; nullopt: it cannot be.
  std::optional<std::int32_t> distance(const DayRange& range, bool this_year) const;

  // Relative to an anchor.
  bool unit_is(Unit unit) const;
  // The day to count from; for what is told, nothing when the told date is vaguer than the level.
  std::optional<Day> anchor(Level level) const;
  bool unit();
  bool month_of_year(std::int32_t year);
  bool shift();
  bool shift_to(Unit unit, std::int32_t steps);
  std::optional<Day> away(Unit unit, std::int32_t steps) const;
  bool shift_by(std::int32_t sign, std::int32_t tenths, Unit unit);
  bool shift_in_the_day(std::int32_t steps, Unit unit);

  // The time of day.
  // Adds the clock or the part of the day; false when the clock is none (25:00).
  bool time_of_day();

  // Amounts.
  void duration();
  // "the past three days", "the next two years", with the day of publication in it.
  DayRange stretch(std::int32_t tenths, Unit unit) const;
  void set();

  // Modifiers.
  // Early is the first half, late the second, mid the two quarters in the middle.
  void modify();
  // "earlier this month", "later this year": up to the day of publication, or from it.
  void narrow(std::optional<Day> from, std::optional<Day> until, std::int32_t more);

  const Reading& reading_;
  const TimeGrammar& grammar_;
  const TimeAnchors& anchors_;
  Direction direction_;
  ResolvedTime out_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TIME_RESOLVER_H_
