#include "tools/quotes.h"

#include <algorithm>
#include <utility>

#include "tools/asking.h"
#include "tools/colors.h"

namespace nutgraf {

Result<const Texts::Text*> Texts::of(const std::string& report) {
  if (last_ == nullptr || last_->report.id != report) {
    auto found = reader_.report(report);
    if (!found) return fail(found.error());
    if (!*found) return fail(ErrorCode::unavailable, "the store has lost the report " + report);
    last_ = std::make_unique<Text>(std::move(**found), unit_);
  }
  return last_.get();
}

std::string marked_quote(std::string_view quote, Span sentence, Span span, bool color) {
  std::string out;
  const std::uint32_t begin = std::clamp(span.begin, sentence.begin, sentence.end) - sentence.begin;
  const std::uint32_t end = std::clamp(span.end, sentence.begin, sentence.end) - sentence.begin;
  out += quote.substr(0, begin);
  out += color ? colors::mark : "[";
  out += quote.substr(begin, end - begin);
  out += color ? colors::none : "]";
  out += quote.substr(end);
  for (char& c : out) {
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
  }
  return out;
}

Result<Listing> evidence_listing(const GraphReader& reader, const std::vector<Evidence>& evidence,
                                 OffsetUnit unit, bool for_reading, bool color) {
  Texts texts(reader, unit);
  Listing listing{{"report", "begin", "end", "quote", "role", "rule", "modality"}, {}};
  for (const Evidence& one : evidence) {
    const auto text = texts.of(one.report);
    if (!text) return fail(text.error());
    const Span span = (*text)->offsets.from_bytes(one.span);
    listing.rows.push_back(
        {one.report, count_cell(span.begin), count_cell(span.end),
         for_reading ? marked_quote(one.quote, one.sentence, one.span, color) : one.quote, one.role,
         one.rule, standing_word(one.modality, one.polarity)});
  }
  return listing;
}

}  // namespace nutgraf
