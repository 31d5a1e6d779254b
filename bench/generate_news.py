#!/usr/bin/env python3
"""Generated news for the benchmarks: the samples' sentences, recombined, with other names in them.

usage: generate_news.py REPORTS [SEED] > news.jsonl

Names of people, groups and places follow Zipf's law, so that a few come in many reports, as in
news; a tenth of the reports retells another one of the last three days. The same seed gives the
same bytes.
"""

import itertools
import json
import pathlib
import random
import sys

reports = int(sys.argv[1])
chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
data = pathlib.Path(__file__).resolve().parent.parent / "data"


def zipf(items):
    """A chooser: the n-th item is taken with weight 1/n."""
    weights = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(items))))
    return lambda: chance.choices(items, cum_weights=weights)[0]


def column(path, number):
    rows = (line.split("\t") for line in path.read_text().splitlines() if line[:1] not in ("", "#"))
    return [row[number] for row in rows if len(row) > number]


def inflate(names, count):
    """As many different two-word names as are wanted, from a few words."""
    words = sorted({word.title() for row in names for word in row.split() if word.isalpha()})
    return [f"{chance.choice(words)} {chance.choice(words)}" for _ in range(count)]


people = inflate(column(data / "lexicon/en/given-names.txt", 1), 4 * max(100, reports // 4))
groups = [f"{name} {kind}" for name, kind in
          zip(inflate(column(data / "lexicon/en/surnames.txt", 1), max(50, reports // 8)),
              itertools.cycle(["Brigade", "Front", "Party", "Corporation", "Ministry"]))]
places = [name for name in column(data / "gazetteer/places.tsv", 1)[:20000] if name.isascii()]
person, group, place = zipf(people), zipf(groups), zipf(places)

ACTS = [
    "{group} fighters attacked a police post near {place} on {day}, killing {n} officers and wounding {m}.",
    "{person}, a spokesman for the {group}, said its forces had withdrawn from {place}.",
    "The {group} denied that it had shelled {place}, and accused the government of lying.",
    "Police in {place} arrested {n} members of the {group} after a raid on {day}, {person} said.",
    "President {person} met {other} in {place} on {day} to discuss a ceasefire.",
    "{person} will visit {place} next week, the {group} said in a statement.",
    "At least {n} people were killed when a bomb exploded in the centre of {place} on {day}.",
    "Thousands of people protested in {place} against the {group}, and {m} were wounded in clashes.",
    "He urged the {group} to release {n} hostages held since last month.",
    "{other} was elected chairman of the {group}, replacing {person}, who resigned on {day}.",
    "The court in {place} sentenced {person} to {m} years in prison for leading the {group}.",
    "Aid from the {group} reached {place} on {day}, but {n} villages are still cut off, she said.",
    "The operation was the largest since the town fell to the {group} in June 2014.",
    "Officials said that the talks between the {group} and {person} had collapsed.",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

past = []
for number in range(reports):
    day = f"201{chance.randrange(4, 8)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    if past and chance.random() < 0.1:
        text = chance.choice(past[-200:])
    else:
        fill = {"person": person(), "other": person(), "group": group(), "place": place()}
        sentences = []
        for _ in range(chance.randrange(8, 24)):
            if chance.random() < 0.3:
                role = chance.choice(list(fill))
                fill[role] = {"group": group, "place": place}.get(role, person)()
            act = chance.choice(ACTS)
            sentences.append(act.format(day=chance.choice(DAYS), n=chance.randrange(2, 60),
                                        m=chance.randrange(2, 90), **fill))
        paragraphs = [" ".join(sentences[at:at + 3]) for at in range(0, len(sentences), 3)]
        text = f"{fill['place'].upper()} — " + "\n\n".join(paragraphs)
        past.append(text)
    print(json.dumps({"id": f"gen-{number:07}", "date": day, "source": f"Agency {number % 7}",
                      "text": text}, ensure_ascii=False))
