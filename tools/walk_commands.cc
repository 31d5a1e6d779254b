// `nutgraf near`, `path`, `top`: walks and rankings.
#include "graph/walk.h"

#include <algorithm>

#include "tools/asking.h"
#include "tools/command.h"
#include "tools/quotes.h"

namespace nutgraf {

int run_near(Console& console, const Arguments& words) {
  StoreOptions store;
  FilterOptions filters;
  RowOptions rows;
  std::string start;
  std::optional<std::uint64_t> hops;
  Options line("near", "NODE [--hops N] [FILTERS]", "the nodes around one, the nearest first");
  line.argument("NODE", start);
  line.number("--hops", "N", hops, "edges at most; 2: those who share an event with it");
  filters.add_to(line);
  rows.add_to(line);
  store.add_to(line, false);
  line.example("near \"Islamic State\" --kind person");
  if (const auto code = line.parse(console, words)) return *code;
  const auto reading = Reading::open(console, store);
  if (!reading) return report_error(console, reading.error());
  const GraphReader& reader = reading->reader();
  const auto node = resolve_node(console, reader, start);
  if (!node) return report_error(console, node.error());
  const auto filter = filters.filter(console, reader);
  if (!filter) return report_error(console, filter.error());
  const auto steps = static_cast<std::uint32_t>(std::min<std::uint64_t>(hops.value_or(2), 1000));
  const auto found = near(reader, *node, steps, *filter);
  if (!found) return report_error(console, found.error());
  const std::size_t limit = filters.shown(console, rows);
  Listing listing{{"hops", "node", "name", "kind", "events", "reports", "sources"}, {}};
  for (const NearRow& row : *found) {
    if (limit != 0 && listing.rows.size() == limit) break;
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
  Options line("path", "NODE NODE [FILTERS]", "a shortest way from one node to another");
  line.argument("NODE", one).argument("NODE", other);
  filters.add_to(line, false);
  rows.add_to(line);
  store.add_to(line, false);
  line.example("path \"Abu Bakr al-Baghdadi\" Turkey");
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
  const auto steps = path(reader, *from, *to, *filter);
  if (!steps) return report_error(console, steps.error());
  if (steps->empty()) console.err << "there is no path\n";
  Listing listing{{"node", "name", "kind", "edge", "report", "quote"}, {}};
  const bool marks = rows.for_reading(console);
  for (const PathStep& step : *steps) {
    std::vector<Cell> cells{
        step.node.node, step.node.name, std::string(to_string(step.node.key.kind)),
        Cell(),         Cell(),         Cell()};
    if (&step != &steps->back()) cells[3] = std::string(to_string(step.edge.role));
    if (!step.edge.evidence.empty()) {
      const Evidence& proof = step.edge.evidence.front();
      cells[4] = proof.report;
      cells[5] = marks ? marked_quote(proof.quote, proof.sentence, proof.span, false) : proof.quote;
    }
    listing.rows.push_back(std::move(cells));
  }
  return rows.print(console, listing);
}

namespace {

std::optional<Ranked> parse_ranked(std::string_view word) {
  if (word == "actors") return Ranked::actors;
  if (word == "places") return Ranked::places;
  if (word == "actions") return Ranked::actions;
  if (word == "pairs") return Ranked::pairs;
  return std::nullopt;
}

RankBy parse_rank_by(std::string_view word) {
  if (word == "reports") return RankBy::reports;
  if (word == "degree") return RankBy::degree;
  if (word == "pagerank") return RankBy::pagerank;
  return RankBy::events;
}

Listing top_listing(const std::vector<TopRow>& found, Ranked ranked, RankBy by) {
  Listing listing;
  if (ranked == Ranked::actions) {
    listing.columns = {"action"};
  } else if (ranked == Ranked::pairs) {
    listing.columns = {"node", "name", "other", "other_name"};
  } else {
    listing.columns = {"node", "name"};
  }
  listing.columns.insert(listing.columns.end(), {"events", "reports", "sources"});
  const bool ranks = by == RankBy::degree || by == RankBy::pagerank;
  if (ranks) listing.columns.emplace_back(by == RankBy::degree ? "degree" : "pagerank");
  for (const TopRow& row : found) {
    std::vector<Cell> cells;
    if (ranked == Ranked::actions) cells.emplace_back(row.action);
    for (const NamedNode& node : row.nodes) {
      cells.emplace_back(node.node);
      cells.emplace_back(node.name);
    }
    for (const std::uint64_t count : {row.counts.events, row.counts.reports, row.counts.sources}) {
      cells.push_back(count_cell(count));
    }
    const auto rank = static_cast<std::int64_t>(row.rank);
    if (ranks) cells.push_back(by == RankBy::degree ? Cell(rank) : Cell(Decimal{rank, 6}));
    listing.rows.push_back(std::move(cells));
  }
  return listing;
}

}  // namespace

int run_top(Console& console, const Arguments& words) {
  StoreOptions store;
  FilterOptions filters;
  RowOptions rows;
  std::string what;
  std::string rank;
  Options line("top", "actors|places|actions|pairs [FILTERS]", "rankings");
  line.argument("actors|places|actions|pairs", what);
  line.choice("--rank", {"events", "reports", "degree", "pagerank"}, rank,
              "what counts; events if nothing is said");
  filters.add_to(line);
  rows.add_to(line);
  store.add_to(line, false);
  line.example("top actors --at Iraq --limit 10");
  line.example("top pairs --rank reports");
  if (const auto code = line.parse(console, words)) return *code;
  const auto ranked = parse_ranked(what);
  if (!ranked) {
    return report_error(
        console, {ErrorCode::usage,
                  "top: expected one of actors, places, actions, pairs, found \"" + what + '"',
                  {},
                  0,
                  0,
                  {}});
  }
  const auto reading = Reading::open(console, store);
  if (!reading) return report_error(console, reading.error());
  auto filter = filters.filter(console, reading->reader());
  if (!filter) return report_error(console, filter.error());
  filter->limit = filters.limit ? static_cast<std::size_t>(*filters.limit) : 20;
  const RankBy by = parse_rank_by(rank);
  const auto found = top(reading->reader(), *ranked, by, *filter);
  if (!found) return report_error(console, found.error());
  return rows.print(console, top_listing(*found, *ranked, by));
}

}  // namespace nutgraf
