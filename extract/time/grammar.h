// Words and rules of time as they lie in the data file, and the matcher over them.
//
// All patterns of all rules form one trie whose edges are words, classes of words and tags. From a
// token that can begin an expression the trie is walked, at most as deep as the longest pattern;
// nothing is remembered between tokens, so the work is linear in the text.
#ifndef NUTGRAF_EXTRACT_TIME_GRAMMAR_H_
#define NUTGRAF_EXTRACT_TIME_GRAMMAR_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.h"
#include "extract/lexicon/data_file.h"
#include "extract/lexicon/lexicon.h"
#include "extract/result.h"
#include "extract/time/reading.h"
#include "extract/time/word_class.h"

namespace nutgraf {

// Rows of the sections "time.words" and "time.rules".
struct TimeWordRow {
  ClassMask classes = 0;
  std::uint32_t first_value = 0;
  std::uint16_t values = 0;
  std::uint16_t needs =
      0;  // 0: nothing, 1: a capital, 2: a capital and a noun's tag, 3: a noun's tag
};
struct TimeValueRow {
  std::uint32_t word_class = 0;
  std::int32_t value = 0;
};
struct TimeNodeRow {
  std::uint32_t first_edge = 0;
  std::uint32_t edges = 0;
  std::uint32_t first_final = 0;
  std::uint32_t finals = 0;
};
struct TimeSymbolRow {
  std::uint32_t kind = 0;  // TimeSymbol::Kind
  std::uint32_t code = 0;  // word, WordClass or Tag
};
struct TimeEdgeRow {
  TimeSymbolRow symbol;
  std::uint32_t target = 0;
};
struct TimeFinalRow {
  std::uint32_t rule = 0;
  std::uint32_t words = 0;  // literals on the way here
};
struct TimeConstantRow {
  std::uint32_t field = 0;
  std::int32_t value = 0;
};
struct TimeListRow {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};
struct TimeRuleRow {
  std::uint32_t name = 0;  // offset in the text of names
  std::uint32_t name_size = 0;
  std::uint32_t meaning = 0;
  std::uint32_t anchor = 0;
  std::int32_t weight = 0;
  TimeListRow constants;
  TimeListRow left_none, left_some, right_none, right_some;
};
// A holiday falls on month/day (way 0), on the nth weekday of a month plus `offset` days (way 1; n
// -1 is the last), `offset` days from Western Easter Sunday (way 2), on day `day` of month `month`
// of the tabular Islamic calendar (way 3). A whole Islamic month has day 0.
struct HolidayRow {
  std::int32_t way = 0;
  std::int32_t month = 0;
  std::int32_t day = 0;
  std::int32_t weekday = 0;
  std::int32_t nth = 0;
  std::int32_t offset = 0;
};

// What is known of one token, looked up once for each report.
struct TimeToken {
  ClassMask classes = 0;
  std::uint32_t word = StringTable::missing;  // of the table of words
  bool mid = false;  // "mid-1990s" as one token; the rest is what was looked up
};

// "mid-1990s" without its "mid-"; other words as they are.
std::string_view without_mid(std::string_view folded);

struct TimeMatch {
  std::uint32_t end = 0;  // token; equal to the beginning when nothing matched
  std::int32_t weight = 0;
  std::uint32_t words = 0;
  Reading reading;
};

class TimeGrammar {
 public:
  // Requires `data` to outlive the grammar; `lexicon` is read here only.
  static Result<TimeGrammar> open(const DataFile& data, const Lexicon& lexicon);

  // Fills `out` with one TimeToken for each token of the report.
  void look_up(const Analysis& analysis, std::vector<TimeToken>& out) const;

  // The best expression that begins at `begin` and ends before `limit` (the end of its sentence);
  // nullopt when there is none.
  std::optional<TimeMatch> match(const Analysis& analysis, std::span<const TimeToken> tokens,
                                 std::uint32_t begin, TokenRange sentence) const;

  bool is(const TimeToken& token, WordClass word_class) const {
    return (token.classes & mask_of(word_class)) != 0;
  }
  // The word's number in the class; nullopt when it is not in it.
  std::optional<std::int32_t> value(const TimeToken& token, WordClass word_class) const;
  // Whether the word is one of the class, whatever its shape ("plan": PLAN).
  bool word_is(std::string_view folded, WordClass word_class) const;
  // The holiday in that year; nullopt when the year does not have it or is out of range.
  std::optional<DayRange> holiday(std::int32_t index, std::int32_t year) const;
  std::string_view rule_name(std::uint16_t rule) const;
  std::size_t rule_count() const { return rules_.size(); }

 private:
  friend class TimeMatcher;
  TimeGrammar() = default;

  void index_words(const Lexicon& lexicon);
  void index_starts();
  std::uint32_t word_of(const Token& token, std::string_view folded) const;
  bool starts(const TimeToken& token) const {
    return (token.classes & start_classes_) != 0 ||
           (token.word != StringTable::missing && starts_[token.word] != 0);
  }

  StringTable table_;
  std::vector<std::uint32_t> by_lexicon_;  // word of time by WordId, `missing` for most
  std::vector<std::uint8_t> starts_;       // whether some pattern begins with the word itself
  ClassMask start_classes_ = 0;            // classes that some pattern begins with
  std::span<const TimeWordRow> words_;
  std::span<const TimeValueRow> values_;
  std::span<const TimeNodeRow> nodes_;
  std::span<const TimeEdgeRow> edges_;
  std::span<const TimeFinalRow> finals_;
  std::span<const TimeRuleRow> rules_;
  std::span<const TimeConstantRow> constants_;
  std::span<const TimeSymbolRow> conditions_;
  std::span<const HolidayRow> holidays_;
  std::string_view names_;
  std::span<const std::uint32_t> spelling_ends_;  // of word n: from [n] to [n + 1] in spellings_
  std::string_view spellings_;
};

// Writes the sections from data/lexicon/en/time/ and data/rules/en/time.txt under the folder.
Result<void> compile_time(const std::string& source_folder, DataWriter& writer);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TIME_GRAMMAR_H_
