#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "extract/lexicon/list_file.h"
#include "extract/syntax/grammar_lists.h"

namespace nutgraf {
namespace {

using Entries = std::map<std::string, std::uint32_t>;

std::vector<std::string> parted(std::string_view words, char at) {
  std::vector<std::string> parts;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(at), words.size());
    std::string_view part = words.substr(0, end);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return parts;
}

// The place of a word among names, by which the lists' words become numbers.
template <std::size_t Size>
std::size_t place_of(const std::array<std::string_view, Size>& names, std::string_view word) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), word) - names.begin());
}

Result<void> compile_traits(const std::string& path, Entries& table,
                            std::vector<std::uint64_t>& values) {
  std::map<std::string, std::uint64_t> bits_of;
  constexpr std::array<std::string_view, 4> classes{"verb", "noun", "adjective", "word"};
  const auto rows = read_list(path, 3, 3);
  if (!rows) return fail(rows.error());
  for (const ListRow& row : *rows) {
    const std::size_t kind = place_of(classes, row.cells[0]);
    if (kind == classes.size())
      return list_error(path, row, "expected verb, noun, adjective, word");
    std::uint64_t bits = 0;
    for (const std::string& name : parted(row.cells[1], ' ')) {
      std::uint32_t trait = 0;
      while (trait < static_cast<std::uint32_t>(Trait::count) &&
             to_string(static_cast<Trait>(trait)) != name) {
        ++trait;
      }
      if (trait == static_cast<std::uint32_t>(Trait::count)) {
        return list_error(path, row, "\"" + name + "\" is no trait");
      }
      bits |= std::uint64_t{1} << trait;
    }
    for (const std::string& word : parted(row.cells[2], ' ')) {
      bits_of[std::string(1, row.cells[0][0]) + " " + word] |= bits;
    }
  }
  for (const auto& [word, bits] : bits_of) {
    table[word] = static_cast<std::uint32_t>(values.size());
    values.push_back(bits);
  }
  return {};
}

Result<void> compile_attachments(const std::string& path, Entries& table) {
  constexpr std::array<std::string_view, 3> sides{"verb", "noun", "adjective"};
  constexpr std::array<std::string_view, 3> keys{"V ", "N ", "A "};
  const auto rows = read_list(path, 4, 4);
  if (!rows) return fail(rows.error());
  for (const ListRow& row : *rows) {
    const std::size_t side = place_of(sides, row.cells[0]);
    if (side == sides.size()) return list_error(path, row, "expected verb, noun or adjective");
    const auto weight = list_integer(path, row, 2);
    if (!weight) return fail(weight.error());
    if (*weight < -100 || *weight > 100) return list_error(path, row, "a weight is -100 to 100");
    for (const std::string& governor : parted(row.cells[3], ' ')) {
      table[std::string(keys.at(side)) + row.cells[1] + " " + governor] =
          static_cast<std::uint32_t>(1000 + *weight);
    }
  }
  return {};
}

Result<void> compile_phrases(const std::string& path, Entries& table) {
  constexpr std::array<std::string_view, 5> kinds{"", "preposition", "coordinator", "subordinator",
                                                  "adverb"};
  const auto rows = read_list(path, 2, 2);
  if (!rows) return fail(rows.error());
  for (const ListRow& row : *rows) {
    const std::size_t kind = place_of(kinds, row.cells[0]);
    if (kind == kinds.size()) return list_error(path, row, "no kind of phrase");
    for (const std::string& phrase : parted(row.cells[1], ';')) {
      table["p " + phrase] = static_cast<std::uint32_t>(kind);
      table["b " + phrase.substr(0, phrase.find(' '))] = 1;
    }
  }
  return {};
}

Result<void> compile_particles(const std::string& path, Entries& table) {
  const auto rows = read_list(path, 2, 2);
  if (!rows) return fail(rows.error());
  for (const ListRow& row : *rows) {
    for (const std::string& verb : parted(row.cells[1], ' ')) {
      table["r " + row.cells[0] + " " + verb] = 1;
    }
  }
  return {};
}

Result<void> compile_counts(const std::string& path, Entries& words,
                            std::vector<CountWord>& values) {
  constexpr std::array<std::string_view, 7> kinds{"number", "times", "indefinite", "few",
                                                  "least",  "most",  "about"};
  const auto rows = read_list(path, 3, 3);
  if (!rows) return fail(rows.error());
  for (const ListRow& row : *rows) {
    const std::size_t kind = place_of(kinds, row.cells[0]);
    if (kind == kinds.size()) return list_error(path, row, "no kind of count word");
    const auto value = list_integer(path, row, 1);
    if (!value) return fail(value.error());
    for (const std::string& word : parted(row.cells[2], ';')) {
      words.try_emplace(word, static_cast<std::uint32_t>(values.size()));
      values.push_back({static_cast<CountWord::Kind>(kind), *value});
    }
  }
  return {};
}

void add_to_filter(std::vector<std::uint64_t>& filter, std::string_view word) {
  filter[WordFilter::row(word)] |= WordFilter::bit(word);
}

void write_table(SectionWriter& section, const Entries& entries) {
  const std::vector<std::pair<std::string, std::uint32_t>> sorted(entries.begin(), entries.end());
  StringTable::write(section, sorted);
}

}  // namespace

Result<void> compile_grammar(const std::string& source_folder, DataWriter& writer) {
  const std::string folder = source_folder + "/data/lexicon/en/";
  Entries table;
  Entries words;
  std::vector<CountWord> values;
  std::vector<std::uint64_t> traits;
  if (auto done = compile_traits(folder + "subcategorisation.tsv", table, traits); !done)
    return done;
  if (auto done = compile_attachments(folder + "attachment.tsv", table); !done) return done;
  if (auto done = compile_phrases(folder + "phrases.tsv", table); !done) return done;
  if (auto done = compile_particles(folder + "particles.tsv", table); !done) return done;
  if (auto done = compile_counts(folder + "counts.tsv", words, values); !done) return done;
  SectionWriter section;
  write_table(section, table);
  section.rows<std::uint64_t>(traits);
  write_table(section, words);
  section.rows<CountWord>(values);
  std::vector<std::uint64_t> phrase_filter(WordFilter::rows, 0);
  for (const auto& [key, value] : table) {
    if (key.starts_with("b ")) add_to_filter(phrase_filter, std::string_view(key).substr(2));
  }
  std::vector<std::uint64_t> count_filter(WordFilter::rows, 0);
  for (const auto& [word, value] : words) add_to_filter(count_filter, word);
  section.rows<std::uint64_t>(phrase_filter);
  section.rows<std::uint64_t>(count_filter);
  writer.add("grammar", section.take());
  return {};
}

}  // namespace nutgraf
