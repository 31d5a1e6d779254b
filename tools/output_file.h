// Where a command writes what may be long: standard output, or a file that is there whole or not at
// all.
#ifndef NUTGRAF_TOOLS_OUTPUT_FILE_H_
#define NUTGRAF_TOOLS_OUTPUT_FILE_H_

#include <cstdint>
#include <memory>
#include <ostream>
#include <string>

#include "extract/result.h"

namespace nutgraf {

// A file is written aside, in the same folder, and renamed by commit(); without it (an error, an
// exception) what was there before stays. A name that ends in ".gz" is compressed, the same bytes
// for the same content. What is no ordinary file (a device, a pipe) is written as it is.
class OutputFile {
 public:
  // Fails with io, naming the reason, when it cannot be written.
  static Result<OutputFile> open(const std::string& path);
  OutputFile(OutputFile&&) noexcept;
  OutputFile& operator=(OutputFile&&) noexcept;
  ~OutputFile();

  std::ostream& stream();
  // Fails once something could not be written: a full disk.
  Result<void> status() const;
  std::uint64_t bytes() const;  // that went in, before compression
  // Everything is on disk under its name when this succeeds.
  Result<void> commit();

 private:
  class Buffer;
  OutputFile();

  std::unique_ptr<Buffer> buffer_;
  std::unique_ptr<std::ostream> stream_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_OUTPUT_FILE_H_
