#include "graph/cypher/memory_graph.h"

#include <algorithm>

namespace nutgraf::cypher {
namespace {

bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Value find(const Map& properties, std::string_view key) {
  const auto found = properties.find(key);
  return found == properties.end() ? Value() : found->second;
}

// A property that is null is none.
Map without_nulls(Map properties) {
  for (auto at = properties.begin(); at != properties.end();) {
    at = at->second.is_null() ? properties.erase(at) : std::next(at);
  }
  return properties;
}

}  // namespace

NodeRef MemoryGraph::add_node(std::vector<std::string> labels, Map properties) {
  nodes_.push_back({std::move(labels), without_nulls(std::move(properties)), {}, {}, false});
  return {nodes_.size() - 1};
}

RelationshipRef MemoryGraph::add_relationship(NodeRef from, NodeRef to, std::string type,
                                              Map properties) {
  const std::uint64_t number = relationships_.size();
  relationships_.push_back(
      {from.number, to.number, std::move(type), without_nulls(std::move(properties)), false});
  nodes_[from.number].out.push_back(number);
  nodes_[to.number].in.push_back(number);
  return {number};
}

void MemoryGraph::remove(RelationshipRef relationship) {
  Relationship& gone = relationships_[relationship.number];
  gone.gone = true;
  const auto drop = [&](std::vector<std::uint64_t>& list) {
    list.erase(std::remove(list.begin(), list.end(), relationship.number), list.end());
  };
  drop(nodes_[gone.from].out);
  drop(nodes_[gone.to].in);
}

void MemoryGraph::remove(NodeRef node) { nodes_[node.number].gone = true; }

ScanEstimate MemoryGraph::estimate(const std::vector<std::string>& labels,
                                   const std::vector<ProbeShape>& probes) const {
  std::uint64_t rows = nodes_.size();
  std::string access = "every node";
  if (!labels.empty()) {
    rows /= 3;
    access = "label " + labels.front();
  }
  for (const ProbeShape& probe : probes) {
    if (probe.kind == ProbeKind::equals) rows /= 4;
  }
  return {rows, std::move(access)};
}

std::uint64_t MemoryGraph::fan_out(const std::vector<std::string>&,
                                   const std::vector<std::string>& types,
                                   Direction direction) const {
  const std::uint64_t all = relationships_.size() / std::max<std::size_t>(nodes_.size(), 1) + 1;
  return (direction == Direction::both ? 2 * all : all) + (types.empty() ? 1 : 0);
}

void MemoryGraph::nodes(const NodeScan& scan, const NodeVisit& visit) const {
  for (std::uint64_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].gone) continue;
    if (!scan.labels.empty() && !has(nodes_[i].labels, scan.labels.front())) continue;
    if (!visit({i})) return;
  }
}

void MemoryGraph::relationships(NodeRef node, Direction direction,
                                const std::vector<std::string>& types, const std::vector<Probe>&,
                                const RelationshipVisit& visit) const {
  const Node& here = nodes_[node.number];
  const auto wanted = [&](const Relationship& hop) {
    return types.empty() || has(types, hop.type);
  };
  if (direction != Direction::in) {
    for (const std::uint64_t number : here.out) {
      const Relationship& hop = relationships_[number];
      if (wanted(hop) && !visit({number}, {hop.to})) return;
    }
  }
  if (direction == Direction::out) return;
  for (const std::uint64_t number : here.in) {
    const Relationship& hop = relationships_[number];
    const bool seen = direction == Direction::both && hop.from == hop.to;
    if (!seen && wanted(hop) && !visit({number}, {hop.from})) return;
  }
}

std::vector<std::string> MemoryGraph::labels(NodeRef node) const {
  return nodes_[node.number].labels;
}
bool MemoryGraph::has_label(NodeRef node, std::string_view label) const {
  return has(nodes_[node.number].labels, label);
}
Value MemoryGraph::property(NodeRef node, std::string_view key) const {
  return find(nodes_[node.number].properties, key);
}
Map MemoryGraph::properties(NodeRef node) const { return nodes_[node.number].properties; }
NodeRef MemoryGraph::start(RelationshipRef relationship) const {
  return {relationships_[relationship.number].from};
}
NodeRef MemoryGraph::end(RelationshipRef relationship) const {
  return {relationships_[relationship.number].to};
}
std::string MemoryGraph::type(RelationshipRef relationship) const {
  return relationships_[relationship.number].type;
}
Value MemoryGraph::property(RelationshipRef relationship, std::string_view key) const {
  return find(relationships_[relationship.number].properties, key);
}
Map MemoryGraph::properties(RelationshipRef relationship) const {
  return relationships_[relationship.number].properties;
}

}  // namespace nutgraf::cypher
