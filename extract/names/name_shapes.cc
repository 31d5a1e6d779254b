// The signs of a name's kind in its shape and in the list or line that it stands in.
#include <algorithm>

#include "extract/names/name_judge.h"

namespace nutgraf {
namespace {

bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }

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

}  // namespace nutgraf
