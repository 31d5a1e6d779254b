#!/usr/bin/env python3
"""Generated news for the benchmarks: seeded, as long as wanted, in little memory.

usage: generate_news.py REPORTS [SEED] > news.jsonl

Time passes: a hundred reports a day. A report begins a story or goes on with one of the last days;
most stories have a few reports, few have many. A story has its people, groups, places and words, and
deeds that its reports tell again in other words; every eleventh report is a near-copy under another
name. Names and words follow Zipf's law, so that a few come in many stories, as in news. Verbs are those
of the rule files, nouns and adjectives WordNet's by how often they are met. The first N reports of a
longer run are the run of N; the same seed gives the same bytes.
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

data = pathlib.Path(__file__).resolve().parent.parent / "data"
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


def wordnet(kinds, files):
    """Plain words of WordNet, the commonest first."""
    counts = collections.Counter()
    for line in SENSES.read_text().splitlines():
        sense, _, _, count = line.split()
        word, place = sense.split("%")
        kind, file = place.split(":")[:2]
        if kind in kinds and file in files and word.isalpha() and 3 < len(word) < 12:
            counts[word] += int(count)
    return [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def past(verb):
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("e"):
        return verb + "d"
    if re.search("[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return verb + "ed"


IRREGULAR = dict(pair.split(":") for pair in """
    shoot:shot stab:stabbed beat:beat fight:fought hit:hit strike:struck blow:blew rob:robbed ban:banned
    seize:seized take:took hold:held free:freed send:sent meet:met win:won lose:lost overthrow:overthrew
    steal:stole set:set give:gave pay:paid buy:bought sell:sold lead:led leave:left shut:shut cut:cut
    break:broke bring:brought kidnap:kidnapped stop:stopped drop:dropped trap:trapped sue:sued
    withdraw:withdrew say:said tell:told quit:quit catch:caught slay:slew plan:planned
    commit:committed permit:permitted bomb:bombed quell:quelled expel:expelled control:controlled
    patrol:patrolled submit:submitted admit:admitted""".split())

verbs = sorted({verb.strip() for path in sorted((data / "rules/en").glob("*.rules"))
                for line in path.read_text().splitlines() if line.strip().startswith("verbs ")
                for verb in line.strip()[6:].split(",") if verb.strip().isalpha()})
chance.shuffle(verbs)
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
verb = zipf([past(word) for word in verbs], 0.7)
noun = zipf(wordnet("1", {"04", "06", "07", "09", "10", "13", "15", "17", "21", "26", "27"}))
adjective = zipf(wordnet("35", {"00"}))
crowd = zipf("gunmen soldiers rebels protesters workers villagers police officers officials lawmakers students "
             "doctors farmers refugees militants investigators residents tribesmen pilots judges traders miners "
             "fishermen teachers engineers prosecutors diplomats guards firefighters smugglers".split(), 0.6)
title = zipf(["President", "Prime Minister", "Foreign Minister", "General", "Colonel", "Senator", "Mayor",
              "Judge", "Professor", "Bishop"], 0.8)

DEEDS = [
    "{actor} {did} {target} {where} {when}.",
    "{when_first}, {actor} {did} {target} {where}, {source} said.",
    "{target} {were} {done} by {actor} {where} {when}, according to {source}.",
    "{source} said that {actor} had {done} {target} {where}.",
    "{actor}, which has denied any {noun}, {did} {target} {where} after the {noun} {when}.",
    "{source} confirmed {when} that {target} {were} {done} {where}.",
    "The {noun} came after {actor} {did} {target} {where} {when}.",
    "{actor} {did} {target} {where} {when}, killing {few} people and wounding {many}.",
    "{actor} {did} {target} {where} {when}, and {many} {crowd} were arrested.",
    "“{actor} {did} {target},” {source} told reporters {where} {when}.",
]
WORDS = [
    "{source} called the {noun} {adjective} and urged {other} to wait for the {noun}.",
    "The {adjective} {noun} and the {noun} of the {noun} have divided {crowd} in {place} for {few} years.",
    "About {many} {crowd} waited for {noun} outside the {noun}, {source} said.",
    "{source} denied that the {noun} was {adjective}.",
    "Nobody knows how many {crowd} still have {noun} or {noun}.",
    "{person}, {age}, lost a {noun} and two sons, but not the {noun}.",
    "“We had no {noun}, only {adjective} {noun},” {source} said.",
    "The price of {noun} rose by {few} percent, and {noun} became {adjective}.",
    "It was the most {adjective} {noun} since {year}, when {group} left {place}.",
    "{title} {person} will visit {place} next week for talks about {noun} and {noun}.",
    "A {noun} with {many} {crowd} is {adjective} as long as the {noun} lasts.",
    "{group} was founded in {year} by {person}, a {adjective} {noun} of {place}.",
    "Without {noun}, {crowd} in {place} fear a {adjective} {noun}, said {person}.",
    "{source} promised {many} million dollars for {noun} and an inquiry into the {noun}.",
    "In {place}, the {noun} of {group} met with {adjective} {noun}.",
    "There was no {noun} from {group}, whose {noun} is {adjective}.",
    "The {noun} begins in {month}; {source} expects {few} {adjective} {noun} reports.",
    "{person} studied {noun} in {place} and wrote a {adjective} book on {noun}.",
]


class Story:
    def __init__(self, day):
        self.begun = day
        self.people = [person() for _ in range(chance.randrange(2, 6))]
        self.groups = [group() for _ in range(chance.randrange(1, 4))]
        self.places = [place() for _ in range(chance.randrange(1, 4))]
        self.crowds = [crowd() for _ in range(3)]
        self.nouns = [noun() for _ in range(20)]
        self.adjectives = [adjective() for _ in range(8)]
        self.deeds = []

    def actor(self):
        kind = chance.random()
        if kind < 0.35:
            return chance.choice(self.people)
        if kind < 0.7:
            return "The " + chance.choice(self.groups)
        return f"{chance.randrange(2, 40)} {chance.choice(self.crowds)}"

    def deed(self, day):
        self.deeds.append({"actor": self.actor(), "target": self.actor(), "did": verb(), "day": day,
                           "place": chance.choice(self.places)})
        return self.deeds[-1]

    def slots(self, day):
        spoken = chance.random() < 0.5
        speaker = chance.choice(self.people)
        return {
            "source": f"{title()} {speaker}" if spoken else chance.choice(
                [speaker.split()[-1], "officials", "a spokesman", "the " + chance.choice(self.groups)]),
            "person": chance.choice(self.people) if chance.random() < 0.7 else person(),
            "group": chance.choice(self.groups) if chance.random() < 0.7 else group(),
            "place": chance.choice(self.places) if chance.random() < 0.7 else place(),
            "other": chance.choice(self.people), "crowd": chance.choice(self.crowds), "title": title(),
            "few": chance.randrange(2, 20), "many": chance.randrange(20, 900),
            "age": chance.randrange(20, 90), "year": chance.randrange(1960, day.year),
            "month": f"{day + datetime.timedelta(60):%B}",
        }

    def fill(self, form, **slots):
        def word(found):
            name = found[1]
            if name == "noun":
                return chance.choice(self.nouns) if chance.random() < 0.6 else noun()
            if name == "adjective":
                return chance.choice(self.adjectives) if chance.random() < 0.6 else adjective()
            return str(slots[name])
        text = re.sub(r"\{(\w+)\}", word, form)
        return text[0].upper() + text[1:]

    def tell(self, deed, day):
        ago = (day - deed["day"]).days
        when = f"on {deed['day']:%A}" if ago < 6 else f"on {deed['day']:%B} {deed['day'].day}"
        target = deed["target"].replace("The ", "the ")
        slots = {**self.slots(day), **deed, "target": target, "done": deed["did"], "when": when,
                 "when_first": when, "were": "were" if target[0].isdigit() else "was",
                 "where": chance.choice(["in", "near", "in the centre of"]) + " " + deed["place"]}
        return self.fill(chance.choice(DEEDS), **slots)

    def report(self, day):
        sentences = [self.tell(self.deed(day), day) for _ in range(chance.randrange(1, 4))]
        told = self.deeds[:-len(sentences)]
        chance.shuffle(told)
        sentences += [self.tell(deed, day) for deed in told[:chance.randrange(2, 6)]]
        later = [self.fill(chance.choice(WORDS), **self.slots(day)) for _ in range(chance.randrange(8, 22))]
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
                story = max(chance.sample(stories, min(2, len(stories))), key=lambda one: len(one.deeds))
            text = story.report(day)
            last.append(text)
        row = {"id": f"gen-{number:07}", "date": day.isoformat(), "source": f"Agency {number % 7}", "text": text}
        print(json.dumps(row, ensure_ascii=False))


main()
