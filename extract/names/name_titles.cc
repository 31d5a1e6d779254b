// Titles, ranks and posts before a person's name, and the words that look like them and are none.
#include <algorithm>
#include <array>

#include "extract/names/name_reader.h"

namespace nutgraf {

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
    const std::uint32_t before = inside ? at - 1 : at;
    const bool initials = inside && keys_[before].size() == 2 &&
                          analysis_.tokens[before].folded.ends_with('.');  // S.K. Sen
    if (initials && keys_[before] != "us") return bears(at, surname | given_any);
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

// "EU Farm" before "Commissioner": the end of the body or land that the ordinary words of a post
// follow.
std::uint32_t NameReader::head_of_post(TokenRange before) {
  const std::uint32_t known =
      std::max(known_phrase_end(before.begin, before.end), before.begin + 1);
  if (known >= before.end) return before.end;
  const TokenRange head{before.begin, known};
  const Feature land = place_facts(head).feature;
  const bool of_land =
      place_facts(head).places > 0 && (land == Feature::country || land == Feature::region);
  if (!known_group(head) && !of_land) return before.end;
  for (std::uint32_t t = known; t < before.end; ++t) {
    const bool plain = ordinary(t) && (word(t).flags & given_any) == 0;
    if (!plain || word(t).last[0] > 0) return before.end;
  }
  return known;
}

bool NameReader::parse_titled(TokenRange chunk, const NameCandidate& context) {
  if (chunk.size() > 2 && lists_.title(phrase_key(chunk))) return true;  // "the Secretary of State"
  const bool article = chunk.begin > 0 && keys_[chunk.begin - 1] == "the";
  if (chunk.size() == 1 && surnames_.contains(keys_[chunk.begin]) && !article) return false;
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
      const TokenRange before{chunk.begin, head_of_post({chunk.begin, at})};
      // "Federal" before "Minister" belongs to the post.
      constexpr int small_town = 100;  // prominence of a town of 6,000 or so
      constexpr int quite_common = 35;
      const NameFacts facts = place_facts(before);
      const bool plain = before.size() == 1 && ordinary(before.begin) && !known_group(before) &&
                         (word(before.begin).flags & renowned) == 0 && !staff_word(before.begin) &&
                         (facts.prominence < small_town ||
                          (facts.commonness <= quite_common && facts.feature != Feature::country));
      if (!plain) parse(before, NameCandidate{});
    }
    // "U.S. Trade Representative": the land inside the title.
    const TokenRange head{at, at + 1};
    const bool land = *size > 1 && place_facts(head).feature == Feature::country;
    if (land && place_facts(head).places > 0) parse(head, NameCandidate{});
    if (at + *size >= chunk.end) return true;
    inner.title = {context.title.empty() ? at : context.title.begin, at + *size};
    const bool bare = title->role.empty() && context.told_title;
    inner.told_title = bare ? context.told_title : title;
    parse({at + *size, chunk.end}, inner);
    return true;
  }
  return false;
}

}  // namespace nutgraf
