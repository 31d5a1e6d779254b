#include "tools/listing.h"

#include <algorithm>
#include <numeric>

#include "extract/report/json_text.h"

namespace nutgraf {
namespace {

struct Letter {
  char32_t code = 0;
  std::size_t size = 1;
};

// Requires valid UTF-8; a stray byte counts as a letter of its own.
Letter first_letter(std::string_view words) {
  const auto lead = static_cast<unsigned char>(words.front());
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (size > words.size() || (lead & 0xC0U) == 0x80U) return {};
  char32_t code = size == 1 ? lead : size == 2 ? lead & 0x1FU : size == 3 ? lead & 0xFU : lead & 7U;
  for (std::size_t i = 1; i < size; ++i) {
    code = (code << 6U) | (static_cast<unsigned char>(words[i]) & 0x3FU);
  }
  return {code, size};
}

// After Markus Kuhn's wcwidth: the ranges that matter in names.
std::size_t width_of(char32_t code) {
  const bool combining = (code >= 0x300 && code <= 0x36F) || (code >= 0x591 && code <= 0x5BD) ||
                         (code >= 0x64B && code <= 0x65F) || (code >= 0x200B && code <= 0x200F) ||
                         (code >= 0x20D0 && code <= 0x20FF) || code == 0xFEFF;
  if (combining) return 0;
  const bool wide = (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF) ||
                    (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF) ||
                    (code >= 0xFE30 && code <= 0xFE6F) || (code >= 0xFF00 && code <= 0xFF60) ||
                    (code >= 0x1F300 && code <= 0x1FAFF) || (code >= 0x20000 && code <= 0x3FFFD);
  return wide ? 2 : 1;
}

std::string words_of(const Cell& cell) {
  std::string out;
  switch (cell.kind) {
    case Cell::Kind::null:
      break;
    case Cell::Kind::words:
    case Cell::Kind::json:
      return cell.words;
    case Cell::Kind::number:
      return std::to_string(cell.number);
    case Cell::Kind::decimal:
      JsonText(out).decimal(cell.number, cell.digits);
      break;
    case Cell::Kind::list:
    case Cell::Kind::nodes:
      for (const NodeCell& node : cell.nodes) {
        if (!out.empty()) out += "; ";
        out += node.name;
      }
  }
  return out;
}

// On one line: what would break a row becomes a space.
std::string one_line(std::string words) {
  for (char& c : words) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return words;
}

void add_tsv(std::string& out, std::string_view words) {
  for (const char c : words) {
    switch (c) {
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += c;
    }
  }
}

void add_csv(std::string& out, std::string_view words) {
  if (words.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += words;
    return;
  }
  out += '"';
  for (const char c : words) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void add_separated(std::string& out, const Listing& listing, bool csv) {
  const auto add = [&out, csv](std::size_t column, std::string_view words) {
    if (column > 0) out += csv ? ',' : '\t';
    csv ? add_csv(out, words) : add_tsv(out, words);
  };
  const std::string_view end = csv ? "\r\n" : "\n";
  for (std::size_t i = 0; i < listing.columns.size(); ++i) add(i, listing.columns[i]);
  out += end;
  for (const auto& row : listing.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) add(i, words_of(row[i]));
    out += end;
  }
}

void add_json_cell(JsonText& json, const Cell& cell) {
  switch (cell.kind) {
    case Cell::Kind::null:
      json.null();
      return;
    case Cell::Kind::words:
      json.string(cell.words);
      return;
    case Cell::Kind::number:
      json.number(cell.number);
      return;
    case Cell::Kind::decimal:
      json.decimal(cell.number, cell.digits);
      return;
    case Cell::Kind::json:
      json.raw(cell.json);
      break;
    case Cell::Kind::list:
      json.open('[');
      for (const NodeCell& word : cell.nodes) json.string(word.name);
      json.close(']');
      return;
    case Cell::Kind::nodes:
      json.open('[');
      for (const NodeCell& node : cell.nodes) {
        json.open('{').key("node").string(node.node).key("name").string(node.name).close('}');
      }
      json.close(']');
  }
}

void add_json(std::string& out, const Listing& listing, bool lines) {
  if (!lines) out += '[';
  for (std::size_t i = 0; i < listing.rows.size(); ++i) {
    if (!lines) out += i == 0 ? "\n  " : ",\n  ";
    JsonText json(out);
    json.open('{');
    for (std::size_t column = 0; column < listing.columns.size(); ++column) {
      // A query's column may be any expression, quotes and all.
      std::string name;
      append_json_string(name, listing.columns[column]);
      json.key(std::string_view(name).substr(1, name.size() - 2));
      add_json_cell(json, listing.rows[i][column]);
    }
    json.close('}');
    if (lines) out += '\n';
  }
  if (!lines) out += listing.rows.empty() ? "]\n" : "\n]\n";
}

// The widest columns give way first, down to eight.
void fit(std::vector<std::size_t>& widths, std::size_t width) {
  constexpr std::size_t least = 8;
  const std::size_t gaps = 2 * (widths.size() - 1);
  while (std::accumulate(widths.begin(), widths.end(), gaps) > width) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= least) return;
    --*widest;
  }
}

bool numeric(const Listing& listing, std::size_t column) {
  return !listing.rows.empty() &&
         std::all_of(listing.rows.begin(), listing.rows.end(), [&](auto& row) {
           return row[column].kind == Cell::Kind::number || row[column].kind == Cell::Kind::decimal;
         });
}

void add_row(std::string& out, const std::vector<std::string>& cells,
             const std::vector<std::size_t>& widths, const std::vector<bool>& right) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string words = shorten(cells[i], widths[i]);
    const std::string pad(widths[i] - std::min(widths[i], display_width(words)), ' ');
    if (i > 0) line += "  ";
    line += right[i] ? pad + words : words + pad;
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out += line;
}

void add_table(std::string& out, const Listing& listing, std::size_t width, bool color) {
  if (listing.rows.empty() || listing.columns.empty()) return;
  std::vector<std::vector<std::string>> cells;
  std::vector<std::size_t> widths;
  std::vector<bool> right;
  for (std::size_t i = 0; i < listing.columns.size(); ++i) {
    widths.push_back(display_width(listing.columns[i]));
    right.push_back(numeric(listing, i));
  }
  for (const auto& row : listing.rows) {
    auto& line = cells.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
      line.push_back(one_line(words_of(row[i])));
      widths[i] = std::max(widths[i], display_width(line.back()));
    }
  }
  fit(widths, width);
  if (color) out += "\x1b[1m";
  add_row(out, listing.columns, widths, right);
  if (color) out += "\x1b[0m";
  out += '\n';
  for (const auto& line : cells) {
    add_row(out, line, widths, right);
    out += '\n';
  }
}

}  // namespace

std::optional<RowFormat> parse_row_format(std::string_view word) {
  if (word == "table") return RowFormat::table;
  if (word == "tsv") return RowFormat::tsv;
  if (word == "csv") return RowFormat::csv;
  if (word == "json") return RowFormat::json;
  if (word == "jsonl") return RowFormat::jsonl;
  return std::nullopt;
}

std::size_t display_width(std::string_view words) {
  std::size_t width = 0;
  while (!words.empty()) {
    const Letter letter = first_letter(words);
    width += width_of(letter.code);
    words.remove_prefix(letter.size);
  }
  return width;
}

std::string shorten(std::string_view words, std::size_t width) {
  if (display_width(words) <= width) return std::string(words);
  std::string out;
  std::size_t used = 0;
  while (!words.empty()) {
    const Letter letter = first_letter(words);
    if (used + width_of(letter.code) + 1 > width) break;
    used += width_of(letter.code);
    out += words.substr(0, letter.size);
    words.remove_prefix(letter.size);
  }
  return out + "…";
}

void print_listing(std::string& out, const Listing& listing, RowFormat format, std::size_t width,
                   bool color) {
  switch (format) {
    case RowFormat::table:
      add_table(out, listing, width, color);
      break;
    case RowFormat::tsv:
      add_separated(out, listing, false);
      break;
    case RowFormat::csv:
      add_separated(out, listing, true);
      break;
    case RowFormat::json:
      add_json(out, listing, false);
      break;
    case RowFormat::jsonl:
      add_json(out, listing, true);
      break;
  }
}

}  // namespace nutgraf
