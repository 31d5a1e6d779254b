// From bytes of a text to the units that others count in, and back.
#ifndef NUTGRAF_EXTRACT_REPORT_OFFSETS_H_
#define NUTGRAF_EXTRACT_REPORT_OFFSETS_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/span.h"

namespace nutgraf {

enum class OffsetUnit : std::uint8_t { codepoints, utf8, utf16 };

std::optional<OffsetUnit> parse_offset_unit(std::string_view word);

// Built in one pass over the text; a lookup then counts at most 64 bytes. Requires valid UTF-8;
// `text` must outlive the map.
class OffsetMap {
 public:
  OffsetMap(std::string_view text, OffsetUnit unit);

  // Units before byte `position`; requires position <= text.size().
  std::uint32_t from_byte(std::uint32_t position) const;
  Span from_bytes(Span span) const { return {from_byte(span.begin), from_byte(span.end)}; }
  // The byte that has `units` units before it; nullopt beyond the end or inside a code point.
  std::optional<std::uint32_t> to_byte(std::uint32_t units) const;

 private:
  std::uint32_t count(std::uint32_t begin, std::uint32_t end) const;

  std::string_view text_;
  OffsetUnit unit_;
  bool identity_ = false;              // every byte is a unit
  std::vector<std::uint32_t> blocks_;  // units before each 64th byte
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_REPORT_OFFSETS_H_
