// Unnamed actors ("gunmen") are one when they play one role in one event under one description.
#include <algorithm>
#include <tuple>

#include "graph/update.h"

namespace nutgraf {

std::vector<Id> Update::unnamed_neighbours(const Id& unit) {
  std::set<Id> out;
  const StatedUnit* mine = local_unit(unit);
  const Statement* stated = statement(report_of(unit));
  if (mine == nullptr || stated == nullptr) return {};
  for (const StatedEvent& chain : stated->events) {
    for (const StatedRole& role : chain.roles) {
      if (stated->units[role.unit].id != unit) continue;
      for (const Id& other : units_of(node_of(chain.id))) {
        const StatedEvent* telling = other == chain.id ? nullptr : event(other);
        const Statement* told_by = statement(report_of(other));
        if (telling == nullptr || told_by == nullptr) continue;
        for (const StatedRole& theirs : telling->roles) {
          const StatedUnit& candidate = told_by->units[theirs.unit];
          if (theirs.role == role.role && candidate.local && !candidate.named &&
              candidate.kind == mine->kind && candidate.folded == mine->folded &&
              !book_.settled(candidate.id)) {
            out.insert(candidate.id);
          }
        }
      }
    }
  }
  out.erase(unit);
  return {out.begin(), out.end()};
}

void Update::cluster_unnamed() {
  std::set<Id> stirred;
  const auto all_of = [&](const Statement* stated) {
    if (stated == nullptr) return;
    for (const StatedUnit& unit : stated->units) {
      if (unit.local && !unit.named) stirred.insert(unit.id);
    }
  };
  for (const ReportKey& report : touched_) {
    all_of(old_statement(report));
    all_of(statement(report));
  }
  for (const Id& chain : stirred_) {
    const StatedEvent* told = event(chain);
    if (told == nullptr) continue;
    for (const StatedRole& role : told->roles) {
      const StatedUnit& unit = statement(report_of(chain))->units[role.unit];
      if (unit.local && !unit.named) stirred.insert(unit.id);
    }
  }
  for (const Id& unit : moved_) {
    const StatedUnit* local = local_unit(unit);
    if (local != nullptr && !local->named) stirred.insert(unit);
  }
  std::set<Id> starts;
  for (const Id& unit : stirred) {
    for (const Id& mate : units_of(node_of(unit))) starts.insert(mate);
    for (const Id& mate : old_mates(unit)) starts.insert(mate);
  }
  std::set<Id> done;
  for (const Id& start : starts) {
    if (done.count(start) != 0) continue;
    const StatedUnit* local = local_unit(start);
    if (local == nullptr) {
      if (!present(start)) set_node(start, start);
      continue;
    }
    if (local->named || book_.settled(start)) continue;
    std::vector<Id> component{start};
    done.insert(start);
    for (std::size_t i = 0; i < component.size(); ++i) {
      for (const Id& near : unnamed_neighbours(component[i])) {
        if (done.insert(near).second) component.push_back(near);
      }
    }
    std::sort(component.begin(), component.end());
    cluster_unnamed_component(component);
  }
}

// Two of one report stay two.
void Update::cluster_unnamed_component(const std::vector<Id>& units) {
  Clusters clusters(units);
  const auto compatible = [&](const Id& one, const Id& other) {
    for (const Id& a : clusters.members(one)) {
      for (const Id& b : clusters.members(other)) {
        if (report_of(a) == report_of(b) || book_.kept_apart(a, b)) return false;
      }
    }
    return true;
  };
  for (const Id& unit : units) {
    for (const Id& near : unnamed_neighbours(unit)) {
      if (unit < near && clusters.find(unit) != clusters.find(near) && compatible(unit, near)) {
        clusters.join(unit, near);
      }
    }
  }
  for (const Id& unit : units) set_node(unit, clusters.find(unit));
}

}  // namespace nutgraf
