#include "extract/place/gazetteer.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "extract/lexicon/data_file.h"
#include "extract/place/distance.h"
#include "extract/place/gazetteer_compiler.h"
#include "extract/text/fold.h"

namespace nutgraf {
namespace {

const Gazetteer& gazetteer() {
  static const DataFile data = DataFile::open(NUTGRAF_DATA_FILE).value();
  static const Gazetteer opened = Gazetteer::open(data).value();
  return opened;
}

std::string first_id(const std::string& name) {
  const auto found = gazetteer().find(fold_name(name));
  return found.empty() ? "nothing" : gazetteer().id(found.front().row);
}

TEST_CASE("a name's most prominent place comes first", "[place]") {
  struct Row {
    std::string name;
    std::string id;
  };
  for (const Row& row : {
           Row{"Mosul", "gn:99072"},
           {"Irbil", "gn:95446"},
           {"Erbil", "gn:95446"},
           {"Arbil", "gn:95446"},
           {"Kiev", "gn:703448"},
           {"Kyiv", "gn:703448"},
           {"Constantinople", "gn:745044"},
           {"Bombay", "gn:1275339"},
           {"Burma", "gn:1327865"},
           {"Raqqa", "gn:172955"},
           {"Qayyarah", "gn:99003"},
           {"Fallujah", "gn:99454"},
           {"Kobani", "gn:172256"},
           {"Bartella", "gn:97890"},
           {"Barţalah", "gn:97890"},
           {"U.S.", "gn:6252001"},
           {"US", "gn:6252001"},
           {"Paris", "gn:2988507"},
           {"London", "gn:2643743"},
           {"New York", "gn:5128581"},
           {"N.C.", "gn:4482348"},
           {"Nineveh Province", "gn:92877"},
           {"Anbar", "gn:99592"},
           {"Middle East", "gn:6269133"},
           {"St. Petersburg", "gn:498817"},
           {"Europe", "gn:6255148"},
           {"Mecca", "gn:104515"},
           {"Cologne", "gn:2886242"},
           {"Basra", "gn:99532"},
           {"Red Sea", "x:red-sea"},
       }) {
    CAPTURE(row.name);
    CHECK(first_id(row.name) == row.id);
  }
  CHECK(gazetteer().find("zzyzzyva").empty());
  CHECK(gazetteer().find("").empty());
}

TEST_CASE("countries carry GeoNames' own point and lie in a region and a continent", "[place]") {
  const Gazetteer& places = gazetteer();
  const Place us = places.place(places.country_row("US").value());
  CHECK(us.id == "gn:6252001");
  CHECK(us.point == Point{39'760'000, -98'500'000});
  CHECK(us.feature == Feature::country);
  REQUIRE(!us.within.empty());
  CHECK(us.within.back().feature == Feature::continent);
  CHECK(!places.country_row("QQ"));
}

TEST_CASE("a place lies in its province, country, region and continent", "[place]") {
  const Gazetteer& places = gazetteer();
  const Place mosul = places.place(places.find_id("gn:99072").value());
  std::string chain;
  for (const Place& holder : mosul.within) chain += holder.name + ", ";
  CHECK(chain.ends_with("Nineveh, Iraq, Western Asia, Asia, "));
  CHECK(places.lies_in(places.find_id("gn:99072").value(), places.country_row("IQ").value()));
  CHECK(!places.lies_in(places.country_row("IQ").value(), places.find_id("gn:99072").value()));
}

TEST_CASE("what the finder of names is told", "[place]") {
  const NameFacts paris = gazetteer().facts("paris");
  CHECK(paris.places > 3);
  CHECK(paris.feature == Feature::city);
  CHECK(paris.prominence > 150);
  CHECK(gazetteer().facts("reading").commonness == 10);
  CHECK(gazetteer().facts("mosul").commonness == 100);
  CHECK(gazetteer().facts("new").longest >= 2);
  CHECK(gazetteer().facts("zzyzzyva").places == 0);
}

TEST_CASE("law: no place lies within itself and every chain ends", "[place]") {
  const Gazetteer& places = gazetteer();
  for (PlaceRow row = 0; row < places.size(); ++row) {
    std::set<PlaceRow> seen;
    for (PlaceRow at = row; at != npos; at = places.parent(at)) {
      if (!seen.insert(at).second) FAIL(places.id(row) + " lies within itself");
    }
  }
}

TEST_CASE("law: every name of every table finds its place", "[place]") {
  const auto tables = read_gazetteer_tables(NUTGRAF_SOURCE_DIR);
  REQUIRE(tables);
  rc::prop("every name of every table finds its place", [&] {
    const TablePlace& place =
        tables->places[*rc::gen::inRange<std::size_t>(0, tables->places.size())];
    const auto row = gazetteer().find_id(place.id);
    RC_ASSERT(row.has_value());
    RC_ASSERT(gazetteer().name(*row) == place.name);
    RC_ASSERT(gazetteer().point(*row) == place.point);
    const auto finds = [&](const std::string& name, bool or_seat) {
      const std::string key = fold_name(name);
      if (key.empty()) return true;
      for (const PlaceName& candidate : gazetteer().find(key)) {
        if (candidate.row == *row || (or_seat && gazetteer().lies_in(candidate.row, *row)))
          return true;
      }
      return false;
    };
    RC_ASSERT(finds(place.name, false));
    for (const std::string& name : place.owns) RC_ASSERT(finds(name, false));
    // "Tunis" as another name of Tunisia is left to its seat, "Market" to the word.
    for (const std::string& name : place.others)
      RC_ASSERT(finds(name, true) || tables->is_word_only(fold_name(name)));
    for (const std::string& name : place.news) RC_ASSERT(finds(name, true));
  });
}

TEST_CASE("distances in metres", "[place]") {
  const Point mosul{36'335'000, 43'118'890};
  const Point erbil{36'191'170, 44'009'200};
  const Point tikrit{34'615'810, 43'678'610};
  CHECK(distance_metres(mosul, mosul) == 0);
  CHECK(distance_metres(mosul, erbil) == Approx(81'400).epsilon(0.01));
  CHECK(distance_metres(mosul, tikrit) == Approx(197'900).epsilon(0.01));
  CHECK(distance_metres({0, 179'900'000}, {0, -179'900'000}) == Approx(22'200).epsilon(0.01));
}

}  // namespace
}  // namespace nutgraf
