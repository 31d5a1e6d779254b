// `nutgraf shell`: all commands without the program's name, on a store that stays open.
#include <filesystem>
#include <utility>

#include "tools/command.h"
#include "tools/listing.h"
#include "tools/shell/shell.h"

namespace nutgraf {
namespace {

struct ShellOptions {
  // Files and statements in the order in which they were told.
  struct Script {
    bool file = false;
    std::string words;
  };
  std::vector<Script> scripts;
  StoreOptions store;
  std::string format;
  std::string color = "auto";
  bool keep_going = false;
  bool no_rc = false;
};

// Something goes wrong in the rc file: a terminal's user may mend it and goes on without the rest.
int run_rc(Shell& shell, bool needed) {
  const std::string rc = rc_file();
  if (rc.empty()) return exit_done;
  const int code = shell.run_file(rc);
  return needed ? code : static_cast<int>(exit_done);
}

int run(Console& console, const ShellOptions& options) {
  const bool on_terminal =
      options.scripts.empty() && console.in_is_terminal && console.out_is_terminal;
  Shell shell(console, options.keep_going);
  if (!options.store.store.empty()) shell.console().store = options.store.store;
  shell.console().format = options.format;
  shell.console().color = options.color;
  if (!options.no_rc) {
    const int code = run_rc(shell, !on_terminal);
    if (code != exit_done && !options.keep_going) return code;
  }
  if (on_terminal) return shell.run_terminal();
  if (options.scripts.empty()) return shell.run_file("-");
  int code = exit_done;
  for (const ShellOptions::Script& script : options.scripts) {
    if (shell.ended()) break;
    const int told = script.file ? shell.run_file(script.words) : shell.run_words(script.words);
    if (code == exit_done) code = told;
    if (code != exit_done && !options.keep_going) break;
  }
  return code;
}

}  // namespace

int run_shell(Console& console, const Arguments& words) {
  ShellOptions options;
  Options line("shell", "[-c STATEMENT]… [-f FILE]…",
               "all commands without the program's name, with history and completion");
  line.note(
      "On a terminal it asks for statements; :help there lists what there is. Else it runs those\n"
      "of -c and -f in their order, or of standard input, and ends at the first that fails, which "
      "is\ntold with its line. First it runs $NUTGRAF_RC, else ~/.nutgrafrc, else\n"
      "~/.config/nutgraf/rc.");
  line.note("Dates may also be today, yesterday, this or last week, month, year.");
  line.each(
      "-c,--command", "STATEMENT",
      [&options](const std::string& told) {
        options.scripts.push_back({false, told});
      },
      "runs it: a command, a query or a :command; may be given again");
  line.each(
      "-f,--file", "FILE",
      [&options](const std::string& told) {
        options.scripts.push_back({true, told});
      },
      "runs the statements of a file (-: standard input); may be given again");
  line.flag("--keep-going", options.keep_going,
            "scripts go on behind what fails; the exit code is the first that was not 0");
  line.flag("--no-rc", options.no_rc, "does not run the rc file");
  line.choice("--format", row_formats(), options.format, "how rows are written, as :mode says");
  line.choice("--color", {"auto", "always", "never"}, options.color,
              "for all commands that are told no --color");
  options.store.add_to(line, false);
  line.example("shell --store news.store");
  line.example("shell -c 'who --at Mosul --limit 3' -c 'MATCH (e:Event) RETURN count(e)'");
  if (const auto code = line.parse(console, words)) return *code;
  return run(console, options);
}

}  // namespace nutgraf
