#include "tools/graph_sink.h"

#include <map>
#include <utility>

#include "extract/report/json_text.h"
#include "tools/listing.h"

namespace nutgraf {
namespace {

// One object a line: {"node": …} and {"edge": …}.
class JsonlSink : public GraphSink {
 public:
  explicit JsonlSink(std::ostream& out) : out_(out) {}

  void begin() override {}

  void node(const OutNode& node) override {
    std::string text;
    JsonText json(text);
    json.open('{').key("node").string(node.id).key("kind").string(to_string(node.kind));
    json.key("name").string(node.name);
    list(json, "names", node.names);
    list(json, "handles", node.handles);
    if (node.kind == NodeKind::event) {
      json.key("type").string_or_null(node.type).key("action").string(node.action);
      json.key("modality").string(node.modality);
      json.key("from").day(node.when.from).key("until").day(node.when.until);
    } else {
      json.key("country").string_or_null(node.country);
      if (node.kind != NodeKind::place) json.key("role").string_or_null(node.role);
    }
    if (node.kind == NodeKind::place) {
      json.key("feature").string_or_null(node.feature);
      json.key("lat");
      node.point ? json.decimal(node.point->latitude, 6) : json.null();
      json.key("lon");
      node.point ? json.decimal(node.point->longitude, 6) : json.null();
    }
    json.key("reports").number(static_cast<std::int64_t>(node.reports)).close('}');
    out_ << text << '\n';
  }

  void edge(const OutEdge& edge) override {
    std::string text;
    JsonText json(text);
    json.open('{').key("edge").string(edge.id).key("from").string(edge.from).key("role");
    json.string(edge.role).key("to").string(edge.to).key("weight");
    json.number(static_cast<std::int64_t>(edge.weight)).close('}');
    out_ << text << '\n';
  }

  void end() override {}

 private:
  static void list(JsonText& json, const char* name, const std::vector<std::string>& words) {
    json.key(name).open('[');
    for (const std::string& one : words) json.string(one);
    json.close(']');
  }

  std::ostream& out_;
};

// One row an edge, with the names of both ends.
class CsvSink : public GraphSink {
 public:
  explicit CsvSink(std::ostream& out) : out_(out) {}

  void begin() override {
    print({"source", "source_name", "source_kind", "role", "target", "target_name", "target_kind",
           "type", "modality", "from", "until", "weight"});
  }

  void node(const OutNode& node) override {
    Kept& kept = nodes_[node.id];
    kept = {node.name,
            std::string(to_string(node.kind)),
            node.type,
            node.modality,
            node.when.from ? iso(*node.when.from) : "",
            node.when.until ? iso(*node.when.until) : ""};
  }

  void edge(const OutEdge& edge) override {
    const Kept& from = nodes_[edge.from];
    const Kept& to = nodes_[edge.to];
    print({edge.from, from.name, from.kind, edge.role, edge.to, to.name, to.kind, from.type,
           from.modality, from.from, from.until, std::to_string(edge.weight)});
  }

  void end() override {}

 private:
  struct Kept {
    std::string name, kind, type, modality, from, until;
  };

  void print(std::vector<std::string> row) {
    Listing listing{std::move(row), {}};
    std::string text;
    print_listing(text, listing, RowFormat::csv, 0, false);
    out_ << text;
  }

  std::ostream& out_;
  std::map<std::string, Kept> nodes_;
};

std::string quoted(std::string_view words) {
  std::string out = "\"";
  for (const char c : words) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + '"';
}

// Graphviz: kinds by shape.
class DotSink : public GraphSink {
 public:
  explicit DotSink(std::ostream& out) : out_(out) {}

  void begin() override { out_ << "digraph nutgraf {\n  rankdir=LR;\n"; }
  void node(const OutNode& node) override {
    static const std::map<NodeKind, const char*> shapes{{NodeKind::person, "ellipse"},
                                                        {NodeKind::group, "box"},
                                                        {NodeKind::place, "house"},
                                                        {NodeKind::event, "diamond"}};
    out_ << "  " << quoted(node.id) << " [label=" << quoted(node.name)
         << ", shape=" << shapes.at(node.kind) << "];\n";
  }
  void edge(const OutEdge& edge) override {
    out_ << "  " << quoted(edge.from) << " -> " << quoted(edge.to)
         << " [label=" << quoted(edge.role) << "];\n";
  }
  void end() override { out_ << "}\n"; }

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<GraphSink> make_sink(std::string_view format, std::ostream& out) {
  if (format == "graphml") return make_graphml_sink(out);
  if (format == "gexf") return make_gexf_sink(out);
  if (format == "geojson") return make_geojson_sink(out);
  if (format == "jsonl") return std::make_unique<JsonlSink>(out);
  if (format == "csv") return std::make_unique<CsvSink>(out);
  if (format == "dot") return std::make_unique<DotSink>(out);
  return nullptr;
}

std::string xml(std::string_view words) {
  std::string out;
  for (const char c : words) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
  }
  return out;
}

std::string barred(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& one : list) {
    if (!out.empty()) out += " | ";
    out += one;
  }
  return out;
}

std::string point_words(std::int32_t microdegrees) {
  std::string out;
  JsonText(out).decimal(microdegrees, 6);
  return out;
}

}  // namespace nutgraf
