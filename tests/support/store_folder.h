// A folder for a test's store, and what lies in it.
#ifndef NUTGRAF_TESTS_SUPPORT_STORE_FOLDER_H_
#define NUTGRAF_TESTS_SUPPORT_STORE_FOLDER_H_

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/testimony_builder.h"

namespace nutgraf {

// A folder that goes with the test.
struct Folder {
  std::string path;
  Folder() {
    std::string words = (std::filesystem::temp_directory_path() / "nutgraf-store-XXXXXX").string();
    path = ::mkdtemp(words.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path); }
  std::string store() const { return path + "/store"; }
};

inline Testimony numbered(unsigned number) {
  std::string id = std::to_string(number);
  id.insert(0, 4 - id.size(), '0');
  return generated_testimony("r" + id, number % 7, number);
}

// The files of a folder with that ending (".log"), by name.
inline std::vector<std::filesystem::path> files_ending(const std::string& folder,
                                                       const std::string& ending) {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ending) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace nutgraf

#endif  // NUTGRAF_TESTS_SUPPORT_STORE_FOLDER_H_
