#include "extract/text/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>

namespace nutgraf {
namespace {

constexpr std::array<CharKind, 128> ascii_kinds() {
  std::array<CharKind, 128> out{};
  for (std::size_t c = 0; c < out.size(); ++c) {
    CharKind& kind = out.at(c);
    kind = CharKind::other;
    if (c <= 0x20 || c == 0x7F) kind = CharKind::space;
    if (c == '\n' || c == '\r') kind = CharKind::newline;
    if (c >= 'A' && c <= 'Z') kind = CharKind::upper;
    if (c >= 'a' && c <= 'z') kind = CharKind::letter;
    if (c >= '0' && c <= '9') kind = CharKind::digit;
    if (c == '\'') kind = CharKind::apostrophe;
    if (c == '-') kind = CharKind::hyphen;
  }
  return out;
}
constexpr std::array<CharKind, 128> of_ascii = ascii_kinds();

CharKind kind_of(char32_t code) {
  switch (code) {
    case 0x2019:  // right single quotation mark
    case 0x02BC:  // modifier letter apostrophe
      return CharKind::apostrophe;
    case 0x2010:  // hyphen
    case 0x2011:  // non-breaking hyphen
      return CharKind::hyphen;
    case 0x0085:
    case 0x2028:
    case 0x2029:
      return CharKind::newline;
    case 0x00AD:  // soft hyphen: inside a word it is part of it
      return CharKind::letter;
    case 0x200B:
    case 0x2060:
    case 0xFEFF:
      return CharKind::space;
    default:
      break;
  }
  const auto c = static_cast<UChar32>(code);
  const std::uint32_t mask = U_GET_GC_MASK(c);
  if ((mask & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0) return CharKind::upper;
  if ((mask & (U_GC_L_MASK | U_GC_M_MASK)) != 0) return CharKind::letter;
  if ((mask & U_GC_ND_MASK) != 0) return CharKind::digit;
  if (u_isUWhiteSpace(c) != 0 || (mask & U_GC_CC_MASK) != 0) return CharKind::space;
  return CharKind::other;
}

// The body of U8_NEXT narrows an int itself.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
char32_t decode(std::string_view text, std::size_t at, std::uint8_t& size) {
  const auto end = static_cast<std::int64_t>(text.size());
  auto next = static_cast<std::int64_t>(at);
  UChar32 c = 0;
  U8_NEXT(text.data(), next, end, c);
  size = static_cast<std::uint8_t>(next - static_cast<std::int64_t>(at));
  return c < 0 ? 0xFFFD : static_cast<char32_t>(c);
}
#pragma GCC diagnostic pop

std::size_t encode(char32_t code, char* out) {
  if (code < 0x80) {
    out[0] = static_cast<char>(code);
    return 1;
  }
  out[0] = static_cast<char>(0xC0U | (code >> 6U));
  out[1] = static_cast<char>(0x80U | (code & 0x3FU));
  return 2;
}

bool straight(char32_t code) {
  return code == 0x2019 || code == 0x2018 || code == 0x02BC || code == 0x02BB || code == 0x02BE ||
         code == 0x02BF || code == 0x60 || code == 0xB4 || code == 0x201B;
}

}  // namespace

Char char_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {0, CharKind::newline, 0};
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80U) return {byte, of_ascii[byte], 1};
  Char out;
  out.code = decode(text, at, out.size);
  out.kind = kind_of(out.code);
  return out;
}

char32_t lower_of(char32_t code) {
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(code)));
}

std::size_t fold_into(std::string_view words, char* out, std::size_t most) {
  std::size_t size = 0;
  std::size_t at = 0;
  while (at < words.size()) {
    if (size + 2 > most) return std::string_view::npos;
    const auto byte = static_cast<unsigned char>(words[at]);
    if (byte < 0x80U) {
      const bool capital = byte >= 'A' && byte <= 'Z';
      out[size++] = byte == '`' ? '\'' : static_cast<char>(capital ? byte + 32 : byte);
      ++at;
      continue;
    }
    std::uint8_t step = 1;
    const char32_t code = decode(words, at, step);
    at += step;
    if (straight(code)) {
      out[size++] = '\'';
    } else if (code < 0x180 && code != 0x130) {
      size += encode(lower_of(code), out + size);
    } else {
      return std::string_view::npos;
    }
  }
  return size;
}

}  // namespace nutgraf
