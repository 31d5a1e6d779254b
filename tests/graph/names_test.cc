// Pure decisions between two units: what speaks for one node, what against it.
#include "graph/names.h"

#include <catch2/catch.hpp>

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

}  // namespace

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
  CHECK(alike_unnamed(gunmen, two, true, false)->score == 400);
  CHECK(alike_unnamed(gunmen, gunmen, true, false)->score == 450);
  CHECK_FALSE(alike_unnamed(gunmen, two, false, false));
  CHECK_FALSE(alike_unnamed(gunmen, crowd("soldiers", "soldier"), true, false));

  const StatedUnit army = crowd("Iraqi forces", "force", "IQ");
  const StatedUnit special = crowd("Iraqi special forces", "force", "IQ");
  CHECK_FALSE(alike_unnamed(army, special, true, false));
  CHECK(alike_unnamed(army, army, true, false)->rule == "same-head");
  CHECK(alike_unnamed(army, special, true, true));  // one part in one event
}
