#include "tests/support/program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

namespace nutgraf::testing {

namespace fs = std::filesystem;

namespace {

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::vector<std::string> environment_with(const std::string& home,
                                          const std::vector<std::string>& variables) {
  constexpr std::array<std::string_view, 7> changing{
      "COLUMNS", "HOME", "LESS", "NO_COLOR", "PAGER", "XDG_CONFIG_HOME", "XDG_STATE_HOME"};
  std::vector<std::string> out;
  for (char** each = environ; *each != nullptr; ++each) {
    const std::string_view variable = *each;
    const std::string_view name = variable.substr(0, variable.find('='));
    const bool told =
        std::any_of(variables.begin(), variables.end(), [name](const std::string& variable_told) {
          return std::string_view(variable_told).substr(0, variable_told.find('=')) == name;
        });
    const bool changes = told || name.substr(0, 8) == "NUTGRAF_" ||
                         std::find(changing.begin(), changing.end(), name) != changing.end();
    if (!changes) out.emplace_back(variable);
  }
  out.push_back("HOME=" + home);
  out.insert(out.end(), variables.begin(), variables.end());
  return out;
}

std::vector<char*> pointers_to(const std::vector<std::string>& words) {
  std::vector<char*> out;
  for (const std::string& word : words) out.push_back(const_cast<char*>(word.c_str()));
  out.push_back(nullptr);
  return out;
}

Ran run(const std::vector<std::string>& words, const std::string& input, const std::string& folder,
        const std::vector<std::string>& variables) {
  const ScratchFolder scratch;
  const std::string in = scratch.write("in", input);
  const std::string out = scratch.write("out", "");
  const std::string err = scratch.write("err", "");
  // All made before the fork: in the child of a process with threads nothing may allocate.
  const std::vector<std::string> told = environment_with(scratch.path(), variables);
  std::vector<std::string> all_words{NUTGRAF_PROGRAM};
  all_words.insert(all_words.end(), words.begin(), words.end());
  const std::vector<char*> arguments = pointers_to(all_words);
  const std::vector<char*> environment = pointers_to(told);

  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(::open(in.c_str(), O_RDONLY), STDIN_FILENO);
    ::dup2(::open(out.c_str(), O_WRONLY), STDOUT_FILENO);
    ::dup2(::open(err.c_str(), O_WRONLY), STDERR_FILENO);
    if (!folder.empty() && ::chdir(folder.c_str()) != 0) ::_exit(126);
    ::execve(NUTGRAF_PROGRAM, arguments.data(), environment.data());
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(out), content_of(err)};
}

ScratchFolder::ScratchFolder() {
  std::string pattern = (fs::temp_directory_path() / "nutgraf_test_XXXXXX").string();
  path_ = ::mkdtemp(pattern.data());
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string ScratchFolder::write(const std::string& name, const std::string& content) const {
  const fs::path path = fs::path(path_) / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
  return path.string();
}

}  // namespace nutgraf::testing
