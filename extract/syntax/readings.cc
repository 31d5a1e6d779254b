#include "extract/syntax/readings.h"

#include <algorithm>

#include "extract/text/fold.h"

namespace nutgraf {
namespace {

// 1000 ln p of what case says: a capital inside a sentence on a word that is no name, a small
// letter on a name, a headline's capital on a name.
constexpr std::int32_t capital_on_common_word = -5000;
constexpr std::int32_t capital_on_closed_word = -1500;
constexpr std::int32_t small_on_name = -5500;
constexpr std::int32_t title_on_name = -400;

// The first byte of letters behind Latin, Greek, Cyrillic, Hebrew and Arabic.
constexpr unsigned char first_of_other_scripts = 0xE3;

// 1000 ln of how many times rarer than the commonest a reading may be.
constexpr std::int32_t rarest = 5000;

// 1000 ln of counts: how often a capitalised word that is otherwise known is a name.
constexpr std::int32_t one_in_fifty = -3912;
constexpr std::int32_t half_a_time = 6215;
constexpr std::int32_t start_of_sentence = 1500;

bool letters(const Token& token) { return !token.shape.punctuation && !token.shape.number; }

// Articles, prepositions, pronouns and the like: in names too they keep their tags.
bool closed(Tag tag) {
  switch (tag) {
    case Tag::DT:
    case Tag::IN:
    case Tag::CC:
    case Tag::TO:
    case Tag::PRP:
    case Tag::MD:
    case Tag::WP:
    case Tag::WDT:
    case Tag::WRB:
    case Tag::EX:
      return true;
    default:
      return false;
  }
}

// "iPhone", "eBay".
bool capital_inside(std::string_view written) {
  const bool small = written.front() >= 'a' && written.front() <= 'z';
  return small &&
         std::any_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool has_letters(std::string_view folded) {
  return std::any_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' || c < 0; });
}

bool is_ordinal(std::string_view folded) {
  return folded.ends_with("th") || folded.ends_with("st") || folded.ends_with("nd") ||
         folded.ends_with("rd");
}

}  // namespace

CaseStyle case_style(const Analysis& desk, TokenRange tokens) {
  std::uint32_t words = 0;
  std::uint32_t capitals = 0;
  std::uint32_t long_words = 0;
  std::uint32_t capitalised = 0;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = desk.tokens[i];
    if (!letters(token) || token.shape.has_digit || token.folded.front() == '\'') continue;
    ++words;
    capitals += token.shape.all_capitals ? 1 : 0;
    if (token.folded.size() < 4) continue;
    ++long_words;
    capitalised += token.shape.capitalised ? 1 : 0;
  }
  if (words >= 4 && capitals * 10 >= words * 8) return CaseStyle::capitals;
  if (long_words >= 4 && capitalised * 10 >= long_words * 9) return CaseStyle::title;
  return CaseStyle::sentence;
}

void Unit::add(TagClass tag_class, std::int32_t weight) {
  for (std::uint32_t i = 0; i < count; ++i) {
    if (classes.at(i) != tag_class) continue;
    weights.at(i) = std::max(weights.at(i), weight);
    return;
  }
  if (count < most) {
    classes.at(count) = tag_class;
    weights.at(count++) = weight;
    return;
  }
  const auto worst = std::min_element(weights.begin(), weights.end());
  if (*worst >= weight) return;
  *worst = weight;
  classes.at(static_cast<std::size_t>(worst - weights.begin())) = tag_class;
}

bool is_address(std::string_view folded) {
  if (folded.size() < 5) return false;
  return folded.starts_with("www.") || folded.find("://") != std::string_view::npos ||
         folded.find('@', 1) != std::string_view::npos;
}

bool joins(const Analysis& desk, std::uint32_t token) {
  if (token == 0 || token + 1 >= desk.tokens.size()) return false;
  const Token& hyphen = desk.tokens[token];
  if (hyphen.folded != "-" || hyphen.shape.space_before) return false;
  const Token& after = desk.tokens[token + 1];
  return !after.shape.space_before && !after.shape.punctuation &&
         !desk.tokens[token - 1].shape.punctuation && after.sentence == hyphen.sentence &&
         desk.tokens[token - 1].sentence == hyphen.sentence;
}

std::uint32_t unit_end(const Analysis& desk, std::uint32_t begin, std::uint32_t sentence_end) {
  constexpr std::uint32_t longest = 15;
  std::uint32_t end = begin + 1;
  while (end + 1 < sentence_end && end < begin + longest && joins(desk, end)) end += 2;
  return end;
}

void Reader::add_share(Unit& unit, Tag tag, std::uint64_t per_mille) const {
  const TagClass tag_class = model_.class_of(tag);
  unit.add(tag_class, model_.weight_of_count(tag_class, per_mille));
}

void Reader::weigh_case(const Token& token, std::string_view written, CaseStyle style,
                        Unit& unit) const {
  if (token.shape.punctuation || token.shape.number) return;
  if (capital_inside(written)) return;
  const bool capital = token.shape.capitalised;
  const bool told = capital && style == CaseStyle::sentence && !token.shape.sentence_start;
  const bool capital_adjective = (lexicon_.flags(token.word) & word_is_capital_adjective) != 0;
  // A capitalised word may be a name whatever the lexicon says of it.
  if (capital) {
    std::int32_t most = 0;
    bool closed_word = false;
    for (std::uint32_t i = 0; i < unit.count; ++i) {
      const std::int32_t count =
          model_.log_count({unit.classes.at(i), 0, static_cast<std::int16_t>(unit.weights.at(i))});
      if (count <= most) continue;
      most = count;
      closed_word = closed(model_.tag_of(unit.classes.at(i)));
    }
    const TagClass name = model_.class_of(Tag::NNP);
    const std::int32_t as_often = told ? one_in_fifty : 2 * one_in_fifty;
    const std::int32_t at_least = told ? half_a_time : half_a_time - start_of_sentence;
    const std::int32_t count = closed_word ? 0 : std::max(most + as_often, at_least);
    unit.add(name, count - model_.log_count({name, 0, 0}));
  }
  for (std::uint32_t i = 0; i < unit.count; ++i) {
    const Tag tag = model_.tag_of(unit.classes.at(i));
    std::int32_t& weight = unit.weights.at(i);
    if (is_proper_noun(tag)) {
      if (!capital) weight += small_on_name;
      if (capital && style != CaseStyle::sentence) weight += title_on_name;
    } else if (told && closed(tag)) {
      weight += capital_on_closed_word;
    } else if (told && !(capital_adjective && tag == Tag::JJ)) {
      weight += capital_on_common_word;
    }
  }
}

// An apostrophe is a possessive after s, x or z; else it is a quotation mark.
void Reader::read_apostrophe(const Analysis& desk, const Token& token, Unit& unit) const {
  const std::size_t index = static_cast<std::size_t>(&token - desk.tokens.data());
  const bool after = index > 0 && !token.shape.space_before;
  const char last = after ? desk.tokens[index - 1].folded.back() : ' ';
  const bool possessive = last == 's' || last == 'x' || last == 'z';
  unit.add(possessive ? model_.class_of(Tag::POS) : model_.punctuation(), 0);
}

void Reader::read_word(const Token& token, std::string_view written, CaseStyle style,
                       Unit& unit) const {
  const std::string_view folded = token.folded;
  if (token.shape.punctuation) {
    const auto tag = model_.symbol(written);
    const bool classed = tag && *tag < Tag::HYPH;
    unit.add(classed ? model_.class_of(*tag) : model_.punctuation(), 0);
    return;
  }
  if (token.shape.has_digit) {
    if (folded.ends_with('.') || folded.ends_with(')')) {
      unit.add(model_.class_of(Tag::LS), 0);
    } else if (!has_letters(folded)) {  // a number, a telephone number, a score
      add_share(unit, Tag::CD, 990);
    } else if (is_ordinal(folded)) {
      add_share(unit, Tag::JJ, 900);
      add_share(unit, Tag::NN, 100);
    } else if (folded.back() == 's' && !token.shape.all_capitals) {
      add_share(unit, Tag::NNS, 900);
    } else if (token.shape.capitalised) {
      add_share(unit, Tag::NNP, 900);
      add_share(unit, Tag::NN, 60);
    } else {
      add_share(unit, Tag::CD, 400);
      add_share(unit, Tag::NN, 300);
      add_share(unit, Tag::NNP, 100);
    }
    return;
  }
  if (static_cast<unsigned char>(folded.front()) >= first_of_other_scripts) {
    add_share(unit, Tag::FW, 900);
    return;
  }
  for (const TagModel::Reading& reading : model_.readings(token.word)) {
    unit.add(reading.tag_class, reading.weight);
  }
  if (unit.count == 0) {
    for (const TagModel::Reading& reading : model_.guess(folded)) {
      unit.add(reading.tag_class, reading.weight);
    }
    if (token.shape.capitalised || capital_inside(written)) {
      add_share(unit, Tag::NNP, 4000);
      if (folded.ends_with('s') && folded.size() > 4) add_share(unit, Tag::NNPS, 60);
    } else {
      add_share(unit, Tag::FW, 4);
    }
  }
  weigh_case(token, written, style, unit);
}

void Reader::read_compound(const Analysis& desk, CaseStyle style, Unit& unit) const {
  const Token& first = desk.tokens[unit.tokens.begin];
  const Token& last = desk.tokens[unit.tokens.end - 1];
  if (last.shape.has_digit && first.shape.has_digit) {
    add_share(unit, Tag::CD, 900);
    return;
  }
  const bool names = first.shape.capitalised && last.shape.capitalised;
  if ((names && style == CaseStyle::sentence) || last.word == 0) {
    if (last.shape.capitalised) {
      add_share(unit, Tag::NNP, 900);
      const bool adjective = (lexicon_.flags(last.word) & word_is_capital_adjective) != 0;
      if (adjective) add_share(unit, Tag::JJ, 2000);
      return;
    }
  }
  Unit part;
  read_word(last, cut(desk.text(), last.span), style, part);
  std::int32_t best = -1000000;
  Tag tag = Tag::NN;
  for (std::uint32_t i = 0; i < part.count; ++i) {
    const std::int32_t weight = part.weights.at(i) + model_.log_count({part.classes.at(i), 0, 0});
    if (weight > best) {
      best = weight;
      tag = model_.tag_of(part.classes.at(i));
    }
  }
  const bool counted = first.shape.has_digit || first.tag == Tag::CD;
  switch (tag) {
    case Tag::VBN:
    case Tag::VBD:
      add_share(unit, Tag::JJ, 880);
      add_share(unit, Tag::VBN, 60);
      add_share(unit, Tag::VBD, 30);
      break;
    case Tag::VBG:
      add_share(unit, Tag::JJ, 550);
      add_share(unit, Tag::NN, 400);
      add_share(unit, Tag::VBG, 50);
      break;
    case Tag::NNS:
      add_share(unit, Tag::NNS, 950);
      break;
    case Tag::NN:
      add_share(unit, Tag::NN, counted ? 150 : 550);
      add_share(unit, Tag::JJ, counted ? 850 : 450);
      break;
    case Tag::NNP:
    case Tag::NNPS:
      add_share(unit, Tag::NNP, 700);
      add_share(unit, Tag::JJ, 250);
      break;
    default:
      add_share(unit, Tag::JJ, 850);
      add_share(unit, Tag::NN, 100);
      add_share(unit, Tag::RB, 50);
  }
}

void Reader::read(const Analysis& desk, CaseStyle style, Unit& unit) const {
  unit.clear();
  const Token& first = desk.tokens[unit.tokens.begin];
  if (unit.tokens.size() == 1 && first.folded == "'") {
    read_apostrophe(desk, first, unit);
  } else if (unit.tokens.size() == 1) {
    read_word(first, cut(desk.text(), first.span), style, unit);
  } else {
    read_compound(desk, style, unit);
  }
  drop_rare(unit);
}

// Drops the readings that are too rare to be chosen.
void Reader::drop_rare(Unit& unit) const {
  const auto frequency = [&](std::uint32_t i) {
    return unit.weights.at(i) + model_.log_count({unit.classes.at(i), 0, 0});
  };
  std::int32_t most = frequency(0);
  for (std::uint32_t i = 1; i < unit.count; ++i) most = std::max(most, frequency(i));
  std::uint32_t kept = 0;
  for (std::uint32_t i = 0; i < unit.count; ++i) {
    if (frequency(i) + rarest < most) continue;
    unit.classes.at(kept) = unit.classes.at(i);
    unit.weights.at(kept++) = unit.weights.at(i);
  }
  unit.count = kept;
}

Tag Reader::likeliest(const Analysis& desk, const Token& token, CaseStyle style) const {
  Unit part;
  read_word(token, cut(desk.text(), token.span), style, part);
  std::int32_t best = -1000000;
  Tag out = Tag::NN;
  for (std::uint32_t i = 0; i < part.count; ++i) {
    const std::int32_t weight = part.weights.at(i) + model_.log_count({part.classes.at(i), 0, 0});
    if (weight > best) {
      best = weight;
      out = model_.tag_of(part.classes.at(i));
    }
  }
  return out;
}

void Reader::tag_parts(Analysis& desk, CaseStyle style, TokenRange parts, Tag chosen) const {
  const bool named = parts.begin > 0 && desk.tokens[parts.begin].shape.capitalised &&
                     desk.tokens[parts.begin - 1].tag == Tag::NNP;
  for (std::uint32_t i = parts.begin; i < parts.end; ++i) {
    Token& token = desk.tokens[i];
    if ((i - parts.begin) % 2 == 1) {
      token.tag = Tag::HYPH;
      continue;
    }
    const bool last = i + 1 == parts.end;
    token.tag = likeliest(desk, token, style);
    const bool of_name = named && last && is_common_noun(token.tag);  // "Kwok-kin"
    if (chosen == Tag::NNP && !token.shape.has_digit &&
        (token.shape.capitalised || token.word == 0 || of_name)) {
      token.tag = Tag::NNP;
    } else if (token.tag == Tag::VBD || (!last && token.tag == Tag::VB)) {
      token.tag = last ? Tag::VBN : Tag::NN;
    }
  }
}

}  // namespace nutgraf
