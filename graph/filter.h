// The questions: who, what, where, when; with the filters of the command line.
//
// Pure functions over a GraphReader. Nodes in a filter are resolved before; dates are half-open.
// Rows come by events descending, then reports descending, then node, unless `sort` says otherwise.
#ifndef NUTGRAF_GRAPH_FILTER_H_
#define NUTGRAF_GRAPH_FILTER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/result.h"
#include "graph/node.h"
#include "graph/reader.h"

namespace nutgraf {

// Which events count: asserted ones (actual and not denied), all, one modality, or denied ones.
enum class Standing : std::uint8_t {
  asserted,
  any,
  actual,
  planned,
  possible,
  hypothetical,
  requested,
  denied
};
std::optional<Standing> parse_standing(std::string_view word);

enum class SortBy : std::uint8_t { events, reports, sources, name, date, score };
std::optional<SortBy> parse_sort(std::string_view word);

struct Filter {
  std::optional<NodeKey> at;    // a place; what lies within belongs to it
  std::optional<NodeKey> by;    // actor
  std::optional<NodeKey> to;    // target
  std::optional<NodeKey> with;  // another participant of the event, in any role
  std::optional<DayRange> when;
  std::string did;                 // lemma or frame, as typed; folded here
  std::string type;                // PLOVER root or "x:…"
  std::string mode;                // of the type: "visit"
  std::vector<std::string> types;  // any of these; empty: any type
  // who, near, top: of the nodes in the rows. what, where, when: of some actor of the event, unless
  // it is the kind of the rows themselves.
  std::optional<NodeKind> kind;
  std::string source;  // of a supporting report
  std::string report;  // id of a supporting report
  std::optional<DayRange> published;
  std::uint64_t min_reports = 0;
  Standing standing = Standing::asserted;
  bool undated = false;  // also, with `when`, what has no date at all
  bool certain = false;  // `when` means surely within
  // Of rows that have no date of their own: that of their first event. Dates ascend.
  SortBy sort = SortBy::events;
  std::size_t limit = 0;  // 0: none
};

// "2016", "2016-10", "2016-10-17", "2016-W42", "A..B" (both ends belong to it), "A..", "..B".
Result<DayRange> parse_days(std::string_view words);

struct WhoRow {
  NamedNode node;
  std::vector<std::string> actions;  // lemmas, most events first
  Counts counts;
};

struct WhatRow {
  NamedNode node;
  EventDetails event;
  std::vector<NamedNode> actors;
  std::vector<NamedNode> targets;
  std::vector<NamedNode> places;
  std::uint64_t reports = 0;  // of those that the filter leaves
  std::uint64_t sources = 0;
};

struct WhereRow {
  NamedNode node;
  std::optional<Place> place;
  Counts counts;
};

// A day, or the range that the events tell when they tell no day.
struct WhenRow {
  DayRange when;
  std::vector<std::string> actions;
  Counts counts;
};

Result<std::vector<WhoRow>> who(const GraphReader& reader, const Filter& filter);
Result<std::vector<WhatRow>> what(const GraphReader& reader, const Filter& filter);
Result<std::vector<WhereRow>> where(const GraphReader& reader, const Filter& filter);
Result<std::vector<WhenRow>> when(const GraphReader& reader, const Filter& filter);

// Whether the report passes what the filter says of reports.
bool leaves(const Filter& filter, const ReportRow& report);

// The events that pass, each with the indexes of the members (tellings) that the filter leaves.
using FilteredVisitor =
    std::function<Result<bool>(const EventDetails&, const std::vector<std::uint32_t>& members)>;
Result<void> visit_filtered(const GraphReader& reader, const Filter& filter,
                            const FilteredVisitor& visit);
// Those indexes for one event; none when it does not pass. Dates and places are not looked at: they
// are the scan's to narrow, and the event must come from one.
Result<std::vector<std::uint32_t>> members_left(const GraphReader& reader,
                                                const EventDetails& event, const Filter& filter);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_FILTER_H_
