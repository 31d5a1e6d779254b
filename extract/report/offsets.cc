#include "extract/report/offsets.h"

#include <algorithm>
#include <cassert>

namespace nutgraf {
namespace {

constexpr std::uint32_t block = 64;

// What a byte adds: its code point is counted at its first byte, in UTF-16 a four-byte one twice.
std::uint32_t units_of(char byte, OffsetUnit unit) {
  const auto value = static_cast<unsigned char>(byte);
  if ((value & 0xC0U) == 0x80U) return 0;
  return unit == OffsetUnit::utf16 && value >= 0xF0U ? 2 : 1;
}

}  // namespace

std::optional<OffsetUnit> parse_offset_unit(std::string_view word) {
  if (word == "codepoints") return OffsetUnit::codepoints;
  if (word == "utf8") return OffsetUnit::utf8;
  if (word == "utf16") return OffsetUnit::utf16;
  return std::nullopt;
}

OffsetMap::OffsetMap(std::string_view text, OffsetUnit unit) : text_(text), unit_(unit) {
  identity_ = unit == OffsetUnit::utf8 ||
              std::all_of(text.begin(), text.end(), [](char byte) { return (byte & 0x80) == 0; });
  if (identity_) return;
  blocks_.reserve(text.size() / block + 1);
  std::uint32_t units = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % block == 0) blocks_.push_back(units);
    units += units_of(text[i], unit);
  }
  if (text.size() % block == 0) blocks_.push_back(units);
}

std::uint32_t OffsetMap::count(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t units = 0;
  for (std::uint32_t i = begin; i < end; ++i) units += units_of(text_[i], unit_);
  return units;
}

std::uint32_t OffsetMap::from_byte(std::uint32_t position) const {
  assert(position <= text_.size());
  if (identity_) return position;
  const std::uint32_t start = position / block;
  return blocks_[start] + count(start * block, position);
}

std::optional<std::uint32_t> OffsetMap::to_byte(std::uint32_t units) const {
  if (identity_) return units <= text_.size() ? std::optional(units) : std::nullopt;
  const auto after = std::upper_bound(blocks_.begin(), blocks_.end(), units);
  auto at = static_cast<std::uint32_t>((after - blocks_.begin()) - 1) * block;
  std::uint32_t seen = blocks_[at / block];
  // A code point that a block cuts has been counted before the cut: step over its rest.
  while (at < text_.size() && (seen < units || units_of(text_[at], unit_) == 0)) {
    seen += units_of(text_[at], unit_);
    ++at;
  }
  return seen == units ? std::optional(at) : std::nullopt;
}

}  // namespace nutgraf
