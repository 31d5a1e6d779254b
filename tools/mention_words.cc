#include "tools/mention_words.h"

#include <charconv>

#include "extract/report/offsets.h"

namespace nutgraf {
namespace {

bool take_number(std::string_view words, std::uint32_t& value) {
  const char* const end = words.data() + words.size();
  const auto [stopped, failure] = std::from_chars(words.data(), end, value);
  return failure == std::errc() && stopped == end;
}

}  // namespace

Result<Side> mention_side(const GraphReader& reader, const NodeKey& node,
                          const std::string& words) {
  const std::size_t colon = words.rfind(':');
  const std::size_t dash = words.rfind('-');
  Span told;
  const bool formed =
      colon != std::string::npos && dash != std::string::npos && colon < dash &&
      take_number(std::string_view(words).substr(colon + 1, dash - colon - 1), told.begin) &&
      take_number(std::string_view(words).substr(dash + 1), told.end);
  if (!formed) {
    return fail(ErrorCode::usage,
                "expected a mention such as report-17:204-209, found \"" + words + '"');
  }
  const std::string id = words.substr(0, colon);
  const auto report = reader.report(id);
  if (!report) return fail(report.error());
  if (!*report) return fail(ErrorCode::not_found, "no report has the id " + id);
  const OffsetMap offsets((**report).text, OffsetUnit::codepoints);
  const auto begin = offsets.to_byte(told.begin);
  const auto end = offsets.to_byte(told.end);
  const auto mentions = reader.mentions_of(id);
  if (!mentions) return fail(mentions.error());
  for (const MentionRow& mention : *mentions) {
    if (!begin || !end || mention.span != Span{*begin, *end}) continue;
    const auto found = reader.resolve(mention.node);
    if (!found) return fail(found.error());
    if (!*found || **found != node) continue;
    return Side{node.kind, std::string(cut((**report).text, mention.span)), id, mention.span};
  }
  return fail(ErrorCode::not_found, words + " is no mention of the node");
}

}  // namespace nutgraf
