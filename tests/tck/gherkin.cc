#include "tests/tck/gherkin.h"

#include <sstream>

namespace nutgraf::tck {
namespace {

std::string trimmed(std::string_view words) {
  const std::size_t begin = words.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return std::string(words.substr(begin, words.find_last_not_of(" \t\r") - begin + 1));
}

bool begins(std::string_view words, std::string_view start) {
  return words.substr(0, start.size()) == start;
}

// "| a | b \| c |": "\|" is a bar, "\\" stays two letters for the values' own reader.
std::vector<std::string> cells(std::string_view line) {
  std::vector<std::string> out;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == 'n') {
      cell += '\n';
      ++i;
    } else if (line[i] == '\\' && i + 1 < line.size() &&
               (line[i + 1] == '|' || line[i + 1] == '\\')) {
      cell += line[++i];
    } else if (line[i] == '|') {
      out.push_back(trimmed(cell));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return out;
}

std::string replaced(std::string text, const std::string& sought, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(sought, at)) != std::string::npos; at += by.size()) {
    text.replace(at, sought.size(), by);
  }
  return text;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : in_(std::string(text)) {}

  Feature run() {
    for (std::string line; std::getline(in_, line);) take(line);
    close();
    return std::move(feature_);
  }

 private:
  void take(const std::string& line) {
    const std::string words = trimmed(line);
    if (in_text_) {
      if (words == "\"\"\"") {
        in_text_ = false;
      } else {
        steps_->back().text += line + '\n';
      }
      return;
    }
    if (words.empty() || words[0] == '#' || words[0] == '@') return;
    if (words == "\"\"\"") {
      in_text_ = true;
    } else if (words[0] == '|') {
      (in_examples_ ? examples_ : steps_->back().table).push_back(cells(words));
    } else if (begins(words, "Feature:")) {
      feature_.name = trimmed(words.substr(8));
    } else if (begins(words, "Background:")) {
      steps_ = &background_;
    } else if (begins(words, "Scenario Outline:") || begins(words, "Scenario:")) {
      close();
      open_ = true;
      scenario_ = {trimmed(words.substr(words.find(':') + 1)), background_};
      steps_ = &scenario_.steps;
    } else if (begins(words, "Examples:")) {
      if (!examples_.empty()) examples_.clear();
      in_examples_ = true;
    } else if (steps_ != nullptr) {
      const std::size_t space = words.find(' ');
      steps_->push_back({words.substr(space + 1), {}, {}});
    }
  }

  // The scenario so far, or one for each line of its examples.
  void close() {
    if (open_ && examples_.size() < 2) feature_.scenarios.push_back(scenario_);
    for (std::size_t row = 1; row < examples_.size(); ++row) {
      Scenario filled = scenario_;
      filled.name += " #" + std::to_string(row);
      for (std::size_t i = 0; i < examples_[0].size() && i < examples_[row].size(); ++i) {
        const std::string hole = '<' + examples_[0][i] + '>';
        for (Step& step : filled.steps) {
          step.words = replaced(step.words, hole, examples_[row][i]);
          step.text = replaced(step.text, hole, examples_[row][i]);
          for (auto& line : step.table) {
            for (std::string& cell : line) cell = replaced(cell, hole, examples_[row][i]);
          }
        }
      }
      feature_.scenarios.push_back(std::move(filled));
    }
    examples_.clear();
    in_examples_ = false;
    open_ = false;
  }

  std::istringstream in_;
  Feature feature_;
  Scenario scenario_;
  std::vector<Step> background_;
  std::vector<Step>* steps_ = nullptr;
  std::vector<std::vector<std::string>> examples_;
  bool in_text_ = false;
  bool in_examples_ = false;
  bool open_ = false;
};

}  // namespace

Feature parse_feature(std::string_view text) { return Reader(text).run(); }

}  // namespace nutgraf::tck
