// Runs openCypher's technology compatibility kit against the query engine.
//
//   tck [--failures] [--only WORDS] FOLDER…
//
// FOLDER holds feature files (the kit is not part of this project). Prints a line for each feature:
// passed, failed, skipped; skipped are scenarios that change a graph or call procedures. Of an
// error the phase and the detail ("UndefinedVariable") count, not its class. Side effects are none:
// the engine only reads.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include "graph/cypher/print.h"
#include "graph/cypher/query.h"
#include "tests/support/graph_writer.h"
#include "tests/tck/expected.h"
#include "tests/tck/gherkin.h"

namespace {

namespace fs = std::filesystem;
using namespace nutgraf;
using namespace nutgraf::cypher;
using nutgraf::tck::Feature;
using nutgraf::tck::Scenario;

enum class Verdict { passed, failed, skipped };
struct Judgement {
  Verdict verdict = Verdict::passed;
  std::string why;
};

struct Answer {
  std::vector<std::string> columns;
  std::vector<List> rows;
  std::optional<Failure> failure;
};

bool begins(const std::string& words, std::string_view start) { return words.rfind(start, 0) == 0; }

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Judge {
 public:
  Judge(const Scenario& scenario, fs::path graphs)
      : scenario_(scenario), graphs_(std::move(graphs)) {}

  Judgement run() {
    for (const tck::Step& step : scenario_.steps) {
      if (!take(step)) return judgement_;
    }
    return judgement_;
  }

 private:
  bool end(Verdict verdict, std::string why) {
    judgement_ = {verdict, std::move(why)};
    return false;
  }

  bool take(const tck::Step& step) {
    const std::string& words = step.words;
    if (words == "an empty graph" || words == "any graph" || words == "no side effects")
      return true;
    if (begins(words, "the side effects")) return true;
    if (begins(words, "there exists a procedure")) return end(Verdict::skipped, "procedures");
    if (begins(words, "the binary-tree-")) {
      const std::string name = words.substr(4, words.find(' ', 4) - 4);
      return set_up(read_file(graphs_ / name / (name + ".cypher")));
    }
    if (begins(words, "having executed")) return set_up(step.text);
    if (begins(words, "parameters are")) {
      for (const auto& line : step.table) parameters_[line[0]] = tck::literal(line[1]);
      return true;
    }
    if (begins(words, "executing")) return ask(step.text);
    if (words.find("should be raised") != std::string::npos) return check_error(words);
    if (begins(words, "the result should be empty")) {
      return check_rows(step, true, false);
    }
    if (begins(words, "the result should be")) {
      return check_rows(step, words.find("in order") == std::string::npos,
                        words.find("ignoring element order") != std::string::npos);
    }
    return end(Verdict::skipped, "unknown step: " + words);
  }

  bool set_up(const std::string& text) {
    const std::string wrong = testing::write(graph_, text);
    return wrong.empty() || end(Verdict::skipped, "set-up: " + wrong);
  }

  bool ask(const std::string& text) {
    answer_ = Answer();
    asked_ = text;
    const auto query = Query::prepare(text, graph_);
    if (!query) {
      answer_.failure = query.error();
    } else {
      answer_.columns = query->columns();
      Limits limits;
      limits.now = 1'500'000'000'000'000'000;
      const auto done = query->run(parameters_, limits, [&](const List& row) {
        answer_.rows.push_back(row);
        return true;
      });
      if (!done) answer_.failure = done.error();
    }
    const bool writes =
        answer_.failure && (answer_.failure->problem == Problem::writes ||
                            answer_.failure->problem == Problem::procedure_not_found);
    return !writes || end(Verdict::skipped, "writes");
  }

  bool check_error(const std::string& words) {
    if (!answer_.failure) return end(Verdict::failed, "no error; expected " + words);
    const std::string detail = words.substr(words.rfind(' ') + 1);
    const std::string found(to_string(answer_.failure->problem));
    const bool compile = answer_.failure->phase == Phase::compile;
    const bool phase = words.find("any time") != std::string::npos ||
                       compile == (words.find("compile time") != std::string::npos);
    if ((detail == "*" || detail == found) && phase) return true;
    return end(Verdict::failed, "expected " + words + ", found " + found +
                                    (compile ? " at compile time: " : " at runtime: ") +
                                    answer_.failure->error.text());
  }

  bool check_rows(const tck::Step& step, bool any_order, bool sort_lists) {
    if (answer_.failure) return end(Verdict::failed, answer_.failure->error.text());
    std::vector<std::string> expected;
    const std::vector<std::string> head =
        step.table.empty() ? std::vector<std::string>() : step.table.front();
    for (std::size_t row = 1; row < step.table.size(); ++row) {
      std::string line;
      for (const std::string& cell : step.table[row])
        line += tck::canonical(cell, sort_lists) + " | ";
      expected.push_back(std::move(line));
    }
    std::vector<std::string> found;
    for (const List& row : answer_.rows) {
      std::string line;
      for (const std::string& name : head) {
        const auto at = std::find(answer_.columns.begin(), answer_.columns.end(), name);
        if (at == answer_.columns.end()) return end(Verdict::failed, "no column " + name);
        const auto i = static_cast<std::size_t>(at - answer_.columns.begin());
        line += tck::canonical(print(row[i], graph_), sort_lists) + " | ";
      }
      found.push_back(std::move(line));
    }
    if (!step.table.empty() && head.size() != answer_.columns.size()) {
      return end(Verdict::failed, "another number of columns");
    }
    if (any_order) {
      std::sort(expected.begin(), expected.end());
      std::sort(found.begin(), found.end());
    }
    if (expected == found) return true;
    std::string why = "expected rows\n";
    for (const std::string& line : expected) why += "      " + line + '\n';
    why += "    found rows\n";
    for (const std::string& line : found) why += "      " + line + '\n';
    return end(Verdict::failed, why);
  }

 public:
  const std::string& asked() const { return asked_; }

 private:
  const Scenario& scenario_;
  fs::path graphs_;
  MemoryGraph graph_;
  Map parameters_;
  Answer answer_;
  std::string asked_;
  Judgement judgement_;
};

struct Tally {
  int passed = 0;
  int failed = 0;
  int skipped = 0;
};

fs::path graphs_beside(fs::path folder) {
  for (folder = fs::absolute(folder); folder != folder.parent_path();
       folder = folder.parent_path()) {
    if (fs::is_directory(folder / "graphs")) return folder / "graphs";
  }
  return {};
}

Tally judge(const fs::path& file, bool show_failures, const std::string& only) {
  const Feature feature = tck::parse_feature(read_file(file));
  Tally out;
  for (const Scenario& scenario : feature.scenarios) {
    if (!only.empty() && (feature.name + scenario.name).find(only) == std::string::npos) continue;
    Judge judge(scenario, graphs_beside(file.parent_path()));
    const Judgement found = judge.run();
    ++(found.verdict == Verdict::passed   ? out.passed
       : found.verdict == Verdict::failed ? out.failed
                                          : out.skipped);
    const bool told = found.verdict == Verdict::failed ||
                      (found.verdict == Verdict::skipped && begins(found.why, "set-up"));
    if (told && show_failures) {
      std::cout << "  " << file.stem().string() << ' ' << scenario.name << "\n"
                << judge.asked() << "    " << found.why << '\n';
    }
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  bool show_failures = false;
  std::string only;
  std::vector<fs::path> files;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--failures") {
      show_failures = true;
    } else if (word == "--only" && i + 1 < argc) {
      only = argv[++i];
    } else if (fs::is_directory(word)) {
      for (const auto& entry : fs::recursive_directory_iterator(word)) {
        if (entry.path().extension() == ".feature") files.push_back(entry.path());
      }
    } else {
      files.emplace_back(word);
    }
  }
  if (files.empty()) {
    std::cerr << "usage: tck [--failures] [--only WORDS] FOLDER…\n";
    return 2;
  }
  std::sort(files.begin(), files.end());
  std::map<std::string, Tally> folders;
  Tally all;
  const auto add = [](Tally& sum, const Tally& part) {
    sum.passed += part.passed;
    sum.failed += part.failed;
    sum.skipped += part.skipped;
  };
  const auto print = [](const std::string& name, const Tally& tally) {
    std::printf("%-40s %5d passed %5d failed %5d skipped\n", name.c_str(), tally.passed,
                tally.failed, tally.skipped);
  };
  for (const fs::path& file : files) {
    const Tally tally = judge(file, show_failures, only);
    if (only.empty()) print(file.stem().string(), tally);
    add(folders[file.parent_path().filename().string()], tally);
    add(all, tally);
  }
  for (const auto& [name, tally] : folders) print("folder " + name, tally);
  print("all", all);
  return all.failed == 0 ? 0 : 1;
}
