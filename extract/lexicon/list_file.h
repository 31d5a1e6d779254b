// The one form of our lists in data/: UTF-8 lines, cells parted by one tab, `#` begins a comment at
// the start of a line, empty lines are passed over.
//
// Only the compiler of data and the reader of users' rule folders read lists; the program maps what
// was compiled.
#ifndef NUTGRAF_EXTRACT_LEXICON_LIST_FILE_H_
#define NUTGRAF_EXTRACT_LEXICON_LIST_FILE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "extract/result.h"

namespace nutgraf {

struct ListRow {
  std::uint64_t line = 0;          // counted from 1
  std::vector<std::string> cells;  // spaces around a cell are cut off; a cell may be empty
};

// The rows in the order of the file. An Error (file, line, excerpt) when the file cannot be read,
// is not UTF-8, or a row has fewer than `least` or more than `most` cells.
Result<std::vector<ListRow>> read_list(const std::string& path, std::size_t least,
                                       std::size_t most);

// The Error for a wrong cell of such a row: file, line, message.
tl::unexpected<Error> list_error(const std::string& path, const ListRow& row, std::string message);

// A cell that must be an integer, such as a weight.
Result<std::int64_t> list_integer(const std::string& path, const ListRow& row, std::size_t cell);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_LEXICON_LIST_FILE_H_
