// The graph as it leaves: what a format is given, one thing after the other.
//
// A format of graphs hears of all nodes, then of all edges between them; one of events hears of
// each event with all that takes part in it. Either writes while it is told and keeps nothing.
#ifndef NUTGRAF_GRAPH_EXPORT_SINK_H_
#define NUTGRAF_GRAPH_EXPORT_SINK_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/time/day.h"
#include "graph/node.h"
#include "graph/reader.h"

namespace nutgraf {

// An event's type in the schemes of event data: "ASSAULT-firearms", "193"; empty where it has none.
struct EventCodes {
  std::string plover;
  std::string cameo;
};
using CodeBook = std::function<EventCodes(const std::string& type, const std::string& mode)>;

// A node as it is written. What its kind does not have stays empty.
struct OutNode {
  std::string id;
  std::string name;
  NodeKind kind = NodeKind::person;
  std::vector<std::string> names;    // all forms; of an event all its lemmas
  std::vector<std::string> handles;  // every id that leads to it, its own first
  std::uint64_t reports = 0;         // of an event: those that the filter leaves
  std::uint64_t sources = 0;
  std::uint64_t events = 0;  // that it takes part in; of events 0

  std::string country;         // ISO 3166-1 alpha-2: of a place, else a nationality or side
  std::string role;            // of persons and groups
  std::string feature;         // of places, as the following
  std::optional<Point> point;  // with `container` that of the listed place around it
  std::uint32_t geonames = 0;  // 0: no row of GeoNames
  bool container = false;
  std::vector<Place> within;  // the places it lies in, nearest first

  std::string type, mode, action;  // of events, as the following
  EventCodes codes;
  std::string modality;  // "denied" beats the modality
  DayRange when;
  bool told = false;                     // a report tells the day; else publication bounds it
  std::vector<ToldCasualty> casualties;  // latest report first
};

struct OutEnd {
  std::string id;
  std::string name;
  NodeKind kind = NodeKind::person;
};

struct OutEdge {
  std::string id;  // "edge:1", … in the order in which they are written
  OutEnd from, to;
  std::string role;            // "ACTOR", …; "CO_ACTOR" of a projection
  std::uint64_t weight = 1;    // reports that say so; of a projection the events they share
  std::uint64_t reports = 1;   // reports that say so
  std::string type, modality;  // of the event it leaves, as the following; empty for others
  DayRange when;
};

// One that takes part in an event.
struct OutPart {
  Role role = Role::actor;
  OutNode node;
  std::uint64_t reports = 1;  // that say so
};

struct OutEvent {
  OutNode node;
  std::vector<OutPart> parts;      // by role, then by how many say so
  std::vector<ReportRow> reports;  // that tell it and that the filter leaves; latest first
};

class GraphSink {
 public:
  virtual ~GraphSink() = default;
  // `directed` false: a projection, each pair at most once.
  virtual void begin(bool directed) = 0;
  virtual void node(const OutNode& node) = 0;
  virtual void edge(const OutEdge& edge) = 0;
  virtual void end() = 0;

  // Whether the reports are wanted: each that tells an exported event, after the nodes, then which
  // event it tells.
  virtual bool wants_reports() const { return false; }
  virtual void report(const ReportRow&) {}
  virtual void tells(const std::string& /*event*/, const std::string& /*report*/) {}
};

class EventSink {
 public:
  virtual ~EventSink() = default;
  virtual void begin() = 0;
  virtual void event(const OutEvent& event) = 0;
  virtual void end() = 0;
};

// The names of the formats: those of graphs, and those of events.
const std::vector<std::string>& graph_formats();
const std::vector<std::string>& event_formats();
// Null for anything else. `edges` is where a format of two files puts its second one ("neo4j" has
// its edges there); others do without. The streams outlive the sink.
std::unique_ptr<GraphSink> make_graph_sink(std::string_view format, std::ostream& out,
                                           std::ostream* edges = nullptr);
std::unique_ptr<EventSink> make_event_sink(std::string_view format, std::ostream& out);
bool has_two_files(std::string_view format);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_EXPORT_SINK_H_
