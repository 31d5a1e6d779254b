// How many columns of a terminal words take.
#ifndef NUTGRAF_EXTRACT_TEXT_WIDTH_H_
#define NUTGRAF_EXTRACT_TEXT_WIDTH_H_

#include <cstddef>
#include <string_view>

namespace nutgraf {

// Wide letters (UAX #11) and emoji two; combining marks, joiners and controls none; an emoji with
// its tone, its variation selector or joined to others is one of two columns, as terminals that
// know them show it. The words need not be valid UTF-8: a stray byte counts as one.
std::size_t display_width(std::string_view words);

// How many of the bytes fit into `width` columns. Letters stay whole, with their marks.
std::size_t fitting_bytes(std::string_view words, std::size_t width);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TEXT_WIDTH_H_
