// The belief of a store as a property graph: what docs/query.md describes, read through
// GraphReader.
//
// Labels Person, Group, Place, Event; from events to who and what took part ACTOR, TARGET, …; from
// place to place WITHIN, from member to group MEMBER_OF. Nodes are numbered as they are met.
#ifndef NUTGRAF_GRAPH_CYPHER_STORE_GRAPH_H_
#define NUTGRAF_GRAPH_CYPHER_STORE_GRAPH_H_

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/cypher/property_graph.h"
#include "graph/cypher/store_graph_access.h"
#include "graph/reader.h"

namespace nutgraf::cypher {

class StoreGraph : public PropertyGraph {
 public:
  // The reader must outlive the graph.
  explicit StoreGraph(const GraphReader& reader) : reader_(reader) {}

  // The node that a value's number stands for.
  NodeKey key(NodeRef node) const { return nodes_[node.number]; }
  NodeRef node(const NodeKey& key) const;

  ScanEstimate estimate(const std::vector<std::string>& labels,
                        const std::vector<ProbeShape>& probes) const override;
  std::uint64_t fan_out(const std::vector<std::string>& labels,
                        const std::vector<std::string>& types, Direction direction) const override;
  bool serves(const ProbeShape& probe) const override;
  void nodes(const NodeScan& scan, const NodeVisit& visit) const override;
  void relationships(NodeRef node, Direction direction, const std::vector<std::string>& types,
                     const std::vector<Probe>& probes,
                     const RelationshipVisit& visit) const override;
  std::vector<std::string> labels(NodeRef node) const override;
  bool has_label(NodeRef node, std::string_view label) const override;
  Value property(NodeRef node, std::string_view key) const override;
  Map properties(NodeRef node) const override;
  NodeRef start(RelationshipRef relationship) const override;
  NodeRef end(RelationshipRef relationship) const override;
  std::string type(RelationshipRef relationship) const override;
  Value property(RelationshipRef relationship, std::string_view key) const override;
  Map properties(RelationshipRef relationship) const override;
  std::uint64_t kept_bytes() const override;
  Result<void> status() const override;
  GraphSchema schema() const override;

 private:
  // A relationship's number holds all that it is: 30 bits for each end, four for the role. A query
  // may keep a gigabyte, which is less than so many nodes take.
  struct Hop {
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    Role role = Role::actor;
  };
  static Hop hop_of(RelationshipRef relationship);

  // A result, or nothing and the failure kept.
  template <typename T>
  T sound(Result<T> result) const {
    if (result) return std::move(*result);
    if (!failure_) failure_ = result.error();
    return {};
  }
  void sound(const Result<void>& result) const {
    if (!result && !failure_) failure_ = result.error();
  }

  const EventDetails* event(std::uint64_t number) const;
  const NodeDetails* details(std::uint64_t number) const;
  static RelationshipRef relationship(const Hop& hop);
  bool known_in_one_report(const NodeKey& key) const;
  Value name(std::uint64_t number) const;
  Value told_ties(const Hop& hop) const;

  // Keep what a visit shows, for the questions that follow.
  void keep(NodeRef node, EventDetails event) const;
  void keep(NodeRef node, const NodeDetails& details) const;

  bool scan_index(const StoreAccess& access, const Probe& probe, const NodeVisit& visit) const;
  void scan_ids(const std::vector<std::string>& ids, std::optional<NodeKind> kind,
                const NodeVisit& visit) const;
  void scan_named(const std::vector<std::string>& names, const NodeVisit& visit) const;
  void scan_names(const std::string& prefix, const std::string& part, const NodeVisit& visit) const;
  void scan_events(const NodeScan& scan, const NodeVisit& visit) const;
  std::optional<std::vector<std::string>> actions_of(const Probe& probe) const;
  bool from_event(NodeRef node, const std::vector<Role>& roles,
                  const RelationshipVisit& visit) const;
  bool from_participant(NodeRef node, const std::vector<Role>& roles,
                        const std::vector<Probe>& probes, const RelationshipVisit& visit) const;
  bool within(NodeRef node, Direction direction, const RelationshipVisit& visit) const;
  bool ties(NodeRef node, Direction direction, const std::vector<Role>& roles,
            const RelationshipVisit& visit) const;

  const GraphReader& reader_;
  mutable std::vector<NodeKey> nodes_;
  mutable std::unordered_map<NodeKey, std::uint64_t> numbers_;
  mutable std::unordered_map<std::uint64_t, std::optional<EventDetails>> events_;
  mutable std::unordered_map<std::uint64_t, std::optional<NodeDetails>> details_;
  mutable std::optional<Error> failure_;
};

// What every store has.
const GraphSchema& store_schema();
// A schema in print, for `:schema` and `nutgraf query --schema`.
std::string print_schema(const GraphSchema& schema);

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_STORE_GRAPH_H_
