// The rules of time as linguists write them (data/rules/en/time.txt), and their symbolic form.
//
//   rule  NAME
//     match PATTERN          one or more; words in lower case, classes in capitals, <TAG>,
//                            ( ) | ? as usual; a pattern is a sequence of tokens
//     means MEANING [told] [FIELD=N …]
//     left none|some ITEM …  what must not, or must, stand before: words, classes, <TAG>, CAPITAL
//     right none|some ITEM … the same behind
//     weight N               decides between matches of one length; 0 when not told
//     on    2016-11-03       the day of publication of the examples that follow
//     yes   Words with the [expression] in brackets. = VALUE
//     no    Words in which this rule reads nothing.
//
// Which rule wins is decided by length, then weight, then the number of words in its pattern, then
// its name; never by its place in the file.
#ifndef NUTGRAF_EXTRACT_TIME_RULE_FILE_H_
#define NUTGRAF_EXTRACT_TIME_RULE_FILE_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "extract/result.h"
#include "extract/time/day.h"
#include "extract/time/reading.h"

namespace nutgraf {

// One step of a pattern or one item of a condition.
struct TimeSymbol {
  enum class Kind : std::uint8_t { literal, word_class, tag, capital };
  Kind kind = Kind::literal;
  std::string word;        // literal, folded
  std::uint32_t code = 0;  // WordClass or Tag

  friend auto operator<=>(const TimeSymbol&, const TimeSymbol&) = default;
};

struct TimeExample {
  std::uint64_t line = 0;
  std::string text;       // without the brackets
  std::size_t begin = 0;  // bytes of `text`; begin == end: nothing must be read
  std::size_t end = 0;
  std::string value;
  Day published;
};

struct TimeRule {
  std::string name;
  std::uint64_t line = 0;
  std::vector<std::vector<TimeSymbol>> sequences;  // every way through its patterns
  Meaning meaning = Meaning::calendar;
  Anchor anchor = Anchor::now;
  std::vector<std::pair<Field, std::int32_t>> constants;
  std::vector<TimeSymbol> left_none, left_some, right_none, right_some;
  std::int32_t weight = 0;
  std::vector<TimeExample> examples;
};

// The rules by name. An Error has file, line, column and excerpt.
Result<std::vector<TimeRule>> read_time_rules(const std::string& path);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TIME_RULE_FILE_H_
