// GraphML in the form that networkx, igraph, Gephi, Cytoscape and Boost all take: one graph, nodes
// before edges, keys of their own for nodes and edges, only strings, ints and doubles.
#ifndef NUTGRAF_GRAPH_EXPORT_GRAPHML_SINK_H_
#define NUTGRAF_GRAPH_EXPORT_GRAPHML_SINK_H_

#include <ostream>
#include <string>

#include "graph/export/sink.h"

namespace nutgraf {

class GraphmlSink : public GraphSink {
 public:
  explicit GraphmlSink(std::ostream& out) : out_(out) {}

  void begin(bool directed) override;
  void node(const OutNode& node) override;
  void edge(const OutEdge& edge) override;
  void end() override;

 protected:
  // What a flavour adds: namespaces and keys, and how a node and an edge look.
  virtual std::string namespaces() const { return {}; }
  virtual std::string keys() const { return {}; }
  virtual std::string look(const OutNode&) const { return {}; }
  virtual std::string look(const OutEdge&, bool /*directed*/) const { return {}; }

 private:
  std::ostream& out_;
  bool directed_ = true;
};

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_EXPORT_GRAPHML_SINK_H_
