// Doers that are told beside the act: by whose vehicles and weapons it is done, and by the clause
// that tells how the harm came about.
#include <algorithm>

#include "extract/event/event_desk.h"

namespace nutgraf {
namespace {

bool holds(const std::vector<std::uint32_t>& list, std::uint32_t mention) {
  return std::find(list.begin(), list.end(), mention) != list.end();
}

// Whether somebody who acts stands there: a person, a group or a country.
bool is_doer(const EventDesk& work, std::uint32_t mention) {
  if (mention == npos) return false;
  const Mention& found = work.out.mentions[mention];
  if (found.kind != Kind::place) return true;
  if (found.form != Form::name || found.entity == npos) return false;
  const auto& place = work.out.entities[found.entity].place;
  return place && place->feature == Feature::country;
}

// "NATO jets", "the army's tanks", "tanks of the army"; npos: nobody is told.
std::uint32_t owner_of(const EventDesk& work, std::uint32_t token) {
  for (const Arc& arc : work.desk.arcs_from(token)) {
    const bool before = arc.relation == Relation::compound || arc.relation == Relation::possessor ||
                        arc.relation == Relation::adjective;
    const bool of = arc.relation == Relation::nominal_modifier && arc.marker != npos &&
                    work.token(arc.marker).folded == "of";
    if (!before && !of) continue;
    const std::uint32_t mention =
        before ? work.mention_at[arc.dependent] : work.mention_of(arc.dependent);
    // "six of them": no owner
    const bool counts = of && mention != npos && work.out.mentions[mention].form == Form::pronoun;
    if (is_doer(work, mention) && !counts) return mention;
  }
  return npos;
}

// "U.S. drones struck the camp": whoever sends them strikes. An accident is nobody's act.
void take_owner(EventDesk& work, Draft& draft) {
  const Event& event = draft.event;
  const bool deed = !event.type.empty() && !event.act.starts_with("x:");
  if (event.form != EventForm::verb || !event.actors.empty() || !deed) return;
  const ClassMask things = work.tables.bits.vehicle | work.tables.bits.weapon;
  for (const Argument& argument : work.arguments_of(draft)) {
    if (argument.position != Position::subject || argument.particle) continue;
    if (work.thing_at[argument.token] == npos || (argument.classes & things) == 0) continue;
    const std::uint32_t owner = owner_of(work, argument.token);
    if (owner == npos || holds(event.targets, owner) || holds(draft.event.actors, owner)) continue;
    draft.event.actors.push_back(owner);
    work.tell(draft, true, "doer/owner", "whose vehicles or weapons act, acts");
  }
}

bool is_of_force(const EventDesk& work, const Draft& draft) {
  return draft.event.form == EventForm::verb &&
         (work.tables.rules.classes().of(draft.event.act) & work.tables.bits.act_of_force) != 0;
}

bool counts_casualties(const EventDesk& work, const Draft& draft) {
  const Program& program = work.tables.rules.program();
  return draft.frame != npos && !program.text(program.frame(draft.frame).casualty).empty();
}

bool is_passive(const Draft& draft) {
  return draft.group != nullptr && draft.group->voice == Voice::passive;
}

// Adds whom the act told by `host` is done to.
void add_struck(const EventDesk& work, const Draft& host, std::vector<std::uint32_t>& struck) {
  for (const Argument& argument : work.arguments_of(host)) {
    const bool object = argument.position == Position::object;
    const bool against = argument.position == Position::preposition &&
                         (argument.preposition == "on" || argument.preposition == "against");
    if (argument.particle || (!object && !against)) continue;
    const std::uint32_t mention = work.mention_of(argument.token);
    if (holds(host.event.targets, mention) && !holds(struck, mention)) struck.push_back(mention);
  }
}

// "imposed sanctions on two companies for arming rebels", "fined the bank for laundering money":
// who is punished, blamed or thanked for it did it.
void take_punished(EventDesk& work, Draft& deed) {
  const Arc& up = work.desk.arc_to(deed.token);
  if (deed.group == nullptr || !deed.group->participle || is_passive(deed)) return;
  if (up.relation != Relation::adverbial_clause || up.marker == npos) return;
  if (work.token(up.marker).folded != "for" || work.draft_at[up.governor] == npos) return;
  const Draft& host = work.drafts[work.draft_at[up.governor]];
  if (host.event.type.empty() || host.event.targets.empty() || host.frame == npos) return;
  std::vector<std::uint32_t> punished;
  add_struck(work, host, punished);
  if (host.light != npos) add_struck(work, work.drafts[host.light], punished);
  if (punished.empty() || holds(deed.event.targets, punished.front())) return;
  deed.event.actors = punished;
  work.tell(deed, true, "doer/punished", "who is punished or thanked for a deed did it");
}

bool shares_entity(const EventDesk& work, const std::vector<std::uint32_t>& some,
                   const std::vector<std::uint32_t>& others) {
  return std::any_of(some.begin(), some.end(), [&](std::uint32_t one) {
    return std::any_of(others.begin(), others.end(), [&](std::uint32_t other) {
      return one == other || work.out.mentions[one].entity == work.out.mentions[other].entity;
    });
  });
}

// "The train derailed, killing three", "three were killed when it derailed": nobody attacked them.
void take_type_of_accident(const EventDesk& work, Draft& harm, const Event& accident) {
  if (accident.act != "x:accident" && accident.act != "x:disaster") return;
  if (!harm.event.actors.empty()) return;
  // Whom an accident kills has died; whom it hurts has had one.
  const Program& program = work.tables.rules.program();
  const bool dead = program.text(program.frame(harm.frame).casualty) == "dead";
  const Ontology& ontology = work.tables.rules.ontology();
  const auto type = ontology.find(dead ? "x:death" : accident.act, "");
  if (!type) return;
  ontology.apply(*type, harm.event);
  work.tell(harm, true, "doer/accident", "an accident did it");
}

void take_type_of_host(const EventDesk& work, Draft& harm) {
  const Arc& up = work.desk.arc_to(harm.token);
  if (up.relation != Relation::participial_clause || up.governor == npos) return;
  const std::uint32_t host = work.draft_at[up.governor];
  if (host != npos) take_type_of_accident(work, harm, work.drafts[host].event);
}

// "Two soldiers were killed when rebels ambushed their convoy", "after gunmen opened fire". A clash
// has two sides, and nobody knows whose shot it was.
void take_doer_of_clause(EventDesk& work, Draft& harm) {
  if (!is_passive(harm) || !harm.event.actors.empty()) return;
  const ClassBits& bits = work.tables.bits;
  for (const Arc& arc : work.desk.arcs_from(harm.token)) {
    if (arc.relation != Relation::adverbial_clause || arc.dependent < harm.token) continue;
    if (!work.is_marked(arc, bits.range_same | bits.range_from)) continue;
    const std::uint32_t told = work.draft_at[arc.dependent];
    if (told != npos) take_type_of_accident(work, harm, work.drafts[told].event);
    if (told == npos || !is_of_force(work, work.drafts[told])) continue;
    const Draft& act = work.drafts[told];
    const bool one_sided = act.event.act == "assault" || !act.event.mode.empty();
    const bool plain =
        act.group != nullptr && act.group->negation == npos && act.group->modal == npos;
    if (!one_sided || !plain || !act.group->finite) continue;
    if (shares_entity(work, act.event.actors, harm.event.targets)) continue;
    harm.event.actors = act.event.actors;
    work.tell(harm, true, "doer/clause", "who did the act in which they were harmed, harmed them");
    return;
  }
}

}  // namespace

void find_doers(EventDesk& work) {
  for (Draft& draft : work.drafts) take_owner(work, draft);
  for (Draft& draft : work.drafts) take_punished(work, draft);
  for (Draft& draft : work.drafts) {
    if (!is_of_force(work, draft) || !counts_casualties(work, draft)) continue;
    take_doer_of_clause(work, draft);
    take_type_of_host(work, draft);
  }
}

}  // namespace nutgraf
