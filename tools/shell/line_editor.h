// Lines from a terminal, with editing, history and completion (libedit).
#ifndef NUTGRAF_TOOLS_SHELL_LINE_EDITOR_H_
#define NUTGRAF_TOOLS_SHELL_LINE_EDITOR_H_

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "tools/shell/completion.h"

namespace nutgraf {

struct Input {
  enum class Kind { line, interrupted, end };  // a line, control-C, control-D or a lost terminal
  Kind kind = Kind::end;
  std::string line = {};  // without its end
};

class LineEditor {
 public:
  // `history_file` is read now, and each statement is written to it as it is remembered; empty: no
  // history is kept.
  LineEditor(std::string history_file, std::function<Completion(std::string_view line)> complete);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  // Requires that control-C is noted (tools/interrupts.h); it is forgotten again.
  Input next(std::string prompt);
  // What the up key brings back; on one line where that means the same.
  void remember(std::string statement);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_SHELL_LINE_EDITOR_H_
