// Whether it happened: polarity and modality of each act, from its own auxiliaries and from the
// words that govern it, up to the root of its sentence.
#include <algorithm>
#include <string>

#include "extract/event/event_desk.h"
#include "extract/event/modality.h"
#include "extract/event/negation.h"

namespace nutgraf {
namespace {

constexpr int deepest = 12;  // clauses within clauses that are looked at

class Judge {
 public:
  explicit Judge(EventDesk& work) : work_(work), desk_(work.desk) {}

  void judge(Draft& draft) {
    const Factuality own = own_of(draft.token);
    const Factuality above = above_of(draft.token, 0);
    Factuality all = both(above, own);
    if (draft.light != npos && draft.event.form == EventForm::noun) {
      // The noun stands with its verb, whatever hangs between them.
      all = both(whole_of(work_.drafts[draft.light].token, 0), own);
    }
    draft.factuality = all;
    draft.governed = !actual(above) || (draft.light != npos && draft.event.form == EventForm::noun);
    draft.own_modal = draft.group != nullptr && draft.group->modal != npos && actual(above);
    draft.future = all.modality == Modality::planned;
    draft.event.polarity = all.polarity;
    draft.event.modality = all.modality;
  }

 private:
  const VerbGroup* group_of(std::uint32_t token) const {
    const std::uint32_t group = desk_.verb_group_of[token];
    if (group == npos || desk_.verb_groups[group].head != token) return nullptr;
    return &desk_.verb_groups[group];
  }

  VerbRow row_of(std::uint32_t token) const {
    const std::uint32_t draft = work_.draft_at[token];
    if (draft != npos && work_.drafts[draft].event.form == EventForm::verb) {
      return work_.drafts[draft].verb;
    }
    return work_.tables.words.verb(work_.lemma(token));
  }

  bool is_any(std::string_view word, ClassMask wanted) const {
    return (work_.tables.rules.classes().of(word) & wanted) != 0;
  }

  template <typename Wanted>
  bool marked(std::uint32_t verb, Wanted wanted) const {
    const Arc& up = desk_.arc_to(verb);
    if (up.marker != npos && wanted(work_.token(up.marker).folded)) return true;
    const auto arcs = desk_.arcs_from(verb);
    return std::any_of(arcs.begin(), arcs.end(), [&](const Arc& arc) {
      return arc.relation == Relation::marker && wanted(work_.token(arc.dependent).folded);
    });
  }

  bool has_marker(std::uint32_t verb, std::string_view wanted) const {
    return marked(verb, [&](std::string_view word) { return word == wanted; });
  }
  bool has_marker(std::uint32_t verb, ClassMask wanted) const {
    return marked(verb, [&](std::string_view word) { return is_any(word, wanted); });
  }

  bool is_infinitive(std::uint32_t verb) const {
    const VerbGroup* group = group_of(verb);
    return (group != nullptr && group->infinitive) || has_marker(verb, "to");
  }

  // A bare infinitive with a subject of its own, behind "that".
  bool is_subjunctive(std::uint32_t verb) const {
    const VerbGroup* group = group_of(verb);
    if (group == nullptr || !group->infinitive || group->modal != npos) return false;
    return work_.token(verb).tag == Tag::VB && has_marker(verb, "that");
  }

  // "looked as if he was hiding"
  bool as_if(std::uint32_t verb) const {
    const std::uint32_t marker = desk_.arc_to(verb).marker;
    if (marker == npos || marker + 1 >= verb || work_.token(marker).folded != "as") return false;
    const std::string_view next = work_.token(marker + 1).folded;
    return next == "if" || next == "though";
  }

  // "Minister to visit Oslo"
  bool heads_headline(std::uint32_t verb) const {
    return verb > 0 && work_.token(verb - 1).tag == Tag::TO &&
           desk_.arc_to(verb).relation == Relation::root;
  }

  bool conditional(std::uint32_t verb) const {
    return has_marker(verb, work_.tables.bits.condition) || as_if(verb);
  }

  bool holds_condition(std::uint32_t verb) const {
    const auto arcs = desk_.arcs_from(verb);
    return std::any_of(arcs.begin(), arcs.end(), [&](const Arc& arc) {
      return arc.relation == Relation::adverbial_clause && conditional(arc.dependent);
    });
  }

  // Auxiliaries, negation, modifiers of the word itself.
  Factuality own_of(std::uint32_t token) const {
    Factuality out;
    const VerbGroup* group = group_of(token);
    if (group != nullptr) {
      const bool none = group->negation != npos || none_among_parts(work_, token) != npos;
      if (none) out.polarity = Polarity::negative;
      if (group->modal != npos) out.modality = modal(*group);
      if (group->modal != npos && holds_condition(token)) out.modality = Modality::hypothetical;
      if (imperative(token, *group)) out.modality = Modality::requested;
      if (heads_headline(token)) out.modality = Modality::planned;
    }
    if (is_noun(work_.token(token).tag)) judge_noun(token, out);
    for (const Arc& arc : desk_.arcs_from(token)) {
      const bool negates = arc.relation == Relation::negation ||
                           (arc.relation == Relation::adverb &&
                            is_any(work_.token(arc.dependent).folded, work_.tables.bits.negator));
      if (negates) out.polarity = Polarity::negative;
      if (arc.relation == Relation::adverb &&
          is_any(work_.token(arc.dependent).folded, work_.tables.bits.hedge)) {
        out.modality = Modality::possible;
      }
      if (arc.relation == Relation::copula) {
        const VerbGroup* copula = group_of(arc.dependent);
        if (copula != nullptr && copula->negation != npos) out.polarity = Polarity::negative;
        if (copula != nullptr && copula->modal != npos) out.modality = modal(*copula);
      }
    }
    if (asked(token) && out.modality == Modality::actual) out.modality = Modality::possible;
    return out;
  }

  Modality modal(const VerbGroup& group) const {
    const VerbRow row = work_.tables.words.verb(work_.token(group.modal).lemma);
    // "would have stormed": it did not.
    const bool unreal = group.perfect && group.tense == Tense::present && row.to == Effect::planned;
    if (unreal) return Modality::hypothetical;
    if (row.verb_class == VerbClass::modal) return modality_of(row.to);
    const VerbRow folded = work_.tables.words.verb(work_.token(group.modal).folded);
    return folded.verb_class == VerbClass::modal ? modality_of(folded.to) : Modality::possible;
  }

  bool imperative(std::uint32_t token, const VerbGroup& group) const {
    if (work_.token(token).tag != Tag::VB || group.modal != npos) return false;
    if (has_marker(token, "to")) return false;
    const Relation relation = desk_.arc_to(token).relation;
    const bool quoted = relation == Relation::complement && work_.token(token).shape.in_quotes;
    if (relation != Relation::root && relation != Relation::quotation && !quoted) return false;
    const auto arcs = desk_.arcs_from(token);
    return std::none_of(arcs.begin(), arcs.end(), [](const Arc& arc) {
      return arc.relation == Relation::subject || arc.relation == Relation::auxiliary;
    });
  }

  void judge_noun(std::uint32_t token, Factuality& out) const {
    const std::uint32_t group = desk_.noun_group_of[token];
    if (group != npos && desk_.noun_groups[group].determiner == Determiner::negative) {
      out.polarity = Polarity::negative;
    }
    const ClassBits& bits = work_.tables.bits;
    for (const Arc& arc : desk_.arcs_from(token)) {
      const Relation modifies = arc.relation;  // "alleged attacks", "any attack"
      if (modifies != Relation::adjective && modifies != Relation::compound &&
          modifies != Relation::determiner)
        continue;
      const ClassMask mask = work_.tables.rules.classes().of(work_.token(arc.dependent).folded);
      if ((mask & bits.planned) != 0) out.modality = Modality::planned;
      if ((mask & bits.possible) != 0) out.modality = Modality::possible;
      if ((mask & bits.negative) != 0) out.polarity = Polarity::negative;
    }
  }

  // The main clause of a question.
  bool asked(std::uint32_t token) const {
    if (desk_.arc_to(token).relation != Relation::root) return false;
    const TokenRange range = desk_.sentences[work_.token(token).sentence].tokens;
    return !range.empty() && work_.token(range.end - 1).folded == "?";
  }

  Factuality whole_of(std::uint32_t token, int depth) const {
    return both(above_of(token, depth + 1), own_of(token));
  }

  Factuality above_of(std::uint32_t token, int depth) const {
    const Arc& up = desk_.arc_to(token);
    if (up.governor == npos || depth > deepest) return {};
    if (is_beyond(work_, up.governor) && is_infinitive(token))
      return {Polarity::negative, Modality::actual};
    switch (up.relation) {
      case Relation::complement:
        return from_complement(token, up, depth);
      case Relation::object:
      case Relation::passive_subject:
      case Relation::indirect_object:
      case Relation::oblique:
        return from_verb(token, up, depth);
      case Relation::subject:
        return from_subject(up, depth);
      case Relation::predicate:
        return from_predicate(up, depth);
      case Relation::nominal_modifier:
        return from_noun(up);
      case Relation::conjunct:
        return from_conjunct(token, up, depth);
      case Relation::adverbial_clause:
        return from_adverbial(token, up, depth);
      case Relation::participial_clause:
        return is_noun(work_.token(up.governor).tag) ? Factuality{}
                                                     : from_adverbial(token, up, depth);
      case Relation::relative_clause:
        return from_relative(token, up, depth);
      default:
        return {};
    }
  }

  Factuality from_complement(std::uint32_t token, const Arc& up, int depth) const {
    const std::uint32_t governor = up.governor;
    const Factuality base = whole_of(governor, depth);
    if (is_common_noun(work_.token(governor).tag)) {
      const Effect clause = work_.tables.words.noun(work_.lemma(governor)).clause;
      const bool bare = clause == Effect::fact && is_infinitive(token);
      // "denied reports that he was dead": what is done to the noun is done to its clause.
      const Factuality told = both(above_of(governor, depth + 1), own_of(governor));
      if (told.polarity == Polarity::negative) return told;
      return under({}, bare ? Effect::planned : clause);
    }
    const VerbRow row = row_of(governor);
    const Tag tag = work_.token(token).tag;
    const VerbGroup* group = group_of(token);
    const bool gerund = tag == Tag::VBG && (group == nullptr || !group->finite);
    if (conditional(token) || has_marker(token, "whether")) {
      return {Polarity::positive, Modality::possible};
    }
    if (gerund) return under(base, row.noun);
    // "suggested that all users install it"
    if (is_subjunctive(token)) return under(base, Effect::requested);
    if (is_infinitive(token)) {
      // "rushed to protect the ships": why they rushed.
      const bool summoner =
          work_.draft_at[token] != npos && work_.drafts[work_.draft_at[token]].for_summoner;
      const bool purpose =
          summoner || (row.verb_class == VerbClass::motion && row.to == Effect::fact);
      return under(base, purpose ? Effect::planned : row.to);
    }
    return under_clause(base, row);
  }

  // What somebody did not say, or may say, is no more than possible; what was said stands as told.
  static Factuality under_clause(const Factuality& base, const VerbRow& row) {
    if (row.that == Effect::fact && actual(base)) return {};
    if (row.that == Effect::fact) return {Polarity::positive, Modality::possible};
    return under(base.modality == Modality::actual ? base : Factuality{}, row.that);
  }

  // An act told as a noun under a verb: "planned an attack", "called for strikes".
  Factuality from_verb(std::uint32_t token, const Arc& up, int depth) const {
    if (up.relation == Relation::oblique) {
      if (up.marker == npos) return {};
      const std::string_view marker = work_.token(up.marker).folded;
      if (marker == "without") return {Polarity::negative, Modality::actual};
      const std::string lemma = std::string(work_.lemma(up.governor)) + " " + std::string(marker);
      Effect effect = Effect::fact;
      if (work_.tables.words.has_verb(lemma)) {
        effect = work_.tables.words.verb(lemma).noun;
      } else if (is_any(marker, work_.tables.bits.prep_act)) {
        effect = row_of(up.governor).noun;
      } else {
        return {};
      }
      return effect == Effect::fact ? Factuality{} : under(whole_of(up.governor, depth), effect);
    }
    const VerbRow row = row_of(up.governor);
    const Factuality told = under(whole_of(up.governor, depth), row.noun);
    return row.noun == Effect::fact && stands_apart(token, row) ? Factuality{} : told;
  }

  // "The murder was never solved", "may investigate the attack": a deed that is known happened,
  // whatever becomes of what is done about it.
  bool stands_apart(std::uint32_t token, const VerbRow& row) const {
    const bool open = row.verb_class == VerbClass::light || row.verb_class == VerbClass::aspect ||
                      row.verb_class == VerbClass::light_target;
    const std::uint32_t draft = work_.draft_at[token];
    const std::uint32_t group = desk_.noun_group_of[token];
    if (open || draft == npos || group == npos) return false;
    const Determiner determiner = desk_.noun_groups[group].determiner;
    const bool known = determiner == Determiner::definite || determiner == Determiner::possessive ||
                       determiner == Determiner::demonstrative;
    return known && is_any(work_.drafts[draft].event.act, work_.tables.bits.act_of_force);
  }

  // "The attack may begin": an act as a subject is as true as what it does.
  Factuality from_subject(const Arc& up, int depth) const {
    const VerbRow row = row_of(up.governor);
    const bool begins =
        row.verb_class == VerbClass::aspect || row.subject_is_target || row.thing_is_target;
    return begins ? whole_of(up.governor, depth) : Factuality{};
  }

  // "is feared dead": no more than feared.
  Factuality from_predicate(const Arc& up, int depth) const {
    const Effect effect = row_of(up.governor).to;
    const bool doubted = effect == Effect::possible || effect == Effect::negative;
    return under(whole_of(up.governor, depth), doubted ? effect : Effect::fact);
  }

  // "a threat of attacks", "the denial of the attack".
  Factuality from_noun(const Arc& up) const {
    if (up.marker == npos || !is_common_noun(work_.token(up.governor).tag)) return {};
    const Effect clause = work_.tables.words.noun(work_.lemma(up.governor)).clause;
    if (clause == Effect::fact) return {};
    if (!is_any(work_.token(up.marker).folded, work_.tables.bits.prep_noun_act)) return {};
    const Factuality base = own_of(up.governor);
    return under({base.polarity, Modality::actual}, clause);
  }

  // "urged them to leave and stop": the second stands where the first stands.
  Factuality from_conjunct(std::uint32_t token, const Arc& up, int depth) const {
    const Factuality above = above_of(up.governor, depth + 1);
    const VerbGroup* group = group_of(token);
    if (group == nullptr || group->finite) return above;
    const Factuality own = own_of(up.governor);
    return both(above, {Polarity::positive, own.modality});
  }

  // "allegations he had destroyed papers": what is alleged, though no "that" says so.
  Factuality from_bare_relative(std::uint32_t token, const Arc& up) const {
    const std::uint32_t clause = desk_.clause_of[token];
    if (clause == npos || desk_.clauses[clause].marker != npos) return {};
    for (const Arc& arc : desk_.arcs_from(token)) {  // not "a charge the government denied"
      if (arc.relation == Relation::object && arc.dependent == up.governor) return {};
    }
    const Effect effect = work_.tables.words.noun(work_.lemma(up.governor)).clause;
    return effect == Effect::possible || effect == Effect::negative ? under({}, effect)
                                                                    : Factuality{};
  }

  // "calls on fighters to respond": the verb above the noun may ask for the act.
  Factuality from_relative(std::uint32_t token, const Arc& up, int depth) const {
    if (!is_infinitive(token)) return from_bare_relative(token, up);
    const Arc& noun = desk_.arc_to(up.governor);
    if (noun.governor != npos &&
        (noun.relation == Relation::object || noun.relation == Relation::oblique)) {
      const Effect effect = row_of(noun.governor).to;
      if (effect == Effect::requested) return under(whole_of(noun.governor, depth), effect);
    }
    return {Polarity::positive, Modality::planned};
  }

  Factuality from_adverbial(std::uint32_t token, const Arc& up, int depth) const {
    if (conditional(token)) return {Polarity::positive, Modality::hypothetical};
    if (has_marker(token, "whether")) return {Polarity::positive, Modality::possible};
    if (has_marker(token, "without")) return {Polarity::negative, Modality::actual};
    if (!is_infinitive(token)) {
      // "accused them of killing", "kept him from leaving"
      if (work_.token(token).tag == Tag::VBG && row_of(up.governor).noun != Effect::fact &&
          has_marker(token, work_.tables.bits.prep_gerund)) {
        return under(whole_of(up.governor, depth), row_of(up.governor).noun);
      }
      const VerbGroup* group = group_of(token);
      const bool participle = group != nullptr && group->participle;
      if (!participle && !told_with(token, group)) return {};
      return told_above(up.governor, participle, depth);
    }
    const Effect effect = row_of(up.governor).to;
    if (effect == Effect::requested || effect == Effect::negative) {
      return under(whole_of(up.governor, depth), effect);
    }
    return {Polarity::positive, Modality::planned};
  }

  // "urged them to stay as they defend the town", "will leave when the war ends": the present of a
  // clause of time is that of the clause above.
  bool told_with(std::uint32_t token, const VerbGroup* group) const {
    const ClassBits& bits = work_.tables.bits;
    return group != nullptr && group->finite && group->tense == Tense::present && !group->perfect &&
           has_marker(token, bits.range_from | bits.range_until | bits.range_same);
  }

  // A finite clause of time is no less true because the act above did not happen.
  Factuality told_above(std::uint32_t governor, bool participle, int depth) const {
    const Factuality above = whole_of(governor, depth);
    return participle ? above : Factuality{Polarity::positive, above.modality};
  }

  EventDesk& work_;
  const Analysis& desk_;
};

}  // namespace

void find_factuality(EventDesk& work) {
  Judge judge(work);
  for (Draft& draft : work.drafts) judge.judge(draft);
}

}  // namespace nutgraf
