// What is no store, what a newer nutgraf made, and what the disk has damaged: a sentence, never
// another answer.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "store/store.h"
#include "tests/support/store_folder.h"

using namespace nutgraf;
namespace fs = std::filesystem;

namespace {

void flip_byte(const fs::path& path, std::uint64_t at) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(static_cast<std::streamoff>(at));
  const char byte = static_cast<char>(file.get());
  file.seekp(static_cast<std::streamoff>(at));
  file.put(static_cast<char>(byte ^ 0x40));
}

// The log of a closed store that holds its last commits.
fs::path log_of_store(const Folder& folder) {
  {
    Result<Store> store = Store::create(folder.store());
    for (unsigned i = 0; i < 20; ++i) {
      REQUIRE(store->knowledge().ingest({numbered(i)}, false).has_value());
    }
    REQUIRE(store->close().has_value());
  }
  const std::vector<fs::path> logs = files_ending(folder.store(), ".log");
  REQUIRE_FALSE(logs.empty());
  REQUIRE(fs::file_size(logs.back()) > 10000);
  return logs.back();
}

void check_damage_is_told(const Folder& folder) {
  for (const Access access : {Access::write, Access::read}) {
    const Result<Store> store = Store::open(folder.store(), access, 0);
    REQUIRE_FALSE(store.has_value());
    CHECK(store.error().code == ErrorCode::unavailable);
    CHECK(store.error().message.find("damaged") != std::string::npos);
  }
}

}  // namespace

TEST_CASE("what is no store, and what is one already") {
  const Folder folder;
  CHECK(Store::open(folder.store(), Access::read, 0).error().code == ErrorCode::not_found);
  REQUIRE(Store::create(folder.store()).has_value());
  CHECK(Store::create(folder.store()).error().code == ErrorCode::usage);
  std::ofstream(folder.path + "/something") << "else";
  CHECK(Store::create(folder.path).error().code == ErrorCode::usage);
}

TEST_CASE("a store of a newer format is refused with a sentence") {
  const Folder folder;
  REQUIRE(Store::create(folder.store()).has_value());
  std::ofstream(folder.store() + "/NUTGRAF") << "nutgraf store\nformat 99\n";
  const Error error = Store::open(folder.store(), Access::write, 0).error();
  CHECK(error.code == ErrorCode::unavailable);
  CHECK(error.message.find("format 99") != std::string::npos);
  CHECK(error.message.find("newer nutgraf") != std::string::npos);
}

TEST_CASE("a log cut short is noticed: nothing acknowledged is lost in silence") {
  const Folder folder;
  const fs::path log = log_of_store(folder);
  fs::resize_file(log, fs::file_size(log) / 2);
  check_damage_is_told(folder);
}

TEST_CASE("a flipped byte in a log is damage: nothing acknowledged is lost in silence") {
  const Folder folder;
  const fs::path log = log_of_store(folder);
  const std::uint64_t size = fs::file_size(log);
  for (std::uint64_t at = 100; at < size; at += size / 7) {
    flip_byte(log, at);
    const Result<Store> store = Store::open(folder.store(), Access::read, 0);
    REQUIRE_FALSE(store.has_value());
    CHECK(store.error().code == ErrorCode::unavailable);
    flip_byte(log, at);
  }
  CHECK(Store::open(folder.store(), Access::write, 0).has_value());
}

TEST_CASE("a flipped byte in a table file is damage, never another answer") {
  const Folder folder;
  {
    Result<Store> store = Store::create(folder.store());
    for (unsigned i = 0; i < 40; ++i) {
      REQUIRE(store->knowledge().ingest({numbered(i)}, false).has_value());
    }
    REQUIRE(store->compact().has_value());
    REQUIRE(store->close().has_value());
  }
  unsigned noticed = 0;
  const std::vector<fs::path> tables = files_ending(folder.store(), ".sst");
  REQUIRE(tables.size() > 10);
  for (const fs::path& table : tables) {
    flip_byte(table, 30);
    Result<Store> store = Store::open(folder.store(), Access::read, 0);
    const Result<VerifyOutcome> outcome =
        store ? store->knowledge().verify(false) : Result<VerifyOutcome>(fail(store.error()));
    if (!outcome) {
      CHECK(outcome.error().code == ErrorCode::unavailable);
      ++noticed;
    } else if (!outcome->problems.empty()) {
      ++noticed;
    }
    flip_byte(table, 30);
  }
  // The audit, the meta table and RocksDB's own are not summed, but their blocks are checked too.
  CHECK(noticed + 3 >= tables.size());
}
