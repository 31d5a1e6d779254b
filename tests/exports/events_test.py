"""The formats of events: GeoJSON by RFC 7946's own rules, event data by the columns' page."""

import csv
import json
import re
import unittest

import world
from world import Graph, export, spaced

HERE = __file__.rsplit("/", 1)[0]
PLACES = ("AT", "FROM", "TO")


def setUpModule():
    world.setup()


def ends(truth, event, *roles):
    return sorted(e["to"] for e in truth.edges if e["from"] == event and e["role"] in roles)


class GeojsonTest(unittest.TestCase):
    """RFC 7946: sections 3.1.1 and 3.1.2 (positions, points), 3.2, 3.3, 4 (no crs), 7 and 11.2."""

    @classmethod
    def setUpClass(cls):
        with open(export("geojson"), "rb") as file:
            cls.collection = json.loads(file.read().decode("utf-8", errors="strict"))
        cls.features = cls.collection["features"]

    def test_the_form(self):
        self.assertEqual(set(self.collection), {"type", "features"})
        self.assertEqual(self.collection["type"], "FeatureCollection")
        self.assertGreater(len(self.features), 5)
        for feature in self.features:
            self.assertEqual(set(feature), {"type", "id", "geometry", "properties"})
            self.assertEqual(feature["type"], "Feature")
            self.assertEqual(set(feature["geometry"]), {"type", "coordinates"})
            self.assertEqual(feature["geometry"]["type"], "Point")
            longitude, latitude = feature["geometry"]["coordinates"]
            self.assertTrue(-180 <= longitude <= 180 and -90 <= latitude <= 90)
            self.assertTrue(0 < feature["properties"]["reports"])
        ids = [feature["id"] for feature in self.features]
        self.assertEqual(len(set(ids)), len(ids))

    def test_a_feature_for_each_event_and_place_with_a_point(self):
        truth = Graph()
        wanted = sorted((e["from"], e["role"], e["to"]) for e in truth.edges
                        if e["role"] in PLACES and truth.nodes[e["to"]]["lat"] is not None)
        found = sorted((f["properties"]["node"], f["properties"]["role"], f["properties"]["place"])
                       for f in self.features)
        self.assertEqual(found, wanted)

    def test_properties(self):
        truth = Graph()
        for feature in self.features:
            told = feature["properties"]
            event, place = truth.nodes[told["node"]], truth.nodes[told["place"]]
            self.assertEqual(feature["geometry"]["coordinates"], [place["lon"], place["lat"]])
            for name in ("name", "type", "mode", "plover", "cameo", "action", "modality", "from",
                         "until", "reports", "sources", "handles"):
                self.assertEqual(told[name], event[name])
            for name in ("feature", "country"):
                self.assertEqual(told[name], place[name])
            for name, role in (("actors", "ACTOR"), ("targets", "TARGET")):
                self.assertEqual(sorted(one["node"] for one in told[name]),
                                 ends(truth, told["node"], role))


class EventsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(export("events"), encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            cls.rows = list(reader)
            cls.columns = reader.fieldnames

    def test_the_columns_are_those_of_the_page(self):
        with open(f"{HERE}/../../schemas/events.md", encoding="utf-8") as page:
            page = page.read().split("## Precision")[0]
            told = re.findall(r"^\| `([^`]+)` \|", page, re.MULTILINE)
        self.assertEqual(told, self.columns)

    def test_a_row_for_each_pair_of_actor_and_recipient(self):
        truth = Graph()
        for event in truth.of_kind("event"):
            rows = [row for row in self.rows if row["Event ID"] == event]
            actors = ends(truth, event, "ACTOR") or [""]
            recipients = ends(truth, event, "TARGET") or [""]
            self.assertEqual(sorted((row["Actor ID"], row["Recipient ID"]) for row in rows),
                             sorted((one, other) for one in actors for other in recipients))
        self.assertEqual({row["Event ID"] for row in self.rows}, truth.of_kind("event"))

    def test_names_codes_and_places_are_the_graphs(self):
        truth = Graph()
        for row in self.rows:
            self.assertNotIn(None, row)
            event = truth.nodes[row["Event ID"]]
            self.assertEqual(row["Event Type"], (event["type"] or "").upper())
            self.assertEqual(row["PLOVER Code"], event["plover"] or "")
            self.assertEqual(row["CAMEO Code"], event["cameo"] or "")
            self.assertEqual(row["Event Date"], event["from"] or "")
            self.assertEqual(int(row["Number of Reports"]), event["reports"])
            self.assertEqual(row["Handles"].split("; "), event["handles"])
            for party in ("Actor", "Recipient"):
                if row[f"{party} ID"]:
                    node = truth.nodes[row[f"{party} ID"]]
                    self.assertEqual(row[f"{party} Name"], spaced(node["name"]))
                    self.assertEqual(row[f"{party} Kind"], node["kind"])
            if row["Place ID"]:
                node = truth.nodes[row["Place ID"]]
                self.assertIn(row["Place ID"], ends(truth, row["Event ID"], *PLACES))
                self.assertEqual(float(row["Latitude"]), node["lat"])
                self.assertEqual(float(row["Longitude"]), node["lon"])
                self.assertEqual(row["Country Code"], node["country"] or "")

    def test_codes_are_of_the_ontology_and_precise_as_told(self):
        with open(f"{HERE}/../../schemas/ontology.txt", encoding="utf-8") as file:
            known = {tuple(line.rstrip("\n").split("\t")[4:6]) for line in file if line[0] != "#"}
        for row in self.rows:
            codes = row["PLOVER Code"] or "-", row["CAMEO Code"] or "-"
            self.assertTrue(codes == ("-", "-") or codes in known, codes)
            self.assertEqual(row["CAMEO Root"], row["CAMEO Code"][:2])
            self.assertIn(row["Quad Code"], ("1", "2", "3", "4") if row["CAMEO Code"] else ("",))
            self.assertIn(row["Place Precision"], ("",) if not row["Place ID"] else "1234567")
        one = {row["Action"]: row for row in self.rows}
        self.assertEqual(one["arrest"]["Date Precision"], "4")
        self.assertEqual((one["arrest"]["Event Date"], one["arrest"]["Event Date End"]),
                         ("2016-10-01", "2016-10-31"))
        self.assertEqual({row["Date Precision"] for row in self.rows
                          if row["Action"] == "meet" and row["Event Date"]}, {"1"})
        self.assertEqual((one["arrest"]["City"], one["arrest"]["Country"]), ("Ankara", "Turkey"))
        self.assertEqual((one["arrest"]["CAMEO Code"], one["arrest"]["Quad Code"]), ("173", "4"))
        self.assertEqual(one["arrest"]["Place Precision"], "1")
        self.assertEqual(one["send"]["Date Precision"], "5")
        self.assertIn("dead 12", one["kill"]["Casualties"])


if __name__ == "__main__":
    unittest.main()
