// GeoJSON: places as points, and the events at them.
#include <map>

#include "extract/report/json_text.h"
#include "tools/graph_sink.h"

namespace nutgraf {
namespace {

// An event's point is that of its place, which only its edges tell: events wait for theirs.
class GeojsonSink : public GraphSink {
 public:
  explicit GeojsonSink(std::ostream& out) : out_(out) {}

  void begin() override { out_ << "{\"type\": \"FeatureCollection\", \"features\": ["; }

  void node(const OutNode& node) override {
    if (node.kind == NodeKind::event) events_.emplace(node.id, node);
    if (node.kind != NodeKind::place || !node.point) return;
    points_.emplace(node.id, *node.point);
    feature(node, *node.point, "");
  }

  void edge(const OutEdge& edge) override {
    if (edge.role != "AT" && edge.role != "TO" && edge.role != "FROM") return;
    const auto event = events_.find(edge.from);
    const auto point = points_.find(edge.to);
    if (event == events_.end() || point == points_.end()) return;
    feature(event->second, point->second, edge.role);
  }

  void end() override { out_ << "\n]}\n"; }

 private:
  void feature(const OutNode& node, Point point, const std::string& role) {
    std::string text = first_ ? "\n" : ",\n";
    first_ = false;
    JsonText json(text);
    json.open('{').key("type").string("Feature").key("geometry").open('{');
    json.key("type").string("Point").key("coordinates").open('[');
    json.decimal(point.longitude, 6).decimal(point.latitude, 6).close(']').close('}');
    json.key("properties").open('{').key("node").string(node.id).key("name").string(node.name);
    json.key("kind").string(to_string(node.kind));
    if (node.kind == NodeKind::event) {
      json.key("role").string(role).key("type").string_or_null(node.type);
      json.key("action").string(node.action).key("modality").string(node.modality);
      json.key("from").day(node.when.from).key("until").day(node.when.until);
    } else {
      json.key("feature").string(node.feature).key("country").string_or_null(node.country);
    }
    json.key("reports").number(static_cast<std::int64_t>(node.reports)).key("handles").open('[');
    for (const std::string& handle : node.handles) json.string(handle);
    json.close(']').close('}').close('}');
    out_ << text;
  }

  std::ostream& out_;
  bool first_ = true;
  std::map<std::string, Point> points_;
  std::map<std::string, OutNode> events_;
};

}  // namespace

std::unique_ptr<GraphSink> make_geojson_sink(std::ostream& out) {
  return std::make_unique<GeojsonSink>(out);
}

}  // namespace nutgraf
