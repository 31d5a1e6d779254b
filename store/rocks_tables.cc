#include "store/rocks_tables.h"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/options.h>
#include <rocksdb/table.h>
#include <rocksdb/transaction_log.h>
#include <rocksdb/utilities/checkpoint.h>
#include <rocksdb/write_batch.h>

#include <array>
#include <cstdarg>
#include <cstddef>

#include "graph/bytes.h"

namespace nutgraf {
namespace {

constexpr std::size_t megabyte = 1U << 20U;
constexpr std::uint64_t many_deletions = 50000;
constexpr std::string_view generation_key = "generation";  // in the default column family

Error error_of(const rocksdb::Status& status, const std::string& folder) {
  Error error;
  const std::string said = status.ToString();
  if (status.IsAborted()) {
    error = {ErrorCode::io, "interrupted", {}, 0, 0, {}};
  } else if (status.IsNoSpace()) {
    error = {ErrorCode::io, "no space is left for the store in " + folder, {}, 0, 0, {}};
  } else if (said.find("lock") != std::string::npos || status.IsBusy()) {
    error = {
        ErrorCode::unavailable,
        "the store in " + folder + " is locked by another process; wait for it, or give --wait",
        {},
        0,
        0,
        {}};
  } else if (status.IsCorruption() || status.IsNotFound() || status.IsInvalidArgument() ||
             said.find("No such file") != std::string::npos) {
    error = {ErrorCode::unavailable,
             "the store in " + folder +
                 " is damaged; restore a backup, or load a dump into a new store (" + said + ")",
             {},
             0,
             0,
             {}};
  } else {
    error = {ErrorCode::io, "the store in " + folder + ": " + said, {}, 0, 0, {}};
  }
  return error;
}

// RocksDB's own diary is not kept: 7.8 aborts the process when it cannot write to it (a full disk).
class NoDiary : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char* /*format*/, va_list /*words*/) override {}
};

// What every open replays before it answers, a few milliseconds. Flushed at each end, one report a
// command would write a file for every table, and soon rewrite whole tables to merge these.
constexpr std::uint64_t long_log = megabyte;

rocksdb::DBOptions database_options(bool create) {
  rocksdb::DBOptions options;
  options.create_if_missing = create;
  options.create_missing_column_families = create;
  options.error_if_exists = create;
  options.track_and_verify_wals_in_manifest = true;
  options.max_total_wal_size = 16 * megabyte;
  options.avoid_flush_during_recovery = true;  // else each open writes a file for every table
  options.db_write_buffer_size = 96 * megabyte;
  // Files are opened when they are first needed: one question reads a few of hundreds.
  options.max_open_files = 4096;
  options.max_background_jobs = 2;
  options.skip_stats_update_on_db_open = true;  // a look at every file, for compactions' sake
  options.info_log = std::make_shared<NoDiary>();
  options.max_bgerror_resume_count = 0;  // the next open recovers, not a thread of its own
  return options;
}

rocksdb::ColumnFamilyOptions family_options(const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::ColumnFamilyOptions options;
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.block_size = 8192;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.write_buffer_size = 32 * megabyte;
  options.compression = rocksdb::kLZ4Compression;
  options.bottommost_compression = rocksdb::kZSTD;
  options.level_compaction_dynamic_level_bytes = true;
  return options;
}

rocksdb::Slice slice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }
std::string_view view_of(const rocksdb::Slice& bytes) { return {bytes.data(), bytes.size()}; }

std::string prefix_of(Table table, std::uint8_t generation) {
  return table == Table::audit ? std::string() : std::string(1, static_cast<char>(generation));
}

}  // namespace

struct RocksDatabase::Parts {
  std::string folder;
  std::unique_ptr<rocksdb::DB> database;
  std::array<rocksdb::ColumnFamilyHandle*, table_count> families{};
  rocksdb::ColumnFamilyHandle* default_family = nullptr;
  bool write = false;
  bool (*stopped)() = nullptr;
  std::uint64_t deletions = 0;
  // The first write that failed. RocksDB 7.8 aborts the process when a log that failed is synced
  // again, so nothing more is written: what was acknowledged is in the files, the next open reads
  // it.
  rocksdb::Status failed;

  ~Parts() {
    if (!database) return;
    for (rocksdb::ColumnFamilyHandle* family : families) {
      if (family != nullptr) database->DestroyColumnFamilyHandle(family);
    }
    if (default_family != nullptr) database->DestroyColumnFamilyHandle(default_family);
  }
  rocksdb::ColumnFamilyHandle* family(Table table) const {
    return families.at(static_cast<std::size_t>(table));
  }
  Result<void> result(const rocksdb::Status& status) const {
    if (status.ok()) return {};
    return fail(error_of(status, folder));
  }
  Result<void> write_batch(rocksdb::WriteBatch& batch) {
    if (!failed.ok()) return result(failed);
    rocksdb::WriteOptions options;
    options.sync = true;
    failed = database->Write(options, &batch);
    return result(failed);
  }
};

// Keeps the database open as long as it lives.
class RocksView : public View {
 public:
  RocksView(std::shared_ptr<RocksDatabase::Parts> parts, std::uint8_t generation)
      : parts_(std::move(parts)), generation_(generation) {
    if (parts_->write) snapshot_ = parts_->database->GetSnapshot();
    options_.snapshot = snapshot_;
    options_.total_order_seek = true;
  }
  RocksView(const RocksView&) = delete;
  RocksView& operator=(const RocksView&) = delete;
  ~RocksView() override {
    for (auto& idle : idle_) idle.clear();
    if (snapshot_ != nullptr) parts_->database->ReleaseSnapshot(snapshot_);
  }

  std::optional<std::string> get(Table table, std::string_view key) const override {
    if (!going()) return std::nullopt;
    const std::string whole = prefix_of(table, generation_).append(key);
    rocksdb::PinnableSlice value;
    const rocksdb::Status status =
        parts_->database->Get(options_, parts_->family(table), whole, &value);
    if (status.ok()) return value.ToString();
    if (!status.IsNotFound()) status_ = status;
    return std::nullopt;
  }

  void get_many(Table table, const std::vector<std::string>& keys,
                const ValueVisitor& visit) const override {
    if (keys.size() < 2) return View::get_many(table, keys, visit);
    if (!going()) return;
    const std::string prefix = prefix_of(table, generation_);
    std::vector<std::string> whole;
    std::vector<rocksdb::Slice> slices;
    whole.reserve(keys.size());
    slices.reserve(keys.size());
    for (const std::string& key : keys) slices.push_back(slice(whole.emplace_back(prefix + key)));
    std::vector<rocksdb::PinnableSlice> values(keys.size());
    std::vector<rocksdb::Status> statuses(keys.size());
    parts_->database->MultiGet(options_, parts_->family(table), keys.size(), slices.data(),
                               values.data(), statuses.data());
    for (std::size_t at = 0; at < keys.size(); ++at) {
      if (!statuses[at].ok() && !statuses[at].IsNotFound()) {
        status_ = statuses[at];
        return;
      }
      const bool there = statuses[at].ok();
      if (!visit(at, there ? std::optional(view_of(values[at])) : std::nullopt) || !going()) return;
    }
  }

  void scan(Table table, std::string_view from, std::string_view until,
            const RowVisitor& visit) const override {
    if (!going()) return;
    const std::string prefix = prefix_of(table, generation_);
    const std::string begin = prefix + std::string(from);
    std::string end = until.empty() ? after_prefix(prefix) : prefix + std::string(until);
    std::unique_ptr<Cursor> cursor = take(table, std::move(end));
    rocksdb::Iterator& rows = *cursor->rows;
    for (rows.Seek(begin); rows.Valid() && going(); rows.Next()) {
      if (!visit(view_of(rows.key()).substr(prefix.size()), view_of(rows.value()))) break;
    }
    if (status_.ok() && !rows.status().ok()) status_ = rows.status();
    if (status_.ok() && !cursor->end.empty()) give_back(table, std::move(cursor));
  }

  Result<void> status() const override { return parts_->result(status_); }

 private:
  // An iterator and the bound that it looks at whenever it seeks: it serves one scan after another,
  // for making one costs as much as seeking.
  struct Cursor {
    std::string end;  // empty: no bound
    rocksdb::Slice bound;
    std::unique_ptr<rocksdb::Iterator> rows;
  };

  std::unique_ptr<Cursor> take(Table table, std::string end) const {
    auto& idle = idle_.at(static_cast<std::size_t>(table));
    std::unique_ptr<Cursor> out;
    if (!idle.empty() && !end.empty()) {
      out = std::move(idle.back());
      idle.pop_back();
    } else {
      out = std::make_unique<Cursor>();
    }
    out->end = std::move(end);
    out->bound = slice(out->end);
    if (!out->rows) {
      rocksdb::ReadOptions options = options_;
      if (!out->end.empty()) options.iterate_upper_bound = &out->bound;
      out->rows.reset(parts_->database->NewIterator(options, parts_->family(table)));
    }
    return out;
  }
  void give_back(Table table, std::unique_ptr<Cursor> cursor) const {
    constexpr std::size_t most = 2;  // of one table, for scans within scans
    auto& idle = idle_.at(static_cast<std::size_t>(table));
    if (idle.size() < most) idle.push_back(std::move(cursor));
  }

  bool going() const {
    if (status_.ok() && parts_->stopped != nullptr && parts_->stopped()) {
      status_ = rocksdb::Status::Aborted();
    }
    return status_.ok();
  }

  std::shared_ptr<RocksDatabase::Parts> parts_;
  std::uint8_t generation_;
  const rocksdb::Snapshot* snapshot_ = nullptr;
  rocksdb::ReadOptions options_;
  mutable rocksdb::Status status_;
  mutable std::array<std::vector<std::unique_ptr<Cursor>>, table_count> idle_;
};

RocksDatabase::RocksDatabase(std::shared_ptr<Parts> parts) : parts_(std::move(parts)) {}
RocksDatabase::~RocksDatabase() = default;

Result<std::shared_ptr<RocksDatabase>> RocksDatabase::open(const std::string& folder, bool write,
                                                           bool create) {
  // What a reader looks up stays: a question about a busy actor reads tens of thousands of rows.
  const std::shared_ptr<rocksdb::Cache> cache = rocksdb::NewLRUCache((write ? 64 : 256) * megabyte);
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  families.emplace_back(rocksdb::kDefaultColumnFamilyName, family_options(cache));
  for (std::size_t i = 0; i < table_count; ++i) {
    families.emplace_back(std::string(to_string(static_cast<Table>(i))), family_options(cache));
  }
  auto parts = std::make_shared<Parts>();
  parts->folder = folder;
  parts->write = write;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* database = nullptr;
  const rocksdb::Status status =
      write ? rocksdb::DB::Open(database_options(create), folder, families, &handles, &database)
            : rocksdb::DB::OpenForReadOnly(database_options(false), folder, families, &handles,
                                           &database);
  if (!status.ok()) return fail(error_of(status, folder));
  parts->database.reset(database);
  parts->default_family = handles.front();
  for (std::size_t i = 0; i < table_count; ++i) parts->families.at(i) = handles[i + 1];
  return std::shared_ptr<RocksDatabase>(new RocksDatabase(std::move(parts)));
}

std::unique_ptr<View> RocksDatabase::snapshot(std::uint8_t generation) {
  return std::make_unique<RocksView>(parts_, generation);
}

Result<void> RocksDatabase::commit(std::uint8_t generation, const std::vector<Change>& changes) {
  rocksdb::WriteBatch batch;
  for (const Change& change : changes) {
    const std::string key = prefix_of(change.table, generation) + change.key;
    if (change.after) {
      batch.Put(parts_->family(change.table), key, *change.after);
    } else {
      batch.Delete(parts_->family(change.table), key);
      ++parts_->deletions;
    }
  }
  return parts_->write_batch(batch);
}

Result<std::uint8_t> RocksDatabase::generation() {
  std::string value;
  const rocksdb::Status status = parts_->database->Get(
      rocksdb::ReadOptions(), parts_->default_family, slice(generation_key), &value);
  if (status.IsNotFound()) return std::uint8_t{0};
  if (!status.ok()) return fail(error_of(status, parts_->folder));
  return static_cast<std::uint8_t>(value.empty() ? 0 : value.front());
}

Result<void> RocksDatabase::enforce(std::uint8_t next, std::uint8_t last) {
  rocksdb::WriteBatch batch;
  batch.Put(parts_->default_family, slice(generation_key), std::string(1, static_cast<char>(next)));
  if (next != last) {
    const std::string from(1, static_cast<char>(last));
    for (std::size_t i = 0; i < table_count; ++i) {
      const auto table = static_cast<Table>(i);
      if (table != Table::audit) batch.DeleteRange(parts_->family(table), from, after_prefix(from));
    }
    parts_->deletions += many_deletions;
  }
  return parts_->write_batch(batch);
}

Result<void> RocksDatabase::erase_generation(std::uint8_t generation) {
  rocksdb::WriteBatch batch;
  const std::string from(1, static_cast<char>(generation));
  for (std::size_t i = 0; i < table_count; ++i) {
    const auto table = static_cast<Table>(i);
    if (table != Table::audit) batch.DeleteRange(parts_->family(table), from, after_prefix(from));
  }
  return parts_->write_batch(batch);
}

void RocksDatabase::stop_reads_when(bool (*stopped)()) { parts_->stopped = stopped; }

Result<void> RocksDatabase::flush_if_long() {
  rocksdb::VectorLogPtr logs;
  if (parts_->failed.ok()) parts_->failed = parts_->database->GetSortedWalFiles(logs);
  std::uint64_t bytes = 0;
  for (const std::unique_ptr<rocksdb::LogFile>& log : logs) {
    if (log->Type() == rocksdb::kAliveLogFile) bytes += log->SizeFileBytes();
  }
  return parts_->failed.ok() && bytes < long_log ? Result<void>() : flush();
}

Result<void> RocksDatabase::flush() {
  if (!parts_->failed.ok()) return parts_->result(parts_->failed);
  std::vector<rocksdb::ColumnFamilyHandle*> families(parts_->families.begin(),
                                                     parts_->families.end());
  families.push_back(parts_->default_family);
  parts_->failed = parts_->database->Flush(rocksdb::FlushOptions(), families);
  return parts_->result(parts_->failed);
}

Result<void> RocksDatabase::compact() {
  if (!parts_->failed.ok()) return parts_->result(parts_->failed);
  for (rocksdb::ColumnFamilyHandle* family : parts_->families) {
    const rocksdb::Status status =
        parts_->database->CompactRange(rocksdb::CompactRangeOptions(), family, nullptr, nullptr);
    if (!status.ok()) return parts_->result(status);
  }
  parts_->deletions = 0;
  return {};
}

bool RocksDatabase::wants_compaction() const { return parts_->deletions >= many_deletions; }

Result<void> RocksDatabase::checkpoint(const std::string& folder) {
  rocksdb::Checkpoint* made = nullptr;
  rocksdb::Status status = rocksdb::Checkpoint::Create(parts_->database.get(), &made);
  const std::unique_ptr<rocksdb::Checkpoint> checkpoint(made);
  if (status.ok()) status = checkpoint->CreateCheckpoint(folder);
  return parts_->result(status);
}

std::uint64_t RocksDatabase::bytes(Table table) {
  std::uint64_t out = 0;
  parts_->database->GetIntProperty(parts_->family(table),
                                   rocksdb::DB::Properties::kTotalSstFilesSize, &out);
  std::uint64_t held = 0;
  parts_->database->GetIntProperty(parts_->family(table),
                                   rocksdb::DB::Properties::kCurSizeAllMemTables, &held);
  return out + held;
}

Result<void> RocksTables::commit(const std::vector<Change>& changes) {
  if (Result<void> done = database_->commit(generation_, changes); !done) return done;
  for (const Change& change : changes) {
    if (change.table == Table::meta && change.key == "batch" && change.after && committed_) {
      committed_(static_cast<std::uint64_t>(cut_u32(*change.after, 0)) << 32U |
                 cut_u32(*change.after, 4));
    }
  }
  return {};
}

}  // namespace nutgraf
