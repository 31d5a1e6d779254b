// The graph that queries run on: nodes with labels, relationships with one type, properties on
// both.
//
// Two implementations: the belief of a store (store_graph.h) and one in memory (memory_graph.h).
// A graph does not change while a query runs on it. Nodes and relationships go by numbers that the
// graph gives them; they hold as long as the graph object lives.
#ifndef NUTGRAF_GRAPH_CYPHER_PROPERTY_GRAPH_H_
#define NUTGRAF_GRAPH_CYPHER_PROPERTY_GRAPH_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/result.h"
#include "graph/cypher/ast.h"
#include "graph/cypher/value.h"

namespace nutgraf::cypher {

// What a condition on a property looks like before its value is known: `n.key = …`, `n.key IN …`,
// `… IN n.key`, `n.key >= …` or `>`, `n.key <= …` or `<`, `n.key STARTS WITH …`, `n.key CONTAINS …`
// or `ENDS WITH`.
enum class ProbeKind : std::uint8_t { equals, among, holds, from, until, begins, contains };
struct ProbeShape {
  std::string key;
  ProbeKind kind = ProbeKind::equals;

  friend bool operator==(const ProbeShape&, const ProbeShape&) = default;
};
struct Probe {
  ProbeShape shape;
  Value value;
};

// Which nodes to visit. All that have all labels and satisfy all probes are visited; others may be,
// for the executor tests again. Labels and probes are there so that an index may serve.
struct NodeScan {
  std::vector<std::string> labels;
  std::vector<Probe> probes;
};

// How many nodes a scan would visit, about, and what serves it: "every node", "label Person",
// "names", …
struct ScanEstimate {
  std::uint64_t rows = 0;
  std::string access;
};

using NodeVisit = std::function<bool(NodeRef)>;  // false ends the visit
using RelationshipVisit = std::function<bool(RelationshipRef, NodeRef other)>;

struct SchemaProperty {
  std::string name;
  std::string type;
  std::string meaning;
};
struct SchemaLabel {
  std::string name;  // of a label or a relationship type
  std::string meaning;
  std::vector<SchemaProperty> properties;
};
struct GraphSchema {
  std::vector<SchemaLabel> labels;
  std::vector<SchemaLabel> types;
};

class PropertyGraph {
 public:
  virtual ~PropertyGraph() = default;

  virtual ScanEstimate estimate(const std::vector<std::string>& labels,
                                const std::vector<ProbeShape>& probes) const = 0;
  // How many relationships of the types lead from one node with the labels, about.
  virtual std::uint64_t fan_out(const std::vector<std::string>& labels,
                                const std::vector<std::string>& types,
                                Direction direction) const = 0;

  // Whether relationships() makes use of such a probe.
  virtual bool serves(const ProbeShape&) const { return false; }

  // Each node once.
  virtual void nodes(const NodeScan& scan, const NodeVisit& visit) const = 0;
  // Each relationship once, a loop too. No types: all of them. The probes are conditions on the
  // node at the other end: an index may leave out those that do not satisfy them.
  virtual void relationships(NodeRef node, Direction direction,
                             const std::vector<std::string>& types,
                             const std::vector<Probe>& probes,
                             const RelationshipVisit& visit) const = 0;

  virtual std::vector<std::string> labels(NodeRef node) const = 0;
  virtual bool has_label(NodeRef node, std::string_view label) const = 0;
  // Null where there is no such property.
  virtual Value property(NodeRef node, std::string_view key) const = 0;
  virtual Map properties(NodeRef node) const = 0;
  virtual NodeRef start(RelationshipRef relationship) const = 0;
  virtual NodeRef end(RelationshipRef relationship) const = 0;
  virtual std::string type(RelationshipRef relationship) const = 0;
  virtual Value property(RelationshipRef relationship, std::string_view key) const = 0;
  virtual Map properties(RelationshipRef relationship) const = 0;

  // Bytes that the graph keeps for the query, about.
  virtual std::uint64_t kept_bytes() const { return 0; }
  // After the first failure of the world below nothing is found any more: whoever draws a
  // conclusion asks first.
  virtual Result<void> status() const { return {}; }
  // Names that labels, types and properties go by, for "did you mean".
  virtual GraphSchema schema() const { return {}; }
};

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_PROPERTY_GRAPH_H_
