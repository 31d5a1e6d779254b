// Worlds to walk through, by chance: the same seed gives the same world.
#ifndef NUTGRAF_TESTS_SUPPORT_WALK_WORLD_H_
#define NUTGRAF_TESTS_SUPPORT_WALK_WORLD_H_

#include <catch2/catch.hpp>

#include <memory>
#include <string>
#include <vector>

#include "graph/knowledge.h"
#include "graph/memory_tables.h"
#include "tests/support/testimony_builder.h"

namespace nutgraf {

// Meetings of persons whose names are so unlike that none are merged, one a report.
struct WalkWorld {
  MemoryTables tables;
  Knowledge knowledge{tables};
  std::unique_ptr<GraphReader> reader;

  WalkWorld(std::uint32_t seed, std::uint32_t people, std::uint32_t meetings) {
    std::uint64_t state = seed * 2862933555777941757ULL + 3037000493ULL;
    const auto below = [&state](std::uint32_t limit) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      return static_cast<std::uint32_t>(state >> 33U) % limit;
    };
    static const std::vector<std::string> towns{"Mosul", "Irbil", "Ankara"};
    std::vector<Testimony> batch;
    for (std::uint32_t i = 0; i < meetings; ++i) {
      TestimonyBuilder report("m" + std::to_string(i), i % 2 == 0 ? "2016-11-03" : "2016-12-05");
      TestimonyBuilder::Told told;
      told.lemma = "meet";
      told.type = "consult";
      const std::uint32_t size = 1 + below(3);
      for (std::uint32_t k = 0; k < size; ++k) {
        const std::uint32_t mention = report.person(name(below(people)));
        (k == 2 ? told.targets : told.actors).push_back(mention);
      }
      if (below(3) == 0) told.places = {report.place(test_place(towns[below(3)]))};
      told.from = i % 2 == 0 ? "2016-11-01" : "2016-12-01";
      told.until = i % 2 == 0 ? "2016-11-02" : "2016-12-02";
      report.event(told);
      batch.push_back(report.build());
    }
    REQUIRE(knowledge.ingest(std::move(batch), false).has_value());
    reader = knowledge.reader();
  }

  static std::string name(std::uint32_t person) {
    static const std::vector<std::string> first{"Anna",   "Boris", "Clara", "Dmitri", "Elif",
                                                "Farouk", "Gunda", "Hakan", "Ilse",   "Jorge"};
    static const std::vector<std::string> last{"Brandt", "Costa",  "Dahl",    "Evren", "Fadhil",
                                               "Gruber", "Haddad", "Ivanova", "Jansen"};
    return first[person % 10] + ' ' + last[person / 10 % 9];
  }
};

}  // namespace nutgraf

#endif  // NUTGRAF_TESTS_SUPPORT_WALK_WORLD_H_
