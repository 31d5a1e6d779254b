// The co-actor projection against a count by hand over the same events.
#include "graph/co_actors.h"

#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <tuple>

#include "tests/support/walk_world.h"

using namespace nutgraf;

namespace {

using Pairs = std::map<std::pair<NodeKey, NodeKey>, std::pair<std::uint32_t, std::uint32_t>>;

Pairs pairs_of(const CoActors& graph) {
  Pairs out;
  for (const CoActorLink& link : graph.links) {
    out[{graph.nodes[link.one].node, graph.nodes[link.other].node}] = {link.events, link.reports};
  }
  return out;
}

Pairs counted_by_hand(const GraphReader& reader, const Filter& filter) {
  std::map<std::pair<NodeKey, NodeKey>, std::pair<std::uint32_t, std::set<ReportKey>>> found;
  const auto done = visit_filtered(
      reader, filter, [&](const EventDetails& event, const std::vector<std::uint32_t>& members) {
        std::set<NodeKey> nodes;
        for (const Participant& part : event.participants) {
          if (part.role <= Role::participant) nodes.insert(part.node);
        }
        for (const NodeKey& one : nodes) {
          for (const NodeKey& other : nodes) {
            if (!(one < other)) continue;
            auto& [events, reports] = found[{one, other}];
            ++events;
            for (const std::uint32_t m : members) reports.insert(event.members[m].report);
          }
        }
        return Result<bool>(true);
      });
  REQUIRE(done.has_value());
  Pairs out;
  for (const auto& [pair, counts] : found) {
    if (counts.second.size() < filter.min_reports) continue;
    out[pair] = {counts.first, static_cast<std::uint32_t>(counts.second.size())};
  }
  return out;
}

}  // namespace

TEST_CASE("the co-actor projection counts common events and their reports") {
  for (std::uint32_t seed = 1; seed <= 12; ++seed) {
    INFO("seed " << seed);
    const WalkWorld world(seed, 8, 40);
    for (const std::uint64_t reports : {std::uint64_t{0}, std::uint64_t{2}, std::uint64_t{3}}) {
      Filter filter;
      filter.min_reports = reports;
      const CoActors graph = co_actors(*world.reader, filter).value();
      CHECK(pairs_of(graph) == counted_by_hand(*world.reader, filter));
      CHECK(std::is_sorted(graph.links.begin(), graph.links.end(),
                           [](const CoActorLink& a, const CoActorLink& b) {
                             return std::tuple(a.one, a.other) < std::tuple(b.one, b.other);
                           }));
      for (const CoActorLink& link : graph.links) CHECK(link.one < link.other);
      CHECK(std::is_sorted(graph.nodes.begin(), graph.nodes.end(),
                           [](const CoActor& a, const CoActor& b) { return a.node < b.node; }));
    }
  }
}

TEST_CASE("a filter of days and of kind leaves out links, and who acts alone is a node") {
  const WalkWorld world(7, 8, 40);
  Filter filter;
  filter.when = parse_days("2016-11").value();
  const CoActors november = co_actors(*world.reader, filter).value();
  CHECK(pairs_of(november) == counted_by_hand(*world.reader, filter));
  CHECK(november.links.size() < co_actors(*world.reader, {}).value().links.size());
  filter.kind = NodeKind::group;
  CHECK(co_actors(*world.reader, filter).value().nodes.empty());
}
