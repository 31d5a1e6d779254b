// A property graph in memory, for tests and measurements.
#ifndef NUTGRAF_GRAPH_CYPHER_MEMORY_GRAPH_H_
#define NUTGRAF_GRAPH_CYPHER_MEMORY_GRAPH_H_

#include <string>
#include <vector>

#include "graph/cypher/property_graph.h"

namespace nutgraf::cypher {

class MemoryGraph : public PropertyGraph {
 public:
  NodeRef add_node(std::vector<std::string> labels, Map properties);
  // Requires nodes of this graph.
  RelationshipRef add_relationship(NodeRef from, NodeRef to, std::string type, Map properties);
  void remove(RelationshipRef relationship);
  // Requires that no relationship leads to it.
  void remove(NodeRef node);

  ScanEstimate estimate(const std::vector<std::string>& labels,
                        const std::vector<ProbeShape>& probes) const override;
  std::uint64_t fan_out(const std::vector<std::string>& labels,
                        const std::vector<std::string>& types, Direction direction) const override;
  void nodes(const NodeScan& scan, const NodeVisit& visit) const override;
  void relationships(NodeRef node, Direction direction, const std::vector<std::string>& types,
                     const std::vector<Probe>& probes,
                     const RelationshipVisit& visit) const override;
  std::vector<std::string> labels(NodeRef node) const override;
  bool has_label(NodeRef node, std::string_view label) const override;
  Value property(NodeRef node, std::string_view key) const override;
  Map properties(NodeRef node) const override;
  NodeRef start(RelationshipRef relationship) const override;
  NodeRef end(RelationshipRef relationship) const override;
  std::string type(RelationshipRef relationship) const override;
  Value property(RelationshipRef relationship, std::string_view key) const override;
  Map properties(RelationshipRef relationship) const override;

 private:
  struct Node {
    std::vector<std::string> labels;
    Map properties;
    std::vector<std::uint64_t> out;  // relationships
    std::vector<std::uint64_t> in;
    bool gone = false;
  };
  struct Relationship {
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    std::string type;
    Map properties;
    bool gone = false;
  };

  std::vector<Node> nodes_;
  std::vector<Relationship> relationships_;
};

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_MEMORY_GRAPH_H_
