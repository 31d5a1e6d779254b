// What a token in digits may be: a day, a year, a clock, a date with slashes.
#ifndef NUTGRAF_EXTRACT_TIME_NUMBER_TOKEN_H_
#define NUTGRAF_EXTRACT_TIME_NUMBER_TOKEN_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/time/word_class.h"

namespace nutgraf {

// Every class that the folded token may be in.
ClassMask number_classes(std::string_view folded);

// Its value as that class; requires that number_classes() has the class.
std::int32_t number_value(std::string_view folded, WordClass word_class);

// An amount in tenths ("1,500" is 15000, "2.5" is 25); nullopt when the token is none or has more
// than seven digits.
std::optional<std::int64_t> tenths(std::string_view folded);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TIME_NUMBER_TOKEN_H_
