// When: times attach to the act they hang on, then spread to the acts that share its moment; what
// is left goes by tense and the day of publication (publication_dates.cc).
#include <optional>
#include <string_view>

#include "extract/event/moments.h"
#include "extract/event/publication_dates.h"

namespace nutgraf {
namespace {

constexpr int deepest = 12;

// The token of the expression that hangs on a word outside it.
std::uint32_t top_of(const EventDesk& work, std::uint32_t first, std::uint32_t time) {
  std::uint32_t top = first;
  for (std::uint32_t i = first; i < work.desk.tokens.size() && work.time_at[i] == time; ++i) {
    const std::uint32_t governor = work.desk.arc_to(i).governor;
    if (governor == npos || work.time_at[governor] != time) top = i;
  }
  return top;
}

// The range that "since June", "before Monday", "until 2014" tell.
DayRange bounded(const EventDesk& work, const DayRange& range, std::string_view marker) {
  const ClassMask classes = work.tables.rules.classes().of(marker);
  if ((classes & work.tables.bits.range_from) != 0) return {range.from, std::nullopt};
  if ((classes & work.tables.bits.range_until) != 0) return {std::nullopt, range.from};
  if (marker == "by") return {std::nullopt, range.until};
  return range;
}

// The act that a time hangs on. A bare day at the end of "attacked troops positioned in the city
// Thursday" belongs to the finite verb.
std::uint32_t act_of_time(const EventDesk& work, std::uint32_t token, bool bare) {
  for (int depth = 0; depth < deepest; ++depth) {
    const Arc& up = work.desk.arc_to(token);
    if (up.governor == npos) return npos;
    token = up.governor;
    const std::uint32_t draft = work.draft_at[token];
    if (draft == npos) continue;
    if (bare && is_participle_on_noun(work, token)) continue;
    return draft;
  }
  return npos;
}

void set_time(EventDesk& work, Draft& draft, std::uint32_t time, const DayRange& range) {
  draft.event.times.push_back(time);
  if (draft.event.when.known()) return;
  draft.event.when = range;
  draft.event.when_from = Attachment::clause;
  draft.dated = true;
  work.tell(draft, true, work.out.times[time].rule, "the day stands in its clause");
}

// "a 2013 Toyota", "the 1991 accord": the year is the thing's.
bool names_a_thing(const EventDesk& work, const Arc& up) {
  if (up.governor == npos || work.draft_at[up.governor] != npos) return false;
  const bool before = up.relation == Relation::compound || up.relation == Relation::adjective ||
                      up.relation == Relation::number || up.relation == Relation::name_part;
  return before && is_noun(work.token(up.governor).tag);
}

// "sold since its launch in 2003": the act told as a noun right before the words of the time, when
// it bounds the act that they hang on; npos: none.
std::uint32_t bounding_act(const EventDesk& work, const Arc& up, std::uint32_t first) {
  const std::uint32_t begin = up.marker == npos ? first : up.marker;
  if (up.governor == npos || up.relation != Relation::oblique || begin == 0) return npos;
  const std::uint32_t noun = work.draft_at[begin - 1];
  if (noun == npos || work.drafts[noun].event.form != EventForm::noun) return npos;
  const Arc& bound = work.desk.arc_to(work.drafts[noun].token);
  if (bound.governor != up.governor || bound.marker == npos) return npos;
  const ClassMask classes = work.tables.rules.classes().of(work.token(bound.marker).folded);
  const ClassMask bounds = work.tables.bits.range_from | work.tables.bits.range_until;
  return (classes & bounds) != 0 ? noun : npos;
}

void attach_times(EventDesk& work) {
  std::uint32_t last = npos;
  for (std::uint32_t i = 0; i < work.desk.tokens.size(); ++i) {
    const std::uint32_t time = work.time_at[i];
    if (time == npos || time == last) continue;
    last = time;
    if (work.desk.in_dateline(i)) continue;
    const TimeExpression& expression = work.out.times[time];
    const std::uint32_t top = top_of(work, i, time);
    const Arc& up = work.desk.arc_to(top);
    // "(1982-87)" behind a noun tells of the noun.
    if (names_a_thing(work, up) || (i > 0 && work.token(i - 1).folded == "(")) continue;
    const std::uint32_t bound = bounding_act(work, up, i);
    const std::uint32_t act = bound != npos ? bound : act_of_time(work, top, up.marker == npos);
    if (act == npos) continue;
    if (expression.type == TimeType::set) work.drafts[act].habitual = true;
    if (expression.type != TimeType::date && expression.type != TimeType::time) continue;
    if (!expression.range.known()) continue;
    const std::string_view marker =
        up.marker == npos ? std::string_view() : work.token(up.marker).folded;
    // "after 10 a.m. on Monday" is Monday.
    const DayRange range = expression.type == TimeType::time
                               ? expression.range
                               : bounded(work, expression.range, marker);
    set_time(work, work.drafts[act], time, range);
  }
}

// "played there and retired in 1987": a year is the last act's own.
bool is_week_at_most(const DayRange& range) {
  return range.from && range.until && range.until->number - range.from->number <= 7;
}

bool comma_between(const EventDesk& work, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first + 1; i < last; ++i) {
    if (work.token(i).folded == ",") return true;
  }
  return false;
}

void spread_dates(EventDesk& work) {
  for (Draft& draft : work.drafts) {
    if (draft.light == npos || draft.dated || !work.drafts[draft.light].dated) continue;
    take_date(draft, work.drafts[draft.light]);
  }
  // Down: what hangs on a dated act.
  for (int pass = 0; pass < 2; ++pass) {
    for (Draft& draft : work.drafts) {
      const Arc& up = work.desk.arc_to(draft.token);
      if (draft.dated || up.governor == npos) continue;
      const std::uint32_t host = host_of(work, draft);
      if (host == npos || !work.drafts[host].dated) continue;
      if (shares_moment(work, draft, work.drafts[host], up)) take_date(draft, work.drafts[host]);
    }
  }
  // Up: "sped out and attacked troops on Thursday", "held a march on Friday".
  for (const Draft& draft : work.drafts) {
    const Arc& up = work.desk.arc_to(draft.token);
    if (!draft.dated || up.governor == npos) continue;
    const std::uint32_t host = work.draft_at[up.governor];
    if (host == npos || work.drafts[host].dated || speaks(work.drafts[host])) continue;
    // "was elected and, in May, resigned": behind a comma the day is the second act's own.
    const bool apart =
        up.relation == Relation::conjunct && comma_between(work, up.governor, draft.token);
    const bool joined =
        (up.relation == Relation::conjunct && !apart && is_week_at_most(draft.event.when)) ||
        up.relation == Relation::object;
    if (joined && draft.factuality == work.drafts[host].factuality) {
      take_date(work.drafts[host], draft);
    }
  }
}

// "after the takeover", "before the city fell".
void date_by_act(EventDesk& work, Draft& draft) {
  for (const Arc& arc : work.desk.arcs_from(draft.token)) {
    const bool joined =
        arc.relation == Relation::oblique || arc.relation == Relation::adverbial_clause;
    if (!joined || arc.marker == npos || arc.dependent == draft.token) continue;
    const std::uint32_t other = work.draft_at[arc.dependent];
    if (other == npos || !work.drafts[other].dated) continue;
    const DayRange& when = work.drafts[other].event.when;
    const std::string_view marker = work.token(arc.marker).folded;
    DayRange range;
    const ClassMask classes = work.tables.rules.classes().of(marker);
    if ((classes & work.tables.bits.range_from) != 0) {
      range.from = when.from;
    } else if (marker == "before") {
      range.until = when.until;
    } else if ((classes & work.tables.bits.range_same) != 0) {
      range = when;
    }
    if (!range.known()) continue;
    draft.event.when = range;
    draft.event.when_from = Attachment::sentence;
    draft.dated = true;
    work.tell(draft, true, "date/by-act", "dated by the act it stands beside");
    return;
  }
}

// The same deed told again, or the next thing its doer did, on a day that an earlier sentence told.
void share_in_chains(EventDesk& work) {
  std::vector<std::uint32_t> teller(work.drafts.size() + 1, npos);
  for (std::uint32_t i = 0; i < work.drafts.size(); ++i) {
    const Draft& draft = work.drafts[i];
    if (!draft.dated || !is_week_at_most(draft.event.when)) continue;
    std::uint32_t& first = teller[draft.event.chain];
    if (first == npos) first = i;
  }
  for (Draft& draft : work.drafts) {
    const std::uint32_t from = teller[draft.event.chain];
    if (draft.dated || from == npos) continue;
    const Draft& told = work.drafts[from];
    if (told.factuality != draft.factuality || told.event.sentence == draft.event.sentence)
      continue;
    take_date(draft, told);
    draft.event.when_from = Attachment::paragraph;
    work.tell(draft, true, "date/retold", "the day of the same deed in another sentence");
  }
}

}  // namespace

void find_dates(EventDesk& work) {
  attach_times(work);
  spread_dates(work);
}

void find_relative_dates(EventDesk& work) {
  for (Draft& draft : work.drafts) {
    if (!draft.dated) date_by_act(work, draft);
  }
  spread_dates(work);
  share_in_chains(work);
  const auto& published = work.published;
  if (!published) return;
  follow_actors(work, *published);
  spread_dates(work);
  date_by_publication(work, *published);
}

}  // namespace nutgraf
