// The page of a report: its text with the mentions marked.
#include <algorithm>

#include "extract/report/json_text.h"
#include "extract/report/offsets.h"
#include "tools/asking.h"
#include "tools/colors.h"
#include "tools/pages.h"

namespace nutgraf {
namespace {

std::string_view color_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::person:
      return colors::person;
    case NodeKind::group:
      return colors::group;
    case NodeKind::place:
      return colors::place;
    case NodeKind::event:
      break;
  }
  return colors::mark;
}

// The text with each mention between marks; those inside others stay unmarked.
std::string marked_text(const std::string& text, const std::vector<MentionRow>& mentions,
                        bool color) {
  std::string out;
  std::uint32_t at = 0;
  for (const MentionRow& mention : mentions) {
    if (mention.span.begin < at || mention.kind == NodeKind::event) continue;
    out.append(text, at, mention.span.begin - at);
    out += color ? color_of(mention.kind) : "[";
    out.append(text, mention.span.begin, mention.span.size());
    out += color ? colors::none : "]";
    at = mention.span.end;
  }
  return out + text.substr(at);
}

}  // namespace

Result<void> add_report_page(std::string& out, const GraphReader& reader, const Report& report,
                             const PageForm& form) {
  const auto mentions = reader.mentions_of(report.id);
  if (!mentions) return fail(mentions.error());
  out += report.id;
  if (report.date) out += "  " + iso(*report.date);
  if (!report.source.empty()) out += "  " + report.source;
  out += '\n';
  if (!report.title.empty()) out += report.title + '\n';
  if (!report.url.empty()) out += report.url + '\n';
  out += '\n' + marked_text(report.text, *mentions, form.color) + "\n\n";
  const OffsetMap offsets(report.text, OffsetUnit::codepoints);
  Listing listing{{"begin", "end", "words", "kind", "node"}, {}};
  for (const MentionRow& mention : *mentions) {
    const Span shown = offsets.from_bytes(mention.span);
    listing.rows.push_back({count_cell(shown.begin), count_cell(shown.end),
                            std::string(cut(report.text, mention.span)),
                            std::string(to_string(mention.kind)), mention.node});
  }
  print_listing(out, listing, RowFormat::table, form.width, form.color);
  return {};
}

Result<void> add_report_json(std::string& out, const GraphReader& reader, const Report& report) {
  const auto mentions = reader.mentions_of(report.id);
  if (!mentions) return fail(mentions.error());
  const OffsetMap offsets(report.text, OffsetUnit::codepoints);
  JsonText json(out);
  json.open('{').key("report").string(report.id).key("date").day(report.date);
  json.key("title").string_or_null(report.title).key("source").string_or_null(report.source);
  json.key("url").string_or_null(report.url).key("lang").string_or_null(report.lang);
  json.key("text").string(report.text).key("mentions").open('[');
  for (const MentionRow& mention : *mentions) {
    const Span shown = offsets.from_bytes(mention.span);
    json.open('{').key("begin").number(shown.begin).key("end").number(shown.end);
    json.key("kind").string(to_string(mention.kind)).key("node").string(mention.node).close('}');
  }
  json.close(']').close('}');
  out += '\n';
  return {};
}

}  // namespace nutgraf
