// Patterns: scans, single relationships, paths.
#include <algorithm>

#include "graph/cypher/run.h"

namespace nutgraf::cypher {

bool Run::has_labels(NodeRef node, const std::vector<std::string>& labels) const {
  return std::all_of(labels.begin(), labels.end(), [&](const std::string& label) {
    return machine_.graph_.has_label(node, label);
  });
}

bool Run::used(RelationshipRef relationship, const std::vector<Slot>& slots, const Row& row) const {
  for (const Slot slot : slots) {
    const Value& value = row[slot];
    if (value.kind() == ValueKind::relationship && value.relationship() == relationship) {
      return true;
    }
    if (value.kind() != ValueKind::list) continue;
    for (const Value& element : value.list()) {
      if (element.kind() == ValueKind::relationship && element.relationship() == relationship) {
        return true;
      }
    }
  }
  return false;
}

// Whether a relationship has the properties of a pattern of variable length.
bool Run::fits(RelationshipRef relationship, const RelationshipPattern& pattern, Row& row) {
  if (!pattern.many || !pattern.properties) return true;
  const Expression& properties = *pattern.properties;
  for (std::size_t i = 0; i < properties.words.size(); ++i) {
    const Value wanted = machine_.evaluate(*properties.parts[i], row);
    const Value found = machine_.graph_.property(relationship, properties.words[i]);
    if (!equal(found, wanted).value_or(false)) return false;
  }
  return true;
}

bool Run::take(std::size_t at, const ScanStep& step, Row& row) {
  NodeScan scan{step.labels, {}};
  for (const PlannedProbe& probe : step.probes) {
    scan.probes.push_back({probe.shape, machine_.evaluate(*probe.value, row)});
    if (scan.probes.back().value.is_null()) return !machine_.failed();
  }
  bool more = true;
  machine_.graph_.nodes(scan, [&](NodeRef node) {
    if (!machine_.tick()) return more = false;
    if (!has_labels(node, step.labels)) return true;
    row[step.slot] = node;
    more = next(at, row);
    return more;
  });
  return more && !machine_.failed();
}

bool Run::take(std::size_t at, const LabelStep& step, Row& row) {
  const Value& value = row[step.slot];
  if (value.kind() != ValueKind::node || !has_labels(value.node(), step.labels)) return true;
  return next(at, row);
}

bool Run::take(std::size_t at, const PropertyStep& step, Row& row) {
  const Value wanted = machine_.evaluate(*step.value, row);
  const Value& holder = row[step.slot];
  Value found;
  if (holder.kind() == ValueKind::node) {
    found = machine_.graph_.property(holder.node(), step.key);
  } else if (holder.kind() == ValueKind::relationship) {
    found = machine_.graph_.property(holder.relationship(), step.key);
  }
  return equal(found, wanted).value_or(false) ? next(at, row) : !machine_.failed();
}

bool Run::take(std::size_t at, const ExpandStep& step, Row& row) {
  if (row[step.from].kind() != ValueKind::node) return true;
  const NodeRef from = row[step.from].node();
  if (step.into && row[step.to].kind() != ValueKind::node) return true;
  if (step.pattern->many) return expand_many(at, step, from, row);
  const std::optional<NodeRef> wanted =
      step.into ? std::optional(row[step.to].node()) : std::nullopt;
  std::vector<Probe> probes;
  for (const PlannedProbe& probe : step.probes) {
    probes.push_back({probe.shape, machine_.evaluate(*probe.value, row)});
    if (probes.back().value.is_null()) return !machine_.failed();
  }
  bool more = true;
  machine_.graph_.relationships(from, step.direction, step.pattern->types, probes,
                                [&](RelationshipRef relationship, NodeRef other) {
                                  if (!machine_.tick()) return more = false;
                                  if (wanted && other != *wanted) return true;
                                  if (used(relationship, step.different, row)) return true;
                                  if (!step.into && !has_labels(other, step.labels)) return true;
                                  row[step.pattern->slot] = relationship;
                                  row[step.to] = other;
                                  more = next(at, row);
                                  return more;
                                });
  return more && !machine_.failed();
}

bool Run::take_end(std::size_t at, const EndsStep& step, Row& row, NodeRef left, NodeRef right) {
  const auto differs = [&](Slot slot, NodeRef node) {
    return row[slot].kind() != ValueKind::node || row[slot].node() != node;
  };
  if (step.left_bound && differs(step.left, left)) return true;
  if (step.right_bound && differs(step.right, right)) return true;
  if (step.left == step.right && left != right) return true;
  row[step.left] = left;
  row[step.right] = right;
  return next(at, row);
}

// The node at the end of a list of relationships; nullopt when it is no way from the start.
std::optional<NodeRef> Run::walk(const List& hops, const EndsStep& step, NodeRef start, Row& row) {
  const PropertyGraph& graph = machine_.graph_;
  const RelationshipPattern& pattern = *step.pattern;
  NodeRef here = start;
  for (const Value& hop : hops) {
    if (hop.kind() != ValueKind::relationship) return std::nullopt;
    const RelationshipRef relationship = hop.relationship();
    const NodeRef from = graph.start(relationship);
    const NodeRef to = graph.end(relationship);
    const bool forwards = pattern.direction != Direction::in && from == here;
    const bool backwards = pattern.direction != Direction::out && to == here;
    if ((!forwards && !backwards) || !fits(relationship, pattern, row)) return std::nullopt;
    here = forwards ? to : from;
  }
  return here;
}

bool Run::take(std::size_t at, const EndsStep& step, Row& row) {
  const PropertyGraph& graph = machine_.graph_;
  const RelationshipPattern& pattern = *step.pattern;
  const Value value = row[pattern.slot];
  List hops;
  if (value.kind() == ValueKind::relationship) hops.push_back(value);
  if (value.kind() == ValueKind::list) hops = value.list();
  if (hops.empty() || hops.size() < pattern.least ||
      hops.size() > pattern.most.value_or(hops.size())) {
    return true;
  }
  for (const Value& hop : hops) {
    if (hop.kind() != ValueKind::relationship || used(hop.relationship(), step.different, row)) {
      return true;
    }
    const std::string type = graph.type(hop.relationship());
    const bool typed =
        std::find(pattern.types.begin(), pattern.types.end(), type) != pattern.types.end();
    if (!pattern.types.empty() && !typed) return true;
  }
  const NodeRef from = graph.start(hops.front().relationship());
  const NodeRef to = graph.end(hops.front().relationship());
  for (const NodeRef start : {from, to}) {
    const std::optional<NodeRef> end = walk(hops, step, start, row);
    if (end && !take_end(at, step, row, start, *end)) return false;
    if (from == to) break;
  }
  return !machine_.failed();
}

bool Run::take(std::size_t at, const PathStep& step, Row& row) {
  const PropertyGraph& graph = machine_.graph_;
  const PatternPart& part = *step.part;
  Path path;
  if (row[part.nodes.front().slot].kind() != ValueKind::node) return true;
  path.nodes.push_back(row[part.nodes.front().slot].node());
  for (const RelationshipPattern& pattern : part.relationships) {
    const Value value = row[pattern.slot];
    List hops;
    if (value.kind() == ValueKind::list) {
      hops = value.list();
    } else {
      hops.push_back(value);
    }
    for (const Value& hop : hops) {
      if (hop.kind() != ValueKind::relationship) return true;
      const RelationshipRef relationship = hop.relationship();
      const NodeRef from = graph.start(relationship);
      path.nodes.push_back(from == path.nodes.back() ? graph.end(relationship) : from);
      path.relationships.push_back(relationship);
    }
  }
  row[part.slot] = Value(std::move(path));
  return next(at, row);
}

}  // namespace nutgraf::cypher
