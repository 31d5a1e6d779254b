// When two places that no table has may be one: pure functions of the two.
#include <algorithm>
#include <string>

#include "graph/names.h"

namespace nutgraf {
namespace {

// "x:PARENT/folded-name": no row of a table.
bool is_unlisted(const std::string& id) {
  return id.compare(0, 2, "x:") == 0 && id.find('/') != std::string::npos;
}

// The ids of what it lies in, the nearest first.
std::vector<std::string> around(const UnitRow& unit) {
  std::vector<std::string> out;
  const std::optional<Place> place = decode_place(unit.first(feature::place));
  if (!place) return out;
  for (const Place& outer : place->within) out.push_back(outer.id);
  return out;
}

// The one's nearest is told of the other as well, behind a nearer one.
bool lies_wider(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  if (other.empty()) return false;
  return one.empty() || std::find(other.begin() + 1, other.end(), one.front()) != other.end();
}

}  // namespace

std::optional<Likeness> alike_places(const UnitRow& one, const UnitRow& other) {
  if (one.first(feature::name) != other.first(feature::name)) return std::nullopt;
  if (!is_unlisted(one.first(feature::id)) || !is_unlisted(other.first(feature::id))) {
    return std::nullopt;
  }
  const std::vector<std::string> left = around(one);
  const std::vector<std::string> right = around(other);
  const bool first = lies_wider(left, right);
  const bool second = lies_wider(right, left);
  if (!first && !second) return std::nullopt;
  return Likeness{700, first, second, "same-place-name"};
}

}  // namespace nutgraf
