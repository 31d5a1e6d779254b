// The trigram model of tags as it lies in the data file: section "tagger".
//
// A hidden Markov model of the second order over the classes of Festival's model ("of" and
// punctuation are classes of their own, possessive pronouns are pronouns), as in Brants 2000,
// "TnT". All weights are 1000 ln p.
#ifndef NUTGRAF_EXTRACT_SYNTAX_TAG_MODEL_H_
#define NUTGRAF_EXTRACT_SYNTAX_TAG_MODEL_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "extract/analysis.h"
#include "extract/lexicon/data_file.h"
#include "extract/result.h"
#include "extract/syntax/tag.h"

namespace nutgraf {

// A hidden class of the model: index into TagModel::tag_of.
using TagClass = std::uint8_t;

class TagModel {
 public:
  struct Reading {
    TagClass tag_class = 0;
    std::uint8_t spare = 0;
    std::int16_t weight = 0;  // ln P(word | class)
  };
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  static Result<TagModel> open(const DataFile& data);

  // The tag that a class stands for; for punctuation Tag::none.
  Tag tag_of(TagClass tag_class) const { return static_cast<Tag>(tags_[tag_class]); }
  // The class of a tag (PRP$ is PRP's, TO's own); requires one.
  TagClass class_of(Tag tag) const { return class_of_.at(static_cast<std::size_t>(tag)); }
  TagClass punctuation() const { return class_of(Tag::period); }

  // The readings of a word of the lexicon; empty where nothing is known of it.
  std::span<const Reading> readings(WordId word) const {
    return readings_.subspan(words_[word].begin, words_[word].end - words_[word].begin);
  }
  // What the readings come to: the tags that the word may have, a bit for each, and the one that it
  // has most often; none where nothing is known.
  std::uint64_t may(WordId word) const { return may_[word]; }
  Tag most_frequent(WordId word) const { return static_cast<Tag>(most_[word]); }
  // The readings that small unknown words with this ending have: the longest known ending's.
  std::span<const Reading> guess(std::string_view folded) const;
  // The weight of a reading that is met `count` thousandths of a time in the model's texts.
  std::int32_t weight_of_count(TagClass tag_class, std::uint64_t count) const;
  // Back again: roughly how often, in thousandths, a word with this weight was met.
  std::int32_t log_count(Reading reading) const {
    return reading.weight + totals_[reading.tag_class];
  }
  // ln P(third | first, second).
  std::int32_t follows(TagClass first, TagClass second, TagClass third) const {
    return trigrams_[(first * classes_ + second) * classes_ + third];
  }
  // The tag that a mark or symbol always has ("%", "&", "—"), from data/lexicon/en/symbols.txt.
  std::optional<Tag> symbol(std::string_view token) const;

 private:
  TagModel() = default;

  std::size_t classes_ = 0;
  std::span<const std::uint8_t> tags_;  // by class
  std::span<const std::int16_t> trigrams_;
  std::span<const std::int32_t> totals_;  // 1000 ln of a class's count, in thousandths
  std::span<const Range> words_;          // by WordId
  std::span<const Reading> readings_;
  std::span<const std::uint64_t> may_;  // by WordId, bit t for Tag t
  std::span<const std::uint8_t> most_;  // by WordId, a Tag
  StringTable endings_;                 // to an index into ending_rows_
  std::span<const Range> ending_rows_;
  StringTable symbols_;  // to a Tag
  std::array<TagClass, static_cast<std::size_t>(Tag::count)> class_of_{};
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_TAG_MODEL_H_
