// Tables in RocksDB. No type of RocksDB leaves store/rocks_tables.cc.
//
// Options and their reasons: docs/storage.md. The traps that they step around, each met in 7.8:
// a read-only open beside a live writer loses commits unless WALs are tracked in the manifest; cold
// column families pin the WAL; a prefix extractor hides keys from plain scans, so there is none;
// unflushed puts are replayed by every read-only open, so writers flush before they end.
#ifndef NUTGRAF_STORE_ROCKS_TABLES_H_
#define NUTGRAF_STORE_ROCKS_TABLES_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/result.h"
#include "graph/tables.h"

namespace nutgraf {

// One open database; generations share it.
class RocksDatabase {
 public:
  // One attempt. Fails with unavailable when it is locked or damaged, io when the disk refuses.
  static Result<std::shared_ptr<RocksDatabase>> open(const std::string& folder, bool write,
                                                     bool create);
  RocksDatabase(const RocksDatabase&) = delete;
  RocksDatabase& operator=(const RocksDatabase&) = delete;
  ~RocksDatabase();

  // Keys are whole here: a generation's byte stands before them, but not in Table::audit.
  std::unique_ptr<View> snapshot(std::uint8_t generation);
  Result<void> commit(std::uint8_t generation, const std::vector<Change>& changes);
  // The generation in force, 0 in an empty database.
  Result<std::uint8_t> generation();
  // In one write: puts `next` in force and deletes what `last` holds. With next = last it deletes
  // nothing; a generation that is not in force is deleted by `erase_generation`.
  Result<void> enforce(std::uint8_t next, std::uint8_t last);
  Result<void> erase_generation(std::uint8_t generation);

  // From now on reads of snapshots end with an io error, "interrupted", once it says true: it is
  // asked at every row.
  void stop_reads_when(bool (*stopped)());

  Result<void> flush();
  // Leaves a short log to be replayed by the next open.
  Result<void> flush_if_long();
  Result<void> compact();
  // Whether so much was deleted since the open that seeks would crawl over it.
  bool wants_compaction() const;
  Result<void> checkpoint(const std::string& folder);
  std::uint64_t bytes(Table table);

 private:
  struct Parts;
  explicit RocksDatabase(std::shared_ptr<Parts> parts);
  friend class RocksView;
  std::shared_ptr<Parts> parts_;
};

// One generation of a database.
class RocksTables : public Tables {
 public:
  // `committed` hears the number of each batch that is durable.
  RocksTables(std::shared_ptr<RocksDatabase> database, std::uint8_t generation,
              std::function<void(std::uint64_t)> committed)
      : database_(std::move(database)), generation_(generation), committed_(std::move(committed)) {}

  std::unique_ptr<View> snapshot() const override { return database_->snapshot(generation_); }
  Result<void> commit(const std::vector<Change>& changes) override;
  std::uint8_t generation() const { return generation_; }

 private:
  std::shared_ptr<RocksDatabase> database_;
  std::uint8_t generation_;
  std::function<void(std::uint64_t)> committed_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_STORE_ROCKS_TABLES_H_
