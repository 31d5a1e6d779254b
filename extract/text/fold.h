// Folded forms for comparing. Raw words are for showing (STYLE 6).
#ifndef NUTGRAF_EXTRACT_TEXT_FOLD_H_
#define NUTGRAF_EXTRACT_TEXT_FOLD_H_

#include <string>
#include <string_view>

namespace nutgraf {

// NFC, lower case (root locale), curly apostrophes and modifier letters straight. Requires valid
// UTF-8.
std::string fold(std::string_view words);

// The key under which a name is looked up: fold, then any script to Latin, marks taken off
// ("Barţalah" and "Bartalah" are one), hyphens and dots to spaces, runs of space to one.
std::string fold_name(std::string_view words);
// The same by ICU alone, which fold_name asks for what its own table does not have: what it means.
std::string fold_name_by_icu(std::string_view words);

// Every letter in the other case (root locale), nothing else changed. Require valid UTF-8.
std::string lower_case(std::string_view words);
std::string upper_case(std::string_view words);

// The position of the first byte that is not part of valid UTF-8; npos when all is well.
std::size_t invalid_utf8(std::string_view bytes);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TEXT_FOLD_H_
