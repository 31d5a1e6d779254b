// `nutgraf place`: what the gazetteer knows of a name.
#include <algorithm>

#include "extract/lexicon/data_file.h"
#include "extract/place/gazetteer.h"
#include "extract/place/place_choice.h"
#include "extract/place/place_lists.h"
#include "tools/command.h"
#include "tools/reading.h"
#include "tools/row_options.h"

namespace nutgraf {

int run_place(Console& console, const Arguments& words) {
  RowOptions rows;
  std::string name;
  Options line("place", "NAME", "the places that bear a name, the likeliest first");
  line.note(
      "Prominence, 0 to 255, is how likely news means it when it says no more: by kind of\n"
      "place, seat of government and population. A report's other places decide over it.");
  line.argument("NAME", name);
  rows.add_to(line);
  line.example("place Tripoli");
  if (const auto code = line.parse(console, words)) return *code;
  const auto data = DataFile::open(data_file_path());
  if (!data) return report_error(console, data.error());
  const auto gazetteer = Gazetteer::open(*data);
  if (!gazetteer) return report_error(console, gazetteer.error());
  const auto lists = PlaceLists::open(*data);
  if (!lists) return report_error(console, lists.error());
  Listing listing{{"place", "name", "feature", "country", "within", "population", "lat", "lon",
                   "prominence", "reason"},
                  {}};
  PlaceLookup found = look_up_place(*gazetteer, *lists, name);
  std::stable_sort(found.choices.begin(), found.choices.end(),
                   [](const PlaceChoice& a, const PlaceChoice& b) { return a.score > b.score; });
  for (const PlaceChoice& choice : found.choices) {
    const Place place = gazetteer->place(choice.row);
    std::vector<std::string> within;
    for (const Place& around : place.within) within.push_back(around.name);
    std::string reason = found.part ? "a part of it, " : "";
    if (gazetteer->is_capital(choice.row)) reason += "a capital, ";
    reason += reasons(choice);
    listing.rows.push_back(
        {"loc:" + place.id, place.name, std::string(to_string(place.feature)), place.country,
         std::move(within), count_cell(gazetteer->population(choice.row)),
         Decimal{place.point.latitude, 6}, Decimal{place.point.longitude, 6},
         count_cell(static_cast<std::uint64_t>(gazetteer->prominence(choice.row))), reason});
  }
  if (listing.rows.empty()) {
    return report_error(
        console,
        {ErrorCode::not_found, "the gazetteer has no place called \"" + name + '"', {}, 0, 0, {}});
  }
  return rows.print(console, listing);
}

}  // namespace nutgraf
