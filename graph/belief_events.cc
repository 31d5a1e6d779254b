// What is compared of event chains, which are alike, and which may be otherwise alike than before.
//
// Chains are found through the story of their report, or, when words tell their day, their place
// and a named participant, through these.
#include <xxhash.h>

#include <algorithm>
#include <iterator>

#include "graph/bytes.h"
#include "graph/update.h"

namespace nutgraf {
namespace {

bool participant(const StatedRole& role) {
  return role.role == Role::actor || role.role == Role::target || role.role == Role::participant;
}

bool place(const StatedRole& role) { return role.role == Role::at; }

// Under which an event is seen without a story: its frame or lemma, its place and its first day.
std::set<std::string> sight_keys(const Statement& statement, const StatedEvent& event) {
  std::set<std::string> out;
  if (!event.told || length_class(event.when) > 1) return out;
  const bool named = std::any_of(event.roles.begin(), event.roles.end(), [&](const auto& role) {
    return participant(role) && statement.units[role.unit].named;
  });
  if (!named) return out;
  const std::vector<std::string>& words = event.frames.empty() ? event.lemmas : event.frames;
  for (const StatedRole& role : event.roles) {
    if (!place(role)) continue;
    for (const std::string& word : words) {
      std::string bytes = word + '\0' + key_of(statement.units[role.unit].id);
      bytes += time_key(event.when);
      std::string key;
      append_u64(key, XXH3_64bits(bytes.data(), bytes.size()));
      out.insert(key);
    }
  }
  return out;
}

// The words of its names, those of one or two letters left out.
void add_party(const StatedUnit& unit, EventFacts::Party& party) {
  party.kind = unit.kind;
  const auto add = [&](std::string_view words) {
    while (!words.empty()) {
      const std::size_t space = std::min(words.find(' '), words.size());
      if (space > 2) party.words.emplace(words.substr(0, space));
      words.remove_prefix(std::min(space + 1, words.size()));
    }
  };
  add(unit.folded);
  for (const std::string& alias : unit.aliases) add(unit_name(unit.kind, alias));
}

std::set<std::string> all_sights(const Statement* statement) {
  std::set<std::string> out;
  if (statement == nullptr) return out;
  for (const StatedEvent& event : statement->events) {
    for (const std::string& key : sight_keys(*statement, event)) out.insert(key + key_of(event.id));
  }
  return out;
}

}  // namespace

std::vector<std::string> words_for_deed(const StatedEvent& event) {
  std::vector<std::string> out;
  for (const std::string& lemma : event.lemmas) out.push_back("word " + lemma);
  for (const std::string& deed : event.deeds) out.push_back("deed " + deed);
  for (const std::string& frame : event.frames) out.push_back("frame " + frame);
  return out;
}

void Update::write_sights(const Statement* before, const Statement* after) {
  const std::set<std::string> old_keys = all_sights(before);
  const std::set<std::string> new_keys = all_sights(after);
  for (const std::string& key : old_keys) {
    if (new_keys.count(key) != 0) continue;
    work_.erase(Table::sight, key);
    changed_sights_.insert(key.substr(0, 8));
  }
  for (const std::string& key : new_keys) {
    if (old_keys.count(key) != 0) continue;
    work_.put(Table::sight, key, {});
    changed_sights_.insert(key.substr(0, 8));
  }
}

const EventFacts& Update::facts(const Id& id) {
  const auto found = facts_.find(id);
  if (found != facts_.end()) return found->second;
  EventFacts out;
  out.event = event(id);
  const Statement* stated = out.event == nullptr ? nullptr : statement(report_of(id));
  if (stated != nullptr) {
    out.published = stated->date;
    for (const StatedRole& role : out.event->roles) {
      const StatedUnit& unit = stated->units[role.unit];
      if (place(role)) {
        // Places without a name ("the house") are clustered after events, unless a curator did it.
        const bool later = unit.local && !unit.named && !book_.settled(unit.id);
        out.places.insert(later ? unit.id : node_of(unit.id));
        if (!unit.place) continue;
        if (unit.place->geonames != 0 && !unit.place->container) out.sites.push_back(&*unit.place);
        for (const Place& outer : unit.place->within) {
          out.around.insert(node_of(place_id(outer.id)));
        }
      } else if (participant(role)) {
        if (!unit.named && unit.heads.empty() && !unit.counts.empty()) continue;  // "killed two"
        if (!unit.named) {
          out.unnamed.insert(std::string(to_string(role.role)) + " " + described(unit));
          out.counts_targets |= role.role != Role::actor && !unit.counts.empty();
        } else if (unit.kind != NodeKind::place) {
          const Id node = node_of(unit.id);
          (role.role == Role::actor ? out.actors : out.targets).insert(node);
          add_party(unit, out.parties[node]);
        }
      }
    }
  }
  return facts_.emplace(id, std::move(out)).first->second;
}

// Events of a report by each of their words, deeds and frames. Without one of these in common no
// two are alike.
const std::map<std::string, std::vector<Id>>& Update::deeds_told(const ReportKey& report) {
  const auto [found, fresh] = deeds_told_.try_emplace(report);
  const Statement* stated = fresh ? statement(report) : nullptr;
  if (stated != nullptr) {
    for (const StatedEvent& told : stated->events) {
      for (const std::string& word : words_for_deed(told)) found->second[word].push_back(told.id);
    }
  }
  return found->second;
}

// What was found stands for the whole batch: who plays in an event is settled before.
const std::map<Id, EventLikeness>& Update::near_events(const Id& id) {
  const auto [found, fresh] = near_events_.try_emplace(id);
  std::map<Id, EventLikeness>& out = found->second;
  if (!fresh) return out;
  const EventFacts& mine = facts(id);
  if (mine.event == nullptr) return out;
  for (const auto& [other, bond] : book_.bonds_of(id)) {
    if (bond.same) out.emplace(other, EventLikeness{});
  }
  const ReportKey report = report_of(id);
  const std::vector<std::string> words = words_for_deed(*mine.event);
  const auto compare = [&](const ReportKey& with, std::uint32_t kinship) {
    const std::map<std::string, std::vector<Id>>& told = deeds_told(with);
    std::set<Id> candidates;
    for (const std::string& word : words) {
      const auto same = told.find(word);
      if (same != told.end()) candidates.insert(same->second.begin(), same->second.end());
    }
    candidates.erase(id);
    for (const Id& candidate : candidates) {
      const std::optional<EventLikeness> likeness = alike(mine, facts(candidate), kinship);
      if (likeness) out.emplace(candidate, *likeness);
    }
  };
  compare(report, one_report);
  for (const StoryLink& link : story(report)) compare(link.report, std::max(link.score, 1U));
  const Statement* stated = statement(report);
  for (const std::string& block : sight_keys(*stated, *mine.event)) {
    std::vector<Id> members = block_members(work_, Table::sight, block, sight_leaders);
    if (std::find(members.begin(), members.end(), id) != members.end()) {
      members = block_members(work_, Table::sight, block, 0);
    }
    for (const Id& candidate : members) {
      if (report_of(candidate) == report || facts(candidate).event == nullptr) continue;
      const std::optional<EventLikeness> likeness = alike(mine, facts(candidate), no_story);
      if (likeness) out.emplace(candidate, *likeness);
    }
  }
  return out;
}

// Also of chains without a row in the indexes, and for a place of those in the places within it.
std::set<Id> Update::events_of(const Id& unit) {
  std::vector<Id> units{unit};
  std::set<Id> seen{unit};
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::vector<Id> inner = block_members(work_, Table::inside, key_of(units[i]), 0);
    std::copy_if(inner.begin(), inner.end(), std::back_inserter(units),
                 [&](const Id& place) { return seen.insert(place).second; });
  }
  std::set<Id> out;
  const auto tell = [&](const ReportKey& report) {
    const Statement* stated = statement(report);
    if (stated == nullptr) return;
    for (const StatedEvent& chain : stated->events) {
      const bool read = std::any_of(chain.roles.begin(), chain.roles.end(), [&](const auto& role) {
        return (participant(role) || place(role)) && seen.count(stated->units[role.unit].id) != 0;
      });
      if (read) out.insert(chain.id);
    }
  };
  if (local_unit(unit) != nullptr) tell(report_of(unit));
  for (const Id& each : units) {
    work_.scan_prefix(Table::post, key_of(each), [&](std::string_view key, std::string_view) {
      tell(cut_id<ReportKey>(key, 16));
      return true;
    });
  }
  return out;
}

// Chains of either report that are like one of the other, or tied to one, when the two tell one
// story.
std::set<Id> Update::told_alike(const ReportKey& one, const ReportKey& other) {
  std::set<Id> out;
  const Statement* stated = statement(one);
  if (stated == nullptr) return out;
  const std::map<std::string, std::vector<Id>>& told = deeds_told(other);
  for (const StatedEvent& chain : stated->events) {
    std::set<Id> candidates;
    for (const std::string& word : words_for_deed(chain)) {
      const auto same = told.find(word);
      if (same != told.end()) candidates.insert(same->second.begin(), same->second.end());
    }
    const EventFacts& mine = facts(chain.id);
    for (const Id& candidate : candidates) {
      const EventFacts& theirs = facts(candidate);
      if (alike(mine, theirs, full_story) || tie(mine, theirs, full_story) ||
          tie(theirs, mine, full_story)) {
        out.insert(chain.id);
        out.insert(candidate);
      }
    }
  }
  return out;
}

// Chains whose likenesses may not be what they were.
std::set<Id> Update::changed_events() {
  std::set<Id> changed;
  const auto all_of = [&](const Statement* stated) {
    if (stated == nullptr) return;
    for (const StatedEvent& chain : stated->events) changed.insert(chain.id);
  };
  for (const ReportKey& report : touched_) {
    all_of(old_statement(report));
    all_of(statement(report));
  }
  for (const auto& [one, other] : restoried_) changed.merge(told_alike(one, other));
  for (const std::string& block : changed_sights_) {
    const std::vector<Id> before = block_members(work_.base(), Table::sight, block, sight_leaders);
    const std::vector<Id> after = block_members(work_, Table::sight, block, sight_leaders);
    std::set_symmetric_difference(before.begin(), before.end(), after.begin(), after.end(),
                                  std::inserter(changed, changed.end()));
  }
  for (const Id& unit : shifted_) changed.merge(events_of(unit));
  for (const auto& [one, other] : {std::pair(&old_book_, &book_), std::pair(&book_, &old_book_)}) {
    for (const auto& [chain, bonds] : one->event_bonds()) {
      if (bonds != other->bonds_of(chain)) changed.insert(chain);
    }
  }
  return changed;
}

}  // namespace nutgraf
