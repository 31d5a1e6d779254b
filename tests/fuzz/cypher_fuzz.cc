// Queries from any bytes: no crash, no hang; what is well formed is planned, printed and run on a
// small graph within limits.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "graph/cypher/memory_graph.h"
#include "graph/cypher/query.h"

namespace {

using namespace nutgraf::cypher;

MemoryGraph small_graph() {
  MemoryGraph graph;
  const NodeRef a = graph.add_node({"A"}, {{"name", "a"}, {"n", 1}});
  const NodeRef b = graph.add_node({"B"}, {{"name", "b"}, {"list", List{1, 2.5, "x"}}});
  const NodeRef c = graph.add_node({"A", "B"}, {{"day", Date{17000}}});
  graph.add_relationship(a, b, "T", {{"w", 1}});
  graph.add_relationship(b, c, "T", {});
  graph.add_relationship(c, a, "S", {});
  graph.add_relationship(c, c, "S", {});
  return graph;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const MemoryGraph graph = small_graph();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto query = Query::prepare(text, graph);
  if (!query) {
    if (query.error().error.text().empty()) std::abort();
    return 0;
  }
  if (query->columns().empty() || query->explain().empty()) std::abort();
  Limits limits;
  limits.memory = 10'000'000;
  int asked = 0;
  limits.cancelled = [&asked] { return ++asked > 20; };
  const std::size_t width = query->columns().size();
  const auto done = query->run({{"p", 3}}, limits, [width](const List& row) {
    if (row.size() != width) std::abort();
    return true;
  });
  if (!done && done.error().error.message.empty()) std::abort();
  return 0;
}
