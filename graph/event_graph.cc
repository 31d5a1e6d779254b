#include "graph/event_graph.h"

#include <algorithm>

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
  const Result<void> done = visit_filtered(
      reader_, own, [&](const EventDetails& event, const std::vector<std::uint32_t>&) {
        nodes.push_back(event.node);
        return Result<bool>(true);
      });
  if (!done) failure_ = done.error();
  add_tied(node, nodes);
  std::sort(nodes.begin(), nodes.end());
  std::vector<Vertex> out;
  for (const NodeKey& event : nodes) out.push_back(vertex(event));
  return out;
}

void EventGraph::load() {
  std::vector<std::pair<NodeKey, std::vector<NodeKey>>> events;
  const Result<void> done = visit_filtered(
      reader_, filter_, [&](const EventDetails& event, const std::vector<std::uint32_t>&) {
        std::vector<NodeKey> parts;
        for (const Participant& part : event.participants) {
          parts.push_back(part.node);
        }
        events.emplace_back(event.node, std::move(parts));
        return Result<bool>(true);
      });
  if (!done) failure_ = done.error();
  std::sort(events.begin(), events.end());
  std::vector<std::vector<Vertex>> lists;
  const auto link = [&](Vertex from, Vertex to) {
    if (lists.size() < nodes_.size()) lists.resize(nodes_.size());
    lists[from].push_back(to);
  };
  for (const auto& [event, parts] : events) {
    const Vertex middle = vertex(event);
    std::vector<Vertex> met;
    for (const NodeKey& part : parts) {
      const Vertex end = vertex(part);
      if (std::find(met.begin(), met.end(), end) != met.end()) continue;
      met.push_back(end);
      link(middle, end);
      link(end, middle);
    }
  }
  lists.resize(nodes_.size());
  for (std::size_t i = 0; i < lists.size(); ++i) {
    neighbours_[i] = std::make_unique<std::vector<Vertex>>(std::move(lists[i]));
  }
}

}  // namespace nutgraf
