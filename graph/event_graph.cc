#include "graph/event_graph.h"

#include <algorithm>

#include "graph/network.h"

namespace nutgraf {

EventGraph::Vertex EventGraph::vertex(const NodeKey& node) {
  const auto [found, fresh] = numbers_.try_emplace(node, static_cast<Vertex>(nodes_.size()));
  if (fresh) {
    nodes_.push_back(node);
    neighbours_.emplace_back();
  }
  return found->second;
}

const std::vector<EventGraph::Vertex>& EventGraph::neighbours(Vertex vertex) {
  if (neighbours_[vertex] == nullptr) {
    std::vector<Vertex> found;
    const NodeKey node = nodes_[vertex];
    if (node.kind != NodeKind::event) {
      found = events_of(node);
    } else {
      const Result<std::optional<EventDetails>> event = reader_.event(node);
      if (!event) failure_ = event.error();
      if (event && *event) found = around_event(**event);
    }
    neighbours_[vertex] = std::make_unique<std::vector<Vertex>>(std::move(found));
  }
  return *neighbours_[vertex];
}

std::vector<EventGraph::Vertex> EventGraph::around_event(const EventDetails& event) {
  std::vector<NodeKey> nodes;
  for (const Participant& part : event.participants) nodes.push_back(part.node);
  // What is planned or denied passes no filter that does not ask for all.
  if (filter_.standing == Standing::any) add_tied(event.node, nodes);
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  std::vector<Vertex> out;
  for (const NodeKey& node : nodes) out.push_back(vertex(node));
  return out;
}

void EventGraph::add_tied(const NodeKey& node, std::vector<NodeKey>& out) {
  const Result<std::vector<Edge>> ties = reader_.ties(node, false);
  if (!ties) {
    failure_ = ties.error();
    return;
  }
  for (const Edge& edge : *ties) out.push_back(edge.from == node ? edge.to : edge.from);
}

std::vector<EventGraph::Vertex> EventGraph::events_of(const NodeKey& node) {
  std::vector<NodeKey> nodes;
  Filter own = filter_;
  own.with = node;
  const auto takes_part = [](const EventDetails& event, const NodeKey& wanted) {
    return std::any_of(event.participants.begin(), event.participants.end(),
                       [&](const Participant& part) { return part.node == wanted; });
  };
  const Result<void> done = visit_filtered(
      reader_, own, [&](const EventDetails& event, const std::vector<std::uint32_t>& members) {
        ++events_;
        const bool with = !filter_.with || takes_part(event, *filter_.with);
        if (with && reports_of(event, members) >= filter_.min_reports) nodes.push_back(event.node);
        return Result<bool>(true);
      });
  if (!done) failure_ = done.error();
  add_tied(node, nodes);
  std::sort(nodes.begin(), nodes.end());
  std::vector<Vertex> out;
  for (const NodeKey& event : nodes) out.push_back(vertex(event));
  return out;
}

}  // namespace nutgraf
