// Scans and walks over the store's belief.
#include "graph/cypher/store_graph.h"

#include <algorithm>
#include <array>
#include <limits>

#include "extract/text/fold.h"

namespace nutgraf::cypher {
namespace {

// Details that are kept before all are forgotten.
constexpr std::size_t kept_details = 20'000;

constexpr std::array<std::string_view, 4> label_names{"Person", "Group", "Place", "Event"};

std::string_view label_of(NodeKind kind) { return label_names.at(static_cast<std::size_t>(kind)); }

// The kind that all labels name; nullopt: any. `none`: no node has them all.
std::optional<NodeKind> kind_of(const std::vector<std::string>& labels, bool& none) {
  std::optional<NodeKind> out;
  for (const std::string& label : labels) {
    const auto found = std::find(label_names.begin(), label_names.end(), label);
    const auto kind = static_cast<NodeKind>(found - label_names.begin());
    if (found == label_names.end() || (out && *out != kind)) none = true;
    if (!none) out = kind;
  }
  return out;
}

bool is_day(const ProbeShape& probe) { return probe.key == "from" || probe.key == "until"; }
bool is_action(const ProbeShape& probe) {
  const bool equals = probe.kind == ProbeKind::equals;
  const bool holds = probe.kind == ProbeKind::holds;
  return (equals && (probe.key == "action" || probe.key == "type")) ||
         (holds && (probe.key == "actions" || probe.key == "frames"));
}

std::vector<Role> roles_of(const std::vector<std::string>& types) {
  std::vector<Role> out;
  for (const std::string& type : types) {
    if (const auto role = parse_role(type)) out.push_back(*role);
  }
  return out;
}

bool wants(const std::vector<Role>& roles, bool any, Role role) {
  return any || std::find(roles.begin(), roles.end(), role) != roles.end();
}

// Narrows the days of a scan by one condition. The range is of what may have happened then, wider
// than the condition: the executor tests again.
void narrow(DayRange& days, const Probe& probe) {
  if (probe.value.kind() != ValueKind::date) return;
  const std::int64_t value = probe.value.get<Date>().day;
  constexpr std::int64_t most = 4'000'000;
  const auto day = static_cast<std::int32_t>(std::clamp<std::int64_t>(value, -most, most));
  const bool begins = probe.shape.key == "from";
  const ProbeKind kind = probe.shape.kind;
  if (kind == ProbeKind::equals || kind == ProbeKind::from) {
    const Day from{begins ? day : day - 1};
    if (!days.from || *days.from < from) days.from = from;
  }
  if (kind == ProbeKind::equals || kind == ProbeKind::until) {
    const Day until{begins ? day + 1 : day};
    if (!days.until || until < *days.until) days.until = until;
  }
}

// What the indexes of events can make of the conditions.
EventScan event_scan(const std::vector<Probe>& probes) {
  EventScan out;
  DayRange days;
  for (const Probe& probe : probes) {
    const bool words = probe.value.kind() == ValueKind::string;
    if (is_action(probe.shape) && words && out.action.empty()) out.action = probe.value.string();
    if (is_day(probe.shape)) narrow(days, probe);
  }
  if (days.known()) out.days = days;
  return out;
}

}  // namespace

NodeRef StoreGraph::node(const NodeKey& key) const {
  const auto [found, fresh] = numbers_.try_emplace(key, nodes_.size());
  if (fresh) nodes_.push_back(key);
  return {found->second};
}

RelationshipRef StoreGraph::relationship(const Hop& hop) const {
  const auto [found, fresh] = hop_numbers_.try_emplace(hop, hops_.size());
  if (fresh) hops_.push_back(hop);
  return {found->second};
}

std::uint64_t StoreGraph::kept_bytes() const {
  return 96 * nodes_.size() + 80 * hops_.size() + 1000 * (events_.size() + details_.size());
}

Result<void> StoreGraph::status() const {
  if (failure_) return fail(*failure_);
  return {};
}

const EventDetails* StoreGraph::event(std::uint64_t number) const {
  if (const auto found = events_.find(number); found != events_.end()) {
    return found->second ? &*found->second : nullptr;
  }
  if (events_.size() >= kept_details) events_.clear();
  const auto& kept = events_.emplace(number, sound(reader_.event(nodes_[number]))).first->second;
  return kept ? &*kept : nullptr;
}

const NodeDetails* StoreGraph::details(std::uint64_t number) const {
  if (const auto found = details_.find(number); found != details_.end()) {
    return found->second ? &*found->second : nullptr;
  }
  if (details_.size() >= kept_details) details_.clear();
  const auto& kept = details_.emplace(number, sound(reader_.node(nodes_[number]))).first->second;
  return kept ? &*kept : nullptr;
}

// Rough sizes, of a store of a million events: only how they compare matters, and counting would
// read the whole store.
ScanEstimate StoreGraph::estimate(const std::vector<std::string>& labels,
                                  const std::vector<ProbeShape>& probes) const {
  bool none = false;
  const std::optional<NodeKind> kind = kind_of(labels, none);
  if (none) return {0, "no such label"};
  ScanEstimate out{1'200'000, "every node"};
  if (kind) {
    static constexpr std::array<std::uint64_t, 4> sizes{100'000, 80'000, 20'000, 1'000'000};
    out = {sizes.at(static_cast<std::size_t>(*kind)), "label " + labels.front()};
  }
  const auto better = [&out](std::uint64_t rows, const char* access) {
    if (rows < out.rows) out = {rows, access};
  };
  for (const ProbeShape& probe : probes) {
    if (probe.kind == ProbeKind::equals && probe.key == "id") better(1, "id");
    if (probe.kind == ProbeKind::equals && probe.key == "name") better(3, "name index");
    if (kind != NodeKind::event) continue;
    if (is_action(probe)) better(20'000, "action index");
    if (is_day(probe)) better(100'000, "day index");
  }
  return out;
}

std::uint64_t StoreGraph::fan_out(const std::vector<std::string>& labels,
                                  const std::vector<std::string>& types,
                                  Direction direction) const {
  bool none = false;
  const std::optional<NodeKind> kind = kind_of(labels, none);
  const bool place_only = types.size() == 1 && types.front() == "WITHIN";
  if (place_only) return direction == Direction::out ? 1 : 20;
  if (kind == NodeKind::event) return direction == Direction::in ? 1 : types.empty() ? 5 : 2;
  if (direction == Direction::out) return 2;
  return kind == NodeKind::place ? 200 : 20;
}

bool StoreGraph::serves(const ProbeShape& probe) const { return is_day(probe) || is_action(probe); }

void StoreGraph::nodes(const NodeScan& scan, const NodeVisit& visit) const {
  bool none = false;
  const std::optional<NodeKind> kind = kind_of(scan.labels, none);
  if (none || failure_) return;
  for (const Probe& probe : scan.probes) {
    if (probe.shape.kind != ProbeKind::equals) continue;
    const bool id = probe.shape.key == "id";
    if (!id && probe.shape.key != "name") continue;
    if (probe.value.kind() != ValueKind::string) return;
    if (!id) {
      scan_names(probe.value.string(), kind, visit);
      return;
    }
    const auto found = sound(reader_.resolve(probe.value.string()));
    if (found && (!kind || found->kind == *kind)) visit(node(*found));
    return;
  }
  bool more = true;
  if (kind != NodeKind::event) {
    sound(reader_.nodes(kind, [&](const NodeDetails& found) {
      const NodeRef ref = node(found.node.key);
      if (details_.size() >= kept_details) details_.clear();
      details_.emplace(ref.number, found);
      more = visit(ref);
      return more;
    }));
  }
  if (more && (!kind || kind == NodeKind::event)) scan_events(scan, visit);
}

void StoreGraph::scan_events(const NodeScan& scan, const NodeVisit& visit) const {
  const EventScan events = event_scan(scan.probes);
  sound(reader_.events(events, [&](const EventDetails& found) {
    const NodeRef ref = node(found.node);
    if (events_.size() >= kept_details) events_.clear();
    events_.emplace(ref.number, found);
    return visit(ref);
  }));
}

// Nodes that go by the name; false: the visit was ended.
bool StoreGraph::scan_names(std::string_view name, std::optional<NodeKind> kind,
                            const NodeVisit& visit) const {
  if (kind == NodeKind::event || parse_key(name) || name.empty()) return true;
  // A look before: for a name that nothing has, find() would go through all names for near ones.
  const std::string folded = fold_name(name);
  const auto first = sound(reader_.complete(folded, 1));
  if (first.empty() || first.front() != folded) return true;
  for (const NameMatch& match : sound(reader_.find(name, kind, 0))) {
    if (match.node.key.kind != NodeKind::event && !visit(node(match.node.key))) return false;
  }
  return true;
}

bool StoreGraph::from_event(NodeRef node, const std::vector<Role>& roles,
                            const RelationshipVisit& visit) const {
  const EventDetails* found = event(node.number);
  if (found == nullptr) return true;
  // The visit may make the cache forget: what is needed is copied.
  std::vector<std::pair<Role, NodeKey>> parts;
  for (const Participant& part : found->participants) {
    if (wants(roles, roles.empty(), part.role)) parts.emplace_back(part.role, part.node);
  }
  for (const auto& [role, key] : parts) {
    const NodeRef other = this->node(key);
    if (!visit(relationship({node.number, other.number, role}), other)) return false;
  }
  return true;
}

bool StoreGraph::from_participant(NodeRef node, const std::vector<Role>& roles,
                                  const std::vector<Probe>& probes,
                                  const RelationshipVisit& visit) const {
  bool more = true;
  EventScan scan = event_scan(probes);
  scan.participant = nodes_[node.number];
  const NodeKey own = nodes_[node.number];
  sound(reader_.events(scan, [&](const EventDetails& found) {
    const NodeRef other = this->node(found.node);
    if (events_.size() >= kept_details) events_.clear();
    events_.emplace(other.number, found);
    for (const Participant& part : found.participants) {
      if (part.node != own || !wants(roles, roles.empty(), part.role)) continue;
      more = visit(relationship({other.number, node.number, part.role}), other);
      if (!more) return false;
    }
    return true;
  }));
  return more;
}

bool StoreGraph::within(NodeRef node, Direction direction, const RelationshipVisit& visit) const {
  const NodeKey own = nodes_[node.number];
  if (direction != Direction::in) {
    const std::vector<NodeKey> outer = sound(reader_.around(own));
    if (!outer.empty()) {
      const NodeRef other = this->node(outer.front());
      if (!visit(relationship({node.number, other.number, Role::within}), other)) return false;
    }
  }
  if (direction == Direction::out) return true;
  for (const NodeKey& inner : sound(reader_.inside(own))) {
    const std::vector<NodeKey> outer = sound(reader_.around(inner));
    if (outer.empty() || outer.front() != own) continue;
    const NodeRef other = this->node(inner);
    if (!visit(relationship({other.number, node.number, Role::within}), other)) return false;
  }
  return true;
}

bool StoreGraph::ties(NodeRef node, Direction direction, const std::vector<Role>& roles,
                      const RelationshipVisit& visit) const {
  const NodeKey own = nodes_[node.number];
  for (const Edge& edge : sound(reader_.ties(own, false))) {
    if (!wants(roles, roles.empty(), edge.role)) continue;
    const bool out = edge.from == own;
    if (out ? direction == Direction::in : direction == Direction::out) continue;
    const NodeRef from = this->node(edge.from);
    const NodeRef to = this->node(edge.to);
    if (!visit(relationship({from.number, to.number, edge.role}), out ? to : from)) return false;
  }
  return true;
}

void StoreGraph::relationships(NodeRef node, Direction direction,
                               const std::vector<std::string>& types,
                               const std::vector<Probe>& probes,
                               const RelationshipVisit& visit) const {
  const std::vector<Role> roles = roles_of(types);
  if ((!types.empty() && roles.empty()) || failure_) return;
  const bool any = types.empty();
  const NodeKind kind = nodes_[node.number].kind;
  const bool tied = any || std::any_of(roles.begin(), roles.end(), [](Role role) {
                      return role == Role::plans || role == Role::denies || role == Role::member_of;
                    });
  if (kind == NodeKind::event) {
    if (direction != Direction::in && !from_event(node, roles, visit)) return;
    if (tied) ties(node, direction, roles, visit);
    return;
  }
  const auto apart = [](Role role) { return role == Role::within || role == Role::member_of; };
  const bool events = any || !std::all_of(roles.begin(), roles.end(), apart);
  if (events && direction != Direction::out && !from_participant(node, roles, probes, visit))
    return;
  if (kind == NodeKind::place) {
    if (wants(roles, any, Role::within)) within(node, direction, visit);
  } else if (tied) {
    ties(node, direction, roles, visit);
  }
}

std::vector<std::string> StoreGraph::labels(NodeRef node) const {
  return {std::string(label_of(nodes_[node.number].kind))};
}
bool StoreGraph::has_label(NodeRef node, std::string_view label) const {
  return label_of(nodes_[node.number].kind) == label;
}
NodeRef StoreGraph::start(RelationshipRef relationship) const {
  return {hops_[relationship.number].from};
}
NodeRef StoreGraph::end(RelationshipRef relationship) const {
  return {hops_[relationship.number].to};
}
std::string StoreGraph::type(RelationshipRef relationship) const {
  return std::string(to_string(hops_[relationship.number].role));
}

}  // namespace nutgraf::cypher
