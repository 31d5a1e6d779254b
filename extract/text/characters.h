// What the code points of a text are to the segmenter. ASCII is answered from a table.
#ifndef NUTGRAF_EXTRACT_TEXT_CHARACTERS_H_
#define NUTGRAF_EXTRACT_TEXT_CHARACTERS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nutgraf {

enum class CharKind : std::uint8_t {
  space,  // white space of every sort, zero-width spaces, byte order marks, controls
  newline,
  upper,   // letters: upper or title case
  letter,  // all other letters, and marks
  digit,   // decimal digits
  apostrophe,
  hyphen,
  other,
};

struct Char {
  char32_t code = 0;
  CharKind kind = CharKind::other;
  std::uint8_t size = 1;  // bytes; 0 past the end

  bool word() const { return kind >= CharKind::upper && kind <= CharKind::digit; }
  bool letter() const { return kind == CharKind::upper || kind == CharKind::letter; }
  bool white() const { return kind == CharKind::space || kind == CharKind::newline; }
};

// The character that begins at `at`; a Char of size 0 and kind newline at the end. Requires valid
// UTF-8.
Char char_at(std::string_view text, std::size_t at);

// Lower case of one code point (Unicode's simple mapping).
char32_t lower_of(char32_t code);

// Folds as fold() does, into `out` (capacity `most` bytes); the number of bytes written, or npos
// when it does not fit or needs composing, which fold() must do.
std::size_t fold_into(std::string_view words, char* out, std::size_t most);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TEXT_CHARACTERS_H_
