// The part of the graph that goes out: which events, and which of what takes part in them.
#ifndef NUTGRAF_GRAPH_EXPORT_PART_H_
#define NUTGRAF_GRAPH_EXPORT_PART_H_

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "extract/result.h"
#include "graph/filter.h"
#include "graph/reader.h"

namespace nutgraf {

// A set of nodes that is filled, then asked: 17 bytes each, whatever the graph.
class NodeSet {
 public:
  void add(const NodeKey& node);
  // After the last add, before the first question.
  void seal();
  bool has(const NodeKey& node) const;
  const std::vector<NodeKey>& nodes() const { return nodes_; }  // sorted, each once

 private:
  std::vector<NodeKey> nodes_;
  std::size_t sorted_ = 0;  // size after the last tidying
};

struct PartRequest {
  // `kind`: of what goes out beside events; events stay that have one of that kind. `sort` and
  // `limit` order and cut the events as `what` does; without either they come by date.
  Filter filter;
  std::optional<NodeKey> around;  // only what can be reached from here
  std::uint32_t hops = 2;         // over so many edges
};

class GraphPart {
 public:
  // The reader outlives it.
  static Result<GraphPart> choose(const GraphReader& reader, PartRequest request);

  // No filter leaves anything out: what takes part in no event goes out as well.
  bool whole() const { return whole_; }
  // Whether a node may go out beside events that do.
  bool takes(const NodeKey& node) const;
  // The tellings among `members` that the part has of the participant.
  static std::vector<std::uint32_t> told(const Participant& part,
                                         const std::vector<std::uint32_t>& members);
  // Every event of the part, with the tellings that the filter leaves; always in the same order.
  Result<void> events(const FilteredVisitor& visit) const;
  const PartRequest& request() const { return request_; }

 private:
  GraphPart(const GraphReader& reader, PartRequest request)
      : reader_(&reader), request_(std::move(request)) {}

  Result<void> reach();
  Result<void> order();
  bool passes(const EventDetails& event, const std::vector<std::uint32_t>& members) const;

  const GraphReader* reader_;
  PartRequest request_;
  bool whole_ = false;
  NodeSet reached_;                              // with `around`
  std::optional<std::vector<NodeKey>> ordered_;  // with `sort` or `limit`
};

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_EXPORT_PART_H_
