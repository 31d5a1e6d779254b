// Sets that grow together under cannot-link, against a naive table.
#include "graph/partition.h"

#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

using namespace nutgraf;

namespace {

// Each item's set by its smallest item, and the pairs that were kept apart.
struct Naive {
  std::vector<std::uint32_t> first;
  std::set<std::pair<std::uint32_t, std::uint32_t>> apart;

  explicit Naive(std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) first.push_back(i);
  }
  void keep_apart(std::uint32_t one, std::uint32_t other) {
    if (first[one] != first[other]) apart.insert({one, other});
  }
  void join(std::uint32_t one, std::uint32_t other) {
    const std::set<std::uint32_t> both{first[one], first[other]};
    for (const auto& [a, b] : apart) {
      if (both == std::set<std::uint32_t>{first[a], first[b]}) return;
    }
    for (std::uint32_t& leader : first) {
      if (both.count(leader) != 0) leader = *both.begin();
    }
  }
};

}  // namespace

TEST_CASE("what is kept apart stays apart, whatever joins") {
  Partition sets(5);
  sets.keep_apart(0, 4);
  sets.join(1, 0);
  sets.join(3, 4);
  sets.join(1, 3);  // 0 is with 1, 4 with 3
  CHECK(sets.find(1) == 0);
  CHECK(sets.find(4) == 3);
  sets.join(2, 4);
  CHECK(sets.find(4) == 2);
  sets.join(0, 2);
  CHECK(sets.find(2) == 2);
}

TEST_CASE("sets under cannot-link are those of a naive table") {
  rc::prop("any calls", [] {
    const std::uint32_t count = 12;
    Partition sets(count);
    Naive naive(count);
    const auto item = rc::gen::inRange<std::uint32_t>(0, count);
    const auto calls =
        *rc::gen::container<std::vector<std::tuple<bool, std::uint32_t, std::uint32_t>>>(
            rc::gen::tuple(rc::gen::arbitrary<bool>(), item, item));
    for (const auto& [join, one, other] : calls) {
      if (join) {
        sets.join(one, other);
        naive.join(one, other);
      } else {
        sets.keep_apart(one, other);
        naive.keep_apart(one, other);
      }
    }
    for (std::uint32_t i = 0; i < count; ++i) RC_ASSERT(sets.find(i) == naive.first[i]);
  });
}
