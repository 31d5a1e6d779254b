// The transcripts of README.md and docs/shell.md are what the program prints.
//
// Every ```console block of a page is run, in order, in one empty folder that has `data` in it.
// Rows come as tables there, as they do on a terminal.
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/support/program.h"

namespace {

namespace fs = std::filesystem;

struct Step {
  std::string command;
  std::string output;
};

std::vector<Step> transcript(const fs::path& page) {
  std::vector<Step> steps;
  std::ifstream in(page);
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("```", 0) == 0) {
      inside = line == "```console";
    } else if (inside && line.rfind("$ ", 0) == 0) {
      steps.push_back({line.substr(2), ""});
    } else if (inside && !steps.empty()) {
      steps.back().output += line + "\n";
    }
  }
  return steps;
}

std::string without_trailing_space(const std::string& text) {
  std::string out;
  std::string line;
  for (const char c : text) {
    if (c != '\n') {
      line += c;
      continue;
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    out += line + "\n";
    line.clear();
  }
  while (out.size() > 1 && out.compare(out.size() - 2, 2, "\n\n") == 0) out.pop_back();
  return out == "\n" ? "" : out + line;
}

std::string run(const std::string& command, const fs::path& folder) {
  const fs::path program(NUTGRAF_PROGRAM);
  const std::string line =
      "cd '" + folder.string() + "' && export PATH='" + program.parent_path().string() +
      "':\"$PATH\" NUTGRAF_FORMAT=table NO_COLOR=1 COLUMNS=120 && { " + command + "; } 2>&1";
  std::string out;
  FILE* pipe = ::popen(line.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer{};
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    out.append(buffer.data(), size);
  }
  ::pclose(pipe);
  return out;
}

}  // namespace

TEST_CASE("the transcripts of the pages are what the program prints") {
  const auto [page, least] =
      GENERATE(table<std::string, std::size_t>({{"README.md", 8}, {"docs/shell.md", 6}}));
  INFO(page);
  const fs::path source(NUTGRAF_SOURCE_DIR);
  const std::vector<Step> steps = transcript(source / page);
  REQUIRE(steps.size() >= least);
  const nutgraf::testing::ScratchFolder scratch;
  const fs::path folder(scratch.path());
  fs::create_directory_symlink(source / "data", folder / "data");
  for (const Step& step : steps) {
    INFO("$ " << step.command);
    CHECK(without_trailing_space(run(step.command, folder)) == without_trailing_space(step.output));
  }
}
