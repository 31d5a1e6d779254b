#include "graph/export/text.h"

#include <utility>

#include "extract/report/json_text.h"

namespace nutgraf {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

// Whether U+FFFE or U+FFFF begins here: three bytes.
bool is_no_character(std::string_view words, std::size_t at) {
  const std::string_view three = words.substr(at, 3);
  return three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF";
}

bool in_token(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-' || c == '_' || c == ':';
}

// The code point that begins at `at`, of valid UTF-8, and how many bytes it takes.
std::pair<std::uint32_t, std::size_t> code_point(std::string_view words, std::size_t at) {
  const auto first = static_cast<unsigned char>(words[at]);
  const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  std::uint32_t point = size == 1 ? first : first & (0x7FU >> size);
  for (std::size_t i = 1; i < size && at + i < words.size(); ++i) {
    point = point << 6U | (static_cast<unsigned char>(words[at + i]) & 0x3FU);
  }
  return {point, size};
}

std::string cell(std::string_view words) {
  std::string out;
  bool quoted = false;
  for (const char c : words) {
    if (c == '"') out += '"';
    out += is_control(c) ? ' ' : c;
    quoted = quoted || c == '"' || c == ',' || c == ';';
  }
  // Spaces at the ends are kept by readers only within quotation marks.
  const bool spaced = !out.empty() && (out.front() == ' ' || out.back() == ' ');
  return quoted || spaced ? '"' + out + '"' : out;
}

}  // namespace

std::string xml(std::string_view words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (is_control(c)) {
      out += ' ';
    } else if (is_no_character(words, i)) {
      out += ' ';
      i += 2;
    } else {
      out += c;
    }
  }
  return out;
}

std::string xml_token(std::string_view id) {
  static constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (std::size_t i = 0; i < id.size();) {
    const auto [point, size] = code_point(id, i);
    const bool escape = id.substr(i, 2) == "_x";
    if (size == 1 && in_token(id[i]) && !escape) {
      out += id[i];
    } else {
      out += "_x";
      for (unsigned shift = point > 0xFFFF ? 24 : 16; shift > 0; shift -= 4) {
        out += hex[point >> (shift - 4) & 0xFU];
      }
      out += '_';
    }
    i += size;
  }
  return out;
}

std::string joined(const std::vector<std::string>& list, std::string_view mark, char instead) {
  std::string out;
  for (const std::string& one : list) {
    if (&one != list.data()) out += mark;
    for (const char c : one)
      out += mark.find(c) == std::string_view::npos || c == ' ' ? c : instead;
  }
  return out;
}

std::string barred(const std::vector<std::string>& list) { return joined(list, " | ", '/'); }

std::string degrees(std::int32_t millionths) {
  std::string out;
  JsonText(out).decimal(millionths, 6);
  return out;
}

std::string day_words(const std::optional<Day>& day) { return day ? iso(*day) : std::string(); }

std::string last_day_words(const DayRange& range) {
  return range.until ? iso(Day{range.until->number - 1}) : std::string();
}

void append_csv(std::string& out, const std::vector<std::string>& cells) {
  for (const std::string& words : cells) {
    if (&words != cells.data()) out += ',';
    out += cell(words);
  }
  out += "\r\n";
}

}  // namespace nutgraf
