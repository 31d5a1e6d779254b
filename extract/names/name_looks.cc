// Whether a token may be part of a name by its looks and by its place in the sentence.
#include <algorithm>

#include "extract/names/name_reader.h"

namespace nutgraf {
namespace {

// File names, addresses, paths: "report_2.pdf", "www.x.org"; not "u.s." and not "st."
bool is_address(std::string_view word) {
  if (word.find_first_of("_@/\\") != std::string_view::npos) return true;
  const std::size_t dot = word.find('.');
  return dot != std::string_view::npos && dot > 1 && dot + 1 < word.size();
}

}  // namespace

bool NameReader::closed_class(Tag tag) {
  switch (tag) {
    case Tag::CC:
    case Tag::DT:
    case Tag::EX:
    case Tag::IN:
    case Tag::MD:
    case Tag::PDT:
    case Tag::PRP:
    case Tag::PRPS:
    case Tag::TO:
    case Tag::UH:
    case Tag::WDT:
    case Tag::WP:
    case Tag::WPS:
    case Tag::WRB:
      return true;
    default:
      return false;
  }
}

bool NameReader::known_word(std::uint32_t token) {
  const NameWord& entry = word(token);
  if ((entry.flags & (given_any | surname)) != 0 && !ordinary(token)) return true;
  if ((entry.flags & renowned) != 0) return true;
  if (inflected(token)) return known_group({token, token + 1}).has_value();
  const NameFacts facts = place_facts({token, token + 1});
  if (facts.places > 0 && facts.commonness > 50) return true;
  return known_group({token, token + 1}).has_value();
}

// "V. Drakes": a letter with its dot before a capital.
bool NameReader::initial(std::uint32_t token) const {
  const Token& t = analysis_.tokens[token];
  if (t.folded.size() != 2 || t.folded[1] != '.' || token + 1 >= analysis_.tokens.size()) {
    return false;
  }
  const Token& next = analysis_.tokens[token + 1];
  return next.sentence == t.sentence && next.shape.capitalised && next.shape.space_before;
}

// "Teel Holdings Inc" on a line of its own: an ordinary word between another capital and the end of
// a company's name.
bool NameReader::before_corporate_end(std::uint32_t token) const {
  constexpr std::uint32_t reach = 3;  // tokens
  const auto& tokens = analysis_.tokens;
  const std::uint32_t sentence = tokens[token].sentence;
  if (token == 0 || tokens[token - 1].sentence != sentence) return false;
  const bool led = tokens[token - 1].shape.capitalised || keys_[token - 1] == "'s";
  for (std::uint32_t t = token;
       led && t < std::min<std::uint32_t>(token + reach, static_cast<std::uint32_t>(tokens.size()));
       ++t) {
    if (tokens[t].sentence != sentence || !tokens[t].shape.capitalised) return false;
    if ((word(t).flags & closing) != 0) return true;
  }
  return false;
}

// "De Silva 8-0-40-1": a small word of surnames with a capital, before a capital.
bool NameReader::capital_particle(std::uint32_t token) const {
  if ((word(token).flags & joined) == 0 || token + 1 >= analysis_.tokens.size()) return false;
  const Token& t = analysis_.tokens[token];
  const Token& next = analysis_.tokens[token + 1];
  return next.sentence == t.sentence && next.shape.capitalised && next.shape.space_before &&
         !next.shape.punctuation && next.shape.all_capitals == t.shape.all_capitals &&
         !ordinary(token + 1);
}

// "It was a GREAT day": an ordinary word in capitals, with no other capitals beside it.
bool NameReader::shouted(std::uint32_t token) {
  const Token& t = analysis_.tokens[token];
  if (!t.shape.all_capitals || t.span.size() < 4 || !ordinary(token)) return false;
  const bool known = known_group({token, token + 1}).has_value();
  if ((is_verb(t.tag) || t.tag == Tag::MD) && !known) return true;  // you WILL fall in love
  if ((word(token).flags & (given_any | surname)) != 0 || known_word(token)) return false;
  const auto capital = [&](std::uint32_t other) {
    return other < analysis_.tokens.size() && analysis_.tokens[other].sentence == t.sentence &&
           analysis_.tokens[other].shape.all_capitals && !ordinary(other);
  };
  return !capital(token + 1) && (token == 0 || !capital(token - 1));
}

// "Separatists shot …": the plural of a noun for people or bodies, and no name that is known.
bool NameReader::many_people(std::uint32_t token) {
  const std::string_view word = analysis_.tokens[token].folded;
  return word.ends_with('s') && lists_.actor(word.substr(0, word.size() - 1)).has_value() &&
         !known_word(token);
}

// "MPs", "CEOs": initials of a noun for people, in the plural.
bool NameReader::plural_initials(std::uint32_t token) const {
  const std::string_view word = analysis_.words({token, token + 1});
  if (word.size() < 3 || word.back() != 's') return false;
  const std::string_view one = word.substr(0, word.size() - 1);
  return std::all_of(one.begin(), one.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
         lists_.actor(analysis_.tokens[token].folded.substr(0, one.size())).has_value();
}

// Half of the sentences begin with a small letter, or the writer says "i" of himself.
bool NameReader::careless_writer() const {
  std::size_t small = 0;
  for (const Sentence& sentence : analysis_.sentences) {
    const Token& first = analysis_.tokens[sentence.tokens.begin];
    if (is_letter_word(first) && !first.shape.capitalised && !first.shape.has_digit) ++small;
  }
  const bool self =
      std::any_of(analysis_.tokens.begin(), analysis_.tokens.end(), [](const Token& token) {
        return token.folded == "i" && token.tag == Tag::PRP && !token.shape.capitalised;
      });
  return self || small * 2 > analysis_.sentences.size();
}

// "i live in san francisco": the end of a well-known place without capitals behind a preposition,
// or of its land behind such a place; the token itself when there is none. A land counts behind a
// preposition in any report, and anywhere in one whose writer does without capitals.
std::uint32_t NameReader::uncapitalised_place(std::uint32_t token, std::uint32_t end) {
  constexpr int well_known = 135;  // prominence of a city of 200,000 or so
  constexpr int great = 165;       // of a land of two million or so
  const Token& first = analysis_.tokens[token];
  if (token == 0 || first.shape.punctuation || closed_class(first.tag)) return token;
  const Token& before = analysis_.tokens[token - 1];
  const bool inside = before.sentence == first.sentence;
  const bool led = inside && (before.tag == Tag::IN || before.tag == Tag::TO) &&
                   (lists_.context(before.folded, ContextClass::locative) ||
                    lists_.context(before.folded, ContextClass::toward));
  const bool goes_on = !found_.empty() && found_.back().tokens.end == token && inside;
  if (!careless_ && !led) return token;
  std::uint32_t last = token + std::uint32_t{place_facts({token, token + 1}).longest};
  for (last = std::min(std::max(last, token + 1), end); last > token; --last) {
    if (analysis_.tokens[last - 1].shape.punctuation) continue;
    const NameFacts facts = place_facts({token, last});
    if (facts.prominence < well_known || facts.commonness <= 50) continue;
    bool plain = true;  // nothing but ordinary words: the far north
    bool small = true;
    for (std::uint32_t t = token; t < last; ++t) {
      plain = plain && ordinary(t);
      small = small && !analysis_.tokens[t].shape.capitalised;
    }
    if (plain || !small || (!careless_ && last > token + 1)) continue;
    const bool land = facts.feature == Feature::country || facts.feature == Feature::province;
    constexpr std::uint32_t of_persons = given_any | surname;
    const bool surely = land && facts.prominence >= great && (word(token).flags & of_persons) == 0;
    if (surely || (careless_ && (led || (goes_on && land)))) return last;
  }
  return token;
}

// "Mark Woodforde": a given name that is an ordinary word too, before a word that is none.
bool NameReader::given_before_name(std::uint32_t token) const {
  if ((word(token).flags & given_any) == 0 || token + 1 >= analysis_.tokens.size()) return false;
  const Token& next = analysis_.tokens[token + 1];
  return next.sentence == analysis_.tokens[token].sentence && next.shape.capitalised &&
         !ordinary(token + 1);
}

// "Moin Khan": a surname that is an ordinary word too, behind a given name.
bool NameReader::surname_after_given(std::uint32_t token) const {
  if ((word(token).flags & surname) == 0 || token == 0) return false;
  const Token& before = analysis_.tokens[token - 1];
  return before.sentence == analysis_.tokens[token].sentence && before.shape.capitalised &&
         (word(token - 1).flags & given_any) != 0 && !ordinary(token - 1);
}

// "Nice 0", "PHOENIX AT BUFFALO" in a table of sport: a town's name that is an ordinary word too.
bool NameReader::row_of_place(std::uint32_t token) {
  const Token& t = analysis_.tokens[token];
  const auto in_sentence = [&](std::uint32_t other) {
    return other < analysis_.tokens.size() && analysis_.tokens[other].sentence == t.sentence;
  };
  const auto parts_sides = [&](std::uint32_t other) {
    return in_sentence(other) &&
           (analysis_.tokens[other].folded == "at" || analysis_.tokens[other].folded == "v");
  };
  const bool figure = in_sentence(token + 1) && analysis_.tokens[token + 1].shape.number;
  const bool fixture =
      t.shape.all_capitals && (parts_sides(token + 1) || (token > 0 && parts_sides(token - 1)));
  return (figure || fixture) && place_facts({token, token + 1}).places > 0 &&
         !lists_.context(keys_[token], ContextClass::sport);
}

// "SELES DOWNS DATE": a form of an ordinary word in a headline of capitals.
bool NameReader::ordinary_form(std::uint32_t token) const {
  return ordinary(token) || inflected(token);
}

bool NameReader::inflected(std::uint32_t token) const {
  const Token& t = analysis_.tokens[token];
  return t.shape.all_capitals && t.folded != t.lemma && (is_verb(t.tag) || is_common_noun(t.tag)) &&
         lexicon_.commonness(t.lemma) <= 50;
}

// "SOCCER", "CAPS", "STANDINGS": heads of pages and columns of sport.
bool NameReader::table_word(std::uint32_t token) {
  const Token& t = analysis_.tokens[token];
  const bool figures = t.shape.sentence_start && token + 1 < analysis_.tokens.size() &&
                       (analysis_.tokens[token + 1].tag == Tag::open_bracket ||
                        analysis_.tokens[token + 1].shape.number);
  if (!t.shape.all_capitals) {
    return figures && lists_.context(keys_[token], ContextClass::table_head);  // Total (all out)
  }
  const bool head = lists_.context(keys_[token], ContextClass::sport_head) ||
                    lists_.context(keys_[token], ContextClass::table_head);
  return head && !known_group({token, token + 1});
}

bool NameReader::is_name_token(std::uint32_t token) {
  constexpr std::uint8_t no = 1;
  constexpr std::uint8_t yes = 2;
  if (looks_[token] == 0) looks_[token] = looks_like_name(token) ? yes : no;
  return looks_[token] == yes;
}

// The first word of its sentence, or of what follows a head in capitals: "LIMASSOL - Court
// hearing".
bool NameReader::begins_sentence(std::uint32_t token) const {
  constexpr std::uint32_t longest_head = 8;  // tokens
  const Token& t = analysis_.tokens[token];
  if (t.shape.sentence_start) return true;
  const std::uint32_t begin = analysis_.sentences[t.sentence].tokens.begin;
  if (token < begin + 2 || token > begin + longest_head) return false;
  const Token& dash = analysis_.tokens[token - 1];
  if (dash.tag != Tag::colon || !dash.shape.space_before || !t.shape.space_before) return false;
  return std::all_of(&analysis_.tokens[begin], &analysis_.tokens[token - 1], [](const Token& head) {
    return head.shape.all_capitals || head.shape.punctuation || head.shape.number;
  });
}

// Whether the token may be part of a name by its looks and its place in the sentence.
bool NameReader::looks_like_name(std::uint32_t token) {
  const Token& t = analysis_.tokens[token];
  if (!t.shape.capitalised || t.shape.punctuation || t.shape.number) return false;
  if (page_.sport && table_word(token)) return false;
  if (page_.sport && (t.folded == "v" || t.folded == "vs")) return false;  // PAKISTAN V ENGLAND
  if (initial(token) || capital_particle(token)) return true;
  if (t.span.size() == 1 && token > 0 &&
      lists_.context(analysis_.tokens[token - 1].folded, ContextClass::numbered)) {
    return false;  // group C
  }
  if (t.folded.ends_with('$')) return false;  // C$
  if (lists_.context(keys_[token], ContextClass::pronoun) && keys_[token] != "us") return false;
  const bool company =
      t.folded.ends_with(".com") && known_group({token, token + 1}).has_value();  // Amazon.com
  if (!company && (t.tag == Tag::ADD || is_address(t.folded))) return false;
  if (titled(t.sentence)) {
    if (closed_class(t.tag)) return false;
    if (capitalised_.contains(keys_[token])) return true;
    if (page_.sport && t.shape.all_capitals && place_facts({token, token + 1}).places > 0 &&
        (!ordinary_form(token) || row_of_place(token))) {
      return true;
    }
    if (lower_.contains(keys_[token])) return false;
    if (surname_after_given(token) || before_corporate_end(token)) return true;
    return !ordinary_form(token) || known_word(token) || given_before_name(token);
  }
  if (page_.sport && row_of_place(token)) return true;
  if (t.shape.sentence_start && t.shape.all_capitals && t.span.size() > 2 &&
      analysis_.sentences[t.sentence].dateline.place.contains(token)) {
    return true;  // PALE, Bosnia 1996-11-10
  }
  if (shouted(token) || plural_initials(token)) return false;
  if (t.shape.all_capitals && (t.tag == Tag::IN || t.tag == Tag::CC || t.tag == Tag::TO)) {
    return false;  // NEW JERSEY AT PHILADELPHIA
  }
  if (!begins_sentence(token)) return !closed_class(t.tag) || t.shape.all_capitals;
  if (!t.shape.all_capitals && lists_.context(keys_[token], ContextClass::never_first)) {
    return false;
  }
  if (capitalised_.contains(keys_[token])) return true;
  if (closed_class(t.tag) || is_adverb(t.tag)) return false;
  if (many_people(token)) return false;
  if (is_proper_noun(t.tag)) return true;
  if (lower_.contains(keys_[token])) return false;
  if (!ordinary(token)) return true;
  // "Total downtime was an hour": an adjective before its noun.
  const bool modifies = is_adjective(t.tag) && token + 1 < analysis_.tokens.size() &&
                        is_common_noun(analysis_.tokens[token + 1].tag) &&
                        !analysis_.tokens[token + 1].shape.capitalised;
  return known_word(token) && !modifies;
}

// "Kim Dae-jung", "Koo Chen-fu": a small second syllable behind the hyphen at `at`.
bool NameReader::second_syllable(std::uint32_t begin, std::uint32_t at) const {
  const std::uint32_t second = at + 1;
  const bool syllables = (word(second).flags & syllable) != 0 &&
                         (word(at - 1).flags & (syllable | given_any | surname)) != 0;
  const bool after_name = at >= begin + 2 && analysis_.tokens[at - 2].shape.capitalised;
  if (syllables && !ordinary(second)) return true;
  if (!after_name) return false;
  if ((word(at - 2).flags & east_surname) != 0 && (syllables || !ordinary(second))) return true;
  constexpr std::size_t longest = 6;  // letters
  const bool small = analysis_.tokens[second].span.size() <= longest;
  const bool known = (word(second).flags & (syllable | given_any | surname)) != 0;
  return small && (word(at - 2).flags & (surname | syllable)) != 0 &&
         (known || lexicon_.commonness(analysis_.tokens[second].folded) > 50);
}

}  // namespace nutgraf
