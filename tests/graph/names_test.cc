// Pure decisions between two units: what speaks for one node, what against it.
#include "graph/names.h"

#include <catch2/catch.hpp>

#include "graph/rows.h"
#include "graph/statement.h"

using namespace nutgraf;

namespace {

StatedUnit crowd(const std::string& name, const std::string& head,
                 const std::string& country = {}) {
  StatedUnit unit;
  unit.kind = NodeKind::group;
  unit.local = true;
  unit.spoken = true;
  unit.name = name;
  unit.folded = unit_name(unit.kind, name);
  unit.heads = {head};
  unit.country = country;
  return unit;
}

UnitRow person(const std::string& name) {
  StatedUnit unit;
  unit.named = true;
  unit.name = name;
  unit.folded = unit_name(unit.kind, name);
  UnitRow row;
  add(row, unit);
  return row;
}

// In the places with these ids, the nearest first; none has a row in a table.
UnitRow unlisted(const std::string& name, const std::vector<std::string>& within) {
  StatedUnit unit;
  unit.kind = NodeKind::place;
  unit.named = true;
  unit.name = name;
  unit.folded = unit_name(unit.kind, name);
  unit.place_id = "x:" + (within.empty() ? std::string() : within.front()) + "/" + unit.folded;
  if (!within.empty()) {
    unit.place.emplace();
    unit.place->id = unit.place_id;
    for (const std::string& id : within) unit.place->within.emplace_back().id = id;
  }
  UnitRow row;
  add(row, unit);
  return row;
}

// The rule by which the first follows the second; empty: it does not.
std::string_view followed(const UnitRow& one, const UnitRow& other) {
  const auto likeness = alike(one, other);
  return likeness && likeness->follows ? likeness->rule : std::string_view();
}

}  // namespace

TEST_CASE("a person's shorter name follows the fuller one") {
  CHECK(followed(person("Jan Lund"), person("Jan Erik Lund")) == "middle-name");
  CHECK(followed(person("Jan E. Lund"), person("Jan Erik Lund")) == "middle-name");
  CHECK(followed(person("Erik Lund"), person("J. Erik Lund")) == "middle-name");
  CHECK(followed(person("Jan Lund"), person("Jan Erik Lund, MD")) == "middle-name");
  CHECK(followed(person("Jan Lund"), person("Jan Lund Jr.")) == "suffix");
  CHECK(alike(person("Jan Lund, MD"), person("Jan Lund, M.D."))->rule == "spelling");
  CHECK_FALSE(alike(person("Jan Lund Jr."), person("Jan Lund Sr.")));
  CHECK_FALSE(alike(person("Jan Erik Lund"), person("Jan Olav Lund")));
  CHECK_FALSE(alike(person("Jan Lund III"), person("Jan Erik Lund Jr.")));
}

TEST_CASE("a surname stands for a name that something closes") {
  StatedUnit surname;
  surname.local = surname.named = true;
  surname.folded = "lund";
  StatedUnit whole;
  whole.named = true;
  whole.folded = unit_name(whole.kind, "Jan Erik Lund Jr.");
  CHECK(stands_for(surname, whole));
  CHECK(short_block(surname.kind, surname.folded) == short_block(whole.kind, whole.folded));
}

TEST_CASE("a place that no table has follows its name where it is told more narrowly") {
  const UnitRow nowhere = unlisted("Harbour Clinic", {});
  const UnitRow wide = unlisted("Harbour Clinic", {"gn:2"});
  const UnitRow narrow = unlisted("Harbour Clinic", {"gn:1", "gn:2"});
  CHECK(followed(nowhere, wide) == "same-place-name");
  CHECK(followed(wide, narrow) == "same-place-name");
  CHECK(alike(narrow, wide)->leads);
  CHECK_FALSE(alike(narrow, unlisted("Harbour Clinic", {"gn:3", "gn:2"})));
  CHECK_FALSE(alike(wide, unlisted("Harbour School", {"gn:1", "gn:2"})));
}

TEST_CASE("those whom one deed befell are one by their number, or when no second one is told") {
  StatedUnit guards = crowd("two guards", "guard");
  StatedUnit officers = crowd("two officers", "officer");
  CHECK_FALSE(alike_unnamed(guards, officers, true, SharedPart::some));
  guards.counts = officers.counts = {Count{2, 2}};
  CHECK(alike_unnamed(guards, officers, true, SharedPart::some)->rule == "same-number");
  officers.counts = {Count{3, 3}};
  CHECK_FALSE(alike_unnamed(guards, officers, true, SharedPart::some));

  StatedUnit man = crowd("a man", "man");
  StatedUnit driver = crowd("the driver", "driver");
  man.kind = driver.kind = NodeKind::person;
  CHECK(alike_unnamed(man, driver, false, SharedPart::sole)->rule == "same-sole-part");
  CHECK_FALSE(alike_unnamed(man, driver, false, SharedPart::some));
  man.gender = Gender::male;
  driver.gender = Gender::female;
  CHECK_FALSE(alike_unnamed(man, driver, false, SharedPart::sole));
}

TEST_CASE("a group is one body when its head stands in the singular") {
  CHECK(is_one_body(crowd("the home team", "team")));
  CHECK_FALSE(is_one_body(crowd("officers", "officer")));
}

TEST_CASE(
    "a named group's key leaves off what kind of group it is, a description keeps all words") {
  CHECK(unit_name(NodeKind::group, "Islamic State group") == "islamic state");
  CHECK(unit_name(NodeKind::person, "the Haider Fadhil") == "haider fadhil");
  CHECK(described(crowd("Iraqi special forces", "force")) == "iraqi special forces");
}

TEST_CASE(
    "the unnamed of one story are one by their head, unless their country's name tells more") {
  const StatedUnit gunmen = crowd("gunmen", "gunman");
  const StatedUnit two = crowd("masked gunmen", "gunman");
  CHECK(alike_unnamed(gunmen, two, true, SharedPart::none)->score == 400);
  CHECK(alike_unnamed(gunmen, gunmen, true, SharedPart::none)->score == 450);
  CHECK_FALSE(alike_unnamed(gunmen, two, false, SharedPart::none));
  CHECK_FALSE(alike_unnamed(gunmen, crowd("soldiers", "soldier"), true, SharedPart::none));

  const StatedUnit army = crowd("Iraqi forces", "force", "IQ");
  const StatedUnit special = crowd("Iraqi special forces", "force", "IQ");
  CHECK_FALSE(alike_unnamed(army, special, true, SharedPart::none));
  CHECK(alike_unnamed(army, army, true, SharedPart::none)->rule == "same-head");
  CHECK(alike_unnamed(army, special, true, SharedPart::some));  // one part in one event
}
