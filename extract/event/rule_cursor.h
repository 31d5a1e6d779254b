// One line of a rule file, read from left to right.
#ifndef NUTGRAF_EXTRACT_EVENT_RULE_CURSOR_H_
#define NUTGRAF_EXTRACT_EVENT_RULE_CURSOR_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nutgraf {

inline bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '\'' || c == '.' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// A line being read from left to right; `at` is a byte.
struct RuleCursor {
  std::string_view line;
  std::size_t at = 0;

  void skip_spaces() {
    while (at < line.size() && line[at] == ' ') ++at;
  }
  bool done() {
    skip_spaces();
    return at == line.size();
  }
  bool take(char mark) {
    skip_spaces();
    if (at == line.size() || line[at] != mark) return false;
    ++at;
    return true;
  }
  // The one in "x:election".
  bool inner_colon() const {
    return line[at] == ':' && at + 1 < line.size() && is_word_byte(line[at + 1]);
  }
  std::string_view word() {
    skip_spaces();
    const std::size_t begin = at;
    while (at < line.size() && (is_word_byte(line[at]) || inner_colon())) ++at;
    return line.substr(begin, at - begin);
  }
};

// The column of a byte, in code points counted from 1.
inline std::uint64_t column_of(std::string_view line, std::size_t byte) {
  std::uint64_t column = 1;
  for (std::size_t i = 0; i < byte && i < line.size(); ++i) {
    if ((static_cast<unsigned char>(line[i]) & 0xC0U) != 0x80U) ++column;
  }
  return column;
}

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_RULE_CURSOR_H_
