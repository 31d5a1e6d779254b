// Actors that no name is told of ("gunmen", "the suspect").
//
// Two of two reports are one when they play one part in one event under one description, or when
// one story has them under one head. Those who so come together then are the named one who,
// elsewhere, plays their part in their events, if it is one alone. Nothing flows back from here.
#include <algorithm>
#include <tuple>

#include "graph/partition.h"
#include "graph/regions.h"
#include "graph/update.h"

namespace nutgraf {
namespace {

bool unnamed(const StatedUnit& unit) { return unit.local && !unit.named; }

// "Residents" of two reports that only share a subject are others.
bool same_people(const StoryLink& link) { return link.copy || link.score >= 350; }

bool plays(Role role) { return role == Role::actor || role == Role::target; }

// Whether the telling gives the part to one person at most.
bool is_sole(const Telling& telling, Role part) {
  const auto in_part = [&](const StatedRole& role) {
    return role.role == part && telling.statement->units[role.unit].kind == NodeKind::person;
  };
  const std::vector<StatedRole>& roles = telling.event->roles;
  return std::count_if(roles.begin(), roles.end(), in_part) <= 1;
}

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

// Events are clustered, so it stands for the rest of the batch.
const Cast& Update::cast_of(const Id& node) {
  const auto [found, fresh] = casts_.try_emplace(node);
  Cast& out = found->second;
  if (!fresh) return out;
  std::map<std::tuple<Role, Gender, Id>, std::set<Id>> named;
  for (const Id& chain : units_of(node)) {
    const StatedEvent* telling = event(chain);
    const Statement* told_by = statement(report_of(chain));
    if (telling == nullptr || told_by == nullptr) continue;
    for (const StatedRole& role : telling->roles) {
      const StatedUnit& unit = told_by->units[role.unit];
      if (unnamed(unit)) {
        if (!book_.settled(unit.id)) out.unnamed.push_back({role.role, chain, &unit});
      } else if (unit.named && unit.kind != NodeKind::place && plays(role.role)) {
        std::set<Id>& chains = named[{role.role, unit.gender, node_of(unit.id)}];
        if (chains.size() < 2 && chains.insert(chain).second) {
          out.named.push_back({role.role, chain, &unit});
        }
      }
    }
  }
  return out;
}

const UnnamedNeighbours& Update::unnamed_neighbours(const Id& unit) {
  const auto [found, fresh] = unnamed_.try_emplace(unit);
  UnnamedNeighbours& out = found->second;
  const StatedUnit* mine = fresh ? local_unit(unit) : nullptr;
  const Statement* stated = fresh ? statement(report_of(unit)) : nullptr;
  if (mine == nullptr || stated == nullptr) return out;
  for (const StoryLink& link : story(report_of(unit))) {
    const Statement* other = same_people(link) ? statement(link.report) : nullptr;
    if (other == nullptr) continue;
    for (const StatedUnit& candidate : other->units) {
      if (!unnamed(candidate) || book_.settled(candidate.id)) continue;
      const std::optional<Likeness> likeness =
          alike_unnamed(*mine, candidate, true, SharedPart::none);
      if (likeness && !in_other_deeds(unit, candidate.id))
        out.emplace_back(candidate.id, *likeness);
    }
  }
  for (const StatedEvent& chain : stated->events) {
    const bool tells = !chain.deeds.empty();  // "say", "make" have many doers
    for (const StatedRole& role : chain.roles) {
      if (stated->units[role.unit].id != unit) continue;
      for (const Cast::Player& player : cast_of(node_of(chain.id)).unnamed) {
        if (player.role != role.role || report_of(player.chain) == report_of(unit)) continue;
        const Telling theirs{event(player.chain), statement(report_of(player.chain))};
        const bool sole = tells && plays(role.role) && !theirs.event->deeds.empty() &&
                          is_sole({&chain, stated}, role.role) && is_sole(theirs, role.role);
        const std::optional<Likeness> likeness =
            alike_unnamed(*mine, *player.unit, false, sole ? SharedPart::sole : SharedPart::some);
        if (likeness) out.emplace_back(player.unit->id, *likeness);
      }
    }
  }
  // What is alike twice is as alike as it is at best.
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.first, ~a.second.score) < std::tuple(b.first, ~b.second.score);
  });
  const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

// Persons and single bodies only: such a one is one, and so is who did it or whom it befell.
std::map<Id, std::uint32_t> Update::named_in_its_part(const Id& unit) {
  std::map<Id, std::uint32_t> out;
  const StatedUnit* mine = local_unit(unit);
  const Statement* stated = statement(report_of(unit));
  if (mine == nullptr || stated == nullptr) return out;
  if (mine->kind != NodeKind::person && !is_one_body(*mine)) return out;
  for (const StatedEvent& chain : stated->events) {
    std::set<Id> here;
    std::set<Id> candidates;
    for (const StatedRole& role : chain.roles) {
      const StatedUnit& player = stated->units[role.unit];
      if (player.id != unit) {
        if (!unnamed(player) || book_.settled(player.id)) here.insert(node_of(player.id));
      } else if (plays(role.role)) {
        for (const Cast::Player& named : cast_of(node_of(chain.id)).named) {
          if (named.role == role.role && named.unit->kind == mine->kind &&
              named.chain != chain.id && !other_gender(*mine, *named.unit)) {
            candidates.insert(node_of(named.unit->id));
          }
        }
      }
    }
    for (const Id& node : candidates) {
      if (here.count(node) == 0) ++out[node];
    }
  }
  return out;
}

std::set<Id> Update::partners_of(const Id& unit) {
  std::set<Id> out;
  const Statement* stated = statement(report_of(unit));
  if (stated == nullptr) return out;
  for (const StatedEvent& chain : stated->events) {
    std::set<Id> players;
    for (const StatedRole& role : chain.roles) players.insert(stated->units[role.unit].id);
    if (players.erase(unit) != 0) out.merge(players);
  }
  return out;
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

// Those whose likenesses, deeds or leaders may not be what they were, and all that are in their
// nodes or were before.
std::set<Id> Update::stirred_unnamed() {
  std::set<Id> stirred;
  for (const ReportKey& report : touched_) {
    for (const Statement* stated : {old_statement(report), statement(report)}) {
      if (stated == nullptr) continue;
      for (const StatedUnit& unit : stated->units) {
        if (unnamed(unit)) stirred.insert(unit.id);
      }
    }
  }
  for (const auto& [one, other] : restoried_) {
    const Statement* left = statement(one);
    const Statement* right = statement(other);
    if (left == nullptr || right == nullptr) continue;
    for (const StatedUnit& a : left->units) {
      for (const StatedUnit& b : right->units) {
        if (!unnamed(a) || !unnamed(b) || !alike_unnamed(a, b, true, SharedPart::none)) continue;
        stirred.insert({a.id, b.id});
      }
    }
  }
  for (const Id& node : recast_) {
    for (const Id& chain : units_of(node)) {
      const StatedEvent* told = event(chain);
      if (told == nullptr) continue;
      for (const StatedRole& role : told->roles) {
        const StatedUnit& unit = statement(report_of(chain))->units[role.unit];
        if (unnamed(unit)) stirred.insert(unit.id);
      }
    }
  }
  for (const Id& unit : company_of(moved_)) {
    const StatedUnit* local = local_unit(unit);
    if (local != nullptr && unnamed(*local)) stirred.insert(unit);
  }
  return company_of(stirred);
}

void Update::cluster_unnamed() {
  std::set<Id> changed;
  for (const Id& unit : stirred_unnamed()) {
    const StatedUnit* local = local_unit(unit);
    if (local == nullptr) {
      if (!present(unit)) set_node(unit, unit);
    } else if (unnamed(*local) && !book_.settled(unit)) {
      changed.insert(unit);
    }
  }
  const auto near = [this](const Id& unit) {
    std::vector<Id> out;
    for (const auto& [other, likeness] : unnamed_neighbours(unit)) out.push_back(other);
    return out;
  };
  // The clusters that have one leader lie in one node.
  const auto mates = [this](const Id& unit) {
    std::vector<Id> out;
    for (const Id& mate : units_of(node_of(unit))) {
      const StatedUnit* local = local_unit(mate);
      if (local != nullptr && unnamed(*local) && !book_.settled(mate)) out.push_back(mate);
    }
    return out;
  };
  const auto cluster = [this](const std::vector<Id>& items, const std::vector<Id>& border) {
    return cluster_unnamed(items, border);
  };
  Regions(near, mates, cluster).cluster(changed);
}

std::vector<Id> Update::cluster_unnamed(const std::vector<Id>& items,
                                        const std::vector<Id>& border) {
  std::vector<Id> units;
  std::merge(items.begin(), items.end(), border.begin(), border.end(), std::back_inserter(units));
  const auto number = [&](const Id& unit) -> std::optional<std::uint32_t> {
    const auto at = std::lower_bound(units.begin(), units.end(), unit);
    if (at == units.end() || *at != unit) return std::nullopt;
    return static_cast<std::uint32_t>(at - units.begin());
  };
  std::vector<bool> is_item(units.size());
  for (const Id& item : items) is_item[*number(item)] = true;
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> pairs;
  Partition clusters(units.size());
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    for (const auto& [near, likeness] : unnamed_neighbours(units[i])) {
      const auto other = units[i] < near ? number(near) : std::nullopt;
      if (!other) continue;
      // Of the border only what lies in one node may be one.
      if (is_item[i] || is_item[*other] || node_of(units[i]) == node_of(near)) {
        pairs.emplace_back(1000 - likeness.score, i, *other);
      }
    }
    // Two of one report that take part in one deed are two.
    for (const Id& partner : partners_of(units[i])) {
      if (const auto other = number(partner)) clusters.keep_apart(i, *other);
    }
    for (const auto& [bonded, bond] : book_.bonds_of(units[i])) {
      const auto other = bond.same ? std::nullopt : number(bonded);
      if (other) clusters.keep_apart(i, *other);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  for (const auto& [cost, one, other] : pairs) clusters.join(one, other);
  std::set<std::uint32_t> of_items;
  for (const Id& item : items) of_items.insert(clusters.find(*number(item)));
  std::vector<Id> joined;
  for (const Id& unit : border) {
    if (of_items.count(clusters.find(*number(unit))) != 0) joined.push_back(unit);
  }
  if (joined.empty())
    seat_unnamed(items, [&](const Id& unit) { return units[clusters.find(*number(unit))]; });
  return joined;
}

// At the named one who plays their part elsewhere, or by their smallest.
void Update::seat_unnamed(const std::vector<Id>& units,
                          const std::function<Id(const Id&)>& cluster_of) {
  std::map<Id, std::map<Id, std::uint32_t>> leaders;
  for (const Id& unit : units) {
    for (const auto& [node, events] : named_in_its_part(unit)) {
      leaders[cluster_of(unit)][node] += events;
    }
  }
  for (const Id& unit : units) {
    const Id cluster = cluster_of(unit);
    const auto found = leaders.find(cluster);
    const std::optional<Id> leader =
        found == leaders.end() ? std::nullopt : leader_among(found->second);
    set_node(unit, leader.value_or(cluster));
  }
}

}  // namespace nutgraf
