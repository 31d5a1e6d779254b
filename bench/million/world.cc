#include "bench/million/world.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>
#include <string_view>

#include "extract/time/day.h"
#include "tests/support/testimony_builder.h"

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, 20> onsets{"b", "d",  "f",  "g",  "k",  "l", "m",
                                                  "n", "p",  "r",  "s",  "t",  "v", "z",
                                                  "h", "br", "dr", "kr", "st", "tr"};
constexpr std::array<std::string_view, 5> vowels{"a", "e", "i", "o", "u"};

// Three syllables for a number below a million; two numbers never share one.
std::string word(std::uint32_t number) {
  std::string out;
  for (int syllable = 0; syllable < 3; ++syllable) {
    out += onsets.at(number % 20);
    out += vowels.at(number / 20 % 5);
    number /= 100;
  }
  out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

// Below `end`, the low ones the likelier: 0 comes once in fifty of 180,000.
std::uint32_t by_power(std::mt19937& chance, std::uint32_t end, double power) {
  const double even = static_cast<double>(chance()) / 4294967296.0;
  return std::min(end - 1, static_cast<std::uint32_t>(end * std::pow(even, power)));
}

std::uint32_t evenly(std::mt19937& chance, std::uint32_t end) {
  return static_cast<std::uint32_t>(std::uint64_t{chance()} * end >> 32U);
}

}  // namespace

std::string World::actor(std::uint32_t number) {
  return word(number * 7919U % 1'000'000U) + " " + word((number * 104729U + 17U) % 1'000'000U);
}

Place World::country(std::uint32_t number) {
  Place out;
  out.geonames = 1'000'000 + number;
  out.id = "gn:" + std::to_string(out.geonames);
  out.name = word(number * 3571U % 1'000'000U) + "land";
  out.country = {static_cast<char>('A' + number % 26), static_cast<char>('A' + number / 26)};
  out.feature = Feature::country;
  out.point = {static_cast<std::int32_t>(number) * 1000, static_cast<std::int32_t>(number) * 2000};
  return out;
}

Place World::place(std::uint32_t number) const {
  Place out;
  out.geonames = 2'000'000 + number;
  out.id = "gn:" + std::to_string(out.geonames);
  out.name = word((number * 6007U + 5U) % 1'000'000U) + "ville";
  const Place land = country(number % countries);
  out.country = land.country;
  out.point = {land.point.latitude + 100, land.point.longitude + 100};
  out.within.push_back(land);
  return out;
}

Testimony World::report(std::uint32_t number) const {
  struct Act {
    std::string_view lemma, type;
  };
  static constexpr std::array<Act, 12> acts{{{"attack", "assault"},
                                             {"visit", "consult"},
                                             {"meet", "consult"},
                                             {"arrest", "coerce"},
                                             {"accuse", "disapprove"},
                                             {"praise", "support"},
                                             {"sign", "agree"},
                                             {"reject", "reject"},
                                             {"protest", "protest"},
                                             {"threaten", "threaten"},
                                             {"free", "retreat"},
                                             {"fund", "aid"}}};
  constexpr std::uint32_t days = 3650;
  std::mt19937 chance(20161103U + number);
  const auto first = parse_iso_day("2006-01-01");
  const std::int32_t published = first->number + static_cast<std::int32_t>(evenly(chance, days));
  TestimonyBuilder report("r" + std::to_string(number), iso(Day{published}));
  report.source("wire " + std::to_string(number % 7));
  report.words("Report " + std::to_string(number) + " tells:");
  std::map<std::uint32_t, std::uint32_t> actors;  // number to mention
  std::map<std::uint32_t, std::uint32_t> places;
  const auto actor = [&](std::uint32_t who) {
    const auto [at, fresh] = actors.try_emplace(who, 0);
    if (fresh) at->second = report.person(World::actor(who));
    return at->second;
  };
  for (std::uint32_t i = 0; i < size_.events_per_report; ++i) {
    const Act& act = acts.at(evenly(chance, acts.size()));
    TestimonyBuilder::Told told;
    told.lemma = act.lemma;
    told.type = act.type;
    told.chain = i;
    told.actors = {actor(by_power(chance, size_.actors, 3.093))};
    told.targets = {actor(evenly(chance, size_.actors)), actor(evenly(chance, size_.actors))};
    const std::uint32_t where = by_power(chance, size_.places, 2);
    const auto [at, fresh] = places.try_emplace(where, 0);
    if (fresh) at->second = report.place(place(where));
    told.places = {at->second};
    const std::int32_t day = published - static_cast<std::int32_t>(evenly(chance, 3));
    told.from = iso(Day{day});
    told.until = iso(Day{day + 1});
    report.event(told);
  }
  return report.build();
}

}  // namespace nutgraf
