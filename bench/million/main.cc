// Questions over a graph of a million events, beside SQLite in the same run.
//
// usage: nutgraf-million FOLDER [EVENTS]
//   Makes FOLDER/store through the public interfaces and FOLDER/peer.sqlite from what the store's
//   reader shows, once; then asks both, and checks that both give as many rows.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "bench/million/peer.h"
#include "bench/million/world.h"
#include "graph/cypher/query.h"
#include "graph/cypher/store_graph.h"
#include "graph/filter.h"
#include "graph/walk.h"
#include "store/store.h"

namespace {

using namespace nutgraf;
using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

[[noreturn]] void stop(const std::string& what) {
  fmt::print(stderr, "nutgraf-million: {}\n", what);
  std::exit(1);
}

template <typename T>
T need(Result<T> result) {
  if (!result) stop(result.error().message);
  return std::move(*result);
}

void need(const Result<void>& result) {
  if (!result) stop(result.error().message);
}

void build(const std::string& folder, WorldSize size) {
  constexpr std::uint32_t batch = 500;  // reports
  const World world(size);
  Store store = need(Store::create(folder));
  const auto begin = Clock::now();
  for (std::uint32_t next = 0; next < world.reports();) {
    std::vector<Testimony> reports;
    for (std::uint32_t i = 0; i < batch && next < world.reports(); ++i) {
      reports.push_back(world.report(next++));
    }
    need(store.knowledge().ingest(std::move(reports), false));
    fmt::print(stderr, "\r{:>8} of {} reports, {:.0f} s", next, world.reports(),
               milliseconds_since(begin) / 1000);
  }
  fmt::print(stderr, "\n");
  need(store.close());
}

// The middle of the times of seven runs after one that is not counted, and how many rows came.
struct Measure {
  double milliseconds = 0;
  std::size_t rows = 0;
};

Measure measure(const std::function<std::size_t()>& ask) {
  Measure out;
  out.rows = ask();
  std::vector<double> times;
  for (int run = 0; run < 7; ++run) {
    const auto begin = Clock::now();
    ask();
    times.push_back(milliseconds_since(begin));
  }
  std::nth_element(times.begin(), times.begin() + 3, times.end());
  out.milliseconds = times[3];
  return out;
}

// Of the actors with so many events at least the one with the fewest.
NodeKey actor_with(const std::map<NodeKey, std::uint32_t>& events, std::uint32_t wanted) {
  const NodeKey* best = nullptr;
  std::uint32_t fewest = ~0U;
  for (const auto& [node, count] : events) {
    if (count < wanted || count >= fewest) continue;
    best = &node;
    fewest = count;
  }
  return best == nullptr ? events.begin()->first : *best;
}

// Through the query language.
std::size_t co_actors_twice(const GraphReader& reader, const NodeKey& actor) {
  const cypher::StoreGraph graph(reader);
  const auto query = cypher::Query::prepare(
      "MATCH (:Person {id: '" + print_key(actor) +
          "'})<-[:ACTOR|TARGET]-(:Event)-[:ACTOR|TARGET]->()<-[:ACTOR|TARGET]-(:Event)"
          "-[:ACTOR|TARGET]->(c) RETURN DISTINCT c",
      graph);
  if (!query) stop(query.error().error.message);
  std::size_t rows = 0;
  const auto done = query->run({}, {}, [&](const cypher::List&) {
    ++rows;
    return true;
  });
  if (!done) stop(done.error().error.message);
  return rows;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) stop("usage: nutgraf-million FOLDER [EVENTS]");
  const std::string folder = argv[1];
  WorldSize size;
  if (argc > 2) size.events = static_cast<std::uint32_t>(std::stoul(argv[2]));
  size.actors = std::min(size.actors, size.events);
  std::filesystem::create_directories(folder);
  if (!Store::is_store(folder + "/store")) build(folder + "/store", size);

  const auto opening = Clock::now();
  const Store store = need(Store::open(folder + "/store", Access::read, 0));
  const auto reader = store.reader();
  const double opened = milliseconds_since(opening);
  Peer peer(folder + "/peer.sqlite");
  peer.load(*reader);

  const NodeKey big = actor_with(peer.events_of_actors(), size.events / 55);
  const NodeKey middle = actor_with(peer.events_of_actors(), 200);
  const NodeKey small = actor_with(peer.events_of_actors(), 12);
  const NodeKey far = actor_with(peer.events_of_actors(), 11);
  const NodeKey town =
      need(reader->find("\"" + World(size).place(0).name + "\"", NodeKind::place, 1))
          .front()
          .node.key;
  const NodeKey land =
      need(reader->find(World::country(0).name, NodeKind::place, 1)).front().node.key;
  const DayRange year = need(parse_days("2012"));
  Filter everything;
  everything.standing = Standing::any;

  const auto events_of = [&](const NodeKey& actor) {
    return measure([&] {
      std::size_t rows = 0;
      need(reader->events({actor, {}, {}, {}, true}, [&](const EventDetails&) {
        ++rows;
        return true;
      }));
      return rows;
    });
  };
  struct Row {
    std::string what;
    Measure ours, theirs;
  };
  std::vector<Row> rows;
  rows.push_back(
      {"events of an actor, many", events_of(big), measure([&] { return peer.events_of(big); })});
  rows.push_back({"events of an actor, some", events_of(middle),
                  measure([&] { return peer.events_of(middle); })});
  rows.push_back({"events of an actor, few", events_of(small),
                  measure([&] { return peer.events_of(small); })});
  rows.push_back({"who acted at a place in a year", measure([&] {
                    Filter filter;
                    filter.at = town;
                    filter.when = year;
                    return need(who(*reader, filter)).size();
                  }),
                  measure([&] { return peer.who(town, *year.from, *year.until); })});
  rows.push_back({"within two steps of an actor",
                  measure([&] { return need(near(*reader, middle, 2, everything)).size(); }),
                  measure([&] { return peer.near(middle); })});
  rows.push_back({"co-actors of co-actors",
                  measure([&] { return co_actors_twice(*reader, middle); }),
                  measure([&] { return peer.co_actors_of_co_actors(middle); })});
  rows.push_back({"shortest path between two actors", measure([&] {
                    return need(paths(*reader, small, far, {}, everything)).front().size();
                  }),
                  measure([&] { return peer.path(small, far); })});
  rows.push_back({"20 busiest actors in a country", measure([&] {
                    Filter filter;
                    filter.at = land;
                    filter.limit = 20;
                    return need(top(*reader, Ranked::actors, RankBy::events, filter)).size();
                  }),
                  measure([&] { return peer.top(land, 20); })});
  fmt::print("| question | rows | nutgraf, ms | SQLite, ms |\n| --- | --- | --- | --- |\n");
  for (const Row& row : rows) {
    fmt::print("| {} | {}{} | {:.2f} | {:.2f} |\n", row.what, row.ours.rows,
               row.ours.rows == row.theirs.rows ? "" : fmt::format(" (SQLite {})", row.theirs.rows),
               row.ours.milliseconds, row.theirs.milliseconds);
  }
  fmt::print("| opening the store | | {:.1f} | |\n", opened);
}
