#include "extract/event/main_event.h"

#include <algorithm>

#include "extract/event/moments.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t lead_sentences = 4;

bool is_known_place(const EventDesk& work, std::uint32_t mention) {
  const Mention& found = work.out.mentions[mention];
  if (found.form == Form::name) return true;
  if (found.entity == npos) return false;
  const auto& place = work.out.entities[found.entity].place;
  return place && !place->container;  // "the scene" has no more than the point of its town
}

const Place* place_of(const EventDesk& work, std::uint32_t mention) {
  const std::uint32_t entity = work.out.mentions[mention].entity;
  if (entity == npos || !work.out.entities[entity].place) return nullptr;
  return &*work.out.entities[entity].place;
}

bool is_physical(const EventDesk& work, std::uint32_t mention) {
  const Place* place = place_of(work, mention);
  return place != nullptr && place->feature == Feature::physical;
}

// Whether the gazetteer puts the place of one mention into that of another.
bool lies_in(const EventDesk& work, std::uint32_t inner, std::uint32_t outer) {
  const Place* small = place_of(work, inner);
  const Place* large = place_of(work, outer);
  if (small == nullptr || large == nullptr) return false;
  return std::any_of(small->within.begin(), small->within.end(),
                     [&](const Place& place) { return place.id == large->id; });
}

// A day on which somebody said that it had been done before.
bool is_day_of_saying(const EventDesk& work, std::uint32_t time, const Draft& draft) {
  const VerbGroup* group = draft.group;
  if (group == nullptr || !group->perfect || speaks(draft)) return false;
  bool said = false;
  for (const Draft& other : work.drafts) {
    const auto& times = other.event.times;
    if (std::find(times.begin(), times.end(), time) == times.end()) continue;
    if (!speaks(other)) return false;
    said = true;
  }
  return said;
}

// "shelled a town, where nine died on Saturday": the day of what is told aside.
bool is_day_of_relative(const EventDesk& work, std::uint32_t time) {
  return std::any_of(work.drafts.begin(), work.drafts.end(), [&](const Draft& draft) {
    const auto& times = draft.event.times;
    return std::find(times.begin(), times.end(), time) != times.end() &&
           work.desk.arc_to(draft.token).relation == Relation::relative_clause;
  });
}

// "the Nov. 26 election": the day of the act that it stands before, and of no other.
bool is_day_before_noun(const EventDesk& work, std::uint32_t time, std::uint32_t token,
                        const Draft& main) {
  return std::any_of(work.drafts.begin(), work.drafts.end(), [&](const Draft& draft) {
    const auto& times = draft.event.times;
    const bool own = std::find(times.begin(), times.end(), time) != times.end();
    const std::uint32_t group = work.desk.noun_group_of[draft.token];
    // "said in a 2011 interview" was said on the day of the interview.
    const ClassBits& bits = work.tables.bits;
    const bool in_it =
        work.is_marked(work.desk.arc_to(draft.token), bits.prep_at | bits.range_same);
    return own && !in_it && draft.token != main.token && draft.event.form == EventForm::noun &&
           draft.event.chain != main.event.chain && token < draft.token && group != npos &&
           work.desk.noun_groups[group].tokens.begin <= token;
  });
}

std::uint32_t day_told_in(const EventDesk& work, const Sentence& sentence, const Draft& draft,
                          bool head) {
  const auto& published = work.published;
  std::uint32_t found = npos;
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const std::uint32_t time = work.time_at[i];
    if (time == npos || work.desk.in_dateline(i) != head) continue;
    const TimeExpression& expression = work.out.times[time];
    const DayRange& range = expression.range;
    if (expression.type == TimeType::duration || expression.type == TimeType::set) continue;
    if (!range.from || !range.until || range.until->number - range.from->number > 7) continue;
    if (published && range.from->number > published->number && !draft.future) continue;
    // "will send troops, the minister said Monday": the day of a plan is still to come.
    if (published && range.until->number <= published->number && draft.future) continue;
    if (is_day_of_saying(work, time, draft) || is_day_of_relative(work, time)) continue;
    if (is_day_before_noun(work, time, i, draft)) continue;
    found = time;
    if (i > draft.token) break;
  }
  return found;
}

// A place that somebody or something is at in the sentence, or one within it; for an act of words
// only where an act is told, not where a thing stands ("their last stronghold in Iraq").
std::uint32_t place_told_in(const EventDesk& work, const Sentence& sentence, bool bodily) {
  std::uint32_t found = npos;
  bool sure = false;
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const std::uint32_t mention = work.mention_at[i];
    if (mention == npos || work.out.mentions[mention].kind != Kind::place) continue;
    if (work.out.mentions[mention].form == Form::pronoun) continue;
    const Arc& up = work.desk.arc_to(i);
    const bool located = (up.relation == Relation::oblique ||
                          (bodily && up.relation == Relation::nominal_modifier)) &&
                         work.is_marked(up, work.tables.bits.prep_at);
    const bool named = work.out.mentions[mention].form == Form::name;
    if (located && named && (!sure || lies_in(work, mention, found))) {
      found = mention;
      sure = true;
    }
    if (located && found == npos) found = mention;
    if (found == npos && work.desk.in_dateline(i)) found = mention;
  }
  return found;
}

// Only an act of the first three sentences is told over the next ones.
bool leads(const EventDesk& work, const Draft& draft) {
  int told = 0;
  for (std::uint32_t i = 0; i < draft.event.sentence; ++i) {
    if (work.desk.sentences[i].kind == SentenceKind::prose) ++told;
  }
  return told < 3;
}

bool shares_party(const EventDesk& work, const Event& a, const Event& b) {
  const auto entity = [&](std::uint32_t mention) { return work.out.mentions[mention].entity; };
  for (const auto* one : {&a.actors, &a.targets}) {
    for (const auto* other : {&b.actors, &b.targets}) {
      for (const std::uint32_t x : *one) {
        for (const std::uint32_t y : *other) {
          if (entity(x) == entity(y)) return true;
        }
      }
    }
  }
  return false;
}

// Where the same party did something that happened, in another sentence.
std::uint32_t place_of_party(const EventDesk& work, std::uint32_t sentence, const Draft& draft) {
  for (const Draft& other : work.drafts) {
    if (other.event.sentence != sentence || other.factuality != Factuality{}) continue;
    if (other.event.chain != draft.event.chain && !shares_party(work, other.event, draft.event)) {
      continue;
    }
    for (const EventPlace& place : other.event.places) {
      if (place.role == PlaceRole::at) return place.mention;
    }
  }
  return npos;
}

bool has_known_place(const EventDesk& work, const Event& event) {
  return std::any_of(event.places.begin(), event.places.end(),
                     [&](const EventPlace& place) { return is_known_place(work, place.mention); });
}

// "the Oslo tram crash": where an act of the lead was, for a main event that is told no place.
std::uint32_t place_of_lead(const EventDesk& work, const Draft& draft) {
  for (const Draft& other : work.drafts) {
    if (other.event.sentence > draft.event.sentence + lead_sentences) break;
    if (other.event.form != EventForm::noun || other.factuality != Factuality{}) continue;
    for (const EventPlace& place : other.event.places) {
      if (place.role == PlaceRole::at && is_known_place(work, place.mention)) return place.mention;
    }
  }
  return npos;
}

bool is_wide(const Place& place) {
  return place.feature == Feature::country || place.feature == Feature::region ||
         place.feature == Feature::province || place.feature == Feature::continent;
}

bool is_place_noun(const EventDesk& work, std::uint32_t token) {
  const std::uint32_t mention = work.mention_at[token];
  return mention != npos && work.out.mentions[mention].kind == Kind::place &&
         work.out.mentions[mention].form == Form::nominal;
}

// "in Kunduz", "in the city of Kunduz".
bool is_located(const EventDesk& work, std::uint32_t token) {
  const Arc& own = work.desk.arc_to(token);
  const bool of = own.governor != npos && own.marker != npos &&
                  work.token(own.marker).folded == "of" && is_place_noun(work, own.governor);
  const Arc& up = of ? work.desk.arc_to(own.governor) : own;
  const bool hangs = up.relation == Relation::oblique || up.relation == Relation::nominal_modifier;
  return hangs && work.is_marked(up, work.tables.bits.prep_at);
}

// "in Afghanistan … in the city of Kunduz": the town in the country of the main event where its
// lead tells something to be, when it speaks of one more than of any other.
std::uint32_t town_in(const EventDesk& work, const Draft& draft, std::uint32_t wide) {
  std::uint32_t best = npos;
  std::uint32_t most = 0;
  bool tied = false;
  std::vector<std::uint32_t> told(work.out.entities.size(), 0);
  const std::uint32_t last = draft.event.sentence + lead_sentences;
  for (std::uint32_t i = 0; i < work.desk.tokens.size(); ++i) {
    if (work.token(i).sentence > last) break;
    const std::uint32_t mention = work.mention_at[i];
    if (mention == npos || work.out.mentions[mention].head_token != i) continue;
    const Mention& found = work.out.mentions[mention];
    if (found.kind != Kind::place || found.form != Form::name || found.entity == npos) continue;
    const Place* place = place_of(work, mention);
    if (place == nullptr || is_wide(*place) || place->feature == Feature::physical) continue;
    if (!lies_in(work, mention, wide) || !is_located(work, i)) continue;
    const std::uint32_t count = ++told[found.entity];
    if (count > most) {
      best = mention;
      most = count;
      tied = false;
    } else if (count == most && work.out.mentions[best].entity != found.entity) {
      tied = true;
    }
  }
  return tied ? npos : best;
}

// The main event of a report is told over its first sentences, and its place may stand in the
// dateline only. No other event takes a day or a place from there.
void complete(EventDesk& work, Draft& draft) {
  const auto& sentences = work.desk.sentences;
  const std::uint32_t own = draft.event.sentence;
  std::vector<std::uint32_t> order = {own};
  for (std::uint32_t i = 0; i < sentences.size() && i <= own + lead_sentences; ++i) {
    if (i != own) order.push_back(i);
  }
  for (const std::uint32_t i : order) {
    if (i != own && !leads(work, draft)) continue;
    const Attachment near = i == own ? Attachment::sentence : Attachment::paragraph;
    const bool line = sentences[i].kind == SentenceKind::dateline;
    if (draft.tuple_place == npos && !has_known_place(work, draft.event)) {
      // An act of words happens nowhere in particular.
      const bool bodily =
          draft.verb.verb_class != VerbClass::speech &&
          (work.tables.rules.classes().of(draft.event.act) & work.tables.bits.act_of_words) == 0;
      const std::uint32_t place = i == own || line || bodily
                                      ? place_told_in(work, sentences[i], bodily)
                                      : place_of_party(work, i, draft);
      if (place != npos && (draft.event.places.empty() || is_known_place(work, place))) {
        draft.tuple_place = place;
        if (draft.event.places.empty()) {
          const bool head = work.desk.in_dateline(work.out.mentions[place].tokens.begin);
          draft.event.where_from = head ? Attachment::dateline : near;
        }
        work.tell(draft, true, "place/main-event", "the main event takes the nearest place told");
      }
    }
  }
  if (draft.dated) return;
  // The dateline's day comes last.
  for (const bool head : {false, true}) {
    for (const std::uint32_t i : order) {
      if (i != own && !leads(work, draft)) continue;
      const std::uint32_t time = day_told_in(work, sentences[i], draft, head);
      if (time == npos) continue;
      draft.event.times.push_back(time);
      draft.event.when = work.out.times[time].range;
      draft.event.when_from = head       ? Attachment::dateline
                              : i == own ? Attachment::sentence
                                         : Attachment::paragraph;
      draft.dated = true;
      work.tell(draft, true, "date/main-event", "the main event takes the nearest day told");
      return;
    }
  }
}

void narrow_place(EventDesk& work, Draft& draft) {
  const std::uint32_t told = best_place(work, draft);
  const Place* place = told == npos ? nullptr : place_of(work, told);
  if (place == nullptr || !is_wide(*place)) return;
  const std::uint32_t town = town_in(work, draft, told);
  if (town == npos) return;
  draft.tuple_place = town;
  work.tell(draft, true, "place/town-of-lead", "the lead tells of one town in it");
}

}  // namespace

std::uint32_t best_place(const EventDesk& work, const Draft& draft) {
  std::uint32_t best = npos;
  for (const EventPlace& place : draft.event.places) {
    if (!is_known_place(work, place.mention)) continue;
    // "across the Tigris into Mosul": the town before the river.
    const bool land = best != npos && is_physical(work, best) && !is_physical(work, place.mention);
    if (best == npos || land || lies_in(work, place.mention, best)) best = place.mention;
  }
  const std::uint32_t told = draft.tuple_place;
  if (best != npos) return told != npos && lies_in(work, told, best) ? told : best;
  if (told != npos || draft.event.places.empty()) return told;
  return draft.event.places.front().mention;
}

void complete_main_event(EventDesk& work, Draft& main) {
  complete(work, main);
  if (main.dated) share_day(work, main);
  if (!leads(work, main)) return;
  if (main.tuple_place == npos && !has_known_place(work, main.event)) {
    main.tuple_place = place_of_lead(work, main);
  }
  narrow_place(work, main);
}

}  // namespace nutgraf
