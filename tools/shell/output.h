// Where a command of the shell writes on a terminal: straight to it, or through a pager.
#ifndef NUTGRAF_TOOLS_SHELL_OUTPUT_H_
#define NUTGRAF_TOOLS_SHELL_OUTPUT_H_

#include <csignal>
#include <cstddef>
#include <cstdio>
#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>

namespace nutgraf {

// $NUTGRAF_PAGER, else $PAGER, else less -RFX if there is one; empty: none, or cat.
std::string pager_command();

// A stream's buffer that keeps what is written until it is more than the terminal shows at once:
// then all goes to the pager. A flush shows what is kept. When the user leaves the pager early the
// stream turns bad.
class PagedBuffer : public std::streambuf {
 public:
  // `rows` and `columns` are the terminal's; an empty `pager` is never begun.
  PagedBuffer(std::ostream& terminal, std::size_t rows, std::size_t columns, std::string pager)
      : terminal_(terminal), rows_(rows), columns_(columns), pager_command_(std::move(pager)) {}
  ~PagedBuffer() override { end(); }

  // Shows what is kept, or waits until the user has left the pager.
  void end();
  // Whether something is kept or shown by the pager, so that other words must wait.
  bool busy() const { return pager_ != nullptr || !kept_.empty(); }

 protected:
  int_type overflow(int_type letter) override;
  std::streamsize xsputn(const char* words, std::streamsize size) override;
  int sync() override;

 private:
  bool take(std::string_view words);
  void begin_pager();

  std::ostream& terminal_;
  std::size_t rows_;
  std::size_t columns_;
  std::string pager_command_;
  std::string kept_;
  std::size_t counted_ = 0;  // bytes of kept_ whose rows are in lines_
  std::size_t lines_ = 0;
  FILE* pager_ = nullptr;
  struct sigaction before_pipe_ = {};
};

// Notes written beside paged output wait until it is shown.
class NotesBuffer : public std::streambuf {
 public:
  NotesBuffer(std::ostream& terminal, const PagedBuffer& beside)
      : terminal_(terminal), beside_(beside) {}

  // Call when the paged output has ended.
  void end();

 protected:
  int_type overflow(int_type letter) override;
  std::streamsize xsputn(const char* words, std::streamsize size) override;
  int sync() override;

 private:
  std::ostream& terminal_;
  const PagedBuffer& beside_;
  std::string kept_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_SHELL_OUTPUT_H_
