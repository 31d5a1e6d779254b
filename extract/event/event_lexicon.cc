#include "extract/event/event_lexicon.h"

#include <array>
#include <optional>
#include <set>
#include <sstream>
#include <unordered_set>
#include <utility>
#include <vector>

#include "extract/lexicon/list_file.h"

namespace nutgraf {
namespace {

constexpr std::string_view section_name = "event.lexicon";
constexpr std::array<std::string_view, 6> effects = {"-",         "planned",  "possible",
                                                     "requested", "negative", "hypothetical"};
constexpr std::array<std::string_view, 11> verb_classes = {
    "-",     "speech", "light",   "light-target", "aspect", "motion",
    "state", "modal",  "quality", "claim",        "blame"};
constexpr std::array<std::string_view, 4> slots = {"-", "subject", "object", "none"};
constexpr std::array<std::string_view, 4> events = {"-", "yes", "no", "maybe"};
constexpr std::array<std::string_view, 3> subjects = {"actor", "target", "thing"};

// Reads cells of one row by the words they may hold; the first wrong one is kept.
class CellReader {
 public:
  CellReader(const std::string& path, const ListRow& row) : path_(path), row_(row) {}

  template <std::size_t N>
  std::uint8_t word(std::size_t cell, const std::array<std::string_view, N>& known) {
    for (std::size_t i = 0; i < N; ++i) {
      if (known[i] == row_.cells[cell]) return static_cast<std::uint8_t>(i);
    }
    if (!problem_) problem_ = "\"" + row_.cells[cell] + "\" is none of: " + join(known);
    return 0;
  }

  Result<void> result() const {
    if (!problem_) return {};
    return list_error(path_, row_, *problem_);
  }

 private:
  template <std::size_t N>
  static std::string join(const std::array<std::string_view, N>& known) {
    std::string out;
    for (const std::string_view word : known) {
      if (!out.empty()) out += ' ';
      out += word;
    }
    return out;
  }

  const std::string& path_;
  const ListRow& row_;
  std::optional<std::string> problem_;
};

// The rows of a hand-written list, then those of the drafted one whose word the first does not
// have.
Result<std::vector<std::pair<std::string, ListRow>>> read_both(const std::string& folder,
                                                               std::string_view name,
                                                               std::size_t cells) {
  std::vector<std::pair<std::string, ListRow>> rows;
  std::unordered_set<std::string> known;
  for (const std::string_view kind : {"", "-drafted"}) {
    const std::string path = folder + std::string(name) + std::string(kind) + ".txt";
    auto list = read_list(path, cells, cells);
    if (!list) return fail(list.error());
    for (ListRow& row : *list) {
      if (!known.insert(row.cells[0]).second) continue;
      rows.emplace_back(path, std::move(row));
    }
  }
  return rows;
}

std::string family_key(EventForm form, std::string_view lemma) {
  return (form == EventForm::verb ? "v " : "n ") + std::string(lemma);
}

}  // namespace

Result<void> EventLexicon::read_families(const std::string& source_folder, std::string& texts,
                                         std::vector<PackedFamily>& rows, Families& names) {
  const std::string path = source_folder + "/data/lexicon/en/deeds.txt";
  const auto list = read_list(path, 3, 3);
  if (!list) return fail(list.error());
  std::set<std::string> seen;
  for (const ListRow& row : *list) {
    for (std::size_t cell = 1; cell < 3; ++cell) {
      if (row.cells[cell] == "-") continue;
      std::istringstream words(row.cells[cell]);
      for (std::string word; std::getline(words >> std::ws, word, ',');) {
        std::string key = family_key(cell == 1 ? EventForm::verb : EventForm::noun, word);
        if (!seen.insert(key).second) {
          return list_error(path, row, "\"" + word + "\" stands in another family already");
        }
        names.emplace_back(std::move(key), static_cast<std::uint32_t>(rows.size()));
      }
    }
    rows.push_back({static_cast<std::uint32_t>(texts.size()),
                    static_cast<std::uint32_t>(row.cells[0].size())});
    texts += row.cells[0];
  }
  return {};
}

Result<void> EventLexicon::read_event_names(const std::string& source_folder, Families& names) {
  const std::string path = source_folder + "/data/lexicon/en/hidden-names.txt";
  const auto list = read_list(path, 2, 2);
  if (!list) return fail(list.error());
  for (const ListRow& row : *list) {
    if (row.cells[0] != "event") continue;
    std::istringstream words(row.cells[1]);
    for (std::string name; std::getline(words, name, '|');) names.emplace_back(std::move(name), 0);
  }
  return {};
}

Result<void> EventLexicon::read_member_words(const std::string& source_folder, Families& names) {
  const std::string path = source_folder + "/data/lexicon/en/member-nouns.txt";
  const auto list = read_list(path, 2, 2);
  if (!list) return fail(list.error());
  std::set<std::string> seen;
  for (const ListRow& row : *list) {
    std::istringstream words(row.cells[1]);
    for (std::string word; std::getline(words >> std::ws, word, ',');) {
      word = row.cells[0] + " " + word;
      if (!seen.insert(word).second) return list_error(path, row, "\"" + word + "\" stands twice");
      names.emplace_back(std::move(word), 0);
    }
  }
  return {};
}

Result<void> compile_event_lexicon(const std::string& source_folder, DataWriter& writer) {
  std::vector<EventLexicon::PackedVerb> verbs;
  std::vector<EventLexicon::PackedNoun> nouns;
  std::vector<std::pair<std::string, std::uint32_t>> verb_names;
  std::vector<std::pair<std::string, std::uint32_t>> noun_names;
  std::string texts;
  const std::string folder = source_folder + "/data/lexicon/en/";
  const auto verb_list = read_both(folder, "verbs", 6);
  if (!verb_list) return fail(verb_list.error());
  for (const auto& [path, row] : *verb_list) {
    CellReader cells(path, row);
    verb_names.emplace_back(row.cells[0], static_cast<std::uint32_t>(verbs.size()));
    verbs.push_back({cells.word(1, subjects),
                     cells.word(2, effects),
                     cells.word(3, effects),
                     cells.word(4, effects),
                     cells.word(5, verb_classes),
                     {}});
    auto read = cells.result();
    if (!read) return read;
  }
  const auto noun_list = read_both(folder, "event-nouns", 7);
  if (!noun_list) return fail(noun_list.error());
  for (const auto& [path, row] : *noun_list) {
    CellReader cells(path, row);
    noun_names.emplace_back(row.cells[0], static_cast<std::uint32_t>(nouns.size()));
    EventLexicon::PackedNoun noun;
    noun.event = cells.word(1, events);
    noun.of = cells.word(3, slots);
    noun.possessive = cells.word(4, slots);
    noun.compound = cells.word(5, slots);
    noun.clause = cells.word(6, effects);
    if (row.cells[2] != "-") {
      noun.verb = static_cast<std::uint32_t>(texts.size());
      noun.verb_size = static_cast<std::uint32_t>(row.cells[2].size());
      texts += row.cells[2];
    }
    nouns.push_back(noun);
    auto read = cells.result();
    if (!read) return read;
  }
  std::vector<EventLexicon::PackedFamily> families;
  EventLexicon::Families family_names;
  auto read = EventLexicon::read_families(source_folder, texts, families, family_names);
  if (!read) return read;
  EventLexicon::Families event_names;
  const auto named = EventLexicon::read_event_names(source_folder, event_names);
  if (!named) return named;
  EventLexicon::Families member_words;
  const auto members = EventLexicon::read_member_words(source_folder, member_words);
  if (!members) return members;
  SectionWriter section;
  section.rows(std::span<const EventLexicon::PackedVerb>(verbs));
  section.rows(std::span<const EventLexicon::PackedNoun>(nouns));
  section.text(texts);
  StringTable::write(section, verb_names);
  StringTable::write(section, noun_names);
  section.rows(std::span<const EventLexicon::PackedFamily>(families));
  StringTable::write(section, family_names);
  StringTable::write(section, event_names);
  StringTable::write(section, member_words);
  writer.add(std::string(section_name), section.take());
  return {};
}

Result<EventLexicon> EventLexicon::open(const DataFile& data) {
  const auto bytes = data.section(section_name);
  if (!bytes) return fail(bytes.error());
  SectionReader section(*bytes);
  EventLexicon out;
  out.verb_rows_ = section.rows<PackedVerb>();
  out.noun_rows_ = section.rows<PackedNoun>();
  out.texts_ = section.text();
  out.verbs_ = StringTable::read(section);
  out.nouns_ = StringTable::read(section);
  out.family_rows_ = section.rows<PackedFamily>();
  out.families_ = StringTable::read(section);
  out.event_names_ = StringTable::read(section);
  out.member_words_ = StringTable::read(section);
  if (!section.ok()) return fail(ErrorCode::unavailable, "the data file's event words are damaged");
  return out;
}

VerbRow EventLexicon::verb(std::string_view lemma) const {
  const std::uint32_t index = verbs_.find(lemma);
  if (index == StringTable::missing) return {};
  const PackedVerb& row = verb_rows_[index];
  return {row.subject == 1,
          row.subject == 2,
          static_cast<Effect>(row.to),
          static_cast<Effect>(row.that),
          static_cast<Effect>(row.noun),
          static_cast<VerbClass>(row.verb_class)};
}

NounRow EventLexicon::noun(std::string_view lemma) const {
  const std::uint32_t index = nouns_.find(lemma);
  if (index == StringTable::missing) return {};
  const PackedNoun& row = noun_rows_[index];
  return {static_cast<IsEvent>(row.event),       static_cast<NounSlot>(row.of),
          static_cast<NounSlot>(row.possessive), static_cast<NounSlot>(row.compound),
          static_cast<Effect>(row.clause),       texts_.substr(row.verb, row.verb_size)};
}

std::string_view EventLexicon::deed_family(EventForm form, std::string_view lemma) const {
  const std::uint32_t index = families_.find(family_key(form, lemma));
  if (index == StringTable::missing) return {};
  const PackedFamily& row = family_rows_[index];
  return texts_.substr(row.name, row.name_size);
}

bool EventLexicon::is_member_noun(std::string_view lemma) const {
  return member_words_.find("noun " + std::string(lemma)) != StringTable::missing;
}

bool EventLexicon::is_member_preposition(std::string_view folded) const {
  return member_words_.find("preposition " + std::string(folded)) != StringTable::missing;
}

}  // namespace nutgraf
