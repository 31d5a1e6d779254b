#include "extract/syntax/grammar_lists.h"

#include <initializer_list>

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Trait::count)> trait_names{
    "speech",
    "that",
    "infinitive",
    "object_infinitive",
    "bare_infinitive",
    "ditransitive",
    "copula",
    "predicate",
    "object_predicate",
    "gerund",
    "object_gerund",
    "intransitive",
    "time_object",
    "object_clause",
    "place",
    "time",
    "day",
    "month",
    "weekday",
    "action",
    "person",
    "subordinator",
    "clause_only",
    "time_preposition",
    "place_preposition",
    "list_preposition",
    "definite",
    "indefinite",
    "demonstrative",
    "quantifier",
    "negative",
    "oblique_infinitive",
    "light",
    "relative_pronoun",
    "adverbial_clause",
    "several",
    "post",
    "portfolio",
    "undergone",
    "harm"};

// Joins the parts of a key on the stack. A key that does not fit is in no list.
class Key {
 public:
  Key(std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts) {
      if (size_ + part.size() + 1 > bytes_.size()) {
        size_ = 0;
        return;
      }
      size_ += part.copy(bytes_.data() + size_, part.size());
      bytes_.at(size_++) = ' ';
    }
    if (size_ > 0) --size_;
  }
  std::string_view words() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, 120> bytes_;  // filled up to size_
  std::size_t size_ = 0;
};

constexpr int weight_base = 1000;  // weights are stored above zero

}  // namespace

std::string_view to_string(Trait trait) { return trait_names.at(static_cast<std::size_t>(trait)); }

Result<GrammarLists> GrammarLists::open(const DataFile& data) {
  auto bytes = data.section("grammar");
  if (!bytes) return fail(bytes.error());
  SectionReader section(*bytes);
  GrammarLists lists;
  lists.table_ = StringTable::read(section);
  lists.traits_ = section.rows<std::uint64_t>();
  lists.counts_ = StringTable::read(section);
  lists.count_words_ = section.rows<CountWord>();
  lists.phrase_filter_ = section.rows<std::uint64_t>();
  lists.count_filter_ = section.rows<std::uint64_t>();
  if (!section.ok() || lists.phrase_filter_.size() != WordFilter::rows ||
      lists.count_filter_.size() != WordFilter::rows) {
    return fail(ErrorCode::unavailable, "the section \"grammar\" is of another version");
  }
  return lists;
}

Traits GrammarLists::traits(char kind, std::string_view word) const {
  const std::uint32_t found = table_.find(Key{std::string_view(&kind, 1), word}.words());
  return found < traits_.size() ? Traits(traits_[found]) : Traits();
}

int GrammarLists::attachment(Side side, std::string_view lemma, std::string_view group,
                             std::string_view preposition) const {
  const std::string_view kind = side == Side::verb ? "V" : side == Side::noun ? "N" : "A";
  for (const std::string_view wanted : {preposition, std::string_view("*")}) {
    for (const std::string_view governor : {lemma, group, std::string_view("*")}) {
      if (governor.empty()) continue;
      const std::uint32_t found = table_.find(Key{kind, wanted, governor}.words());
      if (found != StringTable::missing) return static_cast<int>(found) - weight_base;
    }
  }
  return 0;
}

Phrase GrammarLists::phrase(std::string_view words) const {
  const std::uint32_t found = table_.find(Key{"p", words}.words());
  return found == StringTable::missing ? Phrase::none : static_cast<Phrase>(found);
}

bool GrammarLists::is_preposition(std::string_view word) const {
  return table_.find(Key{"V", word, "*"}.words()) != StringTable::missing;
}

bool GrammarLists::begins_phrase(std::string_view word) const {
  return WordFilter::may_hold(phrase_filter_, word) &&
         table_.find(Key{"b", word}.words()) != StringTable::missing;
}

std::optional<CountWord> GrammarLists::count_word(std::string_view words) const {
  if (!WordFilter::may_hold(count_filter_, words)) return std::nullopt;
  const std::uint32_t found = counts_.find(words);
  if (found >= count_words_.size()) return std::nullopt;
  return count_words_[found];
}

bool GrammarLists::takes_particle(std::string_view verb_lemma, std::string_view particle) const {
  return table_.find(Key{"r", particle, verb_lemma}.words()) != StringTable::missing;
}

}  // namespace nutgraf
