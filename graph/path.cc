// The shortest paths between two nodes: Yen's method over searches from both ends.
#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/event_graph.h"
#include "graph/walk.h"

namespace nutgraf {
namespace {

using Vertex = EventGraph::Vertex;
using Way = std::vector<Vertex>;

// What a search may not use.
struct Barred {
  std::unordered_set<Vertex> vertices;
  std::unordered_set<Vertex> first;  // steps from the start
};

// One end of a search: how far each vertex is from it, and by which ones it was reached, level by
// level.
struct Side {
  std::unordered_map<Vertex, std::uint32_t> distance;
  std::unordered_map<Vertex, std::vector<Vertex>> before;
  std::vector<Vertex> frontier;
  std::uint32_t depth = 0;

  explicit Side(Vertex start) : distance{{start, 0}}, frontier{start} {}
};

class Search {
 public:
  Search(EventGraph& graph, Vertex from, Vertex to, const Barred& barred)
      : graph_(graph), from_(from), to_(to), barred_(barred), ahead_(from), back_(to) {}

  // The shortest way of at most so many edges; of several the one whose nodes come first.
  std::optional<Way> run(std::uint32_t most) {
    if (from_ == to_) return Way{from_};
    while (ahead_.depth + back_.depth < most && !graph_.failure()) {
      const bool forwards = ahead_.frontier.size() <= back_.frontier.size();
      Side& side = forwards ? ahead_ : back_;
      const Side& other = forwards ? back_ : ahead_;
      widen(side);
      if (side.frontier.empty()) return std::nullopt;
      const bool met = std::any_of(side.frontier.begin(), side.frontier.end(), [&](Vertex vertex) {
        return other.distance.count(vertex) != 0;
      });
      if (met) return first_way();
    }
    return std::nullopt;
  }

 private:
  bool may_step(Vertex from, Vertex to) const {
    if (barred_.vertices.count(to) != 0) return false;
    return from != from_ || barred_.first.count(to) == 0;
  }

  void widen(Side& side) {
    const bool forwards = &side == &ahead_;
    ++side.depth;
    std::vector<Vertex> next;
    for (const Vertex here : side.frontier) {
      for (const Vertex there : graph_.neighbours(here)) {
        if (!(forwards ? may_step(here, there) : may_step(there, here))) continue;
        if (barred_.vertices.count(there) != 0) continue;
        const auto [found, fresh] = side.distance.try_emplace(there, side.depth);
        if (fresh) next.push_back(there);
        if (found->second == side.depth) side.before[there].push_back(here);
      }
    }
    side.frontier = std::move(next);
  }

  // Both sides are complete to their depths, so that the shortest ways are as long as both together
  // and go through vertices at the edge of both.
  Way first_way() {
    std::unordered_map<Vertex, std::vector<Vertex>> next;  // on the shortest ways, from the start
    std::vector<Vertex> level;
    for (const auto& [vertex, distance] : ahead_.distance) {
      const auto found = back_.distance.find(vertex);
      const bool edge =
          distance == ahead_.depth && found != back_.distance.end() && found->second == back_.depth;
      if (edge) level.push_back(vertex);
    }
    while (!level.empty()) {
      std::vector<Vertex> nearer;
      for (const Vertex vertex : level) {
        for (const Vertex before : ahead_.before[vertex]) {
          std::vector<Vertex>& steps = next[before];
          if (steps.empty()) nearer.push_back(before);
          steps.push_back(vertex);
        }
      }
      level = std::move(nearer);
    }
    Way way{from_};
    while (way.back() != to_) {
      const auto found = next.find(way.back());
      const std::vector<Vertex>& steps =
          found != next.end() ? found->second : back_.before[way.back()];
      way.push_back(*std::min_element(steps.begin(), steps.end(), [&](Vertex a, Vertex b) {
        return graph_.node(a) < graph_.node(b);
      }));
    }
    return way;
  }

  EventGraph& graph_;
  Vertex from_;
  Vertex to_;
  const Barred& barred_;
  Side ahead_;
  Side back_;
};

class Yen {
 public:
  Yen(EventGraph& graph, Vertex from, Vertex to, const PathWish& wish, const WalkProgress& progress)
      : graph_(graph), from_(from), to_(to), wish_(wish), progress_(progress) {}

  std::vector<Way> run() {
    if (const auto way = Search(graph_, from_, to_, {}).run(wish_.hops)) found_.push_back(*way);
    while (!found_.empty() && found_.size() < wish_.paths && !graph_.failure()) {
      if (progress_) progress_(found_.size(), wish_.paths);
      branch_off();
      if (candidates_.empty()) break;
      found_.push_back(std::move(candidates_.extract(candidates_.begin()).value().way));
    }
    return std::move(found_);
  }

 private:
  struct Candidate {
    std::vector<NodeKey> nodes;
    Way way;

    friend bool operator<(const Candidate& a, const Candidate& b) {
      const std::size_t one = a.way.size();
      const std::size_t other = b.way.size();
      return std::tie(one, a.nodes) < std::tie(other, b.nodes);
    }
  };

  // From each vertex of the last way: the shortest that leaves the found ones there.
  void branch_off() {
    const Way last = found_.back();
    for (std::size_t i = 0; i + 1 < last.size(); ++i) {
      Barred barred;
      barred.vertices.insert(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(i));
      for (const Way& way : found_) {
        const bool shared =
            way.size() > i + 1 &&
            std::equal(way.begin(), way.begin() + static_cast<std::ptrdiff_t>(i) + 1, last.begin());
        if (shared) barred.first.insert(way[i + 1]);
      }
      const auto left = wish_.hops - static_cast<std::uint32_t>(i);
      const std::optional<Way> rest = Search(graph_, last[i], to_, barred).run(left);
      if (!rest) continue;
      Candidate candidate;
      candidate.way.assign(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(i));
      candidate.way.insert(candidate.way.end(), rest->begin(), rest->end());
      for (const Vertex vertex : candidate.way) candidate.nodes.push_back(graph_.node(vertex));
      candidates_.insert(std::move(candidate));
    }
  }

  EventGraph& graph_;
  Vertex from_;
  Vertex to_;
  PathWish wish_;
  const WalkProgress& progress_;
  std::vector<Way> found_;
  std::set<Candidate> candidates_;
};

// The edge between an event and what takes part in it, or a tie: the first by role, its evidence
// from reports that the filter leaves first.
Result<Edge> edge_between(const GraphReader& reader, const NodeKey& one, const NodeKey& other) {
  const NodeKey& event = one.kind == NodeKind::event ? one : other;
  const NodeKey& end = one.kind == NodeKind::event ? other : one;
  const Result<std::vector<Edge>> edges =
      event.kind == NodeKind::event ? reader.edges(event, true) : reader.ties(event, true);
  if (!edges) return fail(edges.error());
  const Edge* best = nullptr;
  for (const Edge& edge : *edges) {
    if (edge.to != end && edge.from != end) continue;
    if (best == nullptr || (best->evidence.empty() && !edge.evidence.empty())) best = &edge;
  }
  return best == nullptr ? Edge() : *best;
}

// Puts first what reports say that the filter leaves.
Result<void> prefer(const GraphReader& reader, const Filter& filter, std::vector<Evidence>& proof) {
  if (filter.source.empty() && filter.report.empty() && !filter.published) return {};
  std::vector<Evidence> first;
  std::vector<Evidence> rest;
  for (Evidence& each : proof) {
    const Result<std::optional<ReportRow>> row = reader.report_row(report_key(each.report));
    if (!row) return fail(row.error());
    (*row && leaves(filter, **row) ? first : rest).push_back(std::move(each));
  }
  proof = std::move(first);
  proof.insert(proof.end(), std::make_move_iterator(rest.begin()),
               std::make_move_iterator(rest.end()));
  return {};
}

}  // namespace

Result<std::vector<Path>> paths(const GraphReader& reader, const NodeKey& from, const NodeKey& to,
                                const PathWish& wish, const Filter& filter,
                                const WalkProgress& progress) {
  EventGraph graph(reader, filter);
  const Vertex first = graph.vertex(from);
  const Vertex last = graph.vertex(to);
  const std::vector<Way> ways = Yen(graph, first, last, wish, progress).run();
  if (graph.failure()) return fail(*graph.failure());
  std::vector<Path> out;
  for (const Way& way : ways) {
    Path path;
    for (std::size_t i = 0; i < way.size(); ++i) {
      const Result<NamedNode> named = reader.named(graph.node(way[i]));
      if (!named) return fail(named.error());
      path.push_back({*named, {}});
      if (i + 1 == way.size()) break;
      Result<Edge> edge = edge_between(reader, graph.node(way[i]), graph.node(way[i + 1]));
      if (!edge) return fail(edge.error());
      if (const auto done = prefer(reader, filter, edge->evidence); !done)
        return fail(done.error());
      path.back().edge = std::move(*edge);
    }
    out.push_back(std::move(path));
  }
  return out;
}

}  // namespace nutgraf
