// Places that do not hang on the act itself: with its actors and targets, with the act above it.
#include <algorithm>

#include "extract/event/event_desk.h"

namespace nutgraf {
namespace {

bool is_place(const EventDesk& work, std::uint32_t mention) {
  return mention != npos && work.out.mentions[mention].kind == Kind::place;
}

bool is_located(const EventDesk& work, std::uint32_t mention) {
  const Mention& found = work.out.mentions[mention];
  return found.form == Form::name ||
         (found.entity != npos && work.out.entities[found.entity].place.has_value());
}

// A place that is more than somewhere in its town.
bool has_own_point(const EventDesk& work, std::uint32_t mention) {
  const Mention& found = work.out.mentions[mention];
  if (found.form == Form::name) return true;
  if (found.entity == npos) return false;
  const auto& place = work.out.entities[found.entity].place;
  return place && !place->container;
}

// "the commercial area of Baghdad"; npos: no place with a name.
std::uint32_t named_after_of(const EventDesk& work, std::uint32_t noun) {
  for (const Arc& arc : work.desk.arcs_from(noun)) {
    const bool of = arc.relation == Relation::nominal_modifier && arc.marker != npos &&
                    work.token(arc.marker).folded == "of";
    const std::uint32_t mention = of ? work.mention_at[arc.dependent] : npos;
    if (is_place(work, mention) && work.out.mentions[mention].form == Form::name) return mention;
  }
  return npos;
}

// "forces in Mosul", "troops positioned in Gogjali".
std::uint32_t place_of_noun(const EventDesk& work, std::uint32_t noun, int depth = 0) {
  constexpr int deepest = 2;  // "forces of the government in Homs"
  for (const Arc& arc : work.desk.arcs_from(noun)) {
    if (arc.relation == Relation::nominal_modifier && arc.marker != npos) {
      const ClassMask mask = work.tables.rules.classes().of(work.token(arc.marker).folded);
      const std::uint32_t mention = work.mention_at[arc.dependent];
      if ((mask & work.tables.bits.prep_at) != 0 && is_place(work, mention)) {
        // "a fire at a nightclub in Oslo"
        const bool known = depth == deepest || has_own_point(work, mention);
        std::uint32_t town = known ? npos : named_after_of(work, arc.dependent);
        if (!known && town == npos) town = place_of_noun(work, arc.dependent, depth + 1);
        return town == npos ? mention : town;
      }
      const bool located = is_place(work, mention) && work.out.mentions[mention].form == Form::name;
      if (depth < deepest && work.token(arc.marker).folded == "of" && mention != npos && !located) {
        const std::uint32_t below = place_of_noun(work, arc.dependent, depth + 1);
        if (below != npos) return below;
      }
    }
    if (arc.relation == Relation::participial_clause && work.draft_at[arc.dependent] != npos) {
      const Event& event = work.drafts[work.draft_at[arc.dependent]].event;
      for (const EventPlace& place : event.places) {
        if (place.role == PlaceRole::at) return place.mention;
      }
    }
  }
  return npos;
}

// The act told as a noun right before the words "at Keld": "delayed after a crash at Keld".
std::uint32_t act_before(const EventDesk& work, const Draft& draft, std::uint32_t mention) {
  const std::uint32_t head = work.out.mentions[mention].head_token;
  if (head == npos) return npos;
  const Arc& place = work.desk.arc_to(head);
  const bool oblique = place.governor == draft.token && place.relation == Relation::oblique;
  if (!oblique || place.marker == npos || place.marker == 0) return npos;
  const std::uint32_t noun = work.draft_at[place.marker - 1];
  if (noun == npos || work.drafts[noun].event.form != EventForm::noun) return npos;
  const Arc& up = work.desk.arc_to(work.drafts[noun].token);
  const bool beside = up.governor == draft.token && up.relation == Relation::oblique;
  return beside && up.marker != npos ? noun : npos;
}

// The place is the noun's; also the verb's when both happen at one time.
void place_by_words_order(EventDesk& work, Draft& draft) {
  auto& places = draft.event.places;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i].role != PlaceRole::at) continue;
    const std::uint32_t noun = act_before(work, draft, places[i].mention);
    if (noun == npos || !work.drafts[noun].event.places.empty()) continue;
    Event& event = work.drafts[noun].event;
    event.places.push_back(places[i]);
    event.where_from = Attachment::clause;
    const Arc& up = work.desk.arc_to(work.drafts[noun].token);
    const ClassMask classes = work.tables.rules.classes().of(work.token(up.marker).folded);
    const ClassMask apart = work.tables.bits.range_from | work.tables.bits.range_until;
    if ((classes & apart) == 0) continue;
    places.erase(places.begin() + static_cast<std::ptrdiff_t>(i));
    if (places.empty()) draft.event.where_from = Attachment::nowhere;
    return;
  }
}

// The act that this one hangs on, when both happen in one place.
std::uint32_t host_of(const EventDesk& work, const Draft& draft) {
  std::uint32_t token = draft.token;
  for (int step = 0; step < 3; ++step) {
    const Arc& up = work.desk.arc_to(token);
    if (up.governor == npos) return npos;
    switch (up.relation) {
      case Relation::conjunct:
      case Relation::participial_clause:
      case Relation::object:
      case Relation::passive_subject:
      case Relation::subject:
        break;
      case Relation::complement: {
        const VerbRow row = work.tables.words.verb(work.lemma(up.governor));
        if (row.verb_class == VerbClass::speech || row.to != Effect::fact) return npos;
        break;
      }
      default:
        return npos;
    }
    token = up.governor;
    const std::uint32_t host = work.draft_at[token];
    if (host == npos) continue;
    return work.drafts[host].verb.verb_class == VerbClass::speech ? npos : host;
  }
  return npos;
}

// "burning houses": what the act struck, and no map has, tells where of no other act.
bool only_struck(const EventDesk& work, const Draft& draft, std::uint32_t place) {
  const auto& targets = draft.event.targets;
  return !is_located(work, place) &&
         std::find(targets.begin(), targets.end(), place) != targets.end();
}

// The first of the act's places where other acts were too; nullptr: none.
const EventPlace* place_to_lend(const EventDesk& work, const Draft& draft,
                                PlaceRole role = PlaceRole::at) {
  const EventPlace* first = nullptr;
  for (const EventPlace& place : draft.event.places) {
    if (place.role != role || only_struck(work, draft, place.mention)) continue;
    if (has_own_point(work, place.mention)) return &place;  // "in a shopping mall in Oslo": Oslo
    if (first == nullptr) first = &place;
  }
  return first;
}

void place_by_arguments(EventDesk& work, Draft& draft) {
  // "declared an emergency in Keld" is more than words.
  const ClassMask told = work.tables.rules.classes().of(draft.event.act);
  const bool speaks = draft.verb.verb_class == VerbClass::speech &&
                      (draft.event.act.empty() || (told & work.tables.bits.act_of_words) != 0);
  if (speaks || draft.verb.verb_class == VerbClass::state) return;
  // "Rebels in the east attacked Keld, killing 20": killed at Keld.
  const std::uint32_t host = host_of(work, draft);
  const bool hosted = host != npos && place_to_lend(work, work.drafts[host]) != nullptr;
  for (const Position position : {Position::object, Position::preposition, Position::subject}) {
    for (const Argument& argument : work.arguments_of(draft)) {
      if (argument.position != position || argument.particle) continue;
      if (position == Position::subject && hosted) continue;
      const std::uint32_t mention = work.mention_of(argument.token);
      const auto& targets = draft.event.targets;
      const bool struck = std::find(targets.begin(), targets.end(), mention) != targets.end();
      // "pulled them from the rubble of a factory in Dhaka"
      const bool unnamed = position == Position::preposition && mention == npos &&
                           (work.tables.rules.classes().of(argument.preposition) &
                            (work.tables.bits.prep_from | work.tables.bits.prep_at)) != 0 &&
                           work.draft_at[argument.token] == npos;
      // "stole paintings from a museum in Oslo": what was struck has a place of its own.
      const bool named = struck && is_place(work, mention) && is_located(work, mention);
      if (named || (!struck && position == Position::preposition && !unnamed)) continue;
      // "met to discuss the crisis in Mali": what is spoken of is elsewhere.
      if (position == Position::object && mention == npos && draft.event.act == "consult") continue;
      const std::uint32_t place = place_of_noun(work, argument.token);
      if (place == npos) continue;
      // "condemned the attack on a clinic": the clinic was struck by the attack.
      const std::uint32_t act = work.draft_at[argument.token];
      if (act != npos && only_struck(work, work.drafts[act], place)) continue;
      draft.event.places.push_back({place, PlaceRole::at});
      draft.event.where_from = Attachment::clause;
      return;
    }
  }
}

// Where the other act was at, the draft was too; false: nowhere.
bool take_place(const EventDesk& work, Draft& draft, const Draft& from,
                PlaceRole role = PlaceRole::at) {
  const EventPlace* place = place_to_lend(work, from, role);
  if (place == nullptr) return false;
  draft.event.places.push_back({place->mention, PlaceRole::at});
  draft.event.where_from = Attachment::sentence;
  return true;
}

// Whether a time hangs on the act itself.
bool tells_time(const EventDesk& work, const Draft& draft) {
  const auto& arcs = work.desk.arcs_from(draft.token);
  return std::any_of(arcs.begin(), arcs.end(), [&](const Arc& arc) {
    return arc.relation != Relation::conjunct && work.time_at[arc.dependent] != npos;
  });
}

void place_by_host(EventDesk& work, Draft& draft) {
  const auto& own = draft.event.places;
  const bool placed = std::any_of(own.begin(), own.end(), [&](const EventPlace& place) {
    return !only_struck(work, draft, place.mention);
  });
  if (placed || draft.verb.verb_class == VerbClass::speech) return;
  const std::uint32_t host = host_of(work, draft);
  if (host == npos) return;
  // "was born in Boston in 1960 and married in 1985": another day, who knows where.
  if (tells_time(work, draft) && tells_time(work, work.drafts[host])) return;
  if (take_place(work, draft, work.drafts[host])) return;
  // "drove a car into a base in Keld, killing 12": killed there.
  const Arc& up = work.desk.arc_to(draft.token);
  const bool result = up.relation == Relation::participial_clause &&
                      up.governor == work.drafts[host].token && up.governor < draft.token;
  if (result) take_place(work, draft, work.drafts[host], PlaceRole::to);
}

// "Three died when a bomb went off at a market": they died there, and so did those who "died and
// five were hurt when a bomb went off".
void place_by_clause(EventDesk& work, Draft& draft, std::uint32_t verb) {
  if (!draft.event.places.empty() || draft.verb.verb_class == VerbClass::speech) return;
  for (const Arc& arc : work.desk.arcs_from(verb)) {
    const bool beside = arc.relation == Relation::conjunct && verb == draft.token &&
                        work.draft_at[arc.dependent] != npos;
    if (beside) place_by_clause(work, draft, arc.dependent);
    if (arc.relation != Relation::adverbial_clause) continue;
    if (!work.is_marked(arc, work.tables.bits.range_same)) continue;
    const std::uint32_t clause = work.draft_at[arc.dependent];
    if (clause != npos && take_place(work, draft, work.drafts[clause])) return;
  }
}

// "were wounded in a raid on Keld": they were wounded there.
void place_by_phrase(EventDesk& work, Draft& draft) {
  if (!draft.event.places.empty() || draft.event.form != EventForm::verb) return;
  if (draft.verb.verb_class == VerbClass::speech) return;
  for (const Arc& arc : work.desk.arcs_from(draft.token)) {
    if (arc.relation != Relation::oblique || arc.marker == npos) continue;
    if (!work.is_marked(arc, work.tables.bits.range_same)) continue;
    const std::uint32_t act = work.draft_at[arc.dependent];
    if (act != npos && work.drafts[act].event.form == EventForm::noun &&
        take_place(work, draft, work.drafts[act])) {
      return;
    }
  }
}

// "Two were killed and five wounded in a raid on Keld": behind the last verb stands where it was.
void place_by_next(EventDesk& work, Draft& draft) {
  const auto passive = [](const Draft& verb) {
    return verb.group != nullptr && verb.group->voice == Voice::passive;
  };
  if (!draft.event.places.empty() || !passive(draft) || tells_time(work, draft)) return;
  for (const Arc& arc : work.desk.arcs_from(draft.token)) {
    const std::uint32_t next = work.draft_at[arc.dependent];
    if (arc.relation != Relation::conjunct || next == npos || !passive(work.drafts[next])) continue;
    if (arc.dependent > draft.token && take_place(work, draft, work.drafts[next])) return;
  }
}

// A verb whose object is an act that was told with a place: "condemned"? no; "carried out", yes.
void place_by_noun(EventDesk& work, Draft& draft) {
  if (!draft.event.places.empty() || draft.light == npos) return;
  const Draft& other = work.drafts[draft.light];
  if (other.event.places.empty()) return;
  draft.event.places = other.event.places;
  draft.event.where_from = other.event.where_from;
}

}  // namespace

void find_places(EventDesk& work) {
  for (Draft& draft : work.drafts) place_by_words_order(work, draft);
  for (Draft& draft : work.drafts) {
    if (draft.event.places.empty()) place_by_arguments(work, draft);
  }
  for (Draft& draft : work.drafts) place_by_noun(work, draft);
  for (Draft& draft : work.drafts) place_by_phrase(work, draft);
  for (Draft& draft : work.drafts) place_by_next(work, draft);
  for (Draft& draft : work.drafts) place_by_host(work, draft);
  for (Draft& draft : work.drafts) place_by_clause(work, draft, draft.token);
}

}  // namespace nutgraf
