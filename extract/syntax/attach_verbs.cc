// Verb groups find their clause.
#include <algorithm>

#include "extract/syntax/attacher.h"

namespace nutgraf {

void Attacher::on_verb(Index i) {
  const VerbGroup& group = verb(item(i));
  if (group.finite) {
    on_finite(i);
  } else if (between_.preposition != 0) {
    on_gerund(i);
  } else if (group.participle) {
    on_participle(i);
  } else if (group.tokens.begin != group.head && token(group.tokens.begin).folded == "to") {
    on_infinitive(i);
  } else {
    on_bare(i);
  }
}

// The verb becomes the head of the innermost clause.
void Attacher::take_verb(Index i) {
  Frame& frame = top();
  VerbGroup& group = desk_.verb_groups[item(i).group];
  const std::uint32_t head = group.head;
  if (frame.gapped || undergone_by_count(i)) {
    group.voice = Voice::passive;
    group.elided = true;
  }
  frame.verb = head;
  frame.group = item(i).group;
  frame.traits = item(i).traits;
  if (frame.first == npos) frame.first = head;
  hang(head, frame.governor, frame.relation, frame.marker);
  desk_.clauses[frame.clause].verb_group = item(i).group;
  desk_.clauses[frame.clause].governor = frame.governor;
  if (frame.subject == npos && frame.pronoun != npos && !hung(frame.pronoun) &&
      (token(frame.pronoun).tag != Tag::WRB)) {
    frame.subject = frame.pronoun;
  }
  if (frame.subject != npos) {
    const bool there = token(frame.subject).tag == Tag::EX;
    hang(frame.subject, head,
         there                           ? Relation::expletive
         : group.voice == Voice::passive ? Relation::passive_subject
                                         : Relation::subject);
  }
  if (frame.pronoun != npos && !hung(frame.pronoun) && token(frame.pronoun).tag == Tag::WRB) {
    hang(frame.pronoun, head, Relation::adverb);
  }
  if (frame.marker != npos && !hung(frame.marker)) hang(frame.marker, head, Relation::marker);
  settle_waiting(frame, head);
  frame.last = npos;
}

// "10 killed, 20 injured", "and 30 others wounded when …": a count suffers what has no object.
bool Attacher::undergone_by_count(Index i) const {
  const VerbGroup& group = verb(item(i));
  if (group.tokens.size() != 1 || !item(i).traits.has(Trait::undergone) || has_object(i))
    return false;
  const Tag tag = token(group.head).tag;
  const NounGroup* subject = top().subject == npos ? nullptr : noun_at(top().subject);
  const bool past = tag == Tag::VBD || tag == Tag::VBN || tag == Tag::VBP;  // "five hurt"
  return past && subject != nullptr && subject->count;
}

void Attacher::on_finite(Index i) {
  if (between_.coordinator != npos && coordinate_verb(i)) return;
  std::size_t size = sheet_.frames.size();
  while (size > 0 && !awaits_verb(sheet_.frames[size - 1])) --size;
  if (size > 0) {
    Frame& waiting = sheet_.frames[size - 1];
    const bool can = waiting.subject != npos || waiting.pronoun != npos || waiting.marker != npos ||
                     size == sheet_.frames.size();
    const Frame& inner = top();
    if (!can && inner.fronted && !between_.comma && inner.first != npos) {
      // "Taking the town was hard", "What happened was …": the clause is the subject.
      const std::uint32_t clause_head = inner.first;
      top().fronted = false;
      close_to(size, item(i).begin);
      top().subject = clause_head;
      take_verb(i);
      return;
    }
    if (can || inner.fronted) {
      close_to(size, item(i).begin);
      take_verb(i);
      return;
    }
  }
  if (inverted_speech(i)) return;
  if (between_.comma && coordinate_verb(i)) return;
  Frame& frame = top();
  const bool object_before = previous_ > 0 && is_kind(previous_ - 1, ItemKind::noun) &&
                             frame.last == item(previous_ - 1).head &&
                             sheet_.governor[frame.last] == frame.verb &&
                             sheet_.marker[frame.last] == npos;
  if (object_before && frame.verb != npos) {
    // The noun taken for an object is the subject of a clause.
    const std::uint32_t subject = frame.last;
    if (frame.object == subject) frame.object = npos;
    open(ClauseKind::complement, item(previous_ - 1).begin, frame.verb, Relation::complement, npos);
    top().subject = subject;
    take_verb(i);
    return;
  }
  open(ClauseKind::coordinate, item(i).begin, frame.verb, Relation::conjunct, npos).shared = true;
  take_verb(i);
}

// "… fell, said Fadhil": what was read before hangs on the verb of saying.
bool Attacher::inverted_speech(Index i) {
  if (!item(i).traits.has(Trait::speech) || between_.coordinator != npos) return false;
  if (!between_.comma && !between_.quote) return false;
  if (awaits_verb(sheet_.frames.front()) && sheet_.frames.front().subject == npos) return false;
  // "rose, warned others to stop": who is told to do something is no speaker.
  if (!between_.quote && is_kind(i + 1, ItemKind::noun) && is_kind(i + 2, ItemKind::verb) &&
      verb(item(i + 2)).infinitive) {
    return false;
  }
  begin_speech(item(i).begin, item(i).head);
  take_verb(i);
  return true;
}

// Joins the verb to the nearest open clause whose verb has the same form.
bool Attacher::coordinate_verb(Index i) {
  const VerbGroup& group = verb(item(i));
  std::size_t best = 0;
  int best_score = 0;
  for (std::size_t size = sheet_.frames.size(); size > 0; --size) {
    const Frame& frame = sheet_.frames[size - 1];
    if (awaits_verb(frame)) continue;
    // "Gunmen shelled a post, officials said, and burned two cars": not the officials.
    const bool aside = frame.parenthetical && between_.comma && size > 1;
    const int score = likeness(desk_.verb_groups[frame.group], group) -
                      static_cast<int>(sheet_.frames.size() - size) - (aside ? 9 : 0);
    if (score > best_score) {
      best_score = score;
      best = size;
    }
  }
  if (best == 0) return false;
  const bool chained = sheet_.frames[best - 1].kind == ClauseKind::coordinate &&
                       sheet_.frames[best - 1].shared && best > 1;
  const Frame first = sheet_.frames[best - 1];
  close_to(chained ? best - 1 : best, item(i).begin);
  const std::uint32_t governor = chained ? first.governor : first.first;
  VerbGroup& joined = desk_.verb_groups[item(i).group];
  const VerbGroup& model = desk_.verb_groups[first.group];
  inherit(model, joined);
  Frame& frame = open(ClauseKind::coordinate, item(i).begin, governor, Relation::conjunct,
                      between_.coordinator);
  frame.shared = true;
  take_verb(i);
  return true;
}

// How well two verb groups go together under "and"; 0: not at all.
int Attacher::likeness(const VerbGroup& first, const VerbGroup& second) const {
  if (second.finite) {
    if (!first.finite) return 0;
    if (first.tense != second.tense || (first.modal == npos) != (second.modal == npos)) return 12;
    // "said that prices were rising and left": what goes on is no next deed.
    return first.progressive == second.progressive ? 20 : 17;
  }
  const Tag tag = token(second.head).tag;
  if (second.participle && second.head == second.tokens.begin) {
    const Tag other = token(first.head).tag;
    if (tag == Tag::VBG) return other == Tag::VBG ? 20 : 0;
    if (first.voice == Voice::passive) return 20;
    if (other == Tag::VBG) return 0;
    // A past tense that was read as a participle.
    return first.perfect ? 20 : first.finite && first.tense == Tense::past ? 10 : 0;
  }
  if (second.participle) return first.participle ? 20 : 0;
  if (second.infinitive) {
    if (first.infinitive) return 20;
    const bool to = token(second.tokens.begin).folded == "to";
    return !to && first.modal != npos ? 18 : 0;
  }
  return 0;
}

// "will attack and destroy", "was caught and killed": the second verb has the first one's
// auxiliary.
void Attacher::inherit(const VerbGroup& model, VerbGroup& joined) const {
  if (joined.finite || joined.head != joined.tokens.begin) return;
  joined.finite = model.finite;
  joined.tense = model.tense;
  joined.modal = model.modal;
  joined.perfect = model.perfect;
  joined.progressive = model.progressive;
  joined.infinitive = model.infinitive;
  joined.participle = model.participle;
  joined.voice = model.voice;
  joined.elided = model.voice == Voice::passive;
  if (token(joined.head).tag == Tag::VBN && model.voice == Voice::active && !model.perfect) {
    joined.modal = npos;
    joined.progressive = false;
  }
}

// "Velmar to free 20 prisoners": in a clause without another verb the infinitive tells the future.
bool Attacher::headline_future(Index i) {
  const Frame& frame = top();
  if (frame.subject == npos || frame.last != frame.subject || sheet_.frames.size() > 1)
    return false;
  if (ahead_.any_finite(i) || lists_.noun(token(frame.last).lemma).has(Trait::infinitive)) {
    return false;
  }
  VerbGroup& group = desk_.verb_groups[item(i).group];
  group.finite = true;
  group.infinitive = false;
  group.tense = Tense::future;
  return true;
}

void Attacher::on_infinitive(Index i) {
  if (between_.coordinator != npos && coordinate_verb(i)) return;
  Frame& frame = top();
  if (awaits_verb(frame)) {
    if (frame.pronoun != npos && frame.subject == npos) {  // "what to do"
      take_verb(i);
      return;
    }
    if (headline_future(i)) {
      take_verb(i);
      return;
    }
    if (frame.subject == npos || frame.last == npos) {
      open(ClauseKind::infinitive, item(i).begin, npos, Relation::adverbial_clause, npos).fronted =
          true;
    } else {
      const std::uint32_t governor = frame.last;
      open(ClauseKind::infinitive, item(i).begin, governor, Relation::complement, npos);
    }
    take_verb(i);
    return;
  }
  const VerbGroup& group = desk_.verb_groups[frame.group];
  const bool controls = (frame.traits.has(Trait::object_infinitive) &&
                         (frame.object != npos || group.voice == Voice::passive)) ||
                        (frame.traits.has(Trait::oblique_infinitive) && frame.object == npos);
  const bool plans = frame.traits.has(Trait::infinitive) && frame.object == npos;
  int verb_score = controls ? 14 : plans ? 16 : 6;
  // "The aim was to leave", not "was a result of the decision to leave".
  const bool told =
      frame.predicate != npos ||
      (frame.last != npos && lists_.noun(token(frame.last).lemma).has(Trait::infinitive));
  if (frame.traits.has(Trait::copula)) verb_score = told ? 2 : 16;
  std::uint32_t best = frame.verb;
  int best_score = verb_score;
  const bool adjacent = previous_ > 0 && !between_.comma;
  std::uint32_t at = frame.last;
  for (int step = 0; adjacent && at != npos && at != frame.verb && step < 4; ++step) {
    int score = 3 - 2 * step;
    if (const NounGroup* noun = noun_at(at); noun != nullptr) {
      const bool to_be = verb(item(i)).voice == Voice::passive && step == 0;  // "to be held"
      const bool takes = lists_.noun(token(at).lemma).has(Trait::infinitive);
      if (takes || to_be) score = 15 - 2 * step;
    } else if (is_adjective(token(at).tag)) {
      score = 18;
    }
    if (score > best_score) {
      best_score = score;
      best = at;
    }
    at = sheet_.governor[at];
  }
  const bool purpose = best == frame.verb && best_score == 6;
  open(ClauseKind::infinitive, item(i).begin, best,
       purpose ? Relation::adverbial_clause : Relation::complement, npos);
  take_verb(i);
}

void Attacher::on_bare(Index i) {
  if (between_.coordinator != npos && coordinate_verb(i)) return;
  Frame& frame = top();
  if (awaits_verb(frame)) {
    take_verb(i);
    return;
  }
  if (frame.traits.has(Trait::bare_infinitive)) {
    open(ClauseKind::infinitive, item(i).begin, frame.verb, Relation::complement, npos);
    take_verb(i);
    return;
  }
  on_finite(i);
}

}  // namespace nutgraf
