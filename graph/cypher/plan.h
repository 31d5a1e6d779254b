// How a query is answered: pipelines of steps, plain values that can be printed (explain.h).
//
// Rows go through a pipeline one by one. Every step reads and writes slots of the one row;
// aggregate, sort and distinct keep what they must. Plans point into the query's words (ast.h),
// which outlive them.
#ifndef NUTGRAF_GRAPH_CYPHER_PLAN_H_
#define NUTGRAF_GRAPH_CYPHER_PLAN_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "graph/cypher/ast.h"
#include "graph/cypher/property_graph.h"

namespace nutgraf::cypher {

struct PlannedProbe {
  ProbeShape shape;
  const Expression* value = nullptr;
};

// Every node that the labels and probes admit.
struct ScanStep {
  Slot slot = no_slot;
  std::vector<std::string> labels;
  std::vector<PlannedProbe> probes;
  std::string access;
};

// Goes on when the node, bound before, has the labels.
struct LabelStep {
  Slot slot = no_slot;
  std::vector<std::string> labels;
};

// Goes on when the property of the node or relationship equals the value.
struct PropertyStep {
  Slot slot = no_slot;
  std::string key;
  const Expression* value = nullptr;
};

// Walks from a bound node along relationships; `backwards`: from the right end of the pattern to
// its left, so that the list of relationships is turned round.
struct ExpandStep {
  const RelationshipPattern* pattern = nullptr;
  Slot from = no_slot;
  Slot to = no_slot;
  Direction direction = Direction::both;  // as it is walked
  bool backwards = false;
  bool into = false;                 // `to` is bound
  std::vector<Slot> different;       // relationships, or lists of them, that it must not use again
  std::vector<std::string> labels;   // that the node reached must have
  std::vector<PlannedProbe> probes;  // conditions on it that an index serves; of one hop only
};

// From a relationship, or a list of them, that is bound: its ends.
struct EndsStep {
  const RelationshipPattern* pattern = nullptr;
  Slot left = no_slot;
  Slot right = no_slot;
  bool left_bound = false;
  bool right_bound = false;
  std::vector<Slot> different;
};

struct ShortestStep {
  const PatternPart* part = nullptr;
};

// Puts a path together from the values of its pattern.
struct PathStep {
  const PatternPart* part = nullptr;
};

struct FilterStep {
  const Expression* condition = nullptr;
};

// When the inner pipeline gives nothing, the slots are null and the row goes on.
struct OptionalStep {
  std::shared_ptr<const Pipeline> inner;
  std::vector<Slot> slots;
};

struct UnwindStep {
  const Expression* list = nullptr;
  Slot slot = no_slot;
};

struct Column {
  const Expression* expression = nullptr;
  Slot slot = no_slot;
};

struct ProjectStep {
  std::vector<Column> columns;
};

struct AggregateStep {
  std::vector<Column> keys;
  const std::vector<AggregateCall>* calls = nullptr;
  std::vector<Column> after;  // columns that use aggregates
};

struct DistinctStep {
  std::vector<Slot> slots;
};

struct SortKey {
  const Expression* expression = nullptr;
  bool descending = false;
};

// Keeps at most skip + limit rows where a limit is told.
struct SortStep {
  std::vector<SortKey> keys;
  std::vector<Slot> kept;
  const Expression* skip = nullptr;
  const Expression* limit = nullptr;
};

struct SkipStep {
  const Expression* count = nullptr;
};

struct LimitStep {
  const Expression* count = nullptr;
};

struct Step {
  std::variant<ScanStep, LabelStep, PropertyStep, ExpandStep, EndsStep, ShortestStep, PathStep,
               FilterStep, OptionalStep, UnwindStep, ProjectStep, AggregateStep, DistinctStep,
               SortStep, SkipStep, LimitStep>
      what;
  std::uint64_t estimate = 1;  // rows that it gives, about
  std::size_t number = 0;      // within the plan, for PROFILE
};

struct Pipeline {
  std::vector<Step> steps;
};

struct Plan {
  std::vector<std::shared_ptr<const Pipeline>> parts;  // of the union
  std::size_t steps = 0;                               // numbers given
};

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_PLAN_H_
