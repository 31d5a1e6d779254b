// A line of a rule file with its place, and the answers to what is wrong with it.
#ifndef NUTGRAF_EXTRACT_EVENT_SOURCE_LINE_H_
#define NUTGRAF_EXTRACT_EVENT_SOURCE_LINE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/event/rule.h"
#include "extract/event/rule_cursor.h"
#include "extract/result.h"

namespace nutgraf {

struct SourceLine {
  const std::string& file;
  std::uint64_t number = 0;
  RuleCursor cursor{};

  // An Error at a byte of the line.
  tl::unexpected<Error> wrong(std::size_t byte, std::string message) const;
  // What stands between the byte and the next space.
  std::string_view word_at(std::size_t byte) const;
  // "the line ends", or the word at the byte and "stands here".
  std::string stood(std::size_t byte) const;
  // Nothing may follow.
  Result<void> end();
};

// "; did you mean X?" or nothing.
std::string suggest(std::string_view word, const std::vector<std::string>& known);

// What stands behind "yes" or "no".
Result<RuleExample> read_example(SourceLine& line, bool yes);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_SOURCE_LINE_H_
