// ICU's bare word break, the yardstick that the benchmarks measure the segmenter with.
#ifndef NUTGRAF_EXTRACT_TEXT_ICU_WORDS_H_
#define NUTGRAF_EXTRACT_TEXT_ICU_WORDS_H_

#include <cstddef>
#include <string_view>

namespace nutgraf {

// How many boundaries ICU's word break iterator (root locale) finds; 0 when ICU fails.
std::size_t count_icu_words(std::string_view text);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TEXT_ICU_WORDS_H_
