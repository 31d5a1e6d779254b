#include "extract/event/phrases.h"

#include <algorithm>

namespace nutgraf {

// "Oslo City striker Ali Karim": two phrases without a comma are one, and the person is it.
std::uint32_t person_behind(const EventDesk& work, std::uint32_t token) {
  const std::uint32_t mention = work.mention_at[token];
  if (mention == npos || work.out.mentions[mention].kind == Kind::person) return token;
  for (const Arc& arc : work.desk.arcs_from(token)) {
    if (arc.relation != Relation::apposition || arc.dependent < token) continue;
    const std::uint32_t other = work.mention_at[arc.dependent];
    if (other == npos || work.out.mentions[other].kind != Kind::person) continue;
    if (work.out.mentions[other].form != Form::name) continue;
    bool apart = false;
    for (std::uint32_t i = token + 1; i < arc.dependent; ++i) {
      apart = apart || work.token(i).folded == ",";
    }
    if (!apart) return arc.dependent;
  }
  return token;
}

bool told_by_which(const EventDesk& work, std::uint32_t noun, std::uint32_t verb) {
  for (std::uint32_t i = noun + 1; i < verb && i <= noun + 2; ++i) {
    if (work.token(i).folded == "which") return true;
  }
  return false;
}

// "the murder of the priests, which …": "which" stands for no people; the act above them does.
std::uint32_t past_people(const EventDesk& work, std::uint32_t noun) {
  const std::uint32_t mention = work.mention_of(noun);
  const Arc& up = work.desk.arc_to(noun);
  if (mention == npos || up.governor == npos || up.relation != Relation::nominal_modifier) {
    return noun;
  }
  const Mention& found = work.out.mentions[mention];
  const Tag tag = work.token(noun).tag;
  const bool people = found.kind == Kind::person ||
                      (found.kind == Kind::group && (tag == Tag::NNS || tag == Tag::NNPS));
  return people && is_noun(work.token(up.governor).tag) ? up.governor : noun;
}

// "the Seattle shooting": a city before an act is where it was; a country acts.
bool is_site(const EventDesk& work, std::uint32_t token) {
  const std::uint32_t mention = work.mention_at[token];
  if (mention == npos) return false;
  const Mention& found = work.out.mentions[mention];
  if (found.kind != Kind::place || found.form != Form::name || found.entity == npos) return false;
  const auto& place = work.out.entities[found.entity].place;
  return place && place->feature != Feature::country && place->feature != Feature::continent &&
         place->feature != Feature::region;
}

// "criticism from opposition leaders", "aid from Iran": who stands behind "from" does it.
bool comes_from_doer(const EventDesk& work, const Draft& noun, std::string_view preposition,
                     std::uint32_t token) {
  if (preposition != "from") return false;
  if ((work.tables.rules.classes().of(noun.lemma) & work.tables.bits.from_doer) == 0) return false;
  const std::uint32_t mention = work.mention_of(token);
  if (mention == npos) return false;
  const Mention& found = work.out.mentions[mention];
  return found.kind != Kind::place || found.form == Form::name;
}

// "its Gulf war": seas and mountains are no party to an act.
bool is_land_or_sea(const EventDesk& work, std::uint32_t token) {
  const std::uint32_t mention = work.mention_at[token];
  if (mention == npos || work.out.mentions[mention].entity == npos) return false;
  const auto& place = work.out.entities[work.out.mentions[mention].entity].place;
  return place && place->feature == Feature::physical;
}

bool acts_itself(const EventDesk& work, const Draft& draft, std::uint32_t mention) {
  const std::uint32_t entity = work.out.mentions[mention].entity;
  return std::any_of(draft.event.actors.begin(), draft.event.actors.end(),
                     [&](std::uint32_t actor) {
                       return actor == mention || work.out.mentions[actor].entity == entity;
                     });
}

bool tells_where(const EventDesk& work, std::string_view preposition) {
  return preposition != "by" &&
         (work.tables.rules.classes().of(preposition) & work.tables.bits.prep_at) != 0;
}

// "From inside Mosul declared he …": what stands behind a preposition is no subject.
bool behind_preposition(const EventDesk& work, std::uint32_t noun) {
  const auto arcs = work.desk.arcs_from(noun);
  return std::any_of(arcs.begin(), arcs.end(), [&](const Arc& arc) {
    return arc.relation == Relation::preposition && arc.dependent < noun &&
           work.token(arc.dependent).tag == Tag::IN;
  });
}

}  // namespace nutgraf
