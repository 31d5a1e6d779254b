// Rows of who, what, where and when, as tables.
#include <algorithm>
#include <utility>

#include "tools/asking.h"

namespace nutgraf {

std::vector<NodeCell> node_cells(const std::vector<NamedNode>& nodes) {
  std::vector<NodeCell> out;
  for (const NamedNode& node : nodes) out.push_back({node.node, node.name});
  return out;
}

std::string standing_word(Modality modality, Polarity polarity) {
  return polarity == Polarity::negative ? "denied" : std::string(to_string(modality));
}

std::string days_words(const DayRange& range) {
  if (!range.known()) return {};
  const std::string first = range.from ? iso(*range.from) : "";
  const std::string last = range.until ? iso(Day{range.until->number - 1}) : "";
  return first == last ? first : first + ".." + last;
}

Listing who_listing(const std::vector<WhoRow>& rows) {
  Listing listing{{"node", "name", "kind", "actions", "events", "reports", "sources"}, {}};
  for (const WhoRow& row : rows) {
    listing.rows.push_back({row.node.node, row.node.name, std::string(to_string(row.node.key.kind)),
                            row.actions, count_cell(row.counts.events),
                            count_cell(row.counts.reports), count_cell(row.counts.sources)});
  }
  return listing;
}

Listing what_listing(const std::vector<WhatRow>& rows) {
  Listing listing{{"node", "type", "action", "actors", "targets", "places", "from", "until",
                   "modality", "reports", "sources"},
                  {}};
  for (const WhatRow& row : rows) {
    const EventDetails& event = row.event;
    listing.rows.push_back({row.node.node, event.type.empty() ? Cell() : Cell(event.type),
                            event.action, node_cells(row.actors), node_cells(row.targets),
                            node_cells(row.places), day_cell(event.when.from),
                            day_cell(event.when.until),
                            standing_word(event.modality, event.polarity), count_cell(row.reports),
                            count_cell(row.sources)});
  }
  return listing;
}

Listing where_listing(const std::vector<WhereRow>& rows) {
  Listing listing{
      {"node", "name", "feature", "country", "lat", "lon", "events", "reports", "sources"}, {}};
  for (const WhereRow& row : rows) {
    std::vector<Cell> cells{row.node.node, row.node.name, Cell(), Cell(), Cell(), Cell()};
    if (row.place) {
      cells[2] = std::string(to_string(row.place->feature));
      if (!row.place->country.empty()) cells[3] = row.place->country;
      cells[4] = Decimal{row.place->point.latitude, 6};
      cells[5] = Decimal{row.place->point.longitude, 6};
    }
    for (const std::uint64_t count : {row.counts.events, row.counts.reports, row.counts.sources}) {
      cells.push_back(count_cell(count));
    }
    listing.rows.push_back(std::move(cells));
  }
  return listing;
}

Listing when_listing(const std::vector<WhenRow>& rows) {
  Listing listing{{"from", "until", "actions", "events", "reports", "sources"}, {}};
  for (const WhenRow& row : rows) {
    listing.rows.push_back({day_cell(row.when.from), day_cell(row.when.until), row.actions,
                            count_cell(row.counts.events), count_cell(row.counts.reports),
                            count_cell(row.counts.sources)});
  }
  return listing;
}

namespace {

template <typename Row>
Result<Listing> listing_of(Result<std::vector<Row>> rows,
                           Listing (*form)(const std::vector<Row>&)) {
  if (!rows) return fail(rows.error());
  return form(*rows);
}

Result<Listing> ask(const GraphReader& reader, std::string_view question, const Filter& filter) {
  if (question == "who") return listing_of(who(reader, filter), who_listing);
  if (question == "where") return listing_of(where(reader, filter), where_listing);
  if (question == "when") return listing_of(when(reader, filter), when_listing);
  return listing_of(what(reader, filter), what_listing);
}

}  // namespace

int answer(Console& console, const GraphReader& reader, std::string_view question, Filter filter,
           const FilterOptions& told, const RowOptions& rows) {
  const std::size_t limit = told.shown(console, rows);
  filter.limit = limit == 0 ? 0 : limit + 1;  // one more tells that there are more
  auto listing = ask(reader, question, filter);
  if (!listing) return report_error(console, listing.error());
  const bool more = limit != 0 && listing->rows.size() > limit;
  if (more) listing->rows.resize(limit);
  rows.print(console, *listing);
  if (listing->rows.empty()) console.err << "no rows\n";
  if (more && !told.limit) console.err << "there are more rows; --limit 0 shows all\n";
  return exit_done;
}

}  // namespace nutgraf
