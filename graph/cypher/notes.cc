#include "graph/cypher/notes.h"

#include <algorithm>
#include <set>

#include "extract/text/nearest.h"

namespace nutgraf::cypher {
namespace {

class Notes {
 public:
  explicit Notes(const GraphSchema& schema) {
    for (const SchemaLabel& label : schema.labels) {
      labels_.push_back(label.name);
      for (const SchemaProperty& property : label.properties) properties_.push_back(property.name);
    }
    for (const SchemaLabel& type : schema.types) {
      types_.push_back(type.name);
      for (const SchemaProperty& property : type.properties) properties_.push_back(property.name);
    }
    std::sort(properties_.begin(), properties_.end());
    properties_.erase(std::unique(properties_.begin(), properties_.end()), properties_.end());
  }

  std::vector<std::string> run(const QueryText& query) {
    if (labels_.empty()) return {};
    for (const SingleQuery& part : query.parts) single_query(part);
    return std::move(out_);
  }

 private:
  void single_query(const SingleQuery& query) {
    for (const Clause& clause : query.clauses) {
      patterns(clause.patterns);
      look(clause.where);
      look(clause.expression);
      for (const AggregateCall& call : clause.projection.aggregates) {
        for (const ExpressionPtr& argument : call.arguments) look(argument);
      }
      for (const ProjectionItem& item : clause.projection.items) look(item.expression);
      for (const SortItem& item : clause.projection.sort) look(item.expression);
    }
  }

  void patterns(const std::vector<PatternPart>& parts) {
    for (const PatternPart& part : parts) {
      for (const NodePattern& node : part.nodes) {
        elements_.insert(node.slot);
        for (const std::string& label : node.labels) check("label", label, labels_);
        keys(node.properties);
      }
      for (const RelationshipPattern& hop : part.relationships) {
        if (!hop.many) elements_.insert(hop.slot);
        for (const std::string& type : hop.types) check("relationship type", type, types_);
        keys(hop.properties);
      }
    }
  }

  void keys(const ExpressionPtr& properties) {
    if (!properties) return;
    for (const std::string& key : properties->words) check("property", key, properties_);
    look(properties);
  }

  void look(const ExpressionPtr& expression) {
    if (expression) look(*expression);
  }
  void look(const Expression& expression) {
    const bool of_element = expression.kind == ExpressionKind::property &&
                            expression.parts[0]->kind == ExpressionKind::variable &&
                            elements_.count(expression.parts[0]->slot) != 0;
    if (of_element) check("property", expression.word, properties_);
    patterns(expression.patterns);
    for (const SingleQuery& query : expression.queries) single_query(query);
    each_part(expression, [this](const Expression& part) { look(part); });
  }

  void check(const std::string& what, const std::string& word,
             const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), word) != known.end()) return;
    if (!told_.insert(what + ' ' + word).second) return;
    out_.push_back("there is no " + what + ' ' + word + did_you_mean(nearest(word, known)));
  }

  std::vector<std::string> labels_;
  std::vector<std::string> types_;
  std::vector<std::string> properties_;
  std::set<Slot> elements_;  // of nodes and relationships
  std::set<std::string> told_;
  std::vector<std::string> out_;
};

}  // namespace

std::vector<std::string> notes_on(const QueryText& query, const GraphSchema& schema) {
  return Notes(schema).run(query);
}

}  // namespace nutgraf::cypher
