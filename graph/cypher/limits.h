// What a query may use, and how it is stopped.
#ifndef NUTGRAF_GRAPH_CYPHER_LIMITS_H_
#define NUTGRAF_GRAPH_CYPHER_LIMITS_H_

#include <cstdint>
#include <functional>
#include <optional>

namespace nutgraf::cypher {

struct Limits {
  // For rows that sorting, grouping and collecting keep, and for what the graph keeps: bytes.
  std::uint64_t memory = 1'000'000'000;
  // Asked every few thousand steps; true: stop.
  std::function<bool()> cancelled;
  std::function<bool()> out_of_time;
  // Nanoseconds since 1970 at Greenwich, for date() and its like; nullopt: they fail.
  std::optional<std::int64_t> now;
};

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_LIMITS_H_
