#include "extract/coref/entities.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "extract/text/fold.h"

namespace nutgraf {
namespace {

std::size_t words_in(std::string_view key) {
  return static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1;
}

std::string words_of(const Chains& chains, std::uint32_t m) {
  std::string words(cut(chains.analysis().text(), chains.mention(m).span));
  std::replace(words.begin(), words.end(), '\n', ' ');
  return words;
}

// Shown forms with as much lower case as can be had: "Mosul" before "MOSUL".
bool shouted(const Chains& chains, std::uint32_t m) {
  const TokenRange tokens = chains.mention(m).tokens;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const Token& token = chains.analysis().tokens[t];
    if (!token.shape.punctuation && !token.shape.all_capitals) return false;
  }
  return true;
}

// The mention whose words name the entity best: the name of most words, not in capitals, the first.
std::uint32_t best_name(const Chains& chains, const std::vector<std::uint32_t>& mentions,
                        Form form) {
  std::uint32_t best = npos;
  for (const std::uint32_t m : mentions) {
    if (chains.mention(m).form != form) continue;
    if (best == npos) {
      best = m;
      continue;
    }
    if (form != Form::name) continue;
    const std::size_t words = words_in(chains.note(m).key);
    const std::size_t most = words_in(chains.note(best).key);
    const bool longer = words > most;
    const bool quieter = words == most && shouted(chains, best) && !shouted(chains, m) &&
                         chains.note(m).key.size() >= chains.note(best).key.size();
    if (longer || quieter) best = m;
  }
  return best;
}

void add_names(const Chains& chains, const std::vector<std::uint32_t>& mentions, Entity& entity) {
  const std::string shown = fold_name(entity.name);
  std::vector<std::pair<std::string, std::string>> others;  // folded, raw
  for (const std::uint32_t m : mentions) {
    if (chains.mention(m).form != Form::name) continue;
    std::string words = words_of(chains, m);
    std::string folded = fold_name(words);
    if (folded == shown) continue;
    const auto same = std::find_if(others.begin(), others.end(),
                                   [&](const auto& other) { return other.first == folded; });
    if (same == others.end()) others.emplace_back(std::move(folded), std::move(words));
  }
  for (auto& [folded, words] : others) entity.aliases.push_back(std::move(words));
  std::sort(entity.aliases.begin(), entity.aliases.end());
}

// "one", "2", "others" and the like describe nobody.
void add_heads(const Chains& chains, const std::vector<std::uint32_t>& mentions, Entity& entity) {
  for (const std::uint32_t m : mentions) {
    const Mention& mention = chains.mention(m);
    if (mention.form != Form::nominal || mention.head_token == npos) continue;
    if (mention.rule == "nominals/count") continue;
    const Token& head = chains.analysis().tokens[mention.head_token];
    if (is_common_noun(head.tag)) entity.heads.emplace_back(head.lemma);
  }
  std::sort(entity.heads.begin(), entity.heads.end());
  entity.heads.erase(std::unique(entity.heads.begin(), entity.heads.end()), entity.heads.end());
}

Entity entity_of(const Chains& chains, const Chain& chain, const Gazetteer& gazetteer) {
  Entity entity;
  entity.kind = chain.kind;
  std::vector<std::uint32_t> mentions = chain.mentions;
  std::sort(mentions.begin(), mentions.end());
  const std::uint32_t name = best_name(chains, mentions, Form::name);
  entity.named = name != npos;
  std::uint32_t shown = name;
  if (shown == npos) shown = best_name(chains, mentions, Form::nominal);
  if (shown == npos) shown = mentions.front();
  entity.name = words_of(chains, shown);
  if (entity.named) add_names(chains, mentions, entity);
  entity.complete =
      entity.named && (chain.kind != Kind::person || words_in(chains.note(shown).key) > 1 ||
                       chains.note(shown).key.find(' ') != std::string::npos);
  add_heads(chains, mentions, entity);
  entity.gender = chain.gender;
  if (!chain.roles.empty() && chain.kind != Kind::place) entity.role = chain.roles.front();
  entity.country = chain.country;
  if (chain.kind == Kind::place && chain.place != npos && chain.feature == Feature::country) {
    entity.country = gazetteer.country(chain.place);
  }
  return entity;
}

// "Israeli raid": the demonym is the country's, when the report names the country.
std::uint32_t country_chain(const Chains& chains, const Gazetteer& gazetteer, std::uint32_t m) {
  const std::string_view code = chains.note(m).country;
  if (chains.mention(m).rule != "nominals/demonym-of-event" || code.empty()) return npos;
  for (std::uint32_t c = 0; c < chains.size(); ++c) {
    const Chain& chain = chains.at(c);
    if (chain.kind == Kind::place && chain.place != npos && !chain.mentions.empty() &&
        chain.feature == Feature::country && gazetteer.country(chain.place) == code) {
      return c;
    }
  }
  return npos;
}

}  // namespace

void write_entities(const Chains& chains, const Gazetteer& gazetteer,
                    const std::vector<bool>& dropped, Extraction& out) {
  std::vector<std::uint32_t> number(chains.size(), npos);
  std::vector<std::uint32_t> entity_of_mention(chains.count(), npos);
  for (std::uint32_t m = 0; m < chains.count(); ++m) {
    if (dropped[m]) continue;
    std::uint32_t chain = country_chain(chains, gazetteer, m);
    if (chain == npos) chain = chains.of(m);
    if (number[chain] == npos) {
      number[chain] = static_cast<std::uint32_t>(out.entities.size());
      out.entities.push_back(entity_of(chains, chains.at(chain), gazetteer));
    }
    entity_of_mention[m] = number[chain];
  }
  std::size_t kept = 0;
  for (std::size_t m = 0; m < out.mentions.size(); ++m) {
    if (dropped[m]) continue;
    out.mentions[m].entity = entity_of_mention[m];
    if (kept != m) out.mentions[kept] = std::move(out.mentions[m]);
    ++kept;
  }
  out.mentions.resize(kept);
}

}  // namespace nutgraf
