// GraphML in the form that networkx, igraph, Gephi, Cytoscape and Boost all take: one directed
// graph, nodes before edges, keys of their own for nodes and edges, only strings, ints and doubles.
#include <array>
#include <string>

#include "tools/graph_sink.h"

namespace nutgraf {
namespace {

struct Key {
  const char* id;
  const char* name;
  const char* type;
};

constexpr std::array<Key, 15> node_keys{{{"n_label", "label", "string"},
                                         {"n_name", "name", "string"},
                                         {"n_kind", "kind", "string"},
                                         {"n_names", "names", "string"},
                                         {"n_handles", "handles", "string"},
                                         {"n_type", "type", "string"},
                                         {"n_action", "action", "string"},
                                         {"n_modality", "modality", "string"},
                                         {"n_from", "from", "string"},
                                         {"n_until", "until", "string"},
                                         {"n_feature", "feature", "string"},
                                         {"n_country", "country", "string"},
                                         {"n_year", "year", "int"},
                                         {"n_reports", "reports", "int"},
                                         {"n_lat", "latitude", "double"}}};
constexpr Key longitude_key{"n_lon", "longitude", "double"};
constexpr std::array<Key, 3> edge_keys{
    {{"e_label", "label", "string"}, {"e_role", "role", "string"}, {"e_weight", "weight", "int"}}};

class GraphmlSink : public GraphSink {
 public:
  explicit GraphmlSink(std::ostream& out) : out_(out) {}

  void begin() override {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    for (const Key& key : node_keys) declare(key, "node");
    declare(longitude_key, "node");
    for (const Key& key : edge_keys) declare(key, "edge");
    out_ << "  <graph id=\"nutgraf\" edgedefault=\"directed\">\n";
  }

  void node(const OutNode& node) override {
    out_ << "    <node id=\"" << xml(node.id) << "\">";
    data("n_label", node.name);
    data("n_name", node.name);
    data("n_kind", std::string(to_string(node.kind)));
    data("n_names", barred(node.names));
    data("n_handles", barred(node.handles));
    data("n_type", node.type);
    data("n_action", node.action);
    data("n_modality", node.modality);
    data("n_from", node.when.from ? iso(*node.when.from) : "");
    data("n_until", node.when.until ? iso(*node.when.until) : "");
    data("n_feature", node.feature);
    data("n_country", node.country);
    if (node.when.from) data("n_year", std::to_string(civil(*node.when.from).year));
    data("n_reports", std::to_string(node.reports));
    if (node.point) {
      data("n_lat", point_words(node.point->latitude));
      data("n_lon", point_words(node.point->longitude));
    }
    out_ << "</node>\n";
  }

  void edge(const OutEdge& edge) override {
    out_ << "    <edge id=\"" << xml(edge.id) << "\" source=\"" << xml(edge.from) << "\" target=\""
         << xml(edge.to) << "\">";
    data("e_label", edge.role);
    data("e_role", edge.role);
    data("e_weight", std::to_string(edge.weight));
    out_ << "</edge>\n";
  }

  void end() override { out_ << "  </graph>\n</graphml>\n"; }

 private:
  void declare(const Key& key, const char* whose) {
    out_ << "  <key id=\"" << key.id << "\" for=\"" << whose << "\" attr.name=\"" << key.name
         << "\" attr.type=\"" << key.type << "\"/>\n";
  }
  void data(const char* key, const std::string& words) {
    if (!words.empty()) out_ << "<data key=\"" << key << "\">" << xml(words) << "</data>";
  }

  std::ostream& out_;
};

}  // namespace

std::unique_ptr<GraphSink> make_graphml_sink(std::ostream& out) {
  return std::make_unique<GraphmlSink>(out);
}

}  // namespace nutgraf
