#include "extract/place/gazetteer_compiler.h"

#include <algorithm>
#include <array>
#include <bit>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "extract/place/distance.h"
#include "extract/place/gazetteer_rows.h"

namespace nutgraf {
namespace {

// A city that bears its province's name is what news means by it, from this size on or when it
// holds this part of the province's people.
constexpr std::uint32_t namesake_population = 1'000'000;
constexpr std::uint32_t namesake_part = 8;
constexpr std::uint32_t namesake_least = 50'000;
constexpr std::uint32_t large_city = 100'000;
constexpr std::int64_t city_reach_metres = 40'000;

class GazetteerCompiler {
 public:
  explicit GazetteerCompiler(GazetteerTables tables) : tables_(std::move(tables)) {}

  Result<void> compile(DataWriter& writer) {
    sort();
    if (const auto linked = link(); !linked) return fail(linked.error());
    for (std::size_t i = 0; i < rows_.size(); ++i) rows_[i].prominence = prominence(i);
    lift_namesakes();
    collect_names();
    note_common_words();
    write(writer);
    return {};
  }

 private:
  void sort() {
    std::vector<TablePlace>& places = tables_.places;
    std::sort(places.begin(), places.end(), [](const TablePlace& a, const TablePlace& b) {
      const auto order = [](const TablePlace& it) {
        return std::tuple<bool, std::uint32_t, std::string_view>(it.geonames == 0, it.geonames,
                                                                 it.id);
      };
      return order(a) < order(b);
    });
    rows_.reserve(places.size());
    for (std::uint32_t i = 0; i < places.size(); ++i) {
      const TablePlace& place = places[i];
      at_.emplace(place.code, i);
      at_.emplace(place.id, i);
      GazetteerRow row;
      row.geonames = place.geonames;
      row.point = place.point;
      row.population = place.population;
      std::tie(row.name, row.name_length) = pooled(place.name);
      if (place.geonames == 0) std::tie(row.id, row.id_length) = pooled(place.id);
      if (place.country.size() == 2) {
        row.country[0] = place.country[0];
        row.country[1] = place.country[1];
      }
      row.feature = place.feature;
      row.capital = place.capital ? 1 : 0;
      rows_.push_back(row);
    }
  }

  std::pair<std::uint32_t, std::uint16_t> pooled(std::string_view words) {
    const auto offset = static_cast<std::uint32_t>(pool_.size());
    pool_ += words;
    return {offset, static_cast<std::uint16_t>(words.size())};
  }

  static std::uint64_t cell(Point point) {
    const auto row = static_cast<std::uint64_t>(std::int64_t{point.latitude} / 500'000 + 1000);
    const auto column = static_cast<std::uint64_t>(std::int64_t{point.longitude} / 500'000 + 1000);
    return row * 10'000 + column;
  }

  // The nearest large city of the country within reach that is larger than the place; npos.
  std::uint32_t nearest_city(std::uint32_t row) const {
    std::uint32_t best = npos;
    std::int64_t least = city_reach_metres;
    for (const int north : {-1, 0, 1}) {
      for (const int east : {-1, 0, 1}) {
        const Point near{rows_[row].point.latitude + north * 500'000,
                         rows_[row].point.longitude + east * 500'000};
        const auto found = cities_.find(cell(near));
        if (found == cities_.end()) continue;
        for (const std::uint32_t city : found->second) {
          if (tables_.places[city].country != tables_.places[row].country) continue;
          if (rows_[city].population <= rows_[row].population) continue;
          const std::int64_t metres = distance_metres(rows_[row].point, rows_[city].point);
          if (metres < least) {
            least = metres;
            best = city;
          }
        }
      }
    }
    return best;
  }

  Result<void> link() {
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].feature == Feature::city && rows_[i].population >= large_city)
        cities_[cell(rows_[i].point)].push_back(i);
    }
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
      const TablePlace& place = tables_.places[i];
      if (place.nearest) rows_[i].parent = nearest_city(i);
      for (std::size_t p = 0; p < place.parents.size() && rows_[i].parent == npos; ++p) {
        const auto found = at_.find(place.parents[p]);
        if (found != at_.end() && found->second != i) rows_[i].parent = found->second;
      }
    }
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
      int steps = 0;
      for (std::uint32_t at = i; at != npos; at = rows_[at].parent) {
        if (++steps > 12)
          return fail(ErrorCode::invalid, "data/gazetteer: " + tables_.places[i].id +
                                              " lies within itself or too deep");
      }
    }
    return {};
  }

  std::uint8_t prominence(std::size_t i) const {
    const TablePlace& place = tables_.places[i];
    const ProminenceWeights& weights = tables_.weights;
    const auto feature = static_cast<std::size_t>(place.feature);
    const int bits = static_cast<int>(std::bit_width(place.population));
    int sum = weights.base[feature] + weights.per_bit[feature] * bits;
    if (place.capital) sum += weights.capital;
    if (place.seat) sum += weights.seat;
    if (place.gone) sum += weights.gone;
    return static_cast<std::uint8_t>(std::clamp(sum, 1, 255));
  }

  // A city that bears the name of the province around it stands before it, even by another name:
  // "Basra" is Basrah before it is the province.
  void lift_namesakes() {
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].feature != Feature::city || rows_[i].population < namesake_least) continue;
      const PlaceKeys keys = place_keys(tables_, tables_.places[i]);
      for (std::uint32_t at = rows_[i].parent; at != npos; at = rows_[at].parent) {
        if (rows_[at].feature != Feature::province && rows_[at].feature != Feature::county) break;
        const bool large = rows_[i].population >= namesake_population ||
                           rows_[i].population >= rows_[at].population / namesake_part;
        if (large) lift(i, keys, at);
      }
    }
  }

  void lift(std::uint32_t city, const PlaceKeys& keys, std::uint32_t holder) {
    bool namesake = false;
    PlaceKeys held = place_keys(tables_, tables_.places[holder]);
    held.own.insert(held.own.end(), held.other.begin(), held.other.end());
    for (const std::string& key : held.own) {
      namesake = namesake || std::find(keys.own.begin(), keys.own.end(), key) != keys.own.end();
      if (std::find(keys.other.begin(), keys.other.end(), key) == keys.other.end()) continue;
      namesake = true;
      promoted_.emplace(key, city);
    }
    if (namesake && rows_[holder].prominence >= rows_[city].prominence)
      rows_[city].prominence =
          static_cast<std::uint8_t>(std::min(rows_[holder].prominence + 1, 255));
  }

  struct Entry {
    std::string key;
    PlaceName place;
  };

  // What a capital or seat is called is no other name of the country or province it lies in:
  // "Tunis" is not Tunisia.
  void note_seats() {
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
      if (!tables_.places[i].capital && !tables_.places[i].seat) continue;
      PlaceKeys keys = place_keys(tables_, tables_.places[i]);
      for (std::uint32_t at = rows_[i].parent; at != npos; at = rows_[at].parent) {
        for (const std::string& key : keys.own) seat_names_.emplace(key, at);
        for (const std::string& key : keys.other) seat_names_.emplace(key, at);
      }
    }
  }

  void collect_names() {
    note_seats();
    std::vector<Entry> entries;
    entries.reserve(rows_.size() * 4);
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
      PlaceKeys keys = place_keys(tables_, tables_.places[i]);
      for (std::string& key : keys.own) entries.push_back({std::move(key), {i, 0}});
      for (std::string& key : keys.other) {
        if (seat_names_.contains({key, i})) continue;
        const std::uint32_t other = promoted_.contains({key, i}) ? 0 : 1;
        entries.push_back({std::move(key), {i, other}});
      }
    }
    std::sort(entries.begin(), entries.end(), [this](const Entry& a, const Entry& b) {
      const auto order = [this](const Entry& it) {
        return std::tuple<std::string_view, int, std::uint32_t>(
            it.key, static_cast<int>(it.place.other) * 40 - rows_[it.place.row].prominence,
            it.place.row);
      };
      return order(a) < order(b);
    });
    for (Entry& entry : entries) {
      if (keys_.empty() || keys_.back().first != entry.key) {
        keys_.emplace_back(std::move(entry.key), static_cast<std::uint32_t>(names_.size()));
        names_.push_back({static_cast<std::uint32_t>(places_.size()), 0, 100, 0, 0});
      }
      places_.push_back(entry.place);
      ++names_.back().count;
    }
    note_first_words();
  }

  // Every first word of a longer name is a key as well, if only to say how long to look.
  void note_first_words() {
    std::unordered_map<std::string, std::uint32_t> index;
    for (const auto& [key, name] : keys_) index.emplace(key, name);
    const std::size_t known = keys_.size();
    for (std::size_t i = 0; i < known; ++i) {
      const std::string& key = keys_[i].first;
      const std::size_t space = key.find(' ');
      if (space == std::string::npos) continue;
      const std::string first = key.substr(0, space);
      const auto words = static_cast<std::uint8_t>(
          std::min<std::ptrdiff_t>(std::count(key.begin(), key.end(), ' ') + 1, 255));
      const auto [at, fresh] = index.emplace(first, static_cast<std::uint32_t>(names_.size()));
      if (fresh) {
        keys_.emplace_back(first, at->second);
        names_.emplace_back();
      }
      names_[at->second].longest = std::max(names_[at->second].longest, words);
    }
  }

  void note_common_words() {
    for (const auto& [key, name] : keys_) {
      if (const auto found = tables_.common_words.find(key); found != tables_.common_words.end())
        names_[name].commonness = found->second;
    }
  }

  void write(DataWriter& writer) {
    std::vector<PlaceRow> countries(country_codes, npos);
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
      const std::size_t index = country_index(tables_.places[i].code);
      if (index != country_codes) countries[index] = i;
    }
    SectionWriter section;
    section.rows<GazetteerRow>(rows_);
    section.rows<PlaceName>(places_);
    section.rows<GazetteerName>(names_);
    section.rows<PlaceRow>(countries);
    section.text(pool_);
    StringTable::write(section, keys_);
    writer.add("gazetteer", section.take());
  }

  GazetteerTables tables_;
  std::vector<GazetteerRow> rows_;  // as tables_.places
  std::vector<PlaceName> places_;
  std::vector<GazetteerName> names_;
  std::vector<std::pair<std::string, std::uint32_t>> keys_;
  std::unordered_map<std::string, std::uint32_t> at_;  // by id and code
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cities_;
  std::set<std::pair<std::string, std::uint32_t>> promoted_;    // other names as good as own
  std::set<std::pair<std::string, std::uint32_t>> seat_names_;  // with the row that has them not
  std::string pool_;
};

}  // namespace

Result<void> compile_gazetteer(const std::string& source_folder, DataWriter& writer) {
  auto tables = read_gazetteer_tables(source_folder);
  if (!tables) return fail(tables.error());
  return GazetteerCompiler(std::move(*tables)).compile(writer);
}

}  // namespace nutgraf
