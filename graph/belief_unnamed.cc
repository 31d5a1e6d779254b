// Actors that no name is told of ("gunmen", "the suspect").
//
// Two of two reports are one when they play one part in one event under one description, or when
// one story has them under one head. Those who so come together then are the named one who,
// elsewhere, plays their part in their events, if it is one alone. Nothing flows back from here.
#include <algorithm>
#include <tuple>

#include "graph/update.h"

namespace nutgraf {
namespace {

bool unnamed(const StatedUnit& unit) { return unit.local && !unit.named; }

bool plays(Role role) { return role == Role::actor || role == Role::target; }

bool other_gender(const StatedUnit& one, const StatedUnit& other) {
  return one.gender != Gender::unknown && other.gender != Gender::unknown &&
         one.gender != other.gender;
}

// The one with most events; of two with as many none.
std::optional<Id> leader_among(const std::map<Id, std::uint32_t>& events) {
  std::optional<Id> best;
  std::uint32_t most = 0;
  for (const auto& [node, count] : events) {
    if (count > most) {
      best = node;
      most = count;
    } else if (count == most) {
      best.reset();
    }
  }
  return best;
}

}  // namespace

const std::map<Id, Likeness>& Update::unnamed_neighbours(const Id& unit) {
  const auto found = unnamed_.find(unit);
  if (found != unnamed_.end()) return found->second;
  std::map<Id, Likeness>& out = unnamed_[unit];
  const StatedUnit* mine = local_unit(unit);
  const Statement* stated = statement(report_of(unit));
  if (mine == nullptr || stated == nullptr) return out;
  const auto consider = [&](const StatedUnit& candidate, bool story, bool deed) {
    if (!unnamed(candidate) || candidate.id == unit || book_.settled(candidate.id)) return;
    const std::optional<Likeness> likeness = alike_unnamed(*mine, candidate, story, deed);
    if (!likeness || (!deed && in_other_deeds(unit, candidate.id))) return;
    const auto [there, added] = out.emplace(candidate.id, *likeness);
    if (!added && there->second.score < likeness->score) there->second = *likeness;
  };
  for (const StoryLink& link : story(report_of(unit))) {
    const Statement* other = statement(link.report);
    if (other == nullptr) continue;
    for (const StatedUnit& candidate : other->units) consider(candidate, true, false);
  }
  for (const StatedEvent& chain : stated->events) {
    for (const StatedRole& role : chain.roles) {
      if (stated->units[role.unit].id != unit) continue;
      for (const Id& other : units_of(node_of(chain.id))) {
        const StatedEvent* telling = report_of(other) == report_of(unit) ? nullptr : event(other);
        const Statement* told_by = statement(report_of(other));
        if (telling == nullptr || told_by == nullptr) continue;
        for (const StatedRole& theirs : telling->roles) {
          if (theirs.role == role.role) consider(told_by->units[theirs.unit], false, true);
        }
      }
    }
  }
  return out;
}

// Persons only: a person is one, and so is who did it or whom it befell.
std::map<Id, std::uint32_t> Update::named_in_its_part(const Id& unit) {
  std::map<Id, std::uint32_t> out;
  const StatedUnit* mine = local_unit(unit);
  const Statement* stated = statement(report_of(unit));
  if (mine == nullptr || stated == nullptr || mine->kind != NodeKind::person) return out;
  for (const StatedEvent& chain : stated->events) {
    std::set<Id> here;
    std::set<Id> candidates;
    const auto of_telling = [&](const Statement& told_by, const StatedEvent& telling, Role part) {
      for (const StatedRole& theirs : telling.roles) {
        const StatedUnit& other = told_by.units[theirs.unit];
        if (!other.named || other.kind != NodeKind::person || theirs.role != part) continue;
        if (!other_gender(*mine, other)) candidates.insert(node_of(other.id));
      }
    };
    for (const StatedRole& role : chain.roles) {
      if (stated->units[role.unit].id != unit) here.insert(node_of(stated->units[role.unit].id));
    }
    for (const StatedRole& role : chain.roles) {
      if (stated->units[role.unit].id != unit || !plays(role.role)) continue;
      for (const Id& other : units_of(node_of(chain.id))) {
        const StatedEvent* telling = other == chain.id ? nullptr : event(other);
        const Statement* told_by = statement(report_of(other));
        if (telling != nullptr && told_by != nullptr) of_telling(*told_by, *telling, role.role);
      }
    }
    for (const Id& node : candidates) out[node] += here.count(node) == 0 ? 1 : 0;
  }
  for (auto entry = out.begin(); entry != out.end();) {
    entry = entry->second == 0 ? out.erase(entry) : std::next(entry);
  }
  return out;
}

// Two of one report that take part in one deed are two.
bool Update::in_one_deed(const Id& unit, const Id& other) {
  if (report_of(unit) != report_of(other)) return false;
  const Statement* stated = statement(report_of(unit));
  if (stated == nullptr) return false;
  return std::any_of(stated->events.begin(), stated->events.end(), [&](const StatedEvent& chain) {
    const auto in = [&](const Id& id) {
      return std::any_of(chain.roles.begin(), chain.roles.end(),
                         [&](const StatedRole& role) { return stated->units[role.unit].id == id; });
    };
    return in(unit) && in(other);
  });
}

// One part in one kind of deed, and the two deeds cannot be one: others did, or suffered, the
// other.
bool Update::in_other_deeds(const Id& unit, const Id& other) {
  const auto parts_of = [&](const Id& id) {
    std::vector<std::pair<Role, Id>> out;
    const Statement* stated = statement(report_of(id));
    if (stated == nullptr) return out;
    for (const StatedEvent& chain : stated->events) {
      for (const StatedRole& role : chain.roles) {
        if (stated->units[role.unit].id == id) out.emplace_back(role.role, chain.id);
      }
    }
    return out;
  };
  const auto theirs = parts_of(other);
  for (const auto& [role, chain] : parts_of(unit)) {
    for (const auto& [their_role, their_chain] : theirs) {
      if (role != their_role || node_of(chain) == node_of(their_chain)) continue;
      const EventFacts& mine = facts(chain);
      const EventFacts& other_facts = facts(their_chain);
      if (!one_kind_of_deed(*mine.event, *other_facts.event)) continue;
      const std::optional<Against> against = contradiction(mine, other_facts);
      if (against && (against->aspect == Aspect::day || against->aspect == Aspect::place))
        return true;
    }
  }
  return false;
}

std::set<Id> Update::stirred_unnamed() {
  std::set<Id> stirred;
  const auto all_of = [&](const Statement* stated) {
    if (stated == nullptr) return;
    for (const StatedUnit& unit : stated->units) {
      if (unnamed(unit)) stirred.insert(unit.id);
    }
  };
  for (const ReportKey& report : relinked_) {
    all_of(old_statement(report));
    all_of(statement(report));
  }
  for (const Id& chain : stirred_) all_of(statement(report_of(chain)));
  const auto note = [&](const Id& unit) {
    const StatedUnit* local = local_unit(unit);
    if (local != nullptr && !local->named) stirred.insert(unit);
  };
  for (const Id& unit : moved_) {
    note(unit);
    for (const Id& mate : units_of(node_of(unit))) note(mate);
    for (const Id& mate : old_mates(unit)) note(mate);
  }
  std::set<Id> out;
  for (const Id& unit : stirred) {
    out.insert(unit);
    for (const Id& mate : units_of(node_of(unit))) out.insert(mate);
    for (const Id& mate : old_mates(unit)) out.insert(mate);
  }
  return out;
}

void Update::cluster_unnamed() {
  std::set<Id> done;
  for (const Id& start : stirred_unnamed()) {
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
      for (const auto& [near, likeness] : unnamed_neighbours(component[i])) {
        if (done.insert(near).second) component.push_back(near);
      }
    }
    std::sort(component.begin(), component.end());
    cluster_unnamed_component(component);
  }
}

void Update::cluster_unnamed_component(const std::vector<Id>& units) {
  std::vector<std::tuple<std::uint32_t, Id, Id>> pairs;
  for (const Id& unit : units) {
    for (const auto& [near, likeness] : unnamed_neighbours(unit)) {
      if (unit < near) pairs.emplace_back(1000 - likeness.score, unit, near);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  Clusters clusters(units);
  const auto compatible = [&](const Id& one, const Id& other) {
    for (const Id& a : clusters.members(one)) {
      for (const Id& b : clusters.members(other)) {
        if (in_one_deed(a, b) || book_.kept_apart(a, b)) return false;
      }
    }
    return true;
  };
  for (const auto& [cost, one, other] : pairs) {
    if (clusters.find(one) != clusters.find(other) && compatible(one, other)) {
      clusters.join(one, other);
    }
  }
  std::map<Id, std::map<Id, std::uint32_t>> leaders;
  for (const Id& unit : units) {
    for (const auto& [node, events] : named_in_its_part(unit)) {
      leaders[clusters.find(unit)][node] += events;
    }
  }
  for (const Id& unit : units) {
    const Id& cluster = clusters.find(unit);
    const auto found = leaders.find(cluster);
    set_node(unit,
             found == leaders.end() ? cluster : leader_among(found->second).value_or(cluster));
  }
}

}  // namespace nutgraf
