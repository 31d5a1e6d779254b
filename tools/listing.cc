#include "tools/listing.h"

#include <algorithm>

#include "extract/report/json_text.h"
#include "tools/tables.h"

namespace nutgraf {
namespace {

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
    for (std::size_t i = 0; i < row.size(); ++i) add(i, cell_words(row[i]));
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

}  // namespace

std::string cell_words(const Cell& cell) {
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

const std::vector<std::string>& row_formats() {
  static const std::vector<std::string> words{"table", "box", "line", "markdown",
                                              "tsv",   "csv", "json", "jsonl"};
  return words;
}

std::optional<RowFormat> parse_row_format(std::string_view word) {
  const auto& words = row_formats();
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<RowFormat>(found - words.begin());
}

void print_listing(std::string& out, const Listing& listing, RowFormat format, std::size_t width,
                   bool color) {
  switch (format) {
    case RowFormat::table:
      add_table(out, listing, width, color);
      break;
    case RowFormat::box:
      add_box(out, listing, width, color);
      break;
    case RowFormat::line:
      add_lines(out, listing, color);
      break;
    case RowFormat::markdown:
      add_markdown(out, listing);
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
