// GEXF 1.2 for Gephi: nodes carry the span of their days, so that its timeline moves.
#include <array>
#include <string>

#include "tools/graph_sink.h"

namespace nutgraf {
namespace {

struct Attribute {
  const char* title;
  const char* type;
};

constexpr std::array<Attribute, 10> node_attributes{{{"kind", "string"},
                                                     {"names", "string"},
                                                     {"handles", "string"},
                                                     {"type", "string"},
                                                     {"action", "string"},
                                                     {"modality", "string"},
                                                     {"feature", "string"},
                                                     {"country", "string"},
                                                     {"reports", "integer"},
                                                     {"latitude", "double"}}};

class GexfSink : public GraphSink {
 public:
  explicit GexfSink(std::ostream& out) : out_(out) {}

  void begin() override {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n"
            "  <graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\">\n"
            "    <attributes class=\"node\" mode=\"static\">\n";
    std::size_t number = 0;
    for (const Attribute& attribute : node_attributes) {
      declare(number++, attribute.title, attribute.type);
    }
    declare(number, "longitude", "double");
    out_ << "    </attributes>\n    <attributes class=\"edge\" mode=\"static\">\n";
    declare(0, "role", "string");
    out_ << "    </attributes>\n    <nodes>\n";
  }

  void node(const OutNode& node) override {
    out_ << "      <node id=\"" << xml(node.id) << "\" label=\"" << xml(node.name) << '"';
    if (node.when.from) out_ << " start=\"" << iso(*node.when.from) << '"';
    // GEXF's end belongs to the span.
    if (node.when.until) out_ << " end=\"" << iso(Day{node.when.until->number - 1}) << '"';
    out_ << "><attvalues>";
    const std::array<std::string, 9> words{std::string(to_string(node.kind)),
                                           barred(node.names),
                                           barred(node.handles),
                                           node.type,
                                           node.action,
                                           node.modality,
                                           node.feature,
                                           node.country,
                                           std::to_string(node.reports)};
    for (std::size_t i = 0; i < words.size(); ++i) value(i, words[i]);
    if (node.point) {
      value(9, point_words(node.point->latitude));
      value(10, point_words(node.point->longitude));
    }
    out_ << "</attvalues></node>\n";
  }

  void edge(const OutEdge& edge) override {
    begin_edges();
    out_ << "      <edge id=\"" << xml(edge.id) << "\" source=\"" << xml(edge.from)
         << "\" target=\"" << xml(edge.to) << "\" label=\"" << xml(edge.role) << "\" weight=\""
         << edge.weight << "\"><attvalues>";
    value(0, edge.role);
    out_ << "</attvalues></edge>\n";
  }

  void end() override {
    begin_edges();
    out_ << "    </edges>\n  </graph>\n</gexf>\n";
  }

 private:
  void declare(std::size_t number, const char* title, const char* type) {
    out_ << "      <attribute id=\"" << number << "\" title=\"" << title << "\" type=\"" << type
         << "\"/>\n";
  }
  void value(std::size_t number, const std::string& words) {
    if (!words.empty())
      out_ << "<attvalue for=\"" << number << "\" value=\"" << xml(words) << "\"/>";
  }
  void begin_edges() {
    if (!in_edges_) out_ << "    </nodes>\n    <edges>\n";
    in_edges_ = true;
  }

  std::ostream& out_;
  bool in_edges_ = false;
};

}  // namespace

std::unique_ptr<GraphSink> make_gexf_sink(std::ostream& out) {
  return std::make_unique<GexfSink>(out);
}

}  // namespace nutgraf
