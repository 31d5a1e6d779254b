#include "tools/interrupts.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace nutgraf {
namespace {

volatile std::sig_atomic_t noted = 0;
int depth = 0;

// Any thread may be given the signal: who waits in poll() hears of it by this pipe.
std::array<int, 2> make_pipe() {
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) return {-1, -1};
  return ends;
}

const std::array<int, 2>& bell() {
  static const std::array<int, 2> ends = make_pipe();
  return ends;
}

extern "C" void note_interrupt(int signal) {
  if (noted != 0) {
    // What runs does not listen.
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
  noted = 1;
  const int before = errno;
  const char ring = 1;
  [[maybe_unused]] const ssize_t written = ::write(bell()[1], &ring, 1);
  errno = before;
}

}  // namespace

Interrupts::Interrupts() {
  bell();  // made before a signal can come
  if (depth++ == 0) forget();
  // No SA_RESTART: who waits for a key hears of it.
  struct sigaction action = {};
  action.sa_handler = note_interrupt;
  ::sigaction(SIGINT, &action, &before_);
}

Interrupts::~Interrupts() {
  --depth;
  ::sigaction(SIGINT, &before_, nullptr);
}

bool Interrupts::seen() { return noted != 0; }

int Interrupts::waiting_end() { return bell()[0]; }

void Interrupts::forget() {
  noted = 0;
  char ring = 0;
  while (::read(bell()[0], &ring, 1) > 0) {
  }
}

}  // namespace nutgraf
