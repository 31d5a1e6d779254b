#include "extract/syntax/tag_model.h"

#include <algorithm>

#include "extract/lexicon/milli_log.h"

namespace nutgraf {
namespace {

constexpr std::size_t longest_ending = 6;

}  // namespace

Result<TagModel> TagModel::open(const DataFile& data) {
  auto section = data.section("tagger");
  if (!section) return fail(section.error());
  SectionReader reader(*section);
  TagModel out;
  out.tags_ = reader.rows<std::uint8_t>();
  out.trigrams_ = reader.rows<std::int16_t>();
  out.totals_ = reader.rows<std::int32_t>();
  out.words_ = reader.rows<Range>();
  out.readings_ = reader.rows<Reading>();
  out.may_ = reader.rows<std::uint64_t>();
  out.most_ = reader.rows<std::uint8_t>();
  out.endings_ = StringTable::read(reader);
  out.ending_rows_ = reader.rows<Range>();
  out.symbols_ = StringTable::read(reader);
  out.classes_ = out.tags_.size();
  if (!reader.ok() || out.trigrams_.size() != out.classes_ * out.classes_ * out.classes_ ||
      out.may_.size() != out.words_.size() || out.most_.size() != out.words_.size()) {
    return fail(ErrorCode::unavailable,
                "the data file's tag model is of another version; build it again");
  }
  for (std::size_t i = out.classes_; i-- > 0;) {
    const auto tag_class = static_cast<TagClass>(i);
    out.class_of_.at(out.tags_[i]) = tag_class;
    if (out.tags_[i] == 0) out.class_of_.at(static_cast<std::size_t>(Tag::period)) = tag_class;
  }
  out.class_of_.at(static_cast<std::size_t>(Tag::PRPS)) = out.class_of(Tag::PRP);
  out.class_of_.at(static_cast<std::size_t>(Tag::WPS)) = out.class_of(Tag::WP);
  return out;
}

std::span<const TagModel::Reading> TagModel::guess(std::string_view folded) const {
  for (std::size_t size = std::min(longest_ending, folded.size()); size > 0; --size) {
    const std::uint32_t row = endings_.find(folded.substr(folded.size() - size));
    if (row != StringTable::missing) {
      return readings_.subspan(ending_rows_[row].begin,
                               ending_rows_[row].end - ending_rows_[row].begin);
    }
  }
  return readings_.subspan(ending_rows_[0].begin, ending_rows_[0].end - ending_rows_[0].begin);
}

std::int32_t TagModel::weight_of_count(TagClass tag_class, std::uint64_t count) const {
  return milli_log(std::max<std::uint64_t>(count, 1)) - totals_[tag_class];
}

std::optional<Tag> TagModel::symbol(std::string_view token) const {
  const std::uint32_t found = symbols_.find(token);
  if (found == StringTable::missing) return std::nullopt;
  return static_cast<Tag>(found);
}

}  // namespace nutgraf
