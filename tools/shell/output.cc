#include "tools/shell/output.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "extract/text/width.h"

namespace nutgraf {
namespace {

bool in_path(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::string_view left(path == nullptr ? "" : path);
  while (!left.empty()) {
    const std::size_t end = std::min(left.find(':'), left.size());
    const std::string file = std::string(left.substr(0, end)) + '/' + program;
    if (::access(file.c_str(), X_OK) == 0) return true;
    left.remove_prefix(std::min(end + 1, left.size()));
  }
  return false;
}

// The rows that a line takes: terminals wrap what is too long. Colours take no room.
std::size_t rows_of(std::string_view line, std::size_t columns) {
  std::string shown;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '\x1b') {
      shown += line[i];
      continue;
    }
    while (i < line.size() && line[i] != 'm') ++i;
  }
  const std::size_t width = display_width(shown);
  return width == 0 ? 1 : (width + columns - 1) / columns;
}

}  // namespace

std::string pager_command() {
  for (const char* name : {"NUTGRAF_PAGER", "PAGER"}) {
    const char* told = std::getenv(name);
    if (told == nullptr) continue;
    const std::string command(told);
    return command == "cat" ? "" : command;
  }
  return in_path("less") ? "less -RFX" : "";
}

void PagedBuffer::begin_pager() {
  terminal_.flush();
  ::setenv("LESS", "RFX", 0);
  pager_ = ::popen(pager_command_.c_str(), "w");
  if (pager_ == nullptr) {
    pager_command_.clear();
    return;
  }
  struct sigaction ignored = {};
  ignored.sa_handler = SIG_IGN;
  ::sigaction(SIGPIPE, &ignored, &before_pipe_);
}

bool PagedBuffer::take(std::string_view words) {
  if (pager_ == nullptr) {
    kept_ += words;
    if (pager_command_.empty()) {
      sync();
      return true;
    }
    std::size_t end = kept_.find('\n', counted_);
    for (; end != std::string::npos && lines_ < rows_; end = kept_.find('\n', counted_)) {
      lines_ += rows_of(std::string_view(kept_).substr(counted_, end - counted_), columns_);
      counted_ = end + 1;
    }
    if (lines_ < rows_) return true;  // one row is the prompt's
    begin_pager();
    words = kept_;
  }
  if (pager_ == nullptr) return sync() == 0;
  const bool written = std::fwrite(words.data(), 1, words.size(), pager_) == words.size() &&
                       std::fflush(pager_) == 0;
  kept_.clear();
  return written;
}

PagedBuffer::int_type PagedBuffer::overflow(int_type letter) {
  if (traits_type::eq_int_type(letter, traits_type::eof())) return traits_type::not_eof(letter);
  const char c = traits_type::to_char_type(letter);
  return take({&c, 1}) ? letter : traits_type::eof();
}

std::streamsize PagedBuffer::xsputn(const char* words, std::streamsize size) {
  return take({words, static_cast<std::size_t>(size)}) ? size : 0;
}

int PagedBuffer::sync() {
  if (pager_ != nullptr) return std::fflush(pager_);
  terminal_ << kept_ << std::flush;
  kept_.clear();
  counted_ = 0;
  lines_ = 0;
  return terminal_ ? 0 : -1;
}

void PagedBuffer::end() {
  if (pager_ == nullptr) {
    sync();
    return;
  }
  // Control-C belongs to the pager now.
  struct sigaction ignored = {};
  struct sigaction before = {};
  ignored.sa_handler = SIG_IGN;
  ::sigaction(SIGINT, &ignored, &before);
  ::pclose(pager_);
  pager_ = nullptr;
  ::sigaction(SIGINT, &before, nullptr);
  ::sigaction(SIGPIPE, &before_pipe_, nullptr);
  counted_ = 0;
  lines_ = 0;
}

NotesBuffer::int_type NotesBuffer::overflow(int_type letter) {
  if (traits_type::eq_int_type(letter, traits_type::eof())) return traits_type::not_eof(letter);
  const char c = traits_type::to_char_type(letter);
  xsputn(&c, 1);
  return letter;
}

std::streamsize NotesBuffer::xsputn(const char* words, std::streamsize size) {
  if (beside_.busy() || !kept_.empty()) {
    kept_.append(words, static_cast<std::size_t>(size));
  } else {
    terminal_.write(words, size);
  }
  return size;
}

int NotesBuffer::sync() {
  terminal_.flush();
  return 0;
}

void NotesBuffer::end() {
  terminal_ << kept_ << std::flush;
  kept_.clear();
}

}  // namespace nutgraf
