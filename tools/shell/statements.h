// What is typed into the shell, cut into what is run.
//
//   line       := blank | "#" … | "//" … | colon | command | part of a query
//   colon      := ":" name …                      to the end of the line
//   command    := name …                          to the end of the line; a ";" there is dropped
//   query      := MATCH | RETURN | … ;            over any number of lines, to a ";" that stands in
//                                                 no string, no `name` and no comment
//   ":explain" query is the query EXPLAIN asks for; a command whose line ends with "\" goes on.
#ifndef NUTGRAF_TOOLS_SHELL_STATEMENTS_H_
#define NUTGRAF_TOOLS_SHELL_STATEMENTS_H_

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf {

struct Statement {
  enum class Kind { query, colon, command };
  Kind kind = Kind::command;
  std::string text;      // without the ";" that ends it
  std::size_t line = 0;  // where it begins, from 1
};

class Statements {
 public:
  // Takes one line, without its end.
  void add(std::string_view line);
  // The next statement that is whole; nullopt when more lines are needed.
  std::optional<Statement> next();
  // At the end of input: what goes on is whole as it is.
  void end();
  // The lines of a statement that goes on; empty when none does.
  const std::string& pending() const { return pending_; }
  void drop() { pending_.clear(); }

 private:
  void begin(std::string_view line);
  void go_on();
  void finish(Statement::Kind kind, std::string text);

  std::deque<Statement> whole_;
  std::string pending_;
  Statement::Kind kind_ = Statement::Kind::query;
  std::size_t line_ = 0;
  std::size_t first_ = 0;
};

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_SHELL_STATEMENTS_H_
