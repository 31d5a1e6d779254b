#include "tools/shell/shell.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <sstream>
#include <utility>
#include <vector>

#include "tools/command.h"
#include "tools/interrupts.h"
#include "tools/listing.h"
#include "tools/shell/colon_commands.h"
#include "tools/shell/completion.h"
#include "tools/shell/output.h"
#include "tools/words.h"

namespace nutgraf {
namespace {

constexpr int deepest_script = 20;

std::string quoted_start(const std::string& text) {
  const std::string line = text.substr(0, text.find('\n'));
  return '"' + shorten(line, 50) + '"';
}

std::size_t terminal_rows() {
  winsize size{};
  const bool told = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0;
  return told ? size.ws_row : 24;
}

void tell_time(Console& console, std::chrono::steady_clock::duration taken) {
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(taken).count();
  console.err << "took " << micros / 1000 << '.' << micros / 100 % 10 << " ms\n";
}

}  // namespace

Console redirected(const Console& from, std::istream& in, std::ostream& out, std::ostream& err) {
  Console to{in, out, err};
  to.in_is_terminal = from.in_is_terminal;
  to.out_is_terminal = from.out_is_terminal;
  to.err_is_terminal = from.err_is_terminal;
  to.width = from.width;
  to.interactive = from.interactive;
  to.session = from.session;
  to.store = from.store;
  to.format = from.format;
  to.color = from.color;
  to.max_rows = from.max_rows;
  return to;
}

std::string rc_file() {
  const auto told = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  if (std::getenv("NUTGRAF_RC") != nullptr) return told("NUTGRAF_RC");
  const std::string home = told("HOME");
  std::vector<std::string> places;
  if (!home.empty()) places.push_back(home + "/.nutgrafrc");
  if (const std::string config = told("XDG_CONFIG_HOME"); !config.empty()) {
    places.push_back(config + "/nutgraf/rc");
  } else if (!home.empty()) {
    places.push_back(home + "/.config/nutgraf/rc");
  }
  std::error_code failure;
  for (std::string& place : places) {
    if (std::filesystem::exists(place, failure)) return std::move(place);
  }
  return {};
}

Shell::Shell(Console& outer, bool keep_going)
    : console_(redirected(outer, outer.in, outer.out, outer.err)), keep_going_(keep_going) {
  console_.session = &session_;
  console_.interactive = true;
}

Result<void> Shell::write_to(const std::string& path) {
  if (file_.is_open()) file_.close();
  settings_.output.clear();
  if (path.empty()) return {};
  file_.open(path, std::ios::binary | std::ios::trunc);
  if (!file_) {
    return fail(ErrorCode::io, "cannot write " + path + ": " + std::strerror(errno));
  }
  settings_.output = path;
  return {};
}

int Shell::run_query(Console& console, const std::string& text) {
  Arguments words{"query"};
  for (const auto& [name, value] : settings_.parameters) {
    std::string told = name;
    told.append("=").append(value);
    words.insert(words.end(), {"--param", std::move(told)});
  }
  words.emplace_back("--");
  words.push_back(text);
  if (settings_.explain) {
    const std::string first = split_words(text).front();
    if (beginning_with(first, {"EXPLAIN", "PROFILE"}).empty()) {
      Arguments plan = words;
      plan.back() = "EXPLAIN " + text;
      if (const int code = run_command(console, plan); code != exit_done) return code;
      console.out << '\n';
    }
  }
  return run_command(console, words);
}

int Shell::run_with(Console& console, const Statement& statement) {
  if (statement.kind == Statement::Kind::query) return run_query(console, statement.text);
  if (statement.kind == Statement::Kind::colon) {
    return run_colon_command(*this, console, statement.text);
  }
  const std::vector<std::string> words = split_words(statement.text);
  if (words.empty()) return exit_done;
  if (words.front() == "quit" || words.front() == "exit") {
    end();
    return exit_done;
  }
  if (words.front() == "help") return run_colon_command(*this, console, ':' + statement.text);
  if (words.front() == "shell") {
    console.err << "this is the shell\n";
    return exit_done;
  }
  // "who acted in Mosul?" is a question in words.
  if (words.back().back() == '?' && words.front() != "ask") {
    return run_command(console, {"ask", statement.text});
  }
  return run_command(console, words);
}

// On a terminal, through the pager where it is too much for the screen.
int Shell::run_paged(const Statement& statement) {
  console_.width = terminal_width().value_or(console_.width);
  PagedBuffer pages(console_.out, terminal_rows(), console_.width,
                    settings_.pager ? pager_command() : "");
  NotesBuffer notes(console_.err, pages);
  std::ostream out(&pages);
  std::ostream err(&notes);
  Console console = redirected(console_, console_.in, out, err);
  const auto begin = std::chrono::steady_clock::now();
  const int code = run_with(console, statement);
  const auto taken = std::chrono::steady_clock::now() - begin;
  pages.end();
  notes.end();
  if (settings_.timing) tell_time(console_, taken);
  return code;
}

int Shell::run(const Statement& statement) {
  const bool to_file = file_.is_open();
  if (at_terminal_ && !to_file) {
    const int code = run_paged(statement);
    if (Interrupts::seen()) session_.forget();
    return code;
  }
  Console console = redirected(console_, console_.in, to_file ? file_ : console_.out, console_.err);
  if (to_file) {
    console.out_is_terminal = false;
    console.width = no_width;
  }
  const auto begin = std::chrono::steady_clock::now();
  int code = run_with(console, statement);
  const bool open = !to_file || file_.is_open();  // :output may have closed it
  if (open && !console.out.flush()) {
    code = report_error(console, {ErrorCode::io,
                                  "cannot write to " +
                                      (to_file ? settings_.output : std::string("standard output")),
                                  {},
                                  0,
                                  0,
                                  {}});
  }
  if (settings_.timing) tell_time(console_, std::chrono::steady_clock::now() - begin);
  if (Interrupts::seen()) session_.forget();
  return code;
}

int Shell::run_all(Statements& statements, const std::string& name, int code) {
  while (!ended_) {
    const auto statement = statements.next();
    if (!statement) break;
    const int told = run(*statement);
    if (told == exit_done) continue;
    if (!name.empty()) {
      console_.err << "nutgraf: " << name << ':' << statement->line << ": "
                   << (keep_going_ ? "failed at " : "stopped at ") << quoted_start(statement->text)
                   << " (exit code " << told << ")\n";
    }
    if (code == exit_done) code = told;
    if (!keep_going_) break;
  }
  return code;
}

int Shell::run_script(std::istream& in, const std::string& name) {
  if (depth_ == deepest_script) {
    return report_error(
        console_, {ErrorCode::usage, name + ": scripts run each other in a circle", {}, 0, 0, {}});
  }
  ++depth_;
  Statements statements;
  int code = exit_done;
  const auto going = [&] { return !ended_ && (code == exit_done || keep_going_); };
  for (std::string line; going() && std::getline(in, line);) {
    statements.add(line);
    code = run_all(statements, name, code);
  }
  if (going()) {
    statements.end();
    code = run_all(statements, name, code);
  }
  --depth_;
  return code;
}

int Shell::run_file(const std::string& path) {
  if (path == "-") return run_script(console_.in, path);
  std::ifstream in(path, std::ios::binary);
  std::error_code failure;
  if (!in || std::filesystem::is_directory(path, failure)) {
    const std::string why = in ? "it is a folder" : std::strerror(errno);
    return report_error(console_,
                        {ErrorCode::io, "cannot read " + path + ": " + why, {}, 0, 0, {}});
  }
  return run_script(in, path);
}

int Shell::run_words(const std::string& words) {
  std::istringstream in(words);
  return run_script(in, "");
}

}  // namespace nutgraf
