// Natural logarithms as whole thousandths, the same on every machine.
#ifndef NUTGRAF_EXTRACT_LEXICON_MILLI_LOG_H_
#define NUTGRAF_EXTRACT_LEXICON_MILLI_LOG_H_

#include <bit>
#include <cassert>
#include <cstdint>

namespace nutgraf {

// 1000 ln(x), cut to a whole number. Requires x > 0.
inline std::int32_t milli_log(std::uint64_t x) {
  assert(x > 0);
  // The binary logarithm bit by bit: squaring doubles it (Turner 2010, "A fast binary logarithm").
  const int whole = static_cast<int>(std::bit_width(x)) - 1;
  std::uint64_t mantissa = whole > 31 ? x >> (whole - 31) : x << (31 - whole);  // 1.31 fixed point
  std::uint64_t fraction = 0;
  for (int bit = 0; bit < 20; ++bit) {
    mantissa = (mantissa * mantissa) >> 31;
    fraction <<= 1;
    if (mantissa >= (std::uint64_t{1} << 32)) {
      mantissa >>= 1;
      fraction |= 1;
    }
  }
  const std::uint64_t log2 = (static_cast<std::uint64_t>(whole) << 20) | fraction;
  return static_cast<std::int32_t>((log2 * 693147181ULL / 1000000ULL) >> 20);
}

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_LEXICON_MILLI_LOG_H_
