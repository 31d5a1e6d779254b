// Rows of an answer, printed as a table, in a box, line by line, as Markdown, TSV, CSV or JSON.
#ifndef NUTGRAF_TOOLS_LISTING_H_
#define NUTGRAF_TOOLS_LISTING_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/text/width.h"

namespace nutgraf {

// A node in a cell: JSON shows both, the others its name.
struct NodeCell {
  std::string node;
  std::string name;
};

// value / 10^digits, printed with all its digits.
struct Decimal {
  std::int64_t value = 0;
  int digits = 0;
};

// One cell: null ("" in rows), words, a number, a list (joined by "; " but in JSON), or words with
// their own JSON.
struct Cell {
  enum class Kind : std::uint8_t { null, words, number, decimal, list, nodes, json };

  Cell() = default;
  Cell(std::string text) : kind(Kind::words), words(std::move(text)) {}
  Cell(const char* text) : kind(Kind::words), words(text) {}
  Cell(std::int64_t count) : kind(Kind::number), number(count) {}
  Cell(Decimal value) : kind(Kind::decimal), number(value.value), digits(value.digits) {}
  Cell(const std::vector<std::string>& texts) : kind(Kind::list) {
    for (const std::string& text : texts) nodes.push_back({{}, text});
  }
  Cell(std::vector<NodeCell> list) : kind(Kind::nodes), nodes(std::move(list)) {}
  // `text` is JSON as it stands in the JSON forms.
  static Cell with_json(std::string words, std::string text) {
    Cell out(std::move(words));
    out.kind = Kind::json;
    out.json = std::move(text);
    return out;
  }

  Kind kind = Kind::null;
  std::string words;
  std::string json;
  std::int64_t number = 0;
  int digits = 0;
  std::vector<NodeCell> nodes;  // a list's words stand as names
};

struct Listing {
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;  // each as wide as `columns`
};

// For people, then for programs; in the order of row_formats().
enum class RowFormat : std::uint8_t { table, box, line, markdown, tsv, csv, json, jsonl };

// Their names: "table", "box", …
const std::vector<std::string>& row_formats();
std::optional<RowFormat> parse_row_format(std::string_view word);

// A width that nothing is cut to.
constexpr std::size_t no_width = static_cast<std::size_t>(-1);

// Appends the rows. A table or box fits `width` columns (its widest cells are cut with "…"); with
// `color` heads are bold. A line is "column = cell", rows apart by an empty line. Markdown is a
// table of its GitHub flavour, "|" escaped. TSV writes tab, newline and backslash as \t, \n, \\;
// CSV follows RFC 4180; lists are joined by "; ". Of no rows the first three print nothing; every
// other form ends with a newline.
void print_listing(std::string& out, const Listing& listing, RowFormat format, std::size_t width,
                   bool color);

// What stands in a cell everywhere but in JSON.
std::string cell_words(const Cell& cell);
// The words cut so that they take at most `width` columns, "…" included.
std::string shorten(std::string_view words, std::size_t width);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_LISTING_H_
