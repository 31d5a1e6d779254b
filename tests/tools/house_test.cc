// The walls of the house: who may include whom, and where the libraries stop.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Include {
  fs::path file;  // relative to the source folder
  std::string name;
};

std::vector<fs::path> sources(const std::string& folder) {
  std::vector<fs::path> out;
  const fs::path root(NUTGRAF_SOURCE_DIR);
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".cc" || extension == ".h") out.push_back(fs::relative(entry.path(), root));
  }
  return out;
}

std::vector<Include> includes(const std::string& folder) {
  static const std::regex line(R"re(^\s*#\s*include\s*[<"]([^>"]+)[>"])re");
  std::vector<Include> out;
  for (const fs::path& file : sources(folder)) {
    std::ifstream in(fs::path(NUTGRAF_SOURCE_DIR) / file);
    for (std::string text; std::getline(in, text);) {
      std::smatch match;
      if (std::regex_search(text, match, line)) out.push_back({file, match[1].str()});
    }
  }
  return out;
}

bool begins(const std::string& text, const std::string& start) { return text.rfind(start, 0) == 0; }

}  // namespace

TEST_CASE("a folder includes only itself and those to its left") {
  const std::map<std::string, std::vector<std::string>> allowed{
      {"extract", {"extract/"}},
      {"graph", {"graph/", "extract/"}},
      {"store", {"store/", "graph/", "extract/"}},
      {"tools", {"tools/", "store/", "graph/", "extract/"}}};
  const std::vector<std::string> folders{"extract/", "graph/", "store/",
                                         "tools/",   "tests/", "bench/"};
  for (const auto& [folder, may] : allowed) {
    for (const Include& include : includes(folder)) {
      for (const std::string& other : folders) {
        if (!begins(include.name, other)) continue;
        INFO(include.file << " includes " << include.name);
        CHECK(std::find(may.begin(), may.end(), other) != may.end());
      }
    }
  }
}

TEST_CASE("graph takes only value types from extract, what compares names, and its exports JSON") {
  const std::vector<std::string> values{
      "extract/extraction.h", "extract/report/report.h", "extract/result.h",      "extract/span.h",
      "extract/time/day.h",   "extract/text/fold.h",     "extract/text/nearest.h"};
  for (const Include& include : includes("graph")) {
    if (!begins(include.name, "extract/")) continue;
    INFO(include.file << " includes " << include.name);
    const bool writes = begins(include.file.generic_string(), "graph/export/");
    if (writes && include.name == "extract/report/json_text.h") continue;
    CHECK(std::find(values.begin(), values.end(), include.name) != values.end());
  }
}

TEST_CASE("the query language is a room of its own: only its store graph knows the reader") {
  for (const Include& include : includes("graph")) {
    const std::string file = include.file.generic_string();
    INFO(file << " includes " << include.name);
    if (!begins(file, "graph/cypher/")) CHECK_FALSE(begins(include.name, "graph/cypher/"));
    const bool outside = begins(include.name, "graph/") && !begins(include.name, "graph/cypher/");
    if (begins(file, "graph/cypher/") && outside) CHECK(begins(file, "graph/cypher/store_graph"));
  }
}

TEST_CASE("ICU stays behind extract/text, RocksDB in store/*.cc, Boost in graph") {
  for (const std::string folder : {"extract", "graph", "store", "tools"}) {
    for (const Include& include : includes(folder)) {
      const std::string file = include.file.generic_string();
      INFO(file << " includes " << include.name);
      if (begins(include.name, "unicode/")) CHECK(begins(file, "extract/text/"));
      if (begins(include.name, "rocksdb/")) {
        CHECK(begins(file, "store/"));
        CHECK(include.file.extension() == ".cc");
      }
      if (begins(include.name, "boost/")) {
        CHECK(begins(file, "graph/"));
        CHECK(include.file.extension() == ".cc");
      }
    }
  }
}

TEST_CASE("the top level is as the design says, and no room is called util or common") {
  for (const std::string name :
       {"extract", "graph", "store", "tools", "tests", "schemas", "data", "docs", "bench", ".ci"}) {
    CHECK(fs::is_directory(fs::path(NUTGRAF_SOURCE_DIR) / name));
  }
  for (const std::string folder : {"extract", "graph", "store", "tools", "tests"}) {
    for (const fs::path& file : sources(folder)) {
      for (const fs::path& part : file) {
        CHECK(part != "util");
        CHECK(part != "common");
      }
    }
  }
}
