// One passage of rows through one pipeline.
#ifndef NUTGRAF_GRAPH_CYPHER_RUN_H_
#define NUTGRAF_GRAPH_CYPHER_RUN_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/cypher/aggregate.h"
#include "graph/cypher/machine.h"

namespace nutgraf::cypher {

// One relationship from a node, and the node at its other end.
struct Hop {
  RelationshipRef relationship;
  NodeRef node;
};

class Run {
  // Bytes that are kept as long as it lives.
  class Kept {
   public:
    explicit Kept(Machine& machine) : machine_(machine) {}
    ~Kept() { machine_.forget(bytes_); }
    Kept(const Kept&) = delete;
    Kept& operator=(const Kept&) = delete;
    bool more(std::size_t bytes) {  // false: too many
      bytes_ += bytes;
      return machine_.keep(bytes);
    }

   private:
    Machine& machine_;
    std::size_t bytes_ = 0;
  };

 public:
  Run(Machine& machine, const Pipeline& pipeline, const Sink& sink)
      : machine_(machine), pipeline_(pipeline), sink_(sink), states_(pipeline.steps.size()) {}
  ~Run();
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  // False: the sink wants no more, or a failure.
  bool go(Row& row);

 private:
  struct Group {
    List key;
    std::vector<Accumulator> accumulators;
  };
  struct Sorted {
    List keys;
    List kept;
    std::uint64_t number = 0;  // settles ties: first come, first shown
  };
  struct SortedBefore {
    const std::vector<SortKey>& keys;
    bool operator()(const Sorted& one, const Sorted& other) const;
  };
  // What a step keeps from row to row.
  struct State {
    std::uint64_t seen = 0;
    std::optional<std::uint64_t> bound;
    std::unordered_set<List, HashValues, SameValue> distinct;
    std::unordered_map<List, std::size_t, HashValues, SameValue> index;
    std::vector<Group> groups;
    std::vector<Sorted> sorted;
    std::size_t bytes = 0;
  };

  // Gives the row to the step; false: the steps from here on want no more.
  bool feed(std::size_t at, Row& row);
  bool next(std::size_t at, Row& row);
  void flush(std::size_t at, Row& row);
  State& state(std::size_t at);
  bool keep(State& state, std::size_t bytes);

  // run.cc
  bool take(std::size_t at, const FilterStep& step, Row& row);
  bool take(std::size_t at, const OptionalStep& step, Row& row);
  bool take(std::size_t at, const UnwindStep& step, Row& row);
  bool take(std::size_t at, const ProjectStep& step, Row& row);
  bool take(std::size_t at, const DistinctStep& step, Row& row);
  bool take(std::size_t at, const SkipStep& step, Row& row);
  bool take(std::size_t at, const LimitStep& step, Row& row);
  std::uint64_t bound(const Expression& expression, Row& row);
  // run_groups.cc
  bool take(std::size_t at, const AggregateStep& step, Row& row);
  bool take(std::size_t at, const SortStep& step, Row& row);
  Group& group(const AggregateStep& step, State& state, List key);
  void show_groups(std::size_t at, const AggregateStep& step, Row& row);
  void show_sorted(std::size_t at, const SortStep& step, Row& row);
  // run_patterns.cc
  bool take(std::size_t at, const ScanStep& step, Row& row);
  bool take(std::size_t at, const LabelStep& step, Row& row);
  bool take(std::size_t at, const PropertyStep& step, Row& row);
  bool take(std::size_t at, const ExpandStep& step, Row& row);
  bool take(std::size_t at, const EndsStep& step, Row& row);
  bool take(std::size_t at, const PathStep& step, Row& row);
  bool take_end(std::size_t at, const EndsStep& step, Row& row, NodeRef left, NodeRef right);
  bool has_labels(NodeRef node, const std::vector<std::string>& labels) const;
  bool used(RelationshipRef relationship, const std::vector<Slot>& slots, const Row& row) const;
  bool fits(RelationshipRef relationship, const RelationshipPattern& pattern, Row& row);
  std::optional<NodeRef> walk(const List& hops, const EndsStep& step, NodeRef start, Row& row);
  // run_walks.cc
  bool expand_many(std::size_t at, const ExpandStep& step, NodeRef from, Row& row);
  bool reached(std::size_t at, const ExpandStep& step, const std::vector<RelationshipRef>& path,
               NodeRef node, Row& row);
  std::vector<Hop> hops(NodeRef node, Direction direction, const RelationshipPattern& pattern,
                        Row& row);
  bool take(std::size_t at, const ShortestStep& step, Row& row);

  Machine& machine_;
  const Pipeline& pipeline_;
  const Sink& sink_;
  std::vector<std::unique_ptr<State>> states_;
  bool finished_ = false;
};

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_RUN_H_
