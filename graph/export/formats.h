// One line a format: graph/export/FORMAT.cc makes it, formats.cc lists it.
#ifndef NUTGRAF_GRAPH_EXPORT_FORMATS_H_
#define NUTGRAF_GRAPH_EXPORT_FORMATS_H_

#include <memory>
#include <ostream>

#include "graph/export/sink.h"

namespace nutgraf {

std::unique_ptr<GraphSink> make_graphml(std::ostream& out);
std::unique_ptr<GraphSink> make_yed(std::ostream& out);
std::unique_ptr<GraphSink> make_gexf(std::ostream& out);
std::unique_ptr<GraphSink> make_jsonl(std::ostream& out);
std::unique_ptr<GraphSink> make_nodelink(std::ostream& out);
std::unique_ptr<GraphSink> make_jsonld(std::ostream& out);
std::unique_ptr<GraphSink> make_csv(std::ostream& out);
std::unique_ptr<GraphSink> make_neo4j(std::ostream& nodes, std::ostream& edges);
std::unique_ptr<GraphSink> make_dot(std::ostream& out);
std::unique_ptr<EventSink> make_geojson(std::ostream& out);
std::unique_ptr<EventSink> make_events(std::ostream& out);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_EXPORT_FORMATS_H_
