// The gazetteer's section "gazetteer" in the data file. Parts in this order:
//
//   GazetteerRow x rows       by GeoNames id, then rows without one by their own id
//   PlaceName x places        the places of one name stand together, the most prominent first
//   GazetteerName x names     one a key
//   row of each country       676 numbers, by code; npos where there is none
//   pool of words             names and ids that are no GeoNames ids
//   StringTable               key -> index of a GazetteerName
#ifndef NUTGRAF_EXTRACT_PLACE_GAZETTEER_ROWS_H_
#define NUTGRAF_EXTRACT_PLACE_GAZETTEER_ROWS_H_

#include <cstdint>

#include "extract/extraction.h"
#include "extract/place/gazetteer.h"

namespace nutgraf {

struct GazetteerRow {
  std::uint32_t geonames = 0;
  Point point;
  std::uint32_t population = 0;
  std::uint32_t parent = npos;
  std::uint32_t name = 0;  // offset in the pool
  std::uint32_t id = 0;    // offset in the pool; only without a GeoNames id
  std::uint16_t name_length = 0;
  std::uint16_t id_length = 0;
  char country[2] = {0, 0};  // NOLINT(modernize-avoid-c-arrays): lies in a mapped file
  Feature feature = Feature::city;
  std::uint8_t prominence = 0;
  std::uint8_t capital = 0;
  std::uint8_t unused[3] = {0, 0, 0};  // NOLINT(modernize-avoid-c-arrays)
};

struct GazetteerName {
  std::uint32_t begin = 0;  // in the list of places
  std::uint32_t count = 0;
  std::uint8_t commonness = 100;
  std::uint8_t longest = 0;
  std::uint16_t unused = 0;
};

constexpr std::size_t country_codes = std::size_t{26} * 26;

// The index of a code of two capitals; country_codes for anything else.
constexpr std::size_t country_index(std::string_view code) {
  if (code.size() != 2 || code[0] < 'A' || code[0] > 'Z' || code[1] < 'A' || code[1] > 'Z')
    return country_codes;
  return static_cast<std::size_t>(code[0] - 'A') * 26 + static_cast<std::size_t>(code[1] - 'A');
}

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_PLACE_GAZETTEER_ROWS_H_
