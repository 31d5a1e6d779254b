// `nutgraf evidence`: the sentences behind a node or an edge.
#include <algorithm>

#include "tools/asking.h"
#include "tools/command.h"
#include "tools/quotes.h"

namespace nutgraf {
namespace {

// For people: a report once, its sentences under it.
std::string page(const std::vector<Evidence>& evidence, const GraphReader& reader, bool color) {
  std::string out;
  std::string last;
  for (const Evidence& one : evidence) {
    if (one.report != last) {
      const auto row = reader.report_row(report_key(one.report));
      out += (out.empty() ? "" : "\n") + one.report;
      if (row && *row && (*row)->date) out += "  " + iso(*(*row)->date);
      if (row && *row && !(*row)->source.empty()) out += "  " + (*row)->source;
      out += '\n';
      last = one.report;
    }
    out += "  " + marked_quote(one.quote, one.sentence, {one.span}, color) + "\n    " + one.role;
    const std::string standing = standing_word(one.modality, one.polarity);
    if (standing != "actual") out += ", " + standing;
    if (!one.rule.empty()) out += ", " + one.rule;
    out += '\n';
  }
  return out;
}

// Both nodes given: the edges between them, whichever way they run.
Result<std::vector<Evidence>> edge_evidence(const GraphReader& reader, const NodeKey& one,
                                            const NodeKey& other) {
  auto edges = reader.edges(one, true);
  if (!edges) return fail(edges.error());
  std::vector<Evidence> out;
  for (Edge& edge : *edges) {
    const bool joins =
        (edge.from == one && edge.to == other) || (edge.from == other && edge.to == one);
    if (joins) out.insert(out.end(), edge.evidence.begin(), edge.evidence.end());
  }
  return out;
}

}  // namespace

int run_evidence(Console& console, const Arguments& words) {
  StoreOptions store;
  RowOptions rows;
  std::string one;
  std::string other;
  std::string offsets = "codepoints";
  std::optional<std::uint64_t> limit;
  Options line("evidence", "NODE [NODE]",
               "the sentences behind a node, or behind the edge between two");
  line.argument("NODE", one).argument("NODE", other, false);
  line.choice("--offsets", {"codepoints", "utf8", "utf16"}, offsets,
              "what positions count; code points if nothing is said");
  line.number("--limit", "N", limit, "so many sentences; 0: all");
  rows.add_to(line);
  store.add_to(line, false);
  line.example("evidence \"Islamic State\" --format jsonl");
  if (const auto code = line.parse(console, words)) return *code;
  const auto reading = Reading::open(console, store);
  if (!reading) return report_error(console, reading.error());
  const GraphReader& reader = reading->reader();
  const auto node = resolve_node(console, reader, one);
  if (!node) return report_error(console, node.error());
  Result<std::vector<Evidence>> evidence;
  if (other.empty()) {
    evidence = reader.evidence(*node);
  } else {
    const auto second = resolve_node(console, reader, other);
    if (!second) return report_error(console, second.error());
    evidence = edge_evidence(reader, *node, *second);
  }
  if (!evidence) return report_error(console, evidence.error());
  if (limit.value_or(0) > 0) evidence->resize(std::min<std::size_t>(evidence->size(), *limit));
  const bool color = color_wanted(console, rows.color);
  if (rows.for_page(console)) {
    console.out << page(*evidence, reader, color);
    return exit_done;
  }
  const auto unit = parse_offset_unit(offsets).value_or(OffsetUnit::codepoints);
  const auto listing = evidence_listing(reader, *evidence, unit, rows.for_reading(console), false);
  if (!listing) return report_error(console, listing.error());
  return rows.print(console, *listing);
}

}  // namespace nutgraf
