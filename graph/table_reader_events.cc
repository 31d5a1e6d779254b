// Events: their rows, and the narrowest index that leads to those that are asked for.
#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "extract/text/fold.h"
#include "graph/bytes.h"
#include "graph/table_reader.h"

namespace nutgraf {
namespace {

constexpr std::int64_t first_day = -1000000;
constexpr std::int64_t last_day = 4000000;
// Events whose rows a visit reads at once.
constexpr std::size_t first_read = 8;
constexpr std::size_t most_read = 128;

struct Bounds {
  std::int64_t from;
  std::int64_t until;
};

Bounds bounds_of(const DayRange& range) {
  return {range.from ? range.from->number : first_day,
          range.until ? range.until->number : last_day};
}

// What may have happened within the days.
bool may_touch(const DayRange& when, const DayRange& days) {
  const Bounds event = bounds_of(when);
  const Bounds window = bounds_of(days);
  return event.from < window.until && window.from < event.until;
}

std::string day_key(std::uint8_t length, std::int64_t day) {
  std::string key(1, static_cast<char>(length));
  append_u32(key, static_cast<std::uint32_t>(static_cast<std::int32_t>(day)) ^ 0x80000000U);
  return key;
}

// The stretches of an index (behind its prefix) in which events of the days can stand.
std::vector<std::pair<std::string, std::string>> stretches(const std::optional<DayRange>& days,
                                                           bool undated) {
  std::vector<std::pair<std::string, std::string>> out;
  const auto all_of = [&](std::uint8_t length) {
    out.emplace_back(std::string(1, static_cast<char>(length)),
                     std::string(1, static_cast<char>(length + 1)));
  };
  if (!days) {
    out.emplace_back(std::string(1, '\0'), std::string(1, '\6'));
    return out;
  }
  static constexpr std::array<std::int64_t, 3> longest{1, 31, 366};
  const Bounds window = bounds_of(*days);
  for (std::size_t i = 0; i < longest.size(); ++i) {
    const auto length = static_cast<std::uint8_t>(i);
    out.emplace_back(day_key(length, std::max(first_day, window.from - longest.at(i) + 1)),
                     day_key(length, window.until));
  }
  all_of(3);
  all_of(4);
  if (undated) all_of(5);
  return out;
}

}  // namespace

std::optional<EventRow> TableReader::event_row(const Id& node) const {
  if (const std::optional<std::string> bytes = view_->get(Table::event, key_of(node))) {
    return decode_event(*bytes);
  }
  return unindexed_event(node);
}

// Of an event that no index leads to, and that has no row therefore: from what its reports say.
std::optional<EventRow> TableReader::unindexed_event(const Id& node) const {
  std::vector<Telling> tellings;
  for (const Id& member : units_of(node)) {
    const StatedEvent* told = chain(member);
    if (told != nullptr) tellings.push_back({told, statement(report_of(member))});
  }
  if (tellings.empty()) return std::nullopt;
  return event_row_of(std::move(tellings));
}

EventDetails TableReader::details(const Id& node, EventRow row) const {
  EventDetails out;
  out.node = {NodeKind::event, node};
  out.type = std::move(row.type);
  out.mode = std::move(row.mode);
  out.action = std::move(row.action);
  out.actions = std::move(row.actions);
  out.frames = std::move(row.frames);
  out.modality = row.modality;
  out.polarity = row.polarity;
  out.when = row.when;
  out.told = row.told;
  out.undated = !row.when.known();
  out.score = row.score;
  for (const EventToldCount& count : row.counts) {
    out.casualties.push_back({count.state, count.count, count.member});
  }
  if (row.tellings.size() == 1) {
    const EventTelling& telling = row.tellings.front();
    out.members.push_back({report_of(telling.id), offset_of(telling.id), telling.when, 0, 0});
    out.reports = 1;
    add_participants(row.parts, out);
    return out;
  }
  std::map<ReportKey, std::uint32_t> groups;
  std::map<std::string, std::uint32_t> sources;
  std::set<ReportKey> reports;
  for (const EventTelling& telling : row.tellings) {
    EventMember member{report_of(telling.id), offset_of(telling.id), telling.when, 0, 0};
    reports.insert(member.report);
    if (const ReportBrief* told = brief(member.report)) {
      member.group = groups.emplace(told->group, groups.size()).first->second;
      member.source = sources.emplace(told->row.source, sources.size()).first->second;
    }
    out.members.push_back(member);
  }
  out.reports = reports.size();
  add_participants(row.parts, out);
  return out;
}

// Units of one node in one role are one participant: by role, most tellings first, then by node.
void TableReader::add_participants(std::vector<EventPart>& parts, EventDetails& out) const {
  out.participants.reserve(parts.size());
  for (EventPart& part : parts) {
    out.participants.push_back(
        {{part.kind, node_of(part.unit)}, part.role, std::move(part.members)});
  }
  const auto key = [](const Participant& one) { return std::tuple(one.role, one.node); };
  std::sort(out.participants.begin(), out.participants.end(),
            [&](const Participant& a, const Participant& b) { return key(a) < key(b); });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < out.participants.size(); ++i) {
    if (kept == 0 || key(out.participants[kept - 1]) != key(out.participants[i])) {
      if (kept != i) out.participants[kept] = std::move(out.participants[i]);
      ++kept;
      continue;
    }
    std::vector<std::uint32_t>& members = out.participants[kept - 1].members;
    const auto middle = static_cast<std::ptrdiff_t>(members.size());
    members.insert(members.end(), out.participants[i].members.begin(),
                   out.participants[i].members.end());
    std::inplace_merge(members.begin(), members.begin() + middle, members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
  }
  out.participants.resize(kept);
  std::stable_sort(out.participants.begin(), out.participants.end(),
                   [](const Participant& a, const Participant& b) {
                     return std::tuple(a.role, b.members.size()) <
                            std::tuple(b.role, a.members.size());
                   });
}

Result<std::optional<EventDetails>> TableReader::event(const NodeKey& node) const {
  trim();
  if (node.kind != NodeKind::event) return std::optional<EventDetails>();
  const Id key = node_of(node.id);
  std::optional<EventRow> row;
  if (const std::optional<std::string> bytes = view_->get(Table::event, key_of(key))) {
    row = decode_event(*bytes);
  } else if (chain(node.id) != nullptr) {
    row = unindexed_event(key);
  }
  return sound(row ? std::optional(details(key, std::move(*row))) : std::nullopt);
}

bool TableReader::happened_at(const EventRow& row, const std::set<Id>& places) const {
  return std::any_of(row.parts.begin(), row.parts.end(), [&](const EventPart& part) {
    if (part.role != Role::at && part.role != Role::from && part.role != Role::to) return false;
    return places.count(part.unit) != 0 ||
           std::any_of(part.around.begin(), part.around.end(),
                       [&](const Id& outer) { return places.count(outer) != 0; });
  });
}

Result<void> TableReader::events(const EventScan& scan, const EventVisitor& visit) const {
  std::set<Id> participants;
  std::set<Id> places;
  if (scan.participant) {
    for (const Id& unit : units_of(scan.participant->id)) participants.insert(unit);
  }
  if (scan.place) {
    for (const Id& unit : units_of(scan.place->id)) places.insert(unit);
  }
  std::vector<std::pair<Table, std::string>> prefixes;
  if (scan.participant) {
    for (const Id& unit : participants) prefixes.emplace_back(Table::actor, key_of(unit));
  } else if (scan.place) {
    for (const Id& unit : places) prefixes.emplace_back(Table::place, key_of(unit));
  } else if (!scan.action.empty()) {
    prefixes.emplace_back(Table::action, scan.action + '\0');
  } else {
    prefixes.emplace_back(Table::day, std::string());
  }
  const auto passes = [&](const EventRow& row) {
    if (scan.days && (row.when.known() ? !may_touch(row.when, *scan.days) : !scan.undated)) {
      return false;
    }
    if (scan.place && !happened_at(row, places)) return false;
    if (scan.action.empty()) return true;
    const auto has = [&](const std::vector<std::string>& words) {
      return std::find(words.begin(), words.end(), scan.action) != words.end();
    };
    return row.type == scan.action || has(row.actions) || has(row.frames);
  };
  // Rows are read some at a time: a few at first, for a visit may end soon.
  std::size_t most = first_read;
  std::vector<Id> waiting;
  std::vector<std::string> keys;
  bool wanted = true;
  const auto read = [&] {
    view_->get_many(Table::event, keys, [&](std::size_t at, std::optional<std::string_view> row) {
      trim();
      std::optional<EventRow> event = row ? decode_event(*row) : unindexed_event(waiting[at]);
      if (!event || !passes(*event)) return true;
      EventDetails shown = details(waiting[at], std::move(*event));
      wanted = visit(shown);
      return wanted;
    });
    waiting.clear();
    keys.clear();
    most = std::min(2 * most, most_read);
    return wanted;
  };
  std::set<Id> seen;       // over several units of a node
  std::optional<Id> last;  // within one, the rows of an event's several roles follow each other
  const bool several = prefixes.size() > 1;
  for (const auto& [table, prefix] : prefixes) {
    for (const auto& [from, until] : stretches(scan.days, scan.undated)) {
      if (!wanted) break;
      const std::size_t at = prefix.size() + 5;
      view_->scan(table, prefix + from, prefix + until,
                  [&](std::string_view key, std::string_view) {
                    const Id node = cut_id<Id>(key, at);
                    if (last == node || (several && !seen.insert(node).second)) return true;
                    last = node;
                    waiting.push_back(node);
                    keys.push_back(key_of(node));
                    return waiting.size() < most || read();
                  });
    }
  }
  if (wanted) read();
  return view_->status();
}

}  // namespace nutgraf
