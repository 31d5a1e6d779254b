// What may stand where the cursor is: commands, options and their values, words of queries, names
// of the graph.
#ifndef NUTGRAF_TOOLS_SHELL_COMPLETION_H_
#define NUTGRAF_TOOLS_SHELL_COMPLETION_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/graph_query.h"
#include "tools/options.h"

namespace nutgraf {

struct Completion {
  std::size_t begin = 0;                // where the word that is completed begins in the line
  std::vector<std::string> candidates;  // each as it would be typed, quoted where it has blanks
  bool blank = true;                    // behind the one that is taken
};

// What a command, or a colon command, takes.
struct CommandWords {
  std::vector<Options::Place> options;
  std::vector<Options::Place> arguments;
};

struct CompletionSources {
  std::vector<std::string> commands;
  std::vector<std::string> colon_commands;  // ":help" and so on
  std::vector<std::string> topics;          // what help knows
  QueryWords query;
  std::function<CommandWords(const std::string& command)> words;
  // What a value of this kind may be that begins so: "NODE", "PLACE", "ACTION", "FILE", …; a
  // bounded number, as they are shown.
  std::function<std::vector<std::string>(const std::string& holds, const std::string& prefix)>
      values;
};

// For the line up to the cursor; `pending` is what a statement over several lines has before it.
Completion complete_line(std::string_view pending, std::string_view line,
                         const CompletionSources& sources);
// The same inside a query (query_completion.cc).
Completion complete_query(std::string_view pending, std::string_view line,
                          const CompletionSources& sources);

// Those of `words` that begin with `start`, whatever the case of letters of ASCII.
std::vector<std::string> beginning_with(std::string_view start,
                                        const std::vector<std::string>& words);
// What Tab makes of the word `typed`: the candidate, if there is one, and a blank behind it; what
// all candidates begin with, if that is longer; else `typed`.
std::string completed(const std::string& typed, const Completion& found);
// What all candidates begin with; never half a letter.
std::string common_start(const std::vector<std::string>& candidates);
// Code points.
std::size_t letters_of(std::string_view words);
// The candidates in columns of a terminal, downwards; at most a hundred, then how many more.
std::string in_columns(const std::vector<std::string>& candidates, std::size_t width);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_SHELL_COMPLETION_H_
