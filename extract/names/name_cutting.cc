// A run of capitalised tokens cut into single names: demonyms and the names of bodies before a
// person's name, two known names with a hyphen between them. Titles stand in name_titles.cc.
#include <algorithm>
#include <array>

#include "extract/names/name_reader.h"

namespace nutgraf {
// The tokens of the longest demonym that begins the chunk, 0 when none does.
std::uint32_t NameReader::demonym_length(TokenRange chunk) {
  std::uint32_t size = std::min(word(chunk.begin).phrase_length * 2, chunk.size());
  while (size > 0 && !lists_.demonym(phrase_key({chunk.begin, chunk.begin + size}))) --size;
  return size;
}

bool NameReader::parse_demonym(TokenRange chunk, const NameCandidate& context) {
  const std::uint32_t size = demonym_length(chunk);
  if (size == 0) return false;
  const auto demonym = lists_.demonym(phrase_key({chunk.begin, chunk.begin + size}));
  if (size == chunk.size()) return true;
  if (ends_as_body(chunk)) return false;
  const bool given = size == 1 && demonym->country.empty() && chunk.size() == 2 &&
                     (word(chunk.begin).flags & given_any) != 0 && !ordinary(chunk.begin + 1);
  if (given) return false;  // Roman Jagielinski
  NameCandidate inner = context;
  inner.demonym_country = demonym->country;
  parse({chunk.begin + size, chunk.end}, inner);
  return true;
}

// "Boeing-Airbus", "Iran-Iraq": two names, when both are known; "Jean-Claude" is one.
bool NameReader::parse_hyphen(TokenRange chunk, const NameCandidate& context) {
  for (std::uint32_t t = chunk.begin + 1; t + 1 < chunk.end; ++t) {
    if (!hyphen(t)) continue;
    if ((word(t - 1).flags & joined) != 0 && !analysis_.tokens[t - 1].shape.capitalised) {
      return false;  // al-Sadr
    }
    const TokenRange left{chunk.begin, t};
    const TokenRange right{t + 1, chunk.end};
    if (left.size() == 1 && right.size() == 1 && keys_[left.begin] == keys_[right.begin]) {
      return false;  // Wagga-Wagga
    }
    const auto known = [&](TokenRange part) {
      return known_group(part).has_value() || place_facts(part).prominence > 100 ||
             lists_.demonym(phrase_key(part)).has_value();
    };
    if (!known(left) || !known(right)) continue;
    parse(left, context);
    parse(right, NameCandidate{});
    return true;
  }
  return false;
}

// "Marta Kovel Omar Petersen Jane Doe": every other word a given name.
bool NameReader::parse_pairs(TokenRange chunk, const NameCandidate& context) {
  constexpr std::uint32_t least = 6;  // tokens; two persons are told apart with more care
  if (chunk.size() < least || chunk.size() % 2 != 0) return false;
  for (std::uint32_t t = chunk.begin; t < chunk.end; t += 2) {
    const bool pair = (word(t).flags & given_any) != 0 &&
                      (word(t).flags & (particle | joined)) == 0 &&
                      (word(t + 1).flags & (particle | joined | junior)) == 0 &&
                      !analysis_.tokens[t + 1].shape.punctuation && !initial(t + 1);
    if (!pair) return false;
  }
  for (std::uint32_t t = chunk.begin; t < chunk.end; t += 2) {
    NameCandidate one = t == chunk.begin ? context : NameCandidate{};
    one.tokens = {t, t + 2};
    found_.push_back(one);
  }
  return true;
}

// "Marta Kovel Omar Petersen": two persons with nothing between them, as lists and signatures run
// together have them.
bool NameReader::parse_two_persons(TokenRange chunk, const NameCandidate& context) {
  if (chunk.size() < 4 || (word(chunk.begin).flags & given_any) == 0) return false;
  if (parse_pairs(chunk, context)) return true;
  const auto plain = [&](std::uint32_t t) {
    return (word(t).flags & (given_any | particle | joined | junior | syllable)) == 0 &&
           !analysis_.tokens[t].shape.punctuation && analysis_.tokens[t].span.size() > 2;
  };
  for (std::uint32_t t = chunk.begin + 2; t + 1 < chunk.end; ++t) {
    const std::uint32_t flags = word(t).flags;
    if ((flags & given_any) == 0 || (flags & (surname | syllable | particle)) != 0) continue;
    if (!plain(t - 1) || !plain(t + 1)) continue;
    parse({chunk.begin, t}, context);
    parse({t, chunk.end}, NameCandidate{});
    return true;
  }
  return false;
}

// "Champions Porto": a plural noun of persons at the start of a sentence before a known name.
bool NameReader::plain_start(TokenRange chunk) {
  const Token& first = analysis_.tokens[chunk.begin];
  if (chunk.size() < 2 || !(begins_sentence(chunk.begin) || new_line_before(chunk.begin))) {
    return false;
  }
  if (!first.folded.ends_with('s')) return false;
  const auto actor = lists_.actor(first.folded.substr(0, first.folded.size() - 1));
  if (!actor || actor->actor_class == ActorClass::place) return false;
  if (capitalised_.contains(keys_[chunk.begin]) || word(chunk.begin).last[0] > 0) return false;
  const TokenRange rest{chunk.begin + 1, chunk.end};
  return known_group(rest) || place_facts(rest).places > 0;
}

// "Oregon Mark Hatfield": a land, then a person in full.
bool NameReader::land_before_person(TokenRange chunk) {
  const NameFacts land = place_facts({chunk.begin, chunk.begin + 1});
  const bool known = land.places > 0 && land.commonness > 50 &&
                     (land.feature == Feature::country || land.feature == Feature::province);
  const std::uint32_t person = chunk.begin + 1;
  const bool whole = chunk.size() > 2 && (word(person).flags & given_any) != 0 &&
                     (initial(person + 1) || (word(chunk.end - 1).flags & surname) != 0 ||
                      (chunk.size() == 3 && !ordinary(chunk.end - 1))) &&
                     place_facts({chunk.begin, person + 1}).places == 0;
  if (known && whole && (word(chunk.begin).flags & (given_any | surname)) == 0) return true;
  return known && (word(chunk.begin).flags & (given_any | surname)) == 0 &&
         (word(person).flags & surname) == 0 && !ordinary(person) &&
         place_facts({person, person + 1}).places == 0 && !hyphen(person + 1);
}

// "EPA Jane Doe": initials of a body, as of an agency under a picture, then a person in full.
bool NameReader::initials_before_person(TokenRange chunk) {
  constexpr std::size_t least = 3;  // letters; two may be the person's own
  const Token& first = analysis_.tokens[chunk.begin];
  const std::uint32_t person = chunk.begin + 1;
  return chunk.size() > 2 && first.shape.all_capitals && first.folded.size() >= least &&
         first.folded.find('.') == std::string_view::npos && !titled(first.sentence) &&
         word(chunk.begin).flags == 0 && !analysis_.tokens[person].shape.all_capitals &&
         !hyphen(person + 1) && (!ordinary(person) || (word(chunk.end - 1).flags & surname) != 0);
}

// "Party of Canada Jane Doe": where the member begins behind the land of a body, npos when none
// does.
std::uint32_t NameReader::member_of_land(TokenRange chunk) {
  bool body = false;
  for (std::uint32_t t = chunk.begin + 2; t + 1 < chunk.end; ++t) {
    body = body || (keys_[t - 1] == "of" && (word(t - 2).flags & of_is_group) != 0);
    const bool behind = t >= chunk.begin + 3 && keys_[t - 2] == "of" && body;
    if (!behind || (word(t).flags & given_any) == 0) continue;
    const Feature land = place_facts({t - 1, t}).feature;
    if (land == Feature::country && place_facts({t - 1, t}).places > 0) return t;
  }
  return npos;
}

// "Labour Party Jane Doe": a body's name, then its member's.
bool NameReader::parse_member(TokenRange chunk, const NameCandidate& context) {
  const std::uint32_t member = member_of_land(chunk);
  if (member != npos && word(chunk.end - 1).last[0] == 0) {
    parse({chunk.begin, member}, context);
    parse({member, chunk.end}, NameCandidate{});
    return true;
  }
  if (ends_as_body(chunk)) return false;
  const std::uint32_t known = known_phrase_end(chunk.begin, chunk.end);
  // "Aung San Suu Kyi": no place before a person.
  const bool person = (word(chunk.begin).flags & given_any) != 0 && known > chunk.begin &&
                      !known_group({chunk.begin, known});
  for (std::uint32_t t = chunk.begin + 1; t + 1 < chunk.end; ++t) {
    const bool body = t > chunk.begin + 1
                          ? word(t - 1).last[0] >= 60 || (t == known && !person)
                          : land_before_person(chunk) || initials_before_person(chunk);
    if (!body || (word(t).flags & given_any) == 0) continue;
    parse({chunk.begin, t}, context);
    parse({t, chunk.end}, NameCandidate{});
    return true;
  }
  return false;
}

// "Mobile Alabama", "Paris France": a town and its land with no comma between them.
bool NameReader::parse_town_of_land(TokenRange chunk, const NameCandidate& context) {
  if (chunk.size() < 2 || chunk.size() > 4 || !context.title.empty()) return false;
  const TokenRange town{chunk.begin, chunk.end - 1};
  const TokenRange last{chunk.end - 1, chunk.end};
  const NameFacts land = place_facts(last);
  const bool region = land.feature == Feature::country || land.feature == Feature::province;
  if (land.places == 0 || !region || !analysis_.tokens[last.begin].shape.space_before) return false;
  const bool other = (word(last.begin).flags & (given_any | surname)) != 0 ||
                     word(last.begin).last != std::array<std::int8_t, 3>{} ||
                     lists_.context(keys_[last.begin], ContextClass::bearing) ||
                     analysis_.tokens[last.begin].shape.all_capitals;
  if (other || ordinary(last.begin) || known_group(town)) return false;
  const NameFacts facts = place_facts(town);
  constexpr int small_town = 100;  // prominence of a town of 6,000 or so
  const bool divided = facts.feature == Feature::country || facts.feature == Feature::continent;
  const bool given = town.size() == 1 && (word(town.begin).flags & given_any) != 0 &&
                     facts.prominence < large_town;
  if (facts.prominence < small_town || divided || given || word(town.begin).first[1] > 0) {
    return false;
  }
  parse(town, context);
  parse(last, NameCandidate{});
  return true;
}

// "the 2005 Norway general election", "2010 Haiti earthquake": the name of an event (convention 4).
bool NameReader::names_event(TokenRange chunk) const {
  if (chunk.begin == 0) return false;
  const Token& year = analysis_.tokens[chunk.begin - 1];
  if (!year.shape.number || year.span.size() != 4) return false;
  const std::uint32_t last =
      std::min<std::uint32_t>(chunk.end + 3, analysis_.sentences[year.sentence].tokens.end);
  for (std::uint32_t t = chunk.end; t < last; ++t) {
    const Token& token = analysis_.tokens[t];
    if (!is_common_noun(token.tag) && !is_adjective(token.tag) && token.tag != Tag::HYPH) break;
    if (lists_.word(keys_[t]).last[2] >= 70) return true;
  }
  return false;
}

// "said on Tuesday U.S. forces", "on 29 January Petersen was told": a day or a month that begins
// the chunk; "April Teel" is a person.
bool NameReader::day_before_name(TokenRange chunk) {
  if (hidden({chunk.begin, chunk.begin + 1}) != HiddenClass::time) return false;
  if (chunk.begin > 0 && analysis_.tokens[chunk.begin - 1].shape.number) return true;
  if (known_phrase_end(chunk.begin, chunk.end) > chunk.begin + 1) return false;
  if ((word(chunk.begin).flags & (given_any | surname)) == 0) return true;
  const bool weekday = keys_[chunk.begin].ends_with("day");  // on Sunday Chelsea beat Leeds
  if (weekday && chunk.begin > 0 && analysis_.tokens[chunk.begin - 1].tag == Tag::IN) return true;
  const std::uint32_t next = chunk.begin + 1;
  if ((word(next).flags & surname) != 0) return false;
  return known_phrase_end(next, chunk.end) > next || demonym_length({next, chunk.end}) > 0 ||
         place_facts({next, next + 1}).prominence >= large_town;
}

void NameReader::parse(TokenRange chunk, NameCandidate context) {
  while (!chunk.empty() && (hyphen(chunk.end - 1) || keys_[chunk.end - 1] == "of" ||
                            (keys_[chunk.end - 1] == "'s" && !owned(chunk)))) {
    --chunk.end;
  }
  const bool town = keys_[chunk.begin] == "the" && place_facts(chunk).places > 0;  // The Hague
  while (!chunk.empty() && !town &&
         (hyphen(chunk.begin) || lists_.context(keys_[chunk.begin], ContextClass::name_fringe))) {
    ++chunk.begin;
  }
  if (chunk.empty() || names_event(chunk)) return;
  // "(D-Mass.)": a party's letter before a state.
  if (chunk.size() > 2 && hyphen(chunk.begin + 1) && chunk.begin > 0 &&
      analysis_.tokens[chunk.begin - 1].shape.punctuation &&
      lists_.context(keys_[chunk.begin], ContextClass::party_letter)) {
    chunk.begin += 2;
  }
  // "Thanks Josh": an ordinary first word of a sentence before a given name.
  if (chunk.size() > 1 && analysis_.tokens[chunk.begin].shape.sentence_start &&
      lexicon_.commonness(analysis_.tokens[chunk.begin].word) <= 35 &&
      word(chunk.begin).flags == 0 && (word(chunk.begin + 1).flags & given_any) != 0 &&
      !ends_as_body(chunk) && word(chunk.begin).first == std::array<std::int8_t, 3>{}) {
    std::optional<Title> title;
    if (!title_at(chunk.begin, chunk.end, title)) ++chunk.begin;
  }
  if (plain_start(chunk) && !known_group(chunk)) ++chunk.begin;
  while (chunk.size() > 1 && day_before_name(chunk)) ++chunk.begin;
  if (chunk.size() == 1 && analysis_.tokens[chunk.begin].shape.has_digit && !known_group(chunk) &&
      place_facts(chunk).places == 0) {
    return;  // Baa3, 2ND
  }
  const bool known = known_group(chunk).has_value() || hidden(chunk) == HiddenClass::other ||
                     (chunk.size() > 1 && place_facts(chunk).places > 0 && !titled_person(chunk));
  if (hidden(chunk) == HiddenClass::time && context.title.empty()) return;
  if (!known) {
    const std::uint32_t body = known_phrase_end(chunk.begin, chunk.end);
    // "NFL AMERICAN" before "FOOTBALL": a known body, then people of a land.
    if (body > chunk.begin && body < chunk.end && known_group({chunk.begin, body}) &&
        demonym_length({body, chunk.end}) == chunk.end - body) {
      chunk.end = body;
    }
    if (parse_titled(chunk, context)) return;
    if (parse_demonym(chunk, context)) return;
    if (parse_hyphen(chunk, context)) return;
    if (parse_town_of_land(chunk, context)) return;
    if (parse_member(chunk, context)) return;
    if (!ends_as_body(chunk) && parse_two_persons(chunk, context)) return;
  }
  context.tokens = chunk;
  found_.push_back(context);
}

}  // namespace nutgraf
