// Lines from a terminal, with editing, history and completion (libedit).
#ifndef NUTGRAF_TOOLS_LINE_EDITOR_H_
#define NUTGRAF_TOOLS_LINE_EDITOR_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "tools/completion.h"

namespace nutgraf {

class LineEditor {
 public:
  // `history_file` is read now and written when the editor ends; empty: no history is kept.
  LineEditor(std::string prompt, std::string history_file,
             std::function<Completion(std::string_view line)> complete);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  // The next line without its end; nullopt at the end of input (control-D).
  std::optional<std::string> next();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_LINE_EDITOR_H_
