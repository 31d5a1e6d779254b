#include "graph/export/text.h"

#include "extract/report/json_text.h"

namespace nutgraf {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

// Whether U+FFFE or U+FFFF begins here: three bytes.
bool is_no_character(std::string_view words, std::size_t at) {
  const std::string_view three = words.substr(at, 3);
  return three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF";
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

std::string joined(const std::vector<std::string>& list, std::string_view mark, char instead) {
  std::string out;
  for (const std::string& one : list) {
    if (&one != list.data()) out += mark;
    for (const char c : one) out += mark.find(c) == std::string_view::npos || c == ' ' ? c : instead;
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
