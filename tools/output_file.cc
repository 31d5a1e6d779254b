#include "tools/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <streambuf>
#include <system_error>
#include <utility>

namespace nutgraf {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t buffer_size = 1U << 16U;

Error cannot(const std::string& path, int reason) {
  return {ErrorCode::io,
          "cannot be written: " + std::generic_category().message(reason),
          path,
          0,
          0,
          {}};
}

bool ends_with(const std::string& words, std::string_view end) {
  return words.size() >= end.size() &&
         words.compare(words.size() - end.size(), end.size(), end) == 0;
}

// The mode of a file that is made in the plain way.
mode_t plain_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

}  // namespace

namespace {

// What a link names, whether it is there or not yet.
fs::path behind_links(fs::path path) {
  constexpr int most_links = 16;
  std::error_code none;
  for (int i = 0; i < most_links && fs::is_symlink(fs::symlink_status(path, none)); ++i) {
    const fs::path next = fs::read_symlink(path, none);
    if (none) break;
    path = next.is_absolute() ? next : path.parent_path() / next;
  }
  return path;
}

}  // namespace

// Gathers bytes and writes them, compressed or not. After a failure everything more fails.
class OutputFile::Buffer : public std::streambuf {
 public:
  Buffer() { setp(kept_.data(), kept_.data() + kept_.size()); }
  ~Buffer() override {
    if (packing_) ::deflateEnd(&packer_);
    if (file_ >= 0) ::close(file_);
    if (!aside_.empty()) ::unlink(aside_.c_str());
  }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;

  Result<void> open(const std::string& path) {
    path_ = path;
    std::error_code none;
    const fs::path real = fs::weakly_canonical(behind_links(path), none);
    target_ = none ? path : real.string();
    struct stat there {};
    const bool exists = ::stat(target_.c_str(), &there) == 0;
    if (exists && !S_ISREG(there.st_mode)) {
      file_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
    } else {
      std::string aside = target_ + ".XXXXXX";
      file_ = ::mkstemp(aside.data());
      if (file_ >= 0) aside_ = aside;
      if (file_ >= 0) ::fchmod(file_, exists ? there.st_mode & 07777U : plain_mode());
    }
    if (file_ < 0) return fail(cannot(path_, errno));
    if (ends_with(path, ".gz")) return start_packing();
    return {};
  }

  Result<void> status() const {
    if (failed_ != 0) return fail(cannot(path_, failed_));
    return {};
  }

  std::uint64_t bytes() const { return bytes_ + static_cast<std::uint64_t>(pptr() - pbase()); }

  Result<void> commit() {
    drain(true);
    if (failed_ == 0 && !aside_.empty() && ::fsync(file_) != 0) failed_ = errno;
    if (::close(std::exchange(file_, -1)) != 0 && failed_ == 0) failed_ = errno;
    if (failed_ == 0 && !aside_.empty()) {
      if (::rename(aside_.c_str(), target_.c_str()) != 0) failed_ = errno;
      if (failed_ == 0) aside_.clear();
    }
    return status();
  }

 protected:
  int_type overflow(int_type c) override {
    if (!drain(false)) return traits_type::eof();
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    *pptr() = traits_type::to_char_type(c);
    pbump(1);
    return c;
  }
  int sync() override { return drain(false) ? 0 : -1; }

 private:
  Result<void> start_packing() {
    // 15 + 16: a gzip head without name and time, so that the bytes depend on the content alone.
    if (::deflateInit2(&packer_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8,
                       Z_DEFAULT_STRATEGY) != Z_OK) {
      return fail(cannot(path_, ENOMEM));
    }
    packing_ = true;
    return {};
  }

  // Writes what was gathered; `last`: and what compression holds back.
  bool drain(bool last) {
    const auto size = static_cast<std::size_t>(pptr() - pbase());
    bytes_ += size;
    if (failed_ == 0) packing_ ? pack(size, last) : write(kept_.data(), size);
    setp(kept_.data(), kept_.data() + kept_.size());
    return failed_ == 0;
  }

  void pack(std::size_t size, bool last) {
    std::array<char, buffer_size> packed;
    packer_.next_in = reinterpret_cast<Bytef*>(kept_.data());
    packer_.avail_in = static_cast<uInt>(size);
    int state = Z_OK;
    do {
      packer_.next_out = reinterpret_cast<Bytef*>(packed.data());
      packer_.avail_out = static_cast<uInt>(packed.size());
      state = ::deflate(&packer_, last ? Z_FINISH : Z_NO_FLUSH);
      write(packed.data(), packed.size() - packer_.avail_out);
    } while (failed_ == 0 && (packer_.avail_out == 0 || (last && state == Z_OK)));
  }

  void write(const char* bytes, std::size_t size) {
    while (size > 0 && failed_ == 0) {
      const ssize_t done = ::write(file_, bytes, size);
      if (done < 0 && errno != EINTR) failed_ = errno;
      if (done <= 0) continue;
      bytes += done;
      size -= static_cast<std::size_t>(done);
    }
  }

  std::string path_;    // as told
  std::string target_;  // behind links
  std::string aside_;   // empty: written in place, or renamed already
  int file_ = -1;
  int failed_ = 0;  // errno of the first failure
  bool packing_ = false;
  z_stream packer_{};
  std::uint64_t bytes_ = 0;
  std::array<char, buffer_size> kept_;
};

OutputFile::OutputFile() : buffer_(std::make_unique<Buffer>()) {
  stream_ = std::make_unique<std::ostream>(buffer_.get());
}
OutputFile::OutputFile(OutputFile&&) noexcept = default;
OutputFile& OutputFile::operator=(OutputFile&&) noexcept = default;
OutputFile::~OutputFile() = default;

Result<OutputFile> OutputFile::open(const std::string& path) {
  OutputFile out;
  if (auto opened = out.buffer_->open(path); !opened) return fail(opened.error());
  return out;
}

std::ostream& OutputFile::stream() { return *stream_; }
Result<void> OutputFile::status() const { return buffer_->status(); }
std::uint64_t OutputFile::bytes() const { return buffer_->bytes(); }
Result<void> OutputFile::commit() { return buffer_->commit(); }

}  // namespace nutgraf
