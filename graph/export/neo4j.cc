// Two CSV files for `neo4j-admin database import`: nodes with :ID and :LABEL, edges with :START_ID,
// :END_ID and :TYPE, each column with its type. Labels, edge types and the names of properties are
// those of `nutgraf query`, so that a query goes over with its words.
#include <array>

#include "graph/export/attributes.h"
#include "graph/export/formats.h"
#include "graph/export/text.h"

namespace nutgraf {
namespace {

// By NodeKind.
constexpr std::array<std::string_view, 4> labels{"Person", "Group", "Place", "Event"};

std::string_view type_word(AttributeType type) {
  switch (type) {
    case AttributeType::list:
      return ":string[]";
    case AttributeType::integer:
      return ":long";
    case AttributeType::decimal:
      return ":double";
    case AttributeType::day:
      return ":date";
    case AttributeType::words:
      break;
  }
  return ":string";
}

class Neo4jSink : public GraphSink {
 public:
  Neo4jSink(std::ostream& nodes, std::ostream& edges) : nodes_(nodes), edges_(edges) {}

  void begin(bool) override {
    std::vector<std::string> head{"id:ID", ":LABEL"};
    for (const NodeAttribute& attribute : node_attributes()) {
      head.push_back(std::string(attribute.name) + std::string(type_word(attribute.type)));
    }
    print(nodes_, head);
    print(edges_, {":START_ID", ":END_ID", ":TYPE", "weight:long", "reports:long"});
  }

  void node(const OutNode& node) override {
    std::vector<std::string> cells{node.id,
                                   std::string(labels.at(static_cast<std::size_t>(node.kind)))};
    for (const NodeAttribute& attribute : node_attributes()) {
      // The importer parts lists at semicolons.
      cells.push_back(attribute.type == AttributeType::list ? joined(attribute.list(node), ";", ',')
                                                            : attribute.value(node));
    }
    print(nodes_, cells);
  }

  void edge(const OutEdge& edge) override {
    print(edges_, {edge.from.id, edge.to.id, edge.role, std::to_string(edge.weight),
                   std::to_string(edge.reports)});
  }

  void end() override {}

 private:
  static void print(std::ostream& out, const std::vector<std::string>& cells) {
    std::string text;
    append_csv(text, cells);
    out << text;
  }

  std::ostream& nodes_;
  std::ostream& edges_;
};

}  // namespace

std::unique_ptr<GraphSink> make_neo4j(std::ostream& nodes, std::ostream& edges) {
  return std::make_unique<Neo4jSink>(nodes, edges);
}

}  // namespace nutgraf
