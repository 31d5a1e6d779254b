#include "extract/syntax/finisher.h"

#include <algorithm>

namespace nutgraf {

void Finisher::finish(TokenRange sentence, std::size_t first_clause) {
  range_ = sentence;
  give_way(first_clause);
  for (const Item& item : sheet_.items) {
    if (item.kind == ItemKind::verb) verb_group(desk_.verb_groups[item.group]);
  }
  // Groups that own others are not among the items: go by token.
  for (std::uint32_t t = sentence.begin; t < sentence.end;) {
    const std::uint32_t group = desk_.noun_group_of[t];
    if (group == npos) {
      ++t;
      continue;
    }
    noun_group(desk_.noun_groups[group]);
    t = std::max(t + 1, desk_.noun_groups[group].tokens.end);
  }
  root();
  words();
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (t == root_ || (hung(t) && sheet_.governor[t] != npos)) continue;
    sheet_.relation[t] = Relation::none;
    hang(t, root_, desk_.tokens[t].shape.punctuation ? Relation::punctuation : Relation::other);
  }
  cut_circles();
}

void Finisher::hang(std::uint32_t token, std::uint32_t governor, Relation relation) {
  if (hung(token) || token == governor) return;
  sheet_.governor[token] = governor;
  sheet_.relation[token] = relation;
  sheet_.marker[token] = npos;
}

// "was" hangs on "general", and all that hung on "was" does.
void Finisher::give_way(std::size_t first_clause) {
  const auto heir = [this](std::uint32_t token) {
    return token != npos && sheet_.becomes[token] != npos ? sheet_.becomes[token] : token;
  };
  for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
    const std::uint32_t governor = sheet_.governor[t];
    if (heir(governor) != t) sheet_.governor[t] = heir(governor);
  }
  for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
    const std::uint32_t predicate = sheet_.becomes[t];
    if (predicate == npos) continue;
    sheet_.governor[predicate] = sheet_.governor[t];
    sheet_.relation[predicate] = sheet_.relation[t];
    sheet_.marker[predicate] = sheet_.marker[t];
    sheet_.governor[t] = predicate;
    sheet_.relation[t] = Relation::copula;
    sheet_.marker[t] = npos;
  }
  for (std::size_t i = first_clause; i < desk_.clauses.size(); ++i) {
    desk_.clauses[i].governor = heir(desk_.clauses[i].governor);
  }
}

void Finisher::noun_group(const NounGroup& group) {
  if (group.possessor != npos) {
    const NounGroup& owner = desk_.noun_groups[group.possessor];
    hang(owner.head, group.head, Relation::possessor);
    hang(owner.tokens.end, owner.head, Relation::preposition);  // 's
  }
  const bool name = is_proper_noun(desk_.tokens[group.head].tag);
  for (std::uint32_t t = group.tokens.begin; t < group.tokens.end; ++t) {
    if (t == group.head) continue;
    const Tag tag = desk_.tokens[t].tag;
    Relation relation = Relation::other;
    if (tag == Tag::DT || tag == Tag::PDT) {
      relation = Relation::determiner;
    } else if (tag == Tag::PRPS) {
      relation = Relation::possessor;
    } else if (tag == Tag::CD || tag == Tag::dollar) {
      relation = Relation::number;
    } else if (is_proper_noun(tag) && name) {
      relation = Relation::name_part;
    } else if (is_noun(tag) || tag == Tag::FW) {
      relation = Relation::compound;
    } else if (is_adjective(tag) || is_verb(tag)) {
      relation = Relation::adjective;
    } else if (is_adverb(tag)) {
      relation = Relation::adverb;
    } else if (desk_.tokens[t].shape.punctuation) {
      relation = Relation::punctuation;
    }
    hang(t, group.head, relation);
  }
}

void Finisher::verb_group(const VerbGroup& group) {
  const std::uint32_t heir = sheet_.becomes[group.head];
  const std::uint32_t head = heir == npos ? group.head : heir;
  for (std::uint32_t t = group.tokens.begin; t < group.tokens.end; ++t) {
    if (t == group.head) continue;
    const Tag tag = desk_.tokens[t].tag;
    Relation relation = Relation::auxiliary;
    if (t == group.negation) {
      relation = Relation::negation;
    } else if (t == group.particle) {
      relation = Relation::particle;
    } else if (is_adverb(tag)) {
      relation = Relation::adverb;
    } else if (desk_.tokens[t].folded == "to") {
      relation = Relation::marker;
    }
    hang(t, head, relation);
  }
}

// An adverb goes with the adjective, verb or adverb behind it, else with the verb before it.
void Finisher::adverb(std::size_t i) {
  const std::vector<Item>& items = sheet_.items;
  if (i + 1 < items.size()) {
    const ItemKind next = items[i + 1].kind;
    if (next == ItemKind::adjective || next == ItemKind::verb || next == ItemKind::adverb ||
        next == ItemKind::preposition || next == ItemKind::subordinator) {
      hang(items[i].head, items[i + 1].head, Relation::adverb);
      return;
    }
  }
  constexpr std::size_t back = 12;
  for (std::size_t k = i; k > 0 && i - k < back; --k) {
    if (items[k - 1].kind != ItemKind::verb) continue;
    const std::uint32_t head = items[k - 1].head;
    hang(items[i].head, sheet_.becomes[head] == npos ? head : sheet_.becomes[head],
         Relation::adverb);
    return;
  }
  for (std::size_t k = i; k < items.size() && k < i + back; ++k) {
    if (items[k].kind != ItemKind::verb) continue;
    const std::uint32_t head = items[k].head;
    hang(items[i].head, sheet_.becomes[head] == npos ? head : sheet_.becomes[head],
         Relation::adverb);
    return;
  }
}

// Coordinators, prepositions and adverbs that are still free; the later words of fixed phrases.
void Finisher::words() {
  for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
    const std::uint32_t marker = sheet_.marker[t];
    if (marker == npos) continue;
    if (sheet_.relation[t] == Relation::conjunct) {
      hang(marker, t, Relation::coordinator);
    } else {
      hang(marker, t, desk_.noun_group_of[t] == npos ? Relation::marker : Relation::preposition);
    }
  }
  for (std::size_t i = 0; i < sheet_.items.size(); ++i) {
    const Item& item = sheet_.items[i];
    if (item.kind == ItemKind::noun || item.kind == ItemKind::verb) continue;
    for (std::uint32_t t = item.begin; t < item.end; ++t) {
      if (t != item.head) hang(t, item.head, Relation::other);
    }
    if (item.kind == ItemKind::adverb) {
      adverb(i);
    } else if ((item.kind == ItemKind::preposition || item.kind == ItemKind::coordinator) &&
               i + 1 < sheet_.items.size()) {
      hang(item.head, sheet_.items[i + 1].head,
           item.kind == ItemKind::preposition ? Relation::preposition : Relation::coordinator);
    }
  }
}

// The first clause's head is the root of the sentence; a sentence without clauses has its first
// word that is no punctuation.
void Finisher::root() {
  root_ = npos;
  for (std::uint32_t t = range_.begin; t < range_.end && root_ == npos; ++t) {
    if (sheet_.relation[t] == Relation::root && sheet_.governor[t] == npos) root_ = t;
  }
  for (const Item& item : sheet_.items) {
    if (root_ != npos) break;
    if (item.kind == ItemKind::noun && sheet_.governor[item.head] == npos) root_ = item.head;
  }
  for (std::uint32_t t = range_.begin; t < range_.end && root_ == npos; ++t) {
    if (!hung(t) && !desk_.tokens[t].shape.punctuation) root_ = t;
  }
  if (root_ == npos) root_ = range_.begin;
  sheet_.governor[root_] = npos;
  sheet_.relation[root_] = Relation::root;
  sheet_.marker[root_] = npos;
}

// Follows governors from every token; a walk that meets itself is hung on the root.
void Finisher::cut_circles() {
  enum : std::uint8_t { fresh, walking, safe };
  for (std::uint32_t t = range_.begin; t < range_.end; ++t) {
    std::uint32_t at = t;
    while (at != npos && sheet_.state[at] == fresh) {
      sheet_.state[at] = walking;
      const std::uint32_t up = sheet_.governor[at];
      if (up != npos && sheet_.state[up] == walking) {
        sheet_.governor[at] = root_;
        sheet_.relation[at] = Relation::other;
        sheet_.marker[at] = npos;
      }
      at = sheet_.governor[at];
    }
    for (at = t; at != npos && sheet_.state[at] == walking; at = sheet_.governor[at]) {
      sheet_.state[at] = safe;
    }
  }
}

}  // namespace nutgraf
