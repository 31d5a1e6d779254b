// The one compiled file of lists, rules, model and gazetteer, memory-mapped.
//
//   "NGDATA02"            8 bytes
//   section count         u32, then u32 zero
//   directory             count x { name 24 bytes zero-padded, offset u64, size u64 }, by name
//   hash                  u64, XXH3 of every section's name and bytes, in order
//   sections              each starts on a multiple of 64
//
// Numbers are little-endian and aligned, so that tables are used where they lie: all threads and
// processes share the pages. The build writes it (`nutgraf-compile-data`), nothing else does.
#ifndef NUTGRAF_EXTRACT_LEXICON_DATA_FILE_H_
#define NUTGRAF_EXTRACT_LEXICON_DATA_FILE_H_

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "extract/result.h"

namespace nutgraf {

using Bytes = std::span<const std::byte>;

class DataFile {
 public:
  // Maps the file; an Error of code io when it is missing, cut short or of another format.
  static Result<DataFile> open(const std::string& path);

  DataFile(DataFile&& other) noexcept;
  DataFile& operator=(DataFile&& other) noexcept;
  DataFile(const DataFile&) = delete;
  DataFile& operator=(const DataFile&) = delete;
  ~DataFile();

  // The section's bytes, valid while this object lives (or any object moved from it); an Error that
  // names the section when the file has none of that name.
  Result<Bytes> section(std::string_view name) const;
  // The hash of all sections: two files with the same hash hold the same data.
  std::uint64_t hash() const { return hash_; }

 private:
  DataFile() = default;

  void* map_ = nullptr;
  std::size_t size_ = 0;
  std::uint64_t hash_ = 0;
  std::map<std::string, Bytes, std::less<>> sections_;
};

// Collects sections and writes the file.
class DataWriter {
 public:
  // Names are at most 23 bytes and different.
  void add(std::string name, std::string bytes);
  Result<void> write(const std::string& path) const;

 private:
  std::map<std::string, std::string, std::less<>> sections_;
};

// Builds the bytes of one section: rows of plain structs, strings, numbers, each part aligned to 8.
//
// What the writer puts with rows(), the reader takes with rows() in the same order.
class SectionWriter {
 public:
  template <typename Row>
  void rows(std::span<const Row> values) {
    static_assert(std::is_trivially_copyable_v<Row> && alignof(Row) <= 8);
    put(values.data(), values.size(), sizeof(Row));
  }
  void text(std::string_view bytes) { put(bytes.data(), bytes.size(), 1); }
  std::string take() { return std::move(bytes_); }

 private:
  void put(const void* data, std::size_t count, std::size_t row_size);
  std::string bytes_;
};

class SectionReader {
 public:
  explicit SectionReader(Bytes bytes) : bytes_(bytes) {}

  // The next part, where it lies in the mapping. A part of another row size, or none left, is a
  // section that this program did not write: ok() turns false and the part is empty.
  template <typename Row>
  std::span<const Row> rows() {
    static_assert(std::is_trivially_copyable_v<Row> && alignof(Row) <= 8);
    std::size_t count = 0;
    const void* data = take(sizeof(Row), count);
    return {static_cast<const Row*>(data), count};
  }
  std::string_view text() {
    const std::span<const char> part = rows<char>();
    return {part.data(), part.size()};
  }
  bool ok() const { return ok_; }

 private:
  const void* take(std::size_t row_size, std::size_t& count);
  Bytes bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

// A map from strings to 32-bit values that lies in a section: open addressing, keys in a pool, and
// in front of them a Bloom filter of one hash (Bloom 1970; eight bits a slot), small enough to stay
// in the cache: most words of a text are in few lists. Looking up allocates nothing.
class StringTable {
 public:
  static constexpr std::uint32_t missing = 0xFFFFFFFFU;

  // Takes the next four parts of the section.
  static StringTable read(SectionReader& section);
  // Writes these entries; a key that comes twice keeps its first value. Values are not `missing`.
  static void write(SectionWriter& section,
                    std::span<const std::pair<std::string, std::uint32_t>> entries);

  std::uint32_t find(std::string_view key) const;
  std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t key = 0;  // offset in the pool
    std::uint32_t length = 0;
    std::uint32_t value = missing;  // missing: the slot is empty
  };
  static constexpr std::size_t filter_slots = 8;  // slots that share a word of the filter

  std::span<const Slot> slots_;            // a power of two
  std::span<const std::uint64_t> filter_;  // a power of two
  std::string_view pool_;
  std::size_t size_ = 0;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_LEXICON_DATA_FILE_H_
