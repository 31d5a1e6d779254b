#include "graph/filter.h"

#include <algorithm>
#include <array>
#include <set>

#include "extract/text/fold.h"

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, 8> standings{
    "asserted", "any", "actual", "planned", "possible", "hypothetical", "requested", "denied"};
constexpr std::array<std::string_view, 6> orders{"events", "reports", "sources",
                                                 "name",   "date",    "score"};

template <typename Enum, std::size_t size>
std::optional<Enum> value(const std::array<std::string_view, size>& words,
                          std::string_view wanted) {
  for (std::size_t i = 0; i < size; ++i) {
    if (words.at(i) == wanted) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

bool stands(const EventDetails& event, Standing standing) {
  const bool denied = event.polarity == Polarity::negative;
  switch (standing) {
    case Standing::any:
      return true;
    case Standing::denied:
      return denied;
    case Standing::asserted:
      return event.asserted();
    case Standing::actual:
      return !denied && event.modality == Modality::actual;
    case Standing::planned:
      return !denied && event.modality == Modality::planned;
    case Standing::possible:
      return !denied && event.modality == Modality::possible;
    case Standing::hypothetical:
      return !denied && event.modality == Modality::hypothetical;
    case Standing::requested:
      return !denied && event.modality == Modality::requested;
  }
  return false;
}

bool surely_within(const DayRange& when, const DayRange& days) {
  const bool begins = !days.from || (when.from && *days.from <= *when.from);
  const bool ends = !days.until || (when.until && *when.until <= *days.until);
  return when.known() && begins && ends;
}

bool takes_part(const EventDetails& event, const NodeKey& node, std::optional<Role> role) {
  return std::any_of(
      event.participants.begin(), event.participants.end(),
      [&](const Participant& part) { return part.node == node && (!role || part.role == *role); });
}

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool passes(const EventDetails& event, const Filter& filter, const std::string& did) {
  if (!stands(event, filter.standing)) return false;
  if (!filter.type.empty() && event.type != filter.type) return false;
  if (!filter.mode.empty() && event.mode != filter.mode) return false;
  if (!filter.types.empty() && !has(filter.types, event.type)) return false;
  if (!did.empty() && !has(event.actions, did) && !has(event.frames, did) && event.type != did) {
    return false;
  }
  if (filter.by && !takes_part(event, *filter.by, Role::actor)) return false;
  if (filter.to && !takes_part(event, *filter.to, Role::target)) return false;
  if (filter.with && !takes_part(event, *filter.with, std::nullopt)) return false;
  if (filter.when && filter.certain && !event.undated) {
    return event.told && surely_within(event.when, *filter.when);
  }
  return true;
}

// The tellings whose reports the filter leaves.
Result<std::vector<std::uint32_t>> told_by(const GraphReader& reader, const EventDetails& event,
                                           const Filter& filter) {
  std::vector<std::uint32_t> out;
  const bool any = filter.source.empty() && filter.report.empty() && !filter.published;
  for (std::uint32_t i = 0; i < event.members.size(); ++i) {
    if (!any) {
      const Result<std::optional<ReportRow>> row = reader.report_row(event.members[i].report);
      if (!row) return fail(row.error());
      if (!*row || !leaves(filter, **row)) continue;
    }
    out.push_back(i);
  }
  return out;
}

// The same; none when the event does not pass. `did` is folded.
Result<std::vector<std::uint32_t>> left(const GraphReader& reader, const EventDetails& event,
                                        const Filter& filter, const std::string& did) {
  if (!passes(event, filter, did)) return std::vector<std::uint32_t>();
  return told_by(reader, event, filter);
}

}  // namespace

bool leaves(const Filter& filter, const ReportRow& report) {
  if (!filter.source.empty() && report.source != filter.source) return false;
  if (!filter.report.empty() && report.report != filter.report) return false;
  if (!filter.published) return true;
  return report.date &&
         surely_within({*report.date, Day{report.date->number + 1}}, *filter.published);
}

std::optional<Standing> parse_standing(std::string_view word) {
  return value<Standing>(standings, word);
}

std::optional<SortBy> parse_sort(std::string_view word) { return value<SortBy>(orders, word); }

Result<std::vector<std::uint32_t>> members_left(const GraphReader& reader,
                                                const EventDetails& event, const Filter& filter) {
  return left(reader, event, filter, fold(filter.did));
}

Result<void> visit_filtered(const GraphReader& reader, const Filter& filter,
                            const FilteredVisitor& visit) {
  EventScan scan;
  scan.participant = filter.by ? filter.by : filter.to ? filter.to : filter.with;
  scan.place = filter.at;
  const std::string did = fold(filter.did);
  scan.action = did.empty() ? filter.type : did;
  scan.days = filter.when;
  scan.undated = filter.undated;
  std::optional<Error> failure;
  const Result<void> done = reader.events(scan, [&](const EventDetails& event) {
    const Result<std::vector<std::uint32_t>> members = left(reader, event, filter, did);
    if (!members) {
      failure = members.error();
      return false;
    }
    if (members->empty()) return true;
    const Result<bool> more = visit(event, *members);
    if (!more) failure = more.error();
    return more.value_or(false);
  });
  if (failure) return fail(*failure);
  return done;
}

}  // namespace nutgraf
