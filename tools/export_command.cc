// `nutgraf export`: the graph, or the part that the filters name, in the formats of other tools.
#include <fstream>
#include <map>
#include <set>
#include <utility>

#include "extract/report/json_text.h"
#include "tools/asking.h"
#include "tools/command.h"
#include "tools/graph_sink.h"
#include "tools/quotes.h"

namespace nutgraf {
namespace {

OutNode out_node(const NodeDetails& details) {
  OutNode out;
  out.id = details.node.node;
  out.name = details.node.name;
  out.kind = details.node.key.kind;
  for (const Counted& form : details.names) out.names.push_back(form.words);
  out.handles = details.handles;
  out.reports = details.counts.reports;
  if (!details.roles.empty()) out.role = details.roles.front().words;
  if (!details.states.empty()) out.country = details.states.front().words;
  if (details.place) {
    out.feature = to_string(details.place->feature);
    out.country = details.place->country;
    out.point = details.place->point;
  }
  return out;
}

// Walks the events that pass twice: once for the nodes, once for the edges.
class Exporter {
 public:
  Exporter(const GraphReader& reader, const Filter& filter, GraphSink& sink)
      : reader_(reader), filter_(filter), sink_(sink) {}

  Result<void> run() {
    sink_.begin();
    const bool whole = !filter_.at && !filter_.by && !filter_.to && !filter_.with &&
                       !filter_.when && filter_.did.empty() && filter_.type.empty() &&
                       filter_.source.empty() && filter_.report.empty() && !filter_.published &&
                       filter_.min_reports == 0;
    if (auto done = event_nodes(); !done) return done;
    if (whole) {
      if (auto done = all_nodes(); !done) return done;
    }
    if (auto done = other_nodes(); !done) return done;
    if (auto done = event_edges(); !done) return done;
    if (auto done = standing_edges(); !done) return done;
    sink_.end();
    return {};
  }

 private:
  Result<void> event_nodes();
  Result<void> all_nodes();
  Result<void> other_nodes();
  Result<void> event_edges();
  Result<void> standing_edges();
  Result<void> edges_of(const NodeKey& key);

  std::string edge_id() { return "edge:" + std::to_string(++edges_); }

  const GraphReader& reader_;
  const Filter& filter_;
  GraphSink& sink_;
  std::set<NodeKey> nodes_;  // persons, groups and places that take part
  std::set<NodeKey> events_;
  std::uint64_t edges_ = 0;
};

Result<void> Exporter::event_nodes() {
  Result<void> failure;
  const auto visit = [&](const EventDetails& event,
                         const std::vector<std::uint32_t>&) -> Result<bool> {
    const auto named = reader_.named(event.node);
    if (!named) return fail(named.error());
    OutNode out;
    out.id = named->node;
    out.name = named->name;
    out.kind = NodeKind::event;
    out.names = event.actions;
    const auto details = reader_.node(event.node);
    if (details && *details) out.handles = (**details).handles;
    if (out.handles.empty()) out.handles = {out.id};
    out.type = event.type;
    out.action = event.action;
    out.modality = standing_word(event.modality, event.polarity);
    out.when = event.when;
    out.reports = event.reports;
    sink_.node(out);
    events_.insert(event.node);
    for (const Participant& one : event.participants) {
      if (one.node.kind != NodeKind::event) nodes_.insert(one.node);
    }
    return true;
  };
  return visit_filtered(reader_, filter_, visit);
}

// Without filters what takes part in no event goes out as well.
Result<void> Exporter::all_nodes() {
  return reader_.nodes(std::nullopt, [this](const NodeDetails& details) {
    const bool listed = details.node.key.kind != NodeKind::event && !details.pronoun_only;
    if (listed) nodes_.insert(details.node.key);
    return true;
  });
}

Result<void> Exporter::other_nodes() {
  // The places around a place go along, so that WITHIN has both its ends; and the
  // groups that somebody belongs to.
  const std::set<NodeKey> taking_part = nodes_;
  for (const NodeKey& key : taking_part) {
    if (key.kind != NodeKind::place) {
      const auto ties = reader_.ties(key, false);
      if (!ties) return fail(ties.error());
      for (const Edge& edge : *ties) nodes_.insert(edge.to);
      continue;
    }
    const auto around = reader_.around(key);
    if (!around) return fail(around.error());
    nodes_.insert(around->begin(), around->end());
  }
  for (const NodeKey& key : nodes_) {
    const auto details = reader_.node(key);
    if (!details) return fail(details.error());
    if (*details) {
      sink_.node(out_node(**details));
      continue;
    }
    const auto named = reader_.named(key);
    if (!named) return fail(named.error());
    OutNode bare;
    bare.id = named->node;
    bare.name = named->name;
    bare.kind = key.kind;
    bare.handles = {bare.id};
    sink_.node(bare);
  }
  return {};
}

Result<void> Exporter::event_edges() {
  return visit_filtered(
      reader_, filter_,
      [this](const EventDetails& event, const std::vector<std::uint32_t>&) -> Result<bool> {
        const auto from = reader_.named(event.node);
        if (!from) return fail(from.error());
        for (const Participant& one : event.participants) {
          if (one.node.kind == NodeKind::event && events_.count(one.node) == 0) continue;
          const auto to = reader_.named(one.node);
          if (!to) return fail(to.error());
          std::set<ReportKey> reports;
          for (const std::uint32_t member : one.members) {
            reports.insert(event.members[member].report);
          }
          sink_.edge({edge_id(), from->node, to->node, std::string(to_string(one.role)),
                      std::max<std::uint64_t>(1, reports.size())});
        }
        return true;
      });
}

// WITHIN and MEMBER_OF, which hang on no event, and what events plan or deny.
Result<void> Exporter::standing_edges() {
  for (const std::set<NodeKey>* keys : {&nodes_, &events_}) {
    for (const NodeKey& key : *keys) {
      if (auto done = edges_of(key); !done) return done;
    }
  }
  return {};
}

Result<void> Exporter::edges_of(const NodeKey& key) {
  const auto edges =
      key.kind == NodeKind::place ? reader_.edges(key, false) : reader_.ties(key, true);
  if (!edges) return fail(edges.error());
  for (const Edge& edge : *edges) {
    if (key.kind == NodeKind::place && edge.role != Role::within) continue;
    if (edge.from != key || nodes_.count(edge.to) + events_.count(edge.to) == 0) continue;
    std::set<std::string> reports;
    for (const Evidence& told : edge.evidence) reports.insert(told.report);
    const auto from = reader_.named(edge.from);
    const auto to = reader_.named(edge.to);
    if (!from) return fail(from.error());
    if (!to) return fail(to.error());
    sink_.edge({edge_id(), from->node, to->node, std::string(to_string(edge.role)),
                std::max<std::uint64_t>(1, reports.size())});
  }
  return {};
}

// The contract's lines: every mention of every report, by report and offset.
Result<void> export_mentions(const GraphReader& reader, std::ostream& out) {
  std::vector<std::string> reports;
  const auto seen = reader.reports([&reports](const ReportRow& row) {
    reports.push_back(row.report);
    return true;
  });
  if (!seen) return seen;
  Texts texts(reader, OffsetUnit::codepoints);
  for (const std::string& report : reports) {
    const auto mentions = reader.mentions_of(report);
    if (!mentions) return fail(mentions.error());
    const auto text = texts.of(report);
    if (!text) return fail(text.error());
    std::string lines;
    for (const MentionRow& mention : *mentions) {
      const Span shown = (*text)->offsets.from_bytes(mention.span);
      JsonText json(lines);
      json.open('{').key("report").string(mention.report).key("begin").number(shown.begin);
      json.key("end").number(shown.end).key("kind").string(to_string(mention.kind));
      json.key("node").string(mention.node).close('}');
      lines += '\n';
    }
    out << lines;
    if (!out) return fail(ErrorCode::io, "cannot write");
  }
  return {};
}

}  // namespace

int run_export(Console& console, const Arguments& words) {
  StoreOptions store;
  FilterOptions filters;
  std::string format = "jsonl";
  std::string file;
  Options line("export", "[FILTERS] [-o FILE]", "the graph, or the part that the filters name");
  line.choice("--format", {"graphml", "gexf", "geojson", "jsonl", "csv", "dot", "mentions"}, format,
              "jsonl if nothing is said; mentions: every mention with its node");
  line.value("-o,--output", "FILE", file, "a file instead of standard output");
  filters.add_to(line, false);
  store.add_to(line, false);
  line.example("export --format graphml --at Iraq -o iraq.graphml");
  if (const auto code = line.parse(console, words)) return *code;
  const auto reading = Reading::open(console, store);
  if (!reading) return report_error(console, reading.error());
  const GraphReader& reader = reading->reader();
  const auto filter = filters.filter(console, reader);
  if (!filter) return report_error(console, filter.error());

  std::ofstream opened;
  if (!file.empty()) opened.open(file, std::ios::binary);
  if (!file.empty() && !opened) {
    return report_error(console, {ErrorCode::io, "cannot be written", file, 0, 0, {}});
  }
  std::ostream& out = file.empty() ? console.out : opened;
  Result<void> done;
  if (format == "mentions") {
    done = export_mentions(reader, out);
  } else {
    const auto sink = make_sink(format, out);
    done = Exporter(reader, *filter, *sink).run();
  }
  if (!done) return report_error(console, done.error());
  out.flush();
  if (!out) return report_error(console, {ErrorCode::io, "cannot be written", file, 0, 0, {}});
  return exit_done;
}

}  // namespace nutgraf
