#include "tests/support/terminal.h"

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string_view>

namespace nutgraf::testing {

namespace {

constexpr int patience = 30'000;  // milliseconds

}  // namespace

Terminal::Terminal(const std::vector<std::string>& words,
                   const std::vector<std::string>& variables) {
  std::vector<std::string> all_words{NUTGRAF_PROGRAM};
  all_words.insert(all_words.end(), words.begin(), words.end());
  // libedit never frees the names of the functions that it is given.
  std::vector<std::string> all{"TERM=xterm-256color", "LC_ALL=C.UTF-8",
                               "ASAN_OPTIONS=detect_leaks=0"};
  all.insert(all.end(), variables.begin(), variables.end());
  const std::vector<std::string> told = environment_with(home_.path(), all);
  const std::vector<char*> arguments = pointers_to(all_words);
  const std::vector<char*> environment = pointers_to(told);
  winsize size{};
  size.ws_row = 24;
  size.ws_col = 80;
  child_ = ::forkpty(&master_, nullptr, nullptr, &size);
  if (child_ == 0) {
    ::execve(NUTGRAF_PROGRAM, arguments.data(), environment.data());
    ::_exit(127);
  }
}

Terminal::~Terminal() {
  if (child_ > 0) {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
  if (master_ >= 0) ::close(master_);
}

void Terminal::type(const std::string& text) const {
  std::string_view left = text;
  while (!left.empty()) {
    const ssize_t written = ::write(master_, left.data(), left.size());
    if (written <= 0) return;
    left.remove_prefix(static_cast<std::size_t>(written));
  }
}

void Terminal::enter(const std::string& line) const { type(line + "\r"); }

void Terminal::interrupt() const { ::kill(child_, SIGINT); }

bool Terminal::read_more() {
  pollfd waits{master_, POLLIN, 0};
  if (::poll(&waits, 1, patience) <= 0) return false;
  std::array<char, 4096> bytes{};
  const ssize_t count = ::read(master_, bytes.data(), bytes.size());
  ended_ = count <= 0;  // a terminal without a program at it: EIO
  if (ended_) return false;
  seen_.append(bytes.data(), static_cast<std::size_t>(count));
  return true;
}

std::string Terminal::until(const std::string& text) {
  std::size_t at = seen_.find(text, taken_);
  while (at == std::string::npos && read_more()) at = seen_.find(text, taken_);
  const std::size_t end = at == std::string::npos ? seen_.size() : at + text.size();
  std::string out = seen_.substr(taken_, end - taken_);
  taken_ = end;
  return out;
}

std::string Terminal::end() {
  while (read_more()) {
  }
  int status = 0;
  if (!ended_) ::kill(child_, SIGKILL);
  ::waitpid(child_, &status, 0);
  child_ = -1;
  code_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return seen_.substr(taken_);
}

}  // namespace nutgraf::testing
