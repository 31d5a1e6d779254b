#include "tests/support/query_rows.h"

#include <map>

#include "graph/cypher/print.h"
#include "tests/support/graph_writer.h"

namespace nutgraf::testing {
namespace {

std::string words_of(const cypher::Failure& failure) {
  return "error " + std::string(to_string(failure.problem)) + ": " + failure.error.text();
}

}  // namespace

std::vector<std::string> rows(const cypher::PropertyGraph& graph, const std::string& query,
                              const cypher::Map& parameters, const cypher::Limits& limits) {
  std::vector<std::string> out;
  const auto prepared = cypher::Query::prepare(query, graph);
  if (!prepared) return {words_of(prepared.error())};
  const auto done = prepared->run(parameters, limits, [&](const cypher::List& values) {
    std::string line;
    for (const cypher::Value& value : values) {
      line += (&value == &values.front() ? "" : " | ") + cypher::print(value, graph);
    }
    out.push_back(std::move(line));
    return true;
  });
  if (!done) return {words_of(done.error())};
  return out;
}

std::vector<std::string> rows_of(const std::string& create, const std::string& query) {
  cypher::MemoryGraph graph;
  const std::string wrong = create.empty() ? "" : write(graph, create);
  if (!wrong.empty()) return {"set-up: " + wrong};
  return rows(graph, query);
}

cypher::MemoryGraph copy_of(const cypher::PropertyGraph& graph) {
  cypher::MemoryGraph out;
  std::map<cypher::NodeRef, cypher::NodeRef> copies;
  std::vector<cypher::NodeRef> all;
  graph.nodes({}, [&](cypher::NodeRef node) {
    all.push_back(node);
    return true;
  });
  for (const cypher::NodeRef node : all) {
    copies[node] = out.add_node(graph.labels(node), graph.properties(node));
  }
  for (const cypher::NodeRef node : all) {
    graph.relationships(node, cypher::Direction::out, {}, {},
                        [&](cypher::RelationshipRef hop, cypher::NodeRef other) {
                          out.add_relationship(copies.at(node), copies.at(other), graph.type(hop),
                                               graph.properties(hop));
                          return true;
                        });
  }
  return out;
}

}  // namespace nutgraf::testing
