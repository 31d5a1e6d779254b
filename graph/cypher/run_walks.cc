// Walks of variable length, and shortest paths.
#include <algorithm>
#include <unordered_map>

#include "graph/cypher/run.h"

namespace nutgraf::cypher {

std::vector<Hop> Run::hops(NodeRef node, Direction direction, const RelationshipPattern& pattern,
                           Row& row) {
  std::vector<Hop> out;
  machine_.graph_.relationships(node, direction, pattern.types, {},
                                [&](RelationshipRef relationship, NodeRef other) {
                                  if (!machine_.tick()) return false;
                                  if (fits(relationship, pattern, row)) {
                                    out.push_back({relationship, other});
                                  }
                                  return true;
                                });
  return out;
}

// The walk stands at a node: if it may end here, the row goes on.
bool Run::reached(std::size_t at, const ExpandStep& step, const std::vector<RelationshipRef>& path,
                  NodeRef node, Row& row) {
  if (path.size() < step.pattern->least) return true;
  if (step.into ? row[step.to].node() != node : !has_labels(node, step.labels)) return true;
  List hops(path.begin(), path.end());
  if (step.backwards) std::reverse(hops.begin(), hops.end());
  row[step.pattern->slot] = Value(std::move(hops));
  if (!step.into) row[step.to] = node;
  return next(at, row);
}

// All walks that use no relationship twice, in the order of a depth-first search.
bool Run::expand_many(std::size_t at, const ExpandStep& step, NodeRef from, Row& row) {
  struct Level {
    std::vector<Hop> hops;
    std::size_t next = 0;
  };
  const RelationshipPattern& pattern = *step.pattern;
  const std::uint64_t most = pattern.most.value_or(~std::uint64_t{0});
  std::vector<RelationshipRef> path;
  std::vector<Level> levels;
  if (!reached(at, step, path, from, row)) return false;
  if (most > 0) levels.push_back({hops(from, step.direction, pattern, row), 0});
  while (!levels.empty()) {
    if (!machine_.tick()) return false;
    Level& level = levels.back();
    if (level.next == level.hops.size()) {
      levels.pop_back();
      if (!path.empty()) path.pop_back();
      continue;
    }
    const Hop hop = level.hops[level.next++];
    const bool again = std::find(path.begin(), path.end(), hop.relationship) != path.end();
    if (again || used(hop.relationship, step.different, row)) continue;
    path.push_back(hop.relationship);
    if (!reached(at, step, path, hop.node, row)) return false;
    if (path.size() < most) {
      levels.push_back({hops(hop.node, step.direction, pattern, row), 0});
    } else {
      path.pop_back();
    }
  }
  return !machine_.failed();
}

namespace {

// A node that the search has reached: in how many steps, and by which hops from the level before.
struct Reached {
  std::uint64_t depth = 0;
  std::vector<Hop> hops;
};
using AllReached = std::unordered_map<std::uint64_t, Reached>;

// The ways back from the goal; first relationship first.
class WaysBack {
 public:
  WaysBack(const AllReached& reached, NodeRef start) : reached_(reached), start_(start) {}

  // false from `visit` ends it.
  template <typename Visit>
  bool each(NodeRef here, std::vector<RelationshipRef>& way, const Visit& visit) const {
    if (here == start_) return visit(List(way.rbegin(), way.rend()));
    for (const Hop& hop : reached_.at(here.number).hops) {
      way.push_back(hop.relationship);
      const bool more = each(hop.node, way, visit);
      way.pop_back();
      if (!more) return false;
    }
    return true;
  }

 private:
  const AllReached& reached_;
  NodeRef start_;
};

}  // namespace

// Breadth first, a level at a time, until the goal is met; its level is looked at to the end where
// all ways are wanted.
bool Run::take(std::size_t at, const ShortestStep& step, Row& row) {
  const PatternPart& part = *step.part;
  const RelationshipPattern& pattern = part.relationships.front();
  if (row[part.nodes[0].slot].kind() != ValueKind::node ||
      row[part.nodes[1].slot].kind() != ValueKind::node) {
    return true;
  }
  const NodeRef start = row[part.nodes[0].slot].node();
  const NodeRef goal = row[part.nodes[1].slot].node();
  if (start == goal) {
    if (pattern.least > 0) return true;
    row[pattern.slot] = List();
    return next(at, row);
  }
  const std::uint64_t most = pattern.most.value_or(~std::uint64_t{0});
  Kept kept(machine_);
  AllReached reached{{start.number, {}}};
  std::vector<NodeRef> level{start};
  bool met = false;
  for (std::uint64_t length = 1; length <= most && !level.empty() && !met; ++length) {
    std::vector<NodeRef> following;
    for (const NodeRef node : level) {
      if (!machine_.tick()) return false;
      for (const Hop& hop : hops(node, pattern.direction, pattern, row)) {
        const auto [found, fresh] = reached.try_emplace(hop.node.number, Reached{length, {}});
        if (fresh) following.push_back(hop.node);
        if (fresh && !kept.more(128)) return false;
        if (found->second.depth == length) found->second.hops.push_back({hop.relationship, node});
        met = met || hop.node == goal;
      }
      if (met && part.shortest == Shortest::one) break;
    }
    level = std::move(following);
  }
  if (!met) return !machine_.failed();
  bool more = true;
  std::vector<RelationshipRef> way;
  WaysBack(reached, start).each(goal, way, [&](List found) {
    row[pattern.slot] = pattern.many ? Value(std::move(found)) : found.front();
    more = next(at, row);
    return more && part.shortest == Shortest::all;
  });
  return more && !machine_.failed();
}

}  // namespace nutgraf::cypher
