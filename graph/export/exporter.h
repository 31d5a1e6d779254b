// Walks the part of the graph that goes out, and tells it to a format.
//
// Events are walked twice, once for nodes and once for edges; nothing is kept but which nodes went
// out, so that memory does not grow with texts, names or edges.
#ifndef NUTGRAF_GRAPH_EXPORT_EXPORTER_H_
#define NUTGRAF_GRAPH_EXPORT_EXPORTER_H_

#include <cstdint>
#include <functional>
#include <string>

#include "extract/result.h"
#include "graph/export/part.h"
#include "graph/export/sink.h"
#include "graph/reader.h"

namespace nutgraf {

struct ExportCounts {
  std::uint64_t nodes = 0;
  std::uint64_t edges = 0;
};
// Hears of every node and edge that was written. A failure ends the export: a full disk.
using ExportProgress = std::function<Result<void>(const ExportCounts&)>;

// Everything between the nodes that go out: an edge without both its ends is never written.
Result<void> export_graph(const GraphReader& reader, const GraphPart& part, const CodeBook& codes,
                          GraphSink& sink, const ExportProgress& progress);

// The events of the part, each with all that takes part in it.
Result<void> export_events(const GraphReader& reader, const GraphPart& part, const CodeBook& codes,
                           EventSink& sink, const ExportProgress& progress);

// Who takes part in the same events (graph/co_actors.h), over the events that the filter leaves.
// `around` and `hops` are counted in the projection itself; `limit` keeps the heaviest pairs, and
// what they link; `sort` says nothing.
Result<void> export_co_actors(const GraphReader& reader, const PartRequest& request,
                              GraphSink& sink, const ExportProgress& progress);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_EXPORT_EXPORTER_H_
