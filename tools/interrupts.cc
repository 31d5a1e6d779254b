#include "tools/interrupts.h"

namespace nutgraf {
namespace {

volatile std::sig_atomic_t noted = 0;
int depth = 0;

extern "C" void note_interrupt(int signal) {
  if (noted != 0) {
    // What runs does not listen.
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
  noted = 1;
}

}  // namespace

Interrupts::Interrupts() {
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

void Interrupts::forget() { noted = 0; }

}  // namespace nutgraf
