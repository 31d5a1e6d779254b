// Control-C as a question that work asks, not as an end of the program.
#ifndef NUTGRAF_TOOLS_INTERRUPTS_H_
#define NUTGRAF_TOOLS_INTERRUPTS_H_

#include <csignal>

namespace nutgraf {

// While one lives, control-C is noted and nothing more; a second one before the first was answered
// ends the program, as if none had lived. They nest; making the outermost forgets what was noted
// before. One thread makes them.
class Interrupts {
 public:
  Interrupts();
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

  // Whether control-C was pressed since the last was made or forget() was called.
  static bool seen();
  static void forget();
  // A descriptor that can be read from, by poll(), while seen() is true; -1 when there is none to
  // be had.
  static int waiting_end();

 private:
  struct sigaction before_ = {};
};

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_INTERRUPTS_H_
