// GEXF 1.3 for Gephi: events carry the span of their days, and so do their edges, so that its
// timeline moves. What is no event is there at all times.
#include <string>

#include "graph/export/attributes.h"
#include "graph/export/formats.h"
#include "graph/export/text.h"

namespace nutgraf {
namespace {

std::string_view type_word(AttributeType type) {
  if (type == AttributeType::integer) return "integer";
  return type == AttributeType::decimal ? "double" : "string";
}

// GEXF's end belongs to the span; an open end has no word.
std::string span_words(const DayRange& when) {
  std::string out;
  if (when.from) out += " start=\"" + iso(*when.from) + '"';
  if (when.until) out += " end=\"" + last_day_words(when) + '"';
  return out;
}

void add_value(std::string& line, const std::string& whose, std::string_view name,
               const std::string& words) {
  if (words.empty()) return;
  line += "<attvalue for=\"" + whose + std::string(name) + "\" value=\"" + xml(words) + "\"/>";
}

// Gephi has fields of its own for these.
bool is_own(std::string_view name) { return name == "label" || name == "weight"; }

class GexfSink : public GraphSink {
 public:
  explicit GexfSink(std::ostream& out) : out_(out) {}

  void begin(bool directed) override {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
            "  <meta><creator>nutgraf</creator></meta>\n"
            "  <graph mode=\"dynamic\" defaultedgetype=\""
         << (directed ? "directed" : "undirected")
         << "\" idtype=\"string\" timeformat=\"date\" timerepresentation=\"interval\">\n"
            "    <attributes class=\"node\" mode=\"static\">\n";
    for (const NodeAttribute& attribute : node_attributes()) {
      declare("node_", attribute.name, attribute.type);
    }
    out_ << "    </attributes>\n    <attributes class=\"edge\" mode=\"static\">\n";
    for (const EdgeAttribute& attribute : edge_attributes()) {
      declare("edge_", attribute.name, attribute.type);
    }
    out_ << "    </attributes>\n    <nodes>\n";
  }

  void node(const OutNode& node) override {
    std::string line = "      <node id=\"" + xml(node.id) + "\" label=\"" + xml(node.name) + '"' +
                       span_words(node.when) + "><attvalues>";
    for (const NodeAttribute& attribute : node_attributes()) {
      if (!is_own(attribute.name))
        add_value(line, "node_", attribute.name, words_of(attribute, node));
    }
    out_ << line << "</attvalues></node>\n";
  }

  void edge(const OutEdge& edge) override {
    begin_edges();
    std::string line = "      <edge id=\"" + xml(edge.id) + "\" source=\"" + xml(edge.from.id) +
                       "\" target=\"" + xml(edge.to.id) + "\" kind=\"" + xml(edge.role) +
                       "\" label=\"" + xml(edge.role) + "\" weight=\"" +
                       std::to_string(edge.weight) + '"' + span_words(edge.when) + "><attvalues>";
    for (const EdgeAttribute& attribute : edge_attributes()) {
      if (!is_own(attribute.name)) add_value(line, "edge_", attribute.name, attribute.value(edge));
    }
    out_ << line << "</attvalues></edge>\n";
  }

  void end() override {
    begin_edges();
    out_ << "    </edges>\n  </graph>\n</gexf>\n";
  }

 private:
  void declare(std::string_view whose, std::string_view name, AttributeType type) {
    if (is_own(name)) return;
    out_ << "      <attribute id=\"" << whose << name << "\" title=\"" << name << "\" type=\""
         << type_word(type) << "\"/>\n";
  }
  void begin_edges() {
    if (!in_edges_) out_ << "    </nodes>\n    <edges>\n";
    in_edges_ = true;
  }

  std::ostream& out_;
  bool in_edges_ = false;
};

}  // namespace

std::unique_ptr<GraphSink> make_gexf(std::ostream& out) { return std::make_unique<GexfSink>(out); }

}  // namespace nutgraf
