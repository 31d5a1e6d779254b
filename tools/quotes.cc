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

std::string marked_quote(std::string_view quote, Span sentence, std::vector<Span> spans,
                         bool color) {
  std::sort(spans.begin(), spans.end());
  std::string out;
  std::uint32_t told = 0;  // bytes of the quote
  const auto offset = [&](std::uint32_t at) {
    return std::clamp(at, sentence.begin, sentence.end) - sentence.begin;
  };
  for (const Span span : spans) {
    const std::uint32_t begin = std::max(offset(span.begin), told);
    const std::uint32_t end = std::max(offset(span.end), told);
    if (begin == end) continue;
    out += quote.substr(told, begin - told);
    out += color ? colors::mark : "[";
    out += quote.substr(begin, end - begin);
    out += color ? colors::none : "]";
    told = end;
  }
  out += quote.substr(told);
  for (char& c : out) {
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
  }
  return out;
}

std::string marked_sentences(const std::vector<Evidence>& evidence, bool color) {
  std::map<std::pair<std::string, std::uint32_t>, std::vector<const Evidence*>> sentences;
  for (const Evidence& one : evidence) {
    sentences[{one.report, one.sentence.begin}].push_back(&one);
  }
  std::string out;
  for (const auto& [where, told] : sentences) {
    std::vector<Span> spans;
    for (const Evidence* one : told) spans.push_back(one->span);
    out += where.first + "  " +
           marked_quote(told.front()->quote, told.front()->sentence, std::move(spans), color) +
           '\n';
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
         for_reading ? marked_quote(one.quote, one.sentence, {one.span}, color) : one.quote,
         one.role, one.rule, standing_word(one.modality, one.polarity)});
  }
  return listing;
}

}  // namespace nutgraf
