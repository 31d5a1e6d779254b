// Patterns: which variables they declare, and what those already are.
#include "graph/cypher/scope.h"

namespace nutgraf::cypher {

void Analyzer::patterns(std::vector<PatternPart>& parts, Scope& scope, bool declares) {
  const Scope before = scope;
  std::set<std::string> seen;
  for (PatternPart& part : parts) {
    for (std::size_t i = 0; i < part.nodes.size() && !failed(); ++i) {
      node(part.nodes[i], scope, before, declares);
      if (i < part.relationships.size() && !failed()) {
        relationship(part.relationships[i], scope, before, declares, seen);
      }
    }
    if (part.variable.empty() || failed()) continue;
    if (scope.count(part.variable) != 0) {
      return wrong(part.begin, Problem::variable_already_bound,
                   "the name " + part.variable + " has a value already");
    }
    part.slot = new_slot();
    scope[part.variable] = {part.slot, kinds::path};
  }
  for (PatternPart& part : parts) {
    for (NodePattern& element : part.nodes) properties(element.properties, scope);
    for (RelationshipPattern& element : part.relationships) properties(element.properties, scope);
  }
}

void Analyzer::node(NodePattern& node, Scope& scope, const Scope& before, bool declares) {
  if (node.variable.empty()) {
    node.slot = new_slot();
    return;
  }
  const auto found = scope.find(node.variable);
  if (found != scope.end()) {
    if ((found->second.kinds & kinds::node) == 0) {
      return wrong(node.begin, Problem::variable_type_conflict,
                   node.variable + " is no node where it gets its value");
    }
    node.slot = found->second.slot;
    node.bound = before.count(node.variable) != 0;
    found->second.kinds = kinds::node;
    return;
  }
  if (!declares) {
    return wrong(node.begin, Problem::undefined_variable,
                 "the variable " + node.variable + " is not defined");
  }
  node.slot = new_slot();
  scope[node.variable] = {node.slot, kinds::node};
}

void Analyzer::relationship(RelationshipPattern& relationship, Scope& scope, const Scope& before,
                            bool declares, std::set<std::string>& seen) {
  if (relationship.variable.empty()) {
    relationship.slot = new_slot();
    return;
  }
  const std::string& name = relationship.variable;
  const Kinds kind = relationship.many ? kinds::list : kinds::relationship;
  const auto found = scope.find(name);
  if (found != scope.end()) {
    if ((found->second.kinds & kind) == 0) {
      return wrong(
          relationship.begin, Problem::variable_type_conflict,
          name + (relationship.many ? " is no list of relationships" : " is no relationship") +
              " where it gets its value");
    }
    if (seen.count(name) != 0) {
      return wrong(relationship.begin, Problem::relationship_uniqueness,
                   "the relationship " + name + " cannot be in two places of one pattern");
    }
    seen.insert(name);
    relationship.slot = found->second.slot;
    relationship.bound = before.count(name) != 0;
    return;
  }
  if (!declares) {
    return wrong(relationship.begin, Problem::undefined_variable,
                 "the variable " + name + " is not defined");
  }
  seen.insert(name);
  relationship.slot = new_slot();
  scope[name] = {relationship.slot, kind};
}

void Analyzer::properties(const ExpressionPtr& properties, const Scope& scope) {
  if (!properties || failed()) return;
  if (properties->kind == ExpressionKind::parameter) {
    return wrong(properties->begin, Problem::invalid_parameter_use,
                 "a pattern's properties are a map {key: value}; its values may be parameters");
  }
  resolve(*properties, scope, {});
}

}  // namespace nutgraf::cypher
