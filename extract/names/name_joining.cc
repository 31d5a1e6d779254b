// How far a name goes: the small words, hyphens and commas that join its parts.
#include <algorithm>

#include "extract/names/name_reader.h"

namespace nutgraf {

// "Board of Control for": a body's name goes over "for" between the two tokens.
bool NameReader::joined_over_for(std::uint32_t begin, std::uint32_t at) const {
  bool body = false;
  for (std::uint32_t t = begin; t + 1 < at; ++t) {
    body = body || (word(t).flags & of_is_group) != 0;
    if (body && keys_[t + 1] == "for") return true;
  }
  return false;
}

std::uint32_t NameReader::join_over_of(std::uint32_t begin, std::uint32_t at, std::uint32_t end) {
  const std::string_view key = keys_[at];
  if (key == "in" && at + 1 < end && joined_over_for(begin, at)) {
    const NameFacts facts = place_facts({at + 1, at + 2});
    const bool land = facts.feature == Feature::country || facts.feature == Feature::continent;
    return facts.places > 0 && land && is_name_token(at + 1) ? at + 2 : at;
  }
  if (!lists_.context(key, ContextClass::name_joint)) return at;
  std::uint32_t next = at + 1;
  if (next < end && keys_[next] == "the") ++next;
  if (next >= end || !is_name_token(next)) return at;
  if (hidden({next, next + 1}) == HiddenClass::time) return at;
  const NameWord& before = word(at - 1);
  const bool lone = at - 1 == begin;
  if (key == "of" && (before.flags & corporate) != 0 && !lone) {  // Shell Co of Nigeria
    return place_facts({next, next + 1}).feature == Feature::country ? next + 1 : at;
  }
  if (!lone && (word(at - 2).flags & given_any) != 0 && before.last[0] == 0) return at;
  bool body = (before.flags & takes_of) != 0 && (before.flags & of_is_group) != 0;
  for (std::uint32_t t = begin; t + 1 < at; ++t) {
    body = body || (key == "for" && (word(t).flags & of_is_group) != 0 && keys_[t + 1] == "of");
  }
  // "the Advancement of Colored People" goes on behind "Association for".
  if (!body && (key != "of" || ((before.flags & takes_of) == 0 && !joined_over_for(begin, at))))
    return at;
  const bool plain = ordinary(next) && (word(next).flags & given_any) == 0;
  if ((key == "against" || key == "on") && !plain) return at;
  if (key == "for" && !plain && (known_group({next, next + 1}) || given_before_name(next)))
    return at;
  if (key == "for" && keys_[at - 1] == "party" && !plain) return at;
  // "Army of Iraq" and "University of Mosul" join; "Party of" with a person does not.
  if (lone && analysis_.tokens[begin].shape.sentence_start &&
      !capitalised_.contains(keys_[begin]) && key != "of") {
    return at;
  }
  return next + 1;
}

// "the Harris County Sheriff's Office": the capitalised words from `at` on tell a body.
bool NameReader::is_office(std::uint32_t at, std::uint32_t end) {
  while (at + 1 < end && is_name_token(at + 1)) ++at;
  return word(at).last[0] > 0;
}

// "52nd Street", "West 34th street": the number of a street, before the noun.
bool NameReader::numbers_street(std::uint32_t at, std::uint32_t end) const {
  const Token& t = analysis_.tokens[at];
  if (!t.shape.has_digit || t.shape.number || at + 1 >= end) return false;
  return lists_.context(keys_[at + 1], ContextClass::street);
}

// An ordinary word with a capital that no person bears.
bool NameReader::tells_task(std::uint32_t token, std::uint32_t end) {
  return token < end && is_name_token(token) && ordinary(token) &&
         (word(token).flags & (given_any | surname)) == 0;
}

// "Bureau of Alcohol, Tobacco and Firearms": a body's tasks, ordinary words with capitals.
bool NameReader::listed_tasks(std::uint32_t begin, std::uint32_t at, std::uint32_t end) {
  const auto task = [&](std::uint32_t t) {
    if (t >= end || !is_name_token(t) || !ordinary(t)) return false;
    return tells_task(t, end) || tells_task(t + 1, end);  // Urban Affairs
  };
  bool body = false;
  for (std::uint32_t t = begin; t + 1 < at; ++t) {
    const bool joint = keys_[t + 1] == "of" || keys_[t + 1] == "for" || keys_[t + 1] == "on";
    body = body || (joint && (word(t).flags & of_is_group) != 0);
  }
  if (!body || !task(at - 1)) return false;
  std::uint32_t t = at;
  while (t + 1 < end && keys_[t] == "," && task(t + 1)) {
    t += 2;
    while (task(t)) ++t;
  }
  if (t < end && keys_[t] == ",") ++t;
  return t > at + 1 && t + 1 < end && keys_[t] == "and" && task(t + 1);
}

std::uint32_t NameReader::join_over_and(std::uint32_t begin, std::uint32_t at, std::uint32_t end) {
  if (keys_[at] != "and" && keys_[at] != "&") return at;
  const std::uint32_t next = at + 1;
  if (next >= end || !is_name_token(next)) return at;
  if (keys_[at] == "&") return next + 1;
  const bool given =
      (word(next).flags & given_any) != 0 && !tells_task(next + 1, end);  // Urban Affairs
  if (!ordinary(next) || given || !ordinary(at - 1)) return at;
  bool over_of = false;
  for (std::uint32_t t = begin; t + 1 < at; ++t) {
    const bool joint = keys_[t + 1] == "of" || keys_[t + 1] == "for" || keys_[t + 1] == "on";
    over_of = over_of || ((word(t).flags & takes_of) != 0 && joint);
  }
  if (over_of) return next + 1;
  std::uint32_t last = next;
  while (last + 1 < end && is_name_token(last + 1)) ++last;
  if (word(at - 1).last[0] > 0) return at;  // two bodies, not one
  return last > next && word(last).last[0] >= 60 ? last + 1 : at;
}

// Past what joins the name on at `at`: `at` itself when the name ends there.
std::uint32_t NameReader::join(std::uint32_t begin, std::uint32_t at, std::uint32_t end) {
  const Token& t = analysis_.tokens[at];
  const bool tied = !t.shape.space_before;
  if (!tied && new_line_before(at)) return at;
  const bool closed = at > begin + 1 && (word(at - 1).flags & closing) != 0 && !tied;
  const bool of_land = keys_[at] == "of" && join_over_of(begin, at, end) != at;
  if (closed && (word(at).flags & corporate) == 0 && keys_[at] != "&" && !of_land) return at;
  const auto capital_follows = [&](std::uint32_t token) {
    return token < end && is_name_token(token);
  };
  if (hyphen(at) && tied && at + 1 < end && !analysis_.tokens[at + 1].shape.space_before) {
    if (capital_follows(at + 1)) return at + 2;
    const bool small = (word(at + 1).flags & (particle | joined)) != 0 ||
                       analysis_.tokens[at + 1].span.size() <= 2;
    const bool inner = small && at + 3 < end && hyphen(at + 2) && capital_follows(at + 3);
    if (inner) return at + 4;
    const bool unheard = at >= begin + 2 && analysis_.tokens[at + 1].span.size() > 2 &&
                         lexicon_.commonness(analysis_.tokens[at + 1].folded) == 100 &&
                         lexicon_.commonness(analysis_.tokens[at - 1].folded) == 100;
    return unheard || second_syllable(begin, at) ? at + 2 : at;  // Banharn Silpa-archa
  }
  if (keys_[at] == "'s" && owned_.contains(keys_[at - 1])) return at + 1;
  if (at == begin + 1 && lists_.context(keys_[begin], ContextClass::quarter) &&
      numbers_street(at, end)) {
    return at + 2;  // West 34th Street
  }
  if (t.tag == Tag::open_quote) return join_nickname(begin, at, end);
  if (is_name_token(at)) {
    if (counted(at)) return at;
    // "in Hanover, N.H. Fox News": a state's abbreviation may end a sentence.
    const bool state = at == begin + 1 && analysis_.tokens[begin].folded.ends_with('.') &&
                       place_facts({begin, at}).feature == Feature::province;
    if (state && place_facts({begin, at}).places > 0) return at;
    // "Harald Moen OSLO": a byline and the dateline after it.
    const TokenRange place = analysis_.sentences[t.sentence].dateline.place;
    if (!place.empty() && place.begin == at) return at;
    if (hidden({at, at + 1}) == HiddenClass::time && (word(at).flags & given_any) == 0) return at;
    return at + 1;
  }
  if ((keys_[at] == "'s" || keys_[at] == "'") && capital_follows(at + 1)) {
    const bool bears = (word(at + 1).flags & (given_any | surname)) != 0;
    const bool person = bears && (!ordinary(at + 1) || known_group({begin, at}));
    const bool many = keys_[at] == "'" && ordinary(at - 1) && keys_[at - 1].ends_with('s') &&
                      word(at - 1).last[1] == 0 && !person;  // the Chargers' Jackson
    if (many || (word(at - 1).flags & owner) != 0) return at + 2;
    if ((word(at - 1).flags & holder) != 0 && is_office(at + 1, end)) return at + 2;
  }
  if (keys_[at] == "," && listed_tasks(begin, at, end)) return at + 2;
  if (keys_[at] == "," && at + 1 < end) {
    const std::uint32_t flags = word(at + 1).flags;
    const bool capital = analysis_.tokens[at + 1].shape.capitalised;
    return capital && (flags & (junior | corporate)) != 0 && keys_[at + 1].size() > 1 ? at + 2 : at;
  }
  if ((word(at).flags & particle) != 0) {
    std::uint32_t next = at + 1;
    while (next < end && (hyphen(next) || (word(next).flags & particle) != 0)) ++next;
    if (next < end && next - at <= 4 && analysis_.tokens[next].shape.capitalised &&
        is_name_token(next)) {
      return next + 1;
    }
    return at;
  }
  const std::uint32_t over = join_over_of(begin, at, end);
  if (over != at) return over;
  const std::uint32_t told = join_initials(begin, at, end);
  return told != at ? told : join_over_and(begin, at, end);
}

// "Marta "Red" Kovel": a nickname in quotes between a given name and a surname.
std::uint32_t NameReader::join_nickname(std::uint32_t begin, std::uint32_t at, std::uint32_t end) {
  constexpr std::uint32_t reach = 4;  // tokens inside the quotes, and the quote
  if (at > begin + 2 || (word(begin).flags & given_any) == 0) return at;
  std::uint32_t close = at + 1;
  while (close < end && close <= at + reach && analysis_.tokens[close].shape.capitalised) ++close;
  const bool quoted =
      close > at + 1 && close + 1 < end && analysis_.tokens[close].tag == Tag::close_quote;
  const bool goes_on = quoted && is_name_token(close + 1) && !new_line_before(close + 1);
  return goes_on && (word(close + 1).flags & given_any) == 0 ? close + 2 : at;
}

// "U.N. Interim Force in Lebanon (UNIFIL)": a preposition and the capitals behind it belong to the
// name when the initials in brackets say so.
std::uint32_t NameReader::join_initials(std::uint32_t begin, std::uint32_t at, std::uint32_t end) {
  constexpr std::uint32_t reach = 5;  // tokens
  const Token& joint = analysis_.tokens[at];
  if (joint.tag != Tag::IN && joint.tag != Tag::CC && joint.tag != Tag::TO) return at;
  std::string all;
  std::string capitals;
  std::uint32_t next = at;
  for (; next < end && next < at + reach; ++next) {
    const Token& t = analysis_.tokens[next];
    if (t.shape.punctuation) break;
    all += t.folded.substr(0, 1);
    if (t.shape.capitalised) capitals += t.folded.substr(0, 1);
  }
  if (capitals.empty() || next + 2 >= end || !analysis_.tokens[next - 1].shape.capitalised ||
      analysis_.tokens[next].tag != Tag::open_bracket ||
      !analysis_.tokens[next + 1].shape.all_capitals ||
      analysis_.tokens[next + 2].tag != Tag::close_bracket) {
    return at;
  }
  const std::string_view initials = keys_[next + 1];
  const bool whole = initials.size() > capitals.size() + 1 &&
                     initials.starts_with(analysis_.tokens[begin].folded.substr(0, 1));
  return whole && (initials.ends_with(all) || initials.ends_with(capitals)) ? next : at;
}

// "Flight 447", "Group C": a noun with its number is no part of a name before it.
bool NameReader::counted(std::uint32_t token) const {
  if (token + 1 >= analysis_.tokens.size()) return false;
  const Token& next = analysis_.tokens[token + 1];
  return lists_.context(keys_[token], ContextClass::numbered) &&
         (next.shape.number || (next.shape.capitalised && next.span.size() == 1));
}

}  // namespace nutgraf
