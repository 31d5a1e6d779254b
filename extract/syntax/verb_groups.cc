// Verb groups: auxiliaries, adverbs between them, main verb, particle.
#include "extract/syntax/chunker.h"
#include "extract/syntax/counts.h"

namespace nutgraf {
namespace {

bool is_base_form(Tag tag) { return tag == Tag::VB || tag == Tag::VBP; }
bool is_past_form(Tag tag) { return tag == Tag::VBN || tag == Tag::VBD; }
bool in_noun_group(Tag tag) {
  return is_noun(tag) || is_adjective(tag) || tag == Tag::DT || tag == Tag::PRPS ||
         tag == Tag::POS || tag == Tag::CD;
}

}  // namespace

// Steps over adverbs and "not"; notes the negation.
std::uint32_t Chunker::past_adverbs(std::uint32_t at, VerbGroup& group) const {
  std::uint32_t i = at;
  while (is_adverb(tag(i))) {
    if (lists_.word(folded(i)).has(Trait::negative)) group.negation = i;
    ++i;
  }
  return i;
}

// "have to leave", "is going to leave", "used to": the token of the verb after "to", or `at`.
std::uint32_t Chunker::modal_phrase(std::uint32_t at, VerbGroup& group) const {
  const std::string_view lemma = desk_.tokens[at].lemma;
  const bool modal = lemma == "have" || (folded(at) == "going" && group.progressive) ||
                     (folded(at) == "got" && group.perfect) ||
                     (folded(at) == "used" && tag(at) == Tag::VBD) || tag(at) == Tag::MD;
  if (!modal || folded(at + 1) != "to") return at;
  VerbGroup ignored;
  const std::uint32_t verb = past_adverbs(at + 2, ignored);
  if (!is_base_form(tag(verb))) return at;
  group.modal = at;
  return verb;
}

// "He's talked to them", "she's seen the letter": 's is "has" before what cannot be a passive.
bool Chunker::is_short_have(std::uint32_t at, std::uint32_t participle) const {
  if (folded(at) != "'s" || tag(participle) != Tag::VBN) return false;
  if (folded(participle) == "been") return true;
  const Tag after = tag(participle + 1);
  if (after == Tag::DT || after == Tag::PRPS || after == Tag::PRP) return true;
  const Traits traits = lists_.verb(desk_.tokens[participle].lemma);
  return traits.has(Trait::intransitive);
}

// From the first verb to the main verb; each auxiliary tells what form must follow.
std::uint32_t Chunker::auxiliaries(std::uint32_t at, VerbGroup& group) const {
  std::uint32_t i = at;
  while (true) {
    if (const std::uint32_t verb = modal_phrase(i, group); verb != i) {
      i = verb;
      continue;
    }
    const std::string_view lemma = desk_.tokens[i].lemma;
    VerbGroup seen = group;
    const std::uint32_t next = past_adverbs(i + 1, seen);
    const Tag following = tag(next);
    if (tag(i) == Tag::MD) {
      group.modal = i;
      group.negation = seen.negation;
      if (!is_base_form(following)) return i;
    } else if (lemma == "do" && following == Tag::VB) {
      group.negation = seen.negation;
    } else if ((lemma == "have" && is_past_form(following)) || is_short_have(i, next)) {
      group.perfect = true;
      group.negation = seen.negation;
    } else if (lemma == "be" && following == Tag::VBG) {
      group.progressive = true;
      group.negation = seen.negation;
    } else if ((lemma == "be" || (lemma == "get" && next == i + 1)) && is_past_form(following)) {
      group.negation = seen.negation;
      group.voice = Voice::passive;
      return next;
    } else {
      if (lemma == "be") group.negation = seen.negation;
      return i;
    }
    i = next;
  }
}

void Chunker::tense_of(std::uint32_t first, VerbGroup& group) const {
  switch (tag(first)) {
    case Tag::MD:
      group.finite = true;
      group.tense = folded(first) == "will" || folded(first) == "'ll" || folded(first) == "shall" ||
                            folded(first) == "wo"
                        ? Tense::future
                        : Tense::present;
      break;
    case Tag::VBD:
      group.finite = true;
      group.tense = Tense::past;
      break;
    case Tag::VBZ:
    case Tag::VBP:
      group.finite = true;
      group.tense =
          group.modal != npos && folded(group.modal) == "going" ? Tense::future : Tense::present;
      break;
    case Tag::VB:
      group.infinitive = true;
      break;
    case Tag::VBG:
    case Tag::VBN:
      group.participle = true;
      break;
    default:
      break;
  }
}

// The particle right behind the verb, or npos.
std::uint32_t Chunker::particle_after(std::uint32_t end, const VerbGroup& group) const {
  const std::string_view word = folded(end);
  if (read_count(desk_, lists_, end, range_.end).number != npos) return npos;  // "up to 16"
  const bool takes = lists_.takes_particle(desk_.tokens[group.head].lemma, word);
  if (tag(end) == Tag::RP) {
    // "sank off the coast": a preposition that was read as a particle.
    const Tag next = tag(end + 1);
    const bool phrase = (next == Tag::DT || next == Tag::PRPS) && lists_.is_preposition(word);
    return takes || !phrase ? end : npos;
  }
  if (tag(end) != Tag::IN && tag(end) != Tag::RB) return npos;
  if (tag(end) == Tag::IN && lists_.word(word).has(Trait::place_preposition)) return npos;
  return takes ? end : npos;
}

// "captured weapons", "armed men": a participle that belongs to the noun after it.
bool Chunker::modifies_noun(std::uint32_t at) const {
  if (tag(at + 1) == Tag::HYPH) return true;  // "trained-up"
  // "the recently captured town": what stands before the adverb tells.
  const bool adverb =
      at >= range_.begin + 2 && tag(at - 1) == Tag::RB &&
      (tag(at - 2) == Tag::DT || tag(at - 2) == Tag::PRPS || tag(at - 2) == Tag::POS);
  const Tag before = at == range_.begin ? Tag::none : tag(adverb ? at - 2 : at - 1);
  const bool determined = before == Tag::DT || before == Tag::PRPS || before == Tag::POS ||
                          before == Tag::JJ || before == Tag::CD;
  if (tag(at) != Tag::VBN && !(determined && before != Tag::CD)) return false;
  std::uint32_t i = at + 1;
  while (is_adjective(tag(i)) || tag(i) == Tag::HYPH || (tag(i) == Tag::VBN && i > at + 1)) ++i;
  if (!is_noun(tag(i)) || (!determined && !is_common_noun(tag(i)))) return false;
  if (noun_traits(i).has(Trait::time) || (before == Tag::CD && !is_common_noun(tag(i))))
    return false;
  if (before == Tag::none || determined) return true;
  const Tag after = tag(i + 1);
  if (before == Tag::comma && (is_finite_verb(after) || after == Tag::MD)) return true;
  if (before == Tag::CC) {  // "dead and wounded soldiers", not "killed two and wounded others"
    return at >= range_.begin + 2 && (is_adjective(tag(at - 2)) || tag(at - 2) == Tag::VBN);
  }
  return before == Tag::IN || before == Tag::TO || before == Tag::open_quote ||
         (is_verb(before) && before != Tag::VBG);
}

// "including", "regarding"; "following" where no noun stands before it that could follow, or where
// what is followed happened: "five men following an attack".
bool Chunker::is_verbal_preposition(std::uint32_t at) const {
  if (tag(at) != Tag::VBG) return false;
  const Traits traits = lists_.word(folded(at));
  if (traits.has(Trait::list_preposition)) return true;
  if (!traits.has(Trait::time_preposition)) return false;
  if (at == range_.begin || !is_noun(tag(at - 1))) return true;
  std::uint32_t last = at;
  while (last + 1 < range_.end && in_noun_group(tag(last + 1))) ++last;
  return is_noun(tag(last)) && lists_.noun(desk_.tokens[last].lemma).has(Trait::action);
}

// What our list tells of the verb; for a verb that it does not have, what WordNet's sentence frames
// tell (frames.vrb: 24, 28 infinitives, 26 that-clauses).
Traits Chunker::verb_traits(std::string_view lemma) const {
  const Traits listed = lists_.verb(lemma);
  if (listed.any()) return listed;
  const std::uint64_t frames = lexicon_.verb_frames(lemma);
  const auto has = [frames](unsigned frame) { return (frames >> (frame - 1) & 1U) != 0; };
  Traits traits;
  if (has(26)) traits.set(Trait::that);
  if (has(28)) traits.set(Trait::infinitive);
  if (has(24)) traits.set(Trait::object_infinitive);
  return traits;
}

std::uint32_t Chunker::verb_group(std::uint32_t at) {
  VerbGroup group;
  std::uint32_t first = at;
  if (folded(at) == "to" && (tag(at) == Tag::TO || tag(at) == Tag::IN)) {
    first = past_adverbs(at + 1, group);
    if (tag(first) == Tag::open_quote) ++first;  // to "target all"
    if (tag(first) != Tag::VB && !(tag(at) == Tag::TO && tag(first) == Tag::VBP)) return at;
    group.infinitive = true;
  }
  if (!is_verb(tag(first)) && tag(first) != Tag::MD) return at;
  if (first == at && is_verbal_preposition(at)) return at;
  if (first == at && (tag(at) == Tag::VBN || tag(at) == Tag::VBG) && modifies_noun(at)) return at;
  group.head = auxiliaries(first, group);
  if (group.infinitive) {
    group.finite = false;
  } else {
    tense_of(first, group);
  }
  if (group.participle && tag(group.head) == Tag::VBN && group.head == first) {
    group.voice = Voice::passive;
  }
  std::uint32_t end = group.head + 1;
  group.particle = particle_after(end, group);
  if (group.particle != npos) ++end;
  group.tokens = {at, end};
  const auto index = static_cast<std::uint32_t>(desk_.verb_groups.size());
  desk_.verb_groups.push_back(group);
  for (std::uint32_t i = at; i < end; ++i) desk_.verb_group_of[i] = index;
  add_item(ItemKind::verb, at, end, group.head, index, verb_traits(desk_.tokens[group.head].lemma));
  return end;
}

}  // namespace nutgraf
