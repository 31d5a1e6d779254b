// Lines as words, the way a shell of the system splits them, and back.
#ifndef NUTGRAF_TOOLS_WORDS_H_
#define NUTGRAF_TOOLS_WORDS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {

struct SplitLine {
  std::vector<std::string> words;
  std::size_t last_begin = 0;  // of the last word; the line's end when a blank stands before it
  bool open = false;           // the last word goes on where the line ends
};

// Splits at blanks, with '…', "…" and \ for words that hold them. An open quotation mark ends with
// the line.
SplitLine split_line(std::string_view line);
std::vector<std::string> split_words(std::string_view line);

// The inverse: words as one would type them, quoted where it is needed.
std::string typed(const std::vector<std::string>& words);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_WORDS_H_
