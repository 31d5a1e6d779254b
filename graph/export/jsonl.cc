// One object a line: {"node": …} and {"edge": …}.
#include "extract/report/json_text.h"
#include "graph/export/formats.h"

namespace nutgraf {
namespace {

void list(JsonText& json, const char* name, const std::vector<std::string>& words) {
  json.key(std::string_view(name)).open('[');
  for (const std::string& one : words) json.string(one);
  json.close(']');
}

void event_members(JsonText& json, const OutNode& node) {
  json.key("type").string_or_null(node.type).key("mode").string_or_null(node.mode);
  json.key("plover").string_or_null(node.codes.plover);
  json.key("cameo").string_or_null(node.codes.cameo);
  json.key("action").string(node.action).key("modality").string(node.modality);
  json.key("from").day(node.when.from).key("until").day(node.when.until);
  json.key("told").boolean(node.told).key("casualties").open('[');
  const auto bound = [&json](const std::optional<std::int64_t>& number) {
    number ? json.number(*number) : json.null();
  };
  for (const ToldCasualty& told : node.casualties) {
    json.open('{').key("state").string(told.state).key("min");
    bound(told.count.min);
    json.key("max");
    bound(told.count.max);
    json.close('}');
  }
  json.close(']');
}

void place_members(JsonText& json, const OutNode& node) {
  json.key("feature").string_or_null(node.feature).key("geonames");
  node.geonames != 0 ? json.number(node.geonames) : json.null();
  json.key("lat");
  node.point ? json.decimal(node.point->latitude, 6) : json.null();
  json.key("lon");
  node.point ? json.decimal(node.point->longitude, 6) : json.null();
}

class JsonlSink : public GraphSink {
 public:
  explicit JsonlSink(std::ostream& out) : out_(out) {}

  void begin(bool) override {}

  void node(const OutNode& node) override {
    std::string text;
    JsonText json(text);
    json.open('{').key("node").string(node.id).key("kind").string(to_string(node.kind));
    json.key("name").string(node.name);
    list(json, "names", node.names);
    list(json, "handles", node.handles);
    if (node.kind == NodeKind::event) {
      event_members(json, node);
    } else {
      json.key("country").string_or_null(node.country);
      if (node.kind != NodeKind::place) json.key("role").string_or_null(node.role);
    }
    if (node.kind == NodeKind::place) place_members(json, node);
    json.key("reports").number(static_cast<std::int64_t>(node.reports));
    json.key("sources").number(static_cast<std::int64_t>(node.sources));
    if (node.kind != NodeKind::event) {
      json.key("events").number(static_cast<std::int64_t>(node.events));
    }
    json.close('}');
    out_ << text << '\n';
  }

  void edge(const OutEdge& edge) override {
    std::string text;
    JsonText json(text);
    json.open('{').key("edge").string(edge.id).key("from").string(edge.from.id).key("role");
    json.string(edge.role).key("to").string(edge.to.id).key("weight");
    json.number(static_cast<std::int64_t>(edge.weight)).key("reports");
    json.number(static_cast<std::int64_t>(edge.reports)).close('}');
    out_ << text << '\n';
  }

  void end() override {}

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<GraphSink> make_jsonl(std::ostream& out) {
  return std::make_unique<JsonlSink>(out);
}

}  // namespace nutgraf
