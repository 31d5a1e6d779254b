// Feature files of a compatibility kit: scenarios with their steps, outlines already filled in.
#ifndef NUTGRAF_TESTS_TCK_GHERKIN_H_
#define NUTGRAF_TESTS_TCK_GHERKIN_H_

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::tck {

struct Step {
  std::string words;                            // without Given, When, Then, And
  std::string text;                             // between """ and """
  std::vector<std::vector<std::string>> table;  // cells without the space around them
};

struct Scenario {
  std::string name;
  std::vector<Step> steps;  // those of the background first
};

struct Feature {
  std::string name;
  std::vector<Scenario> scenarios;
};

Feature parse_feature(std::string_view text);

}  // namespace nutgraf::tck

#endif  // NUTGRAF_TESTS_TCK_GHERKIN_H_
