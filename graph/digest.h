// Running digests: the sum modulo 2^128 of the hashes of a table's rows.
#ifndef NUTGRAF_GRAPH_DIGEST_H_
#define NUTGRAF_GRAPH_DIGEST_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/tables.h"

namespace nutgraf {

struct Digest {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  void add(std::string_view key, std::string_view value);
  void subtract(std::string_view key, std::string_view value);
  std::string bytes() const;  // 16, big-endian
  static Digest of_bytes(std::string_view bytes);
  std::string hex() const;

  friend bool operator==(const Digest&, const Digest&) = default;
};

// Under which a table's digest stands in Table::meta.
std::string digest_key(Table table);
// The changes, and those of the digests that follow from them.
std::vector<Change> with_digests(const View& view, std::vector<Change> changes);
// Counted from the rows.
Digest count_digest(const View& view, Table table, std::uint64_t& rows);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_DIGEST_H_
