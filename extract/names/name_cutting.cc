// A run of capitalised tokens cut into single names: titles, demonyms and the names of bodies
// before a person's name, two known names with a hyphen between them.
#include <algorithm>
#include <array>

#include "extract/names/name_reader.h"

namespace nutgraf {
namespace {

constexpr int large_town = 125;  // prominence of a city of 130,000 or so

}  // namespace

// The length of the title whose tokens begin at `token`, the longest first.
std::optional<std::uint32_t> NameReader::title_at(std::uint32_t token, std::uint32_t end,
                                                  std::optional<Title>& title) {
  const std::uint32_t longest = std::min(word(token).phrase_length * 2, end - token);
  for (std::uint32_t size = longest; size > 0; --size) {
    title = lists_.title(phrase_key({token, token + size}));
    if (title) return size;
  }
  return std::nullopt;
}

// Whether the title at the beginning of `rest` is a given name or a surname: "Stephen King", "Don
// King", "Mr. Major". `inside`: a word of the same run stands before it.
bool NameReader::part_of_person(TokenRange rest, bool inside, const NameCandidate& context) const {
  const std::uint32_t at = rest.begin;
  const auto bears = [&](std::uint32_t token, std::uint32_t flags) {
    return (word(token).flags & flags) != 0;
  };
  if (rest.size() == 1) {
    if (inside) return bears(at - 1, given_any) && bears(at, surname | given_any);
    return !context.title.empty() && bears(at, surname | given_any);
  }
  return rest.size() == 2 && bears(at, given_any) && bears(at + 1, surname) &&
         !bears(at, particle | joined);
}

// "Prince Charles": a title and a given name, though some hamlet is called so.
bool NameReader::titled_person(TokenRange chunk) {
  constexpr int small_place = 110;  // prominence of a town of 30,000 or so
  return chunk.size() == 2 && (word(chunk.end - 1).flags & given_any) != 0 &&
         place_facts(chunk).prominence < small_place &&
         lists_.title(phrase_key({chunk.begin, chunk.begin + 1})).has_value();
}

// An ordinary noun for a body, which bears no title: "General Staff".
bool NameReader::staff_word(std::uint32_t token) const {
  const auto actor = lists_.actor(keys_[token]);
  return ordinary(token) && (word(token).flags & (given_any | surname)) == 0 && actor &&
         actor->kind == Kind::group && actor->actor_class == ActorClass::body;
}

// The tokens of the longest demonym that begins the chunk, 0 when none does.
std::uint32_t NameReader::demonym_length(TokenRange chunk) {
  std::uint32_t size = std::min(word(chunk.begin).phrase_length * 2, chunk.size());
  while (size > 0 && !lists_.demonym(phrase_key({chunk.begin, chunk.begin + size}))) --size;
  return size;
}

// "Mr. Hill", "Senator Church": a title before a surname that is a word for a body or a place as
// well; "Bank of Japan Governor Marta Kovel": a body over "of", then the title of its head.
bool NameReader::title_in_body(TokenRange chunk, TokenRange title, const Title& told) {
  const TokenRange rest{title.end, chunk.end};
  if (title.begin == chunk.begin) {
    const bool bare = told.role.empty() || analysis_.tokens[title.end - 1].folded.ends_with('.');
    const bool named = bare || (word(rest.begin).flags & surname) != 0;
    return rest.size() == 1 && named && !lists_.context(keys_[rest.begin], ContextClass::street);
  }
  const std::uint32_t before = title.begin - 1;
  if (keys_[before] == "the" || lists_.context(keys_[before], ContextClass::name_of)) return false;
  if (!rest.empty() && ends_as_body(rest)) return false;
  if (!rest.empty() && (word(rest.begin).flags & given_any) != 0) return true;
  if (rest.empty() && word(title.end - 1).last != std::array<std::int8_t, 3>{}) return false;
  const NameFacts land = place_facts({before, title.begin});
  return known_group({chunk.begin, title.begin}) ||
         (land.places > 0 && land.feature == Feature::country);
}

bool NameReader::parse_titled(TokenRange chunk, const NameCandidate& context) {
  if (chunk.size() > 2 && lists_.title(phrase_key(chunk))) return true;  // "the Secretary of State"
  const bool body = ends_as_body(chunk);
  for (std::uint32_t at = chunk.begin; at < chunk.end; ++at) {
    std::optional<Title> title;
    const auto size = title_at(at, chunk.end, title);
    if (!size) continue;
    if (body && !title_in_body(chunk, {at, at + *size}, *title)) continue;
    const std::uint32_t known = known_phrase_end(at, chunk.end);
    if (known > at + *size && !titled_person({at, known})) continue;
    if (demonym_length({at, chunk.end}) > *size) continue;  // Sri Lankan
    if (*size == 1 && (title->role.empty() || at + 1 == chunk.end) &&
        part_of_person({at, chunk.end}, at > chunk.begin, context)) {
      continue;
    }
    const bool staff = !title->role.empty() && at + *size + 1 == chunk.end;
    if (staff && staff_word(at + *size)) continue;  // General Staff
    NameCandidate inner = context;
    if (at > chunk.begin) {
      const auto demonym = lists_.demonym(phrase_key({chunk.begin, at}));
      if (demonym) inner.demonym_country = demonym->country;
      parse({chunk.begin, at}, NameCandidate{});
    }
    if (at + *size >= chunk.end) return true;
    inner.title = {context.title.empty() ? at : context.title.begin, at + *size};
    const bool bare = title->role.empty() && context.told_title;
    inner.told_title = bare ? context.told_title : title;
    parse({at + *size, chunk.end}, inner);
    return true;
  }
  return false;
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
    const bool body = t > chunk.begin + 1 ? word(t - 1).last[0] >= 60 || (t == known && !person)
                                          : land_before_person(chunk);
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
  // "on 29 January Randall was told": the month of a day before a name.
  if (chunk.size() > 1 && chunk.begin > 0 && analysis_.tokens[chunk.begin - 1].shape.number &&
      hidden({chunk.begin, chunk.begin + 1}) == HiddenClass::time) {
    ++chunk.begin;
  }
  const bool known = known_group(chunk).has_value() || hidden(chunk) == HiddenClass::other ||
                     (chunk.size() > 1 && place_facts(chunk).places > 0 && !titled_person(chunk));
  if (hidden(chunk) == HiddenClass::time && context.title.empty()) return;
  if (!known) {
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
