// What count, sum, collect and their like keep of the values of one group.
#ifndef NUTGRAF_GRAPH_CYPHER_AGGREGATE_H_
#define NUTGRAF_GRAPH_CYPHER_AGGREGATE_H_

#include <cstdint>
#include <unordered_set>

#include "graph/cypher/functions.h"

namespace nutgraf::cypher {

class Accumulator {
 public:
  explicit Accumulator(Aggregate kind) : kind_(kind) {}

  // Takes a row's value (nulls do not count; all rows do for count(*), which passes true) and the
  // second argument, if any. Gives how many bytes more are kept.
  std::size_t add(CallContext& context, const Value& value, const Value& second, bool distinct);
  Value result(CallContext& context) const;

 private:
  void add_sum(CallContext& context, const Value& value);
  Value average() const;
  Value deviation() const;
  Value percentile(CallContext& context) const;

  Aggregate kind_;
  std::int64_t count_ = 0;
  Value sum_;        // also the least or the greatest
  Value second_;     // the percentile
  double mean_ = 0;  // of Welford's way to the deviation
  double squares_ = 0;
  List values_;  // of collect and the percentiles
  std::unordered_set<List, HashValues, SameValue> seen_;
};

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_AGGREGATE_H_
