#include "extract/text/fold.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <cassert>
#include <memory>

#include "extract/text/plain_latin.h"

namespace nutgraf {
namespace {

bool ascii(std::string_view words) {
  for (const char c : words) {
    if (static_cast<unsigned char>(c) >= 0x80U) return false;
  }
  return true;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool apostrophe(char16_t c) {
  return c == u'\u2019' || c == u'\u2018' || c == u'\u02BC' || c == u'\u02BB' || c == u'\u02BE' ||
         c == u'\u02BF' || c == u'\u0060' || c == u'\u00B4' || c == u'\u201B';
}

icu::UnicodeString folded(std::string_view words) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString out = icu::UnicodeString::fromUTF8(
      icu::StringPiece(words.data(), static_cast<std::int32_t>(words.size())));
  if (U_SUCCESS(status)) out = nfc->normalize(out, status);
  out.toLower(icu::Locale::getRoot());
  for (std::int32_t i = 0; i < out.length(); ++i) {
    if (apostrophe(out[i])) out.setCharAt(i, u'\'');
  }
  return out;
}

// ICU's transliterators are not shared between threads.
icu::Transliterator& to_plain_latin() {
  thread_local const std::unique_ptr<icu::Transliterator> instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
        "Any-Latin; Latin-ASCII; NFD; [:M:] Remove; NFC; Lower", UTRANS_FORWARD, status));
    assert(U_SUCCESS(status));
    return made;
  }();
  return *instance;
}

}  // namespace

std::string lower_case(std::string_view words) {
  std::string out;
  icu::UnicodeString::fromUTF8(
      icu::StringPiece(words.data(), static_cast<std::int32_t>(words.size())))
      .toLower(icu::Locale::getRoot())
      .toUTF8String(out);
  return out;
}

std::string upper_case(std::string_view words) {
  std::string out;
  icu::UnicodeString::fromUTF8(
      icu::StringPiece(words.data(), static_cast<std::int32_t>(words.size())))
      .toUpper(icu::Locale::getRoot())
      .toUTF8String(out);
  return out;
}

std::string fold(std::string_view words) {
  std::string out;
  if (ascii(words)) {
    out.reserve(words.size());
    for (const char c : words) out += c == '`' ? '\'' : lower(c);
    return out;
  }
  folded(words).toUTF8String(out);
  return out;
}

namespace {

std::string spaced(std::string_view latin) {
  std::string out;
  out.reserve(latin.size());
  for (const char c : latin) {
    const bool space = c == ' ' || c == '-' || c == '.' || c == '\t' || c == '\n' || c == '\r';
    if (!space) {
      out += c == '`' ? '\'' : c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

std::string fold_name_by_icu(std::string_view words) {
  icu::UnicodeString text = folded(words);
  to_plain_latin().transliterate(text);
  std::string latin;
  text.toUTF8String(latin);
  return spaced(latin);
}

std::string fold_name(std::string_view words) {
  std::string latin;
  latin.reserve(words.size());
  return append_plain_latin(latin, words) ? spaced(latin) : fold_name_by_icu(words);
}

// The body of U8_NEXT narrows an int itself.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
std::size_t invalid_utf8(std::string_view bytes) {
  const auto size = static_cast<std::int64_t>(bytes.size());
  std::int64_t at = 0;
  while (at < size) {
    if (static_cast<unsigned char>(bytes[static_cast<std::size_t>(at)]) < 0x80U) {
      ++at;
      continue;
    }
    const std::int64_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes.data(), at, size, c);
    if (c < 0) return static_cast<std::size_t>(begin);
  }
  return std::string_view::npos;
}
#pragma GCC diagnostic pop

}  // namespace nutgraf
