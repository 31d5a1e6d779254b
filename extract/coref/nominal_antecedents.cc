#include <algorithm>
#include <string>

#include "extract/coref/antecedents.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t sentences_back = 12;
constexpr std::uint32_t sentences_back_for_own_words = 3;

bool definite(const MentionNote& note) {
  return note.determiner == Determiner::definite || note.determiner == Determiner::demonstrative;
}

// The last word of a name, or the word before "of", in either number: "China Eastern Airlines … the
// airline".
bool name_has_head(const std::string& key, std::string_view lemma) {
  const std::size_t of = key.find(" of ");
  std::string_view head_part = std::string_view(key).substr(0, of);
  if (head_part.ends_with('s') && !lemma.ends_with('s')) head_part.remove_suffix(1);
  if (head_part.size() < lemma.size() || !head_part.ends_with(lemma)) return false;
  return head_part.size() == lemma.size() ? of != std::string::npos
                                          : head_part[head_part.size() - lemma.size() - 1] == ' ';
}

bool weak_modifier(const CorefLists& lists, const Token& token) {
  return token.tag == Tag::DT || token.tag == Tag::PDT || token.tag == Tag::PRPS ||
         token.tag == Tag::POS || token.shape.punctuation || token.tag == Tag::CD ||
         lists.is(token.folded, CorefWord::weak);
}

}  // namespace

const Arc* outer_arc(const Analysis& analysis, TokenRange tokens) {
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const Arc& arc = analysis.arc_to(t);
    if (arc.governor == npos || !tokens.contains(arc.governor)) {
      if (arc.relation != Relation::punctuation) return &arc;
    }
  }
  return nullptr;
}

void NominalAntecedents::resolve(std::uint32_t m) {
  std::uint32_t chain = by_place_name(m);
  const std::uint32_t beside = by_syntax(m);
  if (chain == npos) {
    chain = beside;
  } else if (beside != npos && chains_.at(beside).names.empty()) {
    chains_.merge(chain, beside);
  }
  if (chain == npos) chain = by_possessor(m);
  if (chain == npos) chain = by_description(m);
  if (chain == npos) chain = by_same_words(m);
  if (chain == npos) {
    chains_.begin_chain(m);
  } else {
    chains_.join(m, chain);
  }
}

// The name that a participle gives the noun: "a man identified as Karim Doss", "a clerk named Lee".
std::uint32_t NominalAntecedents::named_by(const Arc& arc) const {
  const Analysis& analysis = chains_.analysis();
  if (arc.relation != Relation::participial_clause ||
      !lists_.is(analysis.tokens[arc.dependent].lemma, CorefWord::names)) {
    return npos;
  }
  for (const Arc& below : analysis.arcs_from(arc.dependent)) {
    const bool as = below.relation == Relation::oblique && below.marker != npos &&
                    lists_.is(analysis.tokens[below.marker].folded, CorefWord::as);
    if (below.relation != Relation::predicate && !as) continue;
    const std::uint32_t name = chains_.mention_at(below.dependent);
    if (name != npos && chains_.mention(name).form == Form::name) return below.dependent;
  }
  return npos;
}

// Appositions ("Karim, a former army chief") and predicates ("Karim is the army's chief").
std::uint32_t NominalAntecedents::by_syntax(std::uint32_t m) const {
  const Analysis& analysis = chains_.analysis();
  const Mention& mention = chains_.mention(m);
  const auto chain_at = [&](std::uint32_t token) {
    const std::uint32_t other = token == npos ? npos : chains_.mention_at(token);
    if (other == npos || other == m || chains_.of(other) == npos) return npos;
    const Chain& chain = chains_.at(chains_.of(other));
    const bool kinds = chain.kind == mention.kind ||
                       (chain.kind != Kind::place && mention.kind != Kind::place && chain.plural);
    return kinds ? chains_.of(other) : npos;
  };
  for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
    const Arc& arc = analysis.arc_to(t);
    if (arc.relation == Relation::apposition && !mention.tokens.contains(arc.governor)) {
      const std::uint32_t chain = chain_at(arc.governor);
      if (chain != npos) return chain;
    }
    // "Lund, chairman and founder of the firm": one person with two posts.
    if (arc.relation == Relation::conjunct && arc.governor != npos && !chains_.note(m).plural &&
        (chains_.note(m).determiner == Determiner::none ||
         chains_.note(m).determiner == Determiner::indefinite)) {
      const Arc& first = analysis.arc_to(arc.governor);
      const std::uint32_t chain =
          first.relation == Relation::apposition ? chain_at(first.governor) : npos;
      if (chain != npos && chains_.at(chain).singular) return chain;
    }
  }
  std::uint32_t subject = npos;
  bool copula = false;
  bool negated = false;
  for (const Arc& arc : analysis.arcs_from(mention.head_token)) {
    if (arc.relation == Relation::apposition && !mention.tokens.contains(arc.dependent)) {
      const std::uint32_t chain = chain_at(arc.dependent);
      if (chain != npos) return chain;
    }
    if (const std::uint32_t chain = chain_at(named_by(arc)); chain != npos) return chain;
    if (arc.relation == Relation::subject && subject == npos) subject = arc.dependent;
    copula = copula || arc.relation == Relation::copula;
    negated = negated || arc.relation == Relation::negation;
  }
  return copula && !negated && subject != npos ? chain_at(subject) : npos;
}

// "the city of Mosul", "the Gogjali neighborhood": the noun says what the named place is.
std::uint32_t NominalAntecedents::by_place_name(std::uint32_t m) const {
  const Mention& mention = chains_.mention(m);
  if (mention.kind != Kind::place || chains_.note(m).plural) return npos;
  const auto& tokens = chains_.analysis().tokens;
  const std::uint32_t after = mention.tokens.end;
  std::uint32_t name = npos;
  if (after + 1 < tokens.size() && tokens[after].folded == "of" &&
      chains_.note(m).actor_class == ActorClass::place) {
    name = chains_.mention_at(after + 1);
    if (name != npos && chains_.mention(name).tokens.begin != after + 1) name = npos;
  } else if (mention.head_token > mention.tokens.begin) {
    name = chains_.mention_at(mention.head_token - 1);
  }
  if (name == npos || name == m || chains_.mention(name).form != Form::name ||
      chains_.mention(name).kind != Kind::place || chains_.of(name) == npos) {
    return npos;
  }
  const Chain& chain = chains_.at(chains_.of(name));
  const bool fits = chain.place == npos || lists_.for_feature(chains_.lemma(m), chain.feature) ||
                    lists_.for_feature(chains_.lemma(m), Feature::district);
  return fits ? chains_.of(name) : npos;
}

std::uint32_t NominalAntecedents::possessor_chain(std::uint32_t m) const {
  const Analysis& analysis = chains_.analysis();
  const Mention& mention = chains_.mention(m);
  for (const Arc& arc : analysis.arcs_from(mention.head_token)) {
    if (arc.relation != Relation::possessor) continue;
    const std::uint32_t owner = chains_.mention_at(arc.dependent);
    if (owner != npos && owner != m) return chains_.of(owner);
  }
  return npos;
}

// "his fighters … his fighters": the same head of the same owner.
std::uint32_t NominalAntecedents::by_possessor(std::uint32_t m) const {
  const std::uint32_t owner = possessor_chain(m);
  if (owner == npos) return npos;
  for (std::uint32_t other = m; other-- > 0;) {
    if (chains_.mention(other).form != Form::nominal || chains_.of(other) == npos) continue;
    if (chains_.lemma(other) == chains_.lemma(m) && possessor_chain(other) == owner) {
      return chains_.of(other);
    }
  }
  return npos;
}

std::uint32_t NominalAntecedents::last_before(const Chain& chain, std::uint32_t m) const {
  std::uint32_t last = npos;
  for (const std::uint32_t other : chain.mentions) {
    if (other < m && (last == npos || other > last)) last = other;
  }
  return last;
}

bool NominalAntecedents::agrees(std::uint32_t m, const Chain& chain) const {
  const Mention& mention = chains_.mention(m);
  const MentionNote& note = chains_.note(m);
  if (chain.mentions.empty() || chain.kind != mention.kind) return false;
  if (note.gender != Gender::unknown && chain.gender != Gender::unknown &&
      note.gender != chain.gender) {
    return false;
  }
  const bool named = !chain.names.empty();
  if (mention.kind == Kind::place && note.plural) return chain.plural;
  if (!named && note.plural != chain.plural && chain.plural != chain.singular) return false;
  return note.country.empty() || chain.country.empty() || note.country == chain.country ||
         mention.kind == Kind::place;
}

// Words before the head that tell it from others of its kind must have been told before.
bool NominalAntecedents::modifiers_agree(std::uint32_t m, const Chain& chain) const {
  const auto& tokens = chains_.analysis().tokens;
  const Mention& mention = chains_.mention(m);
  for (std::uint32_t t = mention.tokens.begin; t < mention.head_token; ++t) {
    if (weak_modifier(lists_, tokens[t])) continue;
    const bool told =
        std::any_of(chain.mentions.begin(), chain.mentions.end(), [&](std::uint32_t other) {
          const TokenRange range = chains_.mention(other).tokens;
          for (std::uint32_t o = range.begin; o < range.end; ++o) {
            if (tokens[o].lemma == tokens[t].lemma || tokens[o].folded == tokens[t].folded) {
              return true;
            }
          }
          return false;
        });
    if (!told) return false;
  }
  return true;
}

NominalAntecedents::Likeness NominalAntecedents::described(std::uint32_t m,
                                                           const Chain& chain) const {
  const std::string_view lemma = chains_.lemma(m);
  const MentionNote& note = chains_.note(m);
  const bool head = std::any_of(chain.heads.begin(), chain.heads.end(),
                                [&](std::string_view other) { return other == lemma; });
  if (head) return modifiers_agree(m, chain) ? Likeness::own_words : Likeness::none;
  const bool plain = chains_.mention(m).tokens.size() <= 2;
  if (chain.kind == Kind::person) {
    const bool role = std::any_of(chain.roles.begin(), chain.roles.end(), [&](auto told) {
      return told == lemma || (told.ends_with(lemma) && told.size() > lemma.size() &&
                               told[told.size() - lemma.size() - 1] == ' ');
    });
    const bool fits = role && (plain || modifiers_agree(m, chain) || !note.country.empty());
    return fits ? Likeness::own_words : Likeness::none;
  }
  const bool named = std::any_of(chain.names.begin(), chain.names.end(),
                                 [&](const std::string& key) { return name_has_head(key, lemma); });
  if (named && plain) return Likeness::own_words;
  if (chain.kind == Kind::place) {
    const bool fits = chain.place != npos && lists_.for_feature(lemma, chain.feature) && plain;
    return fits ? Likeness::of_its_kind : Likeness::none;
  }
  if (!chain.group_class.empty() && lists_.for_class(lemma, chain.group_class)) {
    return note.plural ? Likeness::none : Likeness::of_its_kind;
  }
  const bool fits =
      plain && std::any_of(chain.heads.begin(), chain.heads.end(),
                           [&](std::string_view other) { return lists_.same(lemma, other); });
  return fits ? Likeness::of_its_kind : Likeness::none;
}

std::uint32_t NominalAntecedents::by_description(std::uint32_t m) const {
  const MentionNote& note = chains_.note(m);
  if (!definite(note)) return npos;
  const Mention& mention = chains_.mention(m);
  if (note.actor_class == ActorClass::part) return npos;
  std::uint32_t best = npos;
  std::pair<bool, std::uint32_t> nearest;
  for (std::uint32_t c = 0; c < chains_.size(); ++c) {
    const Chain& chain = chains_.at(c);
    if (!agrees(m, chain)) continue;
    const Likeness likeness = described(m, chain);
    if (likeness == Likeness::none) continue;
    const std::uint32_t last = last_before(chain, m);
    if (last == npos) continue;
    const Mention& before = chains_.mention(last);
    if (before.tokens.overlaps(mention.tokens)) continue;
    if (mention.sentence - before.sentence > sentences_back) continue;
    const bool sure = likeness == Likeness::own_words &&
                      mention.sentence - before.sentence <= sentences_back_for_own_words;
    const std::pair<bool, std::uint32_t> rank{sure, last};
    if (best == npos || rank > nearest) {
      best = c;
      nearest = rank;
    }
  }
  return best;
}

// "Iraqi special forces … Iraqi special forces": the same words again, told apart by a name, a
// country or an article; never bare "gunmen" or "a man".
std::uint32_t NominalAntecedents::by_same_words(std::uint32_t m) const {
  const MentionNote& note = chains_.note(m);
  const Mention& mention = chains_.mention(m);
  if (note.determiner == Determiner::indefinite || note.determiner == Determiner::quantifier ||
      mention.number) {
    return npos;
  }
  const auto& tokens = chains_.analysis().tokens;
  const bool told_apart =
      definite(note) || !note.country.empty() || mention.rule == "nominals/demonym";
  if (!told_apart) return npos;
  for (std::uint32_t c = 0; c < chains_.size(); ++c) {
    const Chain& chain = chains_.at(c);
    if (!agrees(m, chain) || last_before(chain, m) == npos) continue;
    if (std::find(chain.heads.begin(), chain.heads.end(), chains_.lemma(m)) == chain.heads.end()) {
      continue;
    }
    const bool numbered =
        std::any_of(chain.mentions.begin(), chain.mentions.end(),
                    [&](std::uint32_t other) { return chains_.mention(other).number.has_value(); });
    if (numbered || !modifiers_agree(m, chain)) continue;
    // The chain's words must not tell more than the mention's, unless it has an article.
    const TokenRange first = chains_.mention(chain.mentions.front()).tokens;
    std::uint32_t strong = 0;
    for (std::uint32_t t = first.begin; t < first.end; ++t)
      strong += !weak_modifier(lists_, tokens[t]);
    std::uint32_t mine = 0;
    for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
      mine += !weak_modifier(lists_, tokens[t]);
    }
    if (strong == mine || definite(note)) return c;
  }
  return npos;
}

}  // namespace nutgraf
