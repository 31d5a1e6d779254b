// Reads the lists of names, as compile_names does, and writes the section "names".
#ifndef NUTGRAF_EXTRACT_NAMES_NAME_LISTS_WRITER_H_
#define NUTGRAF_EXTRACT_NAMES_NAME_LISTS_WRITER_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/lexicon/list_file.h"
#include "extract/names/name_lists.h"

namespace nutgraf {

class NameListsWriter {
 public:
  explicit NameListsWriter(std::string folder) : folder_(std::move(folder)) {}

  // Reads all lists; an Error tells file, line and what is wrong.
  Result<void> read();
  // The bytes of the section, after read().
  std::string write() const;

 private:
  using Entries = std::vector<std::pair<std::string, std::uint32_t>>;
  using Text = NameLists::Text;

  static std::vector<std::string_view> split(std::string_view words, char by);
  static tl::unexpected<Error> unknown_word(const std::string& path, const ListRow& row,
                                            std::string_view what, const std::string& word);
  // list.size() for what is not in the list.
  template <typename List>
  static std::size_t index_of(const List& list, std::string_view word) {
    return static_cast<std::size_t>(std::find(list.begin(), list.end(), word) - list.begin());
  }

  std::string path(std::string_view file) const;
  // Calls take(row, cells) for every row; it returns Result<void>.
  template <typename Take>
  Result<void> each(std::string_view file, std::size_t least, std::size_t most, Take take) {
    const std::string from = path(file);
    const auto rows = read_list(from, least, most);
    if (!rows) return fail(rows.error());
    for (const ListRow& row : *rows) {
      Result<void> taken = take(from, row);
      if (!taken) return taken;
    }
    return {};
  }

  Text keep(std::string_view words);
  void flag(std::string_view words, std::uint32_t flags);
  // Registers the phrase's first word and returns the phrase's key.
  std::string phrase(std::string_view words);

  // One list each: words (compile_names.cc), then phrases and nouns (compile_phrases.cc).
  Result<void> read_given();
  Result<void> read_world();
  Result<void> read_surnames();
  Result<void> read_grammar();
  Result<void> read_words();
  Result<void> read_contexts();
  Result<void> read_weights();
  Result<void> read_groups();
  Result<void> read_titles();
  Result<void> read_demonyms();
  Result<void> read_hidden();
  Result<void> read_actors();

  static constexpr std::uint32_t joined_flag = NameFlag::joined;

  std::string folder_;
  std::map<std::string, NameWord> words_;
  std::map<std::string, std::uint64_t> contexts_;
  Entries groups_, titles_, demonyms_, hidden_, actors_;
  std::vector<NameLists::GroupRow> group_rows_;
  std::vector<NameLists::TitleRow> title_rows_;
  std::vector<NameLists::DemonymRow> demonym_rows_;
  std::vector<ActorNoun> actor_rows_;
  std::vector<NameLists::EndingRow> endings_;
  std::vector<Weights> weights_;
  std::string strings_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_NAMES_NAME_LISTS_WRITER_H_
