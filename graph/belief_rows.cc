// The events' rows and the index rows that lead to them.
#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "graph/bytes.h"
#include "graph/update.h"

namespace nutgraf {
namespace {

// The word that most tellings use; of several the first.
template <typename Word>
std::string commonest(const std::vector<Telling>& tellings, const Word& word) {
  std::map<std::string, std::size_t> counts;
  for (const Telling& telling : tellings) ++counts[word(*telling.event)];
  if (counts.size() > 1) counts.erase("");
  const auto best =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() ? std::string() : best->first;
}

// What the tellings that tell a day in words agree on; without one, what the earliest publication
// bounds.
void date(EventRow& row, const std::vector<Telling>& tellings) {
  for (const Telling& telling : tellings) {
    const StatedEvent& event = *telling.event;
    if (event.told != row.told) {
      if (!event.told) continue;
      row.told = true;
      row.when = event.when;
      continue;
    }
    if (!row.told) {
      const bool earlier = event.when.known() &&
                           (!row.when.known() || std::tuple(event.when.until, event.when.from) <
                                                     std::tuple(row.when.until, row.when.from));
      if (earlier) row.when = event.when;
      continue;
    }
    DayRange both = row.when;
    if (event.when.from && (!both.from || *both.from < *event.when.from)) {
      both.from = event.when.from;
    }
    if (event.when.until && (!both.until || *event.when.until < *both.until)) {
      both.until = event.when.until;
    }
    if (!both.from || !both.until || *both.from < *both.until) row.when = both;
  }
}

std::vector<Id> around(const StatedUnit& unit) {
  std::vector<Id> out;
  if (!unit.place) return out;
  for (const Place& outer : unit.place->within) out.push_back(place_id(outer.id));
  return out;
}

void add_parts(EventRow& row, const std::vector<Telling>& tellings) {
  std::map<std::pair<Role, Id>, EventPart> parts;
  for (std::uint32_t member = 0; member < tellings.size(); ++member) {
    for (const StatedRole& role : tellings[member].event->roles) {
      const StatedUnit& unit = tellings[member].statement->units[role.unit];
      EventPart& part = parts[{role.role, unit.id}];
      part.unit = unit.id;
      part.kind = unit.kind;
      part.role = role.role;
      part.members.push_back(member);
      for (const Id& outer : around(unit)) part.around.push_back(outer);
    }
  }
  for (auto& [key, part] : parts) {
    std::sort(part.around.begin(), part.around.end());
    part.around.erase(std::unique(part.around.begin(), part.around.end()), part.around.end());
    row.parts.push_back(std::move(part));
  }
}

}  // namespace

EventRow event_row_of(std::vector<Telling> tellings) {
  std::sort(tellings.begin(), tellings.end(), [](const Telling& a, const Telling& b) {
    if (a.statement->date != b.statement->date) return a.statement->date > b.statement->date;
    return a.event->id < b.event->id;
  });
  EventRow row;
  row.type = commonest(tellings, [](const StatedEvent& event) { return event.type; });
  row.mode = commonest(tellings, [](const StatedEvent& event) { return event.mode; });
  // A word of the deed that it is: "stormed", not the "offensive" that is of no type.
  row.action = commonest(tellings, [&](const StatedEvent& event) {
    return event.type == row.type ? event.lemma : std::string();
  });
  row.modality = tellings.front().event->modality;
  row.polarity = tellings.front().event->polarity;
  // What one report asserts, another that only thinks it possible does not take back.
  for (const Telling& telling : tellings) {
    if (telling.event->modality == Modality::actual) row.modality = Modality::actual;
  }
  std::set<std::string> actions;
  std::set<std::string> frames;
  for (std::uint32_t member = 0; member < tellings.size(); ++member) {
    const StatedEvent& event = *tellings[member].event;
    actions.insert(event.lemmas.begin(), event.lemmas.end());
    frames.insert(event.frames.begin(), event.frames.end());
    row.score = std::max(row.score, event.score);
    row.tellings.push_back({event.id, tellings[member].statement->date, event.when});
    for (const StatedCasualty& casualty : event.casualties) {
      row.counts.push_back({casualty.state, casualty.count, member});
    }
  }
  row.actions.assign(actions.begin(), actions.end());
  row.frames.assign(frames.begin(), frames.end());
  date(row, tellings);
  add_parts(row, tellings);
  return row;
}

std::optional<EventRow> Update::event_row(const Id& node) {
  if (event(node) == nullptr || node_of(node) != node) return std::nullopt;
  std::vector<Telling> tellings;
  bool listed = false;
  for (const Id& member : units_of(node)) {
    const Telling telling{event(member), statement(report_of(member))};
    if (telling.event == nullptr || telling.event->only_named) continue;
    listed = listed || telling.event->listed();
    tellings.push_back(telling);
  }
  if (!listed) return std::nullopt;
  return event_row_of(std::move(tellings));
}

void Update::write_events() {
  for (const Id& node : stirred_) {
    const std::optional<std::string> old_bytes = work_.base().get(Table::event, key_of(node));
    const std::optional<EventRow> before = old_bytes ? decode_event(*old_bytes) : std::nullopt;
    const std::optional<EventRow> after = event_row(node);
    if (!before && !after) continue;
    std::vector<std::pair<Table, std::string>> old_keys;
    std::vector<std::pair<Table, std::string>> new_keys;
    if (before) old_keys = index_rows(node, *before);
    if (after) {
      new_keys = index_rows(node, *after);
      work_.put(Table::event, key_of(node), encode(*after));
    } else {
      work_.erase(Table::event, key_of(node));
    }
    std::vector<std::pair<Table, std::string>> changed;
    std::set_difference(old_keys.begin(), old_keys.end(), new_keys.begin(), new_keys.end(),
                        std::back_inserter(changed));
    for (const auto& [table, key] : changed) work_.erase(table, key);
    changed.clear();
    std::set_difference(new_keys.begin(), new_keys.end(), old_keys.begin(), old_keys.end(),
                        std::back_inserter(changed));
    for (const auto& [table, key] : changed) work_.put(table, key, {});
  }
}

}  // namespace nutgraf
