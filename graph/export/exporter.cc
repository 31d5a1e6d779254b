#include "graph/export/exporter.h"

#include <algorithm>
#include <set>
#include <string>

#include "graph/export/describe.h"

namespace nutgraf {
namespace {

using Members = std::vector<std::uint32_t>;

class Exporter {
 public:
  Exporter(const GraphReader& reader, const GraphPart& part, const CodeBook& codes, GraphSink& sink,
           const ExportProgress& progress)
      : reader_(reader), part_(part), sink_(sink), progress_(progress), describe_(reader, codes) {}

  Result<void> run() {
    sink_.begin(true);
    for (const auto step : {&Exporter::event_nodes, &Exporter::other_nodes, &Exporter::told_reports,
                            &Exporter::event_edges, &Exporter::standing_edges}) {
      if (auto done = (this->*step)(); !done) return done;
    }
    sink_.end();
    return progress_(counts_);
  }

 private:
  Result<void> event_nodes();
  Result<void> other_nodes();
  Result<void> all_nodes();
  Result<void> add_around();
  Result<void> told_reports();
  Result<void> event_edges();
  Result<void> edges_of(const EventDetails& event, const Members& members);
  Result<void> standing_edges();
  Result<void> ties_of(const NodeKey& key);
  Result<void> standing_edges_of(const NodeKey& key);

  Result<void> write(const OutNode& node) {
    sink_.node(node);
    ++counts_.nodes;
    return progress_(counts_);
  }
  Result<void> write(OutEdge edge) {
    edge.id = "edge:" + std::to_string(++counts_.edges);
    sink_.edge(edge);
    return progress_(counts_);
  }
  Result<OutEnd> end_of(const NodeKey& key) const {
    const auto named = reader_.named(key);
    if (!named) return fail(named.error());
    return OutEnd{named->node, named->name, key.kind};
  }

  const GraphReader& reader_;
  const GraphPart& part_;
  GraphSink& sink_;
  const ExportProgress& progress_;
  Describer describe_;
  NodeSet nodes_;  // persons, groups and places that go out
  NodeSet events_;
  ExportCounts counts_;
};

Result<void> Exporter::event_nodes() {
  const auto done =
      part_.events([&](const EventDetails& event, const Members& members) -> Result<bool> {
        const auto out = describe_.event(event, members);
        if (!out) return fail(out.error());
        if (auto written = write(*out); !written) return fail(written.error());
        events_.add(event.node);
        for (const Participant& one : event.participants) {
          const bool goes = one.node.kind != NodeKind::event && part_.takes(one.node) &&
                            !GraphPart::told(one, members).empty();
          if (goes) nodes_.add(one.node);
        }
        return true;
      });
  events_.seal();
  nodes_.seal();
  return done;
}

// Without filters what takes part in no event goes out too, unless it is a mere pronoun.
Result<void> Exporter::all_nodes() {
  NodeSet out;
  std::optional<Error> failure;
  const auto done = reader_.nodes(std::nullopt, [&](const NodeDetails& details) {
    const NodeKey& key = details.node.key;
    if (key.kind == NodeKind::event || (details.pronoun_only && !nodes_.has(key))) return true;
    out.add(key);
    if (auto written = write(Describer::node(details)); !written) failure = written.error();
    return !failure.has_value();
  });
  if (failure) return fail(*failure);
  out.seal();
  nodes_ = std::move(out);
  return done;
}

// The places around a place go along, so that WITHIN has both its ends.
Result<void> Exporter::add_around() {
  const std::vector<NodeKey> taking_part = nodes_.nodes();
  for (const NodeKey& key : taking_part) {
    if (key.kind != NodeKind::place) continue;
    const auto around = reader_.around(key);
    if (!around) return fail(around.error());
    for (const NodeKey& outer : *around) nodes_.add(outer);
  }
  nodes_.seal();
  return {};
}

Result<void> Exporter::other_nodes() {
  if (part_.whole()) return all_nodes();
  if (!part_.request().around) {
    if (auto done = add_around(); !done) return done;
  }
  for (const NodeKey& key : nodes_.nodes()) {
    const auto out = describe_.node(key);
    if (!out) return fail(out.error());
    if (auto written = write(*out); !written) return written;
  }
  return {};
}

Result<void> Exporter::told_reports() {
  if (!sink_.wants_reports()) return {};
  std::vector<ReportKey> told;
  const auto done =
      part_.events([&](const EventDetails& event, const Members& members) -> Result<bool> {
        const auto named = reader_.named(event.node);
        if (!named) return fail(named.error());
        std::vector<ReportKey> reports;
        for (const std::uint32_t member : members) reports.push_back(event.members[member].report);
        std::sort(reports.begin(), reports.end());
        reports.erase(std::unique(reports.begin(), reports.end()), reports.end());
        for (const ReportKey& report : reports) {
          const auto row = reader_.report_row(report);
          if (!row) return fail(row.error());
          if (*row) sink_.tells(named->node, (*row)->report);
        }
        told.insert(told.end(), reports.begin(), reports.end());
        if (auto written = progress_(counts_); !written) return fail(written.error());
        return true;
      });
  if (!done) return done;
  std::sort(told.begin(), told.end());
  told.erase(std::unique(told.begin(), told.end()), told.end());
  for (const ReportKey& report : told) {
    const auto row = reader_.report_row(report);
    if (!row) return fail(row.error());
    if (*row) sink_.report(**row);
  }
  return {};
}

Result<void> Exporter::edges_of(const EventDetails& event, const Members& members) {
  const auto from = end_of(event.node);
  if (!from) return fail(from.error());
  for (const Participant& one : event.participants) {
    const NodeSet& out = one.node.kind == NodeKind::event ? events_ : nodes_;
    const Members told = GraphPart::told(one, members);
    if (told.empty() || !out.has(one.node)) continue;
    const auto to = end_of(one.node);
    if (!to) return fail(to.error());
    const std::uint64_t reports = count_reports(event, told);
    const bool denied = event.polarity == Polarity::negative;
    OutEdge edge{
        {},        *from,   *to,        std::string(to_string(one.role)),
        reports,   reports, event.type, denied ? "denied" : std::string(to_string(event.modality)),
        event.when};
    if (auto written = write(std::move(edge)); !written) return written;
  }
  return {};
}

Result<void> Exporter::event_edges() {
  return part_.events([&](const EventDetails& event, const Members& members) -> Result<bool> {
    if (auto done = edges_of(event, members); !done) return fail(done.error());
    return true;
  });
}

// What hangs on no participation: WITHIN, from each place to the next around it, MEMBER_OF, PLANS
// and DENIES.
Result<void> Exporter::standing_edges() {
  for (const NodeSet* keys : {&nodes_, &events_}) {
    for (const NodeKey& key : keys->nodes()) {
      if (auto done = standing_edges_of(key); !done) return done;
    }
  }
  return {};
}

Result<void> Exporter::ties_of(const NodeKey& key) {
  const auto ties = reader_.ties(key, true);
  if (!ties) return fail(ties.error());
  for (const Edge& edge : *ties) {
    if (edge.from != key || !(nodes_.has(edge.to) || events_.has(edge.to))) continue;
    std::set<std::string> reports;
    for (const Evidence& told : edge.evidence) reports.insert(told.report);
    const auto from = end_of(edge.from);
    const auto to = end_of(edge.to);
    if (!from || !to) return fail(from ? to.error() : from.error());
    const std::uint64_t told = std::max<std::size_t>(1, reports.size());
    OutEdge out{{}, *from, *to, std::string(to_string(edge.role)), told, told, {}, {}, {}};
    if (auto written = write(std::move(out)); !written) return written;
  }
  return {};
}

Result<void> Exporter::standing_edges_of(const NodeKey& key) {
  if (key.kind != NodeKind::place) return ties_of(key);
  const auto around = reader_.around(key);
  if (!around) return fail(around.error());
  if (around->empty() || !nodes_.has(around->front())) return {};
  const auto from = end_of(key);
  const auto to = end_of(around->front());
  if (!from || !to) return fail(from ? to.error() : from.error());
  return write(OutEdge{{}, *from, *to, std::string(to_string(Role::within)), 1, 1, {}, {}, {}});
}

}  // namespace

Result<void> export_graph(const GraphReader& reader, const GraphPart& part, const CodeBook& codes,
                          GraphSink& sink, const ExportProgress& progress) {
  return Exporter(reader, part, codes, sink, progress).run();
}

Result<void> export_events(const GraphReader& reader, const GraphPart& part, const CodeBook& codes,
                           EventSink& sink, const ExportProgress& progress) {
  Describer describe(reader, codes);
  ExportCounts counts;
  sink.begin();
  const auto done =
      part.events([&](const EventDetails& event, const Members& members) -> Result<bool> {
        const auto out = describe.with_parts(event, members);
        if (!out) return fail(out.error());
        sink.event(*out);
        ++counts.nodes;
        if (auto written = progress(counts); !written) return fail(written.error());
        return true;
      });
  if (!done) return done;
  sink.end();
  return progress(counts);
}

}  // namespace nutgraf
