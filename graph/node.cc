#include "graph/node.h"

#include <xxhash.h>

#include <algorithm>
#include <cstddef>

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, 4> kinds{"person", "group", "place", "event"};
constexpr std::array<std::string_view, 4> prefixes{"per:", "grp:", "loc:", "evt:"};
constexpr std::array<std::string_view, 12> roles{"ACTOR",   "TARGET", "PARTICIPANT", "INSTRUMENT",
                                                 "SAID_BY", "AT",     "FROM",        "TO",
                                                 "PLANS",   "DENIES", "MEMBER_OF",   "WITHIN"};
constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t letters = 26;
constexpr std::uint32_t chain_bit = 0x80000000U;

template <typename Enum, std::size_t size>
std::optional<Enum> value(const std::array<std::string_view, size>& words,
                          std::string_view wanted) {
  for (std::size_t i = 0; i < size; ++i) {
    if (words.at(i) == wanted) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

Id hash(std::string_view bytes) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  Id id;
  std::copy(std::begin(canonical.digest), std::end(canonical.digest), id.bytes.begin());
  return id;
}

// 128 bits as 26 letters of 5 bits, the first of which has 3.
std::string letters_of(const Id& id) {
  std::string out(letters, '0');
  std::uint32_t bits = 0;
  int held = 0;
  std::size_t at = letters;
  for (std::size_t i = id.bytes.size(); i-- > 0;) {
    bits |= static_cast<std::uint32_t>(id.bytes.at(i)) << static_cast<unsigned>(held);
    held += 8;
    while (held >= 5) {
      out[--at] = alphabet[bits & 31U];
      bits >>= 5U;
      held -= 5;
    }
  }
  out[--at] = alphabet[bits & 31U];
  return out;
}

std::optional<Id> id_of(std::string_view text) {
  if (text.size() != letters) return std::nullopt;
  Id id;
  std::uint32_t bits = 0;
  int held = 0;
  std::size_t at = id.bytes.size();
  for (std::size_t i = letters; i-- > 0;) {
    const std::size_t digit = alphabet.find(text[i]);
    if (digit == std::string_view::npos || (i == 0 && digit > 7)) return std::nullopt;
    bits |= static_cast<std::uint32_t>(digit) << static_cast<unsigned>(held);
    held += 5;
    if (held >= 8 && at > 0) {
      id.bytes.at(--at) = static_cast<std::uint8_t>(bits & 255U);
      bits >>= 8U;
      held -= 8;
    }
  }
  return id;
}

}  // namespace

std::string_view to_string(NodeKind kind) { return kinds.at(static_cast<std::size_t>(kind)); }
std::optional<NodeKind> parse_node_kind(std::string_view word) {
  return value<NodeKind>(kinds, word);
}
std::string_view to_string(Role role) { return roles.at(static_cast<std::size_t>(role)); }
std::optional<Role> parse_role(std::string_view word) { return value<Role>(roles, word); }

ReportKey report_key(std::string_view report_id) {
  std::string bytes("report");
  bytes += '\0';
  bytes += report_id;
  const Id id = hash(bytes);
  ReportKey key;
  std::copy_n(id.bytes.begin(), key.bytes.size(), key.bytes.begin());
  return key;
}

Id local_id(const ReportKey& report, std::uint32_t offset) {
  Id id;
  std::copy(report.bytes.begin(), report.bytes.end(), id.bytes.begin());
  for (std::size_t i = 0; i < 4; ++i) {
    id.bytes.at(15 - i) = static_cast<std::uint8_t>(offset >> (8 * i) & 255U);
  }
  return id;
}

Id chain_id(const ReportKey& report, std::uint32_t offset) {
  return local_id(report, offset | chain_bit);
}

ReportKey report_of(const Id& local) {
  ReportKey key;
  std::copy_n(local.bytes.begin(), key.bytes.size(), key.bytes.begin());
  return key;
}

std::uint32_t offset_of(const Id& local) {
  std::uint32_t offset = 0;
  for (std::size_t i = 12; i < 16; ++i) offset = offset << 8U | local.bytes.at(i);
  return offset & ~chain_bit;
}

Id named_id(NodeKind kind, std::string_view folded_name, std::string_view facet) {
  std::string bytes(to_string(kind));
  bytes += '\0';
  bytes += folded_name;
  bytes += '\0';
  bytes += facet;
  return hash(bytes);
}

Id place_id(std::string_view place) {
  std::string bytes("place");
  bytes += '\0';
  bytes += place;
  return hash(bytes);
}

std::string print_key(const NodeKey& key) {
  return std::string(prefixes.at(static_cast<std::size_t>(key.kind))) + letters_of(key.id);
}

std::optional<NodeKey> parse_key(std::string_view text) {
  if (text.substr(0, 7) == "loc:gn:" || text.substr(0, 6) == "loc:x:") {
    return NodeKey{NodeKind::place, place_id(text.substr(4))};
  }
  const std::optional<NodeKind> kind = value<NodeKind>(prefixes, text.substr(0, 4));
  if (!kind) return std::nullopt;
  const std::optional<Id> id = id_of(text.substr(4));
  if (!id) return std::nullopt;
  return NodeKey{*kind, *id};
}

}  // namespace nutgraf
