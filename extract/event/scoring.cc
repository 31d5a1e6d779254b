// How central each act is to its report, and the writing of events and tuples.
#include <algorithm>

#include "extract/event/event_desk.h"

namespace nutgraf {
namespace {

// The lead tells the main event; every further sentence counts for less.
constexpr int lead = 1000;
constexpr int step = 70;
constexpr int least = 100;
// A headline tells its event in short; the lead tells it in full.
constexpr int headline_step = 1;
constexpr std::uint32_t lead_sentences = 4;
constexpr std::size_t most_tuples = 16;  // of one event

bool is_known_place(const EventDesk& work, std::uint32_t mention) {
  const Mention& found = work.out.mentions[mention];
  if (found.form == Form::name) return true;
  if (found.entity == npos) return false;
  const auto& place = work.out.entities[found.entity].place;
  return place && !place->container;  // "the scene" has no more than the point of its town
}

int score_of(const EventDesk& work, const Draft& draft, int order, int retellings) {
  const Event& event = draft.event;
  int score = std::max(lead - step * order, least);
  if (!event.type.empty()) score += 200;
  if (!event.actors.empty()) score += 200;
  if (!event.targets.empty()) score += 150;
  if (!event.things.empty()) score += 120;
  if (!event.places.empty()) score += 80;
  const Attachment when = event.when_from;
  if (when == Attachment::clause || when == Attachment::sentence) score += 60;
  if (event.polarity == Polarity::positive && event.modality == Modality::actual) score += 80;
  if (draft.group != nullptr && draft.group->finite) score += 60;
  const std::uint32_t clause = work.desk.clause_of[draft.token];
  if (clause != npos && work.desk.clauses[clause].kind == ClauseKind::main) score += 150;
  const VerbClass kind = draft.verb.verb_class;
  if (event.form == EventForm::noun) score -= 60;
  const bool named = std::any_of(event.actors.begin(), event.actors.end(), [&](std::uint32_t m) {
    return work.out.mentions[m].form == Form::name;
  });
  if (named) score += 60;
  if (kind == VerbClass::speech) score -= 350;
  if (kind == VerbClass::state || kind == VerbClass::aspect) score -= 250;
  if (draft.event.form == EventForm::noun && draft.noun.event == IsEvent::maybe) score -= 200;
  return std::max(score + 40 * std::min(retellings, 5), 1);
}

// "The alliance includes Norway", "the town has a hospital": true, but nobody did anything.
bool tells_no_act(const Draft& draft) {
  // "the released emails": half a fact at best.
  if (draft.event.form == EventForm::verb && draft.group == nullptr) {
    return draft.event.actors.empty() || draft.event.targets.empty();
  }
  return draft.verb.verb_class == VerbClass::state && draft.event.type.empty();
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

// The first place that has a name or a point, or one within it; "a hotel" only when there is no
// other.
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

void add_tuples(const EventDesk& work, const Draft& draft, std::uint32_t index,
                std::vector<Tuple>& tuples) {
  const Event& event = draft.event;
  if (event.actors.empty() && event.targets.empty()) return;
  const std::vector<std::uint32_t> nobody = {npos};
  const auto& actors = event.actors.empty() ? nobody : event.actors;
  const auto& targets = event.targets.empty() ? nobody : event.targets;
  std::size_t count = 0;
  for (const std::uint32_t actor : actors) {
    for (const std::uint32_t target : targets) {
      if (++count > most_tuples) return;
      Tuple tuple;
      tuple.event = index;
      tuple.actor = actor;
      tuple.action = event.lemma;
      tuple.target = target;
      tuple.place = best_place(work, draft);
      tuple.when = event.when;
      tuples.push_back(std::move(tuple));
    }
  }
}

// Days told in a sentence, for the main event that has none: the nearest before its end, of a week
// at most and not after publication; in its dateline, or behind it.
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
                         up.marker != npos &&
                         (work.tables.rules.classes().of(work.token(up.marker).folded) &
                          work.tables.bits.prep_at) != 0;
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
  return hangs && up.marker != npos &&
         (work.tables.rules.classes().of(work.token(up.marker).folded) &
          work.tables.bits.prep_at) != 0;
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

// "respond to all attacks": a noun of which nothing is told and that no other telling backs is an
// event, but too little to code.
void leave_uncoded(Event& event) {
  event.type.clear();
  event.mode.clear();
  event.act.clear();
  event.codes.clear();
}

bool tells_nothing(const Draft& draft) {
  const Event& event = draft.event;
  return event.form == EventForm::noun && draft.light == npos && event.actors.empty() &&
         event.targets.empty() && event.places.empty() && event.things.empty() && !draft.dated &&
         event.inherited_actors.empty() && event.inherited_targets.empty();
}

}  // namespace

void find_scores(EventDesk& work) {
  std::vector<int> order(work.desk.sentences.size(), 0);
  int prose = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool tells = work.desk.sentences[i].kind == SentenceKind::prose;
    order[i] = tells ? prose : prose + headline_step;
    if (tells) ++prose;
  }
  std::vector<int> told(work.drafts.size() + 1, 0);
  for (const Draft& draft : work.drafts) ++told[draft.event.chain];
  std::vector<int> scores;
  for (const Draft& draft : work.drafts) {
    scores.push_back(
        score_of(work, draft, order[draft.event.sentence], told[draft.event.chain] - 1));
  }
  if (scores.empty()) return;
  const auto best = std::max_element(scores.begin(), scores.end());
  for (std::size_t i = 0; i < scores.size(); ++i) {
    work.drafts[i].event.score = static_cast<std::uint16_t>(scores[i] * 1000 / *best);
  }
  Draft& main = work.drafts[static_cast<std::size_t>(best - scores.begin())];
  complete(work, main);
  if (!leads(work, main)) return;
  if (main.tuple_place == npos && !has_known_place(work, main.event)) {
    main.tuple_place = place_of_lead(work, main);
  }
  narrow_place(work, main);
}

void write_events(EventDesk& work) {
  for (Draft& draft : work.drafts) {
    const auto index = static_cast<std::uint32_t>(work.out.events.size());
    if (tells_nothing(draft) || draft.part_of != npos) leave_uncoded(draft.event);
    const bool leaves = draft.is_light || draft.part_of != npos;
    if (!leaves && !tells_no_act(draft)) add_tuples(work, draft, index, work.out.tuples);
    work.out.events.push_back(std::move(draft.event));
  }
}

}  // namespace nutgraf
