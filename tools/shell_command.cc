// `nutgraf shell`: all commands without the program's name, on a store that stays open.
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "tools/command.h"
#include "tools/completion.h"
#include "tools/graph_query.h"
#include "tools/line_editor.h"
#include "tools/session.h"

namespace nutgraf {
namespace {

namespace fs = std::filesystem;

// $XDG_STATE_HOME/nutgraf/history, else ~/.local/state/nutgraf/history; empty without a home.
std::string history_file() {
  fs::path folder;
  if (const char* state = std::getenv("XDG_STATE_HOME"); state != nullptr && *state != '\0') {
    folder = state;
  } else if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
    folder = fs::path(home) / ".local" / "state";
  } else {
    return {};
  }
  folder /= "nutgraf";
  std::error_code failure;
  fs::create_directories(folder, failure);
  return failure ? std::string() : (folder / "history").string();
}

// The options that a command's help page lists.
std::vector<std::string> options_of(const std::string& command) {
  std::istringstream nothing;
  std::ostringstream page;
  std::ostringstream ignored;
  Console console{nothing, page, ignored};
  run_command(console, {command, "--help"});
  std::vector<std::string> out;
  std::istringstream lines(page.str());
  for (std::string line; std::getline(lines, line);) {
    const std::size_t begin = line.find("--");
    const bool option =
        begin != std::string::npos && begin >= 2 && begin <= 6 && line.compare(0, 3, "  -") == 0;
    if (option) out.push_back(line.substr(begin, line.find(' ', begin) - begin));
  }
  return out;
}

class Shell {
 public:
  Shell(Console& outer, const StoreOptions& options) : console_(outer), options_(options) {
    console_.session = &session_;
    console_.interactive = true;
    if (!options.store.empty()) console_.store = options.store;
  }

  int run(bool on_terminal) { return on_terminal ? with_editor() : with_lines(); }

 private:
  CompletionSources sources();
  // False when the shell is to end.
  bool take(const std::string& line);
  int with_editor();
  int with_lines();

  Session session_;
  Console console_;
  const StoreOptions& options_;
  int last_ = exit_done;
};

CompletionSources Shell::sources() {
  CompletionSources out;
  for (const Command& command : commands()) {
    if (command.name != "shell") out.commands.emplace_back(command.name);
  }
  out.commands.insert(out.commands.end(), {"help", "quit", "MATCH"});
  out.options = options_of;
  out.names = [this](const std::string& prefix) -> std::vector<std::string> {
    const auto reading = Reading::open(console_, options_);
    if (!reading) return {};
    auto names = reading->reader().complete(prefix, 100);
    return names ? std::move(*names) : std::vector<std::string>();
  };
  return out;
}

bool Shell::take(const std::string& line) {
  if (is_query(line)) {
    last_ = run_command(console_, {"query", line});
    console_.out.flush();
    return true;
  }
  const std::vector<std::string> words = split_words(line);
  if (words.empty() || words.front().front() == '#') return true;
  if (words.front() == "quit" || words.front() == "exit") return false;
  if (words.front() == "shell") {
    console_.err << "this is the shell\n";
    return true;
  }
  last_ = run_command(console_, words);
  console_.out.flush();
  return true;
}

int Shell::with_editor() {
  const CompletionSources known = sources();
  LineEditor editor("nutgraf> ", history_file(),
                    [&known](std::string_view line) { return complete_line(line, known); });
  console_.out
      << "help lists the commands, MATCH begins a query; quit or control-D ends; Tab completes\n"
      << std::flush;
  while (const auto line = editor.next()) {
    if (!take(*line)) return exit_done;
  }
  console_.out << '\n';
  return exit_done;
}

// From a pipe: the exit code is that of the last command.
int Shell::with_lines() {
  for (std::string line; std::getline(console_.in, line);) {
    if (!take(line)) break;
  }
  return last_;
}

}  // namespace

int run_shell(Console& console, const Arguments& words) {
  StoreOptions store;
  Options line("shell", "", "all commands without the program's name, with history and completion");
  line.note("Dates may also be today, yesterday, this or last week, month, year.");
  store.add_to(line, false);
  line.example("shell --store news.store");
  if (const auto code = line.parse(console, words)) return *code;
  Shell shell(console, store);
  return shell.run(console.in_is_terminal && console.out_is_terminal);
}

}  // namespace nutgraf
