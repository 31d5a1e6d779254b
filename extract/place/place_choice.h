// A place that may be meant, with what speaks for it.
#ifndef NUTGRAF_EXTRACT_PLACE_PLACE_CHOICE_H_
#define NUTGRAF_EXTRACT_PLACE_PLACE_CHOICE_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/place/gazetteer.h"
#include "extract/place/place_lists.h"

namespace nutgraf {

struct PlaceChoice {
  PlaceRow row = npos;
  std::array<std::int32_t, place_signs> signs{};  // what each sign adds
  std::int32_t score = 0;                         // their sum

  void add(PlaceSign sign, std::int32_t weight) {
    signs[static_cast<std::size_t>(sign)] += weight;
    score += weight;
  }
  bool has(PlaceSign sign) const { return signs[static_cast<std::size_t>(sign)] != 0; }
  // A sign of its surroundings speaks for it, not only its own size.
  bool supported() const;
};

// "prominence +158, its country is told +45".
std::string reasons(const PlaceChoice& choice);
// "Mosul, Nineveh, Iraq (gn:99072, city)".
std::string describe(const Gazetteer& gazetteer, PlaceRow row);

// How a name is found in the gazetteer.
struct PlaceLookup {
  std::vector<PlaceChoice> choices;  // in the gazetteer's order, prominence and other_name counted
  bool part = false;                 // the name is a part of what was found: "eastern Mosul"
};

// The places that the words may name: as they stand, without "the", without a word that tells the
// kind ("Mosul City"), or as a part of a place. Words are raw. This is what `nutgraf place` shows.
PlaceLookup look_up_place(const Gazetteer& gazetteer, const PlaceLists& lists,
                          std::string_view words);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_PLACE_PLACE_CHOICE_H_
