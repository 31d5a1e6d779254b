// Bytes of keys and values: big-endian integers in keys, varints in values.
//
// Packer and Unpacker have the same calls, so that one function that names a struct's fields writes
// and reads it, and the two cannot disagree (law 2).
#ifndef NUTGRAF_GRAPH_BYTES_H_
#define NUTGRAF_GRAPH_BYTES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "graph/node.h"

namespace nutgraf {

inline void append_u32(std::string& key, std::uint32_t value) {
  for (unsigned shift = 32; shift > 0; shift -= 8) {
    key += static_cast<char>(value >> (shift - 8) & 255U);
  }
}
inline void append_u64(std::string& key, std::uint64_t value) {
  append_u32(key, static_cast<std::uint32_t>(value >> 32U));
  append_u32(key, static_cast<std::uint32_t>(value));
}
template <typename Bytes>  // Id or ReportKey
void append(std::string& key, const Bytes& id) {
  key.append(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
}
template <typename Bytes>
std::string key_of(const Bytes& id) {
  std::string key;
  append(key, id);
  return key;
}
// Requires that many bytes from `at` on; what lacks is zero.
template <typename Bytes>
Bytes cut_id(std::string_view key, std::size_t at) {
  Bytes out;
  for (std::size_t i = 0; i < out.bytes.size() && at + i < key.size(); ++i) {
    out.bytes[i] = static_cast<std::uint8_t>(key[at + i]);
  }
  return out;
}
inline std::uint32_t cut_u32(std::string_view key, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = at; i < at + 4 && i < key.size(); ++i) {
    value = value << 8U | static_cast<std::uint8_t>(key[i]);
  }
  return value;
}

class Packer {
 public:
  static constexpr bool writing = true;

  void number(std::uint64_t value) {
    while (value >= 128) {
      bytes_ += static_cast<char>((value & 127U) | 128U);
      value >>= 7U;
    }
    bytes_ += static_cast<char>(value);
  }
  void size(std::size_t count) { number(count); }
  void raw(const std::uint8_t* data, std::size_t count) {
    bytes_.append(reinterpret_cast<const char*>(data), count);
  }
  void text(const std::string& words) {
    number(words.size());
    bytes_ += words;
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// After the first misfit everything reads as zero and empty, and good() is false.
class Unpacker {
 public:
  static constexpr bool writing = false;

  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (at_ >= bytes_.size()) return misfit();
      const auto byte = static_cast<std::uint8_t>(bytes_[at_++]);
      value |= static_cast<std::uint64_t>(byte & 127U) << shift;
      if (byte < 128) return value;
    }
    return misfit();
  }
  // A count of things of a byte at least: never more than there are bytes left.
  std::size_t size() {
    const std::uint64_t count = number();
    if (count > bytes_.size() - at_) return static_cast<std::size_t>(misfit());
    return static_cast<std::size_t>(count);
  }
  void raw(std::uint8_t* data, std::size_t count) {
    if (count > bytes_.size() - at_) {
      misfit();
      return;
    }
    for (std::size_t i = 0; i < count; ++i) data[i] = static_cast<std::uint8_t>(bytes_[at_ + i]);
    at_ += count;
  }
  std::string text() {
    const std::size_t count = size();
    std::string words(bytes_.substr(at_, count));
    at_ += count;
    return words;
  }
  std::uint64_t misfit() {
    good_ = false;
    at_ = bytes_.size();
    return 0;
  }
  bool good() const { return good_; }
  // All was well and nothing is left.
  bool done() const { return good_ && at_ == bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool good_ = true;
};

// pack(archive, field): one name for both directions.
template <typename T>
using Unsigned = std::enable_if_t<std::is_unsigned_v<T> && !std::is_same_v<T, bool>, int>;

template <typename T, Unsigned<T> = 0>
void pack(Packer& to, const T& value) {
  to.number(value);
}
template <typename T, Unsigned<T> = 0>
void pack(Unpacker& from, T& value) {
  const std::uint64_t number = from.number();
  value = static_cast<T>(number);
  if (value != number) from.misfit();
}

template <typename T>
using Signed = std::enable_if_t<std::is_signed_v<T>, int>;

template <typename T, Signed<T> = 0>
void pack(Packer& to, const T& value) {
  const auto wide = static_cast<std::int64_t>(value);
  to.number(static_cast<std::uint64_t>(wide) << 1U ^ static_cast<std::uint64_t>(wide >> 63));
}
template <typename T, Signed<T> = 0>
void pack(Unpacker& from, T& value) {
  const std::uint64_t number = from.number();
  const auto wide = static_cast<std::int64_t>(number >> 1U ^ (~(number & 1U) + 1U));
  value = static_cast<T>(wide);
  if (value != wide) from.misfit();
}

inline void pack(Packer& to, const bool& value) { to.number(value ? 1 : 0); }
inline void pack(Unpacker& from, bool& value) {
  const std::uint64_t number = from.number();
  if (number > 1) from.misfit();
  value = number == 1;
}
inline void pack(Packer& to, const std::string& words) { to.text(words); }
inline void pack(Unpacker& from, std::string& words) { words = from.text(); }
inline void pack(Packer& to, const Id& id) { to.raw(id.bytes.data(), id.bytes.size()); }
inline void pack(Unpacker& from, Id& id) { from.raw(id.bytes.data(), id.bytes.size()); }
inline void pack(Packer& to, const ReportKey& id) { to.raw(id.bytes.data(), id.bytes.size()); }
inline void pack(Unpacker& from, ReportKey& id) { from.raw(id.bytes.data(), id.bytes.size()); }

// An enumeration whose last word is `last`; a greater number is a misfit.
template <typename Enum>
void pack_enum(Packer& to, const Enum& value, Enum /*last*/) {
  to.number(static_cast<std::uint64_t>(value));
}
template <typename Enum>
void pack_enum(Unpacker& from, Enum& value, Enum last) {
  const std::uint64_t number = from.number();
  if (number > static_cast<std::uint64_t>(last)) from.misfit();
  value = from.good() ? static_cast<Enum>(number) : Enum{};
}

// An index that may be npos, which is the commonest: one up, so that npos takes one byte.
inline void pack_index(Packer& to, const std::uint32_t& value) { to.number(value + 1U); }
inline void pack_index(Unpacker& from, std::uint32_t& value) {
  pack(from, value);
  value -= 1U;
}

template <typename T, typename Each>
void pack_list(Packer& to, const std::vector<T>& values, const Each& each) {
  to.size(values.size());
  for (const T& value : values) each(to, value);
}
template <typename T, typename Each>
void pack_list(Unpacker& from, std::vector<T>& values, const Each& each) {
  values.resize(from.size());
  for (T& value : values) each(from, value);
}
template <typename T>
void pack(Packer& to, const std::vector<T>& values) {
  pack_list(to, values, [](Packer& each, const T& value) { pack(each, value); });
}
template <typename T>
void pack(Unpacker& from, std::vector<T>& values) {
  pack_list(from, values, [](Unpacker& each, T& value) { pack(each, value); });
}
template <typename T>
void pack(Packer& to, const std::optional<T>& value) {
  pack(to, value.has_value());
  if (value) pack(to, *value);
}
template <typename T>
void pack(Unpacker& from, std::optional<T>& value) {
  bool there = false;
  pack(from, there);
  value.reset();
  if (there) pack(from, value.emplace());
}

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_BYTES_H_
