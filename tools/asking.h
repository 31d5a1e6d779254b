// What asking commands share: how rows are printed, what the filters say, which node is meant.
#ifndef NUTGRAF_TOOLS_ASKING_H_
#define NUTGRAF_TOOLS_ASKING_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/filter.h"
#include "graph/reader.h"
#include "tools/console.h"
#include "tools/listing.h"
#include "tools/options.h"
#include "tools/row_options.h"
#include "tools/session.h"

namespace nutgraf {

// The filters of every asking command, as they were typed.
struct FilterOptions {
  std::string at, when, did, type, by, to, with, kind, source, report, published;
  std::string modality, sort;
  std::optional<std::uint64_t> min_reports, limit;
  bool undated = false;
  bool certain = false;

  // `ranked`: with --sort and --limit.
  void add_to(Options& options, bool ranked = true);
  // Resolves names and reads dates; wrong words are ErrorCode::usage, unknown names not_found.
  Result<Filter> filter(Console& console, const GraphReader& reader) const;
  // Rows that are shown: what --limit says, else 50 in a table on a terminal, else all (0).
  std::size_t shown(const Console& console, const RowOptions& rows) const;
};

// The node that an id or a name means. A name's clear best match is told on err; several equally
// good ones are listed (ErrorCode::usage), an unknown one gets its nearest (not_found). Without
// `kind` a name is looked for among persons, groups and places.
Result<NodeKey> resolve_node(Console& console, const GraphReader& reader, const std::string& words,
                             std::optional<NodeKind> kind = std::nullopt);

// As rows have them.
std::vector<NodeCell> node_cells(const std::vector<NamedNode>& nodes);
std::string standing_word(Modality modality, Polarity polarity);  // "denied" beats the modality
// "2016-11-01", "2016-10-01..2016-10-31", "2016-10-01..", ""; the last day belongs to it.
std::string days_words(const DayRange& range);

Listing who_listing(const std::vector<WhoRow>& rows);
Listing what_listing(const std::vector<WhatRow>& rows);
Listing where_listing(const std::vector<WhereRow>& rows);
Listing when_listing(const std::vector<WhenRow>& rows);

// Runs one of "who", "what", "where", "when" over a filter and prints its rows.
int answer(Console& console, const GraphReader& reader, std::string_view question, Filter filter,
           const FilterOptions& told, const RowOptions& rows);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_ASKING_H_
