// The signs of a name's kind in its shape and in the list or line that it stands in.
#include <algorithm>
#include <array>

#include "extract/names/name_judge.h"

namespace nutgraf {
namespace {

bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }

constexpr int least_land = 100;    // prominence of what has a west: of 6,000 people or so
constexpr int least_city = 150;    // of a city that a body calls itself by
constexpr int ordinary_noun = 35;  // how common a noun is that nobody bears as a surname

}  // namespace

// "BellSouth", "PetroChina": a capital inside the word, not behind a particle as in "McDonald".
bool NameJudge::camel_case(std::uint32_t token) const {
  const std::string_view word = analysis_.words({token, token + 1});
  const std::string_view folded = analysis_.tokens[token].folded;
  if (word.size() != folded.size()) return false;
  for (std::size_t i = 2; i < word.size(); ++i) {
    if (!upper(word[i]) || !lower(word[i - 1])) continue;
    const std::uint32_t before = lists_.word(folded.substr(0, i)).flags;
    const bool prefix = (before & (joined | particle)) != 0;
    if (!prefix) return true;
  }
  return false;
}

void NameJudge::add_shape(NameType& type, const NameCandidate& candidate) {
  const TokenRange tokens = candidate.tokens;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (camel_case(t)) {
      add(type, Sign::camel_case);
      break;
    }
  }
  if (tokens.size() > 1 && is(tokens.end - 1, "'s")) add(type, Sign::owned_end);
  const bool sport_class = lists_.context(reader_.key(tokens.end - 1), ContextClass::sport_class);
  if (sport_class && reader_.page().sport) add(type, Sign::sport_class);
  const Sentence& line = analysis_.sentences[analysis_.tokens[tokens.begin].sentence];
  const auto& all = analysis_.tokens;
  const bool alone = std::all_of(&all[line.tokens.begin], &all[tokens.begin],
                                 [](const Token& t) { return t.folded == "the"; }) &&
                     (line.tokens.end == tokens.end || is(tokens.end, ":"));
  if (reader_.page().press && alone && all[tokens.begin].shape.all_capitals) {
    add(type, Sign::press_line);
  }
}

// "the villages of Arlo, Benno and Cerra": what the noun in the plural says of the first goes for
// all.
void NameJudge::add_listed(NameType& type, const NameCandidate& before,
                           const NameCandidate& candidate) {
  const auto& tokens = analysis_.tokens;
  const TokenRange first = before.tokens;
  bool listed = listed_until_ == first.end;
  const std::uint32_t at = first.begin;
  if (!listed && at >= 2 && is(at - 1, "of") && tokens[at - 2].sentence == tokens[at].sentence) {
    const Token& noun = tokens[at - 2];
    const auto actor = lists_.actor(noun.lemma);
    listed = actor && actor->kind == Kind::place && actor->actor_class == ActorClass::place &&
             noun.tag == Tag::NNS;
  }
  if (!listed || !in_one_list(first, candidate.tokens)) return;
  listed_until_ = candidate.tokens.end;
  add(type, Sign::place_listed);
}

// "shelled in Arlo, Benno and Cerra": the preposition before the first goes for all. Behind a comma
// only what a list knows as a place: "At a meeting in Arlo, Kovel and Teel agreed."
void NameJudge::add_led_list(NameType& type, const NameCandidate& before,
                             const NameCandidate& candidate) {
  const auto& tokens = analysis_.tokens;
  const std::uint32_t at = before.tokens.begin;
  bool led = led_until_ == before.tokens.end;
  if (!led && at > 0 && tokens[at - 1].sentence == tokens[at].sentence) {
    const Token& word = tokens[at - 1];
    led = word.tag == Tag::IN && !word.shape.capitalised &&
          lists_.context(word.folded, ContextClass::locative);
  }
  const std::uint32_t gap = before.tokens.end;
  const std::uint32_t begin = candidate.tokens.begin;
  if (!led || begin <= gap || begin > gap + 2) return;
  const bool joined_on = tokens[begin - 1].tag == Tag::CC && (begin == gap + 1 || is(gap, ","));
  if (!joined_on) {
    constexpr std::uint32_t of_persons = given_any | surname;
    const std::uint32_t next = candidate.tokens.end;
    const bool goes_on = next + 1 < tokens.size() && tokens[next + 1].shape.capitalised &&
                         (is(next, ",") || tokens[next].tag == Tag::CC);
    const bool plain = type.place.places > 0 && candidate.title.empty() &&
                       (reader_.word(begin).flags & of_persons) == 0 &&
                       lists_.surname_ending(reader_.key(begin)) == 0;
    if (begin != gap + 1 || !is(gap, ",") || !goes_on || !plain) return;
  }
  led_until_ = candidate.tokens.end;
  add(type, Sign::locative_before);
}

// "a trader at Ordrak Teel", "a lawyer with Varn House": for whom somebody works.
void NameJudge::add_staff(NameType& type, std::uint32_t preposition, std::uint32_t begin) {
  if (preposition == begin || type.place.places > 0) return;
  const Token& noun = analysis_.tokens[preposition - 1];
  const bool at = is(preposition, "at") && is_common_noun(noun.tag);
  const bool with = is(preposition, "with") && noun.tag == Tag::NN;
  if (!at && !with) return;
  const auto actor = lists_.actor(noun.lemma);
  const bool person = actor ? actor->kind == Kind::person && actor->actor_class == ActorClass::role
                            : lexicon_.noun_share(noun.lemma, NounClass::person) >= 700;
  if (person) add(type, Sign::staff_at);
}

// "Ordrak Teel (Norway) 81 Varnik Lund (Denmark) 77": two names of a page of sport, each with one
// figure.
bool NameJudge::result_row(const NameCandidate& candidate) const {
  const auto& tokens = analysis_.tokens;
  const TokenRange line = analysis_.sentences[tokens[candidate.tokens.begin].sentence].tokens;
  const auto figure = [&](std::uint32_t t) {
    return t < line.end && tokens[t].shape.number && !tokens[t].shape.punctuation &&
           tokens[t].span.size() <= 3 && !tokens[t].folded.ends_with('.');
  };
  const auto past_brackets = [&](std::uint32_t t) {
    if (t >= line.end || tokens[t].tag != Tag::open_bracket) return t;
    while (t < line.end && tokens[t].tag != Tag::close_bracket) ++t;
    return std::min(t + 1, line.end);
  };
  const auto capital = [&](std::uint32_t t) {
    return t < line.end && tokens[t].shape.capitalised && !tokens[t].shape.punctuation;
  };
  const std::uint32_t own = past_brackets(candidate.tokens.end);
  if (!figure(own)) return false;
  // The other side behind it: a name, perhaps in brackets its land, a figure.
  std::uint32_t next = own + 1;
  while (capital(next)) ++next;
  const std::uint32_t other = past_brackets(next);
  const bool leads = next > own + 1 && figure(other) && !figure(other + 1);
  // Or before it: a figure behind a name.
  const std::uint32_t begin = candidate.tokens.begin;
  const bool before = begin > line.begin + 1 && figure(begin - 1) &&
                      (capital(begin - 2) || tokens[begin - 2].tag == Tag::close_bracket);
  return leads || (before && !figure(own + 1));
}

// "Hamilton West", "Galway North-East", "East Belfast": a place and the points of the compass it is
// divided by.
bool NameJudge::divided_place(TokenRange tokens, bool given) const {
  const bool led = lists_.context(folded(tokens.begin), ContextClass::bearing);
  if (led && tokens.size() == 2) {
    return reader_.place_facts({tokens.begin + 1, tokens.end}).prominence >= least_land;
  }
  std::uint32_t end = tokens.end;
  while (end > tokens.begin + 1 &&
         (lists_.context(folded(end - 1), ContextClass::bearing) ||
          (end < tokens.end && analysis_.tokens[end - 1].tag == Tag::HYPH))) {
    --end;
  }
  if (end == tokens.end) return false;
  return reader_.place_facts({tokens.begin, end}).prominence >= (given ? large_place : least_land);
}

// The end of a name of several words: "Fair Russia" is a body, and an ordinary noun as in "Chicken
// Curry" is no surname.
void NameJudge::add_end(NameType& type, const NameCandidate& candidate) {
  const TokenRange tokens = candidate.tokens;
  if (tokens.size() < 2 || type.group) return;
  const NameWord& first = reader_.word(tokens.begin);
  const bool given = (first.flags & (given_any | joined)) != 0 || !candidate.title.empty();
  if (!reader_.page().sport && divided_place(tokens, given)) add(type, Sign::compass_end);
  if (type.place.places > 0) return;
  constexpr std::uint32_t of_persons = given_any | surname | syllable | junior | particle;
  const NameWord& end = reader_.word(tokens.end - 1);
  if (given || tokens.size() > 2 || (end.flags & of_persons) != 0) return;
  const Token& last = analysis_.tokens[tokens.end - 1];
  const NameFacts facts = reader_.place_facts({tokens.end - 1, tokens.end});
  const bool part = first.first.at(1) > 0 || lists_.demonym(reader_.key(tokens.begin)) ||
                    lists_.context(folded(tokens.begin), ContextClass::direction);
  if (facts.places > 0) {
    const bool wide = facts.feature == Feature::country || facts.feature == Feature::continent;
    const bool land = wide && last.shape.space_before;
    if (land && !part && (first.flags & (of_persons & ~surname)) == 0) add(type, Sign::land_end);
    return;
  }
  const bool noun = is_noun(last.tag) && lexicon_.commonness(last.word) <= ordinary_noun &&
                    end.last == std::array<std::int8_t, 3>{};
  if (noun && !last.shape.punctuation) add(type, Sign::ordinary_end);
}

// "companies such as Teel", "parties, including Varn": the noun whose example begins there.
std::uint32_t NameJudge::exemplified(std::uint32_t begin) const {
  const auto& tokens = analysis_.tokens;
  const std::uint32_t first = analysis_.sentences[tokens[begin].sentence].tokens.begin;
  std::uint32_t at = begin;
  if (at > first && is(at - 1, "the")) --at;
  if (at > first + 2 && is(at - 1, "as") && is(at - 2, "such")) {
    at -= 2;
  } else if (at > first + 1 && (is(at - 1, "including") || is(at - 1, "like"))) {
    --at;
  } else {
    return npos;
  }
  if (at > first + 1 && is(at - 1, ",")) --at;
  return at > first && tokens[at - 1].tag == Tag::NNS ? at - 1 : npos;
}

// What the noun tells of its examples, of the first as of those that it is listed with.
void NameJudge::add_exemplar(NameType& type, const NameCandidate* before,
                             const NameCandidate& candidate) {
  std::uint32_t noun = exemplified(candidate.tokens.begin);
  const bool goes_on = noun == npos && before != nullptr && exemplar_until_ == before->tokens.end &&
                       in_one_list(before->tokens, candidate.tokens);
  if (goes_on) noun = exemplar_noun_;
  if (noun == npos) return;
  const std::uint32_t end = candidate.tokens.end;
  const bool whole = end >= analysis_.tokens.size() || !analysis_.tokens[end].shape.capitalised;
  if (!whole) return;  // "Liberals like Vermont Sen. Sanders"
  exemplar_noun_ = noun;
  exemplar_until_ = candidate.tokens.end;
  const auto actor = lists_.actor(analysis_.tokens[noun].lemma);
  const bool land = type.place.feature == Feature::country ||
                    type.place.feature == Feature::province;  // "states like Michigan"
  if (actor && actor->kind != Kind::place && type.place.places > 0 && land) return;
  if (actor && actor->actor_class == ActorClass::unit) {
    add(type, Sign::person_noun_beside);  // people like Varn
    return;
  }
  add_noun_beside(type, noun, false);
}

}  // namespace nutgraf
