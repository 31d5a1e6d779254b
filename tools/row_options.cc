#include "tools/row_options.h"

namespace nutgraf {

void RowOptions::add_to(Options& options) {
  options
      .choice("--format", row_formats(), format,
              "how rows are written; a table on a terminal, TSV in a pipe")
      .choice("--color", {"auto", "always", "never"}, color, "bold heads and marked words");
}

RowFormat RowOptions::row_format(const Console& console) const {
  const std::string wanted =
      !format.empty()
          ? format
          : default_format(console, row_formats(), console.out_is_terminal ? "table" : "tsv");
  return parse_row_format(wanted).value_or(RowFormat::tsv);
}

bool RowOptions::for_reading(const Console& console) const {
  return row_format(console) <= RowFormat::markdown;
}

bool RowOptions::for_page(const Console& console) const {
  return row_format(console) == RowFormat::table;
}

std::size_t RowOptions::most(const Console& console, std::size_t otherwise) const {
  if (!for_reading(console)) return 0;
  if (console.max_rows) return static_cast<std::size_t>(*console.max_rows);
  return console.out_is_terminal ? otherwise : 0;
}

int RowOptions::print(Console& console, const Listing& listing) const {
  std::string out;
  print_listing(out, listing, row_format(console), console.width, color_wanted(console, color));
  console.out << out;
  return exit_done;
}

Cell day_cell(std::optional<Day> day) { return day ? Cell(iso(*day)) : Cell(); }

Cell count_cell(std::uint64_t count) { return static_cast<std::int64_t>(count); }

}  // namespace nutgraf
