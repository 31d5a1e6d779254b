#include "extract/syntax/chunker.h"

#include <array>
#include <cstring>

#include "extract/syntax/counts.h"

namespace nutgraf {
namespace {

ItemKind kind_of(Tag tag, Traits traits, std::string_view folded) {
  switch (tag) {
    case Tag::comma:
      return ItemKind::comma;
    case Tag::colon:
      if (folded == ";") return ItemKind::semicolon;
      return folded == ":" ? ItemKind::colon : ItemKind::dash;
    case Tag::NFP:
      return ItemKind::other;
    case Tag::period:
      return ItemKind::stop;
    case Tag::open_quote:
      return ItemKind::open_quote;
    case Tag::close_quote:
      return ItemKind::close_quote;
    case Tag::open_bracket:
      return ItemKind::open_bracket;
    case Tag::close_bracket:
      return ItemKind::close_bracket;
    case Tag::CC:
      return ItemKind::coordinator;
    case Tag::WDT:
      return folded == "that" ? ItemKind::that : ItemKind::relative;
    case Tag::WP:
    case Tag::WPS:
      return ItemKind::relative;
    case Tag::WRB:
      return ItemKind::relative;
    case Tag::RP:
      return ItemKind::particle;
    case Tag::TO:
      return ItemKind::preposition;
    case Tag::IN:
      if (folded == "that") return ItemKind::that;
      if (traits.has(Trait::clause_only) && folded != "except") return ItemKind::subordinator;
      return ItemKind::preposition;
    default:
      break;
  }
  if (is_adjective(tag)) return ItemKind::adjective;
  if (is_adverb(tag)) return ItemKind::adverb;
  if (traits.has(Trait::list_preposition) || traits.has(Trait::time_preposition)) {
    return ItemKind::preposition;
  }
  return ItemKind::other;  // also a verb that no verb group took
}

}  // namespace

void Chunker::read(TokenRange sentence) {
  range_ = sentence;
  sheet_.items.clear();
  std::uint32_t at = sentence.begin;
  while (at < sentence.end) {
    std::uint32_t end = phrase(at);
    if (end == at) end = verb_group(at);
    if (end == at) end = noun_group(at);
    if (end == at) {
      single(at);
      ++end;
    }
    at = end;
  }
}

Tag Chunker::tag(std::uint32_t token) const {
  if (token >= range_.end) return Tag::none;
  const Tag own = desk_.tokens[token].tag;
  const bool base = own == Tag::VB || own == Tag::VBZ || own == Tag::VBP;
  if ((!base && own != Tag::VBD) || token == range_.begin) return own;
  const Token& before = desk_.tokens[token - 1];
  bool determined = before.tag == Tag::PRPS;
  if (before.tag == Tag::DT) {
    const Traits traits = lists_.word(before.folded);
    determined = traits.has(Trait::definite) || traits.has(Trait::indefinite);
  }
  if (!determined) return own;
  return own == Tag::VBD ? Tag::VBN : Tag::NN;
}

Traits Chunker::noun_traits(std::uint32_t token) const {
  const Token& word = desk_.tokens[token];
  return lists_.noun(is_proper_noun(word.tag) ? word.folded : word.lemma);
}

void Chunker::add_item(ItemKind kind, std::uint32_t begin, std::uint32_t end, std::uint32_t head,
                       std::uint32_t group, Traits traits) {
  sheet_.items.push_back({kind, begin, end, head, group, traits});
}

void Chunker::single(std::uint32_t at) {
  const Traits traits = lists_.word(folded(at));
  ItemKind kind = kind_of(tag(at), traits, folded(at));
  if (kind == ItemKind::particle && (tag(at + 1) == Tag::DT || tag(at + 1) == Tag::PRPS) &&
      lists_.is_preposition(folded(at))) {
    kind = ItemKind::preposition;
  }
  add_item(kind, at, at + 1, at, npos,
           is_adjective(tag(at)) ? lists_.adjective(desk_.tokens[at].lemma) : traits);
}

// Fixed phrases of two to four words: "because of", "as well as", "even though".
std::uint32_t Chunker::phrase(std::uint32_t at) {
  if (!lists_.begins_phrase(folded(at))) return at;
  std::array<char, 64> words{};
  std::size_t size = 0;
  std::uint32_t best = at;
  Phrase kind = Phrase::none;
  for (std::uint32_t i = at; i < range_.end && i < at + 4; ++i) {
    const std::string_view word = folded(i);
    if (size + word.size() + 1 > words.size()) break;
    if (size > 0) words.at(size++) = ' ';
    std::memcpy(words.data() + size, word.data(), word.size());
    size += word.size();
    if (i == at) continue;
    const Phrase found = lists_.phrase({words.data(), size});
    if (found == Phrase::none) continue;
    best = i + 1;
    kind = found;
  }
  if (kind == Phrase::none) return at;
  // "at least 30" is part of the group that follows.
  if ((tag(best) == Tag::CD || tag(best) == Tag::dollar) &&
      (kind == Phrase::adverb || read_count(desk_, lists_, at, range_.end).end > best)) {
    return at;
  }
  const std::array<ItemKind, 5> kinds{ItemKind::other, ItemKind::preposition, ItemKind::coordinator,
                                      ItemKind::subordinator, ItemKind::adverb};
  add_item(kinds.at(static_cast<std::size_t>(kind)), at, best, at, npos, lists_.word(folded(at)));
  return best;
}

}  // namespace nutgraf
