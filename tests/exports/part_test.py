"""Which part of the graph goes out, and how files come to be."""

import errno
import gzip
import itertools
import json
import os
import resource
import signal
import subprocess
import unittest

import networkx

import world
from world import Graph, export, run


def setUpModule():
    world.setup()


ALL = ("graphml", "yed", "gexf", "jsonl", "nodelink", "jsonld", "csv", "dot", "geojson", "events",
       "mentions")
FILTERS = (
    ("--at", "Iraq"), ("--at", "Mosul", "--when", "2016-10"), ("--when", "2016-10..2016-11"),
    ("--when", "2016-10", "--certain"), ("--when", "2016-10", "--undated"), ("--did", "attack"),
    ("--type", "consult"), ("--type", "hostile"), ("--by", "Jane Holt"), ("--to", "José Peña"),
    ("--with", "Jane Holt"), ("--source", "Wire"), ("--report", "a2"),
    ("--published", "2016-10"), ("--min-reports", "2"), ("--modality", "any"),
    ("--modality", "planned"), ("--modality", "denied"), ("--kind", "event"),
)


class PartTest(unittest.TestCase):
    def sound(self, graph):
        ids = {edge["edge"] for edge in graph.edges}
        self.assertEqual(len(ids), len(graph.edges))
        for edge in graph.edges:
            self.assertIn(edge["from"], graph.nodes)
            self.assertIn(edge["to"], graph.nodes)

    def test_a_filter_leaves_what_the_same_filter_of_what_lists(self):
        whole = Graph("--modality", "any")
        for words in FILTERS:
            with self.subTest(words):
                part = Graph(*words)
                self.sound(part)
                if words != ("--kind", "event"):
                    self.assertEqual(part.of_kind("event"),
                                     {row["node"] for row in world.ask("what", *words)})
                self.assertGreater(len(part.of_kind("event")), 0)
                if words != ("--modality", "any"):
                    self.assertLess(len(part.nodes), len(whole.nodes))
                self.assertLessEqual(set(part.nodes), set(whole.nodes))
                self.assertLessEqual(set(part.triples()), set(whole.triples()))
                # Nothing but events, what takes part in them, and the places around; where
                # nothing is left out, all else that the store knows too.
                reached = {e["to"] for e in part.edges} | part.of_kind("event")
                if words != ("--modality", "any"):
                    self.assertLessEqual(set(part.nodes), reached)

    def test_an_edge_counts_only_the_reports_that_the_filter_leaves(self):
        part = Graph("--report", "a2")
        self.assertEqual({node["reports"] for node in part.nodes.values()
                          if node["kind"] == "event"}, {1})
        self.assertEqual({edge["weight"] for edge in part.edges}, {1})

    def test_kind_leaves_events_and_nodes_of_that_kind(self):
        for kind in ("person", "group", "place"):
            part = Graph("--kind", kind)
            self.sound(part)
            self.assertEqual({node["kind"] for node in part.nodes.values()}, {"event", kind})
            for event in part.of_kind("event"):
                self.assertTrue(any(edge["from"] == event for edge in part.edges))
        only = Graph("--kind", "event")
        self.assertEqual({node["kind"] for node in only.nodes.values()}, {"event"})

    def test_limit_takes_the_first_events_as_what_orders_them(self):
        for sort in ("events", "reports", "sources", "name", "date", "score"):
            rows = [row["node"] for row in world.ask("what", "--sort", sort, "--limit", "7")]
            part = Graph("--sort", sort, "--limit", "7")
            self.sound(part)
            nodes = [node for node in part.nodes if node in part.of_kind("event")]
            self.assertEqual(nodes, rows, sort)

    def test_around_is_what_a_walk_reaches(self):
        whole = Graph()
        graph = networkx.Graph((e["from"], e["to"]) for e in whole.edges if e["role"] != "WITHIN")
        start = json.loads(run("show", "Jane Holt", "--format", "json").stdout)["node"]
        for hops in ("0", "1", "2", "3", "4"):
            part = Graph("--around", "Jane Holt", "--hops", hops)
            self.sound(part)
            near = networkx.single_source_shortest_path_length(graph, start, int(hops))
            events = {n for n in near if n in whole.of_kind("event")}
            # Alone, without an event, nothing goes out.
            others = {n for n in near if set(graph[n]) & events}
            self.assertEqual(set(part.nodes), events | others, hops)
        self.assertEqual(Graph("--around", "Jane Holt").nodes.keys(),
                         Graph("--around", "Jane Holt", "--hops", "2").nodes.keys())

    def pairs(self, truth):
        found = {}
        for event in truth.of_kind("event"):
            ends = {e["to"] for e in truth.edges if e["from"] == event
                    and e["role"] in ("ACTOR", "TARGET", "PARTICIPANT")}
            for pair in itertools.combinations(sorted(ends), 2):
                found[pair] = found.get(pair, 0) + 1
        return found

    def test_the_projection_counts_shared_events(self):
        for words in ((), ("--when", "2016-10"), ("--at", "Mosul")):
            wanted = self.pairs(Graph(*words))
            part = Graph("--project", "co-actor", *words)
            self.sound(part)
            found = {tuple(sorted((e["from"], e["to"]))): e["weight"] for e in part.edges}
            self.assertEqual(found, wanted)
            self.assertEqual(len(found), len(part.edges))
            self.assertFalse(part.of_kind("event"))

    def test_a_projection_around_and_limited(self):
        wanted = self.pairs(Graph())
        start = json.loads(run("show", "Jane Holt", "--format", "json").stdout)["node"]
        near = {start} | {n for pair in wanted if start in pair for n in pair}
        part = Graph("--project", "co-actor", "--around", "Jane Holt")
        self.assertEqual(set(part.nodes), near)
        self.assertEqual(len(part.edges), sum(set(pair) <= near for pair in wanted))
        few = Graph("--project", "co-actor", "--limit", "2")
        self.sound(few)
        self.assertEqual(sorted((e["weight"] for e in few.edges), reverse=True),
                         sorted(wanted.values(), reverse=True)[:2])
        self.assertEqual(set(few.nodes), {e[k] for e in few.edges for k in ("from", "to")})

    def test_a_projection_is_an_undirected_simple_graph(self):
        graph = networkx.read_graphml(export("graphml", "--project", "co-actor"))
        self.assertFalse(graph.is_directed() or graph.is_multigraph())
        with open(export("nodelink", "--project", "co-actor"), encoding="utf-8") as file:
            linked = networkx.node_link_graph(json.load(file))
        self.assertFalse(linked.is_directed() or linked.is_multigraph())
        self.assertEqual(graph.number_of_edges(), linked.number_of_edges())
        for _, _, data in graph.edges(data=True):
            self.assertEqual(data["role"], "CO_ACTOR")
        with open(export("dot", "--project", "co-actor"), encoding="utf-8") as file:
            self.assertTrue(file.readline().startswith("graph "))
        with open(export("gexf", "--project", "co-actor"), encoding="utf-8") as file:
            self.assertIn('defaultedgetype="undirected"', file.read())

    def test_words_that_do_not_go_together(self):
        for words, answer in ((("--hops", "2"), "--around"),
                              (("--format", "geojson", "--project", "co-actor"), "--project"),
                              (("--format", "mentions", "--at", "Iraq"), "mentions")):
            done = run("export", *words, check=False)
            self.assertEqual(done.returncode, 2)
            self.assertIn(answer, done.stderr.decode())
            self.assertEqual(done.stdout, b"")

    def test_mentions_narrowed(self):
        with open(export("mentions"), encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        with open(export("mentions", "--report", "a2", "--kind", "person"),
                  encoding="utf-8") as file:
            few = [json.loads(line) for line in file]
        self.assertEqual(few, [row for row in rows
                               if row["report"] == "a2" and row["kind"] == "person"])
        self.assertGreater(len(few), 0)


class FileTest(unittest.TestCase):
    def path(self, name):
        return os.path.join(world.FOLDER.name, name)

    def test_the_same_bytes_every_time_and_on_standard_output(self):
        for form in ALL:
            out = run("export", "--format", form).stdout
            with open(export(form), "rb") as file:
                self.assertEqual(file.read(), out, form)
            out.decode("utf-8", errors="strict")

    def test_gz_by_suffix(self):
        for form in ALL:
            one, other = self.path(f"one.{form}.gz"), self.path(f"other.{form}.gz")
            run("export", "--format", form, "-o", one)
            run("export", "--format", form, "-o", other)
            with open(one, "rb") as a, open(other, "rb") as b:
                packed = a.read()
                self.assertEqual(packed, b.read())
            with open(export(form), "rb") as file:
                self.assertEqual(gzip.decompress(packed), file.read())

    def test_the_format_by_the_name(self):
        for name, form in (("g.gexf", "gexf"), ("g.graphml.gz", "graphml"), ("g.gv", "dot"),
                           ("g.geojson", "geojson"), ("g.txt", "jsonl")):
            run("export", "-o", self.path(name))
            with open(self.path(name), "rb") as file:
                data = file.read()
            with open(export(form), "rb") as file:
                self.assertEqual(gzip.decompress(data) if name[-3:] == ".gz" else data, file.read())

    def test_what_cannot_be_written_is_told(self):
        for words, why in ((("-o", "/dev/full"), errno.ENOSPC),
                           (("-o", "/nowhere/at/all.gexf"), errno.ENOENT),
                           (("-o", world.FOLDER.name), errno.EISDIR)):
            done = run("export", *words, check=False)
            self.assertEqual(done.returncode, 1, done)
            self.assertEqual(done.stderr.decode(), f"nutgraf: {words[1]}: cannot be written: "
                                                   f"{os.strerror(why)}\n")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([world.PROGRAM, "export", "--store", world.STORE], stdout=full,
                                  stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"written", done.stderr)

    def test_a_failure_leaves_what_was_there(self):
        folder = self.path("kept")
        os.mkdir(folder)
        path = os.path.join(folder, "graph.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            file.write("before")

        def no_room():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

        done = subprocess.run([world.PROGRAM, "export", "--store", world.STORE, "-o", path],
                              preexec_fn=no_room, capture_output=True, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("cannot be written: " + os.strerror(errno.EFBIG), done.stderr.decode())
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.read(), "before")
        self.assertEqual(os.listdir(folder), ["graph.jsonl"])
        run("export", "-o", path)
        self.assertEqual(os.listdir(folder), ["graph.jsonl"])
        with open(path, "rb") as file, open(export("jsonl"), "rb") as other:
            self.assertEqual(file.read(), other.read())

    def test_a_link_is_followed(self):
        os.symlink(self.path("behind.jsonl"), self.path("link.jsonl"))
        run("export", "-o", self.path("link.jsonl"))
        self.assertTrue(os.path.islink(self.path("link.jsonl")))
        self.assertTrue(os.path.isfile(self.path("behind.jsonl")))

    def test_a_reader_that_leaves_is_no_matter(self):
        read, write = os.pipe()
        with subprocess.Popen([world.PROGRAM, "export", "--store", world.STORE], stdout=write,
                              stderr=subprocess.PIPE) as program:
            os.close(read)
            os.close(write)
            self.assertEqual(program.stderr.read(), b"")
        self.assertEqual(program.returncode, -signal.SIGPIPE)


if __name__ == "__main__":
    unittest.main()
