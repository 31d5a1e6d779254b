#!/usr/bin/env python3
"""Drafts verbs-drafted.txt and event-nouns-drafted.txt from WordNet 3.0 (Debian's wordnet-base and
wordnet-sense-index): the commonest verbs, and the nouns whose senses are mostly acts and events. Which
nouns are common is read from Debian's scowl.

    make-event-words.py verbs > verbs-drafted.txt
    make-event-words.py nouns > event-nouns-drafted.txt

What verbs.txt and event-nouns.txt say by hand is left out here, and goes before. The columns are
theirs. A fact that WordNet cannot tell (what becomes of an act below the verb) is left "-".
"""
import collections, pathlib, sys

WORDNET = pathlib.Path("/usr/share/wordnet")
SCOWL = pathlib.Path("/usr/share/dict/scowl")
HERE = pathlib.Path(__file__).parent
ACT, EVENT = 4, 11
COMMUNICATION, MOTION, STATIVE = 32, 38, 42
INTRANSITIVE_THING = {1}  # sentence frames of WordNet: "Something ----s"
TRANSITIVE = {8, 9, 10, 11}
THAT = {26}
# Nouns below these are trades, games and ways of life, not acts that a report tells.
NOT_TOLD = "occupation sport game dance diversion practice education behavior science art".split()
MOST_VERBS, MOST_NOUNS = 2600, 1100
LEAST_SHARE, SURE_SHARE = 550, 780  # thousandths of the senses, by how often they are met


def counts():
    """sense counts: (lemma, part of speech, offset) -> how often it was met"""
    found = {}
    for line in open(WORDNET / "index.sense", encoding="ascii"):
        key, offset, _, count = line.split()
        lemma, rest = key.split("%")
        found[lemma, rest[0], offset] = int(count)
    return found


def synsets(name):
    """offset -> (file, words, pointers [(symbol, offset, pos, source, target)], frames {word: set})"""
    out = {}
    for line in open(WORDNET / ("data." + name), encoding="ascii"):
        if line.startswith("  "):
            continue
        cells = line.split("|")[0].split()
        number = int(cells[3], 16)
        words = [w.lower() for w in cells[4:4 + 2 * number:2]]
        at = 4 + 2 * number
        pointers, links = int(cells[at]), []
        for k in range(pointers):
            symbol, offset, pos, ends = cells[at + 1 + 4 * k:at + 5 + 4 * k]
            links.append((symbol, offset, pos, int(ends[:2], 16), int(ends[2:], 16)))
        frames = collections.defaultdict(set)
        at += 1 + 4 * pointers
        if name == "verb" and at < len(cells):
            for k in range(int(cells[at])):
                _, frame, word = cells[at + 1 + 3 * k:at + 4 + 3 * k]
                for index in range(1, number + 1):
                    if int(word, 16) in (0, index):
                        frames[index].add(int(frame))
        out[cells[0]] = (int(cells[1]), words, links, frames)
    return out


def senses(name):
    """lemma -> its synsets, the commonest first"""
    out = {}
    for line in open(WORDNET / ("index." + name), encoding="ascii"):
        if line.startswith("  "):
            continue
        cells = line.split()
        out[cells[0]] = cells[-int(cells[2]):]
    return out


def known(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[0] for line in lines if line and not line.startswith("#")}


def common():
    words = set()
    for size in (10, 20, 35, 40):
        for name in ("english", "american", "british"):
            path = SCOWL / f"{name}-words.{size}"
            if path.exists():
                words |= set(path.read_text(encoding="latin-1").split())
    return words


def plain(lemma):
    words = lemma.split("_")
    return len(words) <= 2 and all(w.isalpha() and w.islower() for w in words) and len(words[0]) > 1


PARTICLES = set("up down out off in on away back over through apart aside around about along".split())


def verb_rows():
    data, index, met = synsets("verb"), senses("verb"), counts()
    hand, rows = known("verbs.txt"), []
    for lemma, offsets in index.items():
        words = lemma.split("_")
        if not plain(lemma) or lemma.replace("_", " ") in hand:
            continue
        if len(words) == 2 and words[1] not in PARTICLES:
            continue
        weights = [met.get((lemma, "2", o), 0) for o in offsets]
        share, frames = collections.Counter(), set()
        main = set()
        for place, offset in enumerate(offsets):
            file, names, _, by_word = data[offset]
            weight = 4 * weights[place] + (2 if place == 0 else 1)
            share[file] += weight
            own = by_word.get(names.index(lemma) + 1, set()) if lemma in names else set()
            frames |= own
            if place < 2:
                main |= own
        total = sum(share.values())
        subject = "thing" if main & INTRANSITIVE_THING and (frames & TRANSITIVE or not main & {2}) else "actor"
        kind = "-"
        if share[STATIVE] * 100 >= total * 85:
            kind = "state"
        elif share[COMMUNICATION] * 10 >= total * 8 and main & THAT:
            kind = "speech"
        elif share[MOTION] * 10 >= total * 8 and not main & TRANSITIVE:
            kind, subject = "motion", "actor"
        if kind == "state":
            subject = "actor"
        rows.append((-sum(weights), lemma, [lemma.replace("_", " "), subject, "-", "-", "-", kind]))
    rows.sort()
    return sorted(row for _, _, row in rows[:MOST_VERBS - len(hand)])


def untold(data):
    """the noun synsets below NOT_TOLD"""
    above = {o: [p for s, p, _, _, _ in links if s in ("@", "@i")] for o, (_, _, links, _) in data.items()}
    roots = {o for o, (file, words, _, _) in data.items() if file == ACT and words[0] in NOT_TOLD}
    memory = {}

    def below(offset):
        if offset not in memory:
            memory[offset] = False
            memory[offset] = offset in roots or any(below(o) for o in above[offset])
        return memory[offset]

    return {o for o in data if below(o)}


def noun_rows():
    data, index, met = synsets("noun"), senses("noun"), counts()
    verbs, verb_met = synsets("verb"), met
    hand, left_out, rows, usual = known("event-nouns.txt"), untold(data), [], common()
    for lemma, offsets in index.items():
        if lemma not in usual or not plain(lemma) or lemma in hand:
            continue
        share, total, count, derived = 0, 0, 0, collections.Counter()
        for place, offset in enumerate(offsets):
            file, names, links, _ = data[offset]
            weight = 4 * met.get((lemma, "1", offset), 0) + (2 if place == 0 else 1)
            count += met.get((lemma, "1", offset), 0)
            total += weight
            told = file in (ACT, EVENT) and offset not in left_out
            share += weight if told else 0
            for symbol, target, pos, source, word in links:
                if symbol == "+" and pos == "v" and source and names[source - 1] == lemma and told:
                    verb = verbs[target][1][word - 1]
                    derived[verb] += weight * 1000 + verb_met.get((verb, "2", target), 0)
        part = share * 1000 // total
        if part < LEAST_SHARE or not derived and part < 900:
            continue
        verb = sorted(derived.items(), key=lambda item: (-item[1], item[0]))[0][0] if derived else ""
        if not derived and count == 0:
            continue
        rows.append((-count, lemma, noun_row(lemma, part, verb, verbs)))
    rows.sort()
    return sorted(row for _, _, row in rows[:MOST_NOUNS])


def noun_row(lemma, part, verb, verbs):
    frames = set()
    for _, words, _, by_word in verbs.values():
        if verb in words:
            frames |= by_word.get(words.index(verb) + 1, set())
    of = "-"
    if frames and not frames & TRANSITIVE:
        of = "subject"
    elif frames & TRANSITIVE and not frames & {1, 2, 3, 4, 22, 23}:
        of = "object"
    event = "yes" if part >= SURE_SHARE and verb else "maybe"
    return [lemma, event, verb.replace("_", " ") or "-", of, "-", "-", "-"]


HEADS = {
    "verbs": ("# Verbs as verbs.txt has them, drafted from WordNet 3.0 by make-event-words.py; rows of verbs.txt go before.",
              "# lemma\tsubject\tto\tthat\tnoun\tclass", verb_rows),
    "nouns": ("# Event nouns as event-nouns.txt has them, drafted from WordNet 3.0 by make-event-words.py; rows of "
              "event-nouns.txt\n# go before.",
              "# lemma\tevent\tverb\tof\tpossessive\tcompound\tclause", noun_rows),
}


def main(which):
    head, columns, rows = HEADS[which]
    print(head)
    print("# Source: WordNet 3.0, copyright Princeton University. Licence: WordNet.\n#")
    print(columns)
    for row in rows():
        print("\t".join(row))


if __name__ == "__main__":
    main(*sys.argv[1:])
