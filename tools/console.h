// Where a command speaks: data on `out`, everything else on `err`.
#ifndef NUTGRAF_TOOLS_CONSOLE_H_
#define NUTGRAF_TOOLS_CONSOLE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "extract/result.h"

namespace nutgraf {

class Options;
class Session;

// The exit codes of the contract.
enum ExitCode : int {
  exit_done = 0,
  exit_failed = 1,
  exit_usage = 2,
  exit_refused = 3,      // done, but some reports were refused
  exit_unavailable = 4,  // the store is locked, damaged or of another format
};

struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t width = 100;     // columns that tables may take; no_width of listing.h: any number
  bool interactive = false;    // inside the shell: relative dates
  Session* session = nullptr;  // the shell's: keeps the store open between commands
  std::string store = {};      // the store that the shell was started with; empty: none told
  std::string format = {};     // for commands that are told no --format; empty: as ever
  std::string color = "auto";  // for commands that are told no --color
  std::optional<std::uint64_t> max_rows = {};  // for commands that are told no --limit; 0: all
  // Set where only a command's options are asked for: it is shown them, and nothing is done.
  const std::function<void(const Options&)>* on_options = nullptr;
};

// The streams of the process, looked at as they are now: terminal or not, and the width: the
// terminal's, else $COLUMNS, else any.
Console process_console();
// The columns of the terminal that the program writes to; nullopt when it is none or does not say.
std::optional<std::size_t> terminal_width();

// The format when --format says none: the console's where it is one of `known`, else
// $NUTGRAF_FORMAT where it is, else `otherwise`.
std::string default_format(const Console& console, const std::vector<std::string>& known,
                           std::string_view otherwise);

// "nutgraf: file:line: what" on err; returns the exit code that fits the error.
int report_error(Console& console, const Error& error);

// Colours, where the choice ("auto", "always", "never"; the console's instead of "auto"), NO_COLOR,
// TERM=dumb and the terminal allow them.
bool color_wanted(const Console& console, std::string_view choice);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_CONSOLE_H_
