#include "tests/support/testimony_builder.h"

#include <array>
#include <cstddef>
#include <utility>

#include "extract/text/fold.h"

namespace nutgraf {
namespace {

struct Row {
  std::string_view name;
  std::uint32_t geonames;
  std::int32_t latitude;
  std::int32_t longitude;
  Feature feature;
  std::string_view parent;
};

constexpr std::array<Row, 8> rows{{
    {"Asia", 6255147, 29840640, 89296880, Feature::continent, ""},
    {"Iraq", 99237, 33000000, 44000000, Feature::country, "Asia"},
    {"Nineveh", 99023, 36000000, 42500000, Feature::province, "Iraq"},
    {"Mosul", 99072, 36335000, 43118890, Feature::city, "Nineveh"},
    {"Gogjali", 0, 36350000, 43240000, Feature::district, "Mosul"},
    {"Irbil", 95446, 36190000, 44010000, Feature::city, "Iraq"},
    {"Turkey", 298795, 39000000, 35000000, Feature::country, "Asia"},
    {"Ankara", 323786, 39919870, 32854270, Feature::city, "Turkey"},
}};

const Row& row_of(std::string_view name) {
  for (const Row& row : rows) {
    if (row.name == name) return row;
  }
  return rows.front();
}

Place bare(const Row& row) {
  Place place;
  place.id =
      row.geonames == 0 ? "x:" + std::string(row.name) : "gn:" + std::to_string(row.geonames);
  place.name = std::string(row.name);
  place.point = {row.latitude, row.longitude};
  place.country = row.longitude > 40000000 ? "IQ" : "TR";
  place.geonames = row.geonames;
  place.feature = row.feature;
  return place;
}

std::optional<Day> day(const std::string& iso) {
  return iso.empty() ? std::nullopt : parse_iso_day(iso);
}

// A small generator of numbers, the same everywhere (the constants are Knuth's).
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 2862933555777941757ULL + 3037000493ULL) {
    below(7);
  }
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>(state_ >> 33U) % limit;
  }

 private:
  std::uint64_t state_;
};

template <std::size_t size>
std::string_view pick(Chance& chance, const std::array<std::string_view, size>& words) {
  return words.at(chance.below(static_cast<std::uint32_t>(size)));
}

}  // namespace

Place test_place(const std::string& name) {
  Place place = bare(row_of(name));
  for (std::string_view outer = row_of(name).parent; !outer.empty(); outer = row_of(outer).parent) {
    place.within.push_back(bare(row_of(outer)));
  }
  return place;
}

Place unlisted_place(const std::string& name, const std::string& parent) {
  Place place;
  if (!parent.empty()) {
    const Place around = test_place(parent);
    place = around;
    place.within.insert(place.within.begin(), around);
    place.within.front().within.clear();
  }
  place.id = "x:" + (parent.empty() ? std::string() : place.id) + "/" + fold_name(name);
  place.name = name;
  place.geonames = 0;
  place.container = true;
  return place;
}

std::uint32_t test_word_weight(std::string_view word) { return word.size() < 5 ? 0 : 1000; }

TestimonyBuilder::TestimonyBuilder(std::string id, std::string date) {
  report_.id = std::move(id);
  report_.date = day(date);
  report_.source = "test wire";
}

TestimonyBuilder& TestimonyBuilder::source(std::string name) {
  report_.source = std::move(name);
  return *this;
}

TestimonyBuilder& TestimonyBuilder::words(const std::string& text) {
  write(text);
  return *this;
}

Span TestimonyBuilder::write(const std::string& words) {
  if (!report_.text.empty()) report_.text += ' ';
  const auto begin = static_cast<std::uint32_t>(report_.text.size());
  report_.text += words;
  return {begin, static_cast<std::uint32_t>(report_.text.size())};
}

std::uint32_t TestimonyBuilder::mention(Entity entity, Form form) {
  Mention mention;
  mention.span = write(entity.name);
  const std::size_t space = entity.name.rfind(' ');
  mention.head = {space == std::string::npos
                      ? mention.span.begin
                      : mention.span.begin + static_cast<std::uint32_t>(space) + 1,
                  mention.span.end};
  mention.kind = entity.kind;
  mention.form = form;
  mention.entity = static_cast<std::uint32_t>(extraction_.entities.size());
  mention.sentence = 0;
  mention.rule = "test";
  extraction_.entities.push_back(std::move(entity));
  extraction_.mentions.push_back(std::move(mention));
  return static_cast<std::uint32_t>(extraction_.mentions.size() - 1);
}

std::uint32_t TestimonyBuilder::person(const std::string& name, bool complete,
                                       std::vector<std::string> aliases, const std::string& role,
                                       const std::string& country) {
  Entity entity;
  entity.kind = Kind::person;
  entity.name = name;
  entity.aliases = std::move(aliases);
  entity.named = true;
  entity.complete = complete;
  entity.role = role;
  entity.country = country;
  return mention(std::move(entity), Form::name);
}

std::uint32_t TestimonyBuilder::group(const std::string& name, std::vector<std::string> aliases,
                                      bool complete) {
  Entity entity;
  entity.kind = Kind::group;
  entity.name = name;
  entity.aliases = std::move(aliases);
  entity.named = true;
  entity.complete = complete;
  return mention(std::move(entity), Form::name);
}

std::uint32_t TestimonyBuilder::unnamed(const std::string& words, Kind kind,
                                        std::optional<Count> number) {
  Entity entity;
  entity.kind = kind;
  entity.name = words;
  entity.heads = {words.substr(words.rfind(' ') + 1)};
  const std::uint32_t made = mention(std::move(entity), Form::nominal);
  extraction_.mentions[made].number = number;
  return made;
}

std::uint32_t TestimonyBuilder::pronoun(const std::string& word) {
  Entity entity;
  entity.kind = Kind::person;
  entity.name = word;
  return mention(std::move(entity), Form::pronoun);
}

std::uint32_t TestimonyBuilder::place(const Place& place) {
  Entity entity;
  entity.kind = Kind::place;
  entity.name = place.name;
  entity.named = true;
  entity.complete = true;
  if (place.id.rfind("x:/", 0) != 0) entity.place = place;
  return mention(std::move(entity), Form::name);
}

std::uint32_t TestimonyBuilder::again(std::uint32_t of, const std::string& words, Form form) {
  Mention mention = extraction_.mentions.at(of);
  mention.span = write(words);
  mention.head = mention.span;
  mention.form = form;
  extraction_.mentions.push_back(std::move(mention));
  return static_cast<std::uint32_t>(extraction_.mentions.size() - 1);
}

std::uint32_t TestimonyBuilder::event(const Told& told) {
  Event event;
  event.span = write(told.lemma);
  event.sentence = 0;
  event.lemma = told.lemma;
  event.deed = told.deed.empty() && told.lemma != "say" ? told.lemma : told.deed;
  event.another = told.another;
  event.type = told.type;
  event.act = told.type;
  event.rule = told.type.empty() ? "open" : told.lemma + "/active";
  event.polarity = told.polarity;
  event.modality = told.modality;
  event.actors = told.actors;
  event.targets = told.targets;
  for (const std::uint32_t place : told.places) event.places.push_back({place, PlaceRole::at});
  event.when = {day(told.from), day(told.until)};
  if (event.when.known()) event.when_from = Attachment::clause;
  event.reported_by = told.reported_by;
  event.score = 500;
  event.confidence = 900;
  const auto index = static_cast<std::uint32_t>(extraction_.events.size());
  event.chain = told.chain == npos ? index + 1000 : told.chain;
  extraction_.events.push_back(std::move(event));
  return index;
}

void TestimonyBuilder::reference(const std::string& lemma, std::uint32_t chain,
                                 const std::string& deed) {
  extraction_.references.push_back({write(lemma), 0, lemma, deed.empty() ? lemma : deed, chain});
}

void TestimonyBuilder::belongs(std::uint32_t member, std::uint32_t group) {
  extraction_.memberships.push_back({member, group});
}

void TestimonyBuilder::casualties(std::uint32_t event, const std::string& state,
                                  std::int64_t count) {
  Casualty casualty;
  casualty.state = state;
  casualty.count = {count, count};
  extraction_.events.at(event).casualties.push_back(std::move(casualty));
}

Testimony TestimonyBuilder::build() const {
  Extraction extraction = extraction_;
  extraction.sentences = {{0, static_cast<std::uint32_t>(report_.text.size())}};
  return make_testimony(report_, std::move(extraction), "rules-1", test_word_weight);
}

Testimony generated_testimony(const std::string& id, std::uint32_t story, std::uint32_t variant,
                              std::uint32_t worlds) {
  static constexpr std::array<std::string_view, 6> people{"Muhammad Karimov", "Mohammed Karimov",
                                                          "Lena Petrova",     "John Adam Smith Jr.",
                                                          "John Smith",       "Haider Fadhil"};
  static constexpr std::array<std::string_view, 4> surnames{"Karimov", "Petrova", "Smith",
                                                            "Fadhil"};
  static constexpr std::array<std::string_view, 3> roles{"", "president", "general"};
  static constexpr std::array<std::string_view, 3> countries{"", "IQ", "TR"};
  static constexpr std::array<std::string_view, 4> groups{"River Front", "River Front group", "RF",
                                                          "Northern Army"};
  static constexpr std::array<std::string_view, 4> crowds{"gunmen", "soldiers", "two guards",
                                                          "company"};
  static constexpr std::array<std::string_view, 5> towns{"Mosul", "Gogjali", "Iraq", "Irbil",
                                                         "Ankara"};
  static constexpr std::array<std::string_view, 4> parents{"", "Iraq", "Mosul", "Irbil"};
  static constexpr std::array<std::string_view, 4> lemmas{"attack", "visit", "storm", "say"};
  static constexpr std::array<std::string_view, 4> days{"2016-11-01", "2016-11-02", "2016-10-01",
                                                        ""};
  std::string tail;  // of the names of this world: pronounceable, so that no two are spelled alike
  for (std::uint32_t world = story % worlds; world > 0; world /= 40) {
    tail += "bdfklmnp"[world % 8];
    tail += "aiolt"[world / 8 % 5];
  }
  Chance told(story * 1000003ULL + 17);
  Chance mine((story * 31ULL + variant) * 977ULL + 5);
  TestimonyBuilder report(id,
                          mine.below(5) == 0 ? "" : "2016-11-0" + std::to_string(2 + variant % 4));
  report.source(mine.below(2) == 0 ? "wire one" : "wire two");
  std::string words;
  for (std::uint32_t i = 0; i < 14; ++i)
    words +=
        "story" + std::to_string(story) + "word" + std::to_string(told.below(6) + i * 10) + " ";
  for (std::uint32_t i = 0; i < 3; ++i) words += "extra" + std::to_string(mine.below(30)) + " ";
  report.words(words);
  std::vector<std::uint32_t> actors;
  const std::uint32_t named = 1 + mine.below(3);
  for (std::uint32_t i = 0; i < named; ++i) {
    switch (mine.below(5)) {
      case 0:
        actors.push_back(report.person(std::string(pick(mine, surnames)) + tail, false));
        break;
      case 1:
        actors.push_back(report.group(
            std::string(pick(mine, groups)),
            mine.below(2) == 0 ? std::vector<std::string>{"RF"} : std::vector<std::string>{},
            mine.below(4) != 0));
        break;
      case 2:
        actors.push_back(report.unnamed(
            std::string(pick(mine, crowds)), mine.below(2) == 0 ? Kind::person : Kind::group,
            mine.below(3) == 0 ? std::optional(Count{2, 2}) : std::nullopt));
        break;
      default:
        actors.push_back(report.person(std::string(pick(told, people)) + tail, true, {},
                                       std::string(pick(mine, roles)),
                                       std::string(pick(mine, countries))));
    }
  }
  actors.push_back(report.unnamed(std::string(pick(told, crowds))));
  if (mine.below(6) == 0) actors.push_back(report.pronoun("he"));
  std::vector<std::uint32_t> places;
  for (std::uint32_t i = 0; i < 1 + mine.below(2); ++i) {
    places.push_back(report.place(test_place(std::string(pick(told, towns)))));
  }
  if (mine.below(3) == 0) {
    const std::string parent(pick(mine, parents));
    places.push_back(report.place(unlisted_place("Harbour Clinic", parent)));
  }
  // Half of them tell of a place without a name too; those of variant 0 do not.
  std::optional<std::uint32_t> spot;
  if (variant != 0 && variant % 2 == 0) {
    spot = report.unnamed(variant % 4 == 0 ? "the market" : "the house", Kind::place);
  }
  const std::uint32_t events = 1 + mine.below(4);
  const auto count = static_cast<std::uint32_t>(actors.size());
  for (std::uint32_t i = 0; i < events; ++i) {
    TestimonyBuilder::Told event;
    event.lemma = std::string(pick(told, lemmas));
    if (event.lemma != "say") event.type = event.lemma == "visit" ? "consult" : "assault";
    event.actors = {actors[mine.below(count)]};
    if (mine.below(2) == 0) event.targets = {actors[mine.below(count)]};
    if (mine.below(3) != 0)
      event.places = {places[mine.below(static_cast<std::uint32_t>(places.size()))]};
    if (spot && (variant / 4 + i) % 2 == 0) event.places.push_back(*spot);
    event.from = std::string(pick(mine, days));
    if (!event.from.empty())
      event.until = event.from.substr(0, 9) + static_cast<char>(event.from.back() + 1);
    if (mine.below(6) == 0) event.modality = Modality::planned;
    if (mine.below(8) == 0) event.polarity = Polarity::negative;
    if (mine.below(5) == 0) event.chain = 7;
    event.another = mine.below(7) == 0;
    report.event(event);
  }
  if (mine.below(2) == 0) {
    const auto group = report.group(std::string(pick(told, groups)));
    report.belongs(actors[mine.below(count)], group);
  }
  for (std::uint32_t i = 0; i < mine.below(3); ++i) {
    report.reference(std::string(pick(mine, lemmas)), mine.below(2) == 0 ? 7 : 8 + i);
  }
  return report.build();
}

}  // namespace nutgraf
