#include "extract/event/word_classes.h"

#include <algorithm>
#include <map>

#include "extract/lexicon/list_file.h"

namespace nutgraf {
namespace {

constexpr std::string_view section_name = "event.classes";
constexpr std::size_t most_classes = 64;

std::vector<std::string> split(std::string_view words, char mark) {
  std::vector<std::string> out;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(mark), words.size());
    std::string_view part = words.substr(0, end);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (!part.empty()) out.emplace_back(part);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return out;
}

std::string join(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += ',';
    out += name;
  }
  return out;
}

}  // namespace

Result<std::string> WordClasses::compile(const std::string& path) {
  const auto rows = read_list(path, 2, 2);
  if (!rows) return fail(rows.error());
  std::vector<std::string> names = {"person", "group", "place", "name"};
  std::map<std::string, ClassMask> lemmas;
  std::vector<std::string> prepositions;
  for (const ListRow& row : *rows) {
    const std::vector<std::string> words = split(row.cells[1], ',');
    if (row.cells[0] == "preposition") {
      prepositions.insert(prepositions.end(), words.begin(), words.end());
      continue;
    }
    auto known = std::find(names.begin(), names.end(), row.cells[0]);
    if (known == names.end()) {
      if (names.size() == most_classes)
        return list_error(path, row, "there are 64 classes already");
      known = names.insert(names.end(), row.cells[0]);
    }
    const ClassMask bit = ClassMask{1} << (known - names.begin());
    for (const std::string& word : words) lemmas[word] |= bit;
  }
  std::vector<std::pair<std::string, std::uint32_t>> entries;
  std::vector<Row> masks;
  for (const auto& [lemma, mask] : lemmas) {
    entries.emplace_back(lemma, static_cast<std::uint32_t>(masks.size()));
    masks.push_back({mask});
  }
  SectionWriter section;
  section.text(join(names));
  section.text(join(prepositions));
  section.rows(std::span<const Row>(masks));
  StringTable::write(section, entries);
  return section.take();
}

Result<WordClasses> WordClasses::read(Bytes bytes) {
  SectionReader section(bytes);
  WordClasses out;
  out.names_ = split(section.text(), ',');
  out.prepositions_ = split(section.text(), ',');
  out.rows_ = section.rows<Row>();
  out.table_ = StringTable::read(section);
  if (!section.ok())
    return fail(ErrorCode::unavailable, "the data file's word classes are damaged");
  return out;
}

Result<WordClasses> WordClasses::open(const DataFile& data) {
  const auto bytes = data.section(section_name);
  if (!bytes) return fail(bytes.error());
  return read(*bytes);
}

std::optional<ClassMask> WordClasses::find(std::string_view class_name) const {
  const auto found = std::find(names_.begin(), names_.end(), class_name);
  if (found == names_.end()) return std::nullopt;
  return ClassMask{1} << (found - names_.begin());
}

ClassMask WordClasses::of(std::string_view lemma) const {
  const std::uint32_t row = table_.find(lemma);
  return row == StringTable::missing ? 0 : rows_[row].mask;
}

}  // namespace nutgraf
