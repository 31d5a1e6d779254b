#include "tools/completion.h"

#include <algorithm>

namespace nutgraf {
namespace {

struct Split {
  std::vector<std::string> words;
  std::size_t last_begin = 0;  // of the last word; the line's end when a blank stands before it
  bool open = false;           // the last word goes on
};

Split split(std::string_view line) {
  Split out;
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

void keep_beginning(std::vector<std::string> from, const std::string& start,
                    std::vector<std::string>& into) {
  for (std::string& word : from) {
    if (word.compare(0, start.size(), start) == 0) into.push_back(std::move(word));
  }
}

}  // namespace

std::vector<std::string> split_words(std::string_view line) { return split(line).words; }

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

Completion complete_line(std::string_view line, const CompletionSources& sources) {
  const Split told = split(line);
  const std::string start = told.open ? told.words.back() : "";
  const std::size_t before = told.words.size() - (told.open ? 1 : 0);
  Completion out{told.last_begin, {}};
  if (before == 0 || (before == 1 && told.words.front() == "help")) {
    keep_beginning(sources.commands, start, out.candidates);
  } else if (!start.empty() && start.front() == '-') {
    keep_beginning(sources.options(told.words.front()), start, out.candidates);
  } else if (!start.empty()) {
    for (const std::string& name : sources.names(start)) out.candidates.push_back(typed({name}));
  }
  std::sort(out.candidates.begin(), out.candidates.end());
  return out;
}

std::string common_start(const std::vector<std::string>& candidates) {
  if (candidates.empty()) return {};
  std::string out = candidates.front();
  for (const std::string& one : candidates) {
    const auto differ = std::mismatch(out.begin(), out.end(), one.begin(), one.end());
    out.erase(differ.first, out.end());
  }
  // Not in the middle of a letter.
  while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0x80U) != 0) out.pop_back();
  return out;
}

}  // namespace nutgraf
