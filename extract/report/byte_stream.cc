#include "extract/report/byte_stream.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string_view>

namespace nutgraf {
namespace {

constexpr std::size_t piece_size = 64 * 1024;

void put_code_point(std::string& out, std::uint32_t code) {
  const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(value); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0U | (code >> 6U));
    byte(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    byte(0xE0U | (code >> 12U));
    byte(0x80U | ((code >> 6U) & 0x3FU));
    byte(0x80U | (code & 0x3FU));
  } else {
    byte(0xF0U | (code >> 18U));
    byte(0x80U | ((code >> 12U) & 0x3FU));
    byte(0x80U | ((code >> 6U) & 0x3FU));
    byte(0x80U | (code & 0x3FU));
  }
}

bool high_surrogate(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool low_surrogate(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

Result<ByteStream> ByteStream::open(const std::string& path) {
  errno = 0;
  auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*file) {
    const std::string why = errno != 0 ? std::strerror(errno) : "cannot be opened";
    return fail(Error{ErrorCode::io, why, path, 0, 0, {}});
  }
  std::istream* const in = file.get();
  ByteStream out(std::move(file), in);
  out.path_ = path;
  return out;
}

ByteStream ByteStream::of(std::istream& in) { return ByteStream(nullptr, &in); }

void ByteStream::look_at_mark(std::string& piece) {
  encoding_ = Encoding::utf8;
  if (piece.compare(0, 3, "\xEF\xBB\xBF") == 0) {
    piece.erase(0, 3);
  } else if (piece.compare(0, 2, "\xFF\xFE") == 0) {
    encoding_ = Encoding::utf16_little;
    piece.erase(0, 2);
  } else if (piece.compare(0, 2, "\xFE\xFF") == 0) {
    encoding_ = Encoding::utf16_big;
    piece.erase(0, 2);
  }
}

void ByteStream::put_unit(std::string& out, std::uint32_t unit) {
  if (high_ != 0) {
    if (low_surrogate(unit)) {
      put_code_point(out, 0x10000 + ((high_ - 0xD800) << 10U) + (unit - 0xDC00));
      high_ = 0;
      return;
    }
    put_code_point(out, high_);
    high_ = 0;
  }
  if (high_surrogate(unit)) {
    high_ = unit;
  } else {
    put_code_point(out, unit);
  }
}

void ByteStream::decode(std::string& out, const std::string& piece) {
  for (const char c : piece) {
    const int byte = static_cast<unsigned char>(c);
    if (odd_byte_ < 0) {
      odd_byte_ = byte;
      continue;
    }
    const int unit =
        encoding_ == Encoding::utf16_big ? odd_byte_ * 256 + byte : byte * 256 + odd_byte_;
    odd_byte_ = -1;
    put_unit(out, static_cast<std::uint32_t>(unit));
  }
}

Result<bool> ByteStream::read(std::string& out) {
  std::string piece(piece_size, '\0');
  in_->read(piece.data(), static_cast<std::streamsize>(piece.size()));
  piece.resize(static_cast<std::size_t>(in_->gcount()));
  if (in_->bad() || (piece.empty() && !in_->eof())) {
    return fail(Error{ErrorCode::io, "cannot be read", path_, 0, 0, {}});
  }
  taken_ += piece.size();
  const bool more = !piece.empty();
  if (encoding_ == Encoding::unknown) look_at_mark(piece);
  if (encoding_ == Encoding::utf8) {
    out += piece;
    return more;
  }
  decode(out, piece);
  if (!more && (high_ != 0 || odd_byte_ >= 0)) {
    put_code_point(out, high_ != 0 ? high_ : 0xD800);  // cut short: not valid
    high_ = 0;
    odd_byte_ = -1;
    return true;
  }
  return more;
}

Result<LineReader::Outcome> LineReader::next(std::string_view& line) {
  std::size_t searched = begin_;
  bool skipping = false;
  while (true) {
    const std::size_t end = buffer_.find('\n', searched);
    const bool found = end != std::string::npos;
    if (found || ended_) {
      const std::size_t stop = found ? end : buffer_.size();
      if (!found && stop == begin_ && !skipping) return Outcome::end;
      ++number_;
      line = std::string_view(buffer_).substr(begin_, stop - begin_);
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      begin_ = found ? stop + 1 : stop;
      return skipping || line.size() > limit_ ? Outcome::too_long : Outcome::line;
    }
    if (buffer_.size() - begin_ > limit_) {
      skipping = true;
      begin_ = buffer_.size();
    }
    buffer_.erase(0, begin_);
    begin_ = 0;
    searched = buffer_.size();
    auto more = stream_.read(buffer_);
    if (!more) return fail(more.error());
    ended_ = !*more;
  }
}

}  // namespace nutgraf
