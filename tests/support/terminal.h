// Runs the program at a terminal of its own and types.
#ifndef NUTGRAF_TESTS_SUPPORT_TERMINAL_H_
#define NUTGRAF_TESTS_SUPPORT_TERMINAL_H_

#include <sys/types.h>

#include <cstddef>
#include <string>
#include <vector>

#include "tests/support/program.h"

namespace nutgraf::testing {

// Keys as a terminal sends them.
namespace keys {
inline constexpr const char* tab = "\t";
inline constexpr const char* up = "\x1b[A";
inline constexpr const char* control_u = "\x15";
inline constexpr const char* control_d = "\x04";
}  // namespace keys

// A pseudo-terminal of 24 rows and 80 columns with `nutgraf WORDS…` at it.
class Terminal {
 public:
  explicit Terminal(const std::vector<std::string>& words,
                    const std::vector<std::string>& variables = {});
  ~Terminal();  // kills the program if it still runs
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  void type(const std::string& text) const;
  void enter(const std::string& line) const;  // types it, and the key that ends a line
  // What control-C sends. Typed, it would also empty the terminal's buffers, at the kernel's own
  // time, and with them what the program has just printed.
  void interrupt() const;
  // What appeared on the screen behind the last call's, up to and with `text`. Waits for it for
  // half a minute; what came until then is returned when it never comes, so that a check of it
  // fails.
  std::string until(const std::string& text);
  // Waits for the program's end; all that still appeared. Its exit code is code() then, -1 when it
  // neither ended nor printed anything for half a minute: it is killed.
  std::string end();
  int code() const { return code_; }

 private:
  bool read_more();

  ScratchFolder home_;
  int master_ = -1;
  pid_t child_ = -1;
  int code_ = -1;
  bool ended_ = false;
  std::string seen_;
  std::size_t taken_ = 0;
};

}  // namespace nutgraf::testing

#endif  // NUTGRAF_TESTS_SUPPORT_TERMINAL_H_
