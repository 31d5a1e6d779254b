// The head of a text file: its date, title, source and id, told before the text begins.
//
//   " date 2016-11-03 Abu Bakr al-Baghdadi", empty line     a date and a title
//   " date 2016-11-03 IRBIL, Iraq — The leader of …"        a date; the text begins behind it
//   "Date: 2016-11-03", "Title: …", "Source: …", …          lines, one a field, in any order
#ifndef NUTGRAF_EXTRACT_REPORT_HEAD_H_
#define NUTGRAF_EXTRACT_REPORT_HEAD_H_

#include <optional>
#include <string>
#include <string_view>

#include "extract/report/report.h"
#include "extract/result.h"

namespace nutgraf {

// The day at the start of `words`, as machines write it: "2016-11-03", "2016/11/03", either with a
// time of day behind it, "Thu, 03 Nov 2016 …", "3 November 2016", "November 3, 2016". Nothing else
// but space may stand before it; `rest`, when given, gets what follows the day (and its time).
std::optional<Day> read_head_day(std::string_view words, std::string_view* rest = nullptr);

// Takes the head off `content` (valid UTF-8, lines ended by '\n') and fills the report's fields
// from it; its text is what follows, without empty lines around it. An id is only set when the head
// tells one. What follows the date on its line is a title when a line without text comes after it
// and it neither ends like a sentence nor begins with a dateline; else it is text. An Error (line
// told) when a header's date cannot be read or no text is left.
Result<Report> read_headed_text(std::string_view content);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_REPORT_HEAD_H_
