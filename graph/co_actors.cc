#include "graph/co_actors.h"

#include <algorithm>
#include <unordered_map>

namespace nutgraf {
namespace {

// A pair of numbers, and a report that tells an event in which both take part.
struct ToldPair {
  std::uint64_t pair = 0;
  std::uint32_t report = 0;

  friend auto operator<=>(const ToldPair&, const ToldPair&) = default;
};

std::uint64_t pair_of(std::uint32_t one, std::uint32_t other) {
  return static_cast<std::uint64_t>(std::min(one, other)) << 32U | std::max(one, other);
}

template <typename Key>
class Numbers {
 public:
  std::uint32_t of(const Key& key) {
    return numbers_.try_emplace(key, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::unordered_map<Key, std::uint32_t> numbers_;
};

class Projection {
 public:
  Projection(const GraphReader& reader, const Filter& filter, const WalkProgress& progress)
      : reader_(reader), filter_(filter), progress_(progress) {}

  Result<CoActors> make() {
    const Result<void> done =
        visit_filtered(reader_, filter_,
                       [&](const EventDetails& event, const std::vector<std::uint32_t>& members) {
                         add(event, members);
                         return Result<bool>(true);
                       });
    if (!done) return fail(done.error());
    order_nodes();
    count_links();
    return std::move(out_);
  }

 private:
  void add(const EventDetails& event, const std::vector<std::uint32_t>& members) {
    if (progress_ && (++events_ & 0xFFFU) == 0) progress_(events_, 0);
    std::vector<std::uint32_t> met;
    for (const NodeKey& node : co_actors_of(event, filter_.kind)) {
      const std::uint32_t number = numbers_.of(node);
      if (number == out_.nodes.size()) out_.nodes.push_back({node, 0});
      ++out_.nodes[number].events;
      met.push_back(number);
    }
    for (std::size_t i = 0; i < met.size(); ++i) {
      for (std::size_t k = i + 1; k < met.size(); ++k) {
        pairs_.push_back(pair_of(met[i], met[k]));
        for (const std::uint32_t member : members) {
          told_.push_back({pairs_.back(), reports_.of(event.members[member].report)});
        }
      }
    }
  }

  // Numbers were given as nodes were met; now they go by node.
  void order_nodes() {
    std::vector<std::uint32_t> order(out_.nodes.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return out_.nodes[a].node < out_.nodes[b].node;
    });
    std::vector<std::uint32_t> place(order.size());
    std::vector<CoActor> nodes(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
      nodes[i] = out_.nodes[order[i]];
    }
    out_.nodes = std::move(nodes);
    const auto moved = [&](std::uint64_t pair) {
      return pair_of(place[pair >> 32U], place[pair & 0xFFFFFFFFU]);
    };
    for (std::uint64_t& pair : pairs_) pair = moved(pair);
    for (ToldPair& told : told_) told.pair = moved(told.pair);
  }

  void count_links() {
    std::sort(pairs_.begin(), pairs_.end());
    std::sort(told_.begin(), told_.end());
    told_.erase(std::unique(told_.begin(), told_.end()), told_.end());
    std::size_t told = 0;
    for (std::size_t i = 0; i < pairs_.size();) {
      const std::uint64_t pair = pairs_[i];
      CoActorLink link{static_cast<std::uint32_t>(pair >> 32U), static_cast<std::uint32_t>(pair), 0,
                       0};
      for (; i < pairs_.size() && pairs_[i] == pair; ++i) ++link.events;
      for (; told < told_.size() && told_[told].pair == pair; ++told) ++link.reports;
      if (link.reports >= filter_.min_reports) out_.links.push_back(link);
    }
  }

  const GraphReader& reader_;
  const Filter& filter_;
  const WalkProgress& progress_;
  std::uint64_t events_ = 0;
  Numbers<NodeKey> numbers_;
  Numbers<ReportKey> reports_;
  std::vector<std::uint64_t> pairs_;  // one an event
  std::vector<ToldPair> told_;
  CoActors out_;
};

}  // namespace

std::vector<NodeKey> co_actors_of(const EventDetails& event, std::optional<NodeKind> kind) {
  std::vector<NodeKey> out;
  for (const Participant& part : event.participants) {
    const bool acts =
        part.role == Role::actor || part.role == Role::target || part.role == Role::participant;
    if (acts && (!kind || *kind == part.node.kind)) out.push_back(part.node);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Result<CoActors> co_actors(const GraphReader& reader, const Filter& filter,
                           const WalkProgress& progress) {
  return Projection(reader, filter, progress).make();
}

}  // namespace nutgraf
