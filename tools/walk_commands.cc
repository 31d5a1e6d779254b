// `nutgraf near` and `path`: walks from node to node.
#include <algorithm>

#include "graph/walk.h"
#include "tools/asking.h"
#include "tools/command.h"
#include "tools/progress.h"
#include "tools/quotes.h"

namespace nutgraf {
namespace {

constexpr const char* of_events =
    "The filters say which events are walked over; --min-reports how many reports must tell each.";

std::uint32_t edges(std::optional<std::uint64_t> told, std::uint64_t otherwise) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(told.value_or(otherwise), 1000));
}

// Rows of one path: its steps, each with the edge to the next and a sentence that tells it.
void list_path(const Path& path, std::size_t number, bool marks, Listing& listing) {
  for (const PathStep& step : path) {
    std::vector<Cell> cells{count_cell(number),
                            step.node.node,
                            step.node.name,
                            std::string(to_string(step.node.key.kind)),
                            Cell(),
                            Cell(),
                            Cell()};
    if (&step != &path.back()) cells[4] = std::string(to_string(step.edge.role));
    if (!step.edge.evidence.empty()) {
      const Evidence& proof = step.edge.evidence.front();
      cells[5] = proof.report;
      cells[6] =
          marks ? marked_quote(proof.quote, proof.sentence, {proof.span}, false) : proof.quote;
    }
    listing.rows.push_back(std::move(cells));
  }
}

}  // namespace

int run_near(Console& console, const Arguments& words) {
  StoreOptions store;
  FilterOptions filters;
  RowOptions rows;
  std::string start;
  std::optional<std::uint64_t> hops;
  bool quiet = false;
  Options line("near", "NODE [--hops N] [FILTERS]", "the nodes around one, the nearest first");
  line.argument("NODE", start);
  line.number("--hops", "N", hops, "edges at most; 2: those who share an event with it");
  filters.add_to(line);
  line.flag("--quiet", quiet, "no progress on a terminal");
  rows.add_to(line);
  store.add_to(line, false);
  line.note(std::string(of_events) + " --kind says which nodes are shown; it bars no way.");
  line.example("near \"Islamic State\" --kind person");
  line.example("near Mosul --hops 4 --when 2016-10 --type assault --limit 20");
  if (const auto code = line.parse(console, words)) return *code;
  const auto reading = Reading::open(console, store);
  if (!reading) return report_error(console, reading.error());
  const GraphReader& reader = reading->reader();
  const auto node = resolve_node(console, reader, start);
  if (!node) return report_error(console, node.error());
  auto filter = filters.filter(console, reader);
  if (!filter) return report_error(console, filter.error());
  filter->limit = filters.shown(console, rows);
  WalkBar bar(console, quiet, "events");
  const auto found = near(reader, *node, edges(hops, 2), *filter, bar.progress());
  if (!found) return report_error(console, found.error());
  Listing listing{{"hops", "node", "name", "kind", "events", "reports", "sources"}, {}};
  for (const NearRow& row : *found) {
    listing.rows.push_back({count_cell(row.hops), row.node.node, row.node.name,
                            std::string(to_string(row.node.key.kind)),
                            count_cell(row.counts.events), count_cell(row.counts.reports),
                            count_cell(row.counts.sources)});
  }
  return rows.print(console, listing);
}

int run_path(Console& console, const Arguments& words) {
  StoreOptions store;
  FilterOptions filters;
  RowOptions rows;
  std::string one;
  std::string other;
  std::optional<std::uint64_t> ways;
  std::optional<std::uint64_t> hops;
  bool quiet = false;
  Options line("path", "NODE NODE [--k N] [FILTERS]", "the shortest ways from one node to another");
  line.argument("NODE", one).argument("NODE", other);
  line.number("--k", "N", ways, "so many paths, the shortest first; 1 if nothing is said");
  line.number("--hops", "N", hops, "edges of a path at most");
  filters.add_to(line, false);
  line.number("--limit", "N", filters.limit, "so many rows; 0: all");
  line.flag("--quiet", quiet, "no progress on a terminal");
  rows.add_to(line);
  store.add_to(line, false);
  line.note(std::string(of_events) +
            " A path goes from a node to an event that it takes part in, and on from there; each "
            "step is shown with a sentence that tells it. Two paths differ in an event at least.");
  line.example("path \"Abu Bakr al-Baghdadi\" Turkey");
  line.example("path Iraq Turkey --k 3 --when 2016 --type consult");
  if (const auto code = line.parse(console, words)) return *code;
  const auto reading = Reading::open(console, store);
  if (!reading) return report_error(console, reading.error());
  const GraphReader& reader = reading->reader();
  const auto from = resolve_node(console, reader, one);
  if (!from) return report_error(console, from.error());
  const auto to = resolve_node(console, reader, other);
  if (!to) return report_error(console, to.error());
  const auto filter = filters.filter(console, reader);
  if (!filter) return report_error(console, filter.error());
  const PathWish wish{std::min<std::uint64_t>(ways.value_or(1), 1000), edges(hops, 1000)};
  Result<std::vector<Path>> found;
  {
    WalkBar bar(console, quiet, "paths");
    found = paths(reader, *from, *to, wish, *filter, bar.progress());
  }
  if (!found) return report_error(console, found.error());
  if (found->empty()) console.err << "there is no path\n";
  Listing listing{{"path", "node", "name", "kind", "edge", "report", "quote"}, {}};
  for (std::size_t i = 0; i < found->size(); ++i) {
    list_path((*found)[i], i + 1, rows.for_reading(console), listing);
  }
  const auto limit = static_cast<std::size_t>(filters.limit.value_or(0));
  if (limit != 0 && listing.rows.size() > limit) listing.rows.resize(limit);
  return rows.print(console, listing);
}

}  // namespace nutgraf
