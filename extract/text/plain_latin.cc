#include "extract/text/plain_latin.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace nutgraf {
namespace {

// What ICU's "Latin-ASCII; Lower" makes of each character, sixteen a row; "_" is a space, "?":
// ask ICU. The test of fold_name compares every one of them with ICU.
constexpr std::array<std::string_view, 27> letters = {{
    "_ ! ¢ £ ¤ ¥ ¦ § ¨ (c) ª << ¬ - (r) ¯",         // U+00A0
    "° +/- ² ³ ' µ ¶ · ¸ ¹ º >> _1/4 _1/2 _3/4 ?",  // U+00B0
    "a a a a a a ae c e e e e i i i i",             // U+00C0
    "d n o o o o o * o u u u u y th ss",            // U+00D0
    "a a a a a a ae c e e e e i i i i",             // U+00E0
    "d n o o o o o / o u u u u y th y",             // U+00F0
    "a a a a a a c c c c c c c c d d",              // U+0100
    "d d e e e e e e e e e e g g g g",              // U+0110
    "g g g g h h h h i i i i i i i i",              // U+0120
    "i i ij ij j j k k q l l l l l l l",            // U+0130
    "l l l n n n n n n 'n n n o o o o",             // U+0140
    "o o oe oe r r r r r r s s s s s s",            // U+0150
    "s s t t t t t t u u u u u u u u",              // U+0160
    "u u u u w w y y y z z z z z z s",              // U+0170
    "b b b b ƅ ƅ ɔ c c d d d d ƍ ǝ ə",              // U+0180
    "e f f g ɣ hv ɩ i k k l ƛ ɯ n n ɵ",             // U+0190
    "o o oi oi p p r ƨ ƨ ʃ ƪ t t t t u",            // U+01A0
    "u ʊ v y y z z ʒ ƹ ƹ ƺ ƻ ƽ ƽ ƾ ƿ",              // U+01B0
    "ǀ ǁ ǂ ǃ dz dz dz lj lj lj nj nj nj a a i",     // U+01C0
    "i o o u u u u u u u u u u ǝ a a",              // U+01D0
    "a a ae ae g g g g k k o o o o ʒ ʒ",            // U+01E0
    "j dz dz dz g g hv ƿ n n a a ae ae o o",        // U+01F0
    "a a a a e e e e i i i i o o o o",              // U+0200
    "r r r r u u u u s s t t ȝ ȝ h h",              // U+0210
    "n d ȣ ȣ z z a a e e o o o o o o",              // U+0220
    "o o y y l n t j db qp a c c l t s",            // U+0230
    "z ɂ ɂ b u ʌ e e j j ɋ ɋ r r y y",              // U+0240
}};

constexpr std::array<std::string_view, 16> additional = {{
    "a a b b b b b b c c d d d d d d",    // U+1E00
    "d d d d e e e e e e e e e e f f",    // U+1E10
    "g g h h h h h h h h h h i i i i",    // U+1E20
    "k k k k k k l l l l l l l l m m",    // U+1E30
    "m m m m n n n n n n n n o o o o",    // U+1E40
    "o o o o p p p p r r r r r r r r",    // U+1E50
    "s s s s s s s s s s t t t t t t",    // U+1E60
    "t t u u u u u u u u u u v v v v",    // U+1E70
    "w w w w w w w w w w x x x x y y",    // U+1E80
    "z z z z z z h t w y a s s s ss ẟ",   // U+1E90
    "a a a a a a a a a a a a a a a a",    // U+1EA0
    "a a a a a a a a e e e e e e e e",    // U+1EB0
    "e e e e e e e e i i i i o o o o",    // U+1EC0
    "o o o o o o o o o o o o o o o o",    // U+1ED0
    "o o o o u u u u u u u u u u u u",    // U+1EE0
    "u u y y y y y y y y ll ll v v y y",  // U+1EF0
}};

constexpr std::array<std::string_view, 6> punctuation = {{
    "_ _ _ _ _ _ _ _ _ _ _ ? ? ? ? ?",       // U+2000
    "- - - - - - || ‗ ' ' , ' \" \" ,, \"",  // U+2010
    "† ‡ • ‣ . .. ... ‧ ? ? ? ? ? ? ? ?",    // U+2020
    "‰ ‱ ' \" ‴ ‵ ‶ ‷ ‸ < > ※ !! ‽ ‾ ‿",     // U+2030
    "⁀ ⁁ ⁂ ⁃ / [ ] ? ? ? ⁊ ⁋ ⁌ ⁍ * ⁏",       // U+2040
    "⁐ ⁑ ⁒ ⁓ ⁔ ⁕ ⁖ ⁗ ⁘ ⁙ ⁚ ⁛ ⁜ ⁝ ⁞ _",       // U+2050
}};

constexpr std::array<std::string_view, 2> money = {{
    "ce ₡ cr fr. l. ₥ ₦ pts ₨ ₩ ₪ ₫ € ₭ ₮ ₯",                         // U+20A0
    "₰ ₱ ₲ ₳ ₴ ₵ ₶ ₷ ₸ rs tl ₻ ₼ ₽ ₾ ₿",  // U+20B0
}};

constexpr std::array<std::string_view, 1> signs = {{
    "℠ tel ™ ℣ z ℥ o ℧ z ℩ k a b c ℮ e",  // U+2120
}};

struct Block {
  std::uint32_t first;
  std::span<const std::string_view> rows;
};
constexpr std::array<Block, 5> blocks = {{{0xA0, letters},
                                          {0x1E00, additional},
                                          {0x2000, punctuation},
                                          {0x20A0, money},
                                          {0x2120, signs}}};
constexpr std::size_t row_size = 16;

// The column-th word of a row.
constexpr std::string_view word_of(std::string_view row, std::size_t column) {
  for (; column > 0; --column) row.remove_prefix(row.find(' ') + 1);
  return row.substr(0, row.find(' '));
}

std::optional<std::string_view> plain(std::uint32_t c) {
  for (const Block& block : blocks) {
    if (c < block.first || c >= block.first + block.rows.size() * row_size) continue;
    const std::size_t index = c - block.first;
    const std::string_view word = word_of(block.rows[index / row_size], index % row_size);
    if (word == "?") return std::nullopt;
    return word;
  }
  return std::nullopt;
}

constexpr std::uint32_t bits(char c, unsigned mask) { return static_cast<unsigned char>(c) & mask; }

}  // namespace

bool append_plain_latin(std::string& out, std::string_view words) {
  for (std::size_t i = 0; i < words.size();) {
    const std::uint32_t first = static_cast<unsigned char>(words[i]);
    if (first < 0x80) {
      out += first >= 'A' && first <= 'Z' ? static_cast<char>(first - 'A' + 'a') : words[i];
      ++i;
      continue;
    }
    std::uint32_t c = 0;
    std::size_t size = 2;
    if (first < 0xE0) {
      c = bits(words[i], 0x1FU) << 6U | bits(words[i + 1], 0x3FU);
    } else if (first < 0xF0) {
      c = bits(words[i], 0xFU) << 12U | bits(words[i + 1], 0x3FU) << 6U | bits(words[i + 2], 0x3FU);
      size = 3;
    } else {
      return false;
    }
    const auto found = plain(c);
    if (!found) return false;
    for (const char each : *found) out += each == '_' ? ' ' : each;
    i += size;
  }
  return true;
}

}  // namespace nutgraf
