// The shell's own commands: ":help" and its like.
#ifndef NUTGRAF_TOOLS_SHELL_COLON_COMMANDS_H_
#define NUTGRAF_TOOLS_SHELL_COLON_COMMANDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "tools/options.h"
#include "tools/shell/shell.h"

namespace nutgraf {

struct ColonCommand {
  std::string_view name;     // "mode"
  std::string_view usage;    // "[NAME]"
  std::string_view summary;  // one line
  std::string_view more;     // for `:help mode`; ends with a newline
  // `rest` is what stands behind the name, without blanks around it. The exit code comes back.
  int (*run)(Shell& shell, Console& console, const std::string& rest);
};

// In the order in which the help shows them.
const std::vector<ColonCommand>& colon_commands();

// Runs ":name rest"; a name may be cut to a beginning that only one has. Unknown names are answered
// with the nearest known ones.
int run_colon_command(Shell& shell, Console& console, const std::string& line);

// For completion: what stands behind the name, without its colon.
std::vector<Options::Place> colon_arguments(std::string_view name);

// What `:help` shows, and `:help TOPIC`.
int show_help(Console& console, const std::string& topic);
std::vector<std::string> help_topics();

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_SHELL_COLON_COMMANDS_H_
