// `nutgraf reports`: the reports in the store, one a row.
#include "tools/asking.h"
#include "tools/command.h"

namespace nutgraf {

int run_reports(Console& console, const Arguments& words) {
  StoreOptions store;
  RowOptions rows;
  std::string source;
  std::string published;
  std::optional<std::uint64_t> limit;
  Options line("reports", "[--source NAME] [--published DATES]", "the reports in the store");
  line.value("--source", "NAME", source, "of this source only");
  line.value("--published", "DATES", published, "published in these days only: 2016-10..2016-11");
  line.number("--limit", "N", limit, "so many rows; 0: all");
  rows.add_to(line);
  store.add_to(line, false);
  line.example("reports --published 2016-11");
  if (const auto code = line.parse(console, words)) return *code;
  DayRange days;
  if (!published.empty()) {
    const auto range = parse_days(published);
    if (!range)
      return report_error(console, {ErrorCode::usage, range.error().message, {}, 0, 0, {}});
    days = *range;
  }
  const auto reading = Reading::open(console, store);
  if (!reading) return report_error(console, reading.error());
  Listing listing{{"report", "date", "source", "title"}, {}};
  const auto seen = reading->reader().reports([&](const ReportRow& row) {
    const bool from_here = source.empty() || row.source == source;
    const bool in_days = !days.known() || (row.date && (!days.from || *days.from <= *row.date) &&
                                           (!days.until || *row.date < *days.until));
    if (from_here && in_days) {
      listing.rows.push_back({row.report, day_cell(row.date), row.source, row.title});
    }
    return limit.value_or(0) == 0 || listing.rows.size() < *limit;
  });
  if (!seen) return report_error(console, seen.error());
  return rows.print(console, listing);
}

}  // namespace nutgraf
