#include "graph/export/attributes.h"
#include "graph/export/formats.h"
#include "graph/export/graphml_sink.h"
#include "graph/export/text.h"

namespace nutgraf {
namespace {

std::string_view type_word(AttributeType type) {
  if (type == AttributeType::integer) return "int";
  return type == AttributeType::decimal ? "double" : "string";
}

// Gephi takes keys called "d3" and "d7" for labels, so that ours begin with a word.
std::string declared(std::string_view whose, std::string_view name, AttributeType type) {
  return "  <key id=\"" + std::string(whose) + '_' + std::string(name) + "\" for=\"" +
         std::string(whose) + "\" attr.name=\"" + std::string(name) + "\" attr.type=\"" +
         std::string(type_word(type)) + "\"/>\n";
}

void add_data(std::string& line, std::string_view whose, std::string_view name,
              const std::string& words) {
  if (words.empty()) return;
  line += "<data key=\"" + std::string(whose) + '_' + std::string(name) + "\">" + xml(words) +
          "</data>";
}

}  // namespace

void GraphmlSink::begin(bool directed) {
  directed_ = directed;
  out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
       << namespaces() << ">\n";
  for (const NodeAttribute& attribute : node_attributes()) {
    out_ << declared("node", attribute.name, attribute.type);
  }
  for (const EdgeAttribute& attribute : edge_attributes()) {
    out_ << declared("edge", attribute.name, attribute.type);
  }
  out_ << keys() << "  <graph id=\"nutgraf\" edgedefault=\""
       << (directed ? "directed" : "undirected") << "\">\n";
}

void GraphmlSink::node(const OutNode& node) {
  std::string line = "    <node id=\"" + xml_token(node.id) + "\">";
  for (const NodeAttribute& attribute : node_attributes()) {
    add_data(line, "node", attribute.name, words_of(attribute, node));
  }
  out_ << line << look(node) << "</node>\n";
}

void GraphmlSink::edge(const OutEdge& edge) {
  std::string line = "    <edge id=\"" + xml_token(edge.id) + "\" source=\"" +
                     xml_token(edge.from.id) + "\" target=\"" + xml_token(edge.to.id) + "\">";
  for (const EdgeAttribute& attribute : edge_attributes()) {
    add_data(line, "edge", attribute.name, attribute.value(edge));
  }
  out_ << line << look(edge, directed_) << "</edge>\n";
}

void GraphmlSink::end() { out_ << "  </graph>\n</graphml>\n"; }

std::unique_ptr<GraphSink> make_graphml(std::ostream& out) {
  return std::make_unique<GraphmlSink>(out);
}

}  // namespace nutgraf
