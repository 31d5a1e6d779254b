// What may stand where the cursor is: commands, options, names of the graph.
#ifndef NUTGRAF_TOOLS_COMPLETION_H_
#define NUTGRAF_TOOLS_COMPLETION_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {

// Splits a line as a shell does: at blanks, with '…', "…" and \ for words that hold them. An open
// quotation mark ends with the line.
std::vector<std::string> split_words(std::string_view line);

// The inverse: words as one would type them, quoted where it is needed.
std::string typed(const std::vector<std::string>& words);

struct Completion {
  std::size_t begin = 0;                // where the word that is completed begins in the line
  std::vector<std::string> candidates;  // each as it would be typed, quoted where it has blanks
};

struct CompletionSources {
  std::vector<std::string> commands;
  std::function<std::vector<std::string>(const std::string& command)> options;
  std::function<std::vector<std::string>(const std::string& prefix)> names;
};

// For the line up to the cursor.
Completion complete_line(std::string_view line, const CompletionSources& sources);
// What all candidates begin with.
std::string common_start(const std::vector<std::string>& candidates);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_COMPLETION_H_
