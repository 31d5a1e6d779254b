// What comes out: everything one report says, as plain values.
//
// This is the testimony that graph/ and store/ keep, and what `nutgraf extract` prints; its outward
// form is schemas/extraction.schema.json. Indexes point into the lists of the same Extraction and
// are `npos` where the schema has null. Spans are bytes of Report::text; mentions, times and events
// are sorted by span (begin, then end descending).
#ifndef NUTGRAF_EXTRACT_EXTRACTION_H_
#define NUTGRAF_EXTRACT_EXTRACTION_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/span.h"
#include "extract/time/day.h"

namespace nutgraf {

enum class Kind : std::uint8_t { person, group, place };
enum class Form : std::uint8_t { name, nominal, pronoun };
enum class Gender : std::uint8_t { unknown, female, male };
enum class Feature : std::uint8_t {
  continent,
  region,
  country,
  province,
  county,
  city,
  district,
  facility,
  physical
};

// A point of WGS 84 in millionths of a degree: no floating point decides anything (law 8).
struct Point {
  std::int32_t latitude = 0;
  std::int32_t longitude = 0;

  friend auto operator<=>(const Point&, const Point&) = default;
};

// How many: "two" [2,2], "at least 30" [30,-], "dozens" [24,-], "up to 50" [-,50].
struct Count {
  std::optional<std::int64_t> min;
  std::optional<std::int64_t> max;

  friend bool operator==(const Count&, const Count&) = default;
};

// A place the report means, as the gazetteer has it.
struct Place {
  // "gn:99071" for a row of GeoNames, "x:ID" for a row of our supplement, "x:PARENT/folded-name"
  // for a place that no table has (its point is then its parent's, and `container` is true).
  std::string id;
  std::string name;  // the gazetteer's own spelling
  Point point;
  std::string country;         // ISO 3166-1 alpha-2; empty for what lies in several or none
  std::uint32_t geonames = 0;  // 0: no row of GeoNames
  Feature feature = Feature::city;
  bool container = false;
  // The places it lies in, nearest first: district, city, county, province, country, region,
  // continent as far as they are known. Each with an empty `within`.
  std::vector<Place> within;

  friend bool operator==(const Place&, const Place&) = default;
};

struct Mention {
  Span span;
  Span head;
  Kind kind = Kind::person;
  Form form = Form::name;
  std::uint32_t entity = npos;    // always set when extraction is done
  std::uint32_t sentence = npos;  // index into Extraction::sentences
  TokenRange tokens;              // of the span
  std::uint32_t head_token = npos;
  std::optional<Count> number;  // only of nominals that tell it
  std::string rule;             // what made it a mention of this kind, as `rules list` names it

  friend bool operator==(const Mention&, const Mention&) = default;
};

// What the mentions of this report refer to.
struct Entity {
  Kind kind = Kind::person;
  std::string name;  // the fullest name; for an entity never named, its first nominal's words
  std::vector<std::string> aliases;  // other names in this report, sorted, without `name`
  bool named = false;                // some mention has form name
  bool complete = false;  // the name is enough to know it again: not a surname or first name alone
  Gender gender = Gender::unknown;
  std::string
      role;  // class of role the report states, lower case: "president", "brigadier general"
  std::string country;         // ISO 3166-1 alpha-2 of its nationality or side; empty: not told
  std::optional<Place> place;  // kind place that was found in the gazetteer, or stands in one
  std::vector<std::string> heads = {};  // lemmas of its nominals' heads ("suspect"), sorted

  friend bool operator==(const Entity&, const Entity&) = default;
};

enum class TimeType : std::uint8_t { date, time, duration, set };

struct TimeExpression {
  Span span;
  TimeType type = TimeType::date;
  std::string value;  // TIMEX3
  std::string mod;    // TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER; empty: none
  DayRange range;     // nothing known for durations, sets and what has no anchor
  std::uint32_t sentence = npos;
  std::string rule;

  friend bool operator==(const TimeExpression&, const TimeExpression&) = default;
};

enum class EventForm : std::uint8_t { verb, noun, adjective };
enum class Polarity : std::uint8_t { positive, negative };
enum class Modality : std::uint8_t { actual, planned, possible, hypothetical, requested };
// Where an attachment of a date or a place came from.
enum class Attachment : std::uint8_t {
  nowhere,
  clause,
  sentence,
  paragraph,
  dateline,
  publication
};
enum class PlaceRole : std::uint8_t { at, from, to };
enum class ThingRole : std::uint8_t { agent, object, instrument };

struct EventPlace {
  std::uint32_t mention = npos;
  PlaceRole role = PlaceRole::at;

  friend bool operator==(const EventPlace&, const EventPlace&) = default;
};

// A vehicle, weapon, product, sum of money or document: it acts in events, it is no mention.
struct Thing {
  Span span;
  Span head;
  std::string category;  // vehicle, weapon, product, money, document, …; printed as "class"

  friend bool operator==(const Thing&, const Thing&) = default;
};

struct EventThing {
  std::uint32_t thing = npos;
  ThingRole role = ThingRole::object;

  friend bool operator==(const EventThing&, const EventThing&) = default;
};

struct Casualty {
  std::string state;  // dead, wounded, missing, detained, displaced
  Count count;
  std::uint32_t mention = npos;
  std::uint32_t part_of =
      npos;  // index into the same event's casualties: "including five children"

  friend bool operator==(const Casualty&, const Casualty&) = default;
};

struct Code {
  std::string scheme;  // "plover", "cameo"
  std::string version;
  std::string value;

  friend bool operator==(const Code&, const Code&) = default;
};

struct Event {
  Span span;                // the trigger, or its head part
  std::vector<Span> parts;  // all parts of a discontinuous trigger, else empty; printed as "spans"
  std::uint32_t sentence = npos;
  std::string lemma;  // with its particle: "carry out"
  // The family of words for one deed that the lemma belongs to (data/lexicon/en/deeds.txt), else
  // the verb of a noun, else the lemma; empty for verbs that tell no deed by themselves (say,
  // make).
  std::string deed;
  EventForm form = EventForm::verb;
  std::string type;  // PLOVER root in lower case, "x:…", or empty: null
  std::string mode;  // empty: none
  std::string act;   // the plain type when modality was read into `type`, else equal to it
  std::vector<Code> codes;
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::actual;
  std::uint32_t reported_by = npos;   // mention
  std::vector<std::uint32_t> actors;  // mentions told in the event's own sentence
  std::vector<std::uint32_t> targets;
  std::vector<std::uint32_t> inherited_actors;  // mentions, from the rest of its chain
  std::vector<std::uint32_t> inherited_targets;
  std::vector<EventPlace> places;    // best first
  std::vector<std::uint32_t> times;  // index into Extraction::times
  DayRange when;
  Attachment when_from = Attachment::nowhere;
  Attachment where_from = Attachment::nowhere;
  std::vector<EventThing> things;
  std::vector<Casualty> casualties;
  std::string rule;              // "frame/pattern", joined by "+" when several took part
  std::uint16_t score = 0;       // 0 to 1000: how central to the report
  std::uint16_t confidence = 0;  // 0 to 1000: how sure the rules are
  std::uint32_t chain = npos;    // two events that are one and the same share it
  bool another = false;          // told as one more of its kind: "another attack"

  friend bool operator==(const Event&, const Event&) = default;
};

// Words that name a deed and tell nothing of it: "the MURDER charge", "Watergate"; "ACCORDING TO
// the mayor", which names a saying. Nobody acts there, nothing is asserted, so it is no event of
// the report; but the graph knows which deed is meant.
struct Reference {
  Span span;
  std::uint32_t sentence = npos;
  std::string lemma;
  std::string deed;  // as Event::deed; empty: a saying
  // That of the events that tell the deed in this report; else one of its own, which only
  // references share.
  std::uint32_t chain = npos;

  friend bool operator==(const Reference&, const Reference&) = default;
};

struct Tuple {
  std::uint32_t event = npos;
  std::uint32_t actor = npos;   // mention
  std::string action;           // the event's lemma
  std::uint32_t target = npos;  // mention
  std::uint32_t place = npos;   // mention
  DayRange when;

  friend bool operator==(const Tuple&, const Tuple&) = default;
};

// "The FBI agent", "Jan Lund, spokesman of the Northern Front": who belongs to which named group.
struct Membership {
  std::uint32_t member = npos;  // mention of a person or group
  std::uint32_t group = npos;   // mention of a named group, of another entity

  friend auto operator<=>(const Membership&, const Membership&) = default;
};

struct Extraction {
  std::vector<Span> sentences;
  std::vector<Mention> mentions;
  std::vector<Entity> entities;
  std::vector<TimeExpression> times;
  std::vector<Thing> things;
  std::vector<Event> events;
  std::vector<Tuple> tuples;
  std::vector<Reference> references;    // by span
  std::vector<Membership> memberships;  // sorted, each once

  friend bool operator==(const Extraction&, const Extraction&) = default;
};

// The contract's words for the enumerations, e.g. "person"; parse is the inverse.
std::string_view to_string(Kind kind);
std::string_view to_string(Form form);
std::string_view to_string(Gender gender);
std::string_view to_string(Feature feature);
std::string_view to_string(TimeType type);
std::string_view to_string(EventForm form);
std::string_view to_string(Polarity polarity);
std::string_view to_string(Modality modality);
std::string_view to_string(Attachment attachment);  // "" for nowhere
std::string_view to_string(PlaceRole role);
std::string_view to_string(ThingRole role);
std::optional<Kind> parse_kind(std::string_view word);
std::optional<Feature> parse_feature(std::string_view word);
std::optional<Modality> parse_modality(std::string_view word);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EXTRACTION_H_
