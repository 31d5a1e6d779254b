// Preposition phrases by weight; the words that begin clauses.
#include <algorithm>

#include "extract/syntax/attacher.h"

namespace nutgraf {

// attachment.tsv's class of a noun, for what it does not list by lemma.
int Attacher::noun_weight(std::uint32_t noun, std::string_view preposition) const {
  const Traits traits = lists_.noun(token(noun).lemma);
  const NounGroup* group = noun_at(noun);
  std::string_view known;
  if (group != nullptr && group->proper) {
    known = "@proper";
  } else if (traits.has(Trait::action)) {
    known = "@action";
  } else if (traits.has(Trait::place)) {
    known = "@place";
  } else if (traits.has(Trait::time)) {
    known = "@time";
  } else if (is_person(noun)) {
    known = "@person";
  }
  return lists_.attachment(Side::noun, token(noun).lemma, known, preposition);
}

// "attacked with grenades and rifle fire by rebels": what something was done with does nothing.
bool Attacher::is_tool(std::uint32_t noun) const {
  if (sheet_.relation[noun] == Relation::conjunct) noun = sheet_.governor[noun];
  const std::uint32_t marker = sheet_.marker[noun];
  return marker != npos && token(marker).folded == "with" && sheet_.governor[noun] == top().verb;
}

// "condemned the coup in a statement": what something is said in belongs to the saying.
bool Attacher::is_message(const Item& object) const {
  return object.kind == ItemKind::noun && noun(object).determiner == Determiner::indefinite &&
         lexicon_.noun_class(token(object.head).lemma) == NounClass::communication;
}

// Whether the last phrase hangs on the verb by "of": the next one tells of it.
bool Attacher::has_of(const Frame& frame) const {
  if (frame.last == npos || sheet_.governor[frame.last] != frame.verb) return false;
  const std::uint32_t marker = sheet_.marker[frame.last];
  return marker != npos && token(marker).folded == "of";
}

// The token that a phrase hangs on: the verb, or a noun or adjective at the right edge. `waits`
// turns true when its verb is still to come (then npos).
std::uint32_t Attacher::best_site(std::uint32_t preposition, const Item& object,
                                  bool& waits) const {
  const Frame& frame = top();
  const std::string_view word = token(preposition).folded;
  const bool temporal = object.kind == ItemKind::noun && noun(object).temporal;
  const bool verb_ahead = awaits_verb(frame);
  int best_score = -1000;
  std::uint32_t best = npos;
  waits = false;
  if (!verb_ahead) {
    const std::string_view lemma = token(frame.verb).lemma;
    best_score = lists_.attachment(Side::verb, lemma, {}, word) + (between_.comma ? 4 : 0);
    best = frame.verb;
    if (frame.subject != npos && token(frame.subject).tag == Tag::EX) best_score += 5;
    // What is said, not the saying, has the places behind it.
    const bool said = frame.traits.has(Trait::speech) && frame.last != npos &&
                      noun_at(frame.last) != nullptr && !noun_at(frame.last)->temporal;
    if (said) best_score -= 4;
    if (word == "in" && is_message(object)) best_score += 6;
    if (word == "of" && has_of(frame)) best_score = 0;  // "convicted of contempt of court"
  } else if (frame.last == npos) {
    waits = true;
    return npos;
  } else {
    // Behind a subject only what tells a time or stands after a comma goes to the verb.
    waits = true;
    best_score = between_.comma ? 6 : -2;
  }
  if (temporal && word != "of") best_score += 6;
  std::uint32_t at = previous_ > 0 ? frame.last : npos;
  // "… were killed, including five children": lists go on from the subject.
  if (at == npos && lists_.word(word).has(Trait::list_preposition)) at = frame.subject;
  for (int step = 0; at != npos && at != frame.verb && step < 5; ++step) {
    const NounGroup* group = noun_at(at);
    int score = 0;
    if (group != nullptr) {
      score = noun_weight(at, word) - step;
      if (group->pronoun || (group->temporal && word != "of")) score -= 6;
      if (word == "by" && !verb_ahead && is_tool(at)) score -= 6;
    } else if (is_adjective(token(at).tag)) {
      score = lists_.attachment(Side::adjective, token(at).lemma, {}, word) - 2 * step;
    } else {
      break;
    }
    if (score > best_score) {
      best_score = score;
      best = at;
      waits = false;
    }
    at = sheet_.governor[at];
  }
  return best;
}

// "drove a truck packed with explosives into a base": driven into it, not packed.
void Attacher::close_packed(std::uint32_t preposition) {
  constexpr int much = 3;
  const Frame* outer = around_reduced();
  const Frame& inner = top();
  if (outer == nullptr || token(inner.verb).tag != Tag::VBN || outer->object != inner.governor) {
    return;
  }
  const std::string_view word = token(preposition).folded;
  const int own = lists_.attachment(Side::verb, token(inner.verb).lemma, {}, word);
  const int above = lists_.attachment(Side::verb, token(outer->verb).lemma, {}, word);
  if (above >= own + much) close(preposition);
}

void Attacher::attach_phrase(Index preposition, std::uint32_t noun_token,
                             Relation on_noun_relation) {
  const std::uint32_t marker = item(preposition).head;
  close_packed(marker);
  Index object = preposition + 1;
  while (object + 1 < sheet_.items.size() && item(object).head != noun_token) ++object;
  bool waits = false;
  const std::uint32_t site = best_site(marker, item(object), waits);
  if (!hung(marker)) hang(marker, noun_token, Relation::preposition);
  if (waits) {
    wait(noun_token, Relation::oblique, marker);
    return;
  }
  Relation relation = Relation::oblique;
  const bool by = token(marker).folded == "by" && !noun(item(object)).temporal;
  if (noun_at(site) != nullptr) {
    relation = by && lists_.noun(token(site).lemma).has(Trait::action) ? Relation::agent
                                                                       : on_noun_relation;
  } else if (by && desk_.verb_group_of[site] != npos &&
             desk_.verb_groups[desk_.verb_group_of[site]].voice == Voice::passive) {
    relation = Relation::agent;
  }
  hang(noun_token, site, relation, marker);
}

void Attacher::on_preposition(Index i) {
  const Traits traits = item(i).traits;
  if (traits.has(Trait::subordinator) && ahead_.clause_follows(i)) {
    on_subordinator(i);
    between_ = {};
    previous_ = i + 1;
    return;
  }
  Index next = i + 1;
  while (is_kind(next, ItemKind::adverb) || is_kind(next, ItemKind::open_quote) ||
         is_kind(next, ItemKind::close_quote) ||
         (is_kind(next, ItemKind::coordinator) && is_kind(next + 1, ItemKind::noun))) {
    ++next;  // "from both the army and the police"
  }
  if (is_kind(next, ItemKind::noun) || is_kind(next, ItemKind::relative) ||
      (is_kind(next, ItemKind::verb) && !ahead_.is_finite(next))) {
    between_.preposition = i + 1;
    return;
  }
  if (is_kind(next, ItemKind::preposition) || is_kind(next, ItemKind::that)) return;
  if (awaits_verb(top())) return;
  const bool particle = lists_.takes_particle(token(top().verb).lemma, token(item(i).head).folded);
  hang(item(i).head, top().verb, particle ? Relation::particle : Relation::adverb);
  VerbGroup& group = desk_.verb_groups[top().group];
  if (particle && group.particle == npos) group.particle = item(i).head;
}

// after, since, if, when, … with a clause behind it.
void Attacher::on_subordinator(Index i) {
  const std::uint32_t marker = item(i).head;
  const Frame& frame = top();
  if (awaits_verb(frame)) {
    open(ClauseKind::adverbial, item(i).begin, npos, Relation::adverbial_clause, marker).fronted =
        true;
    return;
  }
  const bool asks = (token(marker).folded == "whether" || token(marker).folded == "if") &&
                    frame.object == npos && frame.traits.has(Trait::that) && previous_ > 0 &&
                    is_kind(previous_ - 1, ItemKind::verb);
  const std::uint32_t governor = frame.verb;
  open(asks ? ClauseKind::complement : ClauseKind::adverbial, item(i).begin, governor,
       asks ? Relation::complement : Relation::adverbial_clause, marker);
}

// "said that … and that …", "said the town had fallen, but that …": the clause goes with the
// nearest of that kind. False: there is none.
bool Attacher::joins_that(Index i) {
  const auto begins_with_that = [&](const Frame& frame) {
    return frame.marker != npos && token(frame.marker).folded == "that";
  };
  const auto bare = [](const Frame& frame) {
    return frame.kind == ClauseKind::complement && frame.marker == npos;
  };
  for (const bool told : {true, false}) {
    for (std::size_t size = sheet_.frames.size(); size > 1; --size) {
      const Frame frame = sheet_.frames[size - 1];
      if (told ? !begins_with_that(frame) : !bare(frame)) continue;
      close_to(size - 1, item(i).begin);
      open(ClauseKind::complement, item(i).begin, frame.governor, Relation::complement,
           item(i).head);
      return true;
    }
  }
  return false;
}

void Attacher::on_that(Index i) {
  const std::uint32_t marker = item(i).head;
  const bool clause = ahead_.clause_follows(i);
  const bool after_noun = previous_ > 0 && is_kind(previous_ - 1, ItemKind::noun);
  if (between_.coordinator != npos && clause && joins_that(i)) return;
  const Frame& frame = top();
  const bool waits = awaits_verb(frame);
  const std::uint32_t last = frame.last;
  const bool noun_takes = last != npos && lists_.noun(token(last).lemma).has(Trait::that);
  const bool verb_takes = !waits &&
                          (frame.traits.has(Trait::that) || frame.traits.has(Trait::speech)) &&
                          (frame.object == npos || frame.traits.has(Trait::object_clause));
  const bool timed = last != npos && noun_at(last) != nullptr && noun_at(last)->temporal;
  const bool loose = last == npos || timed || sheet_.relation[last] != Relation::object ||
                     frame.traits.has(Trait::object_clause);
  std::uint32_t governor = npos;
  if (clause && verb_takes && (!after_noun || loose) && !noun_takes) {
    governor = frame.verb;
  } else if (last != npos && (noun_takes || is_adjective(token(last).tag)) && clause) {
    governor = last;
  } else if (!waits && !after_noun) {
    governor = last != npos && is_adjective(token(last).tag) ? last : frame.verb;
  }
  if (governor != npos) {
    open(ClauseKind::complement, item(i).begin, governor, Relation::complement, marker);
    return;
  }
  if (last == npos) {
    open(ClauseKind::complement, item(i).begin, npos, Relation::complement, marker).fronted = waits;
    return;
  }
  open_relative(i, noun_at(last) == nullptr ? last : antecedent_for_that(i, whole_list(last)));
}

void Attacher::open_relative(Index i, std::uint32_t antecedent) {
  Frame& relative =
      open(ClauseKind::relative, item(i).begin, antecedent, Relation::relative_clause, npos);
  relative.antecedent = antecedent;
  relative.pronoun = item(i).head;
  desk_.clauses[relative.clause].marker = item(i).head;
}

// "cleric Omar Nasser": a proper noun that a noun for people stands before.
bool Attacher::titled_person(std::uint32_t head) const {
  const NounGroup& group = *noun_at(head);
  if (!group.proper) return false;
  for (std::uint32_t t = group.tokens.begin; t < head; ++t) {
    if (is_common_noun(token(t).tag) && is_person(t)) return true;
  }
  return false;
}

// "the attack on a school in Peshawar that left 20 dead": a name before it is what "that" adds
// nothing to, and deeds do harm.
std::uint32_t Attacher::antecedent_for_that(Index i, std::uint32_t nearest) const {
  if (between_.comma) return nearest;
  const auto outer = [&](std::uint32_t at) {
    const std::uint32_t up = sheet_.governor[at];
    const bool inside = sheet_.relation[at] == Relation::nominal_modifier && up != npos;
    return inside && noun_at(up) != nullptr ? up : npos;
  };
  std::uint32_t at = nearest;
  if (noun_at(at)->proper && outer(at) != npos) at = outer(at);
  const bool harms = is_kind(i + 1, ItemKind::verb) && item(i + 1).traits.has(Trait::harm);
  for (std::uint32_t up = at; harms && up != npos; up = outer(up)) {
    const NounClass kind = lexicon_.noun_class(token(up).lemma);
    if (kind == NounClass::act || kind == NounClass::event) return up;
  }
  return at;
}

// The noun that who, which, where speak of: the last one; for "who" the last that is no place name
// within another's phrase ("the mayor of Arvo, who …").
std::uint32_t Attacher::antecedent_for(Index i) const {
  std::uint32_t at = top().last;
  if (at == npos || noun_at(at) == nullptr) return npos;
  at = whole_list(at);
  const std::string_view word = token(item(i).head).folded;
  if (word == "that" || word == "which") return antecedent_for_that(i, at);
  if (word != "who" && word != "whom") return at;
  const std::uint32_t nearest = at;
  if (titled_person(at)) return at;
  for (int step = 0; at != npos && noun_at(at) != nullptr && step < 4; ++step) {
    const Traits traits = lists_.noun(token(at).lemma);
    if (traits.has(Trait::person) || lexicon_.noun_class(token(at).lemma) == NounClass::person) {
      return at;
    }
    const Relation relation = sheet_.relation[at];
    if (relation != Relation::nominal_modifier && relation != Relation::apposition) break;
    at = sheet_.governor[at];
  }
  return nearest;
}

void Attacher::on_relative(Index i) {
  const std::uint32_t head = item(i).head;
  const Tag tag = token(head).tag;
  const std::string_view word = token(head).folded;
  const bool after_noun = previous_ > 0 && is_kind(previous_ - 1, ItemKind::noun);
  const std::uint32_t antecedent = antecedent_for(i);
  const bool timed = antecedent != npos && noun_at(antecedent)->temporal;
  const Traits traits = lists_.word(word);
  // "were killed on Tuesday when a bomb exploded" tells of the killing, "the day when" of the day.
  const bool day = timed && (between_.comma || noun_at(antecedent)->determiner != Determiner::none);
  const bool pronoun =
      traits.has(Trait::relative_pronoun) || tag == Tag::WPS || (word == "when" && day);
  if (pronoun && antecedent != npos && (after_noun || between_.preposition != 0)) {
    const Index preposition = between_.preposition;
    open_relative(i, antecedent);
    if (preposition != 0) {
      const std::uint32_t marker = item(preposition - 1).head;
      hang(marker, head, Relation::preposition);
      wait(head, Relation::oblique, marker);
      sheet_.relation[head] = Relation::oblique;  // not the subject
    }
    return;
  }
  if (traits.has(Trait::adverbial_clause)) {
    on_subordinator(i);
    return;
  }
  const Frame& frame = top();
  const bool waits = awaits_verb(frame);
  const std::uint32_t governor = waits ? npos : frame.verb;
  Frame& clause = open(ClauseKind::complement, item(i).begin, governor, Relation::complement, npos);
  clause.fronted = waits;
  clause.pronoun = head;
  if (between_.preposition != 0) clause.marker = item(between_.preposition - 1).head;
}

}  // namespace nutgraf
