// The graph as it leaves: nodes first, then edges, one after the other.
#ifndef NUTGRAF_TOOLS_GRAPH_SINK_H_
#define NUTGRAF_TOOLS_GRAPH_SINK_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/time/day.h"
#include "graph/node.h"

namespace nutgraf {

// A node as it is written. What its kind does not have stays empty.
struct OutNode {
  std::string id;
  std::string name;
  NodeKind kind = NodeKind::person;
  std::vector<std::string> names;      // all forms
  std::vector<std::string> handles;    // every id that leads to it
  std::string type, action, modality;  // of events; "denied" beats the modality
  DayRange when;
  std::string feature, country;  // of places (and the state of persons and groups)
  std::string role;
  std::optional<Point> point;
  std::uint64_t reports = 0;
};

struct OutEdge {
  std::string id;
  std::string from, to;
  std::string role;          // "ACTOR", …; "CO_ACTOR" of a projection
  std::uint64_t weight = 1;  // reports that say so; events of a projection
};

// Written while it is walked, in memory that does not grow.
class GraphSink {
 public:
  virtual ~GraphSink() = default;
  virtual void begin() = 0;
  virtual void node(const OutNode& node) = 0;
  virtual void edge(const OutEdge& edge) = 0;
  virtual void end() = 0;
};

// "graphml", "gexf", "geojson", "jsonl", "csv", "dot"; null for anything else.
std::unique_ptr<GraphSink> make_sink(std::string_view format, std::ostream& out);
std::unique_ptr<GraphSink> make_graphml_sink(std::ostream& out);
std::unique_ptr<GraphSink> make_gexf_sink(std::ostream& out);
std::unique_ptr<GraphSink> make_geojson_sink(std::ostream& out);

// Escaped for XML text and attributes; control characters, which XML cannot hold, become spaces.
std::string xml(std::string_view words);
// "a | b | c": how lists travel in formats that have none.
std::string barred(const std::vector<std::string>& list);
std::string point_words(std::int32_t microdegrees);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_GRAPH_SINK_H_
