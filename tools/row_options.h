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

// --format, --color: a table on a terminal, TSV in a pipe.
struct RowOptions {
  std::string format;
  std::string color = "auto";

  void add_to(Options& options);
  RowFormat row_format(const Console& console) const;
  bool for_reading(const Console& console) const;  // a table, for people
  int print(Console& console, const Listing& listing) const;
};

Cell day_cell(std::optional<Day> day);
Cell count_cell(std::uint64_t count);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_ROW_OPTIONS_H_
