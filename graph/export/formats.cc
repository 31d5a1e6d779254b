#include "graph/export/formats.h"

namespace nutgraf {

const std::vector<std::string>& graph_formats() {
  static const std::vector<std::string> names{"graphml", "yed", "gexf",  "jsonl", "nodelink",
                                              "jsonld",  "csv", "neo4j", "dot"};
  return names;
}

const std::vector<std::string>& event_formats() {
  static const std::vector<std::string> names{"geojson", "events"};
  return names;
}

bool has_two_files(std::string_view format) { return format == "neo4j"; }

std::unique_ptr<GraphSink> make_graph_sink(std::string_view format, std::ostream& out,
                                           std::ostream* edges) {
  if (format == "graphml") return make_graphml(out);
  if (format == "yed") return make_yed(out);
  if (format == "gexf") return make_gexf(out);
  if (format == "jsonl") return make_jsonl(out);
  if (format == "nodelink") return make_nodelink(out);
  if (format == "jsonld") return make_jsonld(out);
  if (format == "csv") return make_csv(out);
  if (format == "dot") return make_dot(out);
  if (format == "neo4j" && edges != nullptr) return make_neo4j(out, *edges);
  return nullptr;
}

std::unique_ptr<EventSink> make_event_sink(std::string_view format, std::ostream& out) {
  if (format == "geojson") return make_geojson(out);
  if (format == "events") return make_events(out);
  return nullptr;
}

}  // namespace nutgraf
