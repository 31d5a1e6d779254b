// GraphReader: everything that the asking commands want to know, at one moment.
//
// A reader is a snapshot: what is written after it was made does not show. Each call may fail with
// ErrorCode::unavailable (damage) or io. One reader serves one thread; it remembers names and nodes
// that it has looked up. Offsets are bytes of the report's text, ranges half-open.
#ifndef NUTGRAF_GRAPH_READER_H_
#define NUTGRAF_GRAPH_READER_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/report/report.h"
#include "extract/result.h"
#include "graph/node.h"
#include "graph/testimony.h"

namespace nutgraf {

// A node as rows show it.
struct NamedNode {
  NodeKey key;
  std::string node;  // its id in print: "per:…", "loc:gn:99071"
  std::string name;  // the form that most reports use; an event's is its action and its date

  friend bool operator==(const NamedNode&, const NamedNode&) = default;
};

// What a user's words for a node may mean, best first.
// `sound`: the consonants agree, the script or the vowels do not ("الموصل", "Mosul").
enum class MatchKind : std::uint8_t { id, handle, exact, folded, prefix, word, sound, near };
std::string_view to_string(MatchKind kind);

struct NameMatch {
  NamedNode node;
  MatchKind match = MatchKind::exact;
  std::string form;           // the name that matched
  std::uint32_t reports = 0;  // how many reports use a name of this node
};

struct Counted {
  std::string words;
  std::uint32_t reports = 0;

  friend bool operator==(const Counted&, const Counted&) = default;
};

// reports, sources and events are three counts, never mixed. Sources: the smaller of the number of
// near-copy groups and the number of `source` values among the reports.
struct Counts {
  std::uint64_t reports = 0;
  std::uint64_t sources = 0;
  std::uint64_t events = 0;

  friend bool operator==(const Counts&, const Counts&) = default;
};

struct NodeDetails {
  NamedNode node;
  bool named = false;           // some report names it
  bool pronoun_only = false;    // no report has more than a pronoun for it
  std::vector<Counted> names;   // all forms that reports use, most reports first
  std::vector<Counted> roles;   // "president", most reports first
  std::vector<Counted> states;  // ISO 3166-1 alpha-2 of nationality or side
  Gender gender = Gender::unknown;
  std::optional<Place> place;        // with `within`
  std::vector<std::string> handles;  // every id that leads here, in print, its own first
  Counts counts;
};

struct Participant {
  NodeKey node;
  Role role = Role::actor;
  std::vector<std::uint32_t> members;  // indexes into Event::members: who says so

  friend bool operator==(const Participant&, const Participant&) = default;
};

// One report's telling of an event.
struct EventMember {
  ReportKey report;
  std::uint32_t offset = 0;  // of the first trigger of its chain
  DayRange when;
  std::uint32_t group = 0;   // its report's near-copy group, numbered within the event
  std::uint32_t source = 0;  // its report's `source`, numbered within the event

  friend bool operator==(const EventMember&, const EventMember&) = default;
};

struct ToldCasualty {
  std::string state;
  Count count;
  std::uint32_t member = 0;  // index into members: counts stay each report's own

  friend bool operator==(const ToldCasualty&, const ToldCasualty&) = default;
};

struct EventDetails {
  NodeKey node;
  std::string type;                  // empty: null
  std::string mode;                  // empty: none
  std::string action;                // the lemma that most reports use
  std::vector<std::string> actions;  // all lemmas, sorted
  std::vector<std::string> frames;   // all frames, sorted
  Modality modality = Modality::actual;
  Polarity polarity = Polarity::positive;
  DayRange when;            // what all tellings agree on
  bool told = false;        // some telling gives the day in words; else only publication bounds it
  bool undated = false;     // nothing bounds it, not even a day of publication
  std::uint16_t score = 0;  // the highest of its tellings
  std::vector<Participant> participants;  // by role, then by how many say so
  std::vector<EventMember> members;       // latest publication first
  std::vector<ToldCasualty> casualties;   // latest report first
  std::uint64_t reports = 0;

  // Actual, and not denied: what is left when nothing else is asked for.
  bool asserted() const { return modality == Modality::actual && polarity == Polarity::positive; }
  friend bool operator==(const EventDetails&, const EventDetails&) = default;
};

// The sentence behind an edge, an event or a node.
struct Evidence {
  std::string report;
  Span span;          // the words: a trigger, or the mention that fills the role
  Span sentence;      // the sentence around them
  std::string quote;  // that sentence's words
  std::string role;   // "event", "mention", or an edge's: "ACTOR", …
  std::string rule;
  Modality modality = Modality::actual;
  Polarity polarity = Polarity::positive;
  std::optional<Span> reported_by;  // mention in the same report
};

struct Edge {
  NodeKey from;
  NodeKey to;
  Role role = Role::actor;
  std::vector<Evidence> evidence;  // filled when asked for; a gazetteer's WITHIN has none
};

struct ReportRow {
  std::string report;
  std::optional<Day> date;
  std::string source;
  std::string title;
};

struct MentionRow {
  std::string report;
  Span span;
  NodeKind kind = NodeKind::person;
  std::string node;
};

// Why two units are one node, or nearly were.
struct MergeReason {
  NodeKey one;  // units
  NodeKey other;
  std::string one_name;
  std::string other_name;
  std::uint32_t score = 0;  // 0 to 1000
  std::string rule;
  bool taken = true;  // false: turned down, `rule` says why
};

struct GraphCounts {
  std::uint64_t reports = 0;
  std::uint64_t persons = 0;
  std::uint64_t groups = 0;
  std::uint64_t places = 0;
  std::uint64_t events = 0;  // that stand in the indexes
};

// Which events to visit: the narrowest index that the fields allow serves. Days select what may
// have happened then; what has no date at all is visited only with `undated`.
struct EventScan {
  std::optional<NodeKey> participant;
  std::optional<NodeKey> place;  // and what lies within
  std::string action;            // folded lemma, frame or type; empty: any
  std::optional<DayRange> days;
  bool undated = false;
};

// false ends the visit. An event is the visitor's to take.
using EventVisitor = std::function<bool(EventDetails&)>;
using NodeVisitor = std::function<bool(const NodeDetails&)>;
using NameVisitor = std::function<bool(std::string_view folded, const NodeKey&)>;
using ReportVisitor = std::function<bool(const ReportRow&)>;
using MentionVisitor = std::function<bool(const MentionRow&)>;

class GraphReader {
 public:
  virtual ~GraphReader() = default;

  // Names. `find` gives all matches of the best kind that has any, most reports first; for words
  // that nothing matches, the nearest names as MatchKind::near. `kind` empty: all but events.
  virtual Result<std::vector<NameMatch>> find(std::string_view words, std::optional<NodeKind> kind,
                                              std::size_t limit) const = 0;
  // The node that a printed id or handle leads to; nullopt when no present unit has it.
  virtual Result<std::optional<NodeKey>> resolve(std::string_view id) const = 0;
  // What the audit log says of an id that is no more: a sentence; empty when it never was.
  virtual Result<std::string> vanished(std::string_view id) const = 0;
  // Names beginning so, folded, for completion; sorted.
  virtual Result<std::vector<std::string>> complete(std::string_view prefix,
                                                    std::size_t limit) const = 0;
  // Visits the names that begin and contain so (both folded, empty: any) in order of their bytes,
  // each with its node: a node comes once for every name of its units.
  virtual Result<void> names(std::string_view prefix, std::string_view part,
                             const NameVisitor& visit) const = 0;
  // The words that stand for events in the indexes and begin so (folded): lemmas, frames, types;
  // sorted. limit 0: all.
  virtual Result<std::vector<std::string>> actions(std::string_view prefix,
                                                   std::size_t limit) const = 0;

  // Nodes.
  virtual Result<NamedNode> named(const NodeKey& node) const = 0;
  virtual Result<std::optional<NodeDetails>> node(const NodeKey& node) const = 0;
  virtual Result<std::optional<EventDetails>> event(const NodeKey& node) const = 0;
  // How often a node is told, less than node() reads. Sources, which cost a look at every report,
  // are 0 unless asked for. All 0 for a node that is not there.
  virtual Result<Counts> counts_of(const NodeKey& node, bool with_sources) const = 0;
  // Edges at a node: an event's to its participants and places, a person's from its events, …
  virtual Result<std::vector<Edge>> edges(const NodeKey& node, bool with_evidence) const = 0;
  // Of these only what hangs on no participation, both ways: a person's or group's MEMBER_OF, an
  // event's PLANS and DENIES. By role, then by node.
  virtual Result<std::vector<Edge>> ties(const NodeKey& node, bool with_evidence) const = 0;
  virtual Result<std::vector<Evidence>> evidence(const NodeKey& node) const = 0;
  virtual Result<std::vector<MergeReason>> merges(const NodeKey& node) const = 0;
  // The places it lies in, nearest first; and whether one place is, or lies within, another.
  virtual Result<std::vector<NodeKey>> around(const NodeKey& place) const = 0;
  // The places that lie in it with no other between; sorted.
  virtual Result<std::vector<NodeKey>> inside(const NodeKey& place) const = 0;

  // Visits, in a fixed order: events by the index that served; nodes by kind and id.
  virtual Result<void> events(const EventScan& scan, const EventVisitor& visit) const = 0;
  virtual Result<void> nodes(std::optional<NodeKind> kind, const NodeVisitor& visit) const = 0;

  // Reports, in order of their ids' bytes.
  virtual Result<void> reports(const ReportVisitor& visit) const = 0;
  virtual Result<std::optional<ReportRow>> report_row(const ReportKey& report) const = 0;
  virtual Result<std::optional<Report>> report(std::string_view id) const = 0;
  virtual Result<std::optional<Testimony>> testimony(std::string_view id) const = 0;
  // One report's mentions with their nodes, by offset; and those of all reports.
  virtual Result<std::vector<MentionRow>> mentions_of(std::string_view report) const = 0;
  virtual Result<void> mentions(const MentionVisitor& visit) const = 0;
  virtual Result<std::vector<std::string>> reports_of(const NodeKey& node) const = 0;
  virtual Result<std::uint64_t> sources_of(const std::vector<ReportKey>& reports) const = 0;

  virtual Result<GraphCounts> counts() const = 0;
};

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_READER_H_
