// What `nutgraf extract` prints is held to schemas/extraction.schema.json.
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "extract/report/extraction_json.h"
#include "tests/support/json_schema.h"
#include "tests/support/program.h"

using namespace nutgraf;
using nlohmann::json;
using nutgraf::testing::breaches;
using nutgraf::testing::run;

namespace {

json schema() {
  std::ifstream in(NUTGRAF_SOURCE_DIR "/schemas/extraction.schema.json");
  return json::parse(in);
}

// One of everything; spans lie on "Rebels" and "Pell" behind a letter of two bytes.
Extraction full() {
  Extraction out;
  out.sentences = {{0, 25}};
  Mention rebels{{3, 9}, {3, 9}, Kind::group, Form::nominal, 0, 0, {1, 2}, 1, Count{30, {}}, "n/1"};
  Mention pell{{18, 22}, {18, 22}, Kind::place, Form::name, 1, 0, {3, 4}, 3, {}, "n/2"};
  out.mentions = {rebels, pell};
  Place iraq{"gn:99237", "Iraq", {33000000, 44000000}, "IQ", 99237, Feature::country, false, {}};
  Place where{"x:gn:99237/pell", "Pell", {-500, 44123456}, "IQ", 0, Feature::city, true, {iraq}};
  out.entities.resize(2);
  out.entities[0].name = "Rebels";
  out.entities[0].kind = Kind::group;
  out.entities[1] = {Kind::place,     "Pell", {"Old Pell"}, true, true,
                     Gender::unknown, "",     "IQ",         where};
  const DayRange day{Day{17108}, Day{17109}};
  out.times = {{{10, 17}, TimeType::date, "2016-11-03", "", day, 0, "t/1"}};
  out.things = {{{10, 17}, {10, 17}, "weapon"}};
  Event event;
  event.span = {10, 17};
  event.parts = {{10, 12}, {15, 17}};
  event.sentence = 0;
  event.lemma = "shell";
  event.type = "assault";
  event.act = "assault";
  event.codes = {{"cameo", "1.1b3", "190"}};
  event.actors = {0};
  event.places = {{1, PlaceRole::from}};
  event.times = {0};
  event.when = day;
  event.when_from = Attachment::clause;
  event.things = {{0, ThingRole::instrument}};
  event.casualties = {{"dead", Count{30, {}}, 0, npos}};
  event.rule = "shell/active";
  event.score = 1000;
  event.confidence = 7;
  event.chain = 0;
  out.events = {event};
  out.tuples = {{0, 0, "shell", npos, 1, day}};
  out.references = {{{10, 17}, 0, "shelling", "shell", 0}};
  out.memberships = {{1, 0}};
  return out;
}

}  // namespace

TEST_CASE("an extraction with one of everything fits the schema, and is printed so") {
  const Report report{"r\n1", "é Rebels shelled Pell.", parse_iso_day("2016-11-03"), "", "", "",
                      ""};
  Extraction extraction = full();
  extraction.sentences = {{0, 23}};
  std::string out;
  append_extraction_json(out, report, extraction, {});
  const json printed = json::parse(out);
  CHECK(breaches(schema(), printed) == std::vector<std::string>{});
  CHECK(
      out ==
      R"({"id":"r\n1","date":"2016-11-03","sentences":[[0,22]],"mentions":[)"
      R"({"begin":2,"end":8,"head":[2,8],"kind":"group","form":"nominal","entity":0,"sentence":0,)"
      R"("number":{"min":30,"max":null},"rule":"n/1"},)"
      R"({"begin":17,"end":21,"head":[17,21],"kind":"place","form":"name","entity":1,"sentence":0,)"
      R"("rule":"n/2"}],"entities":[{"kind":"group","name":"Rebels","aliases":[],"place":null,)"
      R"("named":false,"complete":false,"gender":null,"role":null,"country":null},)"
      R"({"kind":"place","name":"Pell","aliases":["Old Pell"],"place":{"lat":-0.000500,)"
      R"("lon":44.123456,"country":"IQ","geonames":null,"feature":"city","id":"x:gn:99237/pell",)"
      R"("name":"Pell","precision":"container","within":[{"id":"gn:99237","name":"Iraq",)"
      R"("feature":"country"}]},"named":true,"complete":true,"gender":null,"role":null,)"
      R"("country":"IQ"}],"times":[{"begin":9,"end":16,"type":"date","value":"2016-11-03",)"
      R"("mod":null,"edtf":"2016-11-03","from":"2016-11-03","until":"2016-11-04",)"
      R"("rule":"t/1"}],"things":[{"begin":9,)"
      R"("end":16,"head":[9,16],"class":"weapon"}],"events":[{"begin":9,"end":16,"sentence":0,)"
      R"("lemma":"shell","form":"verb","type":"assault","polarity":"positive",)"
      R"("modality":"actual","reported_by":null,"actors":[0],"targets":[],"places":[1],)"
      R"("place_roles":["from"],"times":[0],"from":"2016-11-03","until":"2016-11-04",)"
      R"("when_from":"clause","where_from":null,"mode":null,"act":"assault","codes":[{)"
      R"("scheme":"cameo","version":"1.1b3","value":"190"}],"inherited":{"actors":[],)"
      R"("targets":[]},"things":[{"thing":0,"role":"instrument"}],"casualties":[{"state":"dead",)"
      R"("min":30,"max":null,"mention":0,"part_of":null}],"spans":[[9,11],[14,16]],)"
      R"("rule":"shell/active","score":1.000,"confidence":0.007,"chain":0}],"tuples":[{"event":0,)"
      R"("actor":0,"action":"shell","target":null,"place":1,"from":"2016-11-03",)"
      R"("until":"2016-11-04"}],"references":[{"begin":9,"end":16,"sentence":0,)"
      R"("lemma":"shelling","chain":0}],"memberships":[{"member":1,"group":0}]})");
}

TEST_CASE("what the program prints fits the schema") {
  const json rules = schema();
  for (const std::string unit : {"codepoints", "utf8", "utf16"}) {
    const auto ran =
        run({"extract", "--tokens", "--offsets", unit, "--input", "text", "--date", "2016-11-03"},
            "PELL, Iraq — Rebels shelled Arvo on Tuesday, killing 30 people, said Jane "
            "Karim, the mayor of Pell. They planned to attack Keld next week.");
    REQUIRE(ran.code == 0);
    CHECK(breaches(rules, json::parse(ran.out)) == std::vector<std::string>{});
  }
}

TEST_CASE("the schema refuses what is not the contract's form") {
  json wrong = json::parse(R"({"id": "", "date": "3.11.2016", "sentences": [[1]], "mentions": [{}],
    "entities": [], "times": [], "things": [], "events": 5})");
  const auto found = breaches(schema(), wrong);
  CHECK(found.size() >= 5);
}
