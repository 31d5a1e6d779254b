// Node-link JSON, as networkx (node_link_graph) and d3 read it; one node or link a line.
#include "graph/export/attributes.h"
#include "graph/export/formats.h"

namespace nutgraf {
namespace {

class NodelinkSink : public GraphSink {
 public:
  explicit NodelinkSink(std::ostream& out) : out_(out) {}

  // A link's `key` tells parallel ones apart: an event may have one node as actor and as target.
  void begin(bool directed) override {
    directed_ = directed;
    const char* word = directed ? "true" : "false";
    out_ << "{\"directed\":" << word << ",\"multigraph\":" << word
         << ",\"graph\":{\"name\":\"nutgraf\"},\"nodes\":[";
  }

  void node(const OutNode& node) override {
    std::string text;
    JsonText json(text);
    json.open('{').key("id").string(node.id);
    append_json(json, node);
    json.close('}');
    write(text);
  }

  void edge(const OutEdge& edge) override {
    begin_links();
    std::string text;
    JsonText json(text);
    json.open('{').key("source").string(edge.from.id).key("target").string(edge.to.id);
    if (directed_) json.key("key").string(edge.id);
    append_json(json, edge);
    json.close('}');
    write(text);
  }

  void end() override {
    begin_links();
    out_ << "\n]}\n";
  }

 private:
  void write(const std::string& text) {
    out_ << (first_ ? "\n" : ",\n") << text;
    first_ = false;
  }
  void begin_links() {
    if (in_links_) return;
    in_links_ = true;
    first_ = true;
    out_ << "\n],\"links\":[";
  }

  std::ostream& out_;
  bool directed_ = true;
  bool first_ = true;
  bool in_links_ = false;
};

}  // namespace

std::unique_ptr<GraphSink> make_nodelink(std::ostream& out) {
  return std::make_unique<NodelinkSink>(out);
}

}  // namespace nutgraf
