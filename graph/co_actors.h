// The co-actor projection: who takes part in the same events, as a simple graph with weights.
#ifndef NUTGRAF_GRAPH_CO_ACTORS_H_
#define NUTGRAF_GRAPH_CO_ACTORS_H_

#include <cstdint>
#include <functional>
#include <vector>

#include "extract/result.h"
#include "graph/filter.h"
#include "graph/reader.h"

namespace nutgraf {

// Hears how far a long walk is, every now and then. `expected` 0: nobody knows.
using WalkProgress = std::function<void(std::uint64_t done, std::uint64_t expected)>;

struct CoActor {
  NodeKey node;
  std::uint32_t events = 0;  // that it takes part in, alone too

  friend bool operator==(const CoActor&, const CoActor&) = default;
};

struct CoActorLink {
  std::uint32_t one = 0;  // index into CoActors::nodes; one < other
  std::uint32_t other = 0;
  std::uint32_t events = 0;   // in which both take part
  std::uint32_t reports = 0;  // that tell of these events

  friend bool operator==(const CoActorLink&, const CoActorLink&) = default;
};

struct CoActors {
  std::vector<CoActor> nodes;      // by node; one without a link is there too
  std::vector<CoActorLink> links;  // by one, other; each pair once
};

// An event's co-actors are its actors, targets and participants, a country that acts too; not
// where it was, who tells of it or what it was done with. Of the events that the filter leaves;
// with Filter::kind nodes of that kind alone; with Filter::min_reports links that so many reports
// tell. Keeps a few words for each pair and event; `progress` counts events.
Result<CoActors> co_actors(const GraphReader& reader, const Filter& filter,
                           const WalkProgress& progress = {});

// The co-actors of one event, sorted, each once.
std::vector<NodeKey> co_actors_of(const EventDetails& event, std::optional<NodeKind> kind);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_CO_ACTORS_H_
