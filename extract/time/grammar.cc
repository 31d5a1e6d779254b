#include "extract/time/grammar.h"

#include <algorithm>

#include "extract/time/holiday.h"
#include "extract/time/matcher.h"
#include "extract/time/number_token.h"
#include "extract/time/rule_file.h"

namespace nutgraf {
namespace {

constexpr std::size_t longest_word = 16;  // bytes; no word of time is longer

// Whether the word may be a word of time, as it is written and tagged here.
bool fits(std::uint16_t needs, const Token& token) {
  const bool noun = token.tag == Tag::none || is_noun(token.tag) || token.tag == Tag::CD;
  switch (needs) {
    case 1:
      return token.shape.capitalised || token.folded.starts_with("mid-");
    case 2:
      if (token.folded.starts_with("mid-")) return true;
      return token.shape.capitalised && (noun || token.tag == Tag::FW);
    case 3:
      return noun;
    case 4:
      // Reports in capitals are tagged as if they were not.
      return !token.shape.capitalised || token.shape.sentence_start ||
             (token.shape.all_capitals && noun && !is_proper_noun(token.tag));
    default:
      return true;
  }
}

}  // namespace

Result<TimeGrammar> TimeGrammar::open(const DataFile& data, const Lexicon& lexicon) {
  const auto words = data.section("time.words");
  if (!words) return fail(words.error());
  const auto rules = data.section("time.rules");
  if (!rules) return fail(rules.error());
  TimeGrammar grammar;
  SectionReader word_reader(*words);
  grammar.table_ = StringTable::read(word_reader);
  grammar.words_ = word_reader.rows<TimeWordRow>();
  grammar.values_ = word_reader.rows<TimeValueRow>();
  grammar.holidays_ = word_reader.rows<HolidayRow>();
  grammar.spelling_ends_ = word_reader.rows<std::uint32_t>();
  grammar.spellings_ = word_reader.text();
  SectionReader rule_reader(*rules);
  grammar.nodes_ = rule_reader.rows<TimeNodeRow>();
  grammar.edges_ = rule_reader.rows<TimeEdgeRow>();
  grammar.finals_ = rule_reader.rows<TimeFinalRow>();
  grammar.rules_ = rule_reader.rows<TimeRuleRow>();
  grammar.constants_ = rule_reader.rows<TimeConstantRow>();
  grammar.conditions_ = rule_reader.rows<TimeSymbolRow>();
  grammar.names_ = rule_reader.text();
  if (!word_reader.ok() || !rule_reader.ok() || grammar.nodes_.size() < 2) {
    return fail(ErrorCode::unavailable, "the data file's rules of time are of another version");
  }
  grammar.index_words(lexicon);
  grammar.index_starts();
  return grammar;
}

std::string_view without_mid(std::string_view folded) {
  constexpr std::string_view prefix = "mid-";
  return folded.starts_with(prefix) ? folded.substr(prefix.size()) : folded;
}

void TimeGrammar::look_up(const Analysis& analysis, std::vector<TimeToken>& out) const {
  out.assign(analysis.tokens.size(), {});
  for (std::size_t at = 0; at < out.size(); ++at) {
    const Token& token = analysis.tokens[at];
    const std::string_view folded = without_mid(token.folded);
    out[at].mid = folded.size() != token.folded.size();
    if (token.shape.has_digit) out[at].classes = number_classes(folded);
    if (folded.size() > longest_word) continue;
    const std::uint32_t word = word_of(token, folded);
    if (word == StringTable::missing) continue;
    if (!fits(words_[word].needs, token)) continue;
    out[at].word = word;
    out[at].classes |= words_[word].classes;
  }
}

// Most tokens are words of the lexicon, and are not looked up by their letters again.
void TimeGrammar::index_words(const Lexicon& lexicon) {
  for (std::uint32_t word = 0; word + 1 < spelling_ends_.size(); ++word) {
    const std::uint32_t begin = spelling_ends_[word];
    const WordId id = lexicon.find(spellings_.substr(begin, spelling_ends_[word + 1] - begin));
    if (id == 0) continue;
    if (id >= by_lexicon_.size()) by_lexicon_.resize(id + 1, StringTable::missing);
    by_lexicon_[id] = word;
  }
}

void TimeGrammar::index_starts() {
  starts_.assign(words_.size(), 0);
  for (const std::size_t root : {std::size_t{0}, std::size_t{1}}) {
    const TimeNodeRow& row = nodes_[root];
    for (const TimeEdgeRow& edge : edges_.subspan(row.first_edge, row.edges)) {
      const auto kind = static_cast<TimeSymbol::Kind>(edge.symbol.kind);
      if (kind == TimeSymbol::Kind::literal) starts_[edge.symbol.code] = 1;
      if (kind == TimeSymbol::Kind::word_class) start_classes_ |= ClassMask{1} << edge.symbol.code;
    }
  }
  // What an amount begins with.
  start_classes_ |= mask_of(WordClass::A) | mask_of(WordClass::DIGITS) |
                    mask_of(WordClass::CARDINAL) | mask_of(WordClass::VAGUE) |
                    mask_of(WordClass::FRACTION);
}

std::uint32_t TimeGrammar::word_of(const Token& token, std::string_view folded) const {
  const bool whole = folded.size() == token.folded.size();
  if (token.word != 0 && whole) {
    return token.word < by_lexicon_.size() ? by_lexicon_[token.word] : StringTable::missing;
  }
  const std::uint32_t word = table_.find(folded);
  if (word != StringTable::missing || folded.size() < 2 || folded.back() != '.') return word;
  return table_.find(folded.substr(0, folded.size() - 1));  // "on 30 May. The …" as one token
}

std::optional<TimeMatch> TimeGrammar::match(const Analysis& analysis,
                                            std::span<const TimeToken> tokens, std::uint32_t begin,
                                            TokenRange sentence) const {
  TimeMatcher matcher(*this, analysis, tokens, sentence);
  return matcher.best(begin);
}

std::optional<std::int32_t> TimeGrammar::value(const TimeToken& token, WordClass word_class) const {
  if (token.word == StringTable::missing) return std::nullopt;
  const TimeWordRow& row = words_[token.word];
  for (const TimeValueRow& value : values_.subspan(row.first_value, row.values)) {
    if (value.word_class == static_cast<std::uint32_t>(word_class)) return value.value;
  }
  return std::nullopt;
}

bool TimeGrammar::word_is(std::string_view folded, WordClass word_class) const {
  const std::uint32_t word = table_.find(folded);
  return word != StringTable::missing && (words_[word].classes & mask_of(word_class)) != 0;
}

std::optional<DayRange> TimeGrammar::holiday(std::int32_t index, std::int32_t year) const {
  if (index < 0 || static_cast<std::size_t>(index) >= holidays_.size()) return std::nullopt;
  return holiday_in(holidays_[static_cast<std::size_t>(index)], year);
}

std::string_view TimeGrammar::rule_name(std::uint16_t rule) const {
  const TimeRuleRow& row = rules_[rule];
  return names_.substr(row.name, row.name_size);
}

}  // namespace nutgraf
