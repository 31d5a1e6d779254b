// "at least 30", "two dozen", "3.5 million", "dozens of", "30 to 40" before a noun.
#ifndef NUTGRAF_EXTRACT_SYNTAX_COUNTS_H_
#define NUTGRAF_EXTRACT_SYNTAX_COUNTS_H_

#include <cstdint>
#include <optional>

#include "extract/analysis.h"
#include "extract/syntax/grammar_lists.h"

namespace nutgraf {

struct ReadCount {
  std::uint32_t end = 0;        // the token after it; where it began when there is none
  std::uint32_t number = npos;  // token of the last number word
  std::optional<Count> count;   // absent for money, ages and decimals
};

// The count that begins at token `at`, "of" of "dozens of" and what determiner follows it included.
// Reads no further than `end`.
ReadCount read_count(const Analysis& desk, const GrammarLists& lists, std::uint32_t at,
                     std::uint32_t end);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_COUNTS_H_
