#include "extract/place/distance.h"

namespace nutgraf {
namespace {

std::int64_t square_root(std::int64_t value) {
  if (value <= 0) return 0;
  std::int64_t root = 0;
  for (std::int64_t bit = std::int64_t{1} << 31; bit != 0; bit >>= 1) {
    const std::int64_t next = root + bit;
    if (next * next <= value) root = next;
  }
  return root;
}

// Cosine in millionths of an angle in thousandths of a degree, within 90 degrees of zero.
std::int64_t cosine(std::int64_t angle) {
  const std::int64_t square = angle * angle;
  const std::int64_t half_turn = std::int64_t{180'000} * 180'000;
  return (half_turn - 4 * square) * 1000 / ((half_turn + square) / 1000);
}

}  // namespace

std::int64_t distance_metres(Point from, Point to) {
  constexpr std::int64_t whole_turn = 360'000'000;
  constexpr std::int64_t metres_a_degree = 111'195;
  const std::int64_t north = std::int64_t{from.latitude} - to.latitude;
  std::int64_t east = std::int64_t{from.longitude} - to.longitude;
  if (east < 0) east = -east;
  if (east > whole_turn / 2) east = whole_turn - east;
  const std::int64_t middle = (std::int64_t{from.latitude} + to.latitude) / 2000;
  const std::int64_t x = east * cosine(middle) / 1'000'000 * metres_a_degree / 1'000'000;
  const std::int64_t y = north * metres_a_degree / 1'000'000;
  return square_root(x * x + y * y);
}

}  // namespace nutgraf
