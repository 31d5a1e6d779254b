#include "extract/place/gazetteer_tables.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "extract/lexicon/list_file.h"
#include "extract/text/fold.h"

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, 9> feature_names = {"continent", "region",   "country",
                                                           "province",  "county",   "city",
                                                           "district",  "facility", "physical"};

std::optional<Feature> feature_named(std::string_view name) {
  const auto* at = std::find(feature_names.begin(), feature_names.end(), name);
  if (at == feature_names.end()) return std::nullopt;
  return static_cast<Feature>(at - feature_names.begin());
}

std::vector<std::string> parted(std::string_view cell, char mark) {
  std::vector<std::string> out;
  while (!cell.empty()) {
    const std::size_t at = cell.find(mark);
    if (at != 0) out.emplace_back(cell.substr(0, at));
    if (at == std::string_view::npos) break;
    cell.remove_prefix(at + 1);
  }
  return out;
}

// "-98.5" is -98'500'000; nothing for what is no number of at most six decimals.
std::optional<std::int32_t> microdegrees(std::string_view cell) {
  const bool negative = cell.starts_with('-');
  if (negative) cell.remove_prefix(1);
  const std::size_t dot = std::min(cell.find('.'), cell.size());
  std::string digits(cell.substr(0, dot));
  std::string_view rest = cell.substr(std::min(dot + 1, cell.size()));
  if (digits.empty() || digits.size() > 3 || rest.size() > 6) return std::nullopt;
  digits += rest;
  digits.append(6 - rest.size(), '0');
  std::int32_t value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return std::nullopt;
  return negative ? -value : value;
}

class TableReader {
 public:
  explicit TableReader(std::string folder) : folder_(std::move(folder)) {}

  Result<GazetteerTables> read() {
    for (const auto step : {&TableReader::countries, &TableReader::regions, &TableReader::divisions,
                            &TableReader::populated, &TableReader::airports,
                            &TableReader::supplement, &TableReader::weights}) {
      if (const auto done = (this->*step)(); !done) return fail(done.error());
    }
    read_common_words();
    return std::move(out_);
  }

 private:
  // Words of scowl, but not those that it has as names as well ("cologne", "mecca").
  void read_common_words() {
    for (const int size : {50, 40, 35, 20, 10}) {
      for (const std::string_view variety : {"english", "american", "british"}) {
        each_word(variety, "words", size, [&](const std::string& word) {
          out_.common_words[word] = static_cast<std::uint8_t>(size);
        });
      }
    }
    for (const int size : {10, 20, 35, 40, 50, 60}) {
      for (const std::string_view kind : {"upper", "proper-names"}) {
        each_word("english", kind, size,
                  [&](const std::string& word) { out_.proper_words.insert(fold_name(word)); });
      }
    }
  }

  template <typename Take>
  static void each_word(std::string_view variety, std::string_view kind, int size, Take take_word) {
    std::ifstream in("/usr/share/dict/scowl/" + std::string(variety) + "-" + std::string(kind) +
                     "." + std::to_string(size));
    for (std::string word; std::getline(in, word);) {
      if (invalid_utf8(word) == std::string_view::npos) take_word(word);  // the lists are Latin-1
    }
  }

  Result<void> countries() {
    return each("countries.tsv", 9, 10, [this](const ListRow& row) -> Result<void> {
      TablePlace place = numbered(row.cells[1]);
      place.code = row.cells[0];
      place.country = row.cells[0];
      place.name = row.cells[2];
      place.feature = Feature::country;
      place.parents = {"gn:" + row.cells[7], "gn:" + row.cells[6]};
      if (row.cells.size() > 9) place.others = parted(row.cells[9], '|');
      return take(row, std::move(place), 3, 5);
    });
  }

  Result<void> regions() {
    return each("regions.tsv", 5, 8, [this](ListRow row) -> Result<void> {
      row.cells.resize(8);
      const auto feature = feature_named(row.cells[4]);
      if (!feature) return list_error(path_, row, "no kind of place: " + row.cells[4]);
      TablePlace place = numbered(row.cells[0]);
      place.name = row.cells[1];
      place.feature = *feature;
      place.country = row.cells[5];
      place.parents = {row.cells[5]};
      place.others = parted(row.cells[7], '|');
      return take(row, std::move(place), 2, 6);
    });
  }

  Result<void> divisions() {
    return each("divisions.tsv", 7, 8, [this](const ListRow& row) -> Result<void> {
      const std::string& code = row.cells[0];
      const std::size_t last = code.rfind('.');
      const bool first = code.find('.') == last;
      TablePlace place = numbered(row.cells[1]);
      if (place.geonames == 0) place.id = "x:" + code;
      place.code = code;
      place.name = row.cells[2];
      place.feature = first ? Feature::province : Feature::county;
      place.country = code.substr(0, 2);
      place.parents = {code.substr(0, last), place.country};
      if (row.cells.size() > 7) place.others = parted(row.cells[7], '|');
      return take(row, std::move(place), 3, 5);
    });
  }

  Result<void> populated() {
    return each("places.tsv", 9, 10, [this](const ListRow& row) -> Result<void> {
      TablePlace place = numbered(row.cells[0]);
      place.name = row.cells[1];
      const char kind = row.cells[4].empty() ? 'P' : row.cells[4].front();
      place.feature = kind == 'X' ? Feature::district : Feature::city;
      place.capital = kind == 'C';
      place.seat = kind == 'A';
      place.gone = kind == 'H';
      place.nearest = kind == 'X';
      place.country = row.cells[5];
      const std::string first = row.cells[5] + '.' + row.cells[6];
      place.parents = {first + '.' + row.cells[7], first, row.cells[5]};
      if (row.cells.size() > 9) place.others = parted(row.cells[9], '|');
      return take(row, std::move(place), 2, 8);
    });
  }

  Result<void> airports() {
    return each("airports.tsv", 5, 6, [this](const ListRow& row) -> Result<void> {
      TablePlace place;
      place.id = "x:airport-" + row.cells[0];
      place.name = row.cells[1];
      place.feature = Feature::facility;
      place.country = row.cells[4];
      place.nearest = true;
      place.parents = {row.cells[4]};
      return take(row, std::move(place), 2, npos);
    });
  }

  Result<void> supplement() {
    return each("supplement.txt", 3, 11, [this](const ListRow& row) -> Result<void> {
      const std::string& kind = row.cells[0];
      if (kind == "place") return supplement_place(row);
      if (kind == "own" || kind == "alias" || kind == "bar" || kind == "within" ||
          kind == "point" || kind == "people")
        return change(row);
      if (kind == "division-word") {
        out_.division_words.push_back(row.cells[1]);
      } else if (kind == "article") {
        out_.articles[row.cells[1]] = parted(row.cells[2], '|');
      } else if (kind == "first-word") {
        out_.first_words.emplace_back(row.cells[1], row.cells[2]);
      } else {
        return list_error(
            path_, row,
            "expected place, own, alias, bar, within, point, people, division-word, article or "
            "first-word, found " +
                kind);
      }
      return {};
    });
  }

  // place ID NAME LATITUDE LONGITUDE FEATURE COUNTRY PARENT PEOPLE NAMES SOURCE; these names are
  // written by hand as news uses them, and as good as the first.
  Result<void> supplement_place(const ListRow& row) {
    if (row.cells.size() != 11) return list_error(path_, row, "a place has 11 cells");
    if (row.cells[10].empty()) return list_error(path_, row, "a place names its source");
    const auto feature = feature_named(row.cells[5]);
    if (!feature) return list_error(path_, row, "no kind of place: " + row.cells[5]);
    TablePlace place;
    place.id = row.cells[1];
    if (!place.id.starts_with("x:")) return list_error(path_, row, "an id here begins with x:");
    place.name = row.cells[2];
    place.feature = *feature;
    place.country = row.cells[6];
    place.parents = parted(row.cells[7], '|');
    for (const std::string& parent : place.parents) {
      if (!at_.contains(parent)) return list_error(path_, row, "no place has the code " + parent);
    }
    place.parents.push_back(place.country);
    place.owns = parted(row.cells[9], '|');
    return take(row, std::move(place), 3, row.cells[8].empty() ? npos : 8);
  }

  // own | alias | bar | within CODE WORDS SOURCE; point CODE LATITUDE LONGITUDE SOURCE;
  // people CODE NUMBER SOURCE
  Result<void> change(const ListRow& row) {
    const auto found = at_.find(row.cells[1]);
    if (found == at_.end()) return list_error(path_, row, "no place has the code " + row.cells[1]);
    TablePlace& place = out_.places[found->second];
    const std::vector<std::string> words = parted(row.cells[2], '|');
    if (row.cells[0] == "own") {
      place.owns.insert(place.owns.end(), words.begin(), words.end());
    } else if (row.cells[0] == "alias") {
      place.news.insert(place.news.end(), words.begin(), words.end());
    } else if (row.cells[0] == "bar") {
      for (const std::string& word : words) {
        if (std::erase(place.others, word) == 0)
          return list_error(path_, row, place.name + " has no other name " + word);
      }
    } else if (row.cells[0] == "within") {
      place.parents.insert(place.parents.begin(), words.begin(), words.end());
    } else if (row.cells[0] == "people") {
      const auto people = list_integer(path_, row, 2);
      if (!people) return fail(people.error());
      place.population = static_cast<std::uint32_t>(*people);
    } else {
      return put_point(row, place, 2);
    }
    return {};
  }

  Result<void> weights() {
    return each("weights.txt", 3, 4, [this](const ListRow& row) -> Result<void> {
      if (row.cells[0] != "prominence") return {};
      const auto weight = list_integer(path_, row, 2);
      if (!weight) return fail(weight.error());
      if (row.cells[1] == "capital") {
        out_.weights.capital = static_cast<int>(*weight);
      } else if (row.cells[1] == "seat") {
        out_.weights.seat = static_cast<int>(*weight);
      } else if (row.cells[1] == "gone") {
        out_.weights.gone = static_cast<int>(*weight);
      } else {
        return feature_weight(row, static_cast<int>(*weight));
      }
      return {};
    });
  }

  Result<void> feature_weight(const ListRow& row, int base) {
    const auto feature = feature_named(row.cells[1]);
    if (!feature || row.cells.size() != 4)
      return list_error(path_, row, "expected a kind of place and two weights");
    const auto per_bit = list_integer(path_, row, 3);
    if (!per_bit) return fail(per_bit.error());
    out_.weights.base[static_cast<std::size_t>(*feature)] = base;
    out_.weights.per_bit[static_cast<std::size_t>(*feature)] = static_cast<int>(*per_bit);
    return {};
  }

  template <typename Each>
  Result<void> each(const std::string& file, std::size_t least, std::size_t most, Each take_row) {
    path_ = folder_ + "/" + file;
    const auto rows = read_list(path_, least, most);
    if (!rows) return fail(rows.error());
    for (const ListRow& row : *rows) {
      if (const auto taken = take_row(row); !taken) return fail(taken.error());
    }
    return {};
  }

  static TablePlace numbered(const std::string& number) {
    TablePlace place;
    std::from_chars(number.data(), number.data() + number.size(), place.geonames);
    if (place.geonames != 0) place.id = "gn:" + number;
    return place;
  }

  Result<void> put_point(const ListRow& row, TablePlace& place, std::size_t latitude) {
    const auto north = microdegrees(row.cells[latitude]);
    const auto east = microdegrees(row.cells[latitude + 1]);
    if (!north || !east || *north < -90'000'000 || *north > 90'000'000 || *east < -180'000'000 ||
        *east > 180'000'000)
      return list_error(path_, row, "no latitude and longitude in degrees");
    place.point = {*north, *east};
    return {};
  }

  // A place whose id or code is there already is passed over: the tables overlap.
  Result<void> take(const ListRow& row, TablePlace place, std::size_t latitude,
                    std::size_t population) {
    if (place.id.empty() || place.name.empty()) return list_error(path_, row, "no id or name");
    if (const auto put = put_point(row, place, latitude); !put) return fail(put.error());
    if (population != npos && !row.cells[population].empty()) {
      const auto people = list_integer(path_, row, population);
      if (!people) return fail(people.error());
      place.population = static_cast<std::uint32_t>(std::max<std::int64_t>(*people, 0));
    }
    if (place.code.empty()) place.code = place.id;
    if (at_.contains(place.id)) {
      if (place.geonames == 0) return list_error(path_, row, place.id + " is there twice");
      at_.emplace(place.code, at_.at(place.id));
      return {};
    }
    at_.emplace(place.id, out_.places.size());
    at_.emplace(place.code, out_.places.size());
    out_.places.push_back(std::move(place));
    return {};
  }

  std::string folder_;
  std::string path_;
  GazetteerTables out_;
  std::unordered_map<std::string, std::size_t> at_;  // by id and by code
};

}  // namespace

Result<GazetteerTables> read_gazetteer_tables(const std::string& source_folder) {
  return TableReader(source_folder + "/data/gazetteer").read();
}

}  // namespace nutgraf
