// Which place of the world each place of a report is.
//
// Every entity of kind place that some mention names is looked up, and of the places that bear the
// name one is chosen for the whole report (one sense a report) by what stands around it: "Paris,
// Texas", the dateline, provinces, countries and peoples named, sure places near by, the word that
// tells its kind, and how prominent it is. The weights stand in data/gazetteer/weights.txt.
//
// A part ("eastern Mosul") or a place that no table has (a street, a district) takes the point of
// the listed place it stands with, else of the dateline, `container` being true and its id
// "x:PARENT/folded name". What has no listed place to stand with keeps no place.
#ifndef NUTGRAF_EXTRACT_PLACE_PLACE_RESOLVER_H_
#define NUTGRAF_EXTRACT_PLACE_PLACE_RESOLVER_H_

#include "extract/analysis.h"
#include "extract/extraction.h"
#include "extract/lexicon/data_file.h"
#include "extract/place/gazetteer.h"
#include "extract/place/place_lists.h"
#include "extract/result.h"
#include "extract/trace.h"

namespace nutgraf {

class PlaceResolver {
 public:
  // The gazetteer and the data file must outlive the resolver.
  static Result<PlaceResolver> open(const DataFile& data, const Gazetteer& gazetteer);

  // Fills Entity::place. Reads mentions, entities and the text; mentions must be by span.
  void resolve(const Analysis& desk, Extraction& extraction, Trace* trace) const;

  const PlaceLists& lists() const { return lists_; }

 private:
  PlaceResolver(const Gazetteer& gazetteer, const PlaceLists& lists)
      : gazetteer_(&gazetteer), lists_(lists) {}

  const Gazetteer* gazetteer_;
  PlaceLists lists_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_PLACE_PLACE_RESOLVER_H_
