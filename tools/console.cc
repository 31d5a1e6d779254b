#include "tools/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>

#include "tools/listing.h"

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
  console.width = terminal_width().value_or(told_width(no_width));
  return console;
}

std::optional<std::size_t> terminal_width() {
  winsize size{};
  const bool told = ::isatty(STDOUT_FILENO) == 1 &&
                    ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= narrowest;
  if (told) return size.ws_col;
  return std::nullopt;
}

std::string default_format(const Console& console, const std::vector<std::string>& known,
                           std::string_view otherwise) {
  const auto fits = [&known](std::string_view word) {
    return std::find(known.begin(), known.end(), word) != known.end();
  };
  if (!console.format.empty()) {
    return std::string(fits(console.format) ? std::string_view(console.format) : otherwise);
  }
  const char* told = std::getenv("NUTGRAF_FORMAT");
  return std::string(told != nullptr && fits(told) ? std::string_view(told) : otherwise);
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
  if (choice == "auto") choice = console.color;
  if (choice == "always" || choice == "never") return choice == "always";
  const auto told = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string_view(value == nullptr ? "" : value);
  };
  return told("NO_COLOR").empty() && told("TERM") != "dumb" && console.out_is_terminal;
}

}  // namespace nutgraf
