#include "graph/export/describe.h"

#include <algorithm>
#include <set>

#include "graph/export/part.h"

namespace nutgraf {
namespace {

constexpr std::size_t kept_nodes = 4096;

std::set<ReportKey> report_keys(const EventDetails& event,
                                const std::vector<std::uint32_t>& members) {
  std::set<ReportKey> out;
  for (const std::uint32_t member : members) out.insert(event.members[member].report);
  return out;
}

// Its own id first, then those of the other units that were merged into it.
std::vector<std::string> handles_of(const EventDetails& event, const std::string& own) {
  std::set<std::string> units;
  for (const EventMember& member : event.members) {
    units.insert(print_key({NodeKind::event, chain_id(member.report, member.offset)}));
  }
  units.erase(own);
  std::vector<std::string> out{own};
  out.insert(out.end(), units.begin(), units.end());
  return out;
}

}  // namespace

std::uint64_t count_reports(const EventDetails& event, const std::vector<std::uint32_t>& members) {
  return report_keys(event, members).size();
}

OutNode Describer::node(const NodeDetails& details) {
  OutNode out;
  out.id = details.node.node;
  out.name = details.node.name;
  out.kind = details.node.key.kind;
  for (const Counted& form : details.names) out.names.push_back(form.words);
  out.handles = details.handles;
  out.reports = details.counts.reports;
  out.sources = details.counts.sources;
  out.events = details.counts.events;
  if (!details.roles.empty()) out.role = details.roles.front().words;
  if (!details.states.empty()) out.country = details.states.front().words;
  if (details.place) {
    out.feature = to_string(details.place->feature);
    out.country = details.place->country;
    out.point = details.place->point;
    out.geonames = details.place->geonames;
    out.container = details.place->container;
    out.within = details.place->within;
  }
  return out;
}

Result<OutNode> Describer::node(const NodeKey& key) {
  const auto found = kept_.find(key);
  if (found != kept_.end()) return found->second;
  const auto details = reader_.node(key);
  if (!details) return fail(details.error());
  OutNode out;
  if (*details) {
    out = node(**details);
  } else {
    const auto named = reader_.named(key);
    if (!named) return fail(named.error());
    out.id = named->node;
    out.name = named->name;
    out.kind = key.kind;
    out.handles = {out.id};
  }
  if (kept_.size() >= kept_nodes) kept_.clear();
  kept_.emplace(key, out);
  return out;
}

Result<OutNode> Describer::event(const EventDetails& event,
                                 const std::vector<std::uint32_t>& members) {
  const auto named = reader_.named(event.node);
  if (!named) return fail(named.error());
  const std::set<ReportKey> reports = report_keys(event, members);
  const auto sources = reader_.sources_of({reports.begin(), reports.end()});
  if (!sources) return fail(sources.error());
  OutNode out;
  out.id = named->node;
  out.name = named->name;
  out.kind = NodeKind::event;
  out.names = event.actions;
  out.handles = handles_of(event, out.id);
  out.reports = reports.size();
  out.sources = *sources;
  out.type = event.type;
  out.mode = event.mode;
  out.codes = codes_(event.type, event.mode);
  out.action = event.action;
  out.modality =
      event.polarity == Polarity::negative ? "denied" : std::string(to_string(event.modality));
  out.when = event.when;
  out.told = event.told;
  for (const ToldCasualty& told : event.casualties) {
    const bool left = std::binary_search(members.begin(), members.end(), told.member);
    if (left) out.casualties.push_back(told);
  }
  return out;
}

Result<OutEvent> Describer::with_parts(const EventDetails& event,
                                       const std::vector<std::uint32_t>& members) {
  auto described = this->event(event, members);
  if (!described) return fail(described.error());
  OutEvent out{std::move(*described), {}, {}};
  for (const Participant& part : event.participants) {
    const std::vector<std::uint32_t> told = GraphPart::told(part, members);
    if (told.empty() || part.node.kind == NodeKind::event) continue;
    auto one = node(part.node);
    if (!one) return fail(one.error());
    out.parts.push_back({part.role, std::move(*one), count_reports(event, told)});
  }
  std::set<ReportKey> seen;
  for (const std::uint32_t member : members) {
    if (!seen.insert(event.members[member].report).second) continue;
    const auto row = reader_.report_row(event.members[member].report);
    if (!row) return fail(row.error());
    if (*row) out.reports.push_back(**row);
  }
  return out;
}

}  // namespace nutgraf
