#include "tests/support/marked_text.h"

#include <cstdint>
#include <fstream>

namespace nutgraf {

MarkedText read_marks(std::string_view words) {
  MarkedText read;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto here = static_cast<std::uint32_t>(read.text.size());
    if (words[i] == '[') {
      open.push_back(read.marks.size());
      read.marks.push_back({{here, here}, {}});
    } else if (words[i] == ']' && !open.empty()) {
      read.marks[open.back()].span.end = here;
      open.pop_back();
    } else if (words[i] == '=' && !open.empty()) {
      const std::size_t close = words.find(']', i);
      read.marks[open.back()].label = words.substr(i + 1, close - i - 1);
      i = close - 1;
    } else if (words.substr(i, 2) == "\\n") {
      read.text += '\n';
      ++i;
    } else {
      read.text += words[i];
    }
  }
  return read;
}

std::vector<std::string> case_lines(const std::string& file) {
  std::ifstream in(std::string(NUTGRAF_SOURCE_DIR) + "/tests/cases/" + file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.front() != '#') lines.push_back(line);
  }
  return lines;
}

}  // namespace nutgraf
