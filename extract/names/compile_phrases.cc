// Compiles the lists of phrases: groups, titles, demonyms, hidden names; and the nouns of actors.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "extract/names/name_lists_writer.h"
#include "extract/text/fold.h"

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, 8> actor_classes{"role",  "person", "body",  "unit",
                                                        "place", "part",   "loose", "not"};

// The keys of the tokens of a phrase's words, as the segmenter would cut it.
std::vector<std::string> keys_of(const std::vector<std::string_view>& words) {
  std::vector<std::string> keys;
  for (std::string_view word : words) {
    std::string folded = fold(word);
    std::string tail;
    if (folded.ends_with("'s") && folded.size() > 2) {
      tail = "'s";
      folded.resize(folded.size() - 2);
    } else if (folded.ends_with("s'")) {
      tail = "'";
      folded.pop_back();
    } else if (folded.ends_with(",")) {
      tail = ",";
      folded.pop_back();
    }
    std::string scratch;
    keys.emplace_back(name_key(folded, scratch));
    if (!tail.empty()) keys.push_back(tail);
  }
  return keys;
}

std::string join_keys(const std::vector<std::string>& keys) {
  std::string all;
  for (const std::string& key : keys) {
    if (!all.empty()) all += ' ';
    all += key;
  }
  return all;
}

}  // namespace

std::string NameListsWriter::phrase(std::string_view words) {
  std::string parted(words);
  std::replace(parted.begin(), parted.end(), '-', ' ');
  const std::vector<std::string> keys = keys_of(split(parted, ' '));
  if (keys.empty()) return {};
  NameWord& first = words_[keys.front()];
  first.phrase_length = std::max(first.phrase_length, static_cast<std::uint32_t>(keys.size()));
  return join_keys(keys);
}

Result<void> NameListsWriter::read_groups() {
  std::set<std::string> seen;
  std::uint32_t group = 0;
  for (const std::string_view file : {"aliases-groups.txt", "aliases-newswire.txt"}) {
    auto done = each(file, 3, 3, [&](const auto&, const ListRow& row) -> Result<void> {
      const Text group_class = keep(row.cells[0]);
      const Text where = keep(row.cells[1] == "-" ? std::string_view{} : row.cells[1]);
      const auto aliases = split(row.cells[2], '|');
      Text name = keep(aliases.empty() ? std::string_view{} : aliases.front());
      ++group;
      for (std::string_view alias : aliases) {
        if (alias.starts_with("+")) {
          alias.remove_prefix(1);
          ++group;
          name = keep(alias.substr(0, alias.find_last_not_of("!~") + 1));
        }
        const auto mark = alias.ends_with("!")   ? NameLists::AliasMark::in_capitals
                          : alias.ends_with("~") ? NameLists::AliasMark::of_trade
                                                 : NameLists::AliasMark::none;
        if (mark != NameLists::AliasMark::none) alias.remove_suffix(1);
        std::string key = phrase(alias);
        if (!seen.insert(key).second) continue;  // the first that bears the name keeps it
        groups_.emplace_back(std::move(key), static_cast<std::uint32_t>(group_rows_.size()));
        group_rows_.push_back({name, group_class, where, keep(alias), group, mark});
      }
      return {};
    });
    if (!done) return done;
  }
  return {};
}

Result<void> NameListsWriter::read_titles() {
  return each("titles.txt", 3, 3, [&](const auto& from, const ListRow& row) -> Result<void> {
    const std::size_t gender = std::string_view("ufm").find(row.cells[1]);
    if (gender == std::string_view::npos) return unknown_word(from, row, "gender", row.cells[1]);
    const NameLists::TitleRow title{keep(row.cells[0]), static_cast<std::uint32_t>(gender)};
    for (std::string_view form : split(row.cells[2], '|')) {
      titles_.emplace_back(phrase(form), static_cast<std::uint32_t>(title_rows_.size()));
    }
    title_rows_.push_back(title);
    return {};
  });
}

Result<void> NameListsWriter::read_demonyms() {
  std::map<std::string, std::pair<std::string, std::uint32_t>> forms;
  auto done = each("demonyms.txt", 2, 4, [&](const auto&, const ListRow& row) -> Result<void> {
    const std::string country = row.cells[0] == "--" ? "" : row.cells[0];
    const auto cell = [&](std::size_t i) {
      return i < row.cells.size() ? std::string_view(row.cells[i]) : std::string_view{};
    };
    const auto add = [&](std::string_view words, std::uint32_t form) {
      auto& entry = forms.try_emplace(phrase(words), country, 0U).first->second;
      entry.second |= form;
    };
    const auto adjectives = split(cell(1), '|');
    for (const auto word : adjectives) add(word, 1U);
    const auto ones = cell(2).empty() ? adjectives : split(cell(2), '|');
    for (const auto word : ones) add(word, 2U);
    if (cell(3).empty()) {
      for (const auto word : ones) add(std::string(word) + "s", 4U);
    }
    for (const auto word : split(cell(3), '|')) {
      if (word != "-") {
        add(word, 4U);
        continue;
      }
      for (const auto adjective : adjectives) add(adjective, 4U);
    }
    return {};
  });
  if (!done) return done;
  for (const auto& [key, entry] : forms) {
    demonyms_.emplace_back(key, static_cast<std::uint32_t>(demonym_rows_.size()));
    demonym_rows_.push_back({keep(entry.first), entry.second});
  }
  return {};
}

Result<void> NameListsWriter::read_hidden() {
  return each("hidden-names.txt", 2, 2, [&](const auto&, const ListRow& row) -> Result<void> {
    const auto hidden = row.cells[0] == "time" ? HiddenClass::time : HiddenClass::other;
    for (std::string_view name : split(row.cells[1], '|')) {
      hidden_.emplace_back(phrase(name), static_cast<std::uint32_t>(hidden));
    }
    return {};
  });
}

Result<void> NameListsWriter::read_actors() {
  return each("actor-nouns.txt", 4, 4, [&](const auto& from, const ListRow& row) -> Result<void> {
    const auto kind = parse_kind(row.cells[0]);
    if (!kind) return unknown_word(from, row, "kind", row.cells[0]);
    const std::size_t gender = std::string_view("ufm").find(row.cells[1]);
    if (gender == std::string_view::npos) return unknown_word(from, row, "gender", row.cells[1]);
    const std::size_t actor_class = index_of(actor_classes, row.cells[2]);
    if (actor_class == actor_classes.size()) {
      return unknown_word(from, row, "class", row.cells[2]);
    }
    for (std::string_view lemma : split(row.cells[3], ' ')) {
      if (std::any_of(actors_.begin(), actors_.end(),
                      [&](const auto& entry) { return entry.first == lemma; })) {
        continue;
      }
      actors_.emplace_back(lemma, static_cast<std::uint32_t>(actor_rows_.size()));
      actor_rows_.push_back(
          {*kind, static_cast<Gender>(gender), static_cast<ActorClass>(actor_class), 0});
    }
    return {};
  });
}

}  // namespace nutgraf
