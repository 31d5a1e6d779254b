// What the environment tells a program that writes to no terminal.
#include "tools/console.h"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "tools/row_options.h"

using namespace nutgraf;

namespace {

// A variable of the environment, as long as the object lives.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) { ::setenv(name, value, 1); }
  ~Variable() { ::unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
};

RowFormat format_of_rows(const std::string& told) {
  Console console = process_console();
  console.out_is_terminal = false;
  RowOptions rows;
  rows.format = told;
  return rows.row_format(console);
}

}  // namespace

TEST_CASE("NUTGRAF_FORMAT is the format where none is said and the command knows it") {
  CHECK(format_of_rows("") == RowFormat::tsv);
  const Variable format("NUTGRAF_FORMAT", "table");
  CHECK(format_of_rows("") == RowFormat::table);
  CHECK(format_of_rows("csv") == RowFormat::csv);
  Console console = process_console();
  CHECK(default_format(console, {"jsonl", "table"}, "jsonl") == "table");
  CHECK(default_format(console, {"jsonl"}, "jsonl") == "jsonl");
  // What the shell's :mode says comes first.
  console.format = "json";
  CHECK(default_format(console, {"json", "table"}, "table") == "json");
  console.format = "box";
  CHECK(default_format(console, {"json", "table"}, "json") == "json");
}

TEST_CASE("colours are for terminals that have them, unless a choice is made") {
  const auto wanted = [](bool terminal, const char* choice, const char* shells = "auto") {
    Console console = process_console();
    console.out_is_terminal = terminal;
    console.color = shells;
    return color_wanted(console, choice);
  };
  const Variable terminal("TERM", "xterm");
  CHECK(wanted(true, "auto"));
  CHECK_FALSE(wanted(false, "auto"));
  CHECK(wanted(false, "always"));
  CHECK_FALSE(wanted(true, "never"));
  CHECK(wanted(false, "auto", "always"));
  CHECK_FALSE(wanted(true, "auto", "never"));
  CHECK(wanted(false, "always", "never"));
  {
    const Variable none("NO_COLOR", "1");
    CHECK_FALSE(wanted(true, "auto"));
    CHECK(wanted(true, "always"));
  }
  {
    const Variable empty("NO_COLOR", "");
    CHECK(wanted(true, "auto"));
  }
  const Variable dumb("TERM", "dumb");
  CHECK_FALSE(wanted(true, "auto"));
}

TEST_CASE("a table off a terminal is as wide as its cells, unless COLUMNS says how wide") {
  ::unsetenv("COLUMNS");
  CHECK((terminal_width() || process_console().width == no_width));
  const Variable columns("COLUMNS", "77");
  CHECK((terminal_width() || process_console().width == 77));
}
