#include "extract/lexicon/data_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

// The hash of a short word is computed where it is asked for.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

namespace nutgraf {
namespace {

static_assert(std::endian::native == std::endian::little);
constexpr std::string_view magic = "NGDATA02";
constexpr std::size_t name_size = 24;
constexpr std::size_t entry_size = name_size + 16;
constexpr std::size_t alignment = 64;

template <typename Number>
Number number_at(const std::byte* place) {
  Number value{};
  std::memcpy(&value, place, sizeof value);
  return value;
}

template <typename Number>
void append(std::string& out, Number value) {
  std::array<char, sizeof value> bytes{};
  std::memcpy(bytes.data(), &value, sizeof value);
  out.append(bytes.data(), bytes.size());
}

std::size_t rounded(std::size_t size, std::size_t step) { return (size + step - 1) / step * step; }

tl::unexpected<Error> io_error(const std::string& path, const std::string& message) {
  return fail(Error{ErrorCode::io, message, path, 0, 0, {}});
}

}  // namespace

Result<DataFile> DataFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return io_error(path, "cannot open the data file: " + std::generic_category().message(errno));
  struct stat info {};
  if (::fstat(file, &info) != 0 || info.st_size < 24) {
    ::close(file);
    return io_error(path, "not a nutgraf data file: it is too short");
  }
  DataFile out;
  out.size_ = static_cast<std::size_t>(info.st_size);
  out.map_ = ::mmap(nullptr, out.size_, PROT_READ, MAP_SHARED, file, 0);
  const int mapping_error = errno;
  ::close(file);
  if (out.map_ == MAP_FAILED) {
    out.map_ = nullptr;
    return io_error(path,
                    "cannot map the data file: " + std::generic_category().message(mapping_error));
  }
  const auto* bytes = static_cast<const std::byte*>(out.map_);
  if (std::memcmp(bytes, magic.data(), magic.size()) != 0) {
    return io_error(path, "not a nutgraf data file of this version: it does not begin with " +
                              std::string(magic));
  }
  const std::size_t count = number_at<std::uint32_t>(bytes + 8);
  const std::size_t directory_end = 16 + count * entry_size;
  if (directory_end + 8 > out.size_) return io_error(path, "the data file is cut short");
  for (std::size_t i = 0; i < count; ++i) {
    const std::byte* entry = bytes + 16 + i * entry_size;
    const auto* name = reinterpret_cast<const char*>(entry);
    const auto offset = number_at<std::uint64_t>(entry + name_size);
    const auto size = number_at<std::uint64_t>(entry + name_size + 8);
    if (offset > out.size_ || size > out.size_ - offset) {
      return io_error(path, "the data file is cut short");
    }
    out.sections_.emplace(std::string(name, ::strnlen(name, name_size)),
                          Bytes{bytes + offset, static_cast<std::size_t>(size)});
  }
  out.hash_ = number_at<std::uint64_t>(bytes + directory_end);
  return out;
}

DataFile::DataFile(DataFile&& other) noexcept
    : map_(std::exchange(other.map_, nullptr)),
      size_(other.size_),
      hash_(other.hash_),
      sections_(std::move(other.sections_)) {}

DataFile& DataFile::operator=(DataFile&& other) noexcept {
  std::swap(map_, other.map_);
  std::swap(size_, other.size_);
  std::swap(hash_, other.hash_);
  std::swap(sections_, other.sections_);
  return *this;
}

DataFile::~DataFile() {
  if (map_ != nullptr) ::munmap(map_, size_);
}

Result<Bytes> DataFile::section(std::string_view name) const {
  const auto found = sections_.find(name);
  if (found == sections_.end()) {
    return fail(ErrorCode::io, "the data file has no section \"" + std::string(name) +
                                   "\": it was made by another version; build it again");
  }
  return found->second;
}

void DataWriter::add(std::string name, std::string bytes) {
  assert(name.size() < name_size);
  [[maybe_unused]] const bool added = sections_.emplace(std::move(name), std::move(bytes)).second;
  assert(added);
}

Result<void> DataWriter::write(const std::string& path) const {
  std::string head(magic);
  append(head, static_cast<std::uint32_t>(sections_.size()));
  append(head, std::uint32_t{0});
  std::size_t offset = rounded(head.size() + sections_.size() * entry_size + 8, alignment);
  XXH3_state_t* state = XXH3_createState();
  XXH3_64bits_reset(state);
  for (const auto& [name, bytes] : sections_) {
    std::array<char, name_size> padded{};
    std::memcpy(padded.data(), name.data(), name.size());
    head.append(padded.data(), padded.size());
    append(head, static_cast<std::uint64_t>(offset));
    append(head, static_cast<std::uint64_t>(bytes.size()));
    offset = rounded(offset + bytes.size(), alignment);
    XXH3_64bits_update(state, padded.data(), padded.size());
    XXH3_64bits_update(state, bytes.data(), bytes.size());
  }
  append(head, static_cast<std::uint64_t>(XXH3_64bits_digest(state)));
  XXH3_freeState(state);

  std::ofstream out(path + ".new", std::ios::binary | std::ios::trunc);
  std::size_t written = 0;
  const auto put = [&](std::string_view bytes) {
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const std::string padding(rounded(bytes.size(), alignment) - bytes.size(), '\0');
    out.write(padding.data(), static_cast<std::streamsize>(padding.size()));
    written += bytes.size() + padding.size();
  };
  put(head);
  for (const auto& [name, bytes] : sections_) put(bytes);
  out.close();
  if (!out) return io_error(path, "cannot write the data file");
  if (std::rename((path + ".new").c_str(), path.c_str()) != 0) {
    return io_error(path, "cannot put the data file in place");
  }
  return {};
}

// A part: row size u32, zero u32, count u64, the rows, padding to 8.
void SectionWriter::put(const void* data, std::size_t count, std::size_t row_size) {
  append(bytes_, static_cast<std::uint32_t>(row_size));
  append(bytes_, std::uint32_t{0});
  append(bytes_, static_cast<std::uint64_t>(count));
  if (count != 0) bytes_.append(static_cast<const char*>(data), count * row_size);
  bytes_.append(rounded(bytes_.size(), 8) - bytes_.size(), '\0');
}

const void* SectionReader::take(std::size_t row_size, std::size_t& count) {
  count = 0;
  if (!ok_ || bytes_.size() - at_ < 16 || number_at<std::uint32_t>(&bytes_[at_]) != row_size) {
    ok_ = false;
    return nullptr;
  }
  const auto told = number_at<std::uint64_t>(&bytes_[at_ + 8]);
  const std::size_t room = bytes_.size() - at_ - 16;
  if (told > room / row_size) {
    ok_ = false;
    return nullptr;
  }
  count = static_cast<std::size_t>(told);
  const void* data = bytes_.data() + at_ + 16;
  at_ += 16 + rounded(count * row_size, 8);
  if (at_ > bytes_.size()) at_ = bytes_.size();
  return data;
}

namespace {

// A hash for short words: eight bytes a step, the tail by two loads that may overlap (after wyhash,
// Wang Yi). It lies in the file and decides no order that anyone sees.
std::uint32_t hash_of(std::string_view key) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15ULL;
  const char* at = key.data();
  std::size_t left = key.size();
  std::uint64_t out = left * factor;
  const auto mix = [&out](std::uint64_t value) {
    out = (out ^ value) * factor;
    out ^= out >> 32U;
  };
  for (; left >= 8; at += 8, left -= 8) {
    std::uint64_t value = 0;
    std::memcpy(&value, at, 8);
    mix(value);
  }
  if (left >= 4) {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::memcpy(&low, at, 4);
    std::memcpy(&high, at + left - 4, 4);
    mix(std::uint64_t{high} << 32U | low);
  } else if (left > 0) {
    const auto byte = [at](std::size_t i) { return static_cast<unsigned char>(at[i]); };
    mix(std::uint64_t{byte(0)} | std::uint64_t{byte(left / 2)} << 8U |
        std::uint64_t{byte(left - 1)} << 16U);
  }
  return static_cast<std::uint32_t>(out ^ (out >> 29U));
}

// Where a hash has its bit in the filter: by its upper bits, as the slots go by the lower ones.
std::size_t filter_word(std::uint32_t hash) { return hash >> 14U; }
std::uint64_t filter_bit(std::uint32_t hash) { return std::uint64_t{1} << (hash >> 8U & 63U); }

}  // namespace

StringTable StringTable::read(SectionReader& section) {
  StringTable out;
  out.slots_ = section.rows<Slot>();
  out.filter_ = section.rows<std::uint64_t>();
  out.pool_ = section.text();
  for (const std::uint64_t size : section.rows<std::uint64_t>()) {
    out.size_ = static_cast<std::size_t>(size);
  }
  return out;
}

void StringTable::write(SectionWriter& section,
                        std::span<const std::pair<std::string, std::uint32_t>> entries) {
  std::vector<Slot> slots(std::bit_ceil(entries.size() * 2 + 1));
  std::vector<std::uint64_t> filter(std::max(slots.size() / filter_slots, std::size_t{1}));
  std::string pool;
  std::uint64_t size = 0;
  for (const auto& [key, value] : entries) {
    assert(value != missing);
    const auto hash = hash_of(key);
    std::size_t at = hash & (slots.size() - 1);
    bool twice = false;
    while (slots[at].value != missing) {
      if (slots[at].hash == hash &&
          std::string_view(pool).substr(slots[at].key, slots[at].length) == key) {
        twice = true;
        break;
      }
      at = (at + 1) & (slots.size() - 1);
    }
    if (twice) continue;
    slots[at] = Slot{hash, static_cast<std::uint32_t>(pool.size()),
                     static_cast<std::uint32_t>(key.size()), value};
    pool += key;
    ++size;
    filter[filter_word(hash) & (filter.size() - 1)] |= filter_bit(hash);
  }
  section.rows<Slot>(slots);
  section.rows<std::uint64_t>(filter);
  section.text(pool);
  section.rows<std::uint64_t>(std::span(&size, 1));
}

std::uint32_t StringTable::find(std::string_view key) const {
  if (slots_.empty() || filter_.empty()) return missing;
  const auto hash = hash_of(key);
  if ((filter_[filter_word(hash) & (filter_.size() - 1)] & filter_bit(hash)) == 0) return missing;
  for (std::size_t at = hash & (slots_.size() - 1); slots_[at].value != missing;
       at = (at + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[at];
    if (slot.hash == hash && slot.length == key.size() &&
        pool_.substr(slot.key, slot.length) == key) {
      return slot.value;
    }
  }
  return missing;
}

}  // namespace nutgraf
