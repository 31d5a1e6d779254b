#include "extract/coref/resolver.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "tests/support/analysis.h"
#include "tests/support/marked_text.h"

namespace nutgraf {
namespace {

std::uint32_t entity_at(const Extraction& out, Span span) {
  for (const Mention& mention : out.mentions) {
    if (mention.span == span) return mention.entity;
  }
  return npos;
}

// The marks' labels as the extraction has them: equal numbers for one entity, "-" for no mention.
std::string numbered(const MarkedText& read, const Extraction& out, bool wanted) {
  std::string shown;
  std::map<std::string, int> numbers;
  for (const Mark& mark : read.marks) {
    const std::uint32_t entity = entity_at(out, mark.span);
    std::string key = wanted ? mark.label : entity == npos ? "-" : std::to_string(entity);
    if (key != "-") {
      key =
          std::to_string(numbers.try_emplace(key, static_cast<int>(numbers.size())).first->second);
    }
    shown += "[" + std::string(cut(read.text, mark.span)) + "=" + key + "] ";
  }
  return shown;
}

}  // namespace

TEST_CASE("mentions of one report that are one", "[coref]") {
  for (const char* file : {"coref/names.case", "coref/nominals.case", "coref/pronouns.case"}) {
    for (const std::string& line : case_lines(file)) {
      CAPTURE(line);
      const MarkedText read = read_marks(line);
      const auto analysed = analysis_of(read.text);
      CHECK(numbered(read, analysed->extraction, false) == numbered(read, {}, true));
    }
  }
}

TEST_CASE("an entity has its fullest name, its other names, role and country", "[coref]") {
  const auto analysed = analysis_of(
      "Norwegian Prime Minister Jens Holt met rebels. Holt said the talks went well. The Free "
      "Syrian Army (FSA) denied it. The FSA was not there.");
  const auto& entities = analysed->extraction.entities;
  const auto holt = std::find_if(entities.begin(), entities.end(),
                                 [](const Entity& e) { return e.name == "Jens Holt"; });
  REQUIRE(holt != entities.end());
  CHECK(holt->kind == Kind::person);
  CHECK(holt->role == "prime minister");
  CHECK(holt->country == "NO");
  CHECK(holt->gender == Gender::male);
  CHECK(holt->complete);
  CHECK(holt->aliases == std::vector<std::string>{"Holt"});
  const auto army = std::find_if(entities.begin(), entities.end(),
                                 [](const Entity& e) { return e.name == "Free Syrian Army"; });
  REQUIRE(army != entities.end());
  CHECK(army->aliases == std::vector<std::string>{"FSA"});
}

}  // namespace nutgraf
