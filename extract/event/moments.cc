#include "extract/event/moments.h"

namespace nutgraf {
namespace {

// "said he hoped": the tense follows the saying.
bool is_attitude_told(const Draft& draft, const Draft& host, const Arc& up) {
  const VerbGroup* group = draft.group;
  return speaks(host) && up.relation == Relation::complement && group != nullptr && group->finite &&
         group->tense == Tense::past && !group->perfect && !speaks(draft) &&
         (draft.verb.that != Effect::fact || draft.verb.to != Effect::fact ||
          draft.verb.verb_class == VerbClass::state);
}

// What a verb of saying is said at, during and along with, and not what it tells of.
bool beside_saying(const Arc& up) {
  return up.relation == Relation::oblique || up.relation == Relation::participial_clause ||
         up.relation == Relation::adverbial_clause || up.relation == Relation::relative_clause;
}

// "at a ceremony, where he praised them": a clause that goes on telling what was done there. Not
// "the town, where he lived": only what names an act is an occasion.
bool goes_on_at_occasion(const EventDesk& work, const Draft& draft, const Arc& up) {
  if (up.relation != Relation::relative_clause || up.governor == npos) return false;
  const VerbGroup* group = draft.group;
  if (group == nullptr || group->tense != Tense::past || group->perfect) return false;
  const Token& noun = work.token(up.governor);
  if (!is_common_noun(noun.tag) ||
      !names_a_deed(work.tables, work.tables.words.noun(noun.lemma), noun)) {
    return false;
  }
  for (const Arc& arc : work.desk.arcs_from(draft.token)) {
    const bool there = arc.relation == Relation::oblique && arc.dependent == up.governor;
    if (there && arc.marker != npos && work.token(arc.marker).folded == "where") return true;
  }
  return false;
}

}  // namespace

bool speaks(const Draft& draft) { return draft.verb.verb_class == VerbClass::speech; }

bool is_participle_on_noun(const EventDesk& work, std::uint32_t token) {
  const Arc& up = work.desk.arc_to(token);
  return up.relation == Relation::participial_clause && up.governor != npos &&
         is_noun(work.token(up.governor).tag);
}

std::uint32_t host_of(const EventDesk& work, const Draft& draft) {
  const Arc& up = work.desk.arc_to(draft.token);
  if (up.governor == npos) return npos;
  const std::uint32_t host = work.draft_at[up.governor];
  if (host != npos || !goes_on_at_occasion(work, draft, up)) return host;
  const Arc& occasion = work.desk.arc_to(up.governor);
  const bool beside = occasion.relation == Relation::oblique && occasion.governor != npos;
  return beside ? work.draft_at[occasion.governor] : npos;
}

void take_date(Draft& draft, const Draft& from) {
  draft.event.when = from.event.when;
  draft.event.when_from = Attachment::sentence;
  draft.dated = true;
}

bool shares_moment(const EventDesk& work, const Draft& draft, const Draft& host, const Arc& up) {
  if (speaks(host) && !beside_saying(up)) return is_attitude_told(draft, host, up);
  switch (up.relation) {
    case Relation::object:
    case Relation::passive_subject:
    case Relation::subject:
      return draft.event.form == EventForm::noun;
    case Relation::conjunct:
      return true;
    case Relation::participial_clause:
      return !is_participle_on_noun(work, draft.token);
    case Relation::relative_clause:
      return goes_on_at_occasion(work, draft, up);
    case Relation::oblique:
      // "fell during a surprise attack in June", "unveiled it at a ceremony"
      return draft.event.form == EventForm::noun && up.marker != npos &&
             (work.token(up.marker).folded == "at" ||
              work.is_marked(up, work.tables.bits.range_same));
    case Relation::adverbial_clause: {
      // "left as the shells fell", "opened the talks by praising them"
      const VerbGroup* group = draft.group;
      if (up.marker == npos || group == nullptr || group->perfect) return false;
      const bool same = work.is_marked(up, work.tables.bits.range_same);
      if (group->finite) return same && group->tense == Tense::past;
      return same || work.token(up.marker).folded == "by";
    }
    case Relation::complement: {
      const VerbRow row = work.tables.words.verb(work.lemma(up.governor));
      return row.to == Effect::fact && row.verb_class != VerbClass::speech;
    }
    default:
      return false;
  }
}

void share_day(EventDesk& work, const Draft& host) {
  for (Draft& draft : work.drafts) {
    if (draft.dated || host_of(work, draft) == npos) continue;
    if (&work.drafts[host_of(work, draft)] != &host) continue;
    if (shares_moment(work, draft, host, work.desk.arc_to(draft.token))) take_date(draft, host);
  }
}

}  // namespace nutgraf
