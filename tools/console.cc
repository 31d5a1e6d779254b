#include "tools/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>

namespace nutgraf {
namespace {

constexpr std::size_t narrowest = 20;

// $COLUMNS, where it tells a width that a table can keep to.
std::size_t told_width(std::size_t otherwise) {
  const char* words = std::getenv("COLUMNS");
  if (words == nullptr) return otherwise;
  const std::string_view told(words);
  std::size_t width = 0;
  const auto read = std::from_chars(told.data(), told.data() + told.size(), width);
  const bool whole = read.ec == std::errc() && read.ptr == told.data() + told.size();
  return whole && width >= narrowest ? width : otherwise;
}

}  // namespace

Console process_console() {
  Console console{std::cin, std::cout, std::cerr};
  console.in_is_terminal = ::isatty(STDIN_FILENO) == 1;
  console.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  console.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
  console.width = told_width(console.width);
  winsize size{};
  if (console.out_is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
      size.ws_col >= narrowest) {
    console.width = size.ws_col;
  }
  return console;
}

std::string default_format(std::initializer_list<std::string_view> known,
                           std::string_view otherwise) {
  const char* told = std::getenv("NUTGRAF_FORMAT");
  const bool fits = told != nullptr && std::find(known.begin(), known.end(), told) != known.end();
  return std::string(fits ? std::string_view(told) : otherwise);
}

int report_error(Console& console, const Error& error) {
  console.err << "nutgraf: " << error.text() << '\n';
  switch (error.code) {
    case ErrorCode::usage:
      return exit_usage;
    case ErrorCode::unavailable:
      return exit_unavailable;
    case ErrorCode::invalid:
    case ErrorCode::not_found:
    case ErrorCode::io:
      break;
  }
  return exit_failed;
}

bool color_wanted(const Console& console, std::string_view choice) {
  if (choice == "always") return true;
  if (choice == "never" || std::getenv("NO_COLOR") != nullptr) return false;
  return console.out_is_terminal;
}

}  // namespace nutgraf
