// The values of belief's rows that are more than a flag, and the keys of its indexes.
#ifndef NUTGRAF_GRAPH_ROWS_H_
#define NUTGRAF_GRAPH_ROWS_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/extraction.h"
#include "graph/node.h"
#include "graph/statement.h"
#include "graph/tables.h"

namespace nutgraf {

// The byte behind a unit's id in a row of `belong`: the unit is the member, or the group.
inline constexpr char member_end = '\0';
inline constexpr char group_end = '\1';
// The byte behind a chain's id in a row of `tie`, seen from the chain that plans or denies; from
// the other end it has this bit as well.
inline constexpr unsigned char other_end = 0x80;

// A named unit as all reports together have it: sums of what each adds, so that taking one away is
// exact. A feature is a tag and its words; decisions read which are present, never how often.
struct UnitRow {
  NodeKind kind = NodeKind::person;
  std::uint32_t reports = 0;  // that mention it
  std::uint32_t support = 0;  // reports that mention it or have a place within it
  std::map<std::string, std::uint32_t> forms;
  std::map<std::string, std::uint32_t> features;

  // Words of the features with this tag.
  std::vector<std::string> told(char tag) const;
  std::string first(char tag) const;  // of them; empty: none

  friend bool operator==(const UnitRow&, const UnitRow&) = default;
};

namespace feature {
inline constexpr char name = 'n';     // folded; each unit has one
inline constexpr char alias = 'a';    // folded
inline constexpr char role = 'r';     // of its facet
inline constexpr char country = 'c';  // of its facet
inline constexpr char gender = 'g';   // "1" female, "2" male
inline constexpr char tag = 't';      // of a split
inline constexpr char place = 'p';    // Place with those around it, as bytes
inline constexpr char id = 'i';       // Place::id
}  // namespace feature

// Adds (or takes away) what a report says of a unit. Requires !unit.local.
void add(UnitRow& row, const StatedUnit& unit);
void subtract(UnitRow& row, const StatedUnit& unit);
// What a local unit, known from its statement alone, would have for a row.
UnitRow row_of(const StatedUnit& unit);

std::string encode(const UnitRow& row);
std::optional<UnitRow> decode_unit(std::string_view bytes);
std::string encode_place(const Place& place);
std::optional<Place> decode_place(std::string_view bytes);

struct EventPart {
  Id unit;
  NodeKind kind = NodeKind::person;
  Role role = Role::actor;
  std::vector<std::uint32_t> members;
  std::vector<Id> around;  // of a place: the units that it lies in, sorted

  friend bool operator==(const EventPart&, const EventPart&) = default;
};

struct EventTelling {
  Id id;  // of the chain
  std::optional<Day> published;
  DayRange when;

  friend bool operator==(const EventTelling&, const EventTelling&) = default;
};

struct EventToldCount {
  std::string state;
  Count count;
  std::uint32_t member = 0;

  friend bool operator==(const EventToldCount&, const EventToldCount&) = default;
};

struct EventRow {
  std::string type;
  std::string mode;
  std::string action;
  std::vector<std::string> actions;
  std::vector<std::string> frames;
  Modality modality = Modality::actual;
  Polarity polarity = Polarity::positive;
  DayRange when;
  bool told = false;
  std::uint16_t score = 0;
  std::vector<EventPart> parts;        // by role, unit
  std::vector<EventTelling> tellings;  // latest publication first, then id
  std::vector<EventToldCount> counts;

  friend bool operator==(const EventRow&, const EventRow&) = default;
};

// One report's chain, as its statement has it.
struct Telling {
  const StatedEvent* event = nullptr;
  const Statement* statement = nullptr;
};
// What the tellings of one event come to. Requires one at least.
EventRow event_row_of(std::vector<Telling> tellings);

std::string encode(const EventRow& row);
std::optional<EventRow> decode_event(std::string_view bytes);

// length ‖ day: how an event's days sort in the indexes.
std::string time_key(const DayRange& when);
// Every index row that leads to the event.
std::vector<std::pair<Table, std::string>> index_rows(const Id& event, const EventRow& row);
// Units of the places around a listed place, nearest first.
std::vector<Id> places_around(const View& view, const Id& place);

std::optional<UnitRow> unit_row(const View& view, const Id& id);
std::optional<Statement> statement_row(const View& view, const ReportKey& report);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_ROWS_H_
