#include "store/store.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "graph/bytes.h"
#include "graph/digest.h"
#include "store/rocks_tables.h"
#include "store/store_folder.h"

namespace nutgraf {
namespace {

namespace fs = std::filesystem;

// A read-only open beside a writer is tried again this long before it is given up.
constexpr auto read_patience = std::chrono::seconds(10);
constexpr auto read_pause = std::chrono::milliseconds(20);

struct Opened {
  std::shared_ptr<RocksDatabase> database;
  std::uint64_t acknowledged = 0;  // batches known to be durable before the open began
};

// RocksDB reads the list of tables first and the logs after. A writer that flushes in between
// takes away a log whose rows are in no table of that list, and the open succeeds without them.
// Logs are never reused: where the same ones stand before and after, every row that was
// acknowledged before was in a table of the list or in a log that was read.
Result<Opened> open_for_reading(const std::string& folder) {
  const auto end = std::chrono::steady_clock::now() + read_patience;
  for (;;) {
    const bool written_to = FolderLock::is_held(folder);
    const std::vector<std::string> logs = log_files(folder);
    const std::uint64_t acknowledged = read_batch_number(folder);
    Result<std::shared_ptr<RocksDatabase>> database = RocksDatabase::open(folder, false, false);
    const bool stable = log_files(folder) == logs;
    if (database && stable) return Opened{std::move(*database), acknowledged};
    // Without a writer the files do not change: what fails now will fail again.
    if (!database && stable && !written_to && !FolderLock::is_held(folder)) {
      return fail(database.error());
    }
    if (std::chrono::steady_clock::now() >= end) {
      if (!database) return fail(database.error());
      return fail(ErrorCode::unavailable, "the store in " + folder +
                                              " is written to faster than it can be opened; try "
                                              "again when the writer is done");
    }
    std::this_thread::sleep_for(read_pause);
  }
}

std::uint64_t batch_of(const View& view) {
  const std::optional<std::string> bytes = view.get(Table::meta, "batch");
  if (!bytes) return 0;
  return static_cast<std::uint64_t>(cut_u32(*bytes, 0)) << 32U | cut_u32(*bytes, 4);
}

}  // namespace

struct Store::Parts {
  std::string folder;
  Access access = Access::read;
  std::optional<FolderLock> lock;
  std::shared_ptr<RocksDatabase> database;
  std::unique_ptr<RocksTables> tables;
  std::unique_ptr<Knowledge> knowledge;
  std::unique_ptr<RocksTables> next_tables;
  std::unique_ptr<Knowledge> next_knowledge;

  void serve(std::uint8_t generation) {
    tables = std::make_unique<RocksTables>(
        database, generation, [this](std::uint64_t number) { write_batch_number(folder, number); });
    knowledge = std::make_unique<Knowledge>(*tables);
  }

  Result<void> close() {
    if (!database || access == Access::read) return {};
    Result<void> done = database->flush_if_long();
    if (done && database->wants_compaction()) done = database->compact();
    next_knowledge.reset();
    next_tables.reset();
    knowledge.reset();
    tables.reset();
    database.reset();
    lock.reset();
    return done;
  }
};

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&& other) noexcept {
  if (parts_) static_cast<void>(parts_->close());
  parts_ = std::move(other.parts_);
  return *this;
}
Store::~Store() {
  if (parts_) static_cast<void>(parts_->close());
}

bool Store::is_store(const std::string& folder) { return has_marker(folder); }

Result<Store> Store::create(const std::string& folder) {
  if (has_marker(folder)) return fail(ErrorCode::usage, folder + " holds a store already");
  if (!is_free(folder)) {
    return fail(ErrorCode::usage, folder + " is not empty; a store wants a folder of its own");
  }
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return fail(ErrorCode::io, "cannot make " + folder + ": " + error.message());
  {
    const Result<std::shared_ptr<RocksDatabase>> made = RocksDatabase::open(folder, true, true);
    if (!made) return fail(made.error());
    if (Result<void> done = (*made)->enforce(1, 1); !done) return fail(done.error());
    if (Result<void> done = (*made)->flush(); !done) return fail(done.error());
  }
  // The marker comes last: a folder without it is no store, only the leavings of one.
  if (Result<void> done = write_marker(folder); !done) return fail(done.error());
  return open(folder, Access::write, 0);
}

Result<Store> Store::open(const std::string& folder, Access access, unsigned wait_seconds) {
  if (Result<void> sound = check_marker(folder); !sound) return fail(sound.error());
  auto parts = std::make_unique<Parts>();
  parts->folder = folder;
  parts->access = access;
  // Read before the database is opened: what was acknowledged by then must be in it.
  std::uint64_t acknowledged = 0;
  if (access == Access::write) {
    Result<FolderLock> lock = FolderLock::take(folder, wait_seconds);
    if (!lock) return fail(lock.error());
    parts->lock.emplace(std::move(*lock));
    acknowledged = read_batch_number(folder);
    Result<std::shared_ptr<RocksDatabase>> database = RocksDatabase::open(folder, true, false);
    if (!database) return fail(database.error());
    parts->database = std::move(*database);
  } else {
    Result<Opened> opened = open_for_reading(folder);
    if (!opened) return fail(opened.error());
    parts->database = std::move(opened->database);
    acknowledged = opened->acknowledged;
  }
  const Result<std::uint8_t> generation = parts->database->generation();
  if (!generation) return fail(generation.error());
  parts->serve(*generation);
  const std::unique_ptr<View> view = parts->tables->snapshot();
  const std::uint64_t held = batch_of(*view);
  if (Result<void> status = view->status(); !status) return fail(status.error());
  if (held < acknowledged) {
    return fail(ErrorCode::unavailable,
                "the store in " + folder + " is damaged: its log was cut short after batch " +
                    std::to_string(held) + " of " + std::to_string(acknowledged) +
                    "; restore a backup, or load a dump into a new store");
  }
  return Store(std::move(parts));
}

Knowledge& Store::knowledge() { return *parts_->knowledge; }

std::unique_ptr<GraphReader> Store::reader() const { return parts_->knowledge->reader(); }

void Store::stop_reads_when(bool (*stopped)()) { parts_->database->stop_reads_when(stopped); }

Result<std::uint64_t> Store::batch() const { return read_batch_number(parts_->folder); }

Result<Knowledge*> Store::begin_rebuild() {
  const auto next = static_cast<std::uint8_t>(parts_->tables->generation() + 1U);
  if (Result<void> done = parts_->database->erase_generation(next); !done) {
    return fail(done.error());
  }
  parts_->next_tables = std::make_unique<RocksTables>(parts_->database, next, nullptr);
  const std::unique_ptr<View> old = parts_->tables->snapshot();
  std::vector<Change> changes;
  old->scan(Table::decision, {}, {}, [&](std::string_view key, std::string_view value) {
    changes.push_back({Table::decision, std::string(key), std::nullopt, std::string(value)});
    return true;
  });
  if (const std::optional<std::string> number = old->get(Table::meta, "batch")) {
    changes.push_back({Table::meta, "batch", std::nullopt, *number});
  }
  if (Result<void> status = old->status(); !status) return fail(status.error());
  const std::unique_ptr<View> empty = parts_->next_tables->snapshot();
  if (Result<void> done = parts_->next_tables->commit(with_digests(*empty, std::move(changes)));
      !done) {
    return fail(done.error());
  }
  parts_->next_knowledge = std::make_unique<Knowledge>(*parts_->next_tables);
  return parts_->next_knowledge.get();
}

Result<void> Store::finish_rebuild() {
  const std::uint8_t next = parts_->next_tables->generation();
  if (Result<void> done = parts_->database->enforce(next, parts_->tables->generation()); !done) {
    return done;
  }
  parts_->serve(next);
  parts_->next_knowledge.reset();
  parts_->next_tables.reset();
  write_batch_number(parts_->folder, batch_of(*parts_->tables->snapshot()));
  return {};
}

Result<void> Store::backup(const std::string& folder) const {
  if (!is_free(folder)) return fail(ErrorCode::usage, folder + " is not empty; name a new folder");
  std::error_code error;
  fs::remove(folder, error);  // a checkpoint wants to make the folder itself
  if (fs::path(folder).has_parent_path())
    fs::create_directories(fs::path(folder).parent_path(), error);
  if (Result<void> done = parts_->database->checkpoint(folder); !done) return done;
  return write_marker(folder);
}

Result<void> Store::compact() { return parts_->database->compact(); }

Result<StoreStats> Store::stats() const {
  StoreStats out;
  const std::unique_ptr<View> view = parts_->tables->snapshot();
  for (std::size_t i = 0; i < table_count; ++i) {
    const auto table = static_cast<Table>(i);
    std::uint64_t rows = 0;
    view->scan(table, {}, {}, [&](std::string_view, std::string_view) {
      ++rows;
      return true;
    });
    out.rows.emplace_back(to_string(table), rows);
    out.bytes.emplace_back(to_string(table), parts_->database->bytes(table));
  }
  out.bytes_on_disk = bytes_on_disk(parts_->folder);
  const Result<GraphCounts> graph = reader()->counts();
  if (!graph) return fail(graph.error());
  out.graph = *graph;
  const Result<std::string> rule_set = parts_->knowledge->rule_set();
  if (!rule_set) return fail(rule_set.error());
  out.rule_set = *rule_set;
  out.batch = batch_of(*view);
  return out;
}

Result<void> Store::close() { return parts_->close(); }

}  // namespace nutgraf
