// The places of the world by name: mapped, looked up without allocation.
//
// Compiled from data/gazetteer/ (GeoNames, airportsdata, our supplement). Every place lies in
// others: part of a city, city, county, province, country, region, continent, as far as they are
// known; there are no cycles.
//
// Keys are folded names (fold_name of extract/text/fold.h): the name, its other names, both
// without apostrophes, "st" for "saint", and provinces with and without "province", "oblast", ….
#ifndef NUTGRAF_EXTRACT_PLACE_GAZETTEER_H_
#define NUTGRAF_EXTRACT_PLACE_GAZETTEER_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "extract/extraction.h"
#include "extract/lexicon/data_file.h"
#include "extract/result.h"

namespace nutgraf {

// Index of a place in the gazetteer; another build may number them otherwise.
using PlaceRow = std::uint32_t;

// A place that bears a name.
struct PlaceName {
  PlaceRow row = npos;
  std::uint32_t other = 0;  // 1: not its own name in the gazetteer but another one

  bool is_other() const { return other != 0; }
};

// What a name says before its context is read; for the finder of names.
struct NameFacts {
  std::uint32_t places = 0;         // how many places bear it; 0: it is no place's name
  std::uint8_t prominence = 0;      // of the most prominent of them, 0 to 255
  Feature feature = Feature::city;  // of the most prominent
  bool other = false;               // the most prominent bears it as another name only
  // scowl's size of the smallest list that has it as a lower-case word (10, 20, 35, 40, 50);
  // 100 when it is no such word.
  std::uint8_t commonness = 100;
  // Words of the longest name that begins with this word; told of single words only, else 0.
  std::uint8_t longest = 0;
};

struct GazetteerRow;   // its form in the data file
struct GazetteerName;  // a key's entry

class Gazetteer {
 public:
  static Result<Gazetteer> open(const DataFile& data);

  // One look-up of a hash table.
  NameFacts facts(std::string_view key) const;
  // The places of that name, the most prominent first; ties by id.
  std::span<const PlaceName> find(std::string_view key) const;

  std::size_t size() const;
  // The row of "gn:99072" or "x:gogjali".
  std::optional<PlaceRow> find_id(std::string_view id) const;

  std::string id(PlaceRow row) const;
  std::string_view name(PlaceRow row) const;
  Point point(PlaceRow row) const;
  Feature feature(PlaceRow row) const;
  std::uint32_t population(PlaceRow row) const;
  // How likely news means it when it says no more: by feature, seat and population, 0 to 255.
  int prominence(PlaceRow row) const;
  // ISO 3166-1 alpha-2; empty for what lies in several or none.
  std::string_view country(PlaceRow row) const;
  // The row of that country; nothing for an unknown code.
  std::optional<PlaceRow> country_row(std::string_view code) const;
  // The next larger place it lies in; npos for continents and what lies in several.
  PlaceRow parent(PlaceRow row) const;
  bool is_capital(PlaceRow row) const;
  // The first place is the second or lies within it.
  bool lies_in(PlaceRow row, PlaceRow container) const;

  // The value for an Extraction, `within` filled.
  Place place(PlaceRow row) const;

 private:
  Gazetteer() = default;
  Place bare(PlaceRow row) const;
  const GazetteerName* entry(std::string_view key) const;

  std::span<const GazetteerRow> rows_;
  std::span<const PlaceName> places_;
  std::span<const GazetteerName> names_;
  std::span<const PlaceRow> countries_;  // by 26 * first letter + second letter of the code
  std::string_view pool_;
  StringTable keys_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_PLACE_GAZETTEER_H_
