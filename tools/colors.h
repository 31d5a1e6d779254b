// The colours of a terminal, as they are written before what they colour.
#ifndef NUTGRAF_TOOLS_COLORS_H_
#define NUTGRAF_TOOLS_COLORS_H_

#include <string_view>

namespace nutgraf::colors {

constexpr std::string_view none = "\x1b[0m";
constexpr std::string_view bold = "\x1b[1m";     // heads, names
constexpr std::string_view mark = "\x1b[1;31m";  // what a sentence is shown for
constexpr std::string_view person = "\x1b[36m";
constexpr std::string_view group = "\x1b[35m";
constexpr std::string_view place = "\x1b[32m";
constexpr std::string_view faint = "\x1b[2m";  // what frames

}  // namespace nutgraf::colors

#endif  // NUTGRAF_TOOLS_COLORS_H_
