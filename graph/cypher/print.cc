#include "graph/cypher/print.h"

#include "graph/cypher/functions.h"

namespace nutgraf::cypher {
namespace {

std::string print_map(const Map& map, const PropertyGraph& graph) {
  std::string out = "{";
  for (const auto& [key, value] : map) {
    if (out.size() > 1) out += ", ";
    out += key + ": " + print(value, graph);
  }
  return out + '}';
}

// " {a: 1}" behind a label or a type; nothing when there are no properties.
std::string print_properties(const Map& map, const PropertyGraph& graph) {
  Map told;
  for (const auto& [key, value] : map) {
    if (!value.is_null()) told.emplace(key, value);
  }
  return told.empty() ? std::string() : print_map(told, graph);
}

std::string print_node(NodeRef node, const PropertyGraph& graph) {
  std::string out = "(";
  for (const std::string& label : graph.labels(node)) out += ':' + label;
  const std::string properties = print_properties(graph.properties(node), graph);
  if (out.size() > 1 && !properties.empty()) out += ' ';
  return out + properties + ')';
}

std::string print_relationship(RelationshipRef relationship, const PropertyGraph& graph) {
  std::string out = "[:" + graph.type(relationship);
  const std::string properties = print_properties(graph.properties(relationship), graph);
  return out + (properties.empty() ? "" : " ") + properties + ']';
}

std::string print_path(const Path& path, const PropertyGraph& graph) {
  std::string out = '<' + print_node(path.nodes.front(), graph);
  for (std::size_t i = 0; i < path.relationships.size(); ++i) {
    const bool forwards = graph.start(path.relationships[i]) == path.nodes[i];
    out += (forwards ? "-" : "<-") + print_relationship(path.relationships[i], graph) +
           (forwards ? "->" : "-") + print_node(path.nodes[i + 1], graph);
  }
  return out + '>';
}

}  // namespace

std::string quoted(std::string_view words) {
  std::string out = "'";
  for (const char c : words) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + '\'';
}

std::string print(const Value& value, const PropertyGraph& graph) {
  switch (value.kind()) {
    case ValueKind::null:
      return "null";
    case ValueKind::string:
      return quoted(value.string());
    case ValueKind::list: {
      std::string out = "[";
      for (const Value& element : value.list()) {
        if (out.size() > 1) out += ", ";
        out += print(element, graph);
      }
      return out + ']';
    }
    case ValueKind::map:
      return print_map(value.map(), graph);
    case ValueKind::node:
      return print_node(value.node(), graph);
    case ValueKind::relationship:
      return print_relationship(value.relationship(), graph);
    case ValueKind::path:
      return print_path(value.path(), graph);
    case ValueKind::boolean:
    case ValueKind::integer:
    case ValueKind::floating:
      return plain_text(value).value_or("");
    default:
      return quoted(plain_text(value).value_or(""));
  }
}

}  // namespace nutgraf::cypher
