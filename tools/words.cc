#include "tools/words.h"

namespace nutgraf {

SplitLine split_line(std::string_view line) {
  SplitLine out;
  char quote = '\0';
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool blank = quote == '\0' && (c == ' ' || c == '\t');
    if (blank) {
      out.open = false;
      continue;
    }
    if (!out.open) {
      out.words.emplace_back();
      out.last_begin = i;
      out.open = true;
    }
    if (c == '\\' && quote != '\'' && i + 1 < line.size()) {
      out.words.back() += line[++i];
    } else if (quote == '\0' && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote) {
      quote = '\0';
    } else {
      out.words.back() += c;
    }
  }
  if (!out.open) out.last_begin = line.size();
  return out;
}

std::vector<std::string> split_words(std::string_view line) { return split_line(line).words; }

std::string typed(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    const bool plain =
        !word.empty() && word.find_first_of(" \t\"'\\$*?;&|<>(){}[]!`#~") == std::string::npos;
    if (plain) {
      out += word;
      continue;
    }
    out += '"';
    for (const char c : word) {
      if (c == '"' || c == '\\' || c == '$' || c == '`') out += '\\';
      out += c;
    }
    out += '"';
  }
  return out;
}

}  // namespace nutgraf
