// What a report tells about where its places lie: which stand together, which it is written from,
// which countries it speaks of. Read from the text between the names, before any is chosen.
#ifndef NUTGRAF_EXTRACT_PLACE_PLACE_CONTEXT_H_
#define NUTGRAF_EXTRACT_PLACE_PLACE_CONTEXT_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/analysis.h"
#include "extract/extraction.h"
#include "extract/place/place_lists.h"

namespace nutgraf {

// One mention of form name and kind place.
struct NamedPlace {
  std::uint32_t mention = npos;
  std::uint32_t entity = npos;
  Span span;
  // Index of the named place that the words between say it lies in ("Samah in Mosul",
  // "Paris, Texas", "Mosul's Samah") or by ("Bazwaya near Mosul"); npos.
  std::uint32_t holder = npos;
  bool beside = false;
  bool comma = false;           // only a comma or bracket says so
  std::optional<Feature> kind;  // "Kirkuk province", "the city of Kirkuk"
};

struct PlaceContext {
  std::vector<NamedPlace> named;  // by span
  std::uint32_t dateline = npos;  // index into `named`
  std::vector<std::uint16_t>
      people;  // by country_index: mentions of people and groups of a country
};

PlaceContext read_place_context(const Analysis& desk, const Extraction& extraction,
                                const PlaceLists& lists);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_PLACE_PLACE_CONTEXT_H_
