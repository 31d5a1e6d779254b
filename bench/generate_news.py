#!/usr/bin/env python3
"""Generated news for the benchmarks: seeded, as long as wanted, in little memory.

usage: generate_news.py REPORTS [SEED] > news.jsonl

Time passes: a hundred reports a day. A report begins a story or goes on with one of the last days;
most stories have a few reports, few have many. A story keeps to one beat (war, courts, business, …) and
has its people, groups, places and words, and deeds that its reports tell again in other words; every
eleventh report is a near-copy under another name. Names and words follow Zipf's law, so that a few come in
many stories, as in news. The sentences are those of newswire.txt; names come from data/, nouns and
adjectives are WordNet's by how often they are met. A report has 200 to 400 words. The first N reports
of a longer run are the run of N; the same seed gives the same bytes.
"""

import collections
import datetime
import itertools
import json
import pathlib
import random
import re
import sys

SENSES = pathlib.Path("/usr/share/wordnet/index.sense")
REPORTS_A_DAY = 100
STORY_DAYS = 6
FIRST_DAY = datetime.date(2014, 1, 6)

here = pathlib.Path(__file__).resolve().parent
data = here.parent / "data"
chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)


def zipf(items, power=1.0):
    """A chooser: the n-th item is taken with weight 1 / n^power."""
    weights = list(itertools.accumulate((rank + 1) ** -power for rank in range(len(items))))
    return lambda: chance.choices(items, cum_weights=weights)[0]


def rows(path):
    return [line.split("\t") for line in path.read_text().splitlines() if line[:1] not in ("", "#")]


def words_of(path, number):
    return sorted({word for row in rows(path) if len(row) > number
                   for word in row[number].split() if word.isalpha() and word.isascii()})


def wordnet(kinds, files, least):
    """Plain words of WordNet that were met `least` times, the commonest first."""
    counts = collections.Counter()
    for line in SENSES.read_text().splitlines():
        sense, _, _, count = line.split()
        word, place = sense.split("%")
        kind, file = place.split(":")[:2]
        if kind in kinds and file in files and word.isalpha() and 3 < len(word) < 12:
            counts[word] += int(count)
    return [word for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count >= least]


class Beat:
    def __init__(self):
        self.actors, self.targets, self.sites, self.deeds, self.talk = [], [], [], [], []


def read_beats(path):
    beats, into = {}, None
    for line in path.read_text().splitlines():
        first, _, rest = line.partition(" ")
        if not line or first == "#":
            continue
        if not first:
            into.append(line.strip())
        elif first == "beat":
            beat = beats[rest] = Beat()
        elif first == "deed":
            into = []
            beat.deeds.append(into)
        elif first == "talk":
            into = beat.talk
        else:
            setattr(beat, first, rest.split())
    return beats


beats = read_beats(here / "newswire.txt")
anywhere = beats.pop("any").talk
beat_names = sorted(beats)
given, family = (words_of(data / "lexicon/en/given-names.txt", 1),
                 words_of(data / "lexicon/en/surnames.txt", 1))


def pick_names(count, make):
    out = {}
    while len(out) < count:
        out[make()] = None
    return list(out)


people = pick_names(60000, lambda: f"{chance.choice(given)} {chance.choice(family)}".title())
groups = pick_names(6000, lambda: chance.choice(
    ["{0} Brigade", "{0} Front", "{0} Party", "{0} Corporation", "{0} Movement", "Union of {0} Workers",
     "{0} Council", "Army of {0}", "{0} Bank", "Ministry of {0}"]).format(chance.choice(family).title()))
places = [row[1] for row in sorted(rows(data / "gazetteer/places.tsv"), key=lambda row: -int(row[8] or 0))
          if row[1].isascii() and row[1].isalpha()][:8000]
person, group, place = zipf(people), zipf(groups), zipf(places, 0.8)
noun = zipf(wordnet("1", {"04", "06", "07", "09", "10", "13", "15", "17", "21", "26", "27"}, 2))
adjective = zipf(wordnet("35", {"00"}, 2))
crowd = zipf("workers villagers police officers officials lawmakers students doctors farmers refugees investigators "
             "residents tribesmen pilots traders miners fishermen teachers engineers diplomats".split(), 0.6)
title = zipf(["President", "Prime Minister", "Foreign Minister", "General", "Colonel", "Senator", "Mayor",
              "Judge", "Professor", "Bishop"], 0.8)
NAMED = {"person", "group", "official"}
SOURCES = ["officials", "the police", "a spokesman", "two officials", "witnesses", "state television",
           "a spokeswoman", "the interior ministry", "residents"]


class Story:
    def __init__(self, day):
        self.begun = day
        self.beat = beats[chance.choice(beat_names)]
        self.people = [person() for _ in range(chance.randrange(2, 6))]
        self.groups = [group() for _ in range(chance.randrange(1, 4))]
        self.places = [place() for _ in range(chance.randrange(1, 4))]
        self.crowds = [crowd() for _ in range(3)]
        self.nouns = [noun() for _ in range(20)]
        self.adjectives = [adjective() for _ in range(8)]
        self.titles = {}
        self.reports = 0
        self.deeds = []

    def official(self):
        who = chance.choice(self.people)
        return f"{self.titles.setdefault(who, title())} {who}"

    def party(self, kinds):
        kind = chance.choice(kinds)
        if kind == "person":
            return chance.choice(self.people)
        if kind == "group":
            return "the " + chance.choice(self.groups)
        return self.official() if kind == "official" else kind

    def source(self):
        kind = chance.random()
        if kind < 0.3:
            return self.official()
        if kind < 0.45:
            return chance.choice(self.people).split()[-1]
        return chance.choice(SOURCES) if kind < 0.85 else "the " + chance.choice(self.groups)

    def deed(self, day):
        self.deeds.append({
            "a": self.party(self.beat.actors), "t": self.party(self.beat.targets), "day": day,
            "p": chance.choice(self.places), "site": chance.choice(self.beat.sites),
            "n": str(chance.randrange(4, 20)), "m": str(chance.randrange(20, 900)), "k": str(chance.randrange(4)),
            "c": chance.choice([kind for kind in self.beat.targets if kind not in NAMED] or self.crowds),
            "tellings": chance.choice(self.beat.deeds)})
        return self.deeds[-1]

    def word(self, name, day):
        if name == "noun":
            return chance.choice(self.nouns) if chance.random() < 0.6 else noun()
        if name == "adjective":
            return chance.choice(self.adjectives) if chance.random() < 0.6 else adjective()
        if name in ("person", "group", "place"):
            draw, own = {"person": (person, self.people), "group": (group, self.groups),
                         "place": (place, self.places)}[name]
            return chance.choice(own) if chance.random() < 0.7 else draw()
        return {"s": self.source, "official": self.official, "other": lambda: chance.choice(self.people),
                "crowd": lambda: chance.choice(self.crowds), "crowd_first": lambda: chance.choice(self.crowds),
                "n": lambda: str(chance.randrange(4, 20)), "m": lambda: str(chance.randrange(20, 900)),
                "age": lambda: str(chance.randrange(20, 90)), "year": lambda: str(chance.randrange(1960, day.year)),
                "month": lambda: f"{day + datetime.timedelta(60):%B}"}[name]()

    def fill(self, form, day, slots):
        text = re.sub(r"\{(\w+)\}", lambda found: slots.get(found[1]) or self.word(found[1], day), form)
        at = 1 if text[0] == "“" else 0
        return text[:at] + text[at].upper() + text[at + 1:]

    def tell(self, deed, day):
        """The deed in one of its wordings; whom numbers stand before is a crowd, not a name."""
        ago = (day - deed["day"]).days
        when = f"on {deed['day']:%A}" if ago < 6 else f"on {deed['day']:%B} {deed['day'].day}"
        form = re.sub(r"(\{[nm]\}) \{t\}", r"\1 {c}", chance.choice(deed["tellings"]))
        return self.fill(form, day, {**deed, "d": when, "d_first": when})

    def report(self, day):
        self.reports += 1
        sentences = [self.tell(self.deed(day), day) for _ in range(chance.randrange(1, 4))]
        told = self.deeds[:-len(sentences)]
        chance.shuffle(told)
        sentences += [self.tell(deed, day) for deed in told[:chance.randrange(2, 6)]]
        own = chance.randrange(6, 1 + len(self.beat.talk))
        talk = chance.sample(self.beat.talk, own) + chance.sample(anywhere, chance.randrange(10, 22))
        later = [self.fill(form, day, {}) for form in talk]
        body = sentences[:1] + sorted(sentences[1:] + later, key=lambda _: chance.random())
        paragraphs = [" ".join(body[at:at + 2]) for at in range(0, len(body), 2)]
        return f"{self.places[0].upper()} — " + "\n\n".join(paragraphs)


def copied(text):
    """The text with a paragraph left out, as another agency prints it."""
    paragraphs = text.split("\n\n")
    if len(paragraphs) > 3:
        del paragraphs[chance.randrange(2, len(paragraphs))]
    return "\n\n".join(paragraphs)


def main():
    stories = collections.deque()
    last = collections.deque(maxlen=2 * REPORTS_A_DAY)
    for number in range(int(sys.argv[1])):
        day = FIRST_DAY + datetime.timedelta(number // REPORTS_A_DAY)
        while stories and (day - stories[0].begun).days > STORY_DAYS:
            stories.popleft()
        if last and chance.random() < 1 / 11:
            text = copied(chance.choice(last))
        else:
            # Those with many reports draw more: rich get richer.
            if not stories or chance.random() < 0.35:
                stories.append(Story(day))
                story = stories[-1]
            else:
                story = max(chance.sample(stories, min(2, len(stories))), key=lambda one: one.reports)
            text = story.report(day)
            last.append(text)
        row = {"id": f"gen-{number:07}", "date": day.isoformat(), "source": f"Agency {number % 7}", "text": text}
        print(json.dumps(row, ensure_ascii=False))


main()
