// A graph in memory and short ways to ask it, and what tests of merging tell it.
#ifndef NUTGRAF_TESTS_SUPPORT_WORLD_H_
#define NUTGRAF_TESTS_SUPPORT_WORLD_H_

#include <catch2/catch.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "graph/filter.h"
#include "graph/knowledge.h"
#include "graph/memory_tables.h"
#include "tests/support/testimony_builder.h"

namespace nutgraf {

// A graph in memory, and short ways to ask it.
struct World {
  MemoryTables tables;
  Knowledge knowledge{tables};

  void add(const TestimonyBuilder& report) {
    REQUIRE(knowledge.ingest({report.build()}, false).has_value());
    const Result<VerifyOutcome> outcome = knowledge.verify(true);
    REQUIRE(outcome.has_value());
    CHECK(outcome->problems.empty());
  }
  std::vector<NameMatch> find(const std::string& words) {
    return knowledge.reader()->find(words, std::nullopt, 0).value();
  }
  NodeKey node(const std::string& words) {
    const std::vector<NameMatch> found = find(words);
    INFO(words);
    REQUIRE(found.size() == 1);
    return found.front().node.key;
  }
  std::vector<std::string> who(const Filter& filter) {
    std::vector<std::string> out;
    const std::unique_ptr<GraphReader> reader = knowledge.reader();
    const std::vector<WhoRow> rows = nutgraf::who(*reader, filter).value();
    for (const WhoRow& row : rows) out.push_back(row.node.name);
    std::sort(out.begin(), out.end());
    return out;
  }
  std::vector<WhatRow> what(const Filter& filter) {
    const std::unique_ptr<GraphReader> reader = knowledge.reader();
    return nutgraf::what(*reader, filter).value();
  }
};

// Words that make a story of the reports that have them.
inline const std::string siege =
    "Qarvan Belmont offensive Tolvek riverside outskirts Drusk commander recording sermon "
    "militants";

inline TestimonyBuilder::Told told(const std::string& lemma, const std::string& type) {
  TestimonyBuilder::Told out;
  out.lemma = lemma;
  out.type = type;
  return out;
}

}  // namespace nutgraf

#endif  // NUTGRAF_TESTS_SUPPORT_WORLD_H_
