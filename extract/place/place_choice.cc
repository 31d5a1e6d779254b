#include "extract/place/place_choice.h"

#include <optional>

#include "extract/text/fold.h"

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, place_signs> sign_words = {
    "prominence",
    "bears it as another name",
    "lies in the place named after it",
    "holds the place named before it",
    "holds other places of the report",
    "its province is named",
    "its country is told",
    "the country most spoken of",
    "in the dateline's province",
    "in the dateline's country",
    "within 25 km of a sure place",
    "within 100 km of a sure place",
    "within 300 km of a sure place",
    "within 1000 km of a sure place",
    "another name of the report is surely it",
    "the word beside it tells its kind",
    "the word beside it tells another kind"};

void add_found(const Gazetteer& gazetteer, const PlaceLists& lists, std::string_view key,
               std::optional<Feature> only, std::vector<PlaceChoice>& choices) {
  for (const PlaceName& found : gazetteer.find(key)) {
    if (only && gazetteer.feature(found.row) != *only) continue;
    PlaceChoice choice;
    choice.row = found.row;
    choice.add(PlaceSign::prominence,
               gazetteer.prominence(found.row) * lists.weight(PlaceSign::prominence));
    if (found.is_other()) choice.add(PlaceSign::other_name, lists.weight(PlaceSign::other_name));
    choices.push_back(choice);
  }
}

}  // namespace

bool PlaceChoice::supported() const {
  for (const PlaceSign sign :
       {PlaceSign::phrase, PlaceSign::phrase_holder, PlaceSign::holds, PlaceSign::division,
        PlaceSign::country, PlaceSign::main_country, PlaceSign::dateline_division,
        PlaceSign::dateline_country, PlaceSign::near_25, PlaceSign::near_100, PlaceSign::near_300,
        PlaceSign::same}) {
    if (has(sign)) return true;
  }
  return false;
}

std::string reasons(const PlaceChoice& choice) {
  std::string out;
  for (std::size_t i = 0; i < place_signs; ++i) {
    if (choice.signs[i] == 0) continue;
    if (!out.empty()) out += ", ";
    out += sign_words[i];
    out += choice.signs[i] > 0 ? " +" : " ";
    out += std::to_string(choice.signs[i]);
  }
  return out;
}

std::string describe(const Gazetteer& gazetteer, PlaceRow row) {
  std::string out(gazetteer.name(row));
  for (PlaceRow at = gazetteer.parent(row); at != npos; at = gazetteer.parent(at)) {
    const Feature feature = gazetteer.feature(at);
    if (feature == Feature::county || feature == Feature::region || feature == Feature::continent)
      continue;
    out += ", ";
    out += gazetteer.name(at);
  }
  out += " (" + gazetteer.id(row) + ", ";
  out += to_string(gazetteer.feature(row));
  return out + ")";
}

PlaceLookup look_up_place(const Gazetteer& gazetteer, const PlaceLists& lists,
                          std::string_view words) {
  PlaceLookup out;
  const std::string folded = fold_name(words);
  std::string_view key = folded;
  add_found(gazetteer, lists, key, std::nullopt, out.choices);
  if (out.choices.empty() && key.starts_with("the ")) {
    key.remove_prefix(4);
    add_found(gazetteer, lists, key, std::nullopt, out.choices);
  }
  if (!out.choices.empty()) return out;
  if (const std::size_t space = key.rfind(' '); space != std::string_view::npos) {
    if (const auto kind = lists.kind(key.substr(space + 1)))
      add_found(gazetteer, lists, key.substr(0, space), kind, out.choices);
  }
  if (!out.choices.empty()) return out;
  for (std::size_t space = key.find(' '); space != std::string_view::npos;
       space = key.find(' ', space + 1)) {
    if (lists.is_part(key.substr(0, space)))
      add_found(gazetteer, lists, key.substr(space + 1), std::nullopt, out.choices);
  }
  out.part = !out.choices.empty();
  return out;
}

}  // namespace nutgraf
