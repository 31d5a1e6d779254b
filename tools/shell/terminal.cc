// The shell at a terminal: prompts, history, completion.
#include <langinfo.h>
#include <clocale>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include "tools/command.h"
#include "tools/interrupts.h"
#include "tools/shell/colon_commands.h"
#include "tools/shell/known_words.h"
#include "tools/shell/line_editor.h"
#include "tools/shell/shell.h"

namespace nutgraf {
namespace {

namespace fs = std::filesystem;

constexpr const char* prompt = "nutgraf> ";
constexpr const char* continued = "    ...> ";

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

// libedit counts letters by the locale; nothing else here does.
void speak_utf8() {
  std::setlocale(LC_CTYPE, "");
  if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0) std::setlocale(LC_CTYPE, "C.UTF-8");
}

class Completer {
 public:
  Completer(Shell& shell, const Statements& statements) : shell_(shell), statements_(statements) {
    for (const Command& command : commands()) {
      if (command.name != "shell") sources_.commands.emplace_back(command.name);
    }
    sources_.commands.insert(sources_.commands.end(), {"help", "quit"});
    for (const ColonCommand& command : colon_commands()) {
      sources_.colon_commands.push_back(':' + std::string(command.name));
    }
    sources_.topics = help_topics();
    sources_.query = query_words();
    sources_.words = [](const std::string& name) -> CommandWords {
      if (name.front() == ':') return {{}, colon_arguments(std::string_view(name).substr(1))};
      return words_of_command(name);
    };
    sources_.values = [this](const std::string& holds, const std::string& prefix) {
      return values(holds, prefix);
    };
  }
  Completer(const Completer&) = delete;
  Completer& operator=(const Completer&) = delete;

  Completion at(std::string_view line) const {
    return complete_line(statements_.pending(), line, sources_);
  }

 private:
  std::vector<std::string> values(const std::string& holds, const std::string& prefix) {
    if (holds == "PARAMETER") {
      std::vector<std::string> names;
      for (const auto& [name, value] : shell_.settings().parameters) names.push_back(name);
      return beginning_with(prefix, names);
    }
    const auto reading = Reading::open(shell_.console(), {});
    return known_values(reading ? &reading->reader() : nullptr, holds, prefix);
  }

  Shell& shell_;
  const Statements& statements_;
  CompletionSources sources_;
};

void greet(Console& console) {
  console.out << "nutgraf " NUTGRAF_VERSION;
  const StoreOptions options;
  const auto reading = Reading::open(console, options);
  const auto folder = options.folder(console);
  const auto counts = reading ? reading->reader().counts() : fail(ErrorCode::not_found, "");
  if (counts && folder) {
    console.out << " on " << *folder << ": " << counts->reports
                << (counts->reports == 1 ? " report" : " reports");
  }
  console.out << "; :help lists what there is, Tab completes, control-D ends\n" << std::flush;
  if (!reading) report_error(console, reading.error());
}

}  // namespace

int Shell::run_terminal() {
  speak_utf8();
  const Interrupts noted;
  at_terminal_ = true;
  Statements statements;
  const Completer completer(*this, statements);
  LineEditor editor(history_file(),
                    [&completer](std::string_view line) { return completer.at(line); });
  greet(console_);
  while (!ended_) {
    const Input input = editor.next(statements.pending().empty() ? prompt : continued);
    if (input.kind == Input::Kind::end) break;
    if (input.kind == Input::Kind::interrupted) {
      statements.drop();
      console_.out << "^C\n" << std::flush;
      continue;
    }
    statements.add(input.line);
    while (auto statement = statements.next()) {
      const bool query = statement->kind == Statement::Kind::query;
      editor.remember(statement->text + (query ? ";" : ""));
      run(*statement);
      if (ended_) break;
    }
  }
  if (!ended_) console_.out << '\n';
  console_.out << std::flush;
  at_terminal_ = false;
  return exit_done;
}

}  // namespace nutgraf
