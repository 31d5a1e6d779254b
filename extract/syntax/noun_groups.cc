// Base noun groups: determiners, counts, modifiers, head.
#include <array>
#include <cstring>

#include "extract/syntax/chunker.h"
#include "extract/syntax/counts.h"

namespace nutgraf {
namespace {

bool is_nominal(Tag tag) { return is_noun(tag) || tag == Tag::FW || tag == Tag::ADD; }
bool is_participle(Tag tag) { return tag == Tag::VBN || tag == Tag::VBG; }

}  // namespace

std::uint32_t Chunker::determiners(std::uint32_t at, NounGroup& group) const {
  std::uint32_t i = at;
  while (true) {
    const Tag t = tag(i);
    if (t != Tag::PDT && t != Tag::DT && t != Tag::PRPS) return i;
    const Traits traits = lists_.word(folded(i));
    if (t == Tag::PRPS) {
      group.determiner = Determiner::possessive;
    } else if (traits.has(Trait::definite)) {
      group.determiner = Determiner::definite;
    } else if (traits.has(Trait::indefinite)) {
      group.determiner = Determiner::indefinite;
    } else if (traits.has(Trait::negative)) {
      group.determiner = Determiner::negative;
    } else if (traits.has(Trait::demonstrative)) {
      group.determiner = Determiner::demonstrative;
    } else if (group.determiner == Determiner::none) {
      group.determiner = Determiner::quantifier;
    }
    ++i;
  }
}

// "last week", "Tuesday", "early Monday", "March 3" behind a noun begin a group of their own.
bool Chunker::starts_time(std::uint32_t begin, std::uint32_t at) const {
  if (at == begin) return false;
  const Traits traits = noun_traits(at);
  if (is_nominal(tag(at))) {
    if (noun_traits(at - 1).has(Trait::time) && is_nominal(tag(at - 1))) return false;
    if (traits.has(Trait::weekday))
      return !is_common_noun(tag(at + 1)) || noun_traits(at + 1).has(Trait::time);
    if (traits.has(Trait::month)) return tag(at + 1) == Tag::CD;
    return traits.has(Trait::day) && !is_nominal(tag(at + 1));
  }
  if (is_adjective(tag(at)) && is_nominal(tag(at + 1))) {
    return noun_traits(at + 1).has(Trait::time) && !is_nominal(tag(at + 2));
  }
  return false;
}

// "Last week rebels …": the time noun ends its group.
bool Chunker::ends_time(std::uint32_t begin, std::uint32_t at, std::uint32_t head) const {
  if (head + 1 != at || !noun_traits(head).has(Trait::time)) return false;
  if (noun_traits(at).has(Trait::time)) return false;
  const std::uint32_t before = head > 0 ? head - 1 : head;
  return before + 1 >= begin && head > range_.begin &&
         lists_.word(folded(before)).has(Trait::time) &&
         (tag(at) == Tag::NNS || is_proper_noun(tag(at)));
}

// "a charge Damascus denied": a name right before a finite verb, behind a noun that is no one's
// post, is the subject of a relative clause.
bool Chunker::starts_relative(std::uint32_t begin, std::uint32_t at) const {
  if (at != begin + 2 || tag(at - 1) != Tag::NN || !is_proper_noun(tag(at))) return false;
  if (!lists_.word(folded(begin)).has(Trait::indefinite)) return false;
  const Tag next = tag(at + 1);
  const bool finite = next == Tag::VBD || next == Tag::VBZ || next == Tag::MD;
  return finite && begin > range_.begin && tag(begin - 1) == Tag::comma &&
         !noun_traits(at - 1).has(Trait::person);
}

// "March 3", "June 2014", "March 3, 2014": the token after it, or `at` when no month stands there.
std::uint32_t Chunker::month_and_year(std::uint32_t at) const {
  if (!noun_traits(at).has(Trait::month) || !is_proper_noun(tag(at))) return at;
  std::uint32_t i = at + 1;
  if (tag(i) == Tag::CD) ++i;
  if (i > at + 1 && tag(i) == Tag::comma && tag(i + 1) == Tag::CD && folded(i + 1).size() == 4 &&
      desk_.tokens[i + 1].shape.number) {
    i += 2;
  }
  return i;
}

// "the Nov. 26 election", "the March 11, 2005, raid": the noun whose day the date before it is;
// npos: none.
std::uint32_t Chunker::noun_behind_date(const NounGroup& group, std::uint32_t date) const {
  if (group.determiner != Determiner::definite) return npos;
  const std::uint32_t next = tag(date) == Tag::comma && tag(date - 1) == Tag::CD ? date + 1 : date;
  const bool common = is_common_noun(tag(next));
  const bool named = next == date && is_proper_noun(tag(next)) && is_noun(tag(next + 1));
  return (common || named) && !noun_traits(next).has(Trait::time) ? next : npos;
}

// Whether the token belongs to the group that began at `begin` and whose head so far is `head`.
bool Chunker::continues(std::uint32_t begin, std::uint32_t at, std::uint32_t head,
                        bool counted) const {
  const Tag t = tag(at);
  if (head != npos && starts_time(begin, at)) return false;
  if (is_nominal(t)) {
    if (head != npos && (ends_time(begin, at, head) || starts_relative(begin, at))) return false;
    if (head != npos && counted && tag(head) == Tag::NNS && head + 1 == at) return false;
    return head == npos || !(tag(head) == Tag::NNS && is_proper_noun(t) && tag(at - 1) == Tag::NNS);
  }
  // "Varna test-fired a missile": what stands before the hyphen belongs to the verb.
  const auto before_verb = [&](std::uint32_t hyphen) {
    return tag(hyphen + 1) == Tag::VBD || tag(hyphen + 1) == Tag::VBZ;
  };
  if (t == Tag::HYPH) return !before_verb(at);
  if (t == Tag::AFX) return true;
  if (at > begin && tag(at - 1) == Tag::HYPH)
    return is_adjective(t) || is_verb(t) || t == Tag::CD || t == Tag::RP || t == Tag::IN ||
           is_adverb(t);
  if (head == npos) {
    if (is_adjective(t)) return true;
    // "an off-duty policeman"
    if (tag(at + 1) == Tag::HYPH && at > begin && !desk_.tokens[at].shape.punctuation) return true;
    if (t == Tag::CD) return tag(at + 1) != Tag::period;
    if (is_participle(t)) return modifies_noun(at);
    if (is_adverb(t)) {
      const Tag next = tag(at + 1);
      return is_adjective(next) || next == Tag::VBN ||
             (next == Tag::HYPH && !before_verb(at + 1)) ||
             (at > begin && tag(at - 1) == Tag::DT && is_nominal(next));
    }
    if (t == Tag::comma)
      return at > begin && is_adjective(tag(at - 1)) && is_adjective(tag(at + 1)) &&
             (is_nominal(tag(at + 2)) || is_adjective(tag(at + 2)));
    if (t == Tag::CC) {
      return at > begin && (is_adjective(tag(at - 1)) || tag(at - 1) == Tag::VBN) &&
             is_adjective(tag(at + 1)) && (is_nominal(tag(at + 2)) || tag(at + 2) == Tag::HYPH);
    }
    return t == Tag::open_quote && at > begin &&
           (is_nominal(tag(at + 1)) || is_adjective(tag(at + 1)));
  }
  if (t == Tag::dollar) return at > begin && tag(at + 1) == Tag::CD;
  if (t == Tag::CD && at > begin + 1 &&
      (tag(at - 1) == Tag::dollar || tag(at - 2) == Tag::dollar)) {
    return true;
  }
  if (t == Tag::CC) return folded(at) == "&" && is_proper_noun(tag(at + 1));
  if (t == Tag::CD) {
    if (tag(head) == Tag::NNS) return false;
    if (!is_nominal(tag(at + 1))) return desk_.tokens[at].shape.has_digit;
    if (tag(begin) != Tag::DT || head + 1 != at) return false;
    // "the Airbus 380 plane", "a magnitude 6.1 earthquake"
    return is_proper_noun(tag(head)) || (lists_.word(folded(begin)).has(Trait::indefinite) &&
                                         tag(head) == Tag::NN && tag(at + 1) == Tag::NN);
  }
  if (is_adjective(t)) {
    return tag(head) != Tag::NNS && is_nominal(tag(at + 1)) &&
           (tag(begin) == Tag::DT || tag(begin) == Tag::PRPS) && t == Tag::JJ;
  }
  return false;
}

// "Secretary of State" before a name: the token after it; `at` when no such title begins there.
std::uint32_t Chunker::title_of(std::uint32_t at) const {
  const bool one = tag(at) == Tag::NN || tag(at) == Tag::NNP;
  if (!one || !noun_traits(at).has(Trait::post) || folded(at + 1) != "of") return at;
  std::uint32_t i = at + 2;
  if (lists_.word(folded(i)).has(Trait::definite)) ++i;
  const std::uint32_t first = i;
  while (i < range_.end && noun_traits(i).has(Trait::portfolio)) ++i;
  return i > first && is_proper_noun(tag(i)) ? i : at;
}

std::uint32_t Chunker::modifiers_and_heads(std::uint32_t begin, std::uint32_t at,
                                           NounGroup& group) const {
  std::uint32_t i = at;
  std::uint32_t last_modifier = npos;
  bool quoted = false;
  const bool counted = group.count && group.count->min.value_or(2) > 1;
  while (i < range_.end && continues(begin, i, group.head, counted)) {
    if (tag(i) == Tag::open_quote) quoted = true;
    // "Oslo-based": what ends in an adjective is one, the head is still to come.
    const bool compound =
        i > at && tag(i - 1) == Tag::HYPH && (is_adjective(tag(i)) || is_participle(tag(i)));
    if (compound && group.head != npos && (is_nominal(tag(i + 1)) || is_adjective(tag(i + 1)))) {
      group.head = npos;
    }
    if (is_nominal(tag(i))) {
      const std::uint32_t name = title_of(i);
      if (name != i) {
        i = name;
        continue;
      }
      const std::uint32_t date = month_and_year(i);
      group.head = i;
      if (date > i + 1) {
        const std::uint32_t noun = noun_behind_date(group, date);
        if (noun == npos) return date;
        i = noun;
        continue;
      }
    } else if (tag(i) == Tag::CD || is_adjective(tag(i)) || is_participle(tag(i))) {
      last_modifier = i;
    }
    ++i;
  }
  if (quoted && tag(i) == Tag::close_quote && group.head == i - 1) ++i;
  // "Oslo-based" without a noun is an adjective; "the wounded", "the 30" are groups.
  if (group.head != npos && i > at + 1 && tag(i - 2) == Tag::HYPH && last_modifier == i - 1 &&
      group.head < i - 2) {
    group.head = npos;
  }
  if (group.head == npos && last_modifier != npos) {
    i = last_modifier + 1;
    group.head = last_modifier;
  }
  return group.head == npos ? at : i;
}

void Chunker::add_noun(NounGroup group, std::uint32_t begin, std::uint32_t end) {
  const Token& head = desk_.tokens[group.head];
  const Traits traits = noun_traits(group.head);
  group.tokens = {begin, end};
  group.proper = is_proper_noun(head.tag);
  group.plural = head.tag == Tag::NNS || head.tag == Tag::NNPS ||
                 (group.count && group.count->min.value_or(0) > 1);
  group.temporal =
      traits.has(Trait::time) && (!traits.has(Trait::month) || is_proper_noun(head.tag));
  if (head.tag == Tag::PRP) {
    group.pronoun = true;
    group.plural =
        lists_.word(head.lemma).has(Trait::several) || lists_.word(head.folded).has(Trait::several);
  }
  if (head.tag == Tag::CD && group.head + 1 == end && head.shape.number &&
      head.folded.size() == 4 && head.folded >= "1900" && head.folded <= "2100") {
    group.temporal = true;
    group.count.reset();
    group.plural = false;
  }
  if (begin > range_.begin && tag(begin - 1) == Tag::POS) {
    group.determiner = Determiner::possessive;
    for (std::size_t i = desk_.noun_groups.size(); i-- > 0;) {
      if (desk_.noun_groups[i].tokens.end + 1 != begin) break;
      group.possessor = static_cast<std::uint32_t>(i);
      break;
    }
  }
  const auto index = static_cast<std::uint32_t>(desk_.noun_groups.size());
  desk_.noun_groups.push_back(group);
  for (std::uint32_t i = begin; i < end; ++i) desk_.noun_group_of[i] = index;
  std::uint32_t first = begin;
  if (group.possessor != npos && sheet_.items.size() >= 2) {
    // "the militia's raid" is one item; the owner hangs on what it owns.
    first = sheet_.items[sheet_.items.size() - 2].begin;
    sheet_.items.resize(sheet_.items.size() - 2);
  }
  add_item(ItemKind::noun, first, end, group.head, index, traits);
}

std::uint32_t Chunker::noun_group(std::uint32_t at) {
  NounGroup group;
  const Tag first = tag(at);
  if (first == Tag::PRP || first == Tag::EX) {
    group.head = at;
    add_noun(group, at, at + 1);
    return at + 1;
  }
  if (first == Tag::POS) return at;
  if ((is_adjective(first) || is_adverb(first)) && folded(at + 1) == "of" &&
      lists_.word(folded(at)).has(Trait::quantifier)) {
    group.head = at;  // "many of its fighters"
    group.determiner = Determiner::quantifier;
    add_noun(group, at, at + 1);
    return at + 1;
  }
  std::uint32_t i = determiners(at, group);
  const bool determined = i > at || (at > range_.begin && tag(at - 1) == Tag::POS);
  const ReadCount read = read_count(desk_, lists_, i, range_.end);
  if (read.end > i) {
    group.count = read.count;
    i = read.end;
  }
  const std::uint32_t modifiers = i;
  std::uint32_t end = modifiers_and_heads(at, i, group);
  if (group.head == npos && read.number != npos) {
    group.head = read.number;  // "twelve were killed"
    end = modifiers;
  }
  const bool article =
      group.determiner == Determiner::definite || group.determiner == Determiner::indefinite;
  if (group.head == npos && article && modifiers > at && is_adverb(tag(modifiers)) &&
      tag(modifiers + 1) != Tag::VBN) {
    group.head = modifiers;  // "the well": a noun that was read as an adverb
    end = modifiers + 1;
  }
  if (group.head == npos && determined) {
    group.head = modifiers - 1;  // "this", "all", "those"
    end = modifiers;
  }
  if (group.head == npos || end == at) return at;
  // An adjective or a participle alone is no group unless a determiner or a count stands before it.
  const Tag head = tag(group.head);
  const bool noun_like = is_nominal(head) || head == Tag::CD || head == Tag::DT || head == Tag::PDT;
  if (!noun_like && !determined && read.number == npos) {
    if (tag(end - 1) == Tag::HYPH || (end > at + 1 && tag(end - 2) == Tag::HYPH)) {
      add_item(ItemKind::adjective, at, end, group.head, npos, Traits());
      return end;
    }
    return at;
  }
  if (is_participle(head) && head == Tag::VBN && !determined && read.number != npos) {
    // "two killed in Pell": the participle is a verb.
    group.head = read.number;
    end = modifiers;
  }
  add_noun(group, at, end);
  if (tag(end) == Tag::POS) {
    add_item(ItemKind::other, end, end + 1, end, npos, Traits());
    return end + 1;
  }
  return end;
}

}  // namespace nutgraf
