// What stands behind a verb: objects, predicates, adjectives.
#include "extract/syntax/attacher.h"

namespace nutgraf {

void Attacher::place_predicate(Index i) {
  Frame& frame = top();
  frame.predicate = item(i).head;
  frame.last = item(i).head;
  hang(item(i).head, frame.verb, Relation::predicate);
  if (token(frame.verb).lemma == "be") sheet_.becomes[frame.verb] = item(i).head;
}

void Attacher::take_object(Index i) {
  Frame& frame = top();
  const std::uint32_t head = item(i).head;
  const VerbGroup& group = desk_.verb_groups[frame.group];
  if (frame.subject == npos && frame.pronoun == npos && !frame.shared && group.finite &&
      !(frame.traits.has(Trait::copula) && sheet_.becomes[frame.verb] != npos) &&
      (frame.traits.has(Trait::speech) || frame.traits.has(Trait::intransitive) ||
       frame.traits.has(Trait::copula)) &&
      token(group.tokens.begin).tag != Tag::VB) {
    frame.subject = head;  // "said Fadhil", "Among the dead were …"
    hang(head, frame.verb,
         group.voice == Voice::passive ? Relation::passive_subject : Relation::subject);
  } else if (frame.subject != npos && token(frame.subject).tag == Tag::EX && frame.object == npos &&
             hung(frame.subject)) {
    frame.object = head;
    hang(head, frame.verb, Relation::subject);
  } else if (frame.traits.has(Trait::copula) && group.voice == Voice::active &&
             frame.predicate == npos && frame.object == npos) {
    place_predicate(i);
    return;
  } else if (group.voice == Voice::passive) {
    const bool predicate = frame.traits.has(Trait::object_predicate);
    const bool second = frame.traits.has(Trait::ditransitive);
    hang(head, frame.verb,
         predicate ? Relation::predicate
         : second  ? Relation::object
                   : Relation::oblique);
    frame.object = head;
  } else if (frame.object == npos) {
    const bool takes_none = (frame.traits.has(Trait::intransitive) && group.particle == npos) ||
                            (item(i).traits.has(Trait::place_preposition) &&
                             noun(item(i)).determiner == Determiner::none &&
                             token(head).tag != Tag::NNS);  // but "destroyed homes"
    hang(head, frame.verb, takes_none ? Relation::oblique : Relation::object);
    if (!takes_none) frame.object = head;
  } else if (frame.second == npos && frame.traits.has(Trait::ditransitive) && previous_ > 0 &&
             item(previous_ - 1).head == frame.object) {
    sheet_.relation[frame.object] = Relation::indirect_object;
    hang(head, frame.verb, Relation::object);
    frame.second = frame.object;
    frame.object = head;
  } else if (frame.second == npos && frame.traits.has(Trait::object_predicate) && previous_ > 0 &&
             item(previous_ - 1).head == frame.object) {
    hang(head, frame.verb, Relation::predicate);
    frame.second = head;
  } else if (frame.last != npos && previous_ > 0 && is_kind(previous_ - 1, ItemKind::noun)) {
    hang(head, frame.last, beside(i));
  } else {
    hang(head, frame.verb, Relation::oblique);
  }
  frame.last = head;
}

void Attacher::on_adjective(Index i) {
  Frame& frame = top();
  const std::uint32_t head = item(i).head;
  const bool after_noun = previous_ > 0 && is_kind(previous_ - 1, ItemKind::noun);
  if (between_.coordinator != npos && previous_ > 0 &&
      is_kind(previous_ - 1, ItemKind::adjective)) {
    hang(head, item(previous_ - 1).head, Relation::conjunct, between_.coordinator);
    return;
  }
  if (awaits_verb(frame)) {
    if (frame.last != npos) {
      hang(head, frame.last, Relation::adjective);
      frame.last = head;
    } else {
      wait(head, Relation::adverb, npos);
    }
    return;
  }
  if (frame.traits.has(Trait::copula) && frame.predicate == npos && frame.object == npos &&
      desk_.verb_groups[frame.group].voice == Voice::active) {
    place_predicate(i);
  } else if (!after_noun || frame.traits.has(Trait::object_predicate)) {
    hang(head, frame.verb, Relation::predicate);
    frame.last = head;
  } else {
    hang(head, frame.last == npos ? frame.verb : frame.last, Relation::adjective);
    frame.last = head;
  }
}

}  // namespace nutgraf
