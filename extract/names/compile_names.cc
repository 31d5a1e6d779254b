// Compiles the lists of names (extract/names/name_lists.h) into the section "names": the words.
#include <algorithm>
#include <array>
#include <map>

#include "extract/names/name_lists_writer.h"
#include "extract/text/fold.h"

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(ContextClass::count)> contexts{
    "say",          "mental",     "locative",    "toward",      "direction",      "thing",
    "member",       "controls",   "leads",       "bases",       "pronoun",        "contest",
    "contest-side", "restates",   "body-noun",   "seeming",     "seeming-clause", "weather",
    "clause-start", "several",    "he",          "she",         "name-of",        "name-head-of",
    "name-joint",   "phrase-of",  "name-fringe", "sport",       "sport-head",     "sport-role",
    "market",       "table-head", "never-first", "office-of",   "nation",         "dismissal",
    "event-noun",   "body-told",  "sport-class", "press-head",  "outcome",        "bearing",
    "distance",     "lead-over",  "numbered",    "spoken-with", "trades",         "befalls",
    "street",       "quarter",    "land",        "acts-before", "act-noun",       "abstract",
    "party-letter", "counting",   "undergoes",   "stake",       "facility",       "nearby"};

}  // namespace

std::vector<std::string_view> NameListsWriter::split(std::string_view words, char by) {
  std::vector<std::string_view> parts;
  while (!words.empty()) {
    const std::size_t at = std::min(words.find(by), words.size());
    if (at > 0) parts.push_back(words.substr(0, at));
    words.remove_prefix(std::min(at + 1, words.size()));
  }
  return parts;
}

tl::unexpected<Error> NameListsWriter::unknown_word(const std::string& path, const ListRow& row,
                                                    std::string_view what,
                                                    const std::string& word) {
  return list_error(path, row, "there is no " + std::string(what) + " \"" + word + "\"");
}

Result<void> NameListsWriter::read() {
  for (const auto step :
       {&NameListsWriter::read_given, &NameListsWriter::read_world, &NameListsWriter::read_surnames,
        &NameListsWriter::read_grammar, &NameListsWriter::read_words, &NameListsWriter::read_groups,
        &NameListsWriter::read_titles, &NameListsWriter::read_demonyms,
        &NameListsWriter::read_hidden, &NameListsWriter::read_actors,
        &NameListsWriter::read_contexts, &NameListsWriter::read_weights}) {
    auto done = (this->*step)();
    if (!done) return done;
  }
  return {};
}

std::string NameListsWriter::write() const {
  SectionWriter section;
  std::vector<NameWord> rows;
  Entries word_entries;
  for (const auto& [key, word] : words_) {
    word_entries.emplace_back(key, static_cast<std::uint32_t>(rows.size()));
    rows.push_back(word);
  }
  for (const Entries* list :
       {&std::as_const(word_entries), &groups_, &titles_, &demonyms_, &hidden_, &actors_}) {
    StringTable::write(section, *list);
  }
  Entries context_entries;
  std::vector<std::uint64_t> context_rows;
  for (const auto& [word, classes] : contexts_) {
    context_entries.emplace_back(word, static_cast<std::uint32_t>(context_rows.size()));
    context_rows.push_back(classes);
  }
  StringTable::write(section, context_entries);
  section.rows<NameWord>(rows);
  section.rows<std::uint64_t>(context_rows);
  section.rows<NameLists::GroupRow>(group_rows_);
  section.rows<NameLists::TitleRow>(title_rows_);
  section.rows<NameLists::DemonymRow>(demonym_rows_);
  section.rows<ActorNoun>(actor_rows_);
  section.rows<NameLists::EndingRow>(endings_);
  section.rows<Weights>(weights_);
  section.text(strings_);
  return section.take();
}

std::string NameListsWriter::path(std::string_view file) const {
  return folder_ + "/data/lexicon/en/" + std::string(file);
}

NameListsWriter::Text NameListsWriter::keep(std::string_view words) {
  const Text text{static_cast<std::uint32_t>(strings_.size()),
                  static_cast<std::uint32_t>(words.size())};
  strings_ += words;
  return text;
}

void NameListsWriter::flag(std::string_view words, std::uint32_t flags) {
  for (std::string_view word : split(words, ' ')) {
    std::string scratch;
    words_[std::string(name_key(fold(word), scratch))].flags |= flags;
  }
}

Result<void> NameListsWriter::read_given() {
  static const std::map<std::string, std::uint32_t, std::less<>> flags{
      {"f", given_female}, {"m", given_male}, {"u", given_either}, {"s", surname}};
  for (const std::string_view file : {"given-names.txt", "names-faker.txt"}) {
    auto done = each(file, 2, 2, [&](const auto& from, const ListRow& row) -> Result<void> {
      const auto found = flags.find(row.cells[0]);
      if (found == flags.end()) return unknown_word(from, row, "gender", row.cells[0]);
      flag(row.cells[1], found->second);
      return {};
    });
    if (!done) return done;
  }
  return {};
}

Result<void> NameListsWriter::read_world() {
  static const std::map<std::string, std::uint32_t, std::less<>> flags{
      {"f", given_female}, {"m", given_male}, {"u", given_either}, {"e", syllable}};
  return each("given-names-world.txt", 3, 3,
              [&](const auto& from, const ListRow& row) -> Result<void> {
                const auto found = flags.find(row.cells[1]);
                if (found == flags.end()) return unknown_word(from, row, "gender", row.cells[1]);
                flag(row.cells[2], found->second);
                return {};
              });
}

Result<void> NameListsWriter::read_surnames() {
  return each("surnames.txt", 2, 2, [&](const auto&, const ListRow& row) -> Result<void> {
    const bool east = row.cells[0] == "east-asian";
    flag(row.cells[1], row.cells[0] == "renowned" ? surname | renowned
                       : east                     ? surname | east_surname
                                                  : surname);
    return {};
  });
}

Result<void> NameListsWriter::read_grammar() {
  static const std::map<std::string, std::uint32_t, std::less<>> flags{
      {"particle", particle}, {"joined", joined_flag}, {"junior", junior}, {"corporate", corporate},
      {"ordinal", ordinal},   {"owner", owner},        {"holder", holder}, {"closing", closing}};
  return each("name-grammar.txt", 2, 3, [&](const auto& from, const ListRow& row) -> Result<void> {
    if (row.cells[0] == "ending") {
      const auto weight = list_integer(from, row, 2);
      if (!weight) return fail(weight.error());
      for (std::string_view ending : split(row.cells[1], ' ')) {
        endings_.push_back({keep(fold_name(ending)), static_cast<std::int32_t>(*weight)});
      }
      return {};
    }
    const auto found = flags.find(row.cells[0]);
    if (found == flags.end()) return unknown_word(from, row, "part of names", row.cells[0]);
    flag(row.cells[1], found->second);
    return {};
  });
}

Result<void> NameListsWriter::read_words() {
  static constexpr std::array<std::string_view, 3> kinds{"group", "place", "other"};
  return each("name-words.txt", 5, 5, [&](const auto& from, const ListRow& row) -> Result<void> {
    const std::size_t kind = index_of(kinds, row.cells[0]);
    if (kind == kinds.size()) return unknown_word(from, row, "kind", row.cells[0]);
    const auto weight = list_integer(from, row, 2);
    if (!weight) return fail(weight.error());
    for (std::string_view key : split(row.cells[4], ' ')) {
      NameWord& word = words_[std::string(key)];
      auto& slots = row.cells[1] == "last"    ? word.last
                    : row.cells[1] == "first" ? word.first
                                              : word.any;
      slots.at(kind) = std::max(slots.at(kind), static_cast<std::int8_t>(*weight));
      if (row.cells[3] == "of") word.flags |= takes_of | (kind == 0 ? of_is_group : 0U);
    }
    return {};
  });
}

Result<void> NameListsWriter::read_contexts() {
  return each("name-context.txt", 2, 2, [&](const auto& from, const ListRow& row) -> Result<void> {
    const std::size_t found = index_of(contexts, row.cells[0]);
    if (found == contexts.size()) return unknown_word(from, row, "class", row.cells[0]);
    for (std::string_view word : split(row.cells[1], ' ')) {
      contexts_[std::string(word)] |= std::uint64_t{1} << found;
    }
    return {};
  });
}

Result<void> NameListsWriter::read_weights() {
  auto done =
      each("name-evidence.txt", 7, 7, [&](const auto& from, const ListRow& row) -> Result<void> {
        const auto sign = static_cast<Sign>(weights_.size());
        if (sign >= Sign::count || row.cells[0] != to_string(sign)) {
          return list_error(from, row,
                            "the signs stand in the order of the program; here \"" +
                                std::string(sign < Sign::count ? to_string(sign) : "no more") +
                                "\" was expected");
        }
        Weights weights{};
        for (std::size_t i = 0; i < evidence_kinds; ++i) {
          const auto weight = list_integer(from, row, i + 1);
          if (!weight) return fail(weight.error());
          weights.at(i) = static_cast<std::int32_t>(*weight);
        }
        weights_.push_back(weights);
        return {};
      });
  if (!done) return done;
  if (weights_.size() == static_cast<std::size_t>(Sign::count)) return {};
  return fail(Error{ErrorCode::invalid,
                    "a sign is missing at the end of the list",
                    path("name-evidence.txt"),
                    0,
                    0,
                    {}});
}

Result<void> compile_names(const std::string& source_folder, DataWriter& writer) {
  NameListsWriter lists(source_folder);
  auto read = lists.read();
  if (!read) return read;
  writer.add("names", lists.write());
  return {};
}

}  // namespace nutgraf
