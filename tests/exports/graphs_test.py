"""Every format of graphs, read back by the readers that people use: the same nodes, edges and
attributes as jsonl, and not a warning."""

import csv
import json
import re
import sys
import unittest
import warnings

import igraph
import networkx
import pydot
import rdflib
from lxml import etree
from networkx.readwrite.gexf import GEXF

import world
from world import Graph, attributes, export, flat, spaced

HERE = __file__.rsplit("/", 1)[0]


def setUpModule():
    world.setup()
    # networkx 2.8 knows GEXF up to 1.2; 1.3 has the same elements in another namespace.
    GEXF.versions["1.3"] = {"NS_GEXF": "http://gexf.net/1.3", "NS_VIZ": "http://gexf.net/1.3/viz",
                            "NS_XSI": "http://www.w3.org/2001/XMLSchema-instance",
                            "SCHEMALOCATION": "", "VERSION": "1.3"}


def plain_id(token):
    return re.sub(r"_x([0-9A-F]{4}|[0-9A-F]{6})_", lambda m: chr(int(m.group(1), 16)), token)


class GraphTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        warnings.simplefilter("error")

    def same_edges(self, truth, edges):
        self.assertEqual(sorted((e["from"], e["role"], e["to"], e["weight"], e["reports"])
                                for e in truth.edges), sorted(edges))


class JsonlTest(GraphTest):
    """jsonl itself, against what the asking commands say."""

    def test_events_and_their_edges_are_those_that_what_lists(self):
        truth = Graph()
        rows = world.ask("what")
        self.assertGreater(len(rows), 20)
        self.assertEqual({row["node"] for row in rows}, truth.of_kind("event"))
        roles = {"actors": {"ACTOR"}, "targets": {"TARGET"}, "places": {"AT", "FROM", "TO"}}
        for row in rows:
            node = truth.nodes[row["node"]]
            for name in ("type", "action", "from", "until", "modality", "reports", "sources"):
                self.assertEqual(node[name], row[name], row)
            for column, wanted in roles.items():
                ends = [e["to"] for e in truth.edges
                        if e["from"] == row["node"] and e["role"] in wanted]
                self.assertEqual(sorted(ends), sorted(one["node"] for one in row[column]))

    def test_every_mention_leads_to_a_node_or_a_mere_pronoun(self):
        truth = Graph("--modality", "any")
        with open(export("mentions"), encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        self.assertGreater(len(rows), 50)
        met = {row["node"] for row in rows if row["kind"] != "event"}
        listed = {node for node in truth.nodes if truth.nodes[node]["kind"] != "event"}
        inner = {e["to"] for e in truth.edges if e["role"] == "WITHIN"}
        self.assertLessEqual(listed - inner, met)

    def test_handles_lead_to_the_node(self):
        for node, row in Graph().nodes.items():
            self.assertEqual(row["handles"][0], node)
            for handle in row["handles"]:
                shown = json.loads(world.run("show", handle, "--format", "json").stdout)
                self.assertEqual(shown["node"], node)

    def test_edges_have_both_ends(self):
        truth = Graph()
        for edge in truth.edges:
            self.assertIn(edge["from"], truth.nodes)
            self.assertIn(edge["to"], truth.nodes)


class GraphmlTest(GraphTest):
    def check(self, path, truth):
        schema = etree.XMLSchema(etree.parse(f"{HERE}/graphml.xsd"))
        schema.assertValid(etree.parse(path))
        graph = networkx.read_graphml(path, force_multigraph=True)
        self.assertEqual({plain_id(node) for node in graph}, set(truth.nodes))
        for node, data in graph.nodes(data=True):
            self.assertEqual({k: v for k, v in data.items() if k != "shape_type"},
                             flat(truth.nodes[plain_id(node)]))
        self.same_edges(truth, [(plain_id(a), data["role"], plain_id(b), data["weight"],
                                 data["reports"]) for a, b, data in graph.edges(data=True)])
        return graph

    def test_networkx_and_the_grammar(self):
        self.assertTrue(self.check(export("graphml"), Graph()).is_directed())

    def test_igraph(self):
        truth = Graph()
        graph = igraph.Graph.Read_GraphML(export("graphml"))
        self.assertTrue(graph.is_directed())
        self.assertEqual({plain_id(node) for node in graph.vs["id"]}, set(truth.nodes))
        for vertex in graph.vs:
            wanted = flat(truth.nodes[plain_id(vertex["id"])])
            for name, value in vertex.attributes().items():
                missing = value == "" or value != value  # igraph's words for "none"
                if name != "id" and not missing:
                    self.assertEqual(value, wanted.pop(name), name)
            wanted = {k: v for k, v in wanted.items() if v != ""}
            self.assertEqual(wanted, {})
        ids = graph.vs["id"]
        self.same_edges(truth, [(plain_id(ids[e.source]), e["role"], plain_id(ids[e.target]),
                                 int(e["weight"]), int(e["reports"])) for e in graph.es])

    def test_yed(self):
        truth = Graph()
        path = export("yed")
        schema = etree.XMLSchema(etree.parse(f"{HERE}/yed.xsd"))
        tree = etree.parse(path)
        schema.assertValid(tree)
        graph = networkx.read_graphml(path, force_multigraph=True)
        self.assertEqual({plain_id(node) for node in graph}, set(truth.nodes))
        shapes = {"person": "ellipse", "group": "roundrectangle", "place": "hexagon",
                  "event": "diamond"}
        for node, data in graph.nodes(data=True):
            self.assertEqual(data.pop("shape_type"), shapes[data["kind"]])
            for own in ("x", "y", "width", "height"):
                data.pop(own, None)
            self.assertEqual(data, flat(truth.nodes[plain_id(node)]))
        self.assertEqual(graph.number_of_edges(), len(truth.edges))
        labels = tree.iter("{http://www.yworks.com/xml/graphml}NodeLabel")
        self.assertEqual(sorted(label.text or "" for label in labels),
                         sorted(spaced(row["name"]) for row in truth.nodes.values()))

    def test_nothing_that_readers_stumble_over(self):
        text = open(export("graphml"), encoding="utf-8").read()
        for never in ("<default", 'for="all"', '"boolean"', '"long"', "yfiles", "<y:", 'id="d3"'):
            self.assertNotIn(never, text)
        self.assertLess(text.rindex("<node "), text.index("<edge "))


class GexfTest(GraphTest):
    def test_grammar_and_networkx(self):
        truth = Graph()
        path = export("gexf")
        schema = etree.XMLSchema(etree.parse(f"{HERE}/gexf.xsd"))
        schema.assertValid(etree.parse(path))
        graph = networkx.read_gexf(path, version="1.3")
        self.assertEqual(set(graph), set(truth.nodes))
        for node, data in graph.nodes(data=True):
            row = truth.nodes[node]
            self.assertEqual(data.pop("start", None), row.get("from"))
            self.assertEqual("end" in data, row.get("until") is not None)
            data.pop("end", None)
            self.assertEqual(data, flat(row))
        edges = []
        for one, other, data in graph.edges(data=True):
            edges.append((one, data["role"], other, int(data["weight"]), data["reports"]))
            self.assertEqual(data["label"], data["role"])
        self.same_edges(truth, edges)

    def test_spans_end_with_their_last_day(self):
        spans = {}
        for node in etree.parse(export("gexf")).iter("{http://gexf.net/1.3}node"):
            spans[node.get("id")] = node.get("start"), node.get("end")
        one = next(row for row in Graph().nodes.values() if row.get("action") == "arrest")
        self.assertEqual(spans[one["node"]], ("2016-10-01", "2016-10-31"))
        self.assertEqual((one["from"], one["until"]), ("2016-10-01", "2016-11-01"))


class NodelinkTest(GraphTest):
    def test_networkx(self):
        truth = Graph()
        with open(export("nodelink"), encoding="utf-8") as file:
            data = json.load(file)
        graph = networkx.node_link_graph(data)
        self.assertTrue(graph.is_directed() and graph.is_multigraph())
        self.assertEqual({node: dict(data) for node, data in graph.nodes(data=True)},
                         {node: attributes(row) for node, row in truth.nodes.items()})
        self.same_edges(truth, [(a, d["role"], b, d["weight"], d["reports"])
                                for a, b, d in graph.edges(data=True)])

    def test_d3_finds_ends_by_id(self):
        with open(export("nodelink"), encoding="utf-8") as file:
            data = json.load(file)
        ids = {node["id"] for node in data["nodes"]}
        self.assertEqual(len(ids), len(data["nodes"]))
        for link in data["links"]:
            self.assertTrue(link["source"] in ids and link["target"] in ids)


class Neo4jTest(GraphTest):
    """As neo4j-admin reads: typed columns, ids of one space, each edge between two of them."""

    TYPES = {"string": str, "long": int, "double": float, "string[]": lambda w: w.split(";"),
             "date": lambda w: re.fullmatch(r"\d{4}-\d\d-\d\d", w).group()}

    def rows(self, path):
        with open(path, encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file, strict=True)
        for row in rows:
            self.assertEqual(len(row), len(head))
            yield dict(zip(head, row))

    def check(self, nodes, edges, truth):
        labels = {"person": "Person", "group": "Group", "place": "Place", "event": "Event"}
        met = {}
        for row in self.rows(nodes):
            node = row.pop("id:ID")
            self.assertNotIn(node, met)
            self.assertEqual(row.pop(":LABEL"), labels[truth.nodes[node]["kind"]])
            met[node] = {}
            for column, words in row.items():
                name, kind = column.split(":")
                if words:
                    met[node][name] = self.TYPES[kind](words)
            wanted = {}
            for name, value in attributes(truth.nodes[node]).items():
                if isinstance(value, list):
                    value = [spaced(words).replace(";", ",") for words in value]
                wanted[name] = spaced(value) if isinstance(value, str) else value
            self.assertEqual(met[node], {k: v for k, v in wanted.items() if v not in ("", [""])})
        self.assertEqual(set(met), set(truth.nodes))
        found = []
        for row in self.rows(edges):
            self.assertIn(row[":START_ID"], met)
            self.assertIn(row[":END_ID"], met)
            found.append((row[":START_ID"], row[":TYPE"], row[":END_ID"], int(row["weight:long"]),
                          int(row["reports:long"])))
        self.same_edges(truth, found)

    def test_pair(self):
        name = f"{world.FOLDER.name}/neo"
        world.run("export", "--format", "neo4j", "-o", name)
        self.check(f"{name}.nodes.csv", f"{name}.edges.csv", Graph())

    def test_two_files_need_a_name(self):
        done = world.run("export", "--format", "neo4j", check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"-o NAME", done.stderr)


class CsvTest(GraphTest):
    def test_rows_are_edges(self):
        truth = Graph()
        with open(export("csv"), encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
        self.assertEqual(sorted((r["source"], r["role"], r["target"]) for r in rows),
                         truth.triples())
        for row in rows:
            for end in ("source", "target"):
                node = truth.nodes[row[end]]
                self.assertEqual(row[f"{end}_name"], spaced(node["name"]))
                self.assertEqual(row[f"{end}_kind"], node["kind"])
            event = truth.nodes[row["source"]]
            for name in ("type", "modality", "from", "until"):
                self.assertEqual(row[name], event.get(name) or "")


class DotTest(GraphTest):
    def test_pydot(self):
        truth = Graph()
        (graph,) = pydot.graph_from_dot_file(export("dot"), encoding="utf-8")
        self.assertEqual(graph.get_type(), "digraph")
        labels = {}
        for node in graph.get_nodes():
            name = json.loads(node.get_name()) if node.get_name()[0] == '"' else ""
            if name in truth.nodes:
                labels[name] = json.loads(node.get("label"))
        self.assertEqual(labels, {k: spaced(v["name"]) for k, v in truth.nodes.items()})
        found = sorted((json.loads(e.get_source()), json.loads(e.get("label")),
                        json.loads(e.get_destination())) for e in graph.get_edges())
        self.assertEqual(found, truth.triples())


class JsonldTest(GraphTest):
    FTM = rdflib.Namespace("https://schema.followthemoney.tech/#")
    PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
    OURS = rdflib.Namespace("urn:nutgraf:terms:")

    def setUp(self):
        # rdflib's own libraries warn of themselves.
        warnings.simplefilter("ignore")
        self.truth = Graph()
        self.graph = rdflib.Graph()
        with self.assertNoLogs(level="WARNING") if sys.version_info >= (3, 10) \
                else self.subTest():
            self.graph.parse(export("jsonld"), format="json-ld")
        self.iris = {str(o): s for s, o in self.graph.subject_objects(self.OURS.id)}

    def test_nodes_have_their_class_and_attributes(self):
        classes = {"person": "Person", "group": "Organization", "place": "Address",
                   "event": "Event"}
        terms = {"name": self.FTM["Thing:name"], "country": self.FTM["Thing:country"],
                 "latitude": self.FTM["Address:latitude"], "names": self.FTM["Thing:alias"],
                 "handles": self.OURS.handle, "cameo": self.OURS.cameo, "type": self.OURS.type,
                 "from": self.OURS["from"], "until": self.OURS.until, "told": self.OURS.told,
                 "reports": self.OURS.reports}
        for node, row in self.truth.nodes.items():
            iri = self.iris[node]
            self.assertIn((iri, rdflib.RDF.type, self.FTM[classes[row["kind"]]]), self.graph)
            wanted = attributes(row)
            for name, term in terms.items():
                values = wanted.get(name, [])
                values = values if isinstance(values, list) else [values]
                found = {o.toPython() if name in ("told", "reports") else str(o)
                         for o in self.graph.objects(iri, term)}
                if name == "latitude":
                    found, values = {float(o) for o in found}, [float(v) for v in values]
                self.assertEqual(found, set(values), (node, name))

    def test_edges_are_properties(self):
        roles = {str(self.OURS[role]): role for _, role, _ in self.truth.triples()}
        back = {str(iri): node for node, iri in self.iris.items()}
        found = sorted((back[str(s)], roles[str(p)], back[str(o)])
                       for s, p, o in self.graph if str(p) in roles and str(o) in back
                       and isinstance(o, rdflib.URIRef))
        self.assertEqual(found, self.truth.triples())

    def test_events_come_from_reports(self):
        told = {str(o) for o in self.graph.objects(None, self.PROV.wasDerivedFrom)}
        reports = {str(s): s for s in self.graph.subjects(rdflib.RDF.type, self.FTM.Article)}
        self.assertEqual(told, set(reports))
        self.assertEqual({str(self.graph.value(s, self.OURS.id)) for s in reports.values()},
                         {report["id"] for report in world.REPORTS})
        for node in self.truth.of_kind("event"):
            count = len(set(self.graph.objects(self.iris[node], self.PROV.wasDerivedFrom)))
            self.assertEqual(count, self.truth.nodes[node]["reports"])

    def test_the_context_is_the_one_in_schemas(self):
        with open(export("jsonld"), encoding="utf-8") as file:
            ours = json.load(file)["@context"]
        with open(f"{HERE}/../../schemas/export.context.jsonld", encoding="utf-8") as file:
            self.assertEqual(json.load(file)["@context"], ours)


if __name__ == "__main__":
    unittest.main()
