// Walks over the store's belief.
#include "graph/cypher/store_graph.h"

#include <algorithm>

namespace nutgraf::cypher {
namespace {

// Details that are kept before all are forgotten.
constexpr std::size_t kept_details = 4'000;

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

}  // namespace

NodeRef StoreGraph::node(const NodeKey& key) const {
  const auto [found, fresh] = numbers_.try_emplace(key, nodes_.size());
  if (fresh) nodes_.push_back(key);
  return {found->second};
}

RelationshipRef StoreGraph::relationship(const Hop& hop) {
  return {hop.from << 34U | hop.to << 4U | static_cast<std::uint64_t>(hop.role)};
}

StoreGraph::Hop StoreGraph::hop_of(RelationshipRef relationship) {
  constexpr std::uint64_t end = (1U << 30U) - 1;
  const std::uint64_t number = relationship.number;
  return {number >> 34U, number >> 4U & end, static_cast<Role>(number & 15U)};
}

std::uint64_t StoreGraph::kept_bytes() const {
  return 96 * nodes_.size() + 1000 * (events_.size() + details_.size());
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

void StoreGraph::keep(NodeRef node, EventDetails event) const {
  if (events_.size() >= kept_details) events_.clear();
  events_.emplace(node.number, std::move(event));
}

void StoreGraph::keep(NodeRef node, const NodeDetails& details) const {
  if (details_.size() >= kept_details) details_.clear();
  details_.emplace(node.number, details);
}

std::uint64_t StoreGraph::fan_out(const std::vector<std::string>& labels,
                                  const std::vector<std::string>& types,
                                  Direction direction) const {
  bool none = false;
  const std::optional<NodeKind> kind = store_kind(labels, none);
  const bool place_only = types.size() == 1 && types.front() == "WITHIN";
  if (place_only) return direction == Direction::out ? 1 : 20;
  if (kind == NodeKind::event) return direction == Direction::in ? 1 : types.empty() ? 5 : 2;
  if (direction == Direction::out) return 2;
  return kind == NodeKind::place ? 200 : 20;
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
  EventScan scan;
  scan.participant = nodes_[node.number];
  scan.days = days_of(probes);
  for (const Probe& probe : probes) {
    const bool one = is_action(probe.shape) && probe.value.kind() == ValueKind::string;
    if (one) scan.action = probe.value.string();
  }
  const NodeKey own = nodes_[node.number];
  std::vector<Role> played;
  sound(reader_.events(scan, [&](EventDetails& found) {
    const NodeRef other = this->node(found.node);
    played.clear();
    for (const Participant& part : found.participants) {
      if (part.node == own && wants(roles, roles.empty(), part.role)) played.push_back(part.role);
    }
    if (played.empty()) return true;
    keep(other, std::move(found));
    for (const Role role : played) {
      more = visit(relationship({other.number, node.number, role}), other);
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
  return {std::string(store_label(nodes_[node.number].kind))};
}
bool StoreGraph::has_label(NodeRef node, std::string_view label) const {
  return store_label(nodes_[node.number].kind) == label;
}
NodeRef StoreGraph::start(RelationshipRef relationship) const {
  return {hop_of(relationship).from};
}
NodeRef StoreGraph::end(RelationshipRef relationship) const { return {hop_of(relationship).to}; }
std::string StoreGraph::type(RelationshipRef relationship) const {
  return std::string(to_string(hop_of(relationship).role));
}

}  // namespace nutgraf::cypher
