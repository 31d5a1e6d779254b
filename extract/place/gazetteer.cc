#include "extract/place/gazetteer.h"

#include <algorithm>
#include <cassert>
#include <charconv>

#include "extract/place/gazetteer_rows.h"

namespace nutgraf {

Result<Gazetteer> Gazetteer::open(const DataFile& data) {
  const auto bytes = data.section("gazetteer");
  if (!bytes) return fail(bytes.error());
  SectionReader section(*bytes);
  Gazetteer out;
  out.rows_ = section.rows<GazetteerRow>();
  out.places_ = section.rows<PlaceName>();
  out.names_ = section.rows<GazetteerName>();
  out.countries_ = section.rows<PlaceRow>();
  out.pool_ = section.text();
  out.keys_ = StringTable::read(section);
  if (!section.ok() || out.countries_.size() != country_codes)
    return fail(ErrorCode::io, "the data file's gazetteer is not of this version");
  return out;
}

const GazetteerName* Gazetteer::entry(std::string_view key) const {
  const std::uint32_t found = keys_.find(key);
  return found == StringTable::missing ? nullptr : &names_[found];
}

NameFacts Gazetteer::facts(std::string_view key) const {
  NameFacts out;
  const GazetteerName* found = entry(key);
  if (found == nullptr) return out;
  out.places = found->count;
  out.commonness = found->commonness;
  out.longest = found->longest;
  if (found->count != 0) {
    const PlaceName& first = places_[found->begin];
    out.prominence = rows_[first.row].prominence;
    out.feature = rows_[first.row].feature;
    out.other = first.is_other();
  }
  return out;
}

std::span<const PlaceName> Gazetteer::find(std::string_view key) const {
  const GazetteerName* found = entry(key);
  if (found == nullptr) return {};
  return places_.subspan(found->begin, found->count);
}

std::size_t Gazetteer::size() const { return rows_.size(); }

std::optional<PlaceRow> Gazetteer::find_id(std::string_view id) const {
  const auto numbered = std::partition_point(rows_.begin(), rows_.end(),
                                             [](const auto& row) { return row.geonames != 0; });
  if (id.starts_with("gn:")) {
    std::uint32_t number = 0;
    const char* end = id.data() + id.size();
    const auto read = std::from_chars(id.data() + 3, end, number);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    const auto at =
        std::lower_bound(rows_.begin(), numbered, number,
                         [](const auto& row, auto wanted) { return row.geonames < wanted; });
    if (at == numbered || at->geonames != number) return std::nullopt;
    return static_cast<PlaceRow>(at - rows_.begin());
  }
  const auto text = [this](const GazetteerRow& row) { return pool_.substr(row.id, row.id_length); };
  const auto at = std::lower_bound(
      numbered, rows_.end(), id, [&](const auto& row, auto wanted) { return text(row) < wanted; });
  if (at == rows_.end() || text(*at) != id) return std::nullopt;
  return static_cast<PlaceRow>(at - rows_.begin());
}

std::string Gazetteer::id(PlaceRow row) const {
  const GazetteerRow& it = rows_[row];
  if (it.geonames != 0) return "gn:" + std::to_string(it.geonames);
  return std::string(pool_.substr(it.id, it.id_length));
}

std::string_view Gazetteer::name(PlaceRow row) const {
  return pool_.substr(rows_[row].name, rows_[row].name_length);
}

Point Gazetteer::point(PlaceRow row) const { return rows_[row].point; }
Feature Gazetteer::feature(PlaceRow row) const { return rows_[row].feature; }
std::uint32_t Gazetteer::population(PlaceRow row) const { return rows_[row].population; }
int Gazetteer::prominence(PlaceRow row) const { return rows_[row].prominence; }
PlaceRow Gazetteer::parent(PlaceRow row) const { return rows_[row].parent; }
bool Gazetteer::is_capital(PlaceRow row) const { return rows_[row].capital != 0; }

std::string_view Gazetteer::country(PlaceRow row) const {
  const GazetteerRow& it = rows_[row];
  return it.country[0] == 0 ? std::string_view{} : std::string_view(it.country, 2);
}

std::optional<PlaceRow> Gazetteer::country_row(std::string_view code) const {
  const std::size_t index = country_index(code);
  if (index == country_codes || countries_[index] == npos) return std::nullopt;
  return countries_[index];
}

bool Gazetteer::lies_in(PlaceRow row, PlaceRow container) const {
  for (PlaceRow at = row; at != npos; at = rows_[at].parent) {
    if (at == container) return true;
  }
  return false;
}

Place Gazetteer::bare(PlaceRow row) const {
  Place out;
  out.id = id(row);
  out.name = std::string(name(row));
  out.point = point(row);
  out.country = std::string(country(row));
  out.geonames = rows_[row].geonames;
  out.feature = feature(row);
  return out;
}

Place Gazetteer::place(PlaceRow row) const {
  Place out = bare(row);
  for (PlaceRow at = rows_[row].parent; at != npos; at = rows_[at].parent)
    out.within.push_back(bare(at));
  return out;
}

}  // namespace nutgraf
