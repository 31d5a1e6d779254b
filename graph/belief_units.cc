// Clusters of named entities and places.
//
// Within a component of units that are alike: what curators said first, the latest before the
// earlier; then strong likenesses, the best before the weaker; then weak ones, each of which joins
// a cluster to its only leader. Nothing joins what contradicts it.
#include <algorithm>
#include <iterator>
#include <tuple>

#include "graph/bytes.h"
#include "graph/update.h"

namespace nutgraf {
namespace {

struct Pair {
  Id one;
  Id other;
  std::uint32_t score = 0;
  Likeness likeness;
};

// One component at work.
class Component {
 public:
  Component(const std::vector<Id>& units, std::map<Id, UnitRow> rows, const DecisionBook& book)
      : rows_(std::move(rows)), book_(book), clusters_(units) {}

  void obey(const std::vector<Id>& units) {
    std::vector<std::tuple<std::uint32_t, Id, Id>> told;
    for (const Id& unit : units) {
      for (const auto& [other, bond] : book_.bonds_of(unit)) {
        if (bond.same && unit < other && rows_.count(other) != 0) {
          told.emplace_back(~bond.number, unit, other);
        }
      }
    }
    std::sort(told.begin(), told.end());
    for (const auto& [inverse, one, other] : told) {
      if (!forbidden(one, other, ~inverse)) clusters_.join(one, other);
    }
  }

  void join_strong(std::vector<Pair> pairs) {
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
      return std::tuple(~a.score, a.one, a.other) < std::tuple(~b.score, b.one, b.other);
    });
    for (const Pair& pair : pairs) {
      if (compatible(pair.one, pair.other)) clusters_.join(pair.one, pair.other);
    }
  }

  // Each pair: the follower first. Two leaders of which one follows the other are one when that one
  // has joined, so it goes in rounds; but nobody joins through one that itself only joined.
  void join_weak(const std::vector<Pair>& pairs) {
    std::set<Id> joined;
    while (join_sure(pairs, joined)) {
    }
  }

  const Clusters& clusters() const { return clusters_; }

 private:
  struct Leader {
    std::uint32_t score = 0;
    bool itself = false;  // alike to a unit of it that did not join it as a follower
  };

  // Joins the clusters that have one leader, which follows nobody; false: there are none.
  bool join_sure(const std::vector<Pair>& pairs, std::set<Id>& joined) {
    std::map<Id, std::map<Id, Leader>> leaders;
    for (const Pair& pair : pairs) {
      const Id follower = clusters_.find(pair.one);
      const Id leader = clusters_.find(pair.other);
      if (follower == leader || joined.count(pair.one) != 0 || !compatible(follower, leader)) {
        continue;
      }
      Leader& found = leaders[follower][leader];
      found.score = std::max(found.score, pair.score);
      found.itself = found.itself || joined.count(pair.other) == 0;
    }
    std::vector<Pair> sure;
    for (const auto& [follower, found] : leaders) {
      const auto& [leader, how] = *found.begin();
      if (found.size() != 1 || !how.itself || leaders.count(leader) != 0) continue;
      sure.push_back({follower, leader, how.score, {}});
    }
    std::set<Id> followers;
    for (const Pair& pair : sure) {
      const std::vector<Id>& members = clusters_.members(pair.one);
      followers.insert(members.begin(), members.end());
    }
    const std::size_t before = joined.size();
    joined.merge(followers);
    join_strong(std::move(sure));
    return joined.size() > before;
  }

  bool forbidden(const Id& one, const Id& other, std::uint32_t since) const {
    for (const Id& a : clusters_.members(one)) {
      for (const Id& b : clusters_.members(other)) {
        const DecisionBook::Bond* bond = book_.bond(a, b);
        if (bond != nullptr && !bond->same && bond->number > since) return true;
      }
    }
    return false;
  }

  bool compatible(const Id& one, const Id& other) const {
    for (const Id& a : clusters_.members(one)) {
      for (const Id& b : clusters_.members(other)) {
        const DecisionBook::Bond* bond = book_.bond(a, b);
        if (bond != nullptr && !bond->same) return false;
        if (bond == nullptr && contradiction(rows_.at(a), rows_.at(b))) return false;
      }
    }
    return true;
  }

  std::map<Id, UnitRow> rows_;
  const DecisionBook& book_;
  Clusters clusters_;
};

}  // namespace

// Units that may be one with it, by likeness or by a curator's word. Both ways.
std::set<Id> Update::near_units(const View& view, const DecisionBook& book, const Id& unit) const {
  std::set<Id> out;
  for (const auto& [other, bond] : book.bonds_of(unit)) {
    if (bond.same) out.insert(other);
  }
  const std::optional<UnitRow> row = unit_row(view, unit);
  if (!row) return out;
  std::set<Id> candidates;
  for (const std::string& block : blocks_of(*row)) {
    std::vector<Id> members = block_members(view, Table::block, block, block_leaders);
    if (std::find(members.begin(), members.end(), unit) != members.end()) {
      members = block_members(view, Table::block, block, 0);
    }
    candidates.insert(members.begin(), members.end());
  }
  candidates.erase(unit);
  for (const Id& candidate : candidates) {
    const std::optional<UnitRow> other = unit_row(view, candidate);
    if (other && alike(*row, *other)) out.insert(candidate);
  }
  return out;
}

// Units whose likenesses or bonds may not be what they were.
std::set<Id> Update::changed_company() {
  std::set<Id> changed = changed_units_;
  for (const std::string& block : changed_blocks_) {
    const std::vector<Id> before = block_members(work_.base(), Table::block, block, block_leaders);
    const std::vector<Id> after = block_members(work_, Table::block, block, block_leaders);
    std::set_symmetric_difference(before.begin(), before.end(), after.begin(), after.end(),
                                  std::inserter(changed, changed.end()));
  }
  for (const auto& [one, other] : {std::pair(&old_book_, &book_), std::pair(&book_, &old_book_)}) {
    for (const auto& [unit, bonds] : one->bonds()) {
      if (bonds == other->bonds_of(unit)) continue;
      changed.insert(unit);
      moved_.insert(unit);  // it may join other company now, though it has not yet
    }
  }
  std::set<Id> out = changed;
  std::set<Id> nodes;
  for (const Id& unit : changed) {
    out.merge(near_units(work_.base(), old_book_, unit));
    const Id node = node_of(unit);
    if (!nodes.insert(node).second) continue;
    for (const Id& mate : units_of(node)) {
      if (work_.get(Table::unit, key_of(mate)) || !book_.bonds_of(mate).empty() ||
          !old_book_.bonds_of(mate).empty()) {
        out.insert(mate);
      }
    }
  }
  return out;
}

void Update::cluster_units() {
  std::set<Id> done;
  for (const Id& start : changed_company()) {
    if (done.count(start) != 0) continue;
    if (!present(start)) {
      set_node(start, start);
      continue;
    }
    std::vector<Id> component{start};
    done.insert(start);
    for (std::size_t i = 0; i < component.size(); ++i) {
      for (const Id& near : near_units(work_, book_, component[i])) {
        if (done.insert(near).second) component.push_back(near);
      }
    }
    std::sort(component.begin(), component.end());
    cluster_component(component);
  }
  note_shifted();
}

void Update::cluster_component(const std::vector<Id>& units) {
  std::map<Id, UnitRow> rows;
  for (const Id& unit : units) {
    rows[unit] = any_unit(unit).value_or(UnitRow());
  }
  std::vector<Pair> strong;
  std::vector<Pair> weak;
  for (const Id& unit : units) {
    for (const Id& near : near_units(work_, book_, unit)) {
      if (near < unit) continue;
      const std::optional<Likeness> likeness = alike(rows.at(unit), rows.at(near));
      if (!likeness) continue;
      if (likeness->leads) {
        weak.push_back({near, unit, likeness->score, *likeness});
      } else if (likeness->follows) {
        weak.push_back({unit, near, likeness->score, *likeness});
      } else {
        strong.push_back({unit, near, likeness->score, *likeness});
      }
    }
  }
  Component component(units, rows, book_);
  component.obey(units);
  component.join_strong(std::move(strong));
  component.join_weak(weak);
  std::map<Id, Id> nodes;
  for (const Id& unit : units) nodes[unit] = component.clusters().find(unit);
  seat(units, nodes);
}

// Writes the units' nodes, and keeps in `parts_` which units went from which node to which.
void Update::seat(const std::vector<Id>& units, const std::map<Id, Id>& nodes) {
  for (const Id& unit : units) {
    const Id before = node_of(unit);
    const Id& after = nodes.at(unit);
    if (local_unit(unit) == nullptr) {
      parts_[{before, after}].push_back(unit);
    } else {
      shifted_.insert(unit);  // its old mates may be short names that are seated later
    }
    if (before != after || shifted_.count(unit) != 0) moved_.insert(unit);
    set_node(unit, after);
  }
}

// Notes whose company changed. Two units were one node and are not any more, or the reverse, when
// their parts share either the old node or the new one, and such parts may lie in two components.
// So of the parts the largest stay, as long as no two of them share a node; the others shifted.
void Update::note_shifted() {
  std::vector<std::tuple<std::uint64_t, Id, Id>> order;  // the largest first
  for (const auto& [way, units] : parts_) {
    std::uint64_t reports = 0;
    for (const Id& unit : units) {
      const std::optional<UnitRow> row = unit_row(work_, unit);
      reports += row ? row->reports : 1;
    }
    order.emplace_back(~reports, way.first, way.second);
  }
  std::sort(order.begin(), order.end());
  std::set<Id> left;
  std::set<Id> reached;
  for (const auto& [inverse, before, after] : order) {
    if (left.count(before) == 0 && reached.count(after) == 0) {
      left.insert(before);
      reached.insert(after);
      continue;
    }
    const std::vector<Id>& units = parts_.at({before, after});
    shifted_.insert(units.begin(), units.end());
    moved_.insert(units.begin(), units.end());
  }
}

}  // namespace nutgraf
