// How rows are printed: what --format and --color say.
#ifndef NUTGRAF_TOOLS_ROW_OPTIONS_H_
#define NUTGRAF_TOOLS_ROW_OPTIONS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "extract/time/day.h"
#include "tools/console.h"
#include "tools/listing.h"
#include "tools/options.h"

namespace nutgraf {

// --format, --color: a table on a terminal, TSV in a pipe, if the console says nothing else.
struct RowOptions {
  std::string format;
  std::string color = "auto";

  void add_to(Options& options);
  RowFormat row_format(const Console& console) const;
  bool for_reading(const Console& console) const;  // in a form for people
  bool for_page(const Console& console) const;     // a table, for which a command may have a page
  // Rows that are shown where no --limit is: in a form for people what the console says, else on a
  // terminal `otherwise`; else all (0).
  std::size_t most(const Console& console, std::size_t otherwise) const;
  int print(Console& console, const Listing& listing) const;
};

Cell day_cell(std::optional<Day> day);
Cell count_cell(std::uint64_t count);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_ROW_OPTIONS_H_
