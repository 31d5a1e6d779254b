#include "extract/event/modality.h"

namespace nutgraf {

bool actual(const Factuality& f) {
  return f.modality == Modality::actual && f.polarity == Polarity::positive;
}

Modality modality_of(Effect effect) {
  switch (effect) {
    case Effect::planned:
      return Modality::planned;
    case Effect::possible:
      return Modality::possible;
    case Effect::requested:
      return Modality::requested;
    case Effect::hypothetical:
      return Modality::hypothetical;
    case Effect::fact:
    case Effect::negative:
      break;
  }
  return Modality::actual;
}

Factuality under(const Factuality& base, Effect effect) {
  if (effect == Effect::fact) return base;
  if (effect == Effect::negative) {
    if (base.polarity == Polarity::negative) return {Polarity::positive, Modality::possible};
    if (base.modality != Modality::actual) return {Polarity::positive, Modality::possible};
    return {Polarity::negative, Modality::actual};
  }
  return {base.polarity, modality_of(effect)};
}

bool has_nobody(const EventDesk& work, const Arc& arc) {
  const Analysis& desk = work.desk;
  const bool party = arc.relation == Relation::subject ||
                     arc.relation == Relation::passive_subject || arc.relation == Relation::object;
  if (arc.extra || !party) return false;
  const EventTables& tables = work.tables;
  const ClassMask word = tables.rules.classes().of(work.token(arc.dependent).folded);
  if ((word & tables.bits.negator) != 0) return true;
  const std::uint32_t group = desk.noun_group_of[arc.dependent];
  if (group == npos) return false;
  const NounGroup& noun = desk.noun_groups[group];
  return noun.determiner == Determiner::negative && noun.head == arc.dependent;
}

Factuality both(const Factuality& above, const Factuality& own) {
  Factuality out = above;
  if (own.polarity == Polarity::negative) {
    if (above.polarity == Polarity::negative) {
      out = {Polarity::positive, Modality::possible};
    } else {
      out.polarity = Polarity::negative;
    }
  }
  if (out.modality == Modality::actual) out.modality = own.modality;
  return out;
}

}  // namespace nutgraf
