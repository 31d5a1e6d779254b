// A time as the Extended Date/Time Format writes it (ISO 8601-2:2019; Library of Congress, "EDTF
// Specification", levels 0 to 2), where TIMEX3 keeps what is vague apart from the value.
//
//   2016-11-03  2016-11  2016  201X  20XX      a day, a month, a year, a decade, a century
//   2016-35  2016-41  2016-22                  a quarter (33 to 36), a half (40, 41), a season (21
//   to 24) 2016-10-31/2016-11-06                      a week, a weekend: first and last day 2014~
//   "about 2014" 2014-06-01~/2014-06-15~                    "early June 2014": a range inside June,
//   its ends vague 2016-11-03/2016-11-30                      "later this month", of 2016-11-03
//   2014-06-01/..  ../2014-06-30               "since June 2014", "until June 2014"
//   2016-11-03T10:30:00                        a time of day; its part ("tonight") is not told
//   XXXX-11-03                                 a day of a year not told
#ifndef NUTGRAF_EXTRACT_TIME_EDTF_H_
#define NUTGRAF_EXTRACT_TIME_EDTF_H_

#include <string>

#include "extract/extraction.h"

namespace nutgraf {

// Empty for what the format cannot write: durations, sets, PRESENT_REF and its like, fiscal years,
// a weekday of a week not told.
std::string print_edtf(const TimeExpression& time);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TIME_EDTF_H_
