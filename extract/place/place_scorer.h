// Chooses among the places that the names of one report may mean; PlaceResolver's inner part.
#ifndef NUTGRAF_EXTRACT_PLACE_PLACE_SCORER_H_
#define NUTGRAF_EXTRACT_PLACE_PLACE_SCORER_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/place/gazetteer.h"
#include "extract/place/place_choice.h"
#include "extract/place/place_context.h"
#include "extract/place/place_lists.h"

namespace nutgraf {

// A place entity of the report and what it may be.
struct PlaceCase {
  std::uint32_t entity = npos;
  std::vector<std::uint32_t> named;  // indexes into PlaceContext::named
  std::optional<Feature> kind;       // told by a word beside one of them
  bool part = false;
  std::vector<PlaceChoice> choices;  // as looked up; `choose` orders them, the best first
  bool sure = false;                 // the first leads clearly
};

// Cities and smaller: what lies at its point, not around it.
constexpr bool is_point(Feature feature) {
  return feature == Feature::city || feature == Feature::district || feature == Feature::facility ||
         feature == Feature::county;
}

class PlaceScorer {
 public:
  // All three must outlive the scorer; each case's `choices` is filled.
  PlaceScorer(const Gazetteer& gazetteer, const PlaceLists& lists, const PlaceContext& context,
              std::vector<PlaceCase>& cases);

  // Orders the choices of every case: first each alone, then three times with the others as they
  // stand.
  void choose();
  // Scores one choice of the case as things stand now.
  PlaceChoice scored(const PlaceCase& place, const PlaceChoice& looked_up) const;

 private:
  // How much countries are spoken of, less what the case itself said.
  struct Countries {
    std::size_t own = npos;  // country_index of the case's own sure place
    std::uint32_t mentions = 0;
    bool told = false;  // that place is the country
    std::uint32_t most = 0;
  };
  Countries countries_beside(const PlaceCase& place) const;
  PlaceChoice scored(const PlaceCase& place, const PlaceChoice& looked_up,
                     const Countries& beside) const;
  void order(PlaceCase& place);
  void count_countries();
  void add_phrases(const PlaceCase& place, PlaceChoice& choice) const;
  void add_countries(const Countries& beside, PlaceChoice& choice) const;
  void add_dateline(const PlaceCase& place, PlaceChoice& choice) const;
  void add_others(const PlaceCase& place, PlaceChoice& choice) const;
  void add(PlaceChoice& choice, PlaceSign sign) const { choice.add(sign, lists_.weight(sign)); }
  const PlaceCase* case_of(std::uint32_t named) const;

  const Gazetteer& gazetteer_;
  const PlaceLists& lists_;
  const PlaceContext& context_;
  std::vector<PlaceCase>& cases_;
  std::vector<std::uint32_t> case_of_;  // by index into named; npos
  std::vector<std::uint32_t> told_;     // by country_index: mentions of the country, its people
  std::vector<std::uint16_t> counted_;  // the countries with spoken_ above 0
  std::vector<std::uint32_t> spoken_;   // the same and of sure places in it
  bool together_ = false;               // the other cases count
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_PLACE_PLACE_SCORER_H_
