// The synthetic graph of the big bench: 180,000 people, 20,000 places in 200 countries, a million
// events of three participants and a place each. The same seed gives the same graph.
#ifndef NUTGRAF_BENCH_MILLION_WORLD_H_
#define NUTGRAF_BENCH_MILLION_WORLD_H_

#include <cstdint>
#include <string>
#include <vector>

#include "extract/extraction.h"
#include "graph/testimony.h"

namespace nutgraf {

struct WorldSize {
  std::uint32_t actors = 180'000;
  std::uint32_t places = 20'000;
  std::uint32_t events = 1'000'000;
  std::uint32_t events_per_report = 10;
};

class World {
 public:
  explicit World(WorldSize size) : size_(size) {}

  std::uint32_t reports() const { return size_.events / size_.events_per_report; }
  // The report of that number, 0 up to reports() - 1. Its first participants follow a power law,
  // so that one actor has a fiftieth of all events; the others are drawn evenly.
  Testimony report(std::uint32_t number) const;

  static std::string actor(std::uint32_t number);  // a name of two words that no other has
  Place place(std::uint32_t number) const;         // with the country it lies in
  static Place country(std::uint32_t number);
  static constexpr std::uint32_t countries = 200;

 private:
  WorldSize size_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_BENCH_MILLION_WORLD_H_
