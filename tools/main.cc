#include <csignal>
#include <iostream>

#include "tools/program.h"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  // A reader that goes away ends the program quietly, as `nutgraf … | head` expects.
  std::signal(SIGPIPE, SIG_DFL);
  return nutgraf::run_program(argc, argv);
}
