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
  CHECK(default_format({"jsonl", "table"}, "jsonl") == "table");
  CHECK(default_format({"jsonl"}, "jsonl") == "jsonl");
}
