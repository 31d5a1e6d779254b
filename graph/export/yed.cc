// GraphML as yEd draws it: each kind a shape and a colour, labels on nodes and edges. yEd lays it
// out (Layout > Organic, or Hierarchic) and maps the other attributes (Edit > Properties Mapper).
#include <algorithm>
#include <array>

#include "graph/export/formats.h"
#include "graph/export/graphml_sink.h"
#include "graph/export/text.h"

namespace nutgraf {
namespace {

struct Shape {
  const char* shape;
  const char* fill;
};

// By NodeKind.
constexpr std::array<Shape, 4> shapes{{{"ellipse", "#CFE2F3"},
                                       {"roundrectangle", "#D9EAD3"},
                                       {"hexagon", "#FFF2CC"},
                                       {"diamond", "#F4CCCC"}}};

// Code points, so that a label in any script finds room.
std::size_t letters(std::string_view words) {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

class YedSink : public GraphmlSink {
 public:
  using GraphmlSink::GraphmlSink;

 protected:
  std::string namespaces() const override {
    return " xmlns:y=\"http://www.yworks.com/xml/graphml\"";
  }
  std::string keys() const override {
    return "  <key id=\"node_look\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
           "  <key id=\"edge_look\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n";
  }
  std::string look(const OutNode& node) const override {
    const Shape& shape = shapes.at(static_cast<std::size_t>(node.kind));
    const std::size_t width = 24 + 7 * std::min<std::size_t>(letters(node.name), 60);
    return "<data key=\"node_look\"><y:ShapeNode><y:Geometry height=\"30\" width=\"" +
           std::to_string(width) + "\" x=\"0\" y=\"0\"/><y:Fill color=\"" + shape.fill +
           "\" transparent=\"false\"/><y:BorderStyle color=\"#666666\" type=\"line\" "
           "width=\"1.0\"/><y:NodeLabel>" +
           xml(node.name) + "</y:NodeLabel><y:Shape type=\"" + shape.shape +
           "\"/></y:ShapeNode></data>";
  }
  std::string look(const OutEdge& edge, bool directed) const override {
    return "<data key=\"edge_look\"><y:PolyLineEdge><y:LineStyle color=\"#666666\" type=\"line\" "
           "width=\"1.0\"/><y:Arrows source=\"none\" target=\"" +
           std::string(directed ? "standard" : "none") + "\"/><y:EdgeLabel>" +
           xml(directed ? edge.role : std::to_string(edge.weight)) +
           "</y:EdgeLabel></y:PolyLineEdge></data>";
  }
};

}  // namespace

std::unique_ptr<GraphSink> make_yed(std::ostream& out) { return std::make_unique<YedSink>(out); }

}  // namespace nutgraf
