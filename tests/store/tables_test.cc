// A view of the disk beside one of memory: the same rows, whatever is asked of them and in what
// order.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "graph/memory_tables.h"
#include "store/rocks_tables.h"

using namespace nutgraf;
namespace fs = std::filesystem;

namespace {

using Rows = std::vector<std::string>;

std::string key_of_number(unsigned number) {
  return {static_cast<char>('a' + number / 26 % 26), static_cast<char>('a' + number % 26)};
}

Rows gotten(const View& view, const std::vector<std::string>& keys) {
  Rows out;
  view.get_many(Table::event, keys, [&](std::size_t at, std::optional<std::string_view> value) {
    out.push_back(keys[at] + "=" + std::string(value.value_or("none")));
    return out.size() < 40;
  });
  return out;
}

// The rows from one key to another; behind each, what a scan within the scan sees first.
Rows scanned(const View& view, const std::string& from, const std::string& until) {
  Rows out;
  view.scan(Table::event, from, until, [&](std::string_view key, std::string_view value) {
    out.push_back(std::string(key) + "=" + std::string(value));
    view.scan(Table::event, std::string(1, key[1]), {},
              [&](std::string_view inner, std::string_view) {
                out.push_back("  " + std::string(inner));
                return false;
              });
    view.scan_prefix(Table::event, key.substr(0, 1), [&](std::string_view inner, std::string_view) {
      out.back() += " " + std::string(inner);
      return true;
    });
    return out.size() < 30;
  });
  return out;
}

}  // namespace

TEST_CASE("law 5: many keys at once and scans within scans give what memory gives") {
  std::string folder = (fs::temp_directory_path() / "nutgraf-tables-XXXXXX").string();
  REQUIRE(::mkdtemp(folder.data()) != nullptr);
  {
    auto database = RocksDatabase::open(folder + "/db", true, true);
    REQUIRE(database.has_value());
    RocksTables disk(*database, 1, [](std::uint64_t) {});
    MemoryTables memory;
    std::mt19937 chance(20161103);
    for (unsigned batch = 0; batch < 12; ++batch) {
      std::vector<Change> changes;
      for (unsigned i = 0; i < 60; ++i) {
        const std::string key = key_of_number(static_cast<unsigned>(chance() % 676));
        const bool twice = std::any_of(changes.begin(), changes.end(),
                                       [&](const Change& change) { return change.key == key; });
        if (twice) continue;
        const std::optional<std::string> before = memory.snapshot()->get(Table::event, key);
        std::optional<std::string> after;
        if (!before || chance() % 3 != 0) after = std::to_string(chance() % 1000);
        changes.push_back({Table::event, key, before, after});
      }
      REQUIRE(disk.commit(changes).has_value());
      REQUIRE(memory.commit(changes).has_value());
      if (batch % 4 == 3) REQUIRE((*database)->flush().has_value());
      const auto one = disk.snapshot();
      const auto other = memory.snapshot();
      for (unsigned i = 0; i < 20; ++i) {
        std::vector<std::string> keys(chance() % 50);
        for (std::string& key : keys) key = key_of_number(static_cast<unsigned>(chance() % 676));
        CHECK(gotten(*one, keys) == gotten(*other, keys));
        const std::string from = key_of_number(static_cast<unsigned>(chance() % 676));
        const std::string until = key_of_number(static_cast<unsigned>(chance() % 676));
        if (until < from) continue;
        CHECK(scanned(*one, from, until) == scanned(*other, from, until));
        CHECK(scanned(*one, from, {}) == scanned(*other, from, {}));
      }
      CHECK(one->status().has_value());
    }
  }
  fs::remove_all(folder);
}
