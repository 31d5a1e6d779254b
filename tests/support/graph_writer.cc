// Clauses that read are run by the engine, one stretch at a time: the rows so far go in as a
// parameter, `UNWIND $rows AS …`, and come out of `RETURN *`.
#include "tests/support/graph_writer.h"

#include <map>
#include <set>
#include <vector>

#include "graph/cypher/parser.h"
#include "graph/cypher/query.h"

namespace nutgraf::testing {
namespace {

using namespace nutgraf::cypher;

using Names = std::map<std::string, Value>;

class Writer {
 public:
  Writer(MemoryGraph& graph, std::string_view text) : graph_(graph), text_(text) {}

  std::string run() {
    Outcome<QueryText> parsed = parse(text_);
    if (!parsed) return parsed.error().error.text();
    const std::vector<Clause>& clauses = parsed->parts.front().clauses;
    for (std::size_t i = 0; i < clauses.size() && wrong_.empty();) {
      if (clauses[i].kind == ClauseKind::create) {
        create(clauses[i++]);
      } else if (clauses[i].kind == ClauseKind::remove) {
        remove(clauses[i++]);
      } else {
        const std::size_t begin = i;
        while (i < clauses.size() && reads(clauses[i])) ++i;
        read(text_.substr(clauses[begin].begin, clauses[i - 1].end - clauses[begin].begin));
      }
    }
    return wrong_;
  }

 private:
  static bool reads(const Clause& clause) {
    return clause.kind != ClauseKind::create && clause.kind != ClauseKind::remove;
  }

  // "UNWIND $rows AS `row` WITH `row`.`a` AS `a`", for the names that rows have.
  std::string prefix() const {
    if (rows_.front().empty() && rows_.size() == 1) return {};
    std::string out = "UNWIND $rows AS `the row` WITH ";
    if (rows_.front().empty()) return out + "1 AS `no name` ";
    bool first = true;
    for (const auto& [name, value] : rows_.front()) {
      out += (first ? "`the row`.`" : ", `the row`.`") + name + "` AS `" + name + '`';
      first = false;
    }
    return out + ' ';
  }

  std::vector<Names> ask(const std::string& query) {
    List rows;
    for (const Names& names : rows_) rows.push_back(Map(names.begin(), names.end()));
    std::vector<Names> out;
    Outcome<Query> prepared = Query::prepare(query, graph_);
    if (!prepared) {
      wrong_ = prepared.error().error.text();
      return out;
    }
    const auto done = prepared->run({{"rows", rows}}, {}, [&](const List& row) {
      Names names;
      for (std::size_t i = 0; i < row.size(); ++i) names[prepared->columns()[i]] = row[i];
      out.push_back(std::move(names));
      return true;
    });
    if (!done) wrong_ = done.error().error.text();
    return out;
  }

  void read(std::string_view clauses) {
    if (rows_.empty()) return;
    rows_ = ask(prefix() + std::string(clauses) + " RETURN *");
  }

  // The properties' maps of all rows for one pattern element.
  std::vector<Map> properties(const ExpressionPtr& expression) {
    std::vector<Map> out(rows_.size());
    if (!expression || rows_.empty()) return out;
    const std::string words(text_.substr(expression->begin, expression->end - expression->begin));
    const std::vector<Names> found = ask(prefix() + "RETURN " + words + " AS `map`");
    for (std::size_t i = 0; i < found.size() && i < out.size(); ++i)
      out[i] = found[i].at("map").map();
    return out;
  }

  void create(const Clause& clause) {
    for (const PatternPart& part : clause.patterns) {
      std::vector<std::vector<NodeRef>> nodes(rows_.size());
      for (const NodePattern& node : part.nodes) {
        const std::vector<Map> maps = properties(node.properties);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
          const auto known = rows_[i].find(node.variable);
          if (!node.variable.empty() && known != rows_[i].end()) {
            nodes[i].push_back(known->second.node());
            continue;
          }
          nodes[i].push_back(graph_.add_node(node.labels, maps[i]));
          if (!node.variable.empty()) rows_[i][node.variable] = nodes[i].back();
        }
      }
      for (std::size_t hop = 0; hop < part.relationships.size(); ++hop) {
        const RelationshipPattern& pattern = part.relationships[hop];
        const std::vector<Map> maps = properties(pattern.properties);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
          NodeRef from = nodes[i][hop];
          NodeRef to = nodes[i][hop + 1];
          if (pattern.direction == Direction::in) std::swap(from, to);
          const RelationshipRef made =
              graph_.add_relationship(from, to, pattern.types.front(), maps[i]);
          if (!pattern.variable.empty()) rows_[i][pattern.variable] = made;
        }
      }
    }
  }

  void remove(const Clause& clause) {
    std::set<RelationshipRef> hops;
    std::set<NodeRef> nodes;
    for (const ExpressionPtr& removed : clause.removed) {
      for (Names& row : rows_) {
        const Value& value = row[removed->word];
        if (value.kind() == ValueKind::relationship) hops.insert(value.relationship());
        if (value.kind() == ValueKind::node) nodes.insert(value.node());
      }
    }
    for (const RelationshipRef hop : hops) graph_.remove(hop);
    for (const NodeRef node : nodes) graph_.remove(node);
  }

  MemoryGraph& graph_;
  std::string_view text_;
  std::vector<Names> rows_{Names()};
  std::string wrong_;
};

}  // namespace

std::string write(MemoryGraph& graph, std::string_view query) { return Writer(graph, query).run(); }

}  // namespace nutgraf::testing
