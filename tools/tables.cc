#include "tools/tables.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "graph/node.h"
#include "tools/colors.h"

namespace nutgraf {
namespace {

// On one line: what would break a row, or move the cursor, becomes a space.
std::string one_line(std::string words) {
  for (char& c : words) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return words;
}

bool numeric(const Listing& listing, std::size_t column) {
  return !listing.rows.empty() &&
         std::all_of(listing.rows.begin(), listing.rows.end(), [&](auto& row) {
           return row[column].kind == Cell::Kind::number || row[column].kind == Cell::Kind::decimal;
         });
}

// Cells as words, with the columns that they need.
struct Grid {
  explicit Grid(const Listing& listing) {
    for (std::size_t i = 0; i < listing.columns.size(); ++i) {
      heads.push_back(one_line(listing.columns[i]));
      widths.push_back(display_width(heads.back()));
      right.push_back(numeric(listing, i));
      several.push_back(false);
      ids.push_back(!listing.rows.empty());
    }
    for (const auto& row : listing.rows) {
      auto& line = cells.emplace_back();
      for (std::size_t i = 0; i < row.size(); ++i) {
        line.push_back(one_line(cell_words(row[i])));
        widths[i] = std::max(widths[i], display_width(line.back()));
        several[i] = several[i] || line.back().find(' ') != std::string::npos;
        ids[i] = ids[i] && parse_key(line.back()).has_value();
      }
    }
  }

  // The widest columns of words give way first, down to eight; then those of single words. Ids,
  // which are typed again, are never cut: the lines grow too long before that.
  void fit(std::size_t width, std::size_t frame) {
    if (width == no_width) return;
    std::size_t taken = std::accumulate(widths.begin(), widths.end(), frame);
    for (const bool words : {true, false}) {
      while (taken > width) {
        const std::size_t widest = widest_of(words);
        if (widest == widths.size()) break;
        --widths[widest];
        --taken;
      }
    }
  }

  // The widest column that may still give way: of words, or of single words; none: their number.
  std::size_t widest_of(bool words) const {
    const std::size_t least = words ? 8 : 12;  // a day is ten wide
    std::size_t out = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (widths[i] <= least || several[i] != words || (!words && ids[i])) continue;
      if (out == widths.size() || widths[i] > widths[out]) out = i;
    }
    return out;
  }

  // The words in their column, padded on the side that they do not lean to.
  std::string padded(const std::string& words, std::size_t column) const {
    std::string out = shorten(words, widths[column]);
    const std::string pad(widths[column] - std::min(widths[column], display_width(out)), ' ');
    return right[column] ? pad + out : out + pad;
  }

  std::vector<std::string> heads;
  std::vector<std::vector<std::string>> cells;
  std::vector<std::size_t> widths;
  std::vector<bool> right;
  std::vector<bool> several;  // some cell has several words
  std::vector<bool> ids;      // every cell is a node's id
};

std::string table_row(const Grid& grid, const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    line += (i > 0 ? "  " : "") + grid.padded(cells[i], i);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string box_edge(const Grid& grid, const char* left, const char* between, const char* end) {
  std::string line = left;
  for (std::size_t i = 0; i < grid.widths.size(); ++i) {
    if (i > 0) line += between;
    for (std::size_t dash = 0; dash < grid.widths[i] + 2; ++dash) line += "─";
  }
  return line + end;
}

std::string painted(std::string_view color, const std::string& words, bool wanted) {
  if (!wanted) return words;
  return std::string(color) + words + std::string(colors::none);
}

std::string box_row(const Grid& grid, const std::vector<std::string>& cells, bool head,
                    bool color) {
  const std::string bar = painted(colors::faint, "│", color);
  std::string line = bar;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    line += ' ' + painted(colors::bold, grid.padded(cells[i], i), color && head) + ' ' + bar;
  }
  return line + '\n';
}

std::string escaped_pipes(const std::string& words) {
  std::string out;
  for (const char c : words) {
    if (c == '|' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string markdown_row(const Grid& grid, const std::vector<std::string>& cells) {
  std::string line = "|";
  for (std::size_t i = 0; i < cells.size(); ++i) line += ' ' + grid.padded(cells[i], i) + " |";
  return line + '\n';
}

}  // namespace

void add_table(std::string& out, const Listing& listing, std::size_t width, bool color) {
  if (listing.rows.empty() || listing.columns.empty()) return;
  Grid grid(listing);
  grid.fit(width, 2 * (grid.widths.size() - 1));
  out += painted(colors::bold, table_row(grid, grid.heads), color) + '\n';
  for (const auto& line : grid.cells) out += table_row(grid, line) + '\n';
}

void add_box(std::string& out, const Listing& listing, std::size_t width, bool color) {
  if (listing.rows.empty() || listing.columns.empty()) return;
  Grid grid(listing);
  grid.fit(width, 3 * grid.widths.size() + 1);
  out += painted(colors::faint, box_edge(grid, "┌", "┬", "┐"), color) + '\n';
  out += box_row(grid, grid.heads, true, color);
  out += painted(colors::faint, box_edge(grid, "├", "┼", "┤"), color) + '\n';
  for (const auto& line : grid.cells) out += box_row(grid, line, false, color);
  out += painted(colors::faint, box_edge(grid, "└", "┴", "┘"), color) + '\n';
}

void add_lines(std::string& out, const Listing& listing, bool color) {
  const Grid grid(listing);
  std::size_t widest = 0;
  for (const std::string& head : grid.heads) widest = std::max(widest, display_width(head));
  for (const auto& line : grid.cells) {
    if (&line != grid.cells.data()) out += '\n';
    for (std::size_t i = 0; i < line.size(); ++i) {
      out.append(widest - display_width(grid.heads[i]), ' ');
      out += painted(colors::bold, grid.heads[i], color) + " = " + line[i];
      out.erase(out.find_last_not_of(' ') + 1);
      out += '\n';
    }
  }
}

void add_markdown(std::string& out, const Listing& listing) {
  if (listing.columns.empty()) return;
  Grid grid(listing);
  for (std::string& head : grid.heads) head = escaped_pipes(head);
  for (std::size_t i = 0; i < grid.heads.size(); ++i) {
    grid.widths[i] = std::max<std::size_t>(3, display_width(grid.heads[i]));
  }
  for (auto& line : grid.cells) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      line[i] = escaped_pipes(line[i]);
      grid.widths[i] = std::max(grid.widths[i], display_width(line[i]));
    }
  }
  out += markdown_row(grid, grid.heads) + '|';
  for (std::size_t i = 0; i < grid.heads.size(); ++i) {
    out += ' ' + std::string(grid.widths[i] - 1, '-') + (grid.right[i] ? ": |" : "- |");
  }
  out += '\n';
  for (const auto& line : grid.cells) out += markdown_row(grid, line);
}

std::string shorten(std::string_view words, std::size_t width) {
  if (display_width(words) <= width) return std::string(words);
  if (width == 0) return {};
  return std::string(words.substr(0, fitting_bytes(words, width - 1))) + "…";
}

}  // namespace nutgraf
