// The signs of a name's kind that stand around it: titles, prepositions, the nouns beside it, what
// follows it, the verb whose subject it is.
#include <algorithm>

#include "extract/names/name_judge.h"

namespace nutgraf {
namespace {

constexpr int known_place = 100;  // prominence of a town of 6,000 or so

}  // namespace

void NameJudge::add_noun_beside(NameType& type, std::uint32_t noun, bool several) {
  const Token& token = analysis_.tokens[noun];
  if (!is_common_noun(token.tag) && !is_proper_noun(token.tag)) return;
  if (is_proper_noun(token.tag) && !token.shape.sentence_start && token.shape.capitalised &&
      !reader_.titled(token.sentence)) {
    return;  // Rowen Shepherd keeps no sheep
  }
  if (lists_.context(token.lemma, ContextClass::thing)) {
    add(type, Sign::thing_noun_beside);
    return;
  }
  const auto actor = lists_.actor(token.lemma);
  if (actor && actor->actor_class == ActorClass::never) return;
  if (reader_.page().sport && token.tag == Tag::NN &&
      lists_.context(token.lemma, ContextClass::sport_role)) {
    add(type, Sign::person_noun_beside);  // right wing Marta Kovel
    return;
  }
  const bool land =
      (type.place.feature == Feature::country || type.place.feature == Feature::province) &&
      type.place.places > 0 &&
      (reader_.word(type.example.begin).flags & (given_any | surname)) == 0;
  const bool listed = type.group && type.place.places == 0;  // the flag carrier Aeroflot
  if (actor && actor->kind == Kind::person) {
    if (land || listed) return;  // born in Quebec, the son of a farmer
    add(type,
        several && token.tag == Tag::NNS ? Sign::group_noun_beside : Sign::person_noun_beside);
  } else if (actor && actor->kind == Kind::group) {
    add(type, Sign::group_noun_beside);
  } else if (actor) {
    if (actor->actor_class == ActorClass::place) add(type, Sign::place_noun_beside);
  } else if (!listed && lexicon_.noun_share(token.lemma, NounClass::person) >= 700) {
    add(type, Sign::person_noun_beside);
  }
}

void NameJudge::add_before(NameType& type, const NameCandidate& candidate) {
  if (!candidate.title.empty()) {
    add(type, Sign::title_before);
    type.titled = true;
    return;
  }
  const Sentence& sentence = analysis_.sentences[analysis_.tokens[candidate.tokens.begin].sentence];
  std::uint32_t at = candidate.tokens.begin;
  if (at == sentence.tokens.begin) return;
  --at;
  const Token& before = analysis_.tokens[at];
  if (before.shape.punctuation && (before.tag == Tag::open_quote) &&
      candidate.tokens.end < sentence.tokens.end &&
      analysis_.tokens[candidate.tokens.end].tag == Tag::close_quote &&
      candidate.tokens.size() > 1) {
    add(type, Sign::quoted);
  }
  if (before.folded == "the") {
    const std::uint32_t after = candidate.tokens.end;
    const bool modifies =
        after < sentence.tokens.end &&
        (is_common_noun(analysis_.tokens[after].tag) || is_adjective(analysis_.tokens[after].tag) ||
         analysis_.tokens[after].tag == Tag::HYPH || analysis_.tokens[after].tag == Tag::POS);
    const bool plural = candidate.tokens.size() == 1 && type.key.size() > 3 &&
                        type.key.ends_with('s') && !type.key.ends_with("ss");
    const Token& one = analysis_.tokens[candidate.tokens.begin];
    const bool acronym = candidate.tokens.size() == 1 && one.shape.all_capitals &&
                         !one.shape.has_digit &&
                         (type.place.places == 0 || type.place.feature == Feature::city);
    if (acronym && !modifies) add(type, Sign::acronym_with_article);
    const bool land = type.place.places > 0 && (type.place.feature == Feature::region ||
                                                type.place.feature == Feature::physical);
    if (!modifies && !land) add(type, plural ? Sign::plural_with_article : Sign::article_before);
    if (at == sentence.tokens.begin) return;
    --at;
  }
  const Token& word = analysis_.tokens[at];
  if (word.folded == "," && at > sentence.tokens.begin && type.place.places > 0 &&
      (type.place.feature == Feature::province || type.place.feature == Feature::country)) {
    const bool held = analysis_.tokens[at - 1].shape.capitalised &&
                      reader_.place_facts({at - 1, at}).prominence > 0;
    if (held) add(type, Sign::region_behind);  // Lubbock, Texas
  }
  if (lists_.context(word.folded, ContextClass::direction)) add(type, Sign::direction_before);
  if (word.tag == Tag::IN || word.tag == Tag::TO) {
    if (lists_.context(word.folded, ContextClass::locative)) add(type, Sign::locative_before);
    if (lists_.context(word.folded, ContextClass::toward)) add(type, Sign::toward_before);
    if (lists_.context(word.folded, ContextClass::nearby)) add(type, Sign::near_before);
    add_staff(type, at, sentence.tokens.begin);
    const bool stake = word.folded == "in" && at > sentence.tokens.begin &&
                       lists_.context(analysis_.tokens[at - 1].lemma, ContextClass::stake);
    if (stake) add(type, Sign::stake_in);
    if (word.folded == "of" && at > sentence.tokens.begin) {
      const Token& noun = analysis_.tokens[at - 1];
      const auto actor = lists_.actor(noun.lemma);
      if (actor && actor->kind == Kind::place && actor->actor_class != ActorClass::never) {
        add(type, Sign::kind_noun_of);
      }
      if (lists_.context(noun.lemma, ContextClass::member)) add(type, Sign::member_of);
    }
  }
  if (at + 1 == candidate.tokens.begin && is_common_noun(word.tag)) {
    // "champions Porto": several are one; "brothers Marta and Omar" are not.
    const std::uint32_t next = candidate.tokens.end;
    const bool listed = next < sentence.tokens.end && (folded(next) == "," || folded(next) == "&" ||
                                                       analysis_.tokens[next].tag == Tag::CC);
    add_noun_beside(type, at, !listed && type.key.find(' ') != std::string::npos);
  }
}

// ", south of Grozny", ", 20 km (12 miles) from Pell": where the place before it lies.
bool NameJudge::bearing_follows(std::uint32_t at, std::uint32_t end) const {
  constexpr std::uint32_t reach = 12;  // tokens
  if (at + 2 >= end) return false;
  std::uint32_t t = is(at, ",") ? at + 1 : at;
  bool measured = false;
  bool pointed = false;
  for (; t < std::min(at + reach, end); ++t) {
    const Token& token = analysis_.tokens[t];
    if (lists_.context(token.folded, ContextClass::bearing)) {
      pointed = true;
    } else if (lists_.context(token.folded, ContextClass::distance)) {
      measured = true;
    } else if (is(t, "of") || is(t, "from") || is(t, "outside")) {
      const bool place = t + 1 < end && analysis_.tokens[t + 1].shape.capitalised;
      return place && (is(t, "of") ? pointed : measured);
    } else if (!token.shape.number && !token.shape.punctuation && !is_adverb(token.tag) &&
               token.tag != Tag::DT && token.tag != Tag::HYPH && token.tag != Tag::IN) {
      return false;
    }
  }
  return false;
}

void NameJudge::add_after(NameType& type, const NameCandidate& candidate) {
  const Sentence& sentence = analysis_.sentences[analysis_.tokens[candidate.tokens.begin].sentence];
  const std::uint32_t end = sentence.tokens.end;
  std::uint32_t at = candidate.tokens.end;
  if (at >= end) return;
  const Token& next = analysis_.tokens[at];
  const Dateline& dateline = sentence.dateline;
  const bool dated =
      !dateline.day.empty() || analysis_.tokens[candidate.tokens.begin].shape.all_capitals;
  const bool club = type.group && type.place.places == 0;  // NHL ICE HOCKEY - STANDINGS
  if (dated && !club && dateline.place.contains(candidate.tokens)) add(type, Sign::dateline);
  if (next.tag == Tag::open_bracket && at + 2 < end && type.place.places == 0) {
    std::uint32_t close = at + 1;
    while (close < end && close < at + 4 && analysis_.tokens[close].shape.capitalised) ++close;
    const NameFacts facts = reader_.place_facts({at + 1, close});
    const bool ends = close < end && (analysis_.tokens[close].tag == Tag::close_bracket ||
                                      analysis_.tokens[close].folded == "/");
    if (ends && facts.places > 0 && facts.feature == Feature::country &&
        !(reader_.page().sport && result_row(candidate))) {
      add(type, Sign::country_in_brackets);
    }
  }
  if (next.tag == Tag::HYPH && !next.shape.space_before && at + 1 < end) {
    if (lists_.context(folded(at + 1), ContextClass::bases)) add(type, Sign::based_after);
    if (lists_.context(folded(at + 1), ContextClass::leads)) add(type, Sign::led_after);
    if (lists_.context(folded(at + 1), ContextClass::controls)) add(type, Sign::held_after);
    return;
  }
  if (!reader_.page().sport && next.shape.number && !next.shape.punctuation &&
      next.shape.space_before && next.span.size() != 4) {
    add(type, Sign::number_after);
  }
  if (next.folded == "who") add(type, Sign::who_after);
  if (bearing_follows(at, end)) add(type, Sign::bearing_after);
  if (next.folded == ",") {
    if (at + 2 < end && analysis_.tokens[at + 1].shape.number && folded(at + 2) == "," &&
        folded(at + 1).size() == 2) {
      add(type, Sign::age_after);
    }
    if (is(at + 1, "who") || is(at + 1, "whose")) add(type, Sign::who_after);
    if (at + 1 < end && analysis_.tokens[at + 1].shape.capitalised) {
      const NameFacts facts = reader_.place_facts({at + 1, at + 2});
      const bool region = facts.feature == Feature::country || facts.feature == Feature::province;
      if (facts.places > 0 && region && type.place.places > 0) add(type, Sign::region_follows);
    }
    return;
  }
  const bool surname_there = (reader_.word(candidate.tokens.end - 1).flags & surname) != 0;
  if (surname_there && type.place.feature != Feature::country &&
      lists_.context(next.lemma, ContextClass::office_of)) {
    add(type, Sign::office_of_person);
    return;
  }
  if (is_common_noun(next.tag)) {
    const auto actor = lists_.actor(next.lemma);
    const bool body =
        actor && (actor->actor_class == ActorClass::body ||
                  actor->actor_class == ActorClass::unit || actor->kind == Kind::person);
    if (body && actor->actor_class != ActorClass::never) add(type, Sign::actor_noun_after);
    const bool told =
        lists_.context(next.lemma, ContextClass::body_told) && type.place.prominence < known_place;
    const bool told_apart = reader_.counted(at);  // the Asian Cup group C
    if (told || (lists_.context(next.lemma, ContextClass::body_noun) && !told_apart)) {
      add(type, Sign::group_noun_beside);
    }
    if (lists_.context(next.folded, ContextClass::event_noun)) add(type, Sign::event_noun_after);
    if (actor && actor->actor_class == ActorClass::place) add(type, Sign::place_noun_beside);
    if (lists_.context(next.lemma, ContextClass::facility)) add(type, Sign::place_noun_beside);
  }
}

// Tables of sport: the number on a player's shirt or his rank before his name, the figures of a
// bowler.
void NameJudge::add_sport(NameType& type, const NameCandidate& candidate) {
  const auto& tokens = analysis_.tokens;
  const TokenRange sentence = analysis_.sentences[tokens[candidate.tokens.begin].sentence].tokens;
  const std::uint32_t begin = candidate.tokens.begin;
  const std::uint32_t end = candidate.tokens.end;
  const auto number = [&](std::uint32_t t) {
    return t < sentence.end && tokens[t].shape.number && !tokens[t].shape.punctuation;
  };
  const auto dash = [&](std::uint32_t t) { return t < sentence.end && tokens[t].folded == "-"; };
  const bool figures = number(end) && dash(end + 1) && number(end + 2) && dash(end + 3);
  if (figures) add(type, Sign::cricket_figures);
  const bool scores = goal_scorer(analysis_, candidate.tokens);
  if (scores) add(type, Sign::scorer);
  if (!scores && result_row(candidate)) add(type, Sign::result_row);
  if (begin == sentence.begin) return;
  const std::uint32_t before = begin - 1;
  const bool bowled = lists_.context(tokens[before].folded, ContextClass::dismissal) &&
                      !tokens[before].shape.capitalised;
  if (bowled) add(type, Sign::cricket_figures);
  const bool rank =
      number(before) || (before > sentence.begin && tokens[before].shape.punctuation &&
                         number(before - 1) && (dash(before) || tokens[before].folded == "."));
  if (rank && !number(end) && type.place.places == 0) add(type, Sign::shirt_number);
}

// Whether the sentence tells a score, and a verb of a contest beside it. Names of one sentence come
// one after the other, so the last answer is kept.
NameJudge::Contest NameJudge::contest_in(const Sentence& sentence) {
  if (contest_sentence_ == sentence.tokens.begin) return contest_;
  contest_sentence_ = sentence.tokens.begin;
  bool score = false;
  bool verb = false;
  for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    score = score || score_at(analysis_, t, sentence.tokens.end);
  }
  for (std::uint32_t t = sentence.tokens.begin; score && t < sentence.tokens.end; ++t) {
    const Token& token = analysis_.tokens[t];
    verb = verb || (is_verb(token.tag) && lists_.context(token.lemma, ContextClass::contest));
  }
  contest_ = !score ? Contest::none : verb ? Contest::verb : Contest::score;
  return contest_;
}

// "beat Chelsea 2-1": a score stands after the name or the verb of a contest whose side it is.
bool NameJudge::beside_score(const NameCandidate& candidate) {
  const auto& tokens = analysis_.tokens;
  const Sentence& sentence = analysis_.sentences[tokens[candidate.tokens.begin].sentence];
  const Contest contest = contest_in(sentence);
  if (contest == Contest::none) return false;
  if (contest == Contest::score) return sentence.kind != SentenceKind::prose;
  const Arc* arc = nullptr;
  for (std::uint32_t t = candidate.tokens.begin; t < candidate.tokens.end && arc == nullptr; ++t) {
    const Arc& one = analysis_.arc_to(t);
    if (one.governor != npos && !candidate.tokens.contains(one.governor)) arc = &one;
  }
  if (arc == nullptr) return false;
  const auto contests = [&](const Arc& one) {
    const bool does = one.relation == Relation::subject || one.relation == Relation::object;
    return does && one.governor != npos &&
           lists_.context(tokens[one.governor].lemma, ContextClass::contest);
  };
  const bool second =
      arc->relation == Relation::conjunct && contests(analysis_.arc_to(arc->governor));
  const bool side = contests(*arc) || arc->relation == Relation::compound || second ||
                    (arc->marker != npos &&
                     lists_.context(tokens[arc->marker].folded, ContextClass::contest_side));
  return side;
}

// "sold his house", "sold its stake": whose the object of the verb is told to be.
void NameJudge::add_owner(NameType& type, std::uint32_t verb) {
  for (const Arc& arc : analysis_.arcs_from(verb)) {
    if (arc.relation != Relation::object) continue;
    for (const Arc& of : analysis_.arcs_from(arc.dependent)) {
      if (of.relation != Relation::possessor) continue;
      const std::string_view owner = folded(of.dependent);
      if (lists_.context(owner, ContextClass::he) || lists_.context(owner, ContextClass::she)) {
        return add(type, Sign::his_own);
      }
      if (owner == "its") return add(type, Sign::its_own);
    }
  }
}

// Appositions and the verbs whose subject the name is.
void NameJudge::add_syntax(NameType& type, const NameCandidate& candidate) {
  for (std::uint32_t t = candidate.tokens.begin; t < candidate.tokens.end; ++t) {
    const Arc& arc = analysis_.arc_to(t);
    if (arc.governor == npos || candidate.tokens.contains(arc.governor)) continue;
    if (arc.relation == Relation::subject) {
      const Token& verb = analysis_.tokens[arc.governor];
      if (lists_.context(verb.lemma, ContextClass::say)) {
        add(type, Sign::said_by);
      } else if (lists_.context(verb.lemma, ContextClass::mental)) {
        add(type, Sign::mental_subject);
      } else if (is_common_noun(verb.tag)) {
        add_noun_beside(type, arc.governor, false);
      }
      if (lists_.context(verb.lemma, ContextClass::trades)) add(type, Sign::trades);
      add_owner(type, arc.governor);
    } else if (arc.relation == Relation::passive_subject || arc.relation == Relation::object) {
      const std::string_view verb = analysis_.tokens[arc.governor].lemma;
      if (lists_.context(verb, ContextClass::undergoes)) add(type, Sign::undergoes);
    } else if (arc.relation == Relation::oblique && arc.marker != npos) {
      const std::string_view to = folded(arc.marker);
      if ((to == "to" || to == "with") &&
          lists_.context(analysis_.tokens[arc.governor].lemma, ContextClass::spoken_with)) {
        add(type, Sign::spoken_with);
      }
    } else if (arc.relation == Relation::apposition) {
      add_noun_beside(type, arc.governor, false);
    }
  }
  for (std::uint32_t t = candidate.tokens.begin; t < candidate.tokens.end; ++t) {
    for (const Arc& arc : analysis_.arcs_from(t)) {
      if (arc.relation == Relation::apposition && !candidate.tokens.contains(arc.dependent) &&
          is_common_noun(analysis_.tokens[arc.dependent].tag)) {
        add_noun_beside(type, arc.dependent, false);
      }
    }
  }
}

}  // namespace nutgraf
