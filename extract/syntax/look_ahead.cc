#include "extract/syntax/look_ahead.h"

#include <algorithm>

namespace nutgraf {
namespace {

constexpr std::size_t reach = 28;  // items

}  // namespace

bool LookAhead::is_finite(std::size_t i) const {
  return is_kind(i, ItemKind::verb) && desk_.verb_groups[sheet_.items[i].group].finite;
}

// Past "in Arvo", "of bombing the town"; `i` when no noun and no gerund follows.
std::size_t LookAhead::past_phrase(std::size_t i) const {
  if (is_kind(i + 1, ItemKind::noun)) return i + 2;
  if (is_kind(i + 1, ItemKind::verb) && !is_finite(i + 1)) {
    return is_kind(i + 2, ItemKind::noun) ? i + 3 : i + 2;
  }
  return i;
}

bool LookAhead::any_finite(std::size_t i) const {
  const std::size_t end = std::min(sheet_.items.size(), i + reach);
  for (++i; i < end; ++i) {
    if (is_finite(i)) return true;
    if (is_kind(i, ItemKind::semicolon)) return false;
  }
  return false;
}

bool LookAhead::joined_to_finite(std::size_t i) const {
  const std::size_t end = std::min(sheet_.items.size(), i + reach);
  bool joined = false;
  for (++i; i < end; ++i) {
    switch (sheet_.items[i].kind) {
      case ItemKind::verb:
        if (is_finite(i)) return joined;
        joined = false;
        break;
      case ItemKind::coordinator:
        joined = true;
        break;
      case ItemKind::adverb:
        break;
      case ItemKind::noun:
      case ItemKind::adjective:
      case ItemKind::preposition:
        joined = false;
        break;
      default:
        return false;
    }
  }
  return false;
}

// Whether the verb right before the preposition `i` asks for its phrase: "identified as Karim
// Doss".
bool LookAhead::of_verb(std::size_t i) const {
  if (i == 0 || !is_kind(i - 1, ItemKind::verb)) return false;
  const std::string_view word = desk_.tokens[sheet_.items[i].head].folded;
  const std::string_view lemma = desk_.tokens[sheet_.items[i - 1].head].lemma;
  return lists_.attachment(Side::verb, lemma, {}, word) >
         lists_.attachment(Side::verb, {}, {}, word);
}

std::size_t LookAhead::finite_after(std::size_t i, bool joined, bool nested) const {
  const std::size_t end = std::min(sheet_.items.size(), i + reach);
  std::size_t clauses = 0;  // relative clauses passed that still need their verb
  bool comma = false;
  while (i < end) {
    switch (sheet_.items[i].kind) {
      case ItemKind::adverb:
      case ItemKind::adjective:
      case ItemKind::other:
      case ItemKind::open_quote:
      case ItemKind::close_quote:
      case ItemKind::particle:
        ++i;
        break;
      case ItemKind::preposition: {
        if (is_kind(i + 1, ItemKind::relative)) {  // "in which"
          ++i;
          break;
        }
        const std::size_t next = past_phrase(i);
        if (next == i) return 0;
        const bool clause = !nested && !of_verb(i) &&
                            sheet_.items[i].traits.has(Trait::subordinator) &&
                            is_kind(i + 1, ItemKind::noun) && finite_after(i + 2, true, true) != 0;
        if (clause) return 0;
        i = next;
        break;
      }
      case ItemKind::noun:
        if (clauses == 0 && !comma) {
          if (desk_.noun_groups[sheet_.items[i].group].temporal) {
            ++i;
            break;
          }
          // "the town the rebels took": the next finite verb is the relative clause's.
          if (!is_finite(i + 1)) return 0;
          i += 2;
          break;
        }
        ++i;
        break;
      case ItemKind::coordinator:
        if (!joined) return 0;
        if (is_kind(i + 1, ItemKind::noun)) {
          if (desk_.noun_groups[sheet_.items[i + 1].group].pronoun && clauses == 0) return 0;
          i += 2;
        } else if (is_kind(i + 1, ItemKind::adjective) || is_kind(i + 1, ItemKind::adverb) ||
                   is_kind(i + 1, ItemKind::preposition) || clauses > 0) {
          ++i;
        } else {
          return 0;
        }
        break;
      case ItemKind::verb:
        if (is_finite(i)) {
          if (clauses == 0) return i;
          --clauses;
        }
        ++i;
        if (is_kind(i, ItemKind::noun) && !is_finite(i + 1)) ++i;
        break;
      case ItemKind::relative:
      case ItemKind::that:
        ++clauses;
        ++i;
        break;
      case ItemKind::comma:
      case ItemKind::dash: {
        comma = !comma;
        if (!comma) {
          ++i;
          break;
        }
        // A comma must open something that a second comma closes: ", a general,", ", who …,".
        std::size_t close = i + 1;
        while (close < end && !is_kind(close, ItemKind::comma) && !is_kind(close, ItemKind::dash)) {
          ++close;
        }
        const bool opens = is_kind(i + 1, ItemKind::relative) ||
                           (is_kind(i + 1, ItemKind::noun) && !is_finite(i + 2)) ||
                           is_kind(i + 1, ItemKind::preposition) ||
                           (is_kind(i + 1, ItemKind::verb) && !is_finite(i + 1));
        if (!opens || close >= end) return 0;
        if (is_kind(i + 1, ItemKind::relative)) {
          i = close;
          break;
        }
        for (std::size_t k = i + 1; k < close; ++k) {
          if (is_finite(k)) return 0;
        }
        i = close;
        break;
      }
      default:
        return 0;
    }
  }
  return 0;
}

bool LookAhead::is_list(std::size_t i) const {
  const std::size_t end = std::min(sheet_.items.size(), i + reach);
  while (i < end) {
    switch (sheet_.items[i].kind) {
      case ItemKind::noun:
      case ItemKind::adverb:
      case ItemKind::adjective:
      case ItemKind::other:
        ++i;
        break;
      case ItemKind::preposition: {
        const std::size_t next = past_phrase(i);
        if (next == i) return false;
        i = next;
        break;
      }
      case ItemKind::comma:
        if (is_kind(i + 1, ItemKind::coordinator)) return is_kind(i + 2, ItemKind::noun);
        if (!is_kind(i + 1, ItemKind::noun)) return false;
        ++i;
        break;
      case ItemKind::coordinator:
        return is_kind(i + 1, ItemKind::noun) ||
               (is_kind(i + 1, ItemKind::adverb) && is_kind(i + 2, ItemKind::noun));
      default:
        return false;
    }
  }
  return false;
}

bool LookAhead::clause_follows(std::size_t i) const {
  if (of_verb(i)) return false;
  std::size_t next = i + 1;
  while (is_kind(next, ItemKind::adverb) || is_kind(next, ItemKind::open_quote)) ++next;
  if (is_kind(next, ItemKind::preposition) && is_kind(next + 1, ItemKind::noun)) {
    next += 2;  // "after in May rebels …"
    if (is_kind(next, ItemKind::comma)) ++next;
  }
  if (!is_kind(next, ItemKind::noun)) return false;
  if (leads_to_finite(next)) return true;
  // "demanded that Israel ease restrictions"
  if (!is_kind(next + 1, ItemKind::verb)) return false;
  const VerbGroup& verb = desk_.verb_groups[sheet_.items[next + 1].group];
  return verb.infinitive && verb.head == verb.tokens.begin;
}

}  // namespace nutgraf
