// PLOVER codes what is promised, threatened or demanded as an act of its own.
#include <algorithm>
#include <string>
#include <string_view>

#include "extract/event/event_desk.h"

namespace nutgraf {
namespace {

// Whether whoever speaks has no part in what is told.
bool tells_of_others(const EventDesk& work, const Draft& says, const Draft& governed) {
  const auto same = [&](std::uint32_t one, std::uint32_t other) {
    const std::uint32_t entity = work.out.mentions[one].entity;
    return entity != npos && entity == work.out.mentions[other].entity;
  };
  return std::none_of(governed.event.actors.begin(), governed.event.actors.end(),
                      [&](std::uint32_t asked) {
                        return std::any_of(says.event.actors.begin(), says.event.actors.end(),
                                           [&](std::uint32_t own) { return same(asked, own); });
                      });
}

// "said that the army must leave" asks; "said it had to choose" tells of oneself and of the past.
bool asks_another(const EventDesk& work, const Draft& says, const Draft& governed) {
  if (governed.group != nullptr && governed.group->tense == Tense::past) return false;
  return tells_of_others(work, says, governed);
}

// PLOVER reads what is only promised, threatened or demanded into the type.
void read_into_type(EventDesk& work, Draft& draft) {
  const Ontology& ontology = work.tables.rules.ontology();
  const Program& program = work.tables.rules.program();
  if (draft.frame == npos) return;
  const Program::FrameRow& row = program.frame(draft.frame);
  const auto retype = [&](std::string_view type) {
    const std::string act = draft.event.act;
    const auto index = ontology.find(type, "");
    if (!index) return;
    ontology.apply(*index, draft.event);
    draft.event.act = act;
  };
  const auto stance_of = [&](const Draft& other) {
    if (other.frame == npos) return Stance::neutral;
    const std::uint32_t type = program.frame(other.frame).type;
    return type == npos ? Stance::neutral : ontology.types()[type].stance;
  };
  if (row.hostile != npos) {
    for (const Argument& argument : work.arguments_of(draft)) {
      if (argument.particle || argument.token == npos) continue;
      if (argument.position != Position::complement && argument.position != Position::object) {
        continue;
      }
      const std::uint32_t below = work.draft_at[argument.token];
      if (below == npos) continue;
      Draft& governed = work.drafts[below];
      if (governed.factuality.modality == Modality::requested && row.type == npos &&
          argument.position == Position::complement && asks_another(work, draft, governed)) {
        retype("demand");  // "said that the army must leave": it is asked of the army
        for (const std::uint32_t asked : governed.event.actors) {
          auto& targets = draft.event.targets;
          const auto& actors = draft.event.actors;
          const bool there = std::find(targets.begin(), targets.end(), asked) != targets.end() ||
                             std::find(actors.begin(), actors.end(), asked) != actors.end();
          if (!there) targets.push_back(asked);
        }
      }
      if (governed.factuality.modality != Modality::planned) continue;
      // "Norway will attack, the agency said": the agency threatens nobody.
      const bool others = row.type == npos && !governed.event.actors.empty() &&
                          tells_of_others(work, draft, governed);
      if (others) continue;
      const Stance stance = stance_of(governed);
      if (stance == Stance::hostile) retype(ontology.types()[row.hostile].type);
      if (stance == Stance::cooperative && draft.event.type.empty()) retype("agree");
    }
    return;
  }
  if (!draft.own_modal || draft.factuality.polarity == Polarity::negative) return;
  if (draft.factuality.modality == Modality::hypothetical) return;
  if (draft.factuality.modality == Modality::requested) return;
  const Stance stance = stance_of(draft);
  if (stance == Stance::cooperative) retype("agree");
  if (stance == Stance::hostile) retype("threaten");
}

}  // namespace

void read_into_types(EventDesk& work) {
  for (Draft& draft : work.drafts) read_into_type(work, draft);
}

}  // namespace nutgraf
