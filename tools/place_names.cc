#include "tools/place_names.h"

#include <algorithm>

#include "extract/lexicon/data_file.h"
#include "extract/place/gazetteer.h"
#include "extract/place/place_choice.h"
#include "extract/place/place_lists.h"
#include "tools/reading.h"

namespace nutgraf {

Result<std::optional<NodeKey>> place_by_gazetteer(const GraphReader& reader,
                                                  const std::string& words) {
  std::optional<NodeKey> none;
  const auto data = DataFile::open(data_file_path());
  if (!data) return none;
  const auto gazetteer = Gazetteer::open(*data);
  const auto lists = PlaceLists::open(*data);
  if (!gazetteer || !lists) return none;
  PlaceLookup found = look_up_place(*gazetteer, *lists, words);
  if (found.part) return none;
  std::stable_sort(found.choices.begin(), found.choices.end(),
                   [](const PlaceChoice& a, const PlaceChoice& b) { return a.score > b.score; });
  for (const PlaceChoice& choice : found.choices) {
    auto key = reader.resolve("loc:" + gazetteer->id(choice.row));
    if (!key) return fail(key.error());
    if (*key) return *key;
  }
  return none;
}

}  // namespace nutgraf
