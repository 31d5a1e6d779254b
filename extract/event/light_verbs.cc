// What a verb and the act it governs tell each other once both have frames: light verbs and their
// nouns, nouns that only belong to a verb's trigger, acts as subjects.
#include <algorithm>

#include "extract/event/event_desk.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t actor_bit = 1U << static_cast<std::uint32_t>(FrameRole::actor);

// "killed by an Israeli raid", "the rebel attack killed ten": whoever acts in the act that is the
// subject acts in the verb.
void take_actors_of_acts(EventDesk& work, Draft& draft) {
  if (draft.event.form != EventForm::verb || !draft.event.actors.empty()) return;
  const VerbClass kind = draft.verb.verb_class;
  const bool light = kind == VerbClass::light && draft.light == npos;
  if (kind != VerbClass::none && kind != VerbClass::motion && !light) return;
  const Program& program = work.tables.rules.program();
  for (const Argument& argument : work.arguments_of(draft)) {
    if (argument.position != Position::subject || argument.particle) continue;
    const std::uint32_t act = work.draft_at[argument.token];
    if (act == npos || work.drafts[act].event.form != EventForm::noun) continue;
    const bool acts = draft.frame == npos ||
                      (roles_of(program, program.frame(draft.frame), argument) & actor_bit) != 0;
    // "The killing by soldiers shocked the town": the soldiers shocked nobody.
    const bool deed = draft.frame != npos && program.frame(draft.frame).type != npos;
    if (!acts || (!deed && !light)) continue;
    for (const std::uint32_t actor : work.drafts[act].event.actors) {
      const auto& targets = draft.event.targets;
      if (std::find(targets.begin(), targets.end(), actor) != targets.end()) continue;
      const auto& places = work.drafts[act].event.places;
      const bool there = std::any_of(places.begin(), places.end(), [&](const EventPlace& place) {
        return place.mention == actor;
      });
      if (!there) draft.event.actors.push_back(actor);
    }
  }
}

// A light verb leaves what it tells to its noun; so does a verb that only a frame of the noun
// lists, when no frame of its own fits. Verbs of beginning and ending are acts themselves.
bool leaves_to_noun(const Draft& draft) {
  if (draft.light == npos || draft.event.form != EventForm::verb) return false;
  const VerbClass kind = draft.verb.verb_class;
  if (kind == VerbClass::light || kind == VerbClass::light_target) return true;
  return kind != VerbClass::aspect && draft.frame == npos;
}

// The light verb says what its noun says.
void copy_to_light_verb(const Draft& noun, Draft& verb) {
  Event& to = verb.event;
  const Event& from = noun.event;
  if (to.type.empty() && verb.frame == npos) {
    to.type = from.type;
    to.mode = from.mode;
    to.act = from.act;
    to.codes = from.codes;
    if (noun.frame != npos) {
      verb.frame = noun.frame;
      to.rule = from.rule;
    }
  }
  if (to.actors.empty() && verb.verb.verb_class != VerbClass::light_target) to.actors = from.actors;
  for (const std::uint32_t target : from.targets) {
    const bool acts = std::find(to.actors.begin(), to.actors.end(), target) != to.actors.end();
    const bool there = std::find(to.targets.begin(), to.targets.end(), target) != to.targets.end();
    if (!acts && !there) to.targets.push_back(target);
  }
  if (to.places.empty()) {
    to.places = from.places;
    to.where_from = from.where_from;
  }
}

// "opened fire": the noun tells no deed of its own. "filed a lawsuit against": it tells the verb's.
void settle_part(EventDesk& work, Draft& noun) {
  if (noun.part_of == npos) return;
  Draft& verb = work.drafts[noun.part_of];
  const Program& program = work.tables.rules.program();
  const bool other =
      noun.frame != npos && program.frame(noun.frame).type != program.frame(verb.frame).type;
  if (!other) {
    noun.part_of = npos;
    return;
  }
  noun.light = npos;
  verb.light = npos;
}

}  // namespace

void settle_light_verbs(EventDesk& work) {
  for (Draft& draft : work.drafts) settle_part(work, draft);
  for (Draft& draft : work.drafts) take_actors_of_acts(work, draft);
  for (Draft& draft : work.drafts) {
    draft.is_light = leaves_to_noun(draft);
    if (draft.is_light) copy_to_light_verb(work.drafts[draft.light], draft);
  }
}

}  // namespace nutgraf
