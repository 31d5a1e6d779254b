#include "extract/report/json_text.h"

#include <array>
#include <charconv>

namespace nutgraf {

namespace {

constexpr std::array<bool, 256> stands_for_itself = [] {
  std::array<bool, 256> out{};
  for (std::size_t byte = 0x20; byte < 256; ++byte) {
    out[byte] = byte != '"' && byte != '\\' && byte != 0x7F;
  }
  return out;
}();

}  // namespace

void append_json_string(std::string& out, std::string_view value) {
  static constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto byte = static_cast<unsigned char>(value[i]);
    if (stands_for_itself[byte]) continue;
    out += value.substr(plain, i - plain);
    plain = i + 1;
    switch (byte) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += "\\u00";
        out += hex[byte >> 4U];
        out += hex[byte & 0xFU];
    }
  }
  out += value.substr(plain);
  out += '"';
}

JsonText& JsonText::string(std::string_view value) {
  comma();
  append_json_string(out_, value);
  return *this;
}

JsonText& JsonText::string_or_null(std::string_view value) {
  return value.empty() ? null() : string(value);
}

JsonText& JsonText::number(std::int64_t value) {
  std::array<char, 24> digits{','};
  const auto end = std::to_chars(digits.data() + 1, digits.data() + digits.size(), value).ptr;
  out_.append(digits.data() + (fresh_ ? 1 : 0), end);
  fresh_ = false;
  return *this;
}

JsonText& JsonText::decimal(std::int64_t value, int digits) {
  comma();
  if (value < 0) out_ += '-';
  std::string all = std::to_string(value < 0 ? -value : value);
  const auto places = static_cast<std::size_t>(digits);
  if (all.size() <= places) all.insert(0, places + 1 - all.size(), '0');
  out_.append(all, 0, all.size() - places);
  out_ += '.';
  out_.append(all, all.size() - places, places);
  return *this;
}

JsonText& JsonText::boolean(bool value) {
  comma();
  out_ += value ? "true" : "false";
  return *this;
}

JsonText& JsonText::null() {
  comma();
  out_ += "null";
  return *this;
}

JsonText& JsonText::day(std::optional<Day> value) { return value ? string(iso(*value)) : null(); }

JsonText& JsonText::raw(std::string_view json) {
  comma();
  out_ += json;
  return *this;
}

}  // namespace nutgraf
