"""Every filter in every format: what goes out is what the same filter leaves of jsonl, packed or
not. What jsonl itself leaves is held against the asking commands in part_test."""

import csv
import gzip
import itertools
import json
import os
import re
import unittest
import warnings

import igraph
import networkx
import pydot
import rdflib
from networkx.readwrite.gexf import GEXF

import world
from world import Graph, run

PARTS = (
    ("--at", "Mosul"), ("--when", "2016-10"), ("--around", "Jane Holt", "--hops", "1"),
    ("--around", "Omar Karim", "--hops", "3"), ("--at", "Iraq", "--when", "2016-10..2016-11"),
    ("--around", "Jane Holt", "--hops", "2", "--when", "2016"),
    ("--at", "Irbil", "--when", "1999"),
)
PROJECTIONS = (
    ("--project", "co-actor"), ("--project", "co-actor", "--at", "Mosul"),
    ("--project", "co-actor", "--when", "2016-10"),
    ("--project", "co-actor", "--around", "Jane Holt", "--hops", "2"),
)
NOTHING = PARTS[-1]
NUMBERS = itertools.count()
OURS = "urn:nutgraf:terms:"


def setUpModule():
    world.setup()
    warnings.simplefilter("ignore")  # the readers' libraries warn of themselves
    GEXF.versions["1.3"] = {"NS_GEXF": "http://gexf.net/1.3", "NS_VIZ": "http://gexf.net/1.3/viz",
                            "NS_XSI": "http://www.w3.org/2001/XMLSchema-instance",
                            "SCHEMALOCATION": "", "VERSION": "1.3"}


def plain_id(token):
    return re.sub(r"_x([0-9A-F]{4}|[0-9A-F]{6})_", lambda m: chr(int(m.group(1), 16)), token)


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


# Each reader gives the nodes (None: the format lists none) and the edges as (from, role, to).

def graphml(path):
    graph = networkx.read_graphml(path, force_multigraph=True)
    return ({plain_id(node) for node in graph},
            [(plain_id(a), d["role"], plain_id(b)) for a, b, d in graph.edges(data=True)])


def gexf(path):
    graph = networkx.read_gexf(path, version="1.3")
    return set(graph), [(a, d["role"], b) for a, b, d in graph.edges(data=True)]


def nodelink(path):
    with open(path, encoding="utf-8") as file:
        graph = networkx.node_link_graph(json.load(file))
    return set(graph), [(a, d["role"], b) for a, b, d in graph.edges(data=True)]


def jsonl(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        rows = [json.loads(line) for line in file]
    return ({row["node"] for row in rows if "node" in row},
            [(row["from"], row["role"], row["to"]) for row in rows if "edge" in row])


def jsonld(path):
    graph = rdflib.Graph().parse(path, format="json-ld")
    reports = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(
        "https://schema.followthemoney.tech/#Article")))
    ids = {s: str(o) for s, o in graph.subject_objects(rdflib.URIRef(OURS + "id"))
           if s not in reports}
    return set(ids.values()), [(ids[s], str(p)[len(OURS):], ids[o]) for s, p, o in graph
                               if s in ids and o in ids and str(p).startswith(OURS)]


def dot(path):
    (graph,) = pydot.graph_from_dot_file(path, encoding="utf-8")
    nodes = {json.loads(n.get_name()) for n in graph.get_nodes() if n.get_name()[0] == '"'}
    # pydot takes the end of the last line for a node.
    nodes.discard("\n")
    directed = graph.get_type() == "digraph"  # of a projection the labels are the weights
    return nodes, [(json.loads(e.get_source()),
                    json.loads(e.get("label")) if directed else "CO_ACTOR",
                    json.loads(e.get_destination())) for e in graph.get_edges()]


def edges_csv(path):
    return None, [(row["source"], row["role"], row["target"]) for row in rows_of(path)]


def neo4j(path):
    return ({row["id:ID"] for row in rows_of(f"{path}.nodes.csv")},
            [(row[":START_ID"], row[":TYPE"], row[":END_ID"])
             for row in rows_of(f"{path}.edges.csv")])


GRAPHS = {"graphml": graphml, "yed": graphml, "gexf": gexf, "nodelink": nodelink, "jsonl": jsonl,
          "jsonld": jsonld, "dot": dot, "csv": edges_csv, "neo4j": neo4j}


def write(form, words):
    """The path of a fresh export, written plain and packed: both must hold the same bytes."""
    path = os.path.join(world.FOLDER.name, f"part{next(NUMBERS)}")
    for end in ("", ".gz"):
        run("export", "--format", form, "-o", path + end, *words)
    files = [""] if form != "neo4j" else [".nodes.csv", ".edges.csv"]
    for name in files:
        with open(path + name, "rb") as plain, gzip.open(f"{path}{name}.gz", "rb") as packed:
            assert plain.read() == packed.read(), (form, words)
    return path


class FiltersTest(unittest.TestCase):
    maxDiff = None

    def test_graphs(self):
        whole = Graph()
        for words in PARTS + PROJECTIONS:
            truth = Graph(*words)
            if words != NOTHING:
                self.assertGreater(len(truth.edges), 0, words)
                self.assertLess(len(truth.nodes), len(whole.nodes), words)
            # Which end of a pair comes first is each reader's own affair.
            two_ways = "--project" in words
            for form, read in GRAPHS.items():
                with self.subTest(form=form, words=words):
                    nodes, edges = read(write(form, words))
                    if nodes is not None:
                        self.assertEqual(nodes, set(truth.nodes))
                    order = (lambda e: (*sorted((e[0], e[2])), e[1])) if two_ways else tuple
                    if form == "jsonld":  # a triple is there or not
                        self.assertEqual({order(e) for e in edges},
                                         {order(e) for e in truth.triples()})
                    else:
                        self.assertEqual(sorted(map(order, edges)),
                                         sorted(map(order, truth.triples())))

    def test_events(self):
        for words in PARTS:
            truth = Graph(*words)
            placed = {(e["from"], e["to"]) for e in truth.edges
                      if e["role"] in ("AT", "FROM", "TO")
                      and truth.nodes[e["to"]]["lat"] is not None}
            with self.subTest(form="geojson", words=words):
                with open(write("geojson", words), encoding="utf-8") as file:
                    features = json.load(file)["features"]
                found = {(f["properties"]["node"], f["properties"]["place"]) for f in features}
                self.assertLessEqual(placed, found)
                self.assertLessEqual({event for event, _ in found}, truth.of_kind("event"))
                if "--around" not in words:  # an event shows all its places, near or not
                    self.assertEqual(placed, found)
            with self.subTest(form="events", words=words):
                rows = rows_of(write("events", words))
                self.assertEqual({row["Event ID"] for row in rows}, truth.of_kind("event"))

    def test_readers_take_packed_files_as_they_are(self):
        words = ("--project", "co-actor", "--when", "2016")
        truth = Graph(*words)
        path = write("graphml", words) + ".gz"
        vertices = igraph.Graph.Read_GraphMLz(path).vs["id"]
        self.assertEqual({plain_id(node) for node in vertices}, set(truth.nodes))
        self.assertEqual(graphml(path)[0], set(truth.nodes))
        self.assertEqual(gexf(write("gexf", words) + ".gz")[0], set(truth.nodes))

    def test_a_projection_says_how_much_as_the_others_do(self):
        for words in PROJECTIONS:
            truth = Graph(*words)
            wanted = sorted((*sorted((e["from"], e["to"])), e["weight"]) for e in truth.edges)
            rows = rows_of(write("csv", words))
            self.assertEqual(sorted((*sorted((r["source"], r["target"])), int(r["weight"]))
                                    for r in rows), wanted)
            graph = networkx.read_graphml(write("graphml", words))
            self.assertEqual(sorted((*sorted((plain_id(a), plain_id(b))), d["weight"])
                                    for a, b, d in graph.edges(data=True)), wanted)

    def test_what_a_format_cannot_narrow_is_refused(self):
        refused = [("mentions", words) for words in PARTS + PROJECTIONS]
        refused += [(form, words) for form in ("geojson", "events") for words in PROJECTIONS]
        for form, words in refused:
            if words == NOTHING:
                continue
            done = run("export", "--format", form, *words, check=False)
            self.assertEqual((done.returncode, done.stdout), (2, b""), (form, words))


if __name__ == "__main__":
    unittest.main()
