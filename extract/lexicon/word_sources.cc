#include "extract/lexicon/word_sources.h"

#include <array>
#include <fstream>
#include <sstream>
#include <vector>

#include "extract/lexicon/list_file.h"
#include "extract/text/fold.h"

namespace nutgraf {
namespace {

constexpr std::string_view wordnet_folder = "/usr/share/wordnet";
constexpr std::string_view poslex_folder = "/usr/share/festival/dicts";
constexpr std::string_view scowl_folder = "/usr/share/dict/scowl";
constexpr std::array<int, 9> sizes{10, 20, 35, 40, 50, 55, 60, 70, 80};
constexpr std::array<std::string_view, 3> dialects{"english", "american", "british"};

// scowl's files are ISO 8859-1.
std::string utf8(std::string_view latin1) {
  std::string out;
  for (const char c : latin1) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80U) {
      out += c;
    } else {
      out += static_cast<char>(0xC0U | (byte >> 6U));
      out += static_cast<char>(0x80U | (byte & 0x3FU));
    }
  }
  return out;
}

template <typename Take>
void read_words(const std::string& path, Take take) {
  std::ifstream in(path);
  std::string line;
  while (std::getline(in, line)) {
    if (!line.empty() && !line.ends_with("'s")) take(fold(utf8(line)));
  }
}

Result<void> read_scowl(WordSources& out) {
  for (const int size : sizes) {
    for (const std::string_view dialect : dialects) {
      const std::string stem = std::string(scowl_folder) + "/" + std::string(dialect);
      const std::string end = "." + std::to_string(size);
      read_words(std::string(stem).append("-words").append(end), [&](std::string word) {
        out.commonness.emplace(std::move(word), static_cast<std::uint8_t>(size));
      });
      for (const std::string_view kind : {"-upper", "-proper-names"}) {
        read_words(std::string(stem).append(kind).append(end),
                   [&](std::string word) { out.names.insert(std::move(word)); });
      }
    }
  }
  if (out.commonness.empty()) {
    return fail(ErrorCode::io,
                "no word lists in " + std::string(scowl_folder) + " (Debian package scowl)");
  }
  return {};
}

// "a|b" into its words.
std::vector<std::string> parted(const std::string& cell) {
  std::vector<std::string> out;
  std::istringstream in(cell);
  for (std::string word; std::getline(in, word, '|');) {
    if (!word.empty() && word != "-") out.push_back(word);
  }
  return out;
}

// Adjectives of demonyms.txt and capital-adjectives.txt, and the nouns of the former.
Result<void> read_capital_adjectives(WordSources& out) {
  const auto plain = read_list(out.lists + "/capital-adjectives.txt", 1, 1);
  if (!plain) return fail(plain.error());
  for (const ListRow& row : *plain) out.capital_adjectives.insert(row.cells[0]);
  const auto rows = read_list(out.lists + "/demonyms.txt", 2, 4);
  if (!rows) return fail(rows.error());
  for (const ListRow& row : *rows) {
    for (std::string& word : parted(row.cells[1])) {
      const bool regular = row.cells.size() < 4 || row.cells[3].empty();
      if (regular) out.nationals.insert(word + "s");
      out.capital_adjectives.insert(std::move(word));
    }
    if (row.cells.size() == 4) {
      for (std::string& word : parted(row.cells[3])) out.nationals.insert(std::move(word));
    }
  }
  for (const std::string& word : out.capital_adjectives) {
    if (word.find(' ') == std::string::npos) out.ids.emplace(word, 0);
  }
  for (const std::string& word : out.nationals) {
    if (word.find(' ') == std::string::npos) out.ids.emplace(word, 0);
  }
  return {};
}

}  // namespace

Result<WordSources> read_word_sources(const std::string& source_folder) {
  WordSources out;
  out.lists = source_folder + "/data/lexicon/en";
  auto wordnet = read_wordnet(std::string(wordnet_folder));
  if (!wordnet) return fail(wordnet.error());
  out.wordnet = std::move(*wordnet);
  auto poslex = read_poslex(std::string(poslex_folder));
  if (!poslex) return fail(poslex.error());
  out.poslex = std::move(*poslex);
  if (auto read = read_scowl(out); !read) return fail(read.error());

  for (const auto& [word, entry] : out.wordnet.lemmas) out.ids.emplace(word, 0);
  for (const auto& forms : out.wordnet.irregular) {
    for (const auto& [form, lemmas] : forms) out.ids.emplace(form, 0);
  }
  for (const auto& [word, tags] : out.poslex.words) out.ids.emplace(word, 0);
  for (const auto& [word, size] : out.commonness) out.ids.emplace(word, 0);
  for (const std::string& word : out.names) out.ids.emplace(word, 0);
  for (const std::string_view list : {"/word-tags.txt", "/symbols.txt", "/lemmas.txt"}) {
    const auto rows = read_list(out.lists + std::string(list), 1, 9);
    if (!rows) return fail(rows.error());
    for (const ListRow& row : *rows) out.ids.emplace(row.cells[0], 0);
  }
  if (auto read = read_capital_adjectives(out); !read) return fail(read.error());
  WordId next = 1;
  for (auto& [word, id] : out.ids) id = next++;
  return out;
}

}  // namespace nutgraf
