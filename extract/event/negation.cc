#include "extract/event/negation.h"

namespace nutgraf {
namespace {

bool takes_part(Relation relation) {
  return relation == Relation::subject || relation == Relation::passive_subject ||
         relation == Relation::object || relation == Relation::indirect_object ||
         relation == Relation::agent;
}

bool is_none(const EventDesk& work, std::uint32_t head) {
  const Token& token = work.token(head);
  if ((work.tables.rules.classes().of(token.folded) & work.tables.bits.negator) != 0) return true;
  const std::uint32_t index = work.desk.noun_group_of[head];
  if (index == npos) return false;
  const NounGroup& group = work.desk.noun_groups[index];
  if (group.head != head || group.determiner != Determiner::negative) return false;
  for (std::uint32_t t = group.tokens.begin; t < group.tokens.end; ++t) {
    if (t != head && work.token(t).tag == Tag::CD) return false;
  }
  return true;
}

}  // namespace

std::uint32_t none_among_parts(const EventDesk& work, std::uint32_t verb) {
  for (const Arc& arc : work.desk.arcs_from(verb)) {
    if (takes_part(arc.relation) && is_none(work, arc.dependent)) return arc.dependent;
  }
  return npos;
}

bool is_beyond(const EventDesk& work, std::uint32_t adjective) {
  if (!is_adjective(work.token(adjective).tag)) return false;
  return adjective > 0 && work.token(adjective - 1).folded == "too";
}

}  // namespace nutgraf
