#include "tools/shell/line_editor.h"

#include <histedit.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <cwchar>
#include <utility>

#include "tools/console.h"
#include "tools/interrupts.h"

namespace nutgraf {
namespace {

constexpr int most_remembered = 1000;

}  // namespace

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
  static int read_letter(EditLine* editor, wchar_t* letter);
  void load_history();
};

// Puts in what the candidates share; lists them when that is nothing new.
unsigned char LineEditor::Parts::on_tab(EditLine* editor, int /*key*/) {
  const LineInfo* const line = el_line(editor);
  const auto size = static_cast<std::size_t>(line->cursor - line->buffer);
  const std::string before(line->buffer, size);
  const Completion found = of(editor).complete(before);
  if (found.candidates.empty()) return CC_REFRESH_BEEP;
  const std::string typed = before.substr(found.begin);
  const std::string better = completed(typed, found);
  if (better != typed) {
    el_deletestr(editor, static_cast<int>(letters_of(typed)));
    el_insertstr(editor, better.c_str());
    return CC_REFRESH;
  }
  const std::string list = in_columns(found.candidates, terminal_width().value_or(80));
  std::fprintf(stdout, "\n%s", list.c_str());
  std::fflush(stdout);
  return CC_REDISPLAY;
}

// Reads a letter; 0 at the end, -1 where control-C was pressed, whichever thread was told of it.
int LineEditor::Parts::read_letter(EditLine* /*editor*/, wchar_t* letter) {
  std::mbstate_t state{};
  while (!Interrupts::seen()) {
    std::array<pollfd, 2> waits{
        {{STDIN_FILENO, POLLIN, 0}, {Interrupts::waiting_end(), POLLIN, 0}}};
    if (::poll(waits.data(), waits.size(), -1) < 0) {
      if (errno == EINTR) continue;
      return -1;
    }
    if (waits[0].revents == 0) continue;
    char byte = 0;
    const ssize_t count = ::read(STDIN_FILENO, &byte, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return 0;
    const std::size_t used = std::mbrtowc(letter, &byte, 1, &state);
    if (used == static_cast<std::size_t>(-2)) continue;  // more bytes belong to it
    if (used == static_cast<std::size_t>(-1)) *letter = static_cast<unsigned char>(byte);
    return 1;
  }
  return -1;
}

void LineEditor::Parts::load_history() {
  HistEvent event{};
  ::history(history, &event, H_SETSIZE, most_remembered);
  ::history(history, &event, H_SETUNIQUE, 1);
  if (history_file.empty()) return;
  const int loaded = ::history(history, &event, H_LOAD, history_file.c_str());
  // Statements are added to the file one by one; now and then it is cut to what is remembered.
  struct stat file {};
  constexpr off_t large = off_t{1} << 18;
  if (loaded >= 0 && ::stat(history_file.c_str(), &file) == 0 && file.st_size > large) {
    ::history(history, &event, H_SAVE, history_file.c_str());
  }
}

LineEditor::LineEditor(std::string history_file,
                       std::function<Completion(std::string_view line)> complete)
    : parts_(std::make_unique<Parts>()) {
  parts_->history_file = std::move(history_file);
  parts_->complete = std::move(complete);
  parts_->editor = el_init("nutgraf", stdin, stdout, stderr);
  parts_->history = history_init();
  parts_->load_history();
  EditLine* const editor = parts_->editor;
  el_set(editor, EL_CLIENTDATA, parts_.get());
  el_set(editor, EL_PROMPT, &Parts::show_prompt);
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_SIGNAL, 1);
  el_set(editor, EL_GETCFN, &Parts::read_letter);
  el_set(editor, EL_HIST, history, parts_->history);
  el_set(editor, EL_ADDFN, "complete", "completes the word", &Parts::on_tab);
  el_set(editor, EL_BIND, "^I", "complete", nullptr);
  el_set(editor, EL_BIND, "^R", "em-inc-search-prev", nullptr);
  el_source(editor, nullptr);  // the user's ~/.editrc
}

LineEditor::~LineEditor() {
  history_end(parts_->history);
  el_end(parts_->editor);
}

Input LineEditor::next(std::string prompt) {
  parts_->prompt = std::move(prompt);
  Interrupts::forget();  // what ended the statement before is no key pressed here
  int count = 0;
  const char* const line = el_gets(parts_->editor, &count);
  if (line == nullptr || count <= 0) {
    if (!Interrupts::seen()) return {Input::Kind::end};
    el_reset(parts_->editor);
    return {Input::Kind::interrupted};
  }
  // Control-C right behind the end of a line is for the statement.
  std::string out(line, static_cast<std::size_t>(count));
  while (!out.empty() && (out.back() == '\n' || out.back() == '\r')) out.pop_back();
  return {Input::Kind::line, std::move(out)};
}

void LineEditor::remember(std::string statement) {
  // A comment ends with its line: such a statement stays as it is.
  const bool one_line = statement.find("//") == std::string::npos;
  if (one_line) std::replace(statement.begin(), statement.end(), '\n', ' ');
  HistEvent event{};
  HistEvent last{};
  const bool known = history(parts_->history, &last, H_FIRST) >= 0 && statement == last.str;
  history(parts_->history, &event, H_ENTER, statement.c_str());
  if (known || parts_->history_file.empty()) return;
  if (FILE* file = std::fopen(parts_->history_file.c_str(), "a")) {
    ::fchmod(::fileno(file), S_IRUSR | S_IWUSR);
    std::fseek(file, 0, SEEK_END);
    // The newest; libedit adds one to the count.
    history(parts_->history, &event, H_NSAVE_FP, std::size_t{0}, file);
    std::fclose(file);
  }
}

}  // namespace nutgraf
