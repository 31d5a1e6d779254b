// Incomplete names: a surname or an acronym alone in its report.
//
// Such a name joins a node that stands in a report of the same story and that it may stand for; an
// acronym also joins the only group that some report gives it to. With two candidates it stays
// alone, and so it does when its own report has a name that it might stand for and keeps the two
// apart. Those without a leader join their like within the story.
#include <algorithm>
#include <tuple>

#include "graph/bytes.h"
#include "graph/update.h"

namespace nutgraf {

void Update::move(const Id& unit, const Id& node) {
  if (node_of(unit) == node) {
    // Its node kept the id and lost or gained the larger part of its units.
    if (shifted_.count(node) != 0) shifted_.insert(unit);
    return;
  }
  set_node(unit, node);
  shifted_.insert(unit);
  moved_.insert(unit);
}

std::set<Id> Update::stirred_short_names() {
  std::set<Id> out;
  for (const ReportKey& report : relinked_) {
    for (const Statement* stated : {old_statement(report), statement(report)}) {
      if (stated == nullptr) continue;
      for (const StatedUnit& unit : stated->units) {
        if (unit.local && unit.named) out.insert(unit.id);
      }
    }
  }
  std::set<Id> units = moved_;
  units.insert(changed_units_.begin(), changed_units_.end());
  std::set<std::string> blocks;
  for (const Id& unit : units) {
    for (const View* view : {&work_.base(), static_cast<const View*>(&work_)}) {
      const std::optional<UnitRow> row = unit_row(*view, unit);
      if (!row || row->kind == NodeKind::place) continue;
      for (std::string& block : short_blocks_of(*row)) blocks.insert(std::move(block));
    }
    const StatedUnit* local = local_unit(unit);
    if (local != nullptr && local->named) out.insert(unit);
    for (const auto& [other, bond] : book_.bonds_of(unit)) {
      const StatedUnit* bonded = local_unit(other);
      if (bonded != nullptr && bonded->named) out.insert(other);
    }
  }
  for (const std::string& block : blocks) {
    const std::vector<Id> members = block_members(work_, Table::block, block, 0);
    out.insert(members.begin(), members.end());
  }
  std::set<Id> before;
  std::set<Id> now;
  for (const Id& unit : out) {
    before.insert(old_node_of(unit));
    now.insert(node_of(unit));
  }
  for (const Id& node : before) {
    if (unit_row(work_.base(), node)) continue;
    for (const Id& mate : old_mates(node)) out.insert(mate);
  }
  for (const Id& node : now) {
    if (unit_row(work_, node) || unit_row(work_.base(), node)) continue;
    for (const Id& mate : units_of(node)) out.insert(mate);
  }
  return out;
}

void Update::attach_short_names() {
  std::set<Id> done;
  for (const Id& start : stirred_short_names()) {
    const StatedUnit* unit = local_unit(start);
    if (unit == nullptr) {
      if (!unit_row(work_, start)) move(start, start);
      continue;
    }
    if (!unit->named || book_.settled(start) || done.count(start) != 0) continue;
    if (const std::optional<Id> leader = leader_of(start)) {
      move(start, *leader);
      continue;
    }
    std::vector<Id> component{start};
    done.insert(start);
    for (std::size_t i = 0; i < component.size(); ++i) {
      for (const auto& [near, score] : short_neighbours(component[i])) {
        if (done.insert(near).second) component.push_back(near);
      }
    }
    std::sort(component.begin(), component.end());
    cluster_short(component);
  }
}

std::optional<Id> Update::leader_of(const Id& unit) {
  const auto found = leaders_.find(unit);
  if (found != leaders_.end()) return found->second;
  const StatedUnit* stated = local_unit(unit);
  std::optional<Id> leader;
  if (stated != nullptr) leader = find_leader(report_of(unit), *stated);
  leaders_.emplace(unit, leader);
  return leader;
}

std::optional<Id> Update::find_leader(const ReportKey& report, const StatedUnit& unit) {
  std::set<Id> nodes;
  const UnitRow mine = row_of(unit);
  const Statement* own = statement(report);
  if (own == nullptr || std::any_of(own->units.begin(), own->units.end(),
                                    [&](const auto& other) { return stands_for(unit, other); })) {
    return std::nullopt;
  }
  const auto consider = [&](const Id& leader) {
    const std::optional<UnitRow> row = unit_row(work_, leader);
    if (row && !contradiction(mine, *row)) nodes.insert(node_of(leader));
  };
  for (const StoryLink& link : story(report)) {
    const Statement* other = statement(link.report);
    if (other == nullptr) continue;
    for (const StatedUnit& candidate : other->units) {
      if (stands_for(unit, candidate)) consider(candidate.id);
    }
  }
  if (unit.kind == NodeKind::group) {
    const std::string block = name_block(unit.kind, unit.folded);
    for (const Id& candidate : block_members(work_, Table::block, block, block_leaders)) {
      consider(candidate);
    }
  }
  for (const auto& [other, bond] : book_.bonds_of(unit.id)) {
    if (!bond.same) nodes.erase(node_of(other));
  }
  if (nodes.size() != 1) return std::nullopt;
  return *nodes.begin();
}

std::map<Id, std::uint32_t> Update::short_neighbours(const Id& unit) {
  std::map<Id, std::uint32_t> out;
  const StatedUnit* mine = local_unit(unit);
  if (mine == nullptr) return out;
  const std::vector<StoryLink> links = story(report_of(unit));
  for (const StoryLink& link : links) {
    const Statement* other = statement(link.report);
    if (other == nullptr) continue;
    for (const StatedUnit& candidate : other->units) {
      if (candidate.local && candidate.named && candidate.kind == mine->kind &&
          candidate.folded == mine->folded && !book_.settled(candidate.id) &&
          !leader_of(candidate.id)) {
        out.emplace(candidate.id, link.score);
      }
    }
  }
  return out;
}

// Two of one report stay two: it tells them apart.
void Update::cluster_short(const std::vector<Id>& units) {
  std::vector<std::tuple<std::uint32_t, Id, Id>> pairs;
  for (const Id& unit : units) {
    for (const auto& [near, score] : short_neighbours(unit)) {
      if (unit < near) pairs.emplace_back(1000 - score, unit, near);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  Clusters clusters(units);
  const auto compatible = [&](const Id& one, const Id& other) {
    for (const Id& a : clusters.members(one)) {
      for (const Id& b : clusters.members(other)) {
        const StatedUnit* left = local_unit(a);
        const StatedUnit* right = local_unit(b);
        if (report_of(a) == report_of(b) || book_.kept_apart(a, b) || left == nullptr ||
            right == nullptr || contradiction(row_of(*left), row_of(*right))) {
          return false;
        }
      }
    }
    return true;
  };
  for (const auto& [score, one, other] : pairs) {
    if (clusters.find(one) != clusters.find(other) && compatible(one, other)) {
      clusters.join(one, other);
    }
  }
  for (const Id& unit : units) move(unit, clusters.find(unit));
}

}  // namespace nutgraf
