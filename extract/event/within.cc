// Targets that stand inside an object, for the frames that say so: "rejected a rival's offer".
#include <algorithm>
#include <array>

#include "extract/event/event_desk.h"
#include "extract/event/phrases.h"

namespace nutgraf {
namespace {

class Seeker {
 public:
  explicit Seeker(EventDesk& work) : work_(work), program_(work.tables.rules.program()) {}

  void look_within(Draft& draft) {
    if (draft.frame == npos || !draft.event.targets.empty()) return;
    const auto rows = program_.roles(program_.frame(draft.frame));
    const auto wanted = std::find_if(rows.begin(), rows.end(), [](const auto& row) {
      return row.position == static_cast<std::uint32_t>(Position::within) &&
             row.role == static_cast<std::uint32_t>(FrameRole::target);
    });
    if (wanted == rows.end()) return;
    for (const Argument& argument : work_.arguments_of(draft)) {
      if (argument.particle || argument.token == npos) continue;
      if (argument.position == Position::subject || argument.position == Position::before) continue;
      const bool named = std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
        return row.preposition.size > 0 && program_.text(row.preposition) == argument.preposition;
      });
      if (argument.position == Position::preposition && !named && !tells_of(argument.preposition)) {
        continue;
      }
      const std::uint32_t found = named && !tells_of(argument.preposition)
                                      ? owner_of(argument.token)
                                      : within(draft, argument.token, 0);
      if (found == npos) continue;
      draft.event.targets.push_back(found);  // the first
      return;
    }
  }

 private:
  // "attacks in Norway", "during the visit of the king": where or when it is, no party to it.
  bool is_where(const Arc& arc) const {
    if (arc.marker == npos) return false;
    const ClassBits& bits = work_.tables.bits;
    const ClassMask mask = work_.tables.rules.classes().of(work_.token(arc.marker).folded);
    const ClassMask when = bits.range_from | bits.range_until | bits.range_same;
    if ((mask & bits.prep_at) == 0) return (mask & when) != 0;
    if (work_.token(arc.marker).folded == "by") return false;
    const std::uint32_t mention = work_.mention_of(arc.dependent);
    return mention != npos && work_.out.mentions[mention].kind == Kind::place;
  }

  // "a truce brokered by Qatar": a broker is no party.
  bool is_mediated(const Arc& arc) const {
    const std::uint32_t draft = work_.draft_at[arc.dependent];
    return draft != npos && work_.drafts[draft].event.mode == "third-party";
  }

  // "buses on the coast road": what the road is called after is no party to it.
  bool stands_somewhere(const Arc& arc) const {
    if (arc.relation != Relation::nominal_modifier || arc.marker == npos) return false;
    return tells_where(work_, work_.token(arc.marker).folded);
  }

  // "of", "on", "against", "with": what the act is about, not when or why.
  bool tells_of(std::string_view preposition) const {
    const ClassBits& bits = work_.tables.bits;
    return (work_.tables.rules.classes().of(preposition) &
            (bits.prep_noun_act | bits.prep_with | bits.prep_asked)) != 0 &&
           !tells_where(work_, preposition);
  }

  // "hacked into the computers of the ministry", "into the ministry's computers".
  std::uint32_t owner_of(std::uint32_t token) const {
    for (const Arc& arc : work_.desk.arcs_from(token)) {
      if (arc.relation != Relation::nominal_modifier && arc.relation != Relation::possessor) {
        continue;
      }
      const std::uint32_t mention = work_.mention_of(arc.dependent);
      if (mention != npos && work_.out.mentions[mention].form != Form::pronoun) return mention;
    }
    return npos;
  }

  // The first person, group or place in the phrase or clause of `token`, nearest relations first.
  std::uint32_t within(const Draft& draft, std::uint32_t token, int depth) const {
    constexpr int deepest = 3;
    constexpr std::array<Relation, 11> order = {Relation::subject,
                                                Relation::possessor,
                                                Relation::compound,
                                                Relation::adjective,
                                                Relation::agent,
                                                Relation::object,
                                                Relation::nominal_modifier,
                                                Relation::oblique,
                                                Relation::complement,
                                                Relation::passive_subject,
                                                Relation::participial_clause};
    for (const Relation relation : order) {
      for (const Arc& arc : work_.desk.arcs_from(token)) {
        if (arc.relation != relation || work_.time_at[arc.dependent] != npos) continue;
        if (is_where(arc) || is_mediated(arc)) continue;
        if (relation == Relation::compound && is_land_or_sea(work_, arc.dependent)) continue;
        const std::uint32_t mention = work_.mention_of(arc.dependent);
        if (mention == npos && stands_somewhere(arc)) continue;
        if (mention != npos && work_.out.mentions[mention].form == Form::pronoun) continue;
        const bool vague = mention != npos && work_.out.mentions[mention].kind == Kind::place &&
                           work_.out.mentions[mention].form != Form::name;
        if (mention != npos && !vague && !acts_itself(work_, draft, mention)) return mention;
        if (mention != npos || depth == deepest) continue;
        const std::uint32_t below = within(draft, arc.dependent, depth + 1);
        if (below != npos) return below;
      }
    }
    return npos;
  }

  EventDesk& work_;
  const Program& program_;
};

}  // namespace

void look_within(EventDesk& work) {
  Seeker seeker(work);
  for (Draft& draft : work.drafts) seeker.look_within(draft);
}

}  // namespace nutgraf
