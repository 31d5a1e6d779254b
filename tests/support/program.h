// Runs the program as a user does: words in, what it printed out.
#ifndef NUTGRAF_TESTS_SUPPORT_PROGRAM_H_
#define NUTGRAF_TESTS_SUPPORT_PROGRAM_H_

#include <string>
#include <vector>

namespace nutgraf::testing {

struct Ran {
  int code = 0;  // exit code; -1 when it was killed
  std::string out;
  std::string err;
};

// Runs `nutgraf WORDS…` with `input` as standard input, in `folder` (empty: this one), with
// `variables` (NAME=VALUE) beside the tests' own.
Ran run(const std::vector<std::string>& words, const std::string& input = {},
        const std::string& folder = {}, const std::vector<std::string>& variables = {});

// The tests' environment for the program: the caller's without what would change the program's
// ways, with another home, and `variables` (NAME=VALUE) instead of what the caller has there.
std::vector<std::string> environment_with(const std::string& home,
                                          const std::vector<std::string>& variables);

// As exec() takes them: a pointer to each, which must live on, and a null behind them.
std::vector<char*> pointers_to(const std::vector<std::string>& words);

// A folder of its own, gone with the object.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::string& path() const { return path_; }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  // Writes a file (its folders too) and returns its path.
  std::string write(const std::string& name, const std::string& content) const;

 private:
  std::string path_;
};

}  // namespace nutgraf::testing

#endif  // NUTGRAF_TESTS_SUPPORT_PROGRAM_H_
