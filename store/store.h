// The store: knowledge on disk, in one RocksDB. One process writes, others read.
//
// A folder belongs to a store when it holds the file NUTGRAF beside RocksDB's own. All failures of
// opening are ErrorCode::unavailable (exit code 4) and say what to do: locked by another process,
// damaged, or of another format; a folder that holds no store is not_found.
#ifndef NUTGRAF_STORE_STORE_H_
#define NUTGRAF_STORE_STORE_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "extract/result.h"
#include "graph/knowledge.h"
#include "graph/reader.h"

namespace nutgraf {

inline constexpr std::uint32_t store_format = 3;

enum class Access : std::uint8_t { read, write };

struct StoreStats {
  std::vector<std::pair<std::string, std::uint64_t>> rows;   // by table
  std::vector<std::pair<std::string, std::uint64_t>> bytes;  // on disk, by table
  std::uint64_t bytes_on_disk = 0;
  GraphCounts graph;
  std::string rule_set;
  std::uint32_t format = store_format;
  std::uint64_t batch = 0;  // number of batches written
};

class Store {
 public:
  // Makes an empty store; fails when the folder holds one, or anything else.
  static Result<Store> create(const std::string& folder);
  // Writers wait up to `wait_seconds` for the lock. Readers never lock; they may open beside a
  // writer and see what was committed when they opened.
  static Result<Store> open(const std::string& folder, Access access, unsigned wait_seconds);
  static bool is_store(const std::string& folder);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // Changes need Access::write.
  Knowledge& knowledge();
  // Valid while the store is open; not for other threads than its own, but each may have one.
  std::unique_ptr<GraphReader> reader() const;
  // From now on readers end with an io error, "interrupted", once it says true; it is asked at
  // every row that they read.
  void stop_reads_when(bool (*stopped)());
  // The number of the last batch, as the disk has it now: when it moved, a reader reopens.
  Result<std::uint64_t> batch() const;

  // Begins the next generation, empty: what is ingested through the knowledge it gives goes there,
  // and readers see the old one until `finish_rebuild`. Decisions go along. Killed before, the
  // old one stays.
  Result<Knowledge*> begin_rebuild();
  Result<void> finish_rebuild();

  Result<void> backup(const std::string& folder) const;  // a checkpoint: a store of its own
  Result<void> compact();
  Result<StoreStats> stats() const;
  // Flushes and lets go of the lock. Without it the destructor does so, deaf to errors.
  Result<void> close();

 private:
  struct Parts;
  explicit Store(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_STORE_STORE_H_
