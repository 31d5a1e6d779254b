#include "extract/lexicon/list_file.h"

#include <cerrno>
#include <charconv>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "extract/text/fold.h"

namespace nutgraf {
namespace {

std::string_view trimmed(std::string_view words) {
  while (!words.empty() && (words.front() == ' ' || words.front() == '\r')) words.remove_prefix(1);
  while (!words.empty() && (words.back() == ' ' || words.back() == '\r')) words.remove_suffix(1);
  return words;
}

}  // namespace

Result<std::vector<ListRow>> read_list(const std::string& path, std::size_t least,
                                       std::size_t most) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return fail(Error{ErrorCode::io,
                      "cannot read the list: " + std::generic_category().message(errno),
                      path,
                      0,
                      0,
                      {}});
  }
  std::vector<ListRow> rows;
  std::uint64_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (trimmed(line).empty() || line.front() == '#') continue;
    if (const std::size_t bad = invalid_utf8(line); bad != std::string_view::npos) {
      return fail(Error{ErrorCode::invalid,
                        "byte " + std::to_string(bad + 1) + " of the line is not UTF-8",
                        path,
                        number,
                        0,
                        {}});
    }
    ListRow row{number, {}};
    std::string_view rest = line;
    while (true) {
      const std::size_t tab = rest.find('\t');
      row.cells.emplace_back(trimmed(rest.substr(0, tab)));
      if (tab == std::string_view::npos) break;
      rest.remove_prefix(tab + 1);
    }
    if (row.cells.size() < least || row.cells.size() > most) {
      const std::string expected = least == most
                                       ? std::to_string(least)
                                       : std::to_string(least) + " to " + std::to_string(most);
      return fail(Error{ErrorCode::invalid,
                        "expected " + expected + " cells parted by tabs, found " +
                            std::to_string(row.cells.size()),
                        path, number, 0, line});
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

tl::unexpected<Error> list_error(const std::string& path, const ListRow& row, std::string message) {
  std::string excerpt;
  for (const std::string& cell : row.cells) {
    if (!excerpt.empty()) excerpt += '\t';
    excerpt += cell;
  }
  return fail(Error{ErrorCode::invalid, std::move(message), path, row.line, 0, std::move(excerpt)});
}

Result<std::int64_t> list_integer(const std::string& path, const ListRow& row, std::size_t cell) {
  const std::string& words = row.cells.at(cell);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
  if (error != std::errc{} || end != words.data() + words.size()) {
    return list_error(path, row, "expected an integer, found \"" + words + "\"");
  }
  return value;
}

}  // namespace nutgraf
