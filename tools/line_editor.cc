#include "tools/line_editor.h"

#include <histedit.h>

#include <cstdio>
#include <cstring>
#include <utility>

namespace nutgraf {

struct LineEditor::Parts {
  std::string prompt;
  std::string history_file;
  std::function<Completion(std::string_view)> complete;
  EditLine* editor = nullptr;
  History* history = nullptr;

  static Parts& of(EditLine* editor) {
    void* data = nullptr;
    el_get(editor, EL_CLIENTDATA, &data);
    return *static_cast<Parts*>(data);
  }
  static char* show_prompt(EditLine* editor) { return of(editor).prompt.data(); }
  static unsigned char on_tab(EditLine* editor, int key);
};

// Puts in what all candidates share; lists them when that is nothing new.
unsigned char LineEditor::Parts::on_tab(EditLine* editor, int /*key*/) {
  const LineInfo* const line = el_line(editor);
  const auto size = static_cast<std::size_t>(line->cursor - line->buffer);
  const std::string_view before(line->buffer, size);
  const Completion found = of(editor).complete(before);
  if (found.candidates.empty()) return CC_REFRESH_BEEP;
  const std::string typed(before.substr(found.begin));
  std::string shared = common_start(found.candidates);
  if (found.candidates.size() == 1) shared = found.candidates.front() + ' ';
  if (shared.size() > typed.size()) {
    el_deletestr(editor, static_cast<int>(typed.size()));
    el_insertstr(editor, shared.c_str());
    return CC_REFRESH;
  }
  std::fputc('\n', stdout);
  std::size_t shown = 0;
  for (const std::string& candidate : found.candidates) {
    if (++shown > 60) {
      std::fprintf(stdout, "… and %zu more\n", found.candidates.size() - 60);
      break;
    }
    std::fprintf(stdout, "%s\n", candidate.c_str());
  }
  std::fflush(stdout);
  return CC_REDISPLAY;
}

LineEditor::LineEditor(std::string prompt, std::string history_file,
                       std::function<Completion(std::string_view line)> complete)
    : parts_(std::make_unique<Parts>()) {
  parts_->prompt = std::move(prompt);
  parts_->history_file = std::move(history_file);
  parts_->complete = std::move(complete);
  parts_->editor = el_init("nutgraf", stdin, stdout, stderr);
  parts_->history = history_init();
  HistEvent event{};
  history(parts_->history, &event, H_SETSIZE, 1000);
  history(parts_->history, &event, H_SETUNIQUE, 1);
  if (!parts_->history_file.empty()) {
    history(parts_->history, &event, H_LOAD, parts_->history_file.c_str());
  }
  EditLine* const editor = parts_->editor;
  el_set(editor, EL_CLIENTDATA, parts_.get());
  el_set(editor, EL_PROMPT, &Parts::show_prompt);
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_SIGNAL, 1);
  el_set(editor, EL_HIST, history, parts_->history);
  el_set(editor, EL_ADDFN, "complete", "completes the word", &Parts::on_tab);
  el_set(editor, EL_BIND, "^I", "complete", nullptr);
  el_set(editor, EL_BIND, "^R", "em-inc-search-prev", nullptr);
}

LineEditor::~LineEditor() {
  HistEvent event{};
  if (!parts_->history_file.empty()) {
    history(parts_->history, &event, H_SAVE, parts_->history_file.c_str());
  }
  history_end(parts_->history);
  el_end(parts_->editor);
}

std::optional<std::string> LineEditor::next() {
  int count = 0;
  const char* const line = el_gets(parts_->editor, &count);
  if (line == nullptr || count <= 0) return std::nullopt;
  std::string out(line, static_cast<std::size_t>(count));
  while (!out.empty() && (out.back() == '\n' || out.back() == '\r')) out.pop_back();
  if (out.find_first_not_of(" \t") != std::string::npos) {
    HistEvent event{};
    history(parts_->history, &event, H_ENTER, out.c_str());
  }
  return out;
}

}  // namespace nutgraf
