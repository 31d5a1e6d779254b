// Where a command speaks: data on `out`, everything else on `err`.
#ifndef NUTGRAF_TOOLS_CONSOLE_H_
#define NUTGRAF_TOOLS_CONSOLE_H_

#include <cstddef>
#include <initializer_list>
#include <istream>
#include <ostream>
#include <string>
#include <string_view>

#include "extract/result.h"

namespace nutgraf {

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
  std::size_t width = 100;     // columns that tables and pages may take
  bool interactive = false;    // inside the shell: relative dates
  Session* session = nullptr;  // the shell's: keeps the store open between commands
  std::string store = {};      // the store that the shell was started with; empty: none told
};

// The streams of the process, looked at as they are now: terminal or not, and the width: the
// terminal's, else $COLUMNS, else 100.
Console process_console();

// $NUTGRAF_FORMAT where it is one of `known`, else `otherwise`: the format when --format says none.
std::string default_format(std::initializer_list<std::string_view> known,
                           std::string_view otherwise);

// "nutgraf: file:line: what" on err; returns the exit code that fits the error.
int report_error(Console& console, const Error& error);

// Bold, where the choice ("auto", "always", "never"), NO_COLOR and the terminal allow it.
bool color_wanted(const Console& console, std::string_view choice);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_CONSOLE_H_
