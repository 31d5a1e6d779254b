// The page of a person, a group or a place.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "extract/report/json_text.h"
#include "graph/filter.h"
#include "tools/asking.h"
#include "tools/colors.h"
#include "tools/pages.h"

namespace nutgraf {
namespace {

std::string counted_words(const std::vector<Counted>& list) {
  std::string out;
  for (const Counted& one : list) {
    if (!out.empty()) out += ", ";
    out += one.words;
    if (one.reports > 1) out += fmt::format(" ({})", one.reports);
  }
  return out;
}

void add_line(std::string& out, std::string_view name, const std::string& words) {
  if (!words.empty()) out += fmt::format("{:<10}{}\n", name, words);
}

std::string place_words(const Place& place) {
  std::string out(to_string(place.feature));
  for (const Place& around : place.within) out += ", " + around.name;
  JsonText(out += "; ").decimal(place.point.latitude, 6);
  JsonText(out += ", ").decimal(place.point.longitude, 6);
  if (place.container) out += " (the point of the place it lies in)";
  return out;
}

// Every event that has the node in any role, planned and denied ones too, latest first.
Result<std::vector<WhatRow>> events_of(const GraphReader& reader, const NodeKey& node) {
  Filter filter;
  (node.kind == NodeKind::place ? filter.at : filter.with) = node;
  filter.standing = Standing::any;
  filter.sort = SortBy::date;
  return what(reader, filter);
}

struct Neighbour {
  NamedNode node;
  std::uint64_t events = 0;
};

std::vector<Neighbour> neighbours(const std::vector<WhatRow>& events, const NodeKey& self) {
  std::map<NodeKey, Neighbour> found;
  for (const WhatRow& row : events) {
    for (const auto* list : {&row.actors, &row.targets, &row.places}) {
      for (const NamedNode& node : *list) {
        if (node.key == self) continue;
        Neighbour& entry = found[node.key];
        entry.node = node;
        ++entry.events;
      }
    }
  }
  std::vector<Neighbour> out;
  for (auto& [key, entry] : found) out.push_back(std::move(entry));
  std::stable_sort(out.begin(), out.end(),
                   [](const Neighbour& a, const Neighbour& b) { return a.events > b.events; });
  return out;
}

std::string role_of(const WhatRow& row, const NodeKey& node) {
  std::string out;
  for (const Participant& one : row.event.participants) {
    if (one.node != node) continue;
    if (!out.empty()) out += ", ";
    out += to_string(one.role);
  }
  return out;
}

Listing event_rows(const std::vector<WhatRow>& events, const NodeKey& node, std::size_t limit) {
  Listing listing{{"event", "when", "role", "action", "actors", "targets", "places", "modality"},
                  {}};
  for (const WhatRow& row : events) {
    if (listing.rows.size() == limit) break;
    listing.rows.push_back({row.node.node, days_words(row.event.when), role_of(row, node),
                            row.event.action, node_cells(row.actors), node_cells(row.targets),
                            node_cells(row.places),
                            standing_word(row.event.modality, row.event.polarity)});
  }
  return listing;
}

void add_counted_json(JsonText& json, std::string_view name, const std::vector<Counted>& list) {
  json.key(name).open('[');
  for (const Counted& one : list) {
    json.open('{').key("words").string(one.words).key("reports").number(one.reports).close('}');
  }
  json.close(']');
}

Result<NodeDetails> details_of(const GraphReader& reader, const NodeKey& node) {
  auto found = reader.node(node);
  if (!found) return fail(found.error());
  if (!*found) return fail(ErrorCode::not_found, "no such node: " + print_key(node));
  return std::move(**found);
}

}  // namespace

Result<void> add_node_page(std::string& out, const GraphReader& reader, const NodeKey& node,
                           const PageForm& form) {
  const auto details = details_of(reader, node);
  if (!details) return fail(details.error());
  const auto events = events_of(reader, node);
  if (!events) return fail(events.error());
  if (form.color) out += colors::bold;
  out += details->node.name;
  if (form.color) out += colors::none;
  out += fmt::format("  ({}, {})\n\n", to_string(node.kind), details->node.node);
  add_line(out, "names", counted_words(details->names));
  add_line(out, "roles", counted_words(details->roles));
  add_line(out, "states", counted_words(details->states));
  if (details->place) add_line(out, "place", place_words(*details->place));
  const auto tied = tied_nodes(reader, node);
  if (!tied) return fail(tied.error());
  for (const TiedNode& one : *tied) {
    add_line(out, one.words, one.node.name + "  (" + one.node.node + ")");
  }
  const Counts& counts = details->counts;
  add_line(out, "told by", fmt::format("{} reports, {} sources", counts.reports, counts.sources));
  if (!events->empty()) {
    out += fmt::format("\nevents ({})\n", events->size());
    print_listing(out, event_rows(*events, node, 20), RowFormat::table, form.width, false);
  }
  Listing near{{"node", "name", "events"}, {}};
  for (const Neighbour& one : neighbours(*events, node)) {
    if (near.rows.size() == 10) break;
    near.rows.push_back({one.node.node, one.node.name, count_cell(one.events)});
  }
  if (!near.rows.empty()) out += "\nnear\n";
  print_listing(out, near, RowFormat::table, form.width, false);
  return {};
}

Result<void> add_node_json(std::string& out, const GraphReader& reader, const NodeKey& node) {
  const auto details = details_of(reader, node);
  if (!details) return fail(details.error());
  const auto events = events_of(reader, node);
  if (!events) return fail(events.error());
  JsonText json(out);
  json.open('{').key("node").string(details->node.node).key("name").string(details->node.name);
  json.key("kind").string(to_string(node.kind));
  add_counted_json(json, "names", details->names);
  add_counted_json(json, "roles", details->roles);
  add_counted_json(json, "states", details->states);
  const bool told = details->gender != Gender::unknown;
  json.key("gender").string_or_null(told ? to_string(details->gender) : std::string_view{});
  json.key("place");
  if (details->place) {
    const Place& place = *details->place;
    json.open('{').key("feature").string(to_string(place.feature));
    json.key("country").string_or_null(place.country);
    json.key("lat").decimal(place.point.latitude, 6).key("lon").decimal(place.point.longitude, 6);
    json.key("within").open('[');
    for (const Place& around : place.within) json.string(around.name);
    json.close(']').close('}');
  } else {
    json.null();
  }
  if (auto done = add_tied_json(json, reader, node); !done) return done;
  json.key("handles").open('[');
  for (const std::string& handle : details->handles) json.string(handle);
  json.close(']').key("reports").number(static_cast<std::int64_t>(details->counts.reports));
  json.key("sources").number(static_cast<std::int64_t>(details->counts.sources));
  std::string rows;
  print_listing(rows, event_rows(*events, node, npos), RowFormat::json, 0, false);
  std::replace(rows.begin(), rows.end(), '\n', ' ');
  json.key("events").raw(rows);
  std::string near = "[";
  JsonText list(near);
  for (const Neighbour& one : neighbours(*events, node)) {
    list.open('{').key("node").string(one.node.node).key("name").string(one.node.name);
    list.key("events").number(static_cast<std::int64_t>(one.events)).close('}');
  }
  json.key("near").raw(near + ']').close('}');
  out += '\n';
  return {};
}

}  // namespace nutgraf
