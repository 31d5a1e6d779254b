// JSON written straight into a string: the fast road out for millions of small values.
#ifndef NUTGRAF_EXTRACT_REPORT_JSON_TEXT_H_
#define NUTGRAF_EXTRACT_REPORT_JSON_TEXT_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/time/day.h"

namespace nutgraf {

// Writes commas and quotation marks by itself; names and values come in the order of the calls.
// Nothing is broken over lines.
class JsonText {
 public:
  explicit JsonText(std::string& out) : out_(out) {}

  JsonText& open(char bracket) {
    comma();
    out_ += bracket;
    fresh_ = true;
    return *this;
  }
  JsonText& close(char bracket) {
    out_ += bracket;
    fresh_ = false;
    return *this;
  }
  JsonText& key(std::string_view name) {
    comma();
    out_ += '"';
    out_ += name;
    out_ += "\":";
    fresh_ = true;
    return *this;
  }
  // A name that is written in the program goes out in one piece.
  template <std::size_t size>
  JsonText& key(const char (&name)[size]) {
    std::array<char, size + 3> piece;
    piece[0] = ',';
    piece[1] = '"';
    std::copy_n(name, size - 1, piece.begin() + 2);
    piece[size + 1] = '"';
    piece[size + 2] = ':';
    out_.append(fresh_ ? piece.data() + 1 : piece.data(), piece.data() + piece.size());
    fresh_ = true;
    return *this;
  }
  JsonText& string(std::string_view value);
  JsonText& string_or_null(std::string_view value);  // empty: null
  JsonText& number(std::int64_t value);
  // `value` / 10^digits with all its digits: 36340000, 6 is 36.340000.
  JsonText& decimal(std::int64_t value, int digits);
  JsonText& boolean(bool value);
  JsonText& null();
  JsonText& day(std::optional<Day> value);  // "YYYY-MM-DD" or null
  // Text that is JSON already.
  JsonText& raw(std::string_view json);

 private:
  void comma() {
    if (!fresh_) out_ += ',';
    fresh_ = false;
  }

  std::string& out_;
  bool fresh_ = true;  // nothing stands before the next value inside its bracket
};

// `value` between quotation marks, escaped. Requires valid UTF-8.
void append_json_string(std::string& out, std::string_view value);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_REPORT_JSON_TEXT_H_
