// Expressions of time: dates, times, durations and sets, with TIMEX3 values and half-open day
// ranges.
//
// The patterns are HeidelTime's ground in English (Strötgen, Gertz 2013), written anew as data:
// data/rules/en/time.txt and data/lexicon/en/time/. A date is anchored on the report's publication,
// or where that is missing on the date of its dateline; a weekday or a month without a year by the
// tense of its clause; "two days later" on the last date told.
#ifndef NUTGRAF_EXTRACT_TIME_TIME_READER_H_
#define NUTGRAF_EXTRACT_TIME_TIME_READER_H_

#include <utility>

#include "extract/analysis.h"
#include "extract/extraction.h"
#include "extract/lexicon/data_file.h"
#include "extract/result.h"
#include "extract/time/grammar.h"
#include "extract/trace.h"

namespace nutgraf {

class TimeReader {
 public:
  // Requires `data` to outlive the reader.
  static Result<TimeReader> open(const DataFile& data, const Lexicon& lexicon);

  // Writes `out.times`, sorted by span; needs tokens, sentences and tags of `analysis`. Behind
  // "since" and "after" a range has no end, behind "until", "by" and "before" no beginning.
  void read(const Analysis& analysis, Extraction& out, Trace* trace) const;

  const TimeGrammar& grammar() const { return grammar_; }

 private:
  explicit TimeReader(TimeGrammar grammar) : grammar_(std::move(grammar)) {}

  TimeGrammar grammar_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TIME_TIME_READER_H_
