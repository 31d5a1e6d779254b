// Doers and victims of an act that stand with another act: "claimed responsibility for the attack",
// "the attack killed three", "died in an ambush by rebels".
#include <algorithm>
#include <string>

#include "extract/event/event_desk.h"

namespace nutgraf {
namespace {

class Parties {
 public:
  explicit Parties(EventDesk& work) : work_(work), program_(work.tables.rules.program()) {}

  void find(Draft& deed) {
    take_helper(deed);
    take_engaged(deed);
    take_asked(deed);
    if (deed.event.form != EventForm::noun || deed.event.type.empty()) return;
    if (deed.event.actors.empty() && (is_hostile(deed) || counts_casualties(deed))) {
      take_claimant(deed);
      take_blamed(deed);
      take_responsible(deed);
    }
    if (strikes(deed)) find_victims(deed);
  }

 private:
  ClassMask classes(std::string_view word) const { return work_.tables.rules.classes().of(word); }

  // "struck targets in support of the army", "in retaliation for the raid": who did the one does
  // the other.
  void take_helper(Draft& deed) const {
    const Arc& up = work_.desk.arc_to(deed.token);
    const std::uint32_t group = work_.desk.noun_group_of[deed.token];
    const bool bare = group != npos && !work_.desk.noun_groups[group].plural &&
                      work_.desk.noun_groups[group].determiner == Determiner::none;
    if (deed.event.form != EventForm::noun || !deed.event.actors.empty() || !bare) return;
    if (deed.event.targets.empty() || marker_of(up) != "in") return;
    if ((classes(deed.event.act) & work_.tables.bits.act_of_force) != 0) return;
    const Draft* host = draft_at(up.governor);
    if (host == nullptr || host->verb.verb_class == VerbClass::speech) return;
    for (const std::uint32_t actor : host->event.actors) {
      const auto& targets = deed.event.targets;
      if (std::find(targets.begin(), targets.end(), actor) != targets.end()) continue;
      if (add(deed.event.actors, actor)) {
        tell(deed, "party/helper", "whoever does the act that it stands beside does it too");
      }
    }
  }

  // "the army in its fight against rebels", "helped the army in the fight against rebels": who is
  // in the fight fights.
  void take_engaged(Draft& deed) const {
    const bool sided = deed.event.act == "fight" && !deed.event.mode.empty() &&
                       !deed.event.targets.empty() && deed.event.actors.empty();
    const Arc& up = work_.desk.arc_to(deed.token);
    if (!sided || deed.event.form != EventForm::noun || marker_of(up) != "in") return;
    std::vector<std::uint32_t> engaged;
    const Draft* host = draft_at(up.governor);
    if (host == nullptr) {
      const std::uint32_t mention = work_.mention_of(up.governor);
      if (mention != npos) engaged.push_back(mention);
    } else if (stance_of(*host) == Stance::cooperative) {
      engaged = host->event.targets;
    }
    for (const std::uint32_t mention : engaged) {
      const auto& targets = deed.event.targets;
      if (std::find(targets.begin(), targets.end(), mention) != targets.end()) continue;
      if (add(deed.event.actors, mention)) {
        tell(deed, "party/engaged", "who is in the fight fights");
      }
    }
  }

  // "demanded that Norway withdraw": who is to do what is asked for is asked.
  void take_asked(Draft& asking) const {
    if (asking.event.form != EventForm::verb || asking.verb.that != Effect::requested) return;
    if (!asking.event.targets.empty()) return;
    for (const Arc& arc : work_.desk.arcs_from(asking.token)) {
      const Draft* asked = arc.relation == Relation::complement ? draft_at(arc.dependent) : nullptr;
      if (asked == nullptr) continue;
      for (const std::uint32_t actor : asked->event.actors) {
        const bool same = std::any_of(
            asking.event.actors.begin(), asking.event.actors.end(), [&](std::uint32_t own) {
              return work_.out.mentions[own].entity == work_.out.mentions[actor].entity;
            });
        if (same || !add(asking.event.targets, actor)) continue;
        tell(asking, "party/asked", "who is to do what is asked for is asked");
      }
    }
  }

  // Nobody claims or is blamed for a meeting.
  bool is_hostile(const Draft& deed) const { return stance_of(deed) == Stance::hostile; }

  Stance stance_of(const Draft& draft) const {
    const std::uint32_t type = draft.frame == npos ? npos : program_.frame(draft.frame).type;
    return type == npos ? Stance::neutral : work_.tables.rules.ontology().types()[type].stance;
  }

  // An act of force with one side that strikes: a clash has two.
  bool strikes(const Draft& deed) const {
    if ((classes(deed.event.act) & work_.tables.bits.act_of_force) == 0) return false;
    return deed.event.act == "assault" || !deed.event.mode.empty();
  }

  Draft* draft_at(std::uint32_t token) const {
    const std::uint32_t index = token == npos ? npos : work_.draft_at[token];
    return index == npos ? nullptr : &work_.drafts[index];
  }

  std::string_view marker_of(const Arc& arc) const {
    return arc.marker == npos ? std::string_view() : work_.token(arc.marker).folded;
  }

  bool is_class(std::string_view verb, std::string_view word, VerbClass wanted) const {
    std::string pair(verb);
    pair += ' ';
    pair += word;
    return work_.tables.words.verb(pair).verb_class == wanted;
  }

  static bool add(std::vector<std::uint32_t>& list, std::uint32_t mention) {
    if (std::find(list.begin(), list.end(), mention) != list.end()) return false;
    list.push_back(mention);
    return true;
  }

  // "No group": nobody.
  bool is_nobody(std::uint32_t mention) const {
    const std::uint32_t head = work_.out.mentions[mention].head_token;
    if (head == npos) return false;
    if ((classes(work_.token(head).folded) & work_.tables.bits.negator) != 0) return true;
    const std::uint32_t group = work_.desk.noun_group_of[head];
    return group != npos && work_.desk.noun_groups[group].determiner == Determiner::negative;
  }

  bool happened(const Draft& verb) const { return verb.group != nullptr && is_plain(*verb.group); }

  // "claimed responsibility for the attack", in whatever voice: who claims the deed did it.
  void take_claimant(Draft& deed) {
    const Arc& up = work_.desk.arc_to(deed.token);
    if (up.governor != npos && up.relation == Relation::oblique) take_accused(deed, up);
    if (!deed.event.actors.empty()) return;
    if (up.governor != npos && marker_of(up) == "for") {
      const std::uint32_t verb =
          up.relation == Relation::oblique ? up.governor : work_.desk.arc_to(up.governor).governor;
      take_from_claim(deed, draft_at(verb));
    } else if (up.relation == Relation::object || up.relation == Relation::passive_subject) {
      take_from_claim(deed, draft_at(up.governor));
    }
    for (const Arc& arc : work_.desk.arcs_from(deed.token)) {
      // "an attack claimed by the group"
      const bool told =
          arc.relation == Relation::participial_clause || arc.relation == Relation::relative_clause;
      if (told) take_from_claim(deed, draft_at(arc.dependent));
    }
  }

  // "blamed the rebels for the massacre", "was convicted of the murder".
  void take_accused(Draft& deed, const Arc& up) {
    const Draft* verb = draft_at(up.governor);
    if (verb == nullptr || !happened(*verb)) return;
    if (!is_class(verb->lemma, marker_of(up), VerbClass::blame)) return;
    for (const Argument& argument : work_.arguments_of(*verb)) {
      if (argument.position != Position::object || argument.particle) continue;
      const std::uint32_t mention = work_.mention_of(argument.token);
      if (mention == npos || is_nobody(mention)) continue;
      add(deed.event.actors, mention);
      name_source(deed, *verb);
      tell(deed, "party/blame", "whoever is blamed for the deed did it, by the word of who blames");
    }
  }

  void name_source(Draft& deed, const Draft& verb) const {
    if (deed.event.reported_by != npos || verb.event.actors.empty()) return;
    deed.event.reported_by = verb.event.actors.front();
  }

  void take_from_claim(Draft& deed, const Draft* verb) {
    if (verb == nullptr || !happened(*verb)) return;
    for (const Argument& argument : work_.arguments_of(*verb)) {
      if (argument.position != Position::object || argument.particle) continue;
      const bool itself = argument.token == deed.token;
      const std::string_view word = itself ? std::string_view("it") : argument.lemma;
      if (!is_class(verb->lemma, word, VerbClass::claim)) continue;
      for (const std::uint32_t actor : verb->event.actors) {
        if (!is_nobody(actor)) add(deed.event.actors, actor);
      }
      tell(deed, "party/claim", "whoever claims the deed did it");
      return;
    }
  }

  // "The attack was blamed on rebels", "attributed to": by the word of who blames.
  void take_blamed(Draft& deed) {
    const Arc& up = work_.desk.arc_to(deed.token);
    if (up.relation == Relation::object || up.relation == Relation::passive_subject) {
      take_from_blame(deed, draft_at(up.governor));
    }
    for (const Arc& arc : work_.desk.arcs_from(deed.token)) {
      // "an attack blamed on rebels", "the attack, which officials blamed on rebels"
      const bool told =
          arc.relation == Relation::participial_clause || arc.relation == Relation::relative_clause;
      if (told) take_from_blame(deed, draft_at(arc.dependent));
    }
  }

  void take_from_blame(Draft& deed, const Draft* verb) {
    if (verb == nullptr || !happened(*verb)) return;
    for (const Argument& argument : work_.arguments_of(*verb)) {
      if (argument.position != Position::preposition || argument.particle) continue;
      blame(deed, verb, verb->lemma, argument.preposition, argument.token);
    }
    // "attributed the attack to the rebels"
    for (const Arc& arc : work_.desk.arcs_from(deed.token)) {
      if (arc.relation != Relation::nominal_modifier) continue;
      blame(deed, verb, verb->lemma, marker_of(arc), arc.dependent);
    }
  }

  // Adds who stands at the token to the doers when the two words blame; `verb`: whose subject says
  // so.
  void blame(Draft& deed, const Draft* verb, std::string_view lemma, std::string_view preposition,
             std::uint32_t token) {
    if (!is_class(lemma, preposition, VerbClass::blame)) return;
    const std::uint32_t mention = work_.mention_of(token);
    if (mention == npos || work_.out.mentions[mention].kind == Kind::place) return;
    if (is_nobody(mention) || !add(deed.event.actors, mention)) return;
    if (verb != nullptr) name_source(deed, *verb);
    tell(deed, "party/blame", "whoever is blamed for the deed did it, by the word of who blames");
  }

  static bool is_plain(const VerbGroup& verb) {
    return verb.negation == npos && verb.modal == npos;
  }

  bool is_plain(std::uint32_t token) const {
    const std::uint32_t group = work_.desk.verb_group_of[token];
    return group == npos || is_plain(work_.desk.verb_groups[group]);
  }

  // "Rebels were responsible for the attack", "the attack was the work of rebels", "rebels were
  // behind the attack", "held rebels responsible for the attack".
  void take_responsible(Draft& deed) {
    const Arc& up = work_.desk.arc_to(deed.token);
    if (up.governor == npos) return;
    const std::string_view lemma = work_.lemma(up.governor);
    const Draft* teller = draft_at(work_.desk.arc_to(up.governor).governor);
    const auto& arcs = work_.desk.arcs_from(up.governor);
    const bool doubted =
        !is_plain(up.governor) || std::any_of(arcs.begin(), arcs.end(), [&](const Arc& arc) {
          return arc.relation == Relation::negation ||
                 (arc.relation == Relation::copula && !is_plain(arc.dependent));
        });
    if (doubted) return;
    const bool copula = lemma == "be" || std::any_of(arcs.begin(), arcs.end(), [](const Arc& arc) {
                          return arc.relation == Relation::copula;
                        });
    const bool behind = up.relation == Relation::oblique;
    if (copula) {
      for (const Arc& arc : arcs) {
        if (behind && arc.relation == Relation::subject) {
          blame(deed, teller, lemma, marker_of(up), arc.dependent);
        } else if (up.relation == Relation::subject && arc.relation == Relation::nominal_modifier) {
          blame(deed, teller, lemma, marker_of(arc), arc.dependent);
        }
      }
    }
    if (!behind || teller == nullptr || !happened(*teller)) return;
    if (work_.desk.arc_to(up.governor).relation != Relation::predicate) return;
    for (const Argument& argument : work_.arguments_of(*teller)) {
      if (argument.position != Position::object || argument.particle) continue;
      blame(deed, teller, lemma, marker_of(up), argument.token);
    }
  }

  bool counts_casualties(const Draft& draft) const {
    return draft.frame != npos && !program_.text(program_.frame(draft.frame).casualty).empty();
  }

  void find_victims(Draft& deed) {
    const Arc& up = work_.desk.arc_to(deed.token);
    switch (up.relation) {
      case Relation::subject:
        tell_of(deed, up.governor);
        for (const Arc& arc : work_.desk.arcs_from(up.governor)) {
          // "left three people dead and ten injured", "killed three and injured ten"
          const bool told =
              arc.relation == Relation::predicate || arc.relation == Relation::conjunct;
          if (told) tell_of(deed, arc.dependent);
        }
        break;
      case Relation::agent:
        tell_of(deed, up.governor);
        break;
      case Relation::oblique:
        if (work_.is_marked(up, work_.tables.bits.range_same)) tell_of(deed, up.governor);
        break;
      default:
        break;
    }
    for (const Arc& arc : work_.desk.arcs_from(deed.token)) {
      // "an attack in which three people died", "the attack that killed three"
      if (arc.relation == Relation::relative_clause) tell_of(deed, arc.dependent);
    }
  }

  // What a verb of harm tells of the deed that did the harm, and the deed of who did it.
  void tell_of(Draft& deed, std::uint32_t token) {
    Draft* harm = draft_at(token);
    if (harm == nullptr || !counts_casualties(*harm) || harm == &deed) return;
    const Arc& up = work_.desk.arc_to(token);
    // "12 soldiers died and 20 were wounded in an ambush"
    if (up.relation == Relation::conjunct && up.governor != deed.token) tell_of(deed, up.governor);
    const bool open = deed.event.targets.empty();
    for (const std::uint32_t victim : harm->event.targets) {
      const auto& actors = deed.event.actors;
      if (!open || work_.out.mentions[victim].kind == Kind::place || is_nobody(victim)) continue;
      if (std::find(actors.begin(), actors.end(), victim) != actors.end()) continue;
      if (add(deed.event.targets, victim)) {
        deed.lent_targets = true;
        tell(deed, "party/victim", "whom the deed harmed is its target");
      }
    }
    const bool done = harm->event.form == EventForm::verb && harm->event.actors.empty() &&
                      (classes(harm->event.act) & work_.tables.bits.act_of_force) != 0;
    if (!done) return;
    for (const std::uint32_t actor : deed.event.actors) {
      const auto& targets = harm->event.targets;
      if (std::find(targets.begin(), targets.end(), actor) == targets.end()) {
        add(harm->event.actors, actor);
      }
    }
  }

  void tell(const Draft& deed, std::string_view rule, std::string_view reason) const {
    work_.tell(deed, true, rule, reason);
  }

  EventDesk& work_;
  const Program& program_;
};

// One mention is on one side: who bleeds or dies only suffers it, who acts is not acted on.
void keep_one_side(Draft& draft) {
  auto& targets = draft.event.targets;
  auto& actors = draft.event.actors;
  const auto in = [](const std::vector<std::uint32_t>& list, std::uint32_t mention) {
    return std::find(list.begin(), list.end(), mention) != list.end();
  };
  if (draft.verb.subject_is_target || draft.verb.thing_is_target) {
    std::erase_if(actors, [&](std::uint32_t mention) { return in(targets, mention); });
  } else {
    std::erase_if(targets, [&](std::uint32_t mention) { return in(actors, mention); });
  }
}

}  // namespace

void find_parties(EventDesk& work) {
  Parties parties(work);
  for (Draft& draft : work.drafts) parties.find(draft);
  for (Draft& draft : work.drafts) keep_one_side(draft);
}

}  // namespace nutgraf
