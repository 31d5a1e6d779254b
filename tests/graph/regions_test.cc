// Clustering again what changed gives what clustering everything gives.
#include "graph/regions.h"

#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

using namespace nutgraf;

namespace {

constexpr std::uint8_t count = 14;

Id item(std::uint8_t number) {
  Id id;
  id.bytes[0] = number;
  return id;
}

// Between any two: nothing, a likeness of that strength, or what forbids that they are together.
struct World {
  std::map<std::pair<Id, Id>, int> pairs;

  int between(const Id& one, const Id& other) const {
    const auto found = pairs.find(std::minmax(one, other));
    return found == pairs.end() ? 0 : found->second;
  }
  std::vector<Id> near(const Id& one) const {
    std::vector<Id> out;
    for (std::uint8_t i = 0; i < count; ++i) {
      if (between(one, item(i)) > 0) out.push_back(item(i));
    }
    return out;
  }
};

using Seats = std::map<Id, Id>;  // each item with the smallest of its cluster

std::vector<Id> mates(const Seats& seats, const Id& one) {
  std::vector<Id> out;
  for (const auto& [id, seat] : seats) {
    if (seat == seats.at(one)) out.push_back(id);
  }
  return out;
}

// From the strongest down; a likeness of two that `skips` says is not looked at.
template <typename Skips>
Seats joined(const World& world, const std::vector<Id>& items, const Skips& skips) {
  Seats seats;
  for (const Id& id : items) seats[id] = id;
  std::vector<std::tuple<int, Id, Id>> order;
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (std::size_t k = i + 1; k < items.size(); ++k) {
      const int strength = world.between(items[i], items[k]);
      if (strength > 0 && !skips(items[i], items[k])) {
        order.emplace_back(-strength, items[i], items[k]);
      }
    }
  }
  std::sort(order.begin(), order.end());
  for (const auto& [strength, one, other] : order) {
    const std::vector<Id> left = mates(seats, one);
    const std::vector<Id> right = mates(seats, other);
    if (seats.at(one) == seats.at(other)) continue;
    const bool forbidden = std::any_of(left.begin(), left.end(), [&](const Id& a) {
      return std::any_of(right.begin(), right.end(),
                         [&](const Id& b) { return world.between(a, b) < 0; });
    });
    if (forbidden) continue;
    const Id seat = std::min(left.front(), right.front());
    for (const std::vector<Id>* side : {&left, &right}) {
      for (const Id& id : *side) seats.at(id) = seat;
    }
  }
  return seats;
}

Seats all_joined(const World& world) {
  std::vector<Id> items;
  for (std::uint8_t i = 0; i < count; ++i) items.push_back(item(i));
  return joined(world, items, [](const Id&, const Id&) { return false; });
}

rc::Gen<World> some_world() {
  const auto number = rc::gen::inRange<std::uint8_t>(0, count);
  return rc::gen::map(rc::gen::container<std::vector<std::tuple<std::uint8_t, std::uint8_t, int>>>(
                          rc::gen::tuple(number, number, rc::gen::inRange(-2, 6))),
                      [](const auto& drawn) {
                        World world;
                        for (const auto& [one, other, strength] : drawn) {
                          if (one != other)
                            world.pairs[std::minmax(item(one), item(other))] = strength;
                        }
                        return world;
                      });
}

// The seats once these pairs are otherwise.
Seats seated_again(World& world, Seats seats, const std::map<std::pair<Id, Id>, int>& changes) {
  std::set<Id> changed;
  for (const auto& [pair, strength] : changes) {
    world.pairs[pair] = strength;
    for (const Id& id : {pair.first, pair.second}) {
      for (const Id& mate : mates(seats, id)) changed.insert(mate);
    }
  }
  const auto cluster = [&](const std::vector<Id>& items, const std::vector<Id>& border) {
    const std::set<Id> anew(items.begin(), items.end());
    std::vector<Id> both = items;
    both.insert(both.end(), border.begin(), border.end());
    std::sort(both.begin(), both.end());
    const Seats tried = joined(world, both, [&](const Id& a, const Id& b) {
      return anew.count(a) == 0 && anew.count(b) == 0 && seats.at(a) != seats.at(b);
    });
    std::set<Id> of_items;
    for (const Id& id : items) of_items.insert(tried.at(id));
    std::vector<Id> met;
    for (const Id& id : border) {
      if (of_items.count(tried.at(id)) != 0) met.push_back(id);
    }
    if (met.empty()) {
      for (const Id& id : items) seats.at(id) = tried.at(id);
    }
    return met;
  };
  Regions([&](const Id& id) { return world.near(id); },
          [&](const Id& id) { return mates(seats, id); }, cluster)
      .cluster(changed);
  return seats;
}

}  // namespace

TEST_CASE("regions: clustering again what changed is clustering everything") {
  rc::prop("any change to any world", [] {
    World world = *some_world();
    const Seats seats = all_joined(world);
    const World other = *some_world();
    const auto most = *rc::gen::inRange<std::size_t>(0, 4);
    std::map<std::pair<Id, Id>, int> changes;
    for (const auto& change : other.pairs) {
      if (changes.size() < most) changes.insert(change);
    }
    const Seats again = seated_again(world, seats, changes);
    RC_ASSERT(again == all_joined(world));
  });
}

TEST_CASE("regions: one that waits for its turn is not where its old mate went") {
  const auto between = [](std::uint8_t one, std::uint8_t other) {
    return std::pair(item(one), item(other));
  };
  World world;
  // 0 and 1 are one, which keeps 0 from 2 and 1 from 6; 2 and 4 are one, which keeps 6 away.
  world.pairs = {{between(0, 1), 5},  {between(0, 2), 3}, {between(1, 2), -1}, {between(1, 6), 3},
                 {between(0, 6), -1}, {between(2, 4), 4}, {between(4, 6), -1}, {between(2, 6), 1}};
  const Seats seats = all_joined(world);
  REQUIRE(seats.at(item(1)) == item(0));
  const Seats again = seated_again(world, seats, {{between(0, 1), 0}});
  CHECK(again.at(item(2)) == item(0));
  CHECK(again.at(item(6)) == item(1));
  CHECK(again == all_joined(world));
}
