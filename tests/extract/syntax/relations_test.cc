// Subjects, objects and obliques of tests/cases/relations/*.case against what the parser finds.
//
// A case is a sentence with its tags, then a line for each relation that it has, extra ones
// (shared subjects, control, antecedents) included: `subject(shelled, Rebels)`. Passive subjects
// count as subjects, indirect objects as objects, agents as obliques; relative pronouns and
// expletives are left out. Cases are parted by an empty line; `#` begins a comment.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/support/tagged_sentence.h"

namespace {

using nutgraf::Analysis;
using nutgraf::Arc;
using nutgraf::npos;
using nutgraf::Relation;
using nutgraf::Tag;

struct Case {
  std::string sentence;
  std::set<std::string> relations;
};

std::vector<Case> read_cases(const std::string& name) {
  std::ifstream in(std::string(NUTGRAF_SOURCE_DIR) + "/tests/cases/relations/" + name);
  REQUIRE(in);
  std::vector<Case> cases;
  bool open = false;
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) open = false;
    if (line.empty() || line[0] == '#') continue;
    if (open) {
      cases.back().relations.insert(line);
    } else {
      cases.push_back({line, {}});
      open = true;
    }
  }
  return cases;
}

std::string scored_name(Relation relation) {
  switch (relation) {
    case Relation::subject:
    case Relation::passive_subject:
      return "subject";
    case Relation::object:
    case Relation::indirect_object:
      return "object";
    case Relation::oblique:
    case Relation::agent:
      return "oblique";
    default:
      return "";
  }
}

bool is_verbal(const Analysis& desk, std::uint32_t token, Relation relation) {
  return relation != Relation::agent || desk.verb_group_of[token] != npos;
}

std::set<std::string> found_in(const Analysis& desk) {
  std::set<std::string> out;
  const std::vector<std::string> names = nutgraf::relations_of(desk);
  for (std::size_t i = 0; i < desk.arcs.size(); ++i) {
    const Arc& arc = desk.arcs[i];
    const std::string name = scored_name(arc.relation);
    const Tag tag = desk.tokens[arc.dependent].tag;
    if (name.empty() || !is_verbal(desk, arc.governor, arc.relation)) continue;
    if (tag == Tag::WDT || tag == Tag::WP || tag == Tag::WRB || tag == Tag::EX) continue;
    if (tag == Tag::IN && desk.tokens[arc.dependent].folded == "that") continue;
    out.insert(name + names[i].substr(names[i].find('(')));
  }
  return out;
}

struct Score {
  int right = 0;
  int found = 0;
  int wanted = 0;
  // In tenths of a per cent.
  int f1() const { return found + wanted == 0 ? 1000 : 2000 * right / (found + wanted); }
};

using Scores = std::map<std::string, Score>;

void add(Scores& scores, const std::set<std::string>& wanted, const std::set<std::string>& found) {
  for (const std::string& relation : wanted) {
    Score& score = scores[relation.substr(0, relation.find('('))];
    ++score.wanted;
    if (found.count(relation) != 0) ++score.right;
  }
  for (const std::string& relation : found) ++scores[relation.substr(0, relation.find('('))].found;
}

std::string difference(const std::set<std::string>& a, const std::set<std::string>& b) {
  std::string out;
  for (const std::string& relation : a) {
    if (b.count(relation) == 0) out += "  " + relation;
  }
  return out;
}

// The scores over a file; `by_tagger`: from the plain text, else from the tags that it tells.
// Where NUTGRAF_SHOW_MISSES is set, every sentence that differs is told.
Scores score(const std::string& file, bool by_tagger) {
  Scores scores;
  const bool show = std::getenv("NUTGRAF_SHOW_MISSES") != nullptr;
  for (const Case& one : read_cases(file)) {
    const auto done = by_tagger ? nutgraf::analysis_of(nutgraf::plain_text(one.sentence))
                                : nutgraf::parsed_from_tags(one.sentence);
    INFO(one.sentence);
    REQUIRE_FALSE(done->desk.tokens.empty());
    const std::set<std::string> found = found_in(done->desk);
    add(scores, one.relations, found);
    if (!show || found == one.relations) continue;
    WARN(one.sentence << "\n  missing:" << difference(one.relations, found)
                      << "\n  wrong:  " << difference(found, one.relations));
  }
  for (const auto& [name, value] : scores) {
    if (show) WARN(file << (by_tagger ? " by tagger " : " ") << name << " " << value.f1());
  }
  return scores;
}

void at_least(const Scores& scores, const std::map<std::string, int>& stated) {
  for (const auto& [name, least] : stated) {
    INFO(name);
    CHECK(scores.at(name).f1() >= least);
  }
}

}  // namespace

// The figures stand in docs/evaluation.md.
TEST_CASE("relations of tagged sentences keep their stated scores", "[relations]") {
  at_least(score("news.case", false), {{"subject", 995}, {"object", 990}, {"oblique", 985}});
  at_least(score("held_out.case", false), {{"subject", 985}, {"object", 975}, {"oblique", 960}});
  at_least(score("fresh.case", false), {{"subject", 995}, {"object", 980}, {"oblique", 965}});
}

TEST_CASE("relations of plain sentences keep their stated scores", "[relations]") {
  at_least(score("news.case", true), {{"subject", 970}, {"object", 960}, {"oblique", 965}});
  at_least(score("held_out.case", true), {{"subject", 980}, {"object", 965}, {"oblique", 950}});
  at_least(score("fresh.case", true), {{"subject", 970}, {"object", 955}, {"oblique", 940}});
}
