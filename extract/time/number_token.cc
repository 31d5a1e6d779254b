#include "extract/time/number_token.h"

#include <array>
#include <utility>

namespace nutgraf {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

// "2016/11/03", "3.11.16": the three numbers, or nothing. `mark` is '-', '/' or '.'.
struct Triple {
  std::array<std::int32_t, 3> numbers{};
  std::array<std::size_t, 3> sizes{};
  char mark = 0;
};

std::optional<Triple> triple(std::string_view words) {
  Triple out;
  std::size_t part = 0;
  for (const char c : words) {
    if (digit(c)) {
      if (++out.sizes[part] > 4) return std::nullopt;
      out.numbers[part] = out.numbers[part] * 10 + (c - '0');
    } else if ((c == '-' || c == '/' || c == '.') && part < 2 && (out.mark == 0 || out.mark == c)) {
      out.mark = c;
      ++part;
    } else {
      return std::nullopt;
    }
  }
  if (part != 2 || out.sizes[0] == 0 || out.sizes[1] == 0 || out.sizes[2] == 0) return std::nullopt;
  return out;
}

// The leading digits and what stands behind them.
struct Head {
  std::int32_t number = 0;
  std::size_t size = 0;
  std::string_view rest;
};

Head head(std::string_view words) {
  Head out;
  while (out.size < words.size() && out.size < 7 && digit(words[out.size])) {
    out.number = out.number * 10 + (words[out.size] - '0');
    ++out.size;
  }
  out.rest = words.substr(out.size);
  return out;
}

// 10:30, 10.30, 10:30:15 as minutes.
std::optional<std::int32_t> clock(const Head& h) {
  if (h.size == 0 || h.size > 2 || h.number > 24 || h.rest.size() < 3) return std::nullopt;
  if ((h.rest[0] != ':' && h.rest[0] != '.') || !digit(h.rest[1]) || !digit(h.rest[2])) {
    return std::nullopt;
  }
  const std::int32_t minutes = 10 * (h.rest[1] - '0') + (h.rest[2] - '0');
  const bool seconds =
      h.rest.size() == 6 && h.rest[3] == ':' && digit(h.rest[4]) && digit(h.rest[5]);
  if (minutes > 59 || (h.rest.size() != 3 && !seconds)) return std::nullopt;
  return 60 * h.number + minutes;
}

ClassMask whole_number(const Head& h, std::string_view words) {
  ClassMask classes = mask_of(WordClass::DIGITS);
  const std::int32_t n = h.number;
  if (h.size <= 2 && n >= 1 && n <= 31) classes |= mask_of(WordClass::DAY);
  if (h.size <= 2 && n >= 1 && n <= 12) classes |= mask_of(WordClass::MONTHNUM);
  if (h.size <= 2 && n <= 24) classes |= mask_of(WordClass::HOUR);
  if (h.size == 2) classes |= mask_of(WordClass::TWO);
  if (h.size <= 3 && n >= 1 && words.front() != '0') classes |= mask_of(WordClass::SMALLNUM);
  if (h.size == 3 && n >= 100) classes |= mask_of(WordClass::THREE);
  if (h.size == 4 && n >= 1000 && n <= 2999) classes |= mask_of(WordClass::YEAR);
  if (h.size == 4 && n >= 1900 && n <= 2099) classes |= mask_of(WordClass::RECENT);
  if (h.size == 4 && n <= 2400 && n % 100 < 60) classes |= mask_of(WordClass::MILITARY);
  return classes;
}

bool apostrophe_year(std::string_view words) {
  return words.size() == 3 && words[0] == '\'' && digit(words[1]) && digit(words[2]);
}

std::int32_t two_digit_year(std::int32_t number) { return number + (number < 50 ? 2000 : 1900); }

}  // namespace

ClassMask number_classes(std::string_view folded) {
  if (apostrophe_year(folded)) return mask_of(WordClass::YEAR2);
  const bool marked = !folded.empty() && folded.front() == '\'';
  const Head h = head(marked ? folded.substr(1) : folded);
  if (h.rest == "s" || h.rest == "'s") {
    const bool decade = (h.size == 4 || h.size == 2) && h.number % 10 == 0 && h.number >= 10;
    return decade ? mask_of(WordClass::DECADE) : 0;
  }
  if (h.size > 0 && h.rest.empty() && !marked) return whole_number(h, folded);
  ClassMask classes = 0;
  if (h.rest == "st" || h.rest == "nd" || h.rest == "rd" || h.rest == "th") {
    classes |= mask_of(WordClass::ORD);
    if (h.number >= 1 && h.number <= 31) classes |= mask_of(WordClass::DAYORD);
  }
  if (clock(h)) classes |= mask_of(h.rest[0] == ':' ? WordClass::CLOCK : WordClass::DOTTED);
  if (const auto parts = triple(folded)) {
    const bool short_year = parts->sizes[2] <= 2;  // only behind slashes: 4.2.10 is a version
    if (parts->sizes[0] == 4) {
      classes |= mask_of(WordClass::ISO);
    } else if (parts->sizes[2] == 4 || (short_year && parts->mark == '/')) {
      classes |= mask_of(WordClass::NUMERIC);
    }
  }
  if (folded.size() == 6 && folded.starts_with("fy") && head(folded.substr(2)).size == 4) {
    classes |= mask_of(WordClass::FISCAL);
  }
  if (tenths(folded)) classes |= mask_of(WordClass::DIGITS);
  return classes;
}

std::int32_t number_value(std::string_view folded, WordClass word_class) {
  const bool marked = !folded.empty() && folded.front() == '\'';
  const Head h = head(marked ? folded.substr(1) : folded);
  switch (word_class) {
    case WordClass::YEAR2:
    case WordClass::TWO:
      return two_digit_year(h.number);
    case WordClass::DECADE:
      return h.number / 10;
    case WordClass::CLOCK:
    case WordClass::DOTTED:
      return clock(h).value_or(0);
    case WordClass::MILITARY:
      return 60 * (h.number / 100) + h.number % 100;
    case WordClass::FISCAL:
      return head(folded.substr(2)).number;
    case WordClass::ISO:
    case WordClass::NUMERIC: {
      Triple parts = triple(folded).value_or(Triple{});
      if (word_class == WordClass::ISO) {  // month, day, year
        parts.numbers = {parts.numbers[1], parts.numbers[2], parts.numbers[0]};
      } else if (parts.mark == '.') {  // day first where dots are written
        std::swap(parts.numbers[0], parts.numbers[1]);
      }
      if (word_class == WordClass::NUMERIC && parts.sizes[2] <= 2) {
        parts.numbers[2] = two_digit_year(parts.numbers[2]);
      }
      if (parts.numbers[0] > 99 || parts.numbers[1] > 99) return 0;
      return parts.numbers[0] * 1'000'000 + parts.numbers[1] * 10'000 + parts.numbers[2];
    }
    default:
      return h.number;
  }
}

std::optional<std::int64_t> tenths(std::string_view folded) {
  std::int64_t whole = 0;
  std::size_t count = 0;
  std::size_t at = 0;
  for (; at < folded.size() && (digit(folded[at]) || folded[at] == ','); ++at) {
    if (folded[at] == ',') continue;
    whole = whole * 10 + (folded[at] - '0');
    if (++count > 7) return std::nullopt;
  }
  if (count == 0) return std::nullopt;
  if (at == folded.size()) return whole * 10;
  if (folded[at] != '.' || at + 1 >= folded.size()) return std::nullopt;
  for (std::size_t rest = at + 1; rest < folded.size(); ++rest) {
    if (!digit(folded[rest])) return std::nullopt;
  }
  return whole * 10 + (folded[at + 1] - '0');
}

}  // namespace nutgraf
