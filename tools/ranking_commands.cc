// `nutgraf top`, `components`, `communities`: rankings and groups of the whole graph.
#include <algorithm>

#include "graph/walk.h"
#include "tools/asking.h"
#include "tools/command.h"
#include "tools/progress.h"

namespace nutgraf {
namespace {

const std::vector<std::string>& rank_words() {
  static const std::vector<std::string> words{"events", "reports", "degree", "pagerank",
                                              "betweenness"};
  return words;
}

std::optional<RankBy> parse_rank_by(const std::string& word) {
  const auto found = std::find(rank_words().begin(), rank_words().end(), word);
  if (found == rank_words().end()) return std::nullopt;
  return static_cast<RankBy>(found - rank_words().begin());
}

std::optional<Ranked> parse_ranked(std::string_view word) {
  if (word == "actors") return Ranked::actors;
  if (word == "places") return Ranked::places;
  if (word == "actions") return Ranked::actions;
  if (word == "pairs") return Ranked::pairs;
  return std::nullopt;
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
  const bool ranks = by != RankBy::events && by != RankBy::reports;
  if (ranks) listing.columns.push_back(rank_words().at(static_cast<std::size_t>(by)));
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

Error wrong_ranked(const std::string& word) {
  return {ErrorCode::usage,
          "top: expected one of actors, places, actions, pairs, found \"" + word + '"',
          {},
          0,
          0,
          {}};
}

// One row a group, with its first members; or one row a member.
struct GroupRows {
  const GraphReader& reader;
  std::string_view title;  // "component"
  bool members = false;
  std::size_t limit = 0;

  bool full(const Listing& listing) const { return limit != 0 && listing.rows.size() == limit; }

  Result<void> add(const std::vector<GroupMember>& group, std::size_t number, Listing& out) const {
    constexpr std::size_t shown = 5;
    std::vector<NodeCell> first;
    for (const GroupMember& member : group) {
      if (members ? full(out) : first.size() == shown) break;
      const auto named = reader.named(member.node);
      if (!named) return fail(named.error());
      first.push_back({named->node, named->name});
      if (!members) continue;
      out.rows.push_back({count_cell(number), named->node, named->name,
                          std::string(to_string(member.node.kind)), count_cell(member.events)});
    }
    if (!members) out.rows.push_back({count_cell(number), count_cell(group.size()), first});
    return {};
  }

  Listing empty() const {
    if (members) return {{std::string(title), "node", "name", "kind", "events"}, {}};
    return {{std::string(title), "size", "members"}, {}};
  }
};

int answer_groups(Console& console, const Arguments& words, GroupBy by, Options line) {
  StoreOptions store;
  FilterOptions filters;
  RowOptions rows;
  std::string of;
  std::optional<std::uint64_t> smallest;
  bool members = false;
  bool quiet = false;
  line.flag("--members", members, "a row for each member instead of one for each group");
  line.value("--of", "NODE", of, "only the group that has this node, with its members");
  line.number("--min-size", "N", smallest, "only groups of so many actors; 2 if nothing is said");
  filters.add_to(line, false);
  line.number("--limit", "N", filters.limit, "so many rows; 0: all");
  line.flag("--quiet", quiet, "no progress on a terminal");
  rows.add_to(line);
  store.add_to(line, false);
  line.note(
      "Two actors are linked when they take part in one event as its actors, targets or "
      "participants; places, and who only tells of it, link nobody. The filters say which events "
      "count, --kind which actors, --min-reports how many reports must tell of what two share.");
  if (const auto code = line.parse(console, words)) return *code;
  const auto reading = Reading::open(console, store);
  if (!reading) return report_error(console, reading.error());
  const GraphReader& reader = reading->reader();
  std::optional<NodeKey> wanted;
  if (!of.empty()) {
    const auto node = resolve_node(console, reader, of);
    if (!node) return report_error(console, node.error());
    wanted = *node;
  }
  const auto filter = filters.filter(console, reader);
  if (!filter) return report_error(console, filter.error());
  Result<std::vector<std::vector<GroupMember>>> found;
  {
    WalkBar bar(console, quiet, "steps");
    found = actor_groups(reader, by, *filter, bar.progress());
  }
  if (!found) return report_error(console, found.error());
  const GroupRows listed{reader, by == GroupBy::components ? "component" : "community",
                         members || wanted, filters.shown(console, rows)};
  Listing listing = listed.empty();
  for (std::size_t i = 0; i < found->size() && !listed.full(listing); ++i) {
    const std::vector<GroupMember>& group = (*found)[i];
    const bool has = !wanted || std::any_of(group.begin(), group.end(), [&](const auto& member) {
      return member.node == *wanted;
    });
    if (!has || (!wanted && group.size() < smallest.value_or(2))) continue;
    const auto done = listed.add(group, i + 1, listing);
    if (!done) return report_error(console, done.error());
  }
  return rows.print(console, listing);
}

}  // namespace

int run_top(Console& console, const Arguments& words) {
  StoreOptions store;
  FilterOptions filters;
  RowOptions rows;
  std::string what;
  std::string rank;
  bool quiet = false;
  Options line("top", "actors|places|actions|pairs [--rank BY] [FILTERS]", "rankings");
  line.argument("actors|places|actions|pairs", what);
  line.choice("--rank", rank_words(), rank, "what counts; events if nothing is said");
  filters.add_to(line);
  line.flag("--quiet", quiet, "no progress on a terminal");
  rows.add_to(line);
  store.add_to(line, false);
  line.note(
      "degree: others that share an event with it. pagerank: where a walk from node to event to "
      "node is found, 1 in the middle. betweenness: between how many pairs of nodes it stands; in "
      "a graph of more than 500 nodes reckoned from 500 of them, always the same. --by with one of "
      "these words says the same as --rank.");
  line.example("top actors --at Iraq --limit 10");
  line.example("top pairs --rank reports");
  line.example("top actors --rank betweenness --kind group --when 2016");
  if (const auto code = line.parse(console, words)) return *code;
  const auto ranked = parse_ranked(what);
  if (!ranked) return report_error(console, wrong_ranked(what));
  if (rank.empty() && parse_rank_by(filters.by)) rank.swap(filters.by);
  const auto reading = Reading::open(console, store);
  if (!reading) return report_error(console, reading.error());
  auto filter = filters.filter(console, reading->reader());
  if (!filter) return report_error(console, filter.error());
  filter->limit = filters.limit ? static_cast<std::size_t>(*filters.limit) : 20;
  const RankBy by = parse_rank_by(rank).value_or(RankBy::events);
  WalkBar bar(console, quiet, "events");
  const auto found = top(reading->reader(), *ranked, by, *filter, bar.progress());
  if (!found) return report_error(console, found.error());
  return rows.print(console, top_listing(*found, *ranked, by));
}

int run_components(Console& console, const Arguments& words) {
  Options line("components", "[--members] [--of NODE] [FILTERS]",
               "actors that common events connect, however indirectly");
  line.example("components --min-reports 2");
  line.example("components --of \"Islamic State\" --when 2016");
  return answer_groups(console, words, GroupBy::components, std::move(line));
}

int run_communities(Console& console, const Arguments& words) {
  Options line("communities", "[--members] [--of NODE] [FILTERS]",
               "actors that have more to do with each other than with others");
  line.example("communities --at Iraq --limit 10");
  line.example("communities --of \"Islamic State\" --kind group");
  return answer_groups(console, words, GroupBy::communities, std::move(line));
}

}  // namespace nutgraf
