#include "extract/coref/chains.h"

#include <algorithm>

namespace nutgraf {
namespace {

template <typename Value>
void add_once(std::vector<Value>& list, const Value& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

}  // namespace

void Chains::take_note(std::uint32_t m, Chain& chain) {
  const Mention& mention = mentions_[m];
  const MentionNote& note = notes_[m];
  if (chain.gender == Gender::unknown) chain.gender = note.gender;
  if (chain.country.empty()) chain.country = note.country;
  if (!note.role.empty()) add_once(chain.roles, note.role);
  if (mention.form == Form::name) {
    add_once(chain.names, note.key);
    if (chain.group == npos && note.group != npos) {
      chain.group = note.group;
      chain.group_class = note.group_class;
    }
    if (chain.place == npos && note.place != npos) {
      chain.place = note.place;
      chain.feature = note.feature;
    }
    if (mention.kind == Kind::person) chain.singular = true;
    return;
  }
  if (mention.form == Form::nominal) add_once(chain.heads, lemma(m));
  (note.plural ? chain.plural : chain.singular) = true;
}

std::uint32_t Chains::begin_chain(std::uint32_t m) {
  const std::uint32_t chain = size();
  chains_.emplace_back().kind = mentions_[m].kind;
  join(m, chain);
  return chain;
}

void Chains::join(std::uint32_t m, std::uint32_t chain) {
  of_[m] = chain;
  chains_[chain].mentions.push_back(m);
  take_note(m, chains_[chain]);
}

void Chains::merge(std::uint32_t into, std::uint32_t from) {
  if (into == from) return;
  const std::vector<std::uint32_t> moved = std::move(chains_[from].mentions);
  chains_[from].mentions.clear();
  for (const std::uint32_t m : moved) join(m, into);
}

std::uint32_t Chains::mention_at(std::uint32_t token) const {
  std::uint32_t best = npos;
  const auto after = std::upper_bound(
      mentions_.begin(), mentions_.end(), token,
      [](std::uint32_t t, const Mention& mention) { return t < mention.tokens.begin; });
  for (auto at = after; at != mentions_.begin();) {
    --at;
    if (at->tokens.contains(token)) {
      const auto m = static_cast<std::uint32_t>(at - mentions_.begin());
      if (best == npos || at->tokens.size() < mentions_[best].tokens.size()) best = m;
    }
    if (token - at->tokens.begin > 40) break;
  }
  return best;
}

}  // namespace nutgraf
