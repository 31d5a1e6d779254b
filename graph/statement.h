// What one report contributes to belief: its units and its event chains.
//
// A pure function of its testimony and of the splits and rejections that speak of it. Kept as a
// row, so that taking the report back needs nothing else.
#ifndef NUTGRAF_GRAPH_STATEMENT_H_
#define NUTGRAF_GRAPH_STATEMENT_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/result.h"
#include "graph/node.h"
#include "graph/testimony.h"

namespace nutgraf {

struct StatedUnit {
  Id id;
  NodeKind kind = NodeKind::person;
  bool local = false;  // known in this report only: incomplete or never named
  bool named = false;
  bool spoken = false;               // some mention is more than a pronoun
  bool around = false;               // a place that only lies around a place that the report has
  std::uint32_t offset = 0;          // of the first mention
  std::string name;                  // raw
  std::string folded;                // as units compare it
  std::vector<std::string> aliases;  // raw, sorted
  std::vector<std::string> heads;    // of one that is never named: what it is called, sorted
  std::vector<Count> counts;         // and how many its mentions say that they are
  std::string place_id;  // Place::id, or "x:/folded-name"; empty: no place, or a local one
  std::optional<Place> place;
  std::string role;
  std::string country;
  std::string tag;  // of a split; empty: none
  Gender gender = Gender::unknown;

  // "president/US"; empty: neither is told.
  std::string facet() const;
};

struct StatedRole {
  std::uint32_t unit = npos;  // index into Statement::units
  Role role = Role::actor;

  friend auto operator<=>(const StatedRole&, const StatedRole&) = default;
};

struct StatedCasualty {
  std::string state;
  Count count;
};

struct StatedEvent {
  Id id;
  std::string type;
  std::string act;  // the plain type
  std::string mode;
  std::string lemma;                // of the event that speaks for the chain
  std::vector<std::string> lemmas;  // sorted
  std::vector<std::string> frames;  // sorted
  std::vector<std::string> deeds;   // Event::deed, sorted; none: its words tell no deed
  Modality modality = Modality::actual;
  Polarity polarity = Polarity::positive;
  DayRange when;
  bool told = false;     // the day stands in words, not only in the head of the report
  bool own_day = false;  // these words stand in its own clause
  bool another = false;  // told as one more of its kind
  // Only references name it (Extraction::references): it joins what others tell, and tells nothing.
  bool only_named = false;
  std::uint16_t score = 0;
  std::vector<StatedRole> roles;  // sorted, each once
  std::vector<StatedCasualty> casualties;

  // Someone takes part, or it is typed and has a place: only these stand in the indexes.
  bool listed() const;
};

struct StatedMember {
  std::uint32_t unit = npos;   // indexes into Statement::units
  std::uint32_t group = npos;  // a named one

  friend auto operator<=>(const StatedMember&, const StatedMember&) = default;
};

struct Statement {
  std::string report;
  std::optional<Day> date;
  std::string source;
  std::vector<StatedUnit> units;
  std::vector<std::uint32_t> unit_of;   // by entity of the extraction; npos: none
  std::vector<StatedEvent> events;      // by id
  std::vector<std::uint32_t> chain_of;  // by event of the extraction, into `events`; npos: none
  std::vector<std::uint32_t> meant_by;  // the same by reference of the extraction
  std::vector<StatedMember> members;    // sorted, each once
};

// What curators said of one report's parts.
struct ReportDecisions {
  struct Split {
    Span mention;
    std::string tag;
    std::string name;  // empty: keeps its own
    friend bool operator==(const Split&, const Split&) = default;
  };
  std::vector<Split> splits;
  std::vector<Span> rejected;  // triggers

  friend bool operator==(const ReportDecisions&, const ReportDecisions&) = default;
};

Statement make_statement(const Report& report, const Extraction& extraction,
                         const ReportDecisions& decisions);

// The key under which units compare a name: fold_name without "the" before it and, of groups,
// without the lower-case words behind it ("Islamic State group").
std::string unit_name(NodeKind kind, std::string_view raw);

std::string encode(const Statement& statement);
Result<Statement> decode_statement(std::string_view bytes);

// The length class of schemas/keyspace.md.
std::uint8_t length_class(const DayRange& range);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_STATEMENT_H_
