// The folder of a store: its marker, its lock, the number of its last batch.
#ifndef NUTGRAF_STORE_STORE_FOLDER_H_
#define NUTGRAF_STORE_STORE_FOLDER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "extract/result.h"

namespace nutgraf {

// The file NUTGRAF: "nutgraf store", "format N".
Result<void> write_marker(const std::string& folder);
// Fails with not_found where there is none, unavailable where it is of another format or
// unreadable.
Result<void> check_marker(const std::string& folder);
bool has_marker(const std::string& folder);
// Whether the folder is missing or empty.
bool is_free(const std::string& folder);
std::uint64_t bytes_on_disk(const std::string& folder);
// The names of the database's write-ahead logs, sorted.
std::vector<std::string> log_files(const std::string& folder);

// The number of the last batch that is durable, beside the database, so that readers in other
// processes learn of it without opening, and that a log cut short is noticed. 0: not there.
void write_batch_number(const std::string& folder, std::uint64_t number);
std::uint64_t read_batch_number(const std::string& folder);

// Held while a process writes; let go when destroyed, also by the death of the process.
class FolderLock {
 public:
  // Waits up to `wait_seconds`. Fails with unavailable.
  static Result<FolderLock> take(const std::string& folder, unsigned wait_seconds);
  // Whether a process holds it now.
  static bool is_held(const std::string& folder);
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&& other) noexcept;
  ~FolderLock();

 private:
  explicit FolderLock(int file) : file_(file) {}
  int file_ = -1;
};

}  // namespace nutgraf

#endif  // NUTGRAF_STORE_STORE_FOLDER_H_
