// Words of reports as answers show them: counted in code points, marked in their sentence.
#ifndef NUTGRAF_TOOLS_QUOTES_H_
#define NUTGRAF_TOOLS_QUOTES_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "extract/report/offsets.h"
#include "graph/reader.h"
#include "tools/listing.h"

namespace nutgraf {

// Reports' texts with their offsets, the last few kept.
class Texts {
 public:
  Texts(const GraphReader& reader, OffsetUnit unit) : reader_(reader), unit_(unit) {}

  struct Text {
    Text(Report taken, OffsetUnit unit) : report(std::move(taken)), offsets(report.text, unit) {}
    Report report;
    OffsetMap offsets;
  };
  // The text of a report that evidence names; an Error when the store has lost it. Valid until the
  // next call.
  Result<const Text*> of(const std::string& report);

 private:
  const GraphReader& reader_;
  OffsetUnit unit_;
  std::unique_ptr<Text> last_;
};

// The words of `sentence` with `spans` of the same text, in any order, put between marks, on one
// line.
std::string marked_quote(std::string_view quote, Span sentence, std::vector<Span> spans,
                         bool color);

// The sentences of the evidence, each once and a line: its report, and all that it is evidence by
// marked.
std::string marked_sentences(const std::vector<Evidence>& evidence, bool color);

// report, begin, end, quote, role, rule, modality: in rows for reading the span is marked in the
// quote; with `for_reading` false the quote is the sentence's very words.
Result<Listing> evidence_listing(const GraphReader& reader, const std::vector<Evidence>& evidence,
                                 OffsetUnit unit, bool for_reading, bool color);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_QUOTES_H_
