// Plans the patterns of one MATCH, or of one pattern expression.
#ifndef NUTGRAF_GRAPH_CYPHER_MATCH_PLANNER_H_
#define NUTGRAF_GRAPH_CYPHER_MATCH_PLANNER_H_

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "graph/cypher/plan.h"

namespace nutgraf::cypher {

class MatchPlanner {
 public:
  // `rows`: how many rows come in, about; `number` counts the steps of the plan.
  MatchPlanner(const PropertyGraph& graph, std::uint64_t rows, std::size_t& number)
      : graph_(graph), rows_(rows), number_(number) {}

  void add(const std::vector<PatternPart>& patterns, const Expression* where);
  // The steps, in order. The greedy way: what is bound already first; else the node that an index
  // finds best; then the relationship that leads to the fewest nodes.
  std::vector<Step> plan();
  // What the patterns bind that was not bound before.
  std::vector<Slot> declared() const { return {declared_.begin(), declared_.end()}; }
  std::uint64_t rows() const { return rows_; }

 private:
  struct Node {
    bool bound = false;
    std::vector<std::string> labels;
  };
  struct Hop {
    const PatternPart* part = nullptr;
    const RelationshipPattern* pattern = nullptr;
    Slot left = no_slot;
    Slot right = no_slot;
    bool done = false;
  };
  // A property of a pattern, or a part of WHERE that AND joins to the others.
  struct Condition {
    PropertyStep property;  // value nullptr: `expression` is the condition
    const Expression* expression = nullptr;
    std::set<Slot> needs;
    bool done = false;
  };

  void add_properties(Slot slot, const Expression* properties);
  void add_conditions(const Expression& where);
  void push(Step step);
  void test_what_can_be();
  bool take_bound_relationship();
  bool take_hop();
  void expand(Hop& hop);
  bool scan();
  std::vector<PlannedProbe> probes(Slot slot) const;
  void probe_of(const Expression& condition, Slot slot, std::vector<PlannedProbe>& out) const;
  void probe_of(const Expression& left, Operation operation, const Expression& right, Slot slot,
                std::vector<PlannedProbe>& out) const;
  bool known(const Expression& expression) const;
  bool is_bound(Slot slot) const { return bound_.count(slot) != 0; }
  void bind(Slot slot);
  std::uint64_t cost(const Hop& hop, bool forwards) const;

  const PropertyGraph& graph_;
  std::uint64_t rows_;
  std::size_t& number_;
  std::map<Slot, Node> nodes_;
  std::vector<Hop> hops_;
  std::vector<Condition> conditions_;
  std::vector<const PatternPart*> paths_;
  std::set<Slot> declared_;
  std::set<Slot> bound_;  // of those that the patterns use
  std::vector<Slot> walked_;
  std::vector<Step> steps_;
};

// The slots that an expression reads, those of patterns within it too.
void slots_of(const Expression& expression, std::set<Slot>& out);

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_MATCH_PLANNER_H_
