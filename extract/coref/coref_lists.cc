// coref.txt: compiled into the section "coref" and mapped from it.
#include <algorithm>
#include <map>

#include "extract/coref/resolver.h"
#include "extract/lexicon/list_file.h"

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(CorefWeight::count)> weight_names{
    "subject",       "main-subject", "object",        "possessor",      "same-sentence",
    "sentence-back", "name",         "nominal",       "pronoun",        "salience",
    "parallel",      "place-for-it", "name-for-they", "place-for-they", "person-list",
    "thing",         "least-lead",   "lead-for-it",   "other-number",   "speaks-of"};
constexpr std::array<std::string_view, static_cast<std::size_t>(CorefWord::count)> word_names{
    "small",  "suffix", "particle", "speaker", "speakers", "addressed", "inside", "weak",
    "around", "says",   "names",    "as",      "weather",  "strikes",   "house"};
constexpr std::size_t most_rows = 31;  // rows of a kind: bits of a value below StringTable::missing

using Bits = std::map<std::string, std::uint32_t>;

void set_bits(Bits& bits, std::string_view words, std::uint32_t bit) {
  while (!words.empty()) {
    const std::size_t at = std::min(words.find(' '), words.size());
    if (at > 0) bits[std::string(words.substr(0, at))] |= 1U << bit;
    words.remove_prefix(std::min(at + 1, words.size()));
  }
}

void put(SectionWriter& section, const Bits& bits) {
  const std::vector<std::pair<std::string, std::uint32_t>> entries(bits.begin(), bits.end());
  StringTable::write(section, entries);
}

std::uint32_t bits_of(const StringTable& table, std::string_view word) {
  const std::uint32_t bits = table.find(word);
  return bits == StringTable::missing ? 0 : bits;
}

}  // namespace

Result<void> compile_coref(const std::string& source_folder, DataWriter& writer) {
  const std::string path = source_folder + "/data/lexicon/en/coref.txt";
  const auto rows = read_list(path, 3, 3);
  if (!rows) return fail(rows.error());
  Bits same;
  Bits features;
  Bits classes;
  Bits class_names;
  Bits words;
  std::uint32_t same_rows = 0;
  std::vector<std::uint32_t> weights;
  for (const ListRow& row : *rows) {
    if (row.cells[0] == "same" && same_rows < most_rows) {
      set_bits(same, row.cells[2], same_rows++);
    } else if (row.cells[0] == "feature") {
      const auto feature = parse_feature(row.cells[1]);
      if (!feature) return list_error(path, row, "there is no feature " + row.cells[1]);
      set_bits(features, row.cells[2], static_cast<std::uint32_t>(*feature));
    } else if (row.cells[0] == "class" && class_names.size() < most_rows) {
      const auto bit = static_cast<std::uint32_t>(class_names.size());
      class_names.emplace(row.cells[1], bit);
      set_bits(classes, row.cells[2], bit);
    } else if (row.cells[0] == "words") {
      const auto* const name = std::find(word_names.begin(), word_names.end(), row.cells[1]);
      if (name == word_names.end()) return list_error(path, row, "no words are " + row.cells[1]);
      set_bits(words, row.cells[2], static_cast<std::uint32_t>(name - word_names.begin()));
    } else if (row.cells[0] == "weight") {
      if (weights.size() >= weight_names.size() ||
          row.cells[1] != weight_names.at(weights.size())) {
        return list_error(path, row, "the weights stand in the order of the program");
      }
      const auto weight = list_integer(path, row, 2);
      if (!weight) return fail(weight.error());
      weights.push_back(static_cast<std::uint32_t>(*weight));
    } else {
      return list_error(path, row, "there is no kind of row \"" + row.cells[0] + "\" left");
    }
  }
  if (weights.size() != weight_names.size()) {
    return fail(Error{ErrorCode::invalid, "a weight is missing", path, 0, 0, {}});
  }
  SectionWriter section;
  put(section, same);
  put(section, features);
  put(section, classes);
  put(section, class_names);
  put(section, words);
  section.rows<std::uint32_t>(weights);
  writer.add("coref", section.take());
  return {};
}

Result<CorefLists> CorefLists::open(const DataFile& data) {
  const auto section = data.section("coref");
  if (!section) return fail(section.error());
  SectionReader reader(*section);
  CorefLists lists;
  for (StringTable* table :
       {&lists.same_, &lists.features_, &lists.classes_, &lists.class_names_, &lists.words_}) {
    *table = StringTable::read(reader);
  }
  const auto weights = reader.rows<std::uint32_t>();
  if (!reader.ok() || weights.size() != lists.weights_.size()) {
    return fail(ErrorCode::unavailable,
                "the section coref of the data file was not written by this program");
  }
  std::transform(weights.begin(), weights.end(), lists.weights_.begin(),
                 [](std::uint32_t weight) { return static_cast<std::int32_t>(weight); });
  return lists;
}

bool CorefLists::same(std::string_view lemma, std::string_view other) const {
  return lemma == other || (bits_of(same_, lemma) & bits_of(same_, other)) != 0;
}

bool CorefLists::is(std::string_view word, CorefWord kind) const {
  return ((bits_of(words_, word) >> static_cast<std::uint32_t>(kind)) & 1U) != 0;
}

bool CorefLists::for_feature(std::string_view lemma, Feature feature) const {
  return ((bits_of(features_, lemma) >> static_cast<std::uint32_t>(feature)) & 1U) != 0;
}

bool CorefLists::for_class(std::string_view lemma, std::string_view group_class) const {
  const std::uint32_t bit = class_names_.find(group_class);
  return bit != StringTable::missing && ((bits_of(classes_, lemma) >> bit) & 1U) != 0;
}

}  // namespace nutgraf
