#!/usr/bin/env python3
"""Makes names-faker.txt again: given names and surnames of some forty languages in Latin letters.

    npm pack @faker-js/faker@9.9.0
    make-world-names.py FOLDER_WITH_THE_TGZ > names-faker.txt

Needs node, which reads the package's lists (data only, no code is taken), Debian's scowl for what is an
ordinary English word and wordnet-base for the surnames of persons of history. Left out: names of more
than one word, names that given-names.txt, given-names-world.txt or surnames.txt have, ordinary words.
"""
import json, pathlib, re, subprocess, sys, tarfile, tempfile, textwrap, unicodedata

HERE = pathlib.Path(__file__).parent
WORDNET = pathlib.Path("/usr/share/wordnet/data.noun")
SCOWL = pathlib.Path("/usr/share/dict/scowl")
PERSON_FILE = "18"  # noun.person among WordNet's lexicographer files

DUMP = """
const {allLocales} = require(process.argv[1]); const out = {m: [], f: [], u: [], s: []};
const flat = (x) => !x ? [] : Array.isArray(x) ? x.map((v) => typeof v === "string" ? v : v.value)
                                               : Object.values(x).flatMap(flat);
for (const [locale, data] of Object.entries(allLocales)) {
  const p = data.person; if (!p || locale.startsWith("en_BORK") || locale === "eo") continue;
  out.m.push(...flat(p.first_name?.male)); out.f.push(...flat(p.first_name?.female));
  out.u.push(...flat(p.first_name?.generic)); out.s.push(...flat(p.last_name));
}
console.log(JSON.stringify(out));
"""


def fold(name):
    """Lower case without marks; None for what is no single word in Latin letters."""
    table = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "ə": "a"})
    plain = unicodedata.normalize("NFKD", name.lower().translate(table))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain if re.fullmatch(r"[a-z]{3,}", plain) else None


def listed(file, cell):
    lines = (HERE / file).read_text().split("\n")
    return {w for l in lines if l and l[0] != "#" for w in map(fold, l.split("\t")[cell].split()) if w}


def ordinary_words():
    words = set()
    for band in ("10", "20", "35", "40", "50"):
        for file in SCOWL.glob(f"english-words.{band}"):
            words |= set(file.read_text(encoding="latin-1").split())
    return words


def historic_surnames():
    for line in WORDNET.read_text().split("\n"):
        cells = line.split(" ")
        if len(cells) < 6 or cells[1] != PERSON_FILE or " @i " not in line:
            continue
        for word in cells[4:4 + 2 * int(cells[3], 16):2]:
            if word[0].isupper():
                yield word.split("_")[-1]


def main(folder):
    with tempfile.TemporaryDirectory() as scratch:
        tarfile.open(next(pathlib.Path(folder).glob("faker-js-faker-*.tgz"))).extractall(scratch)
        package = pathlib.Path(scratch) / "package/dist/index.cjs"
        names = json.loads(subprocess.check_output(["node", "-e", DUMP, str(package)]))
    ordinary = ordinary_words()
    have_given = listed("given-names.txt", 1) | listed("given-names-world.txt", 2)
    have_surnames = listed("surnames.txt", 1)
    fit = lambda some, have: {f for f in map(fold, some) if f and f not in have and f not in ordinary}
    male, female, either = (fit(names[key], have_given) for key in "mfu")
    surnames = fit(names["s"], have_surnames) | fit(historic_surnames(), have_surnames)
    both = (male & female) | (either - male - female)
    print("# Given names and surnames of the world in Latin letters: gender (f, m, u: either; s: a surname),")
    print("# then names in lower case without marks. Made by make-world-names.py from npm @faker-js/faker")
    print("# 9.9.0 (MIT, (c) the Faker authors) and WordNet 3.0 (WordNet licence, (c) Princeton University).")
    for code, some in (("f", female - both), ("m", male - both), ("u", both), ("s", surnames)):
        for line in textwrap.wrap(" ".join(sorted(some)), 108):
            print(f"{code}\t{line}")


main(sys.argv[1])
