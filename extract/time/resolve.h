// From what a phrase says to the day it means: values and ranges of TIMEX3.
#ifndef NUTGRAF_EXTRACT_TIME_RESOLVE_H_
#define NUTGRAF_EXTRACT_TIME_RESOLVE_H_

#include <optional>
#include <string>

#include "extract/time/direction.h"
#include "extract/time/grammar.h"
#include "extract/time/period.h"
#include "extract/time/reading.h"

namespace nutgraf {

// From where a report is told, and what it told last.
struct TimeAnchors {
  std::optional<Day> now;       // publication, or the dateline's date
  std::optional<Period> told;   // the last date in the text
  std::optional<Day> told_day;  // the last that was a day
  bool day_first = false;       // 3/11/2016 is in November
};

struct ResolvedTime {
  TimeType type = TimeType::date;
  std::string value;
  Modifier modifier = Modifier::none;
  DayRange range;
  std::optional<Period> period;  // what "two days later" counts from
};

// nullopt when there is no such time (31 June). What has no anchor keeps X for what is not known
// ("XXXX-11-03") and has no range.
std::optional<ResolvedTime> resolve(const Reading& reading, const TimeGrammar& grammar,
                                    const TimeAnchors& anchors, Direction direction);

// How the value of an amount is written: 25 tenths of years are "P2.5Y", -1 hours "PTXH".
std::string print_duration(std::int32_t tenths, Unit unit);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TIME_RESOLVE_H_
