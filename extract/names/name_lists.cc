#include "extract/names/name_lists.h"

#include <algorithm>

#include "extract/text/fold.h"

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Sign::count)> sign_names{
    "given-first",
    "given-alone",
    "syllables",
    "surname-last",
    "surname-ending",
    "initial-inside",
    "particle-inside",
    "joined-start",
    "junior-end",
    "title-before",
    "known-group",
    "known-group-plain",
    "corporate-end",
    "country",
    "place-large",
    "place-known",
    "place-common-word",
    "acronym",
    "unknown-pair",
    "unknown-triple",
    "unknown-single",
    "article-before",
    "said-by",
    "mental-subject",
    "locative-before",
    "toward-before",
    "region-follows",
    "direction-before",
    "kind-noun-of",
    "age-after",
    "who-after",
    "person-noun-beside",
    "group-noun-beside",
    "place-noun-beside",
    "thing-noun-beside",
    "actor-noun-after",
    "based-after",
    "led-after",
    "held-after",
    "initials-in-brackets",
    "quoted",
    "surname-inside",
    "initials-end",
    "body-for",
    "number-after",
    "member-of",
    "from-longer",
    "plural-with-article",
    "ordinary-words",
    "place-minor",
    "score-beside",
    "club-slot",
    "dateline",
    "country-in-brackets",
    "shirt-number",
    "cricket-figures",
    "market-page",
    "list-mate",
    "club-row",
    "club-versus",
    "club-bracket",
    "club-role",
    "club-side",
    "club-acts",
    "club-of",
    "club-listed",
    "club-elsewhere",
    "place-of-play",
    "from-company",
    "acronym-with-article",
    "office-of-person",
    "unknown-plural",
    "sentence-start-only",
    "region-behind",
    "camel-case",
    "event-noun-after",
    "staff-at",
    "place-listed",
    "result-row",
    "owned-end",
    "sport-class",
    "press-line",
    "bearing-after",
    "renowned",
    "his-own",
    "spoken-with",
    "its-own",
    "trades",
    "undergoes",
    "land-end",
    "compass-end",
    "ordinary-end",
    "near-before",
    "scorer",
    "acronym-first",
    "stake-in"};

bool plain(char c) { return static_cast<unsigned char>(c) < 0x80 && c != '.'; }

}  // namespace

std::string_view to_string(Sign sign) { return sign_names.at(static_cast<std::size_t>(sign)); }

Result<NameLists> NameLists::open(const DataFile& data) {
  const auto section = data.section("names");
  if (!section) return fail(section.error());
  SectionReader reader(*section);
  NameLists lists;
  for (StringTable* table : {&lists.words_, &lists.groups_, &lists.titles_, &lists.demonyms_,
                             &lists.hidden_, &lists.actors_, &lists.contexts_}) {
    *table = StringTable::read(reader);
  }
  lists.word_rows_ = reader.rows<NameWord>();
  lists.context_rows_ = reader.rows<std::uint64_t>();
  lists.group_rows_ = reader.rows<GroupRow>();
  lists.title_rows_ = reader.rows<TitleRow>();
  lists.demonym_rows_ = reader.rows<DemonymRow>();
  lists.actor_rows_ = reader.rows<ActorNoun>();
  lists.endings_ = reader.rows<EndingRow>();
  lists.weights_ = reader.rows<Weights>();
  lists.strings_ = reader.text();
  if (!reader.ok() || lists.weights_.size() != static_cast<std::size_t>(Sign::count)) {
    return fail(ErrorCode::unavailable,
                "the section names of the data file was not written by this program");
  }
  return lists;
}

const NameWord& NameLists::word(std::string_view key) const {
  static constexpr NameWord unknown;
  const std::uint32_t row = words_.find(key);
  return row == StringTable::missing ? unknown : word_rows_[row];
}

std::optional<KnownGroup> NameLists::group(std::string_view key) const {
  const std::uint32_t found = groups_.find(key);
  if (found == StringTable::missing) return std::nullopt;
  const GroupRow& row = group_rows_[found];
  return KnownGroup{cut(row.name),
                    cut(row.group_class),
                    cut(row.country),
                    row.group,
                    row.mark == AliasMark::in_capitals,
                    row.mark == AliasMark::of_trade,
                    cut(row.written)};
}

std::optional<Title> NameLists::title(std::string_view key) const {
  const std::uint32_t found = titles_.find(key);
  if (found == StringTable::missing) return std::nullopt;
  return Title{cut(title_rows_[found].role), static_cast<Gender>(title_rows_[found].gender)};
}

std::optional<Demonym> NameLists::demonym(std::string_view key) const {
  const std::uint32_t found = demonyms_.find(key);
  if (found == StringTable::missing) return std::nullopt;
  const DemonymRow& row = demonym_rows_[found];
  return Demonym{cut(row.country), (row.forms & 1U) != 0, (row.forms & 2U) != 0,
                 (row.forms & 4U) != 0};
}

HiddenClass NameLists::hidden(std::string_view key) const {
  const std::uint32_t found = hidden_.find(key);
  return found == StringTable::missing ? HiddenClass::none : static_cast<HiddenClass>(found);
}

std::optional<ActorNoun> NameLists::actor(std::string_view lemma) const {
  const std::uint32_t found = actors_.find(lemma);
  if (found == StringTable::missing) return std::nullopt;
  return actor_rows_[found];
}

std::uint64_t NameLists::contexts(std::string_view lemma) const {
  const std::uint32_t found = contexts_.find(lemma);
  return found == StringTable::missing ? 0 : context_rows_[found];
}

int NameLists::surname_ending(std::string_view key) const {
  if (key.size() < 5) return 0;
  for (const EndingRow& row : endings_) {
    if (key.ends_with(cut(row.ending))) return row.weight;
  }
  return 0;
}

std::string_view name_key(std::string_view folded, std::string& scratch) {
  if (std::all_of(folded.begin(), folded.end(), plain)) return folded;
  const bool ascii = std::all_of(folded.begin(), folded.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  scratch = ascii ? std::string(folded) : fold_name(folded);
  std::erase_if(scratch, [](char c) { return c == '.' || c == ' '; });
  return scratch;
}

}  // namespace nutgraf
