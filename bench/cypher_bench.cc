// What queries cost over a graph in memory: parse and plan, scan, walk, group, shortest path.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

#include "graph/cypher/memory_graph.h"
#include "graph/cypher/query.h"

namespace {

using namespace nutgraf::cypher;

// 20000 events, each with two of 2000 actors and one of 200 places.
const MemoryGraph& graph() {
  static const MemoryGraph made = [] {
    MemoryGraph out;
    constexpr std::uint64_t actors = 2000;
    constexpr std::uint64_t places = 200;
    std::uint64_t state = 1;
    const auto next = [&state](std::uint64_t below) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      return (state >> 33U) % below;
    };
    for (std::uint64_t i = 0; i < actors; ++i) {
      out.add_node({"Person"}, {{"name", "person " + std::to_string(i)}});
    }
    for (std::uint64_t i = 0; i < places; ++i) {
      out.add_node({"Place"}, {{"name", "place " + std::to_string(i)}});
    }
    for (int i = 0; i < 20000; ++i) {
      const NodeRef event =
          out.add_node({"Event"}, {{"action", next(2) == 0 ? "meet" : "attack"},
                                   {"from", Date{16000 + static_cast<std::int64_t>(next(1000))}}});
      out.add_relationship(event, {next(actors)}, "ACTOR", {});
      out.add_relationship(event, {next(actors)}, "TARGET", {});
      out.add_relationship(event, {actors + next(places)}, "AT", {});
    }
    return out;
  }();
  return made;
}

void ask(benchmark::State& state, const std::string& text) {
  const auto query = Query::prepare(text, graph());
  if (!query) return state.SkipWithError(query.error().error.message.c_str());
  std::size_t rows = 0;
  for (auto _ : state) {
    const auto done = query->run({}, {}, [&rows](const List& row) {
      rows += row.empty() ? 0 : 1;
      return true;
    });
    if (!done) state.SkipWithError(done.error().error.message.c_str());
  }
  benchmark::DoNotOptimize(rows);
}

void prepare(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(Query::prepare(
        "MATCH (p:Person {name: 'person 7'})<-[:ACTOR]-(e:Event)-[:AT]->(l:Place) "
        "WHERE e.from >= date('2014-01-01') RETURN l.name, count(*) AS n ORDER BY n DESC LIMIT 5",
        graph()));
  }
}
BENCHMARK(prepare)->Unit(benchmark::kMicrosecond);

BENCHMARK_CAPTURE(ask, scan, "MATCH (e:Event) WHERE e.action = 'attack' RETURN count(*)")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, walk,
                  "MATCH (p:Person {name: 'person 7'})<-[:ACTOR]-(e:Event)-[:AT]->(l:Place) "
                  "RETURN l.name, e.from")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, group,
                  "MATCH (p:Person)<-[:ACTOR]-(e:Event)-[:AT]->(l:Place) "
                  "RETURN l.name, count(DISTINCT p) AS n ORDER BY n DESC LIMIT 10")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, shortest_path,
                  "MATCH p = shortestPath((:Person {name: 'person 7'})-[*..8]-"
                  "(:Person {name: 'person 1500'})) RETURN length(p)")
    ->Unit(benchmark::kMillisecond);

}  // namespace
