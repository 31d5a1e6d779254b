// Bytes of a file or a pipe as UTF-8, whatever encoding its byte-order mark tells.
#ifndef NUTGRAF_EXTRACT_REPORT_BYTE_STREAM_H_
#define NUTGRAF_EXTRACT_REPORT_BYTE_STREAM_H_

#include <cstdint>
#include <istream>
#include <memory>
#include <string>

#include "extract/result.h"

namespace nutgraf {

// A byte-order mark is taken off; UTF-16 in either order becomes UTF-8 as it is read, a surrogate
// without its partner the bytes of its own number (which are no valid UTF-8, so that the report is
// refused). Everything else passes as it is: it has yet to be checked.
class ByteStream {
 public:
  // `path` is told in errors.
  static Result<ByteStream> open(const std::string& path);
  // Reads `in`, which must outlive the stream.
  static ByteStream of(std::istream& in);

  // Appends the next piece to `out`; false at the end, an Error when reading fails.
  Result<bool> read(std::string& out);
  // Bytes taken from the source so far, as they stand there.
  std::uint64_t taken() const { return taken_; }

 private:
  enum class Encoding : std::uint8_t { unknown, utf8, utf16_little, utf16_big };

  explicit ByteStream(std::unique_ptr<std::istream> owned, std::istream* in)
      : owned_(std::move(owned)), in_(in) {}
  void look_at_mark(std::string& piece);
  void decode(std::string& out, const std::string& piece);
  void put_unit(std::string& out, std::uint32_t unit);

  std::unique_ptr<std::istream> owned_;
  std::istream* in_ = nullptr;
  std::string path_;
  Encoding encoding_ = Encoding::unknown;
  std::uint64_t taken_ = 0;
  int odd_byte_ = -1;       // first half of a UTF-16 unit that a piece ended with
  std::uint32_t high_ = 0;  // a high surrogate that waits for its partner
};

// Lines of a stream, bounded in memory.
class LineReader {
 public:
  enum class Outcome : std::uint8_t { line, too_long, end };

  explicit LineReader(ByteStream stream, std::size_t limit)
      : stream_(std::move(stream)), limit_(limit) {}

  // The next line without its end ("\n", "\r\n"), valid until the next call; one of more than
  // `limit` bytes is passed over as too_long, never held whole.
  Result<Outcome> next(std::string_view& line);
  std::uint64_t line_number() const { return number_; }  // of the last line, from 1
  std::uint64_t taken() const { return stream_.taken(); }

 private:
  ByteStream stream_;
  std::size_t limit_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what is not yet handed out
  std::uint64_t number_ = 0;
  bool ended_ = false;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_REPORT_BYTE_STREAM_H_
