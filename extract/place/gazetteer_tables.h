// The tables of data/gazetteer/ as they are read: for the compiler of data only.
#ifndef NUTGRAF_EXTRACT_PLACE_GAZETTEER_TABLES_H_
#define NUTGRAF_EXTRACT_PLACE_GAZETTEER_TABLES_H_

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/extraction.h"
#include "extract/result.h"

namespace nutgraf {

// A place as a table has it. Other places are named by code: "IQ", "IQ.15", "IQ.15.90392",
// "gn:99072", "x:gogjali".
struct TablePlace {
  std::string id;    // "gn:99072", "x:gogjali"
  std::string code;  // as others name it; its id when it has no other
  std::uint32_t geonames = 0;
  std::string name;
  Point point;
  Feature feature = Feature::city;
  std::string country;
  std::vector<std::string> parents;  // the first that exists is the parent
  std::uint32_t population = 0;
  bool capital = false;
  bool seat = false;                // of a first division
  bool gone = false;                // a place of the past
  bool nearest = false;             // lies in the nearest large city
  std::vector<std::string> owns;    // names as good as its own
  std::vector<std::string> others;  // as the tables have them
  std::vector<std::string> news;    // written by hand
};

// weights.txt: how prominence is counted from feature, seat and population.
struct ProminenceWeights {
  std::array<int, 9> base{};     // by Feature
  std::array<int, 9> per_bit{};  // for each binary digit of the population
  int capital = 0;
  int seat = 0;
  int gone = 0;
};

struct GazetteerTables {
  std::vector<TablePlace> places;  // each id once
  // Words that follow the name of a division and may be left out or added ("oblast").
  std::vector<std::string> division_words;
  // Words before a name that news leaves out ("al"), by country.
  std::map<std::string, std::vector<std::string>> articles;
  // Words that news writes for each other at the start of a name ("saint", "st").
  std::vector<std::pair<std::string, std::string>> first_words;
  ProminenceWeights weights;
  // scowl's size of the smallest list that has the lower-case word, and its names, folded. The
  // tables' other names that are such a word and no such name are left out: in English text they
  // are that word.
  std::unordered_map<std::string, std::uint8_t> common_words;
  std::unordered_set<std::string> proper_words;

  bool is_word_only(const std::string& key) const {
    return common_words.contains(key) && !proper_words.contains(key);
  }
};

// Reads all tables of source_folder/data/gazetteer. An Error names file and line.
Result<GazetteerTables> read_gazetteer_tables(const std::string& source_folder);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_PLACE_GAZETTEER_TABLES_H_
