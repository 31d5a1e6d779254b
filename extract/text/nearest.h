// The nearest known names to a word that is not known: for answers to what people type.
#ifndef NUTGRAF_EXTRACT_TEXT_NEAREST_H_
#define NUTGRAF_EXTRACT_TEXT_NEAREST_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {

// How many letters must be put in, taken out, changed or swapped with their neighbour to make one
// word of the other (Damerau 1964, each letter touched once). Letters are bytes.
std::size_t edit_distance(std::string_view one, std::string_view other);

// Up to `limit` of `known`, nearest first, ties by spelling; only those that a slip of the finger
// explains (a third of the letters at most), or that begin as `word` does. Case is ignored for
// ASCII.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& known,
                                 std::size_t limit = 3);

// "; did you mean A, B or C?"; empty when `names` is.
std::string did_you_mean(const std::vector<std::string>& names);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TEXT_NEAREST_H_
