// Participles: clauses of their own, finite verbs that were read wrong, gerunds.
#include "extract/syntax/attacher.h"

namespace nutgraf {

// After a preposition: "accused of killing", "after shelling the town".
void Attacher::on_gerund(Index i) {
  const Item& preposition = item(between_.preposition - 1);
  bool waits = false;
  std::uint32_t site = best_site(preposition.head, item(i), waits);
  // "warned Israel against attacking Lebanon": a name is no governor of what one is warned against.
  if (site != npos && noun_at(site) != nullptr && !awaits_verb(top()) &&
      (noun_at(site)->proper || noun_at(site)->pronoun)) {
    site = top().verb;
  }
  const bool on_noun = site != npos && noun_at(site) != nullptr;
  Frame& frame =
      open(ClauseKind::participial, preposition.begin, site,
           on_noun ? Relation::participial_clause : Relation::adverbial_clause, preposition.head);
  frame.fronted = waits;
  take_verb(i);
}

// A participle without auxiliary stands for a finite verb when its clause has no other.
bool Attacher::acts_as_finite(Index i) const {
  const Frame& frame = top();
  if (!awaits_verb(frame) || frame.subject == npos) return false;
  if (frame.gapped) return true;
  if (frame.pronoun != npos && frame.subject == frame.pronoun) return true;
  // A passive participle has no object.
  const VerbGroup& group = verb(item(i));
  if (token(group.tokens.begin).tag == Tag::VBN && group.head == group.tokens.begin &&
      has_object(i) && !item(i).traits.has(Trait::ditransitive) && !between_.comma &&
      previous_ > 0 && is_kind(previous_ - 1, ItemKind::noun)) {
    return true;
  }
  if (between_.comma) {
    // "The head, Karim Doss, called the strike illegal and urged …": no comma closes a clause.
    return !ahead_.any_finite(i) || (has_object(i) && ahead_.joined_to_finite(i));
  }
  const Index next = is_kind(i + 1, ItemKind::noun) ? i + 2 : i + 1;
  return ahead_.finite_after(next) == 0;
}

void Attacher::participle_on(Index i, std::uint32_t governor, Relation relation) {
  Frame& frame = open(ClauseKind::participial, item(i).begin, governor, relation, npos);
  frame.fronted = governor == npos;
  take_verb(i);
}

// A bare past participle with an object behind it is a past tense that was read wrong, or shares
// the "have" of the verb before it.
bool Attacher::joins_as_active(Index i) {
  VerbGroup& group = desk_.verb_groups[item(i).group];
  if (group.head != group.tokens.begin || token(group.head).tag != Tag::VBN) return false;
  if (!has_object(i) || awaits_verb(top())) return false;
  const VerbGroup before = group;
  const VerbGroup& model = desk_.verb_groups[top().group];
  group.voice = Voice::active;
  if (!(model.perfect && model.voice == Voice::active)) {
    group.finite = true;
    group.participle = false;
    group.tense = Tense::past;
  }
  if (coordinate_verb(i)) return true;
  group = before;
  return false;
}

// Whether a noun group behind the verb is its object: "shelled the town", not "named mayor".
bool Attacher::has_object(Index i) const {
  if (!is_kind(i + 1, ItemKind::noun) || noun(item(i + 1)).temporal) return false;
  const bool bare = noun(item(i + 1)).determiner == Determiner::none;
  return !(item(i).traits.has(Trait::object_predicate) && bare);
}

// "Karim said the rebels fled, adding that …": who adds is who says.
void Attacher::close_to_speech(std::uint32_t end) {
  for (std::size_t size = sheet_.frames.size(); size > 0; --size) {
    const Frame& frame = sheet_.frames[size - 1];
    if (awaits_verb(frame)) return;
    if (!frame.traits.has(Trait::speech)) continue;
    close_to(size, end);
    return;
  }
}

// The clause, its verb read, in which the innermost one is reduced and hangs on a noun: "drove a
// truck packed with explosives"; nullptr: it is none.
const Frame* Attacher::around_reduced() const {
  const Frame& inner = top();
  const bool reduced =
      sheet_.frames.size() > 1 && inner.kind == ClauseKind::participial && !inner.after_comma;
  if (!reduced || inner.verb == npos || inner.governor == npos) return nullptr;
  const Frame& outer = sheet_.frames[sheet_.frames.size() - 2];
  return noun_at(inner.governor) == nullptr || awaits_verb(outer) ? nullptr : &outer;
}

// "drove a truck packed with explosives, killing …", "hit a bus carrying workers, killing …": who
// drove it kills.
void Attacher::close_reduced(std::uint32_t end) {
  if (around_reduced() == nullptr) return;
  const Tag tag = token(top().verb).tag;
  if (tag == Tag::VBG || (tag == Tag::VBN && top().object == npos)) close(end);
}

// "63 women and girls abducted by …": what is said of the last is said of all that it ends.
std::uint32_t Attacher::whole_list(std::uint32_t last) const {
  const NounGroup* group = noun_at(last);
  const std::uint32_t first = sheet_.governor[last];
  if (group == nullptr || sheet_.relation[last] != Relation::conjunct || first == npos) return last;
  const bool bare = group->determiner == Determiner::none && !group->count && !group->proper;
  const NounGroup* whole = noun_at(first);
  return bare && group->plural && whole != nullptr && whole->plural ? first : last;
}

void Attacher::on_participle(Index i) {
  const bool joins = between_.coordinator != npos || between_.comma;
  if (joins && joins_as_active(i)) return;
  if (between_.coordinator != npos && coordinate_verb(i)) return;
  Frame& frame = top();
  VerbGroup& group = desk_.verb_groups[item(i).group];
  // "being moved" is what "moved" is.
  const bool past = token(group.tokens.begin).tag == Tag::VBN || group.voice == Voice::passive;
  const bool after_noun = previous_ > 0 && is_kind(previous_ - 1, ItemKind::noun);
  if (acts_as_finite(i)) {
    group.finite = true;
    group.participle = false;
    group.tense = past ? Tense::past : Tense::present;
    if (past && has_object(i) && group.head == group.tokens.begin) group.voice = Voice::active;
    take_verb(i);
    return;
  }
  if (awaits_verb(frame)) {
    if (frame.marker != npos && frame.subject == npos) {
      take_verb(i);  // "while fighting", "if attacked"
    } else if (frame.last == npos || !after_noun) {
      participle_on(i, npos, Relation::participial_clause);
    } else {
      // "Troops loyal to the president, backed by rebels, …": who acts is backed.
      const bool aside = past && between_.comma && frame.subject != npos;
      participle_on(i, aside ? frame.subject : frame.last, Relation::participial_clause);
    }
    return;
  }
  // "was taken away, suspended and sent home"
  const bool list = is_kind(i + 1, ItemKind::coordinator) && is_kind(i + 2, ItemKind::verb) &&
                    desk_.verb_groups[frame.group].voice == Voice::passive;
  if (past && between_.comma && previous_ > 0 && (list || is_kind(previous_ - 1, ItemKind::verb)) &&
      coordinate_verb(i)) {
    return;
  }
  if (between_.comma) {
    if (item(i).traits.has(Trait::speech) && !past) close_to_speech(item(i).begin);
    if (awaits_verb(top())) return;
    if (!past) close_reduced(item(i).begin);
    // "used tear gas to break up a rally, wounding five": what was done for a purpose wounds.
    if (!past && sheet_.frames.size() > 1 && top().kind == ClauseKind::infinitive &&
        top().relation == Relation::adverbial_clause && !top().fronted && !awaits_verb(top())) {
      close(item(i).begin);
    }
    const Frame& site = top();
    const bool on_noun = past && after_noun && site.last != npos;
    std::uint32_t governor = on_noun ? site.last : site.verb;
    // "went on trial on Monday, accused of fraud": who went is accused.
    const bool loose = on_noun && site.subject != npos &&
                       (noun_at(site.last) == nullptr || noun_at(site.last)->temporal ||
                        (sheet_.relation[site.last] == Relation::oblique &&
                         item(i).traits.has(Trait::object_gerund)));
    if (loose) governor = site.subject;
    participle_on(i, governor, Relation::participial_clause);
    return;
  }
  if (!after_noun || frame.last == npos) {
    participle_on(i, frame.verb,
                  frame.last == npos ? Relation::complement : Relation::participial_clause);
    return;
  }
  const NounGroup* noun = noun_at(frame.last);
  const bool seen = frame.traits.has(Trait::object_gerund) && frame.object == frame.last && !past;
  if (seen) {
    participle_on(i, frame.verb, Relation::complement);
  } else if (noun != nullptr && (noun->temporal || (!past && noun->proper))) {
    participle_on(i, frame.verb, Relation::participial_clause);
  } else {
    participle_on(i, whole_list(frame.last), Relation::participial_clause);
  }
}

}  // namespace nutgraf
