// Graphviz: kinds by shape.
#include <array>

#include "graph/export/formats.h"

namespace nutgraf {
namespace {

// By NodeKind.
constexpr std::array<const char*, 4> shapes{"ellipse", "box", "house", "diamond"};

// A backslash would begin one of Graphviz's escapes; control characters become spaces.
std::string quoted(std::string_view words) {
  std::string out = "\"";
  for (const char c : words) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  }
  return out + '"';
}

class DotSink : public GraphSink {
 public:
  explicit DotSink(std::ostream& out) : out_(out) {}

  void begin(bool directed) override {
    directed_ = directed;
    out_ << (directed ? "digraph" : "graph") << " nutgraf {\n  rankdir=LR;\n";
  }
  void node(const OutNode& node) override {
    out_ << "  " << quoted(node.id) << " [label=" << quoted(node.name)
         << ", shape=" << shapes.at(static_cast<std::size_t>(node.kind)) << "];\n";
  }
  void edge(const OutEdge& edge) override {
    out_ << "  " << quoted(edge.from.id) << (directed_ ? " -> " : " -- ") << quoted(edge.to.id);
    if (directed_) {
      out_ << " [label=" << quoted(edge.role) << "];\n";
    } else {
      out_ << " [label=\"" << edge.weight << "\", weight=" << edge.weight << "];\n";
    }
  }
  void end() override { out_ << "}\n"; }

 private:
  std::ostream& out_;
  bool directed_ = true;
};

}  // namespace

std::unique_ptr<GraphSink> make_dot(std::ostream& out) { return std::make_unique<DotSink>(out); }

}  // namespace nutgraf
