"""A small store with awkward words in it, and what `nutgraf export` writes of it."""

import json
import os
import subprocess
import tempfile

PROGRAM = os.environ["NUTGRAF_PROGRAM"]
FOLDER = tempfile.TemporaryDirectory()
STORE = os.path.join(FOLDER.name, "store")

REPORTS = [
    {"id": "a1", "date": "2016-10-18", "source": "Wire", "title": "Talks & tea",
     "text": "MOSUL, Iraq — Colonel Omar Karim met Jane Holt of Müller & Söhne in Mosul on Monday. "
             "Karim praised the United Nations and thanked Holt. On October 12 gunmen attacked the "
             "village of Gogjali, killing 12 people and wounding at least 30."},
    {"id": "a2", "date": "2016-10-19", "source": "Post \"Late\" Edition",
     "text": "BAGHDAD — Jane Holt, the envoy, visited Omar Karim in Mosul on Monday. She travelled "
             "from Ankara to Baghdad on Tuesday, said José Peña. Gunmen killed 12 people in Gogjali "
             "on October 12, police said."},
    {"id": "a3", "date": "2016-11-02", "source": "Wire",
     "text": "ANKARA, Turkey — Turkish police arrested José Peña, a leader of the Red Brigade, in "
             "Ankara in October. The Red Brigade will attack Irbil, its spokesman Ali <Abu> Hassan "
             "said. Peña denied that he met Karim."},
    {"id": "a4", "date": "2017-01-05",
     "text": "LONDON — The United Nations sent aid to Irbil in 2016. Jane Holt and Omar Karim signed "
             "a deal in Geneva on 3 January; the Red Brigade rejected it. Holt praised José Peña."},
    {"id": "a5 %/?#", "date": "2017-02-01", "source": "Post, the; Sunday",
     "text": "Rebels shelled the Old Bazaar in Mosul on Monday. Omar\u0001Karim blamed the "
             "Red\u007fBrigade. Holt met Li\uffffna Ong. Jane Holt criticised the rebels; the "
             "rebels fired rockets at Holt's convoy near Qayyarah."},
    {"id": "a6", "text": "The Blue Front praised Jane Holt in Geneva. Ali Hassan met Nora \"Red\" "
                         "Quist, the | and ; of Irbil."},
]


def run(*words, check=True, **more):
    """The finished process; its output as bytes."""
    done = subprocess.run([PROGRAM, *words, "--store", STORE], capture_output=True, check=False,
                          **more)
    if check and done.returncode != 0:
        raise AssertionError(f"{words}: {done.returncode}\n{done.stderr.decode()}")
    return done


def ask(*words):
    """The rows of an asking command."""
    out = run(*words, "--format", "jsonl").stdout.decode()
    return [json.loads(line) for line in out.splitlines()]


def export(form, *words):
    """The path of an export; made once for the same words."""
    path = os.path.join(FOLDER.name, "-".join((form,) + words).replace("/", "_"))
    if not os.path.exists(path):
        done = run("export", "--format", form, "-o", path, *words)
        unexpected = [line for line in done.stderr.decode().splitlines() if " is " not in line]
        assert not unexpected, unexpected
    return path


class Graph:
    """The graph as `--format jsonl` has it: what every other format is held against."""

    def __init__(self, *words):
        self.nodes, self.edges = {}, []
        with open(export("jsonl", *words), encoding="utf-8", newline="\n") as lines:
            for line in lines:
                row = json.loads(line)
                if "node" in row:
                    assert row["node"] not in self.nodes, row
                    self.nodes[row["node"]] = row
                else:
                    self.edges.append(row)

    def triples(self):
        return sorted((edge["from"], edge["role"], edge["to"]) for edge in self.edges)

    def of_kind(self, kind):
        return {node for node, row in self.nodes.items() if row["kind"] == kind}


def attributes(row):
    """A node of jsonl as formats with flat attributes have it; lists stay lists."""
    out = {"label": row["name"], "name": row["name"], "kind": row["kind"], "names": row["names"],
           "handles": row["handles"], "reports": row["reports"], "sources": row["sources"]}
    plain = {"type": "type", "mode": "mode", "plover": "plover", "cameo": "cameo",
             "action": "action", "modality": "modality", "from": "from", "until": "until",
             "feature": "feature", "country": "country", "role": "role", "geonames": "geonames",
             "lat": "latitude", "lon": "longitude", "events": "events"}
    for theirs, ours in plain.items():
        if row.get(theirs) is not None:
            out[ours] = row[theirs]
    if row["kind"] == "event":
        out["told"] = int(row["told"])
        if row["from"]:
            out["year"] = int(row["from"][:4])
        told = []
        for one in row["casualties"]:
            least, most = one["min"], one["max"]
            same = least is not None and least == most
            count = str(least) if same else f"{'' if least is None else least}.." \
                                            f"{'' if most is None else most}"
            told.append(f"{one['state']} {count}")
        if told:
            out["casualties"] = told
    return out


def spaced(words):
    """What XML and CSV cannot hold becomes a space."""
    return "".join(" " if ord(c) < 0x20 or ord(c) in (0x7F, 0xFFFE, 0xFFFF) else c for c in words)


def flat(row, joiner=lambda words: " | ".join(w.replace("|", "/") for w in words)):
    """The attributes with every list in one string and what XML cannot hold as spaces."""
    out = {}
    for name, value in attributes(row).items():
        if isinstance(value, list):
            value = joiner(value)
        out[name] = spaced(value) if isinstance(value, str) else value
    return out


def setup():
    if not os.path.exists(STORE):
        lines = "".join(json.dumps(report) + "\n" for report in REPORTS)
        run("ingest", "-", "--quiet", input=lines.encode())
