// How many were killed, wounded, missing, detained or displaced, as each act tells it.
#include <algorithm>

#include "extract/event/event_desk.h"

namespace nutgraf {
namespace {

std::optional<Count> count_of(const EventDesk& work, std::uint32_t token, std::uint32_t mention) {
  if (mention != npos && work.out.mentions[mention].number)
    return work.out.mentions[mention].number;
  const std::uint32_t group = work.desk.noun_group_of[token];
  if (group != npos && work.desk.noun_groups[group].count)
    return work.desk.noun_groups[group].count;
  return std::nullopt;
}

// "30 people, including five children": the children are among the thirty.
void add_parts(const EventDesk& work, std::uint32_t token, std::uint32_t whole, Event& event) {
  for (const Arc& arc : work.desk.arcs_from(token)) {
    if (arc.relation != Relation::nominal_modifier || arc.marker == npos) continue;
    if (work.token(arc.marker).folded != "including") continue;
    const std::uint32_t mention = work.mention_of(arc.dependent);
    const auto count = count_of(work, arc.dependent, mention);
    if (!count) continue;
    event.casualties.push_back({event.casualties[whole].state, *count, mention, whole});
  }
}

}  // namespace

void find_casualties(EventDesk& work) {
  const Program& program = work.tables.rules.program();
  for (Draft& draft : work.drafts) {
    if (draft.frame == npos) continue;
    const std::string_view state = program.text(program.frame(draft.frame).casualty);
    if (state.empty()) continue;
    if (draft.event.form == EventForm::adjective) {  // "14 dead"
      if (const auto count = count_of(work, draft.token, npos)) {
        draft.event.casualties.push_back(Casualty{std::string(state), *count, npos, npos});
      }
    }
    for (const Argument& argument : work.arguments_of(draft)) {
      if (argument.particle || argument.token == npos) continue;
      const std::uint32_t roles = roles_of(program, program.frame(draft.frame), argument);
      if ((roles & (1U << static_cast<std::uint32_t>(FrameRole::target))) == 0) continue;
      const std::uint32_t mention = work.mention_of(argument.token);
      const auto count = count_of(work, argument.token, mention);
      if (!count) continue;
      const auto whole = static_cast<std::uint32_t>(draft.event.casualties.size());
      draft.event.casualties.push_back({std::string(state), *count, mention, npos});
      add_parts(work, argument.token, whole, draft.event);
    }
  }
}

}  // namespace nutgraf
