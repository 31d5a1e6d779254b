#include "store/store_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <thread>
#include <utility>

#include "store/store.h"

namespace nutgraf {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view marker_words = "nutgraf store\nformat ";
constexpr auto lock_pause = std::chrono::milliseconds(50);

std::string marker(const std::string& folder) { return (fs::path(folder) / "NUTGRAF").string(); }
std::string batch_file(const std::string& folder) {
  return (fs::path(folder) / "NUTGRAF.batch").string();
}

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Leading decimal digits.
std::uint64_t number_in(std::string_view words) {
  std::uint64_t out = 0;
  std::from_chars(words.data(), words.data() + words.size(), out);
  return out;
}

}  // namespace

Result<void> write_marker(const std::string& folder) {
  std::ofstream out(marker(folder), std::ios::binary | std::ios::trunc);
  out << marker_words << store_format << '\n';
  out.close();
  if (!out) return fail(ErrorCode::io, "cannot write in " + folder);
  return {};
}

Result<void> check_marker(const std::string& folder) {
  if (!has_marker(folder)) {
    return fail(ErrorCode::not_found,
                "no store in " + folder + "; `nutgraf init` or `nutgraf ingest` makes one");
  }
  const std::string words = content(marker(folder));
  if (words.compare(0, marker_words.size(), marker_words) != 0) {
    return fail(ErrorCode::unavailable,
                "the store in " + folder + " is damaged: its file NUTGRAF does not tell a format");
  }
  const std::uint64_t format = number_in(std::string_view(words).substr(marker_words.size()));
  if (format != store_format) {
    return fail(ErrorCode::unavailable,
                "the store in " + folder + " has format " + std::to_string(format) +
                    ", this program reads format " + std::to_string(store_format) +
                    (format > store_format ? "; use a newer nutgraf"
                                           : "; dump it with the older nutgraf and load the dump"));
  }
  return {};
}

bool has_marker(const std::string& folder) {
  std::error_code ignored;
  return fs::is_regular_file(marker(folder), ignored);
}

bool is_free(const std::string& folder) {
  std::error_code error;
  return !fs::exists(folder, error) ||
         (fs::is_directory(folder, error) && fs::is_empty(folder, error));
}

std::uint64_t bytes_on_disk(const std::string& folder) {
  std::uint64_t out = 0;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::uintmax_t size = entry.file_size(error);
    if (!error) out += size;
  }
  return out;
}

std::vector<std::string> log_files(const std::string& folder) {
  std::vector<std::string> out;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".log") out.push_back(entry.path().filename().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

void write_batch_number(const std::string& folder, std::uint64_t number) {
  // Written in place, in one call: a reader sees the old number or the new one.
  std::string words = std::to_string(number);
  words.insert(0, 20 - words.size(), '0');
  const int file = ::open(batch_file(folder).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0) return;
  const auto written = ::pwrite(file, words.data(), words.size(), 0);
  static_cast<void>(written);  // the number only serves those who look; the batch itself is safe
  ::close(file);
}

std::uint64_t read_batch_number(const std::string& folder) {
  return number_in(content(batch_file(folder)));
}

Result<FolderLock> FolderLock::take(const std::string& folder, unsigned wait_seconds) {
  const int file = ::open(marker(folder).c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return fail(ErrorCode::io, "cannot open the store in " + folder);
  FolderLock lock(file);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(wait_seconds);
  while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (std::chrono::steady_clock::now() >= end) {
      return fail(ErrorCode::unavailable,
                  "the store in " + folder + " is locked by another process that writes; waited " +
                      std::to_string(wait_seconds) + " s (--wait N waits longer)");
    }
    std::this_thread::sleep_for(lock_pause);
  }
  return lock;
}

bool FolderLock::is_held(const std::string& folder) {
  const int file = ::open(marker(folder).c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  // Shared: readers that look at the same time do not take each other for a writer.
  const bool held = ::flock(file, LOCK_SH | LOCK_NB) != 0;
  ::close(file);
  return held;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}

FolderLock::~FolderLock() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace nutgraf
