#include "extract/text/width.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace nutgraf {
namespace {

constexpr UChar32 joiner = 0x200D;
constexpr UChar32 emoji_selector = 0xFE0F;

bool is(UChar32 letter, UProperty property) { return u_hasBinaryProperty(letter, property) != 0; }

// After Markus Kuhn's wcwidth, by the properties of today's Unicode.
std::size_t width_alone(UChar32 letter) {
  constexpr UChar32 soft_hyphen = 0xAD;
  if (letter == soft_hyphen || is(letter, UCHAR_PREPENDED_CONCATENATION_MARK)) return 1;
  switch (u_charType(letter)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  const int syllable = u_getIntPropertyValue(letter, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
  const int width = u_getIntPropertyValue(letter, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Adds letters up one by one, with what they do to the one before.
class Columns {
 public:
  // The columns that `letter` takes behind those before it.
  std::size_t add(UChar32 letter) {
    const UChar32 before = before_;
    before_ = letter;
    const bool emoji = is(letter, UCHAR_EXTENDED_PICTOGRAPHIC);
    if (emoji_ && before == joiner && emoji) return 0;
    if (emoji_ && letter == joiner) return 0;
    if (emoji_ && is(letter, UCHAR_EMOJI_MODIFIER)) return 0;
    if (letter == emoji_selector) {
      const bool narrow = width_ == 1 && is(before, UCHAR_EMOJI);
      width_ = narrow ? 2 : width_;
      return narrow ? 1 : 0;
    }
    const std::size_t width = width_alone(letter);
    if (width == 0 && letter != 0) return 0;  // the one before goes on
    emoji_ = emoji;
    width_ = width;
    return width;
  }

 private:
  UChar32 before_ = 0;
  std::size_t width_ = 0;  // of the letter that marks and selectors join
  bool emoji_ = false;
};

// The body of U8_NEXT_OR_FFFD narrows an int itself.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
// The letter at `at`, which moves behind it; a stray byte is U+FFFD.
UChar32 next_letter(std::string_view words, std::size_t& at) {
  const auto end = static_cast<std::int64_t>(words.size());
  auto next = static_cast<std::int64_t>(at);
  UChar32 letter = 0;
  U8_NEXT_OR_FFFD(words.data(), next, end, letter);
  at = static_cast<std::size_t>(next);
  return letter;
}
#pragma GCC diagnostic pop

bool plain(std::string_view words) {
  for (const char c : words) {
    if (c < 0x20 || c > 0x7E) return false;
  }
  return true;
}

}  // namespace

std::size_t display_width(std::string_view words) {
  if (plain(words)) return words.size();
  Columns columns;
  std::size_t width = 0;
  for (std::size_t at = 0; at < words.size();) width += columns.add(next_letter(words, at));
  return width;
}

std::size_t fitting_bytes(std::string_view words, std::size_t width) {
  if (words.size() <= width && plain(words)) return words.size();
  Columns columns;
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < words.size()) {
    std::size_t next = at;
    used += columns.add(next_letter(words, next));
    if (used > width) break;
    at = next;
  }
  return at;
}

}  // namespace nutgraf
