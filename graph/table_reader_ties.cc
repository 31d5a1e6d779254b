// Edges that hang on no participation: who belongs to whom, what was planned and then happened,
// what was denied.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/bytes.h"
#include "graph/table_reader.h"

namespace nutgraf {
namespace {

std::vector<Edge> in_order(std::vector<Edge> edges) {
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    return std::tie(a.role, a.from, a.to) < std::tie(b.role, b.from, b.to);
  });
  return edges;
}

}  // namespace

Result<std::vector<Edge>> TableReader::ties(const NodeKey& node, bool with_evidence) const {
  if (node.kind == NodeKind::place) return std::vector<Edge>();
  return sound(node.kind == NodeKind::event ? event_ties(node, with_evidence)
                                            : memberships(node, with_evidence));
}

std::vector<Edge> TableReader::event_ties(const NodeKey& node, bool with_evidence) const {
  // Of each edge the chains that plan or deny, which are what it is told by.
  std::map<std::tuple<Role, NodeKey, NodeKey>, std::set<Id>> found;
  for (const Id& unit : units_of(node.id)) {
    view_->scan_prefix(Table::tie, key_of(unit), [&](std::string_view key, std::string_view) {
      const auto end = static_cast<unsigned char>(key[16]);
      const auto role = static_cast<Role>(end & ~other_end);
      const Id chain = cut_id<Id>(key, 17);
      const NodeKey other{NodeKind::event, node_of(chain)};
      if (other == node) return true;
      const bool from_here = (end & other_end) == 0;
      found[{role, from_here ? node : other, from_here ? other : node}].insert(from_here ? unit
                                                                                         : chain);
      return true;
    });
  }
  std::vector<Edge> out;
  for (const auto& [key, chains] : found) {
    const auto& [role, from, to] = key;
    out.push_back({from, to, role, {}});
    for (const Id& teller : chains) {
      const Statement* stated = with_evidence ? statement(report_of(teller)) : nullptr;
      if (stated == nullptr) continue;
      const Statement kept = *stated;
      const Result<std::optional<Testimony>> said = testimony(kept.report);
      if (!said || !*said) continue;
      const std::vector<Event>& events = (*said)->extraction.events;
      for (std::size_t e = 0; e < std::min(events.size(), kept.chain_of.size()); ++e) {
        if (kept.chain_of[e] == npos || kept.events[kept.chain_of[e]].id != teller) continue;
        out.back().evidence.push_back(event_evidence(**said, events[e], events[e].span));
        out.back().evidence.back().role = std::string(to_string(role));
      }
    }
  }
  return in_order(std::move(out));
}

std::vector<Edge> TableReader::memberships(const NodeKey& node, bool with_evidence) const {
  // Of each edge, member first, the units and the reports that say so.
  std::map<std::pair<NodeKey, NodeKey>, std::set<std::tuple<ReportKey, Id, Id>>> found;
  for (const Id& own : units_of(node.id)) {
    view_->scan_prefix(Table::belong, key_of(own), [&](std::string_view key, std::string_view) {
      const bool member = key[16] == member_end;
      const Id id = cut_id<Id>(key, 17);
      const std::optional<UnitRow> row = unit(id);
      if (!row) return true;
      const NodeKey other{row->kind, node_of(id)};
      if (other == node) return true;
      found[{member ? node : other, member ? other : node}].insert(
          {cut_id<ReportKey>(key, 33), member ? own : id, member ? id : own});
      return true;
    });
  }
  std::vector<Edge> out;
  for (const auto& [ends, tellings] : found) {
    out.push_back({ends.first, ends.second, Role::member_of, {}});
    for (const auto& [report, member, group] : tellings) {
      const Statement* stated = with_evidence ? statement(report) : nullptr;
      if (stated == nullptr) continue;
      const Statement kept = *stated;
      const Result<std::optional<Testimony>> said = testimony(kept.report);
      if (!said || !*said) continue;
      const Extraction& extraction = (*said)->extraction;
      const auto is = [&](std::uint32_t mention, const Id& wanted) {
        const std::uint32_t entity = extraction.mentions[mention].entity;
        const std::uint32_t at = entity < kept.unit_of.size() ? kept.unit_of[entity] : npos;
        return at != npos && kept.units[at].id == wanted;
      };
      for (const Membership& told : extraction.memberships) {
        if (!is(told.member, member) || !is(told.group, group)) continue;
        const Mention& mention = extraction.mentions[told.member];
        out.back().evidence.push_back(evidence_of(**said, mention.span, mention.sentence));
        out.back().evidence.back().role = std::string(to_string(Role::member_of));
        out.back().evidence.back().rule = "membership";
      }
    }
  }
  return in_order(std::move(out));
}

}  // namespace nutgraf
