// Half-open ranges. A span cut out of the text is the very words (law 1).
#ifndef NUTGRAF_EXTRACT_SPAN_H_
#define NUTGRAF_EXTRACT_SPAN_H_

#include <compare>
#include <cstdint>
#include <string_view>

namespace nutgraf {

// Bytes [begin, end) of a report's text, on code point boundaries.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  friend auto operator<=>(const Span&, const Span&) = default;
};

// Requires span.end <= text.size().
inline std::string_view cut(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

// Tokens [begin, end) of a report, counted over the whole report.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(std::uint32_t token) const { return begin <= token && token < end; }
  bool contains(TokenRange other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(TokenRange other) const { return begin < other.end && other.begin < end; }

  friend auto operator<=>(const TokenRange&, const TokenRange&) = default;
};

// "No such token", "no such mention", …: an index that points nowhere.
inline constexpr std::uint32_t npos = 0xFFFFFFFFU;

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SPAN_H_
