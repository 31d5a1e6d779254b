// Runs plans: rows are pushed through the steps of a pipeline, one at a time.
//
// After the first failure every value is null and every step ends: whoever draws a conclusion asks
// failure() first.
#ifndef NUTGRAF_GRAPH_CYPHER_MACHINE_H_
#define NUTGRAF_GRAPH_CYPHER_MACHINE_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/cypher/failure.h"
#include "graph/cypher/functions.h"
#include "graph/cypher/limits.h"
#include "graph/cypher/plan.h"

namespace nutgraf::cypher {

using Row = std::vector<Value>;
using Sink = std::function<bool(Row&)>;  // false: no more

class Run;

class Machine : public CallContext {
 public:
  Machine(std::string_view text, const PropertyGraph& graph, const Map& parameters,
          const Limits& limits, std::size_t steps)
      : text_(text), graph_(graph), parameters_(parameters), limits_(limits), rows_(steps, 0) {}

  // Pushes the row through; the sink gets what comes out. False: the sink or a failure ended it.
  bool run(const Pipeline& pipeline, Row& row, const Sink& sink);
  Value evaluate(const Expression& expression, Row& row);

  const std::optional<Failure>& failure() const { return failure_; }
  bool failed() const { return failure_.has_value(); }
  // How many rows each step gave, by its number.
  const std::vector<std::uint64_t>& profile() const { return rows_; }
  // Counts a row that the caller keeps; false: too many.
  bool keep_row(const List& values);

  // CallContext.
  const PropertyGraph& graph() const override { return graph_; }
  Value fail(Problem problem, std::string message) override;
  bool may_hold(std::size_t bytes) override { return keep(bytes) ? (forget(bytes), true) : false; }
  std::optional<std::int64_t> now() const override { return limits_.now; }
  double random() override;

 private:
  friend class Run;

  // Every now and then asks whether to go on; false: stop.
  bool tick() { return !failed() && ((++ticks_ & 0x3FFU) != 0 || may_go_on()); }
  bool may_go_on();
  void end(Problem problem, std::string message);
  // Counts bytes that are kept; false: too many.
  bool keep(std::size_t bytes);
  void forget(std::size_t bytes) { kept_ -= bytes; }
  void count(std::size_t number) { ++rows_[number]; }
  Value wrong(const Expression& expression, Problem problem, std::string message);

  // evaluate.cc
  Value property(const Value& base, const Expression& expression);
  Value element(const Expression& expression, Row& row);
  Value slice(const Expression& expression, Row& row);
  Value logic(const Expression& expression, Row& row);
  Value binary(const Expression& expression, Row& row);
  Value chain(const Expression& expression, Row& row);
  Value choice(const Expression& expression, Row& row);
  Value call(const Expression& expression, Row& row);
  Value has_labels(const Expression& expression, Row& row);
  // evaluate_lists.cc
  Value comprehension(const Expression& expression, Row& row);
  Value quantifier(const Expression& expression, Row& row);
  Value reduce(const Expression& expression, Row& row);
  Value pattern(const Expression& expression, Row& row);
  Value pattern_list(const Expression& expression, Row& row);

  std::string_view text_;
  const PropertyGraph& graph_;
  const Map& parameters_;
  const Limits& limits_;
  std::vector<std::uint64_t> rows_;
  std::optional<Failure> failure_;
  std::size_t at_ = 0;  // offset of the expression that is evaluated
  std::uint64_t ticks_ = 0;
  std::size_t kept_ = 0;
  std::uint64_t random_ = 0;
};

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_MACHINE_H_
