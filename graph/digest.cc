#include "graph/digest.h"

#include <xxhash.h>

#include <array>
#include <map>
#include <utility>

#include "graph/bytes.h"

namespace nutgraf {
namespace {

XXH128_hash_t row_hash(std::string_view key, std::string_view value) {
  Packer packer;
  packer.number(key.size());
  std::string bytes = packer.take();
  bytes += key;
  bytes += value;
  return XXH3_128bits(bytes.data(), bytes.size());
}

}  // namespace

void Digest::add(std::string_view key, std::string_view value) {
  const XXH128_hash_t hash = row_hash(key, value);
  low += hash.low64;
  high += hash.high64 + (low < hash.low64 ? 1U : 0U);
}

void Digest::subtract(std::string_view key, std::string_view value) {
  const XXH128_hash_t hash = row_hash(key, value);
  high -= hash.high64 + (low < hash.low64 ? 1U : 0U);
  low -= hash.low64;
}

std::string Digest::bytes() const {
  std::string out;
  append_u64(out, high);
  append_u64(out, low);
  return out;
}

Digest Digest::of_bytes(std::string_view bytes) {
  const auto half = [&](std::size_t at) {
    return static_cast<std::uint64_t>(cut_u32(bytes, at)) << 32U | cut_u32(bytes, at + 4);
  };
  return {half(0), half(8)};
}

std::string Digest::hex() const {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes()) {
    const auto byte = static_cast<unsigned char>(c);
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

std::string digest_key(Table table) { return "digest/" + std::string(to_string(table)); }

std::vector<Change> with_digests(const View& view, std::vector<Change> changes) {
  std::map<Table, Digest> digests;
  for (const Change& change : changes) {
    if (change.table >= Table::meta) continue;
    const auto [found, fresh] = digests.try_emplace(change.table);
    if (fresh) {
      found->second =
          Digest::of_bytes(view.get(Table::meta, digest_key(change.table)).value_or(std::string()));
    }
    if (change.before) found->second.subtract(change.key, *change.before);
    if (change.after) found->second.add(change.key, *change.after);
  }
  for (const auto& [table, digest] : digests) {
    const std::string key = digest_key(table);
    changes.push_back({Table::meta, key, view.get(Table::meta, key), digest.bytes()});
  }
  return changes;
}

Digest count_digest(const View& view, Table table, std::uint64_t& rows) {
  Digest digest;
  view.scan(table, {}, {}, [&](std::string_view key, std::string_view value) {
    digest.add(key, value);
    ++rows;
    return true;
  });
  return digest;
}

}  // namespace nutgraf
