#include <algorithm>
#include <limits>

#include "extract/coref/antecedents.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t sentences_back = 4;
constexpr std::int32_t nothing = std::numeric_limits<std::int32_t>::min() / 2;

bool is_it(std::string_view word) { return word.starts_with("it"); }
bool is_they(std::string_view word) { return word.starts_with("the"); }
bool reflexive_form(std::string_view word) {
  return word.ends_with("self") || word.ends_with("selves");
}

bool subject_like(Relation relation) {
  return relation == Relation::subject || relation == Relation::passive_subject;
}

}  // namespace

PronounAntecedents::PronounAntecedents(const CorefLists& lists, Chains& chains)
    : lists_(lists), chains_(chains), mention_head_(chains.analysis().tokens.size(), false) {
  for (std::uint32_t m = 0; m < chains.count(); ++m) {
    const TokenRange tokens = chains.mention(m).tokens;
    mention_head_[chains.mention(m).head_token] = true;
    if (chains.mention(m).form == Form::name) mention_head_[tokens.end - 1] = true;
  }
}

const Quotation* PronounAntecedents::quotation_of(std::uint32_t token) const {
  for (const Quotation& quotation : chains_.analysis().quotations) {
    if (quotation.tokens.contains(token)) return &quotation;
  }
  return nullptr;
}

// The chain of the one who speaks; of a quotation without one, the last speaker's before it in the
// same or the last paragraph.
std::uint32_t PronounAntecedents::speaker_of(const Quotation& quotation) const {
  const auto chain_of = [&](std::uint32_t token) {
    const std::uint32_t m = token == npos ? npos : chains_.mention_at(token);
    return m == npos ? npos : chains_.of(m);
  };
  if (quotation.speaker != npos) return chain_of(quotation.speaker);
  const Analysis& analysis = chains_.analysis();
  const auto paragraph = [&](std::uint32_t token) {
    return analysis.sentences[analysis.tokens[token].sentence].paragraph;
  };
  std::uint32_t last = npos;
  for (const Quotation& other : analysis.quotations) {
    if (other.tokens.begin >= quotation.tokens.begin) break;
    if (other.speaker == npos) continue;
    if (paragraph(other.tokens.begin) + 1 < paragraph(quotation.tokens.begin)) continue;
    last = chain_of(other.speaker);
  }
  return last;
}

bool PronounAntecedents::resolve(std::uint32_t m) {
  const std::string_view word = chains_.analysis().tokens[chains_.mention(m).head_token].folded;
  if (lists_.is(word, CorefWord::speaker) || lists_.is(word, CorefWord::speakers) ||
      lists_.is(word, CorefWord::addressed)) {
    return resolve_first_person(m, word);
  }
  return resolve_third_person(m, word);
}

// The chain of the named group that the words beside a speaker say he speaks for: "a spokesman for
// the ministry", "Lund, head of the union", "Acme chairman Jan Lund"; npos: none.
std::uint32_t PronounAntecedents::house_of(std::uint32_t speaker) const {
  const Analysis& analysis = chains_.analysis();
  const auto group_at = [&](std::uint32_t token) {
    const std::uint32_t m = chains_.mention_at(token);
    if (m == npos || chains_.mention(m).kind != Kind::group) return npos;
    return chains_.mention(m).form == Form::name ? chains_.of(m) : npos;
  };
  const std::uint32_t m = chains_.mention_at(speaker);
  if (m == npos || chains_.mention(m).kind != Kind::person) return npos;
  for (const Arc& arc : analysis.arcs_from(speaker)) {
    const bool beside = arc.relation == Relation::compound || arc.relation == Relation::possessor ||
                        (arc.relation == Relation::nominal_modifier && arc.marker != npos &&
                         lists_.is(analysis.tokens[arc.marker].folded, CorefWord::house));
    const std::uint32_t house = beside                                 ? group_at(arc.dependent)
                                : arc.relation == Relation::apposition ? house_of(arc.dependent)
                                                                       : npos;
    if (house != npos) return house;
  }
  // What stands before a name: "Acme chairman Jan Lund".
  const TokenRange words = chains_.mention(m).tokens;
  const std::uint32_t begin = analysis.sentences[chains_.mention(m).sentence].tokens.begin;
  for (std::uint32_t at = words.begin; at > begin; --at) {
    if (const std::uint32_t house = group_at(at - 1); house != npos) return house;
    const Tag tag = analysis.tokens[at - 1].tag;
    if (!is_noun(tag) && !is_adjective(tag) && tag != Tag::POS) break;
  }
  return npos;
}

bool PronounAntecedents::resolve_first_person(std::uint32_t m, std::string_view word) {
  const Quotation* quotation = quotation_of(chains_.mention(m).head_token);
  const std::uint32_t speaker = quotation == nullptr ? npos : speaker_of(*quotation);
  const char person = lists_.is(word, CorefWord::addressed) ? 'y'
                      : lists_.is(word, CorefWord::speaker) ? 'i'
                                                            : 'w';
  if (person == 'i' && speaker != npos && chains_.at(speaker).kind != Kind::place) {
    chains_.join(m, speaker);
    return true;
  }
  if (person == 'w' && speaker != npos && chains_.at(speaker).kind == Kind::group) {
    chains_.join(m, speaker);
    return true;
  }
  const auto [at, fresh] = told_.try_emplace({speaker, person}, npos);
  if (fresh && person == 'w' && quotation != nullptr && quotation->speaker != npos) {
    at->second = house_of(quotation->speaker);
  }
  if (at->second == npos) {
    at->second = chains_.begin_chain(m);
  } else {
    chains_.join(m, at->second);
  }
  return true;
}

// Whether the candidate is the subject, told or understood, of the verb that has the pronoun as its
// object, as part of it or behind a preposition: "the army responded, killing 12 of them".
bool PronounAntecedents::acts_on(TokenRange candidate, std::uint32_t pronoun) const {
  const Analysis& analysis = chains_.analysis();
  const Arc* arc = &analysis.arc_to(pronoun);
  if (arc->relation == Relation::nominal_modifier && arc->governor != npos &&
      analysis.tokens[arc->governor].tag == Tag::CD) {
    arc = &analysis.arc_to(arc->governor);
  }
  const bool part = arc->relation == Relation::object ||
                    arc->relation == Relation::indirect_object ||
                    arc->relation == Relation::oblique;
  if (arc->governor == npos || !part) return false;
  const auto& arcs = analysis.arcs_from(arc->governor);
  return std::any_of(arcs.begin(), arcs.end(), [&](const Arc& down) {
    return subject_like(down.relation) && candidate.contains(down.dependent);
  });
}

// "The unions said they would fight": the pronoun acts in what the candidate says, hopes, decides.
bool PronounAntecedents::speaks_of(TokenRange candidate, std::uint32_t pronoun) const {
  const Analysis& analysis = chains_.analysis();
  const Arc& mine = analysis.arc_to(pronoun);
  if (!subject_like(mine.relation) || mine.governor == npos) return false;
  const Arc& clause = analysis.arc_to(mine.governor);
  const Arc* other = outer_arc(analysis, candidate);
  return clause.relation == Relation::complement && other != nullptr &&
         other->relation == Relation::subject && other->governor == clause.governor;
}

// Whether the pronoun is who says something: no thing.
bool PronounAntecedents::speaks(std::uint32_t pronoun) const {
  const Analysis& analysis = chains_.analysis();
  const Arc& mine = analysis.arc_to(pronoun);
  return mine.relation == Relation::subject && mine.governor != npos &&
         lists_.is(analysis.tokens[mine.governor].lemma, CorefWord::says);
}

// Whether the grammar keeps the two apart: arguments of one verb are not one. What tells where or
// with whom is no argument: "took three officers with them", "seven civilians, among them …".
bool PronounAntecedents::bound_apart(std::uint32_t m, TokenRange candidate) const {
  const Analysis& analysis = chains_.analysis();
  const Arc& mine = analysis.arc_to(chains_.mention(m).head_token);
  const Arc* other = outer_arc(analysis, candidate);
  if (other == nullptr || mine.governor == npos) return false;
  const bool around = mine.relation == Relation::oblique && mine.marker != npos &&
                      lists_.is(analysis.tokens[mine.marker].folded, CorefWord::around);
  // "when a bomber attacked his car": not the bomber's.
  if (mine.relation == Relation::possessor) {
    const Arc& owned = analysis.arc_to(mine.governor);
    if (owned.governor != npos && owned.relation == Relation::object &&
        lists_.is(analysis.tokens[owned.governor].lemma, CorefWord::strikes) &&
        acts_on(candidate, mine.governor)) {
      return true;
    }
  }
  if (mine.relation == Relation::possessor || around) {
    return candidate.contains(mine.governor);
  }
  if (acts_on(candidate, chains_.mention(m).head_token)) return true;
  return other->governor == mine.governor || candidate.contains(mine.governor);
}

// "in it", "on it": what one can be in is no body of people.
bool PronounAntecedents::inside_it(std::uint32_t m) const {
  const Arc& arc = chains_.analysis().arc_to(chains_.mention(m).head_token);
  if (arc.marker == npos) return false;
  return lists_.is(chains_.analysis().tokens[arc.marker].folded, CorefWord::inside);
}

bool PronounAntecedents::fits(std::uint32_t m, std::uint32_t candidate,
                              std::string_view word) const {
  const std::uint32_t c = chains_.of(candidate);
  if (c == npos) return false;
  const Chain& chain = chains_.at(c);
  if (chain.mentions.empty()) return false;
  const Gender gender = chains_.note(m).gender;
  if (gender != Gender::unknown) {
    if (chain.kind != Kind::person || (chain.plural && !chain.singular)) return false;
    if (chain.gender != Gender::unknown && chain.gender != gender) return false;
  } else if (is_it(word)) {
    if (chain.kind == Kind::person) return false;
    if (chain.kind == Kind::group && inside_it(m)) return false;
    if (chain.plural && !chain.singular && chain.names.empty()) return false;
    // "The Rangers … it": no; "the United Nations … it": yes.
    const TokenRange words = chains_.mention(candidate).tokens;
    const bool several = chains_.analysis().tokens[words.end - 1].tag == Tag::NNPS;
    if (several && !chain.singular && chain.group_class == "team") return false;
  } else {
    if (chain.kind == Kind::person && !(chain.plural && !chain.singular)) return false;
    if (chain.kind == Kind::group && chain.names.empty() && chain.singular && !chain.plural &&
        chains_.note(candidate).actor_class != ActorClass::body) {
      return false;
    }
  }
  const std::string_view other =
      chains_.analysis().tokens[chains_.mention(candidate).head_token].folded;
  const bool first_person =
      chains_.mention(candidate).form == Form::pronoun &&
      (lists_.is(other, CorefWord::speaker) || lists_.is(other, CorefWord::speakers) ||
       lists_.is(other, CorefWord::addressed));
  return !first_person || !chain.names.empty();
}

std::int32_t PronounAntecedents::score(std::uint32_t m, TokenRange tokens,
                                       std::uint32_t head) const {
  const Analysis& analysis = chains_.analysis();
  const Mention& mention = chains_.mention(m);
  const std::uint32_t sentence = analysis.tokens[head].sentence;
  std::int32_t total = 0;
  const Arc* arc = outer_arc(analysis, tokens);
  if (arc != nullptr) {
    if (subject_like(arc->relation)) {
      total += weight(CorefWeight::subject);
      const Arc& verb = analysis.arc_to(arc->governor);
      if (verb.relation == Relation::root) total += weight(CorefWeight::main_subject);
    } else if (arc->relation == Relation::object || arc->relation == Relation::indirect_object) {
      total += weight(CorefWeight::object);
    } else if (arc->relation == Relation::possessor) {
      total += weight(CorefWeight::possessor);
    }
    if (arc->relation == analysis.arc_to(mention.head_token).relation) {
      total += weight(CorefWeight::parallel);
    }
  }
  const auto back = static_cast<std::int32_t>(mention.sentence - sentence);
  total += back == 0 ? weight(CorefWeight::same_sentence)
                     : (back - 1) * weight(CorefWeight::sentence_back);
  if (back == 0) total -= static_cast<std::int32_t>(mention.head_token - head) / 6;
  return total;
}

std::int32_t PronounAntecedents::mention_score(std::uint32_t m, std::uint32_t candidate,
                                               std::string_view word) const {
  const Mention& other = chains_.mention(candidate);
  const Chain& chain = chains_.at(chains_.of(candidate));
  std::int32_t total = score(m, other.tokens, other.head_token);
  switch (other.form) {
    case Form::name:
      total += weight(CorefWeight::name);
      break;
    case Form::nominal:
      total += weight(CorefWeight::nominal);
      break;
    case Form::pronoun: {
      total += weight(CorefWeight::pronoun);
      // One writer calls a body "it" or "they", seldom both.
      const std::string_view before = chains_.analysis().tokens[other.head_token].folded;
      if ((is_they(word) && is_it(before)) || (is_it(word) && is_they(before))) {
        total += weight(CorefWeight::other_number);
      }
      break;
    }
  }
  const auto told = std::count_if(chain.mentions.begin(), chain.mentions.end(),
                                  [&](std::uint32_t earlier) { return earlier < m; });
  total +=
      weight(CorefWeight::salience) * std::min<std::int32_t>(static_cast<std::int32_t>(told), 6);
  if (is_it(word) && chain.kind == Kind::place) total += weight(CorefWeight::place_for_it);
  if (is_they(word)) {
    if (chain.kind == Kind::place) total += weight(CorefWeight::place_for_they);
    if (chain.kind == Kind::group && other.form == Form::name) {
      total += weight(CorefWeight::name_for_they);
    }
  }
  return total;
}

void PronounAntecedents::look_back(std::uint32_t m, std::string_view word, Best& best) const {
  const Mention& mention = chains_.mention(m);
  const Quotation* quotation = quotation_of(mention.head_token);
  const std::uint32_t speaker = quotation == nullptr ? npos : speaker_of(*quotation);
  for (std::uint32_t other = m; other-- > 0;) {
    const Mention& candidate = chains_.mention(other);
    if (mention.sentence - candidate.sentence > sentences_back) break;
    if (candidate.tokens.contains(mention.head_token) || !fits(m, other, word)) continue;
    const std::uint32_t chain = chains_.of(other);
    if (chain == speaker || bound_apart(m, candidate.tokens)) continue;
    std::int32_t points = mention_score(m, other, word);
    if (speaks_of(candidate.tokens, mention.head_token)) {
      points += weight(CorefWeight::speaks_of);
    }
    if (points > best.score) {
      if (chain != best.chain) best.second = best.score;
      best.score = points;
      best.chain = chain;
    } else if (chain != best.chain && points > best.second) {
      best.second = points;
    }
  }
}

// Nouns that are no mentions compete for "it" and "they": "the recording … it".
void PronounAntecedents::look_at_things(std::uint32_t m, std::string_view word, Best& best) const {
  const Analysis& analysis = chains_.analysis();
  const Mention& mention = chains_.mention(m);
  for (const NounGroup& group : analysis.noun_groups) {
    if (group.head == npos || group.head >= mention.head_token) break;
    if (group.pronoun || group.temporal || mention_head_[group.head]) continue;
    if (group.plural != is_they(word)) continue;
    const std::uint32_t sentence = analysis.tokens[group.head].sentence;
    if (mention.sentence - sentence > 1 || bound_apart(m, group.tokens)) continue;
    const std::int32_t points = score(m, group.tokens, group.head) + weight(CorefWeight::thing) +
                                (group.determiner == Determiner::none ? 0 : 4);
    if (points > best.score) {
      best.second = best.score;
      best.score = points;
      best.thing = true;
    }
  }
}

std::uint32_t PronounAntecedents::reflexive(std::uint32_t m) const {
  const Analysis& analysis = chains_.analysis();
  const Arc& arc = analysis.arc_to(chains_.mention(m).head_token);
  if (arc.governor == npos) return npos;
  for (const Arc& sister : analysis.arcs_from(arc.governor)) {
    if (!subject_like(sister.relation)) continue;
    const std::uint32_t subject = chains_.mention_at(sister.dependent);
    if (subject != npos && chains_.of(subject) != npos) return chains_.of(subject);
  }
  return npos;
}

// "In his speech, Karim …": the subject that follows in the same sentence.
std::uint32_t PronounAntecedents::look_ahead(std::uint32_t m, std::string_view word) const {
  const Mention& mention = chains_.mention(m);
  for (std::uint32_t other = m + 1; other < chains_.count(); ++other) {
    const Mention& candidate = chains_.mention(other);
    if (candidate.sentence != mention.sentence) break;
    if (candidate.form != Form::name || !fits(m, other, word)) continue;
    const Arc* arc = outer_arc(chains_.analysis(), candidate.tokens);
    if (arc != nullptr && subject_like(arc->relation)) return chains_.of(other);
  }
  return npos;
}

// "It rained": nothing that rains.
bool PronounAntecedents::tells_weather(std::uint32_t m) const {
  const Analysis& analysis = chains_.analysis();
  const Arc& arc = analysis.arc_to(chains_.mention(m).head_token);
  return arc.governor != npos && subject_like(arc.relation) &&
         lists_.is(analysis.tokens[arc.governor].lemma, CorefWord::weather);
}

// "178 people, most of them children": the mention that ends at the comma.
std::uint32_t PronounAntecedents::whole_of(std::uint32_t m) const {
  const Analysis& analysis = chains_.analysis();
  const std::uint32_t head = chains_.mention(m).head_token;
  constexpr std::uint32_t words = 3;  // ", most of" before the pronoun
  constexpr std::uint32_t reach = 8;  // tokens
  if (head <= words || analysis.tokens[head - 1].folded != "of") return npos;
  if (analysis.tokens[head - words].tag != Tag::comma) return npos;
  for (std::uint32_t other = m; other-- > 0;) {
    const TokenRange tokens = chains_.mention(other).tokens;
    if (tokens.end == head - words) return other;
    if (tokens.end + reach < head) break;
  }
  return npos;
}

bool PronounAntecedents::resolve_third_person(std::uint32_t m, std::string_view word) {
  if (is_it(word) && tells_weather(m)) return false;
  if (reflexive_form(word)) {
    const std::uint32_t chain = reflexive(m);
    if (chain != npos) {
      chains_.join(m, chain);
      return true;
    }
  }
  if (const std::uint32_t whole = whole_of(m); whole != npos && fits(m, whole, word)) {
    chains_.join(m, chains_.of(whole));
    return true;
  }
  Best best{npos, nothing, nothing, false};
  look_back(m, word, best);
  const std::uint32_t head = chains_.mention(m).head_token;
  if ((is_it(word) || is_they(word)) && !speaks(head)) look_at_things(m, word, best);
  if (best.thing) return false;
  if (best.chain == npos) best.chain = look_ahead(m, word);
  const CorefWeight lead = is_it(word) ? CorefWeight::lead_for_it : CorefWeight::least_lead;
  const bool tied = best.second > nothing && best.score - best.second < weight(lead);
  if (best.chain != npos && !tied) {
    chains_.join(m, best.chain);
    return true;
  }
  if (is_it(word) && best.chain == npos) return false;
  chains_.begin_chain(m);
  return true;
}

}  // namespace nutgraf
