// What the form of a name tells of its kind: the grammar of persons' names.
#include <algorithm>
#include <array>

#include "extract/names/name_judge.h"

namespace nutgraf {
namespace {

bool single_letter(const Token& token) {
  const std::string_view word = token.folded;
  return token.shape.capitalised && (word.size() == 1 || (word.size() == 2 && word[1] == '.'));
}

}  // namespace

// "McAllister", "O'Brien": the beginning of a surname with a capital behind it.
bool NameJudge::clan_prefix(std::uint32_t token) const {
  const std::string_view word = analysis_.words({token, token + 1});
  const auto capital = [&](std::size_t at) {
    return at + 2 < word.size() && word[at] >= 'A' && word[at] <= 'Z' && word[at + 1] >= 'a';
  };
  return (word.starts_with("Mc") && capital(2)) || (word.starts_with("O'") && capital(2)) ||
         (word.starts_with("O\u2019") && capital(4));
}

// "Arantxa Sanchez Vicario": a surname between two words that tell nothing of a body.
bool NameJudge::surname_inside(TokenRange tokens) const {
  if (tokens.size() != 3) return false;
  const auto plain = [&](std::uint32_t t) {
    const NameWord& word = reader_.word(t);
    constexpr std::array<std::int8_t, 3> none{};
    return !analysis_.tokens[t].shape.punctuation && !analysis_.tokens[t].shape.all_capitals &&
           lexicon_.commonness(analysis_.tokens[t].word) > 50 && word.last == none &&
           word.first == none && word.any == none;
  };
  const std::uint32_t middle = reader_.word(tokens.begin + 1).flags;
  return (middle & surname) != 0 && (middle & east_surname) == 0 && plain(tokens.begin) &&
         plain(tokens.begin + 1) && plain(tokens.begin + 2);
}

// "Mitsubishi UFJ": a word and initials.
bool NameJudge::ends_in_initials(TokenRange tokens) const {
  const Token& last = analysis_.tokens[tokens.end - 1];
  if (tokens.size() != 2 || reader_.titled(last.sentence) || reader_.page().sport) return false;
  constexpr std::uint32_t of_persons = given_any | surname | east_surname | syllable | junior;
  return last.shape.all_capitals && last.folded.size() > 1 && last.folded.size() <= 4 &&
         (reader_.word(tokens.end - 1).flags & of_persons) == 0;
}

// "PFLP-GC", "PML-F": initials tied to initials by a hyphen.
bool NameJudge::tied_initials(TokenRange tokens) const {
  constexpr std::uint64_t longest = 5;  // letters
  if (tokens.size() != 3 || analysis_.tokens[tokens.begin + 1].tag != Tag::HYPH) return false;
  const Token& first = analysis_.tokens[tokens.begin];
  const Token& last = analysis_.tokens[tokens.end - 1];
  return first.shape.all_capitals && last.shape.all_capitals && first.span.size() > 1 &&
         first.span.size() <= longest && last.span.size() <= longest &&
         !reader_.titled(first.sentence);
}

// The grammar of persons' names.
void NameJudge::add_person_form(NameType& type, const NameCandidate& candidate) {
  const TokenRange tokens = candidate.tokens;
  if (type.group && tokens.size() > 1) {  // Hayat Tahrir al-Sham
    add(type, Sign::unknown_triple);
    return;
  }
  std::uint32_t words = 0;
  bool initial = false;
  bool inner_particle = false;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (analysis_.tokens[t].shape.punctuation) continue;
    if (t == tokens.begin || analysis_.tokens[t - 1].tag != Tag::HYPH) ++words;
    initial = initial || (single_letter(analysis_.tokens[t]) && t + 1 < tokens.end);
    inner_particle = inner_particle ||
                     (t > tokens.begin && t + 1 < tokens.end &&
                      (reader_.word(t).flags & particle) != 0 && !is(t, "of") && !is(t, "and"));
  }
  const std::uint32_t first = reader_.word(tokens.begin).flags;
  const std::uint32_t last = reader_.word(tokens.end - 1).flags;
  const bool of =
      std::any_of(&analysis_.tokens[tokens.begin], &analysis_.tokens[tokens.end - 1],
                  [&](const Token& t) { return lists_.context(t.folded, ContextClass::name_of); });
  if (words == 1 && inner_particle) add(type, Sign::particle_inside);  // Inzamam-ul-Haq
  if (words == 1) {
    const bool sure_place = type.place.places > 0 && type.place.commonness > 35 &&
                            prominence_of(type, candidate) >= large_place;
    if ((first & given_any) != 0 && (first & syllable) == 0 && !sure_place) {
      add(type, Sign::given_alone);
    }
    if (((first & surname) != 0 || clan_prefix(tokens.begin)) && !sure_place) {
      add(type, Sign::surname_last);
    }
    if ((first & renowned) != 0) add(type, Sign::renowned);
    if (lists_.surname_ending(reader_.key(tokens.begin)) > 0) add(type, Sign::surname_ending);
    const bool known = (first & (given_any | surname)) != 0 || type.place.places > 0 || type.group;
    const Token& token = analysis_.tokens[tokens.begin];
    if (known || token.shape.has_digit) return;
    const bool plural = type.key.size() > 3 && type.key.ends_with('s') &&
                        !type.key.ends_with("ss") && !type.key.ends_with("is") &&
                        !type.key.ends_with("us");
    add(type, plural ? Sign::unknown_plural : Sign::unknown_single);
    return;
  }
  // "Alfred P. Murrah Federal Building": a person's name in a body's or a building's.
  const NameWord& head = reader_.word(tokens.end - 1);
  const bool in_memory = words >= 3 && (head.last[0] >= 60 || head.last[1] >= 60) &&
                         (last & surname) == 0 && !single_letter(analysis_.tokens[tokens.end - 2]);
  const Token& closing_token = analysis_.tokens[tokens.end - 1];
  const bool letter = words == 2 && closing_token.folded.size() == 1;  // Gullfaks C
  if (of || letter || tied_initials(tokens)) return;
  if (in_memory) {
    add(type, Sign::unknown_triple);
    return;
  }
  // "Charlotte Airport", "Ventura Counties": nobody's surname.
  const bool of_place = words == 2 && head.last[1] >= 60 && (last & (surname | given_any)) == 0;
  if ((first & joined) != 0) {
    add(type, Sign::joined_start);
  } else if ((first & given_any) != 0 && !of_place) {
    add(type, Sign::given_first);
  } else if ((first & east_surname) != 0 && words <= 3 && (last & (syllable | given_any)) != 0) {
    add(type, Sign::syllables);
  } else if (words <= 2) {
    add(type, Sign::unknown_pair);
  } else {
    add(type, Sign::unknown_triple);
  }
  const Token& token = analysis_.tokens[tokens.begin];
  const bool acronym = token.shape.all_capitals && token.folded.size() > 2 && first == 0 &&
                       token.folded.find('.') == std::string_view::npos &&
                       !reader_.titled(token.sentence) &&
                       !analysis_.tokens[tokens.end - 1].shape.all_capitals;
  if (acronym) add(type, Sign::acronym_first);  // MGM Grand
  if (initial) add(type, Sign::initial_inside);
  if (surname_inside(tokens)) add(type, Sign::surname_inside);
  if (ends_in_initials(tokens)) add(type, Sign::initials_end);
  if (inner_particle && reader_.word(tokens.begin).first[0] <= 0) {
    add(type, Sign::particle_inside);  // not "Union des Assurances de Paris"
  }
  if ((last & surname) != 0 || clan_prefix(tokens.end - 1)) add(type, Sign::surname_last);
  if (lists_.surname_ending(reader_.key(tokens.end - 1)) > 0) add(type, Sign::surname_ending);
}

}  // namespace nutgraf
