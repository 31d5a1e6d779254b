#include "extract/syntax/tag_repairs.h"

#include <algorithm>

namespace nutgraf {
namespace {

constexpr auto tag_count = static_cast<std::size_t>(Tag::count);
constexpr std::uint32_t near = 30;  // tokens on either side that VERBLESS looks at

bool is_finite(Tag tag) { return is_finite_verb(tag) || tag == Tag::MD; }

// Whether some other token near `at` is a finite verb or a modal.
bool has_other_verb(const Analysis& desk, TokenRange sentence, std::uint32_t at) {
  const std::uint32_t begin = std::max(sentence.begin, at < near ? 0 : at - near);
  const std::uint32_t end = std::min(sentence.end, at + near);
  for (std::uint32_t i = begin; i < end; ++i) {
    const Tag tag = desk.tokens[i].tag;
    if (i != at && is_finite(tag)) return true;
  }
  return false;
}

// What parts clauses: marks, conjunctions, wh-words.
bool parts_clauses(Tag tag) {
  return tag >= Tag::comma || tag == Tag::CC || tag == Tag::WDT || tag == Tag::WP ||
         tag == Tag::WPS || tag == Tag::WRB;
}

// Whether some other token of the clause of `at` is a finite verb or a modal.
bool has_verb_beside(const Analysis& desk, TokenRange sentence, std::uint32_t at) {
  const std::uint32_t begin = std::max(sentence.begin, at < near ? 0 : at - near);
  const std::uint32_t end = std::min(sentence.end, at + near);
  for (std::uint32_t i = at; i-- > begin && !parts_clauses(desk.tokens[i].tag);) {
    if (is_finite(desk.tokens[i].tag)) return true;
  }
  for (std::uint32_t i = at + 1; i < end && !parts_clauses(desk.tokens[i].tag); ++i) {
    if (is_finite(desk.tokens[i].tag)) return true;
  }
  return false;
}

bool is_prose(const Analysis& desk, TokenRange sentence) {
  const std::uint32_t last = std::max(sentence.begin + 2, sentence.end) - 2;
  for (std::uint32_t i = last; i < sentence.end; ++i) {
    if (desk.tokens[i].tag == Tag::period) return true;
  }
  return false;
}

static_assert(tag_count < 63);
std::uint64_t bit(Tag tag) { return std::uint64_t{1} << static_cast<unsigned>(tag); }

// Where the test looks when it passes over some tags; outside the sentence when it runs past it.
std::int64_t place_past(const Analysis& desk, TokenRange sentence, std::uint32_t at,
                        const TagRepairs::Test& test) {
  constexpr int farthest_skip = 8;
  const int step = test.position < 0 ? -1 : 1;
  int left = test.position < 0 ? -test.position : test.position;
  auto place = static_cast<std::int64_t>(at);
  int skipped = 0;
  while (left > 0) {
    place += step;
    if (place < sentence.begin || place >= sentence.end) return place;
    const Tag tag = desk.tokens[static_cast<std::size_t>(place)].tag;
    if ((test.skipped & bit(tag)) != 0 && skipped < farthest_skip) {
      ++skipped;
      continue;
    }
    --left;
  }
  return place;
}

}  // namespace

Result<TagRepairs> TagRepairs::open(const DataFile& data) {
  auto section = data.section("repairs");
  if (!section) return fail(section.error());
  SectionReader reader(*section);
  TagRepairs out;
  out.rules_ = reader.rows<Rule>();
  out.tests_ = reader.rows<Test>();
  out.words_ = reader.rows<std::uint32_t>();
  out.passes_ = reader.rows<std::uint32_t>();
  out.by_tag_ = reader.rows<std::uint32_t>();
  out.ranges_ = reader.rows<TagModel::Range>();
  out.named_bits_ = reader.rows<std::uint64_t>();
  out.named_ = reader.rows<std::uint32_t>();
  out.of_word_ = reader.rows<TagModel::Range>();
  out.word_rules_ = reader.rows<std::uint32_t>();
  out.pool_ = reader.text();
  if (!reader.ok() || out.passes_.empty() ||
      out.ranges_.size() != (out.passes_.size() - 1) * tag_count ||
      out.named_.size() != out.of_word_.size()) {
    return fail(ErrorCode::unavailable,
                "the data file's repair rules are of another version; build it again");
  }
  return out;
}

bool TagRepairs::fits(const Lexicon& lexicon, const TagModel& model, const Token& token,
                      const Test& test) const {
  if (test.words > 0 && token.word != 0) {
    const auto words = words_.subspan(test.word, test.words);
    if (std::binary_search(words.begin(), words.end(), token.word)) return true;
  }
  if (test.ending_size > 0 && token.folded.ends_with(pool_.substr(test.ending, test.ending_size))) {
    return true;
  }
  if ((test.may & model.may(token.word)) != 0) return true;
  if (test.most != 0 && (test.most & bit(model.most_frequent(token.word))) != 0) return true;
  if (test.properties == 0) return false;
  const Shape shape = token.shape;
  return ((test.properties & capital) != 0 && shape.capitalised) ||
         ((test.properties & small) != 0 && !shape.capitalised && !shape.punctuation) ||
         ((test.properties & unknown) != 0 && token.word == 0) ||
         ((test.properties & quoted) != 0 && shape.in_quotes) ||
         ((test.properties & capitals) != 0 && shape.all_capitals) ||
         ((test.properties & attached) != 0 && !shape.space_before) ||
         ((test.properties & demonym) != 0 && shape.capitalised &&
          (lexicon.flags(token.word) & word_is_capital_adjective) != 0);
}

bool TagRepairs::holds(const Lexicon& lexicon, const TagModel& model, const Analysis& desk,
                       TokenRange sentence, std::uint32_t at, const Test& test) const {
  std::int64_t place = static_cast<std::int64_t>(at) + test.position;
  if (test.skipped != 0) place = place_past(desk, sentence, at, test);
  if (place < sentence.begin || place >= sentence.end) {
    return ((test.properties & edge) != 0) != (test.negated != 0);
  }
  const auto index = static_cast<std::uint32_t>(place);
  if ((test.tags & bit(desk.tokens[index].tag)) != 0) return test.negated == 0;
  const bool fitting =
      fits(lexicon, model, desk.tokens[index], test) ||
      ((test.properties & verbless) != 0 && !has_other_verb(desk, sentence, index)) ||
      ((test.properties & lone) != 0 && !has_verb_beside(desk, sentence, index)) ||
      ((test.properties & prose) != 0 && is_prose(desk, sentence));
  return fitting != (test.negated != 0);
}

// The rules that name the word at their own place, in order, over all passes.
std::span<const std::uint32_t> TagRepairs::rules_of_word(WordId word) const {
  const bool named = (named_bits_[word / 64] >> (word % 64) & 1U) != 0;
  if (!named) return {};
  const auto found = std::lower_bound(named_.begin(), named_.end(), word);
  const TagModel::Range range = of_word_[static_cast<std::size_t>(found - named_.begin())];
  return word_rules_.subspan(range.begin, range.end - range.begin);
}

void TagRepairs::sweep(const Lexicon& lexicon, const TagModel& model, Analysis& desk,
                       TokenRange sentence, std::size_t pass) const {
  const std::uint32_t end = passes_[pass + 1];
  const auto ranges = ranges_.subspan(pass * tag_count, tag_count);
  for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
    Token& token = desk.tokens[at];
    const auto of_word = rules_of_word(token.word);
    auto named = std::lower_bound(of_word.begin(), of_word.end(), passes_[pass]);
    TagModel::Range range = ranges[static_cast<std::size_t>(token.tag)];
    const std::uint64_t before = at > sentence.begin ? bit(desk.tokens[at - 1].tag) : outside;
    const std::uint64_t after = at + 1 < sentence.end ? bit(desk.tokens[at + 1].tag) : outside;
    std::uint32_t next = 0;  // rules before this one were met already
    while (true) {
      while (range.begin < range.end && by_tag_[range.begin] < next) ++range.begin;
      const std::uint32_t by_tag = range.begin < range.end ? by_tag_[range.begin] : end;
      const std::uint32_t by_word = named != of_word.end() ? std::min(*named, end) : end;
      const std::uint32_t index = std::min(by_tag, by_word);
      if (index >= end) break;
      if (index == by_word) {
        ++named;
      } else {
        ++range.begin;
      }
      const Rule& rule = rules_[index];
      if ((rule.from & bit(token.tag)) == 0 || (rule.before & before) == 0 ||
          (rule.after & after) == 0) {
        continue;
      }
      const auto tests = tests_.subspan(rule.first_test, rule.tests);
      const bool all = std::all_of(tests.begin(), tests.end(), [&](const Test& test) {
        return holds(lexicon, model, desk, sentence, at, test);
      });
      if (!all) continue;
      token.tag = static_cast<Tag>(rule.to);
      next = index + 1;
      range = ranges[static_cast<std::size_t>(token.tag)];
    }
  }
}

void TagRepairs::repair(const Lexicon& lexicon, const TagModel& model, Analysis& desk,
                        TokenRange sentence) const {
  for (std::size_t pass = 0; pass + 1 < passes_.size(); ++pass) {
    sweep(lexicon, model, desk, sentence, pass);
  }
}

}  // namespace nutgraf
