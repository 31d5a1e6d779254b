// GeoJSON (RFC 7946): a feature for each event and place of it, so that a map counts events; events
// without a point are left out.
#include "extract/report/json_text.h"
#include "graph/export/formats.h"

namespace nutgraf {
namespace {

bool is_place_role(Role role) { return role == Role::at || role == Role::from || role == Role::to; }

void node_list(JsonText& json, std::string_view name, const OutEvent& event, Role role) {
  json.key(name).open('[');
  for (const OutPart& part : event.parts) {
    if (part.role != role) continue;
    json.open('{').key("node").string(part.node.id).key("name").string(part.node.name).close('}');
  }
  json.close(']');
}

class GeojsonSink : public EventSink {
 public:
  explicit GeojsonSink(std::ostream& out) : out_(out) {}

  void begin() override { out_ << "{\"type\":\"FeatureCollection\",\"features\":["; }

  void event(const OutEvent& event) override {
    for (const OutPart& part : event.parts) {
      if (is_place_role(part.role) && part.node.point) feature(event, part);
    }
  }

  void end() override { out_ << "\n]}\n"; }

 private:
  void feature(const OutEvent& event, const OutPart& place) {
    std::string text = first_ ? "\n" : ",\n";
    first_ = false;
    const std::string role(to_string(place.role));
    const OutNode& node = event.node;
    JsonText json(text);
    json.open('{').key("type").string("Feature");
    json.key("id").string(node.id + '/' + role + '/' + place.node.id);
    json.key("geometry").open('{').key("type").string("Point").key("coordinates").open('[');
    json.decimal(place.node.point->longitude, 6).decimal(place.node.point->latitude, 6);
    json.close(']').close('}').key("properties").open('{');
    json.key("node").string(node.id).key("name").string(node.name).key("kind").string("event");
    json.key("role").string(role).key("type").string_or_null(node.type);
    json.key("mode").string_or_null(node.mode).key("plover").string_or_null(node.codes.plover);
    json.key("cameo").string_or_null(node.codes.cameo).key("action").string(node.action);
    json.key("modality").string(node.modality);
    json.key("from").day(node.when.from).key("until").day(node.when.until);
    json.key("place").string(place.node.id).key("place_name").string(place.node.name);
    json.key("feature").string(place.node.feature);
    json.key("country").string_or_null(place.node.country);
    json.key("container").boolean(place.node.container);
    node_list(json, "actors", event, Role::actor);
    node_list(json, "targets", event, Role::target);
    json.key("reports").number(static_cast<std::int64_t>(node.reports));
    json.key("sources").number(static_cast<std::int64_t>(node.sources)).key("handles").open('[');
    for (const std::string& handle : node.handles) json.string(handle);
    json.close(']').close('}').close('}');
    out_ << text;
  }

  std::ostream& out_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<EventSink> make_geojson(std::ostream& out) {
  return std::make_unique<GeojsonSink>(out);
}

}  // namespace nutgraf
