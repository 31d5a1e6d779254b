// Noun groups and adjectives find their place.
#include <algorithm>

#include "extract/syntax/attacher.h"

namespace nutgraf {

void Attacher::set_subject(Index i) {
  top().subject = item(i).head;
  top().last = item(i).head;
}

void Attacher::on_noun(Index i) {
  if (between_.preposition != 0) {
    attach_phrase(between_.preposition - 1, item(i).head, Relation::nominal_modifier);
    top().last = item(i).head;
    return;
  }
  if ((between_.coordinator != npos || between_.comma) &&
      (gapped_clause(i) || list_or_apposition(i)))
    return;
  if (awaits_verb(top()) && on_noun_before_verb(i)) return;
  on_noun_after_verb(i);
}

// "Ten people were killed and 20 others wounded", "two are dead and five injured": a count and a
// participle that share the auxiliary before.
bool Attacher::gapped_clause(Index i) {
  if (!noun(item(i)).count || noun(item(i)).temporal || !is_kind(i + 1, ItemKind::verb))
    return false;
  const VerbGroup& participle = verb(item(i + 1));
  if (participle.finite || participle.head != participle.tokens.begin ||
      token(participle.head).tag != Tag::VBN || has_object(i + 1)) {
    return false;
  }
  std::size_t size = sheet_.frames.size();
  while (size > 1 && sheet_.frames[size - 1].kind == ClauseKind::participial) --size;
  const Frame& model = sheet_.frames[size - 1];
  if (model.subject == npos || ahead_.leads_to_finite(i)) return false;
  std::uint32_t governor = model.first;
  if (awaits_verb(model)) {  // "14 dead and 30 wounded"
    const NounGroup* dead = noun_at(model.subject);
    if (dead == nullptr || !dead->count || !is_adjective(token(dead->head).tag)) return false;
    governor = model.subject;
  } else {
    const VerbGroup& group = desk_.verb_groups[model.group];
    const bool state = model.predicate != npos && is_adjective(token(model.predicate).tag);
    const NounGroup* object = model.object == npos ? nullptr : noun_at(model.object);
    const bool suffered =
        model.traits.has(Trait::undergone) && object != nullptr && object->count.has_value();
    if (!group.finite || (group.voice != Voice::passive && !state && !suffered)) return false;
  }
  close_to(size, item(i).begin);
  open(ClauseKind::coordinate, item(i).begin, governor, Relation::conjunct, between_.coordinator)
      .gapped = true;
  set_subject(i);
  return true;
}

bool Attacher::on_noun_before_verb(Index i) {
  Frame& frame = top();
  const Item& here = item(i);
  const std::uint32_t head = here.head;
  if (frame.subject == npos) {
    const bool direct = ahead_.is_finite(i + 1);
    if (noun(here).temporal && !direct && frame.pronoun == npos) {
      wait(head, Relation::oblique, npos);
      return true;
    }
    if (frame.pronoun != npos && token(frame.pronoun).tag == Tag::WPS && !hung(frame.pronoun)) {
      hang(frame.pronoun, head, Relation::possessor);
    }
    set_subject(i);
    return true;
  }
  if (noun(here).temporal) {
    wait(head, Relation::oblique, npos);
    return true;
  }
  if (frame.last != npos && noun_at(frame.last) != nullptr && ahead_.is_finite(i + 1) &&
      ahead_.finite_after(i + 2) != 0 && previous_ > 0 && is_kind(previous_ - 1, ItemKind::noun) &&
      !between_.comma) {
    // "the town the rebels took …"
    const std::uint32_t town = frame.last;
    Frame& relative = open(ClauseKind::relative, here.begin, town, Relation::relative_clause, npos);
    relative.antecedent = town;
    set_subject(i);
    return true;
  }
  if (frame.last != npos) {
    hang(head, frame.last, beside(i));
    frame.last = head;
  }
  return true;
}

// What a noun is to the one right before it: "the leader Karim", "we Texans"; but "among them three
// children" names some of them.
Relation Attacher::beside(Index i) const {
  const NounGroup* before = noun_at(top().last);
  const NounGroup& here = noun(item(i));
  const bool own_words =
      here.determiner != Determiner::none || token(here.tokens.begin).tag == Tag::CD;
  const std::uint32_t marker = sheet_.marker[top().last];  // "most of them children"
  const bool part = marker != npos && token(marker).folded == "of" && !here.proper;
  return before != nullptr && before->pronoun && (own_words || part) ? Relation::other
                                                                     : Relation::apposition;
}

// Whether the group is the subject of a verb to come, not a member of what was read.
bool Attacher::begins_clause(Index i, bool joined) {
  if (!ahead_.leads_to_finite(i, joined)) return false;
  // An outer clause that still waits for its verb may be what the verb is for.
  for (std::size_t k = 0; k + 1 < sheet_.frames.size(); ++k) {
    if (awaits_verb(sheet_.frames[k]) && sheet_.frames[k].subject != npos) return false;
  }
  return true;
}

void Attacher::on_noun_after_verb(Index i) {
  const Item& here = item(i);
  const bool after_noun = previous_ > 0 && is_kind(previous_ - 1, ItemKind::noun);
  if (between_.comma || between_.coordinator != npos) {
    // A clause before its main clause ends here.
    std::size_t outer = sheet_.frames.size();
    while (outer > 0 &&
           !(awaits_verb(sheet_.frames[outer - 1]) && sheet_.frames[outer - 1].subject == npos)) {
      --outer;
    }
    bool fronted = false;
    for (std::size_t k = outer; k < sheet_.frames.size(); ++k) {
      fronted = fronted || sheet_.frames[k].fronted;
    }
    if (outer > 0 && fronted) {
      close_to(outer, here.begin);
      set_subject(i);
      return;
    }
    const Frame& inner = top();
    const bool says = !awaits_verb(inner) && inner.traits.has(Trait::speech) &&
                      between_.coordinator == npos && previous_ > 0 &&
                      item(previous_ - 1).head == inner.verb &&
                      (between_.quote || !inner.parenthetical);
    if (says && ahead_.leads_to_finite(i)) {
      open(ClauseKind::complement, here.begin, inner.verb, Relation::complement, npos);
      set_subject(i);
      return;
    }
    if (ahead_.leads_to_finite(i) && new_clause(i)) return;
  } else {
    const bool says = top().traits.has(Trait::that) || top().traits.has(Trait::speech);
    // "Holding the town proved hard": the town is held.
    const bool held = top().kind == ClauseKind::participial && previous_ > 0 &&
                      is_kind(previous_ - 1, ItemKind::verb) && !top().traits.has(Trait::speech) &&
                      (!says || top().fronted);
    if (!held && begins_clause(i, says) && complement_or_relative(i, after_noun)) return;
  }
  Frame& frame = top();
  if (awaits_verb(frame)) {
    if (!on_noun_before_verb(i)) hang(here.head, npos, Relation::none);
    return;
  }
  if (noun(here).temporal && !(frame.object == npos && frame.traits.has(Trait::time_object))) {
    hang(here.head, frame.verb, Relation::oblique);
    return;
  }
  take_object(i);
}

// After a comma or a coordinator: a clause of its own, or the words of him who says it.
bool Attacher::new_clause(Index i) {
  const Item& here = item(i);
  const Index verb_item = ahead_.finite_after(i + 1);
  const Item& next = item(verb_item);
  const bool says = next.traits.has(Trait::speech) || next.traits.has(Trait::that);
  const bool ends =
      !is_kind(verb_item + 1, ItemKind::that) &&
      !(is_kind(verb_item + 1, ItemKind::noun) && ahead_.leads_to_finite(verb_item + 1));
  if (between_.coordinator == npos && says && ends && next.traits.has(Trait::speech)) {
    begin_speech(here.begin, next.head);
    set_subject(i);
    return true;
  }
  if (!begins_clause(i)) return false;
  std::size_t size = sheet_.frames.size();
  // With a comma the clause stands beside the sentence's own, except within what is said.
  while (size > 1 && between_.comma && sheet_.frames[size - 1].kind != ClauseKind::complement)
    --size;
  while (size > 1 && (sheet_.frames[size - 1].kind == ClauseKind::participial ||
                      sheet_.frames[size - 1].kind == ClauseKind::relative ||
                      sheet_.frames[size - 1].kind == ClauseKind::infinitive ||
                      (sheet_.frames[size - 1].kind == ClauseKind::coordinate &&
                       sheet_.frames[size - 1].shared))) {
    --size;
  }
  close_to(size, here.begin);
  const std::uint32_t governor = top().first;
  if (governor == npos) return false;
  open(ClauseKind::coordinate, here.begin, governor, Relation::conjunct, between_.coordinator);
  set_subject(i);
  return true;
}

// Opens the clause of him who says the sentence's main clause.
void Attacher::begin_speech(std::uint32_t begin, std::uint32_t speech_verb) {
  speak(0, speech_verb);
  if (!awaits_verb(sheet_.frames.front())) close_to(1, begin);
  Frame& speech = open(ClauseKind::main, begin, npos, Relation::root, npos);
  speech.parenthetical = true;
}

// "said rebels shelled Arvo", "told reporters troops fled", "the town the rebels took".
bool Attacher::complement_or_relative(Index i, bool after_noun) {
  const Item& here = item(i);
  Frame& frame = top();
  if (awaits_verb(frame)) return false;
  const bool takes = frame.traits.has(Trait::that) || frame.traits.has(Trait::speech);
  const std::size_t size = sheet_.frames.size();
  if (frame.fronted && !takes && size > 1 && awaits_verb(sheet_.frames[size - 2]) &&
      sheet_.frames[size - 2].subject == npos) {
    close(here.begin);
    set_subject(i);
    return true;
  }
  if (frame.subject == npos && !frame.shared && frame.kind == ClauseKind::main &&
      frame.traits.has(Trait::speech) && !takes) {
    return false;
  }
  const bool heard = frame.traits.has(Trait::object_clause) || frame.object == npos;
  if (!after_noun || (takes && heard)) {
    const bool adjective = previous_ > 0 && is_kind(previous_ - 1, ItemKind::adjective);
    const std::uint32_t governor = adjective && frame.last != npos ? frame.last : frame.verb;
    open(ClauseKind::complement, here.begin, governor, Relation::complement, npos);
    set_subject(i);
    return true;
  }
  if (frame.last == npos || noun_at(frame.last) == nullptr || noun(here).temporal) return false;
  const std::uint32_t antecedent = frame.last;
  open(ClauseKind::relative, here.begin, antecedent, Relation::relative_clause, npos).antecedent =
      antecedent;
  set_subject(i);
  return true;
}

// Whether the second group can be another name for the noun before it.
bool Attacher::apposes(std::uint32_t first, const Item& second) const {
  const NounGroup* group = noun_at(first);
  if (group == nullptr || group->pronoun || noun(second).pronoun) return false;
  return !group->temporal && !noun(second).temporal;
}

// What one may be called behind one's name: "a priest", "chairman"; a bare noun in the singular is
// no member of a list.
bool Attacher::is_post(std::uint32_t head, const NounGroup& group) const {
  if (group.determiner == Determiner::indefinite) return true;
  return group.determiner == Determiner::none && !group.proper && token(head).tag == Tag::NN &&
         is_person(head);
}

// The noun that a noun after a coordinator stands beside: of those at the right edge the likest.
std::uint32_t Attacher::conjunct_site(Index i) const {
  const NounGroup& group = noun(item(i));
  std::uint32_t best = npos;
  int best_score = 0;
  std::uint32_t at = top().last;
  for (int step = 0; at != npos && step < 6; ++step) {
    const NounGroup* other = noun_at(at);
    if (other == nullptr) break;
    // "clashes between the army and rebels": what stands between has two sides.
    const std::uint32_t marker = sheet_.marker[at];
    if (marker != npos && token(marker).folded == "between") return at;
    // "Osk, a priest and a writer", "Lund, chairman and founder of the firm": both say what he is.
    const bool told = sheet_.relation[at] == Relation::apposition && is_post(at, *other) &&
                      is_post(item(i).head, group);
    if (told) return at;
    if (sheet_.relation[at] != Relation::conjunct && sheet_.relation[at] != Relation::apposition) {
      int score = 20 - 3 * step;
      const Traits traits = lists_.noun(token(at).lemma);
      const bool counted = token(item(i).head).tag == Tag::CD;
      score += counted && other->count ? 8 : other->proper == group.proper ? 3 : 0;
      score += other->temporal == group.temporal ? 6 : -6;
      score += other->plural == group.plural ? 2 : 0;
      score += other->determiner == group.determiner ? 2 : 0;
      score += traits.has(Trait::person) == item(i).traits.has(Trait::person) ? 3 : 0;
      score += traits.has(Trait::place) == item(i).traits.has(Trait::place) ? 3 : 0;
      if (score > best_score) {
        best_score = score;
        best = at;
      }
    }
    at = sheet_.governor[at];
  }
  return best;
}

// "one of them, Karim Doss", "the mayor of Arvo, Karim Doss", "Lee, head of the agency, a former
// general": the person that an apposition names when the noun right before it is none.
std::uint32_t Attacher::person_before(Index i) const {
  const std::uint32_t last = top().last;
  if (!noun(item(i)).proper && !is_person(item(i).head)) return npos;
  if (sheet_.relation[last] != Relation::nominal_modifier) return npos;
  const std::uint32_t owner = sheet_.governor[last];
  if (noun_at(last)->pronoun) return owner;
  if (is_person(last)) return npos;
  return owner != npos && noun_at(owner) != nullptr && is_person(owner) ? owner : npos;
}

bool Attacher::is_person(std::uint32_t noun) const {
  return lists_.noun(token(noun).lemma).has(Trait::person) ||
         lexicon_.noun_class(token(noun).lemma) == NounClass::person;
}

// After a comma or "and": a member of a list, or an apposition. False: neither.
bool Attacher::list_or_apposition(Index i) {
  Frame& frame = top();
  const Item& here = item(i);
  if (frame.last != npos && noun_at(frame.last) == nullptr && frame.object != npos) {
    frame.last = frame.object;  // "left eight soldiers dead and dozens injured"
  }
  if (frame.last == npos || noun_at(frame.last) == nullptr || previous_ == 0) return false;
  const bool after_noun = is_kind(previous_ - 1, ItemKind::noun);
  if (!after_noun && between_.coordinator == npos) return false;
  const bool waits = awaits_verb(frame);
  if (waits && frame.subject == npos) {
    // "In Keld, Varna, rebels …": after a fronted phrase a name alone goes with the name before.
    if (ahead_.leads_to_finite(i) && between_.coordinator == npos) return false;
    if (sheet_.waiting.size() == frame.waiting) return false;
  }
  // "Osk, a priest and a writer, …": what one is, not whom he is with.
  const bool told = between_.coordinator == npos && noun_at(frame.last)->proper &&
                    is_person(here.head) && is_post(here.head, noun(here));
  const bool list = between_.coordinator != npos || (!told && ahead_.is_list(i));
  if (!waits && ahead_.leads_to_finite(i) && (between_.coordinator == npos || begins_clause(i)) &&
      !(list && between_.coordinator == npos && is_kind(i + 1, ItemKind::coordinator))) {
    return false;
  }
  if (waits && between_.comma && between_.coordinator == npos && parenthetical_speech(i))
    return true;
  if (list) {
    const std::uint32_t site = conjunct_site(i);
    if (site == npos) return false;
    hang(here.head, site, Relation::conjunct, between_.coordinator);
    frame.last = here.head;
    return true;
  }
  if (!apposes(frame.last, here)) return false;
  if (const std::uint32_t person = person_before(i); person != npos) {
    hang(here.head, person, Relation::apposition);
    frame.last = here.head;
    return true;
  }
  const Relation first = sheet_.relation[frame.last];
  const NounGroup* before = noun_at(frame.last);
  const bool places =
      before->proper && noun(here).proper && sheet_.marker[frame.last] != npos &&
      (first == Relation::oblique || first == Relation::nominal_modifier) &&
      lists_.word(token(sheet_.marker[frame.last]).folded).has(Trait::place_preposition);
  hang(here.head, frame.last, places ? Relation::nominal_modifier : Relation::apposition);
  frame.last = here.head;
  return true;
}

// "The town, the mayor said, fell": the words between the commas say who says it.
bool Attacher::parenthetical_speech(Index i) {
  const Index verb_item = ahead_.finite_after(i + 1);
  if (verb_item == 0 || !item(verb_item).traits.has(Trait::speech)) return false;
  Index next = verb_item + 1;
  while (is_kind(next, ItemKind::noun) && noun(item(next)).temporal) ++next;
  if (!is_kind(next, ItemKind::comma)) return false;
  begin_speech(item(i).begin, item(verb_item).head);
  set_subject(i);
  return true;
}

}  // namespace nutgraf
