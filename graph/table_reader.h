// GraphReader over tables: reads the rows that schemas/keyspace.md describes.
#ifndef NUTGRAF_GRAPH_TABLE_READER_H_
#define NUTGRAF_GRAPH_TABLE_READER_H_

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/reader.h"
#include "graph/rows.h"
#include "graph/statement.h"
#include "graph/tables.h"

namespace nutgraf {

// The sentence around words of a report; and that of an event, with what the event says of it.
Evidence evidence_of(const Testimony& said, Span span, std::uint32_t sentence);
Evidence event_evidence(const Testimony& said, const Event& event, Span span);

class TableReader : public GraphReader {
 public:
  explicit TableReader(std::unique_ptr<View> view) : view_(std::move(view)) {}

  // table_reader_names.cc
  Result<std::vector<NameMatch>> find(std::string_view words, std::optional<NodeKind> kind,
                                      std::size_t limit) const override;
  Result<std::optional<NodeKey>> resolve(std::string_view id) const override;
  Result<std::string> vanished(std::string_view id) const override;
  Result<std::vector<std::string>> complete(std::string_view prefix,
                                            std::size_t limit) const override;
  Result<void> names(std::string_view prefix, std::string_view part,
                     const NameVisitor& visit) const override;
  Result<std::vector<std::string>> actions(std::string_view prefix,
                                           std::size_t limit) const override;

  // table_reader_nodes.cc
  Result<NamedNode> named(const NodeKey& node) const override;
  Result<std::optional<NodeDetails>> node(const NodeKey& node) const override;
  Result<Counts> counts_of(const NodeKey& node, bool with_sources) const override;
  Result<std::vector<NodeKey>> around(const NodeKey& place) const override;
  Result<std::vector<NodeKey>> inside(const NodeKey& place) const override;
  Result<void> nodes(std::optional<NodeKind> kind, const NodeVisitor& visit) const override;
  Result<GraphCounts> counts() const override;
  Result<std::vector<MergeReason>> merges(const NodeKey& node) const override;

  // table_reader_events.cc
  Result<std::optional<EventDetails>> event(const NodeKey& node) const override;
  Result<void> events(const EventScan& scan, const EventVisitor& visit) const override;

  // table_reader_evidence.cc
  Result<std::vector<Edge>> edges(const NodeKey& node, bool with_evidence) const override;
  Result<std::vector<Evidence>> evidence(const NodeKey& node) const override;

  // table_reader_ties.cc
  Result<std::vector<Edge>> ties(const NodeKey& node, bool with_evidence) const override;

  // table_reader_reports.cc
  Result<void> reports(const ReportVisitor& visit) const override;
  Result<std::optional<ReportRow>> report_row(const ReportKey& report) const override;
  Result<std::optional<Report>> report(std::string_view id) const override;
  Result<std::optional<Testimony>> testimony(std::string_view id) const override;
  Result<std::vector<MentionRow>> mentions_of(std::string_view report) const override;
  Result<void> mentions(const MentionVisitor& visit) const override;
  Result<std::vector<std::string>> reports_of(const NodeKey& node) const override;
  Result<std::uint64_t> sources_of(const std::vector<ReportKey>& reports) const override;

 private:
  // A result, unless the world below has failed.
  template <typename T>
  Result<T> sound(T value) const {
    if (Result<void> status = view_->status(); !status) return fail(status.error());
    return value;
  }

  // A unit of a node, read once.
  struct NodeUnit {
    Id id;
    UnitRow row;         // of a local one what it would have for a row
    bool local = false;  // known within one report only
    bool named = true;   // some report names it
    bool spoken = true;  // not by a pronoun alone
  };

  Id node_of(const Id& unit) const;
  std::vector<Id> units_of(const Id& node) const;
  std::optional<UnitRow> unit(const Id& id) const;  // named or local, as a row
  // The units of a person, group or place that are there. Valid until trim(), as below.
  const std::vector<NodeUnit>& node_units(const Id& node) const;
  // Valid until trim(), which the public calls begin with and visits call between two nodes or
  // events.
  const Statement* statement(const ReportKey& report) const;
  void trim() const;
  const StatedUnit* local_unit(const Id& id) const;
  const StatedEvent* chain(const Id& id) const;
  bool present(const NodeKey& unit) const;
  std::string print(const NodeKey& node) const;
  static std::string print(const NodeKey& unit, const UnitRow& row);
  NamedNode name_of(const NodeKey& node) const;
  std::string best_name(const Id& node) const;
  std::vector<ReportKey> report_keys(const NodeKey& node) const;  // sorted
  std::uint64_t count_events(const std::vector<NodeUnit>& units) const;
  NodeDetails details(const NodeKey& node) const;

  std::optional<EventRow> event_row(const Id& node) const;
  std::optional<EventRow> unindexed_event(const Id& node) const;
  EventDetails details(const Id& node, EventRow row) const;
  void add_participants(std::vector<EventPart>& parts, EventDetails& out) const;
  bool happened_at(const EventRow& row, const std::set<Id>& places) const;

  struct ReportBrief {
    ReportRow row;
    ReportKey group;           // of near-copies
    std::uint32_t source = 0;  // number of its `source`, as this reader met them
  };
  const ReportBrief* brief(const ReportKey& report) const;
  std::vector<Edge> event_edges(const NodeKey& node, bool with_evidence) const;
  std::vector<Edge> event_ties(const NodeKey& node, bool with_evidence) const;
  std::vector<Edge> memberships(const NodeKey& node, bool with_evidence) const;

  std::unique_ptr<View> view_;
  mutable std::unordered_map<Id, Id> nodes_;
  mutable std::unordered_map<NodeKey, NamedNode> names_;
  mutable std::unordered_map<ReportKey, std::optional<ReportBrief>> briefs_;
  mutable std::unordered_map<ReportKey, std::unique_ptr<Statement>> statements_;
  mutable std::unordered_map<Id, std::vector<NodeUnit>> node_units_;
  mutable std::unordered_map<std::string, std::uint32_t> sources_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_TABLE_READER_H_
