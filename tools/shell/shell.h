// The shell: statements run one after the other on a store that stays open.
#ifndef NUTGRAF_TOOLS_SHELL_SHELL_H_
#define NUTGRAF_TOOLS_SHELL_SHELL_H_

#include <cstddef>
#include <fstream>
#include <functional>
#include <istream>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "tools/session.h"
#include "tools/shell/statements.h"

namespace nutgraf {

// What colon commands set; how rows are written and how many stands in the console.
struct ShellSettings {
  bool timing = false;
  bool explain = false;                           // each query's plan before its rows
  bool pager = true;                              // for what does not fit a terminal
  std::map<std::string, std::string> parameters;  // of queries, by name, as they were typed
  std::string output;                             // the file that takes what is printed, or empty
};

class Shell {
 public:
  // Writes to the console's streams; they must outlive the shell. `keep_going`: scripts do not end
  // at a statement that fails.
  Shell(Console& outer, bool keep_going);

  // Runs one statement; the exit code of the contract.
  int run(const Statement& statement);
  // A script: `name` stands before its line numbers. It ends at the first statement that fails,
  // which is said with its line, and the exit code is that one's; or, when the shell keeps going,
  // the first that was not exit_done.
  int run_script(std::istream& in, const std::string& name);
  int run_file(const std::string& path);  // "-": standard input
  // -c: a script whose only line numbers would say nothing.
  int run_words(const std::string& words);
  // Lines typed at a terminal, until :quit or control-D.
  int run_terminal();

  // The rest is for colon commands, which write to the console that they are given.
  Console& console() { return console_; }  // what commands are given, but where they write
  ShellSettings& settings() { return settings_; }
  const ShellSettings& settings() const { return settings_; }
  // Opens the file that takes what is printed from now on; empty: the console's out again.
  Result<void> write_to(const std::string& path);
  void end() { ended_ = true; }
  bool ended() const { return ended_; }
  int run_query(Console& console, const std::string& text);

 private:
  int run_with(Console& console, const Statement& statement);
  int run_paged(const Statement& statement);
  int run_all(Statements& statements, const std::string& name, int code);

  Session session_;
  Console console_;
  ShellSettings settings_;
  std::ofstream file_;
  bool keep_going_;
  bool ended_ = false;
  bool at_terminal_ = false;
  int depth_ = 0;  // of scripts that scripts run
};

// `from` with other streams.
Console redirected(const Console& from, std::istream& in, std::ostream& out, std::ostream& err);

// "~/.nutgrafrc" and its like: $NUTGRAF_RC, else ~/.nutgrafrc, else $XDG_CONFIG_HOME/nutgraf/rc or
// ~/.config/nutgraf/rc, whichever is there first; $NUTGRAF_RC need not be there to be named.
std::string rc_file();

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_SHELL_SHELL_H_
