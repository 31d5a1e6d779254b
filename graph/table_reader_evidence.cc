// Evidence: the sentences behind nodes, events and edges, read from testimony.
#include <algorithm>
#include <iterator>

#include "graph/bytes.h"
#include "graph/table_reader.h"

namespace nutgraf {
namespace {

Span sentence_of(const Extraction& extraction, std::uint32_t sentence, Span span) {
  if (sentence < extraction.sentences.size()) return extraction.sentences[sentence];
  for (const Span& candidate : extraction.sentences) {
    if (candidate.contains(span)) return candidate;
  }
  return span;
}

}  // namespace

Evidence evidence_of(const Testimony& said, Span span, std::uint32_t sentence) {
  Evidence out;
  out.report = said.report.id;
  out.span = span;
  out.sentence = sentence_of(said.extraction, sentence, span);
  out.sentence.end =
      std::min(out.sentence.end, static_cast<std::uint32_t>(said.report.text.size()));
  out.sentence.begin = std::min(out.sentence.begin, out.sentence.end);
  out.quote = std::string(cut(said.report.text, out.sentence));
  return out;
}

Evidence event_evidence(const Testimony& said, const Event& event, Span span) {
  Evidence out = evidence_of(said, span, event.sentence);
  out.rule = event.rule;
  out.modality = event.modality;
  out.polarity = event.polarity;
  if (event.reported_by < said.extraction.mentions.size()) {
    out.reported_by = said.extraction.mentions[event.reported_by].span;
  }
  return out;
}

namespace {

// The mentions that fill the role in the event.
std::vector<std::uint32_t> fillers(const Event& event, Role role) {
  std::vector<std::uint32_t> out;
  const auto take = [&](const std::vector<std::uint32_t>& mentions) {
    out.insert(out.end(), mentions.begin(), mentions.end());
  };
  const auto take_places = [&](PlaceRole wanted) {
    for (const EventPlace& place : event.places) {
      if (place.role == wanted) out.push_back(place.mention);
    }
  };
  switch (role) {
    case Role::actor:
      take(event.actors);
      take(event.inherited_actors);
      break;
    case Role::target:
      take(event.targets);
      take(event.inherited_targets);
      break;
    case Role::participant:
      for (const Casualty& casualty : event.casualties) out.push_back(casualty.mention);
      break;
    case Role::said_by:
      out.push_back(event.reported_by);
      break;
    case Role::at:
      take_places(PlaceRole::at);
      break;
    case Role::from:
      take_places(PlaceRole::from);
      break;
    case Role::to:
      take_places(PlaceRole::to);
      break;
    default:
      break;
  }
  return out;
}

// Which node a mention of the report stands for.
std::optional<Id> unit_of_mention(const Statement& stated, const Extraction& extraction,
                                  std::uint32_t mention) {
  if (mention >= extraction.mentions.size()) return std::nullopt;
  const std::uint32_t entity = extraction.mentions[mention].entity;
  if (entity >= stated.unit_of.size() || stated.unit_of[entity] == npos) return std::nullopt;
  return stated.units[stated.unit_of[entity]].id;
}

}  // namespace

Result<std::vector<Evidence>> TableReader::evidence(const NodeKey& node) const {
  std::vector<Evidence> out;
  if (node.kind == NodeKind::event) {
    for (const Id& member : units_of(node.id)) {
      const Statement* stated = statement(report_of(member));
      if (stated == nullptr) continue;
      const Result<std::optional<Testimony>> said = testimony(stated->report);
      if (!said) return fail(said.error());
      if (!*said) continue;
      const std::vector<Event>& events = (*said)->extraction.events;
      for (std::size_t e = 0; e < std::min(events.size(), stated->chain_of.size()); ++e) {
        if (stated->chain_of[e] == npos || stated->events[stated->chain_of[e]].id != member)
          continue;
        out.push_back(event_evidence(**said, events[e], events[e].span));
        out.back().role = "event";
      }
    }
    return sound(std::move(out));
  }
  std::set<Id> units;
  for (const Id& unit : units_of(node.id)) units.insert(unit);
  for (const ReportKey& report : report_keys(node)) {
    const Statement* stated = statement(report);
    if (stated == nullptr) continue;
    const Result<std::optional<Testimony>> said = testimony(stated->report);
    if (!said) return fail(said.error());
    if (!*said) continue;
    const Extraction& extraction = (*said)->extraction;
    for (std::uint32_t m = 0; m < extraction.mentions.size(); ++m) {
      const std::optional<Id> unit = unit_of_mention(*stated, extraction, m);
      if (!unit || units.count(*unit) == 0) continue;
      const Mention& mention = extraction.mentions[m];
      out.push_back(evidence_of(**said, mention.span, mention.sentence));
      out.back().role = "mention";
      out.back().rule = mention.rule;
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Evidence& a, const Evidence& b) { return a.report < b.report; });
  return sound(std::move(out));
}

std::vector<Edge> TableReader::event_edges(const NodeKey& node, bool with_evidence) const {
  std::vector<Edge> out;
  const std::optional<EventRow> row = event_row(node.id);
  if (!row) return out;
  for (const Participant& part : details(node.id, *row).participants) {
    out.push_back({node, part.node, part.role, {}});
  }
  if (!with_evidence) return out;
  for (const EventTelling& telling : row->tellings) {
    const Statement* stated = statement(report_of(telling.id));
    if (stated == nullptr) continue;
    const Statement& kept = *stated;
    const Result<std::optional<Testimony>> said = testimony(kept.report);
    if (!said || !*said) continue;
    const Extraction& extraction = (*said)->extraction;
    for (std::size_t e = 0; e < std::min(extraction.events.size(), kept.chain_of.size()); ++e) {
      if (kept.chain_of[e] == npos || kept.events[kept.chain_of[e]].id != telling.id) continue;
      for (Edge& edge : out) {
        for (const std::uint32_t mention : fillers(extraction.events[e], edge.role)) {
          const std::optional<Id> unit = unit_of_mention(kept, extraction, mention);
          if (!unit || node_of(*unit) != edge.to.id) continue;
          edge.evidence.push_back(
              event_evidence(**said, extraction.events[e], extraction.mentions[mention].span));
          edge.evidence.back().role = std::string(to_string(edge.role));
        }
      }
    }
  }
  return out;
}

Result<std::vector<Edge>> TableReader::edges(const NodeKey& node, bool with_evidence) const {
  const Result<std::vector<Edge>> tied = ties(node, with_evidence);
  if (!tied) return fail(tied.error());
  std::vector<Edge> out = *tied;
  if (node.kind == NodeKind::event) {
    std::vector<Edge> own = event_edges(node, with_evidence);
    out.insert(out.begin(), std::make_move_iterator(own.begin()),
               std::make_move_iterator(own.end()));
    return sound(std::move(out));
  }
  std::set<Id> events;
  for (const Id& unit : units_of(node.id)) {
    view_->scan_prefix(Table::actor, key_of(unit), [&](std::string_view key, std::string_view) {
      events.insert(cut_id<Id>(key, 21));
      return true;
    });
    if (node.kind != NodeKind::place) continue;
    const std::vector<Id> outer = places_around(*view_, unit);
    if (!outer.empty())
      out.push_back({node, {NodeKind::place, node_of(outer.front())}, Role::within, {}});
    view_->scan_prefix(Table::inside, key_of(unit), [&](std::string_view key, std::string_view) {
      out.push_back({{NodeKind::place, node_of(cut_id<Id>(key, 16))}, node, Role::within, {}});
      return true;
    });
  }
  for (const Id& event : events) {
    for (Edge& edge : event_edges({NodeKind::event, event}, with_evidence)) {
      if (edge.to == node) out.push_back(std::move(edge));
    }
  }
  return sound(std::move(out));
}

}  // namespace nutgraf
