#include "extract/syntax/tag_repairs.h"

#include <algorithm>

namespace nutgraf {
namespace {

constexpr auto tag_count = static_cast<std::size_t>(Tag::count);
constexpr std::uint32_t near = 30;  // tokens on either side that VERBLESS looks at

// Whether some other token near `at` is a finite verb or a modal.
bool has_other_verb(const Analysis& desk, TokenRange sentence, std::uint32_t at) {
  const std::uint32_t begin = std::max(sentence.begin, at < near ? 0 : at - near);
  const std::uint32_t end = std::min(sentence.end, at + near);
  for (std::uint32_t i = begin; i < end; ++i) {
    const Tag tag = desk.tokens[i].tag;
    if (i != at && (is_finite_verb(tag) || tag == Tag::MD)) return true;
  }
  return false;
}

std::uint64_t bit(Tag tag) { return std::uint64_t{1} << static_cast<unsigned>(tag); }

}  // namespace

Result<TagRepairs> TagRepairs::open(const DataFile& data) {
  auto section = data.section("repairs");
  if (!section) return fail(section.error());
  SectionReader reader(*section);
  TagRepairs out;
  out.rules_ = reader.rows<Rule>();
  out.tests_ = reader.rows<Test>();
  out.words_ = reader.rows<std::uint32_t>();
  out.by_tag_ = reader.rows<std::uint32_t>();
  out.ranges_ = reader.rows<TagModel::Range>();
  out.pool_ = reader.text();
  if (!reader.ok() || out.ranges_.size() % tag_count != 0) {
    return fail(ErrorCode::unavailable,
                "the data file's repair rules are of another version; build it again");
  }
  return out;
}

bool TagRepairs::fits(const Lexicon& lexicon, const TagModel& model, const Token& token,
                      const Test& test) const {
  if ((test.tags & bit(token.tag)) != 0) return true;
  if (test.words > 0 && token.word != 0) {
    const auto words = words_.subspan(test.word, test.words);
    if (std::binary_search(words.begin(), words.end(), token.word)) return true;
  }
  if (test.ending_size > 0 && token.folded.ends_with(pool_.substr(test.ending, test.ending_size))) {
    return true;
  }
  if (test.may != 0) {
    for (const TagModel::Reading& reading : model.readings(token.word)) {
      if ((test.may & bit(model.tag_of(reading.tag_class))) != 0) return true;
    }
  }
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
  constexpr int farthest_skip = 8;
  const int step = test.position < 0 ? -1 : 1;
  int left = test.position < 0 ? -test.position : test.position;
  auto place = static_cast<std::int64_t>(at);
  int skipped = 0;
  while (left > 0) {
    place += step;
    const bool inside = place >= sentence.begin && place < sentence.end;
    if (!inside) return ((test.properties & edge) != 0) != (test.negated != 0);
    const Tag tag = desk.tokens[static_cast<std::size_t>(place)].tag;
    if ((test.skipped & bit(tag)) != 0 && skipped < farthest_skip) {
      ++skipped;
      continue;
    }
    --left;
  }
  const auto index = static_cast<std::uint32_t>(place);
  const bool lone = (test.properties & verbless) != 0 && !has_other_verb(desk, sentence, index);
  return (lone || fits(lexicon, model, desk.tokens[index], test)) != (test.negated != 0);
}

void TagRepairs::sweep(const Lexicon& lexicon, const TagModel& model, Analysis& desk,
                       TokenRange sentence, std::span<const TagModel::Range> ranges) const {
  for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
    Token& token = desk.tokens[at];
    TagModel::Range range = ranges[static_cast<std::size_t>(token.tag)];
    std::uint32_t next = 0;  // rules before this one were met already
    while (range.begin < range.end) {
      const std::uint32_t index = by_tag_[range.begin++];
      if (index < next) continue;
      const Rule& rule = rules_[index];
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
  for (std::size_t pass = 0; pass < ranges_.size(); pass += tag_count) {
    sweep(lexicon, model, desk, sentence, ranges_.subspan(pass, tag_count));
  }
}

}  // namespace nutgraf
