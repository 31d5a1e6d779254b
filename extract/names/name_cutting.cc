// A run of capitalised tokens cut into single names: titles, demonyms and the names of bodies
// before a person's name, two known names with a hyphen between them.
#include <algorithm>

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

bool NameReader::parse_titled(TokenRange chunk, const NameCandidate& context) {
  if (ends_as_body(chunk)) return false;
  for (std::uint32_t at = chunk.begin; at < chunk.end; ++at) {
    std::optional<Title> title;
    const auto size = title_at(at, chunk.end, title);
    if (!size || known_phrase_end(at, chunk.end) > at + *size) continue;
    const bool surname_there = at > chunk.begin && at + *size == chunk.end && *size == 1 &&
                               (word(at - 1).flags & given_any) != 0 &&
                               (word(at).flags & (surname | given_any)) != 0;
    if (surname_there) continue;  // Don King
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
  const std::uint32_t longest = std::min(word(chunk.begin).phrase_length * 2, chunk.size());
  for (std::uint32_t size = longest; size > 0; --size) {
    const auto demonym = lists_.demonym(phrase_key({chunk.begin, chunk.begin + size}));
    if (!demonym) continue;
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
  return false;
}

// "Boeing-Airbus", "Iran-Iraq": two names, when both are known; "Jean-Claude" is one.
bool NameReader::parse_hyphen(TokenRange chunk, const NameCandidate& context) {
  for (std::uint32_t t = chunk.begin + 1; t + 1 < chunk.end; ++t) {
    if (!hyphen(t)) continue;
    const TokenRange left{chunk.begin, t};
    const TokenRange right{t + 1, chunk.end};
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

// "Labour Party Jane Doe": a body's name, then its member's.
bool NameReader::parse_member(TokenRange chunk, const NameCandidate& context) {
  if (ends_as_body(chunk)) return false;
  const std::uint32_t known = known_phrase_end(chunk.begin, chunk.end);
  for (std::uint32_t t = chunk.begin + 2; t + 1 < chunk.end; ++t) {
    const bool body = word(t - 1).last[0] >= 60 || t == known;
    if (!body || (word(t).flags & given_any) == 0) continue;
    parse({chunk.begin, t}, context);
    parse({t, chunk.end}, NameCandidate{});
    return true;
  }
  return false;
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
  while (!chunk.empty() &&
         (hyphen(chunk.end - 1) || keys_[chunk.end - 1] == "of" || keys_[chunk.end - 1] == "'s")) {
    --chunk.end;
  }
  while (!chunk.empty() &&
         (hyphen(chunk.begin) || lists_.context(keys_[chunk.begin], ContextClass::name_fringe))) {
    ++chunk.begin;
  }
  if (chunk.empty() || names_event(chunk)) return;
  // "Thanks Josh": an ordinary first word of a sentence before a given name.
  if (chunk.size() > 1 && analysis_.tokens[chunk.begin].shape.sentence_start &&
      lexicon_.commonness(analysis_.tokens[chunk.begin].word) <= 35 &&
      word(chunk.begin).flags == 0 && (word(chunk.begin + 1).flags & given_any) != 0 &&
      !ends_as_body(chunk) && word(chunk.begin).first == std::array<std::int8_t, 3>{}) {
    std::optional<Title> title;
    if (!title_at(chunk.begin, chunk.end, title)) ++chunk.begin;
  }
  const bool known = known_group(chunk).has_value() || hidden(chunk) == HiddenClass::other ||
                     (chunk.size() > 1 && place_facts(chunk).places > 0);
  if (hidden(chunk) == HiddenClass::time && context.title.empty()) return;
  if (!known) {
    if (parse_titled(chunk, context)) return;
    if (parse_demonym(chunk, context)) return;
    if (parse_hyphen(chunk, context)) return;
    if (parse_member(chunk, context)) return;
  }
  context.tokens = chunk;
  found_.push_back(context);
}

}  // namespace nutgraf
