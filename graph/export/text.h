// Words as the formats want them written.
#ifndef NUTGRAF_GRAPH_EXPORT_TEXT_H_
#define NUTGRAF_GRAPH_EXPORT_TEXT_H_

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/time/day.h"

namespace nutgraf {

// Escaped for XML text and attributes. What XML 1.0 cannot hold (control characters, U+FFFE,
// U+FFFF) and line breaks, which attributes do not keep, become spaces.
std::string xml(std::string_view words);

// An id as GraphML takes it, an NMTOKEN: what is no letter, digit, ".", "-", "_" or ":" of ASCII
// becomes _xHHHH_, as names of XML are often written ("new dawn": new_x0020_dawn).
std::string xml_token(std::string_view id);

// The list in one string: "a | b | c"; a bar within a word becomes "/".
std::string barred(const std::vector<std::string>& list);
// The same with any mark; a mark within a word becomes `instead`.
std::string joined(const std::vector<std::string>& list, std::string_view mark, char instead);

// Millionths of a degree as decimals: "36.335000".
std::string degrees(std::int32_t millionths);
// "2016-10-17", or nothing.
std::string day_words(const std::optional<Day>& day);
// The last day of the range, which belongs to it, or nothing.
std::string last_day_words(const DayRange& range);

// One record of RFC 4180, ended by CR LF. Quoted where it must be; other control characters become
// spaces, for importers that end a record at any of them.
void append_csv(std::string& out, const std::vector<std::string>& cells);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_EXPORT_TEXT_H_
