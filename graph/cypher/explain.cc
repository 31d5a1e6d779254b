// Plans in print.
#include <algorithm>

#include "graph/cypher/query.h"

namespace nutgraf::cypher {
namespace {

std::string range_words(const RelationshipPattern& pattern) {
  if (!pattern.many) return {};
  std::string out = "*" + std::to_string(pattern.least) + "..";
  return pattern.most ? out + std::to_string(*pattern.most) : out;
}

class Printer {
 public:
  Printer(const QueryText& query, const Profile* profile) : query_(query), profile_(profile) {}

  // The last step first: what it reads from stands below it.
  void pipeline(const Pipeline& pipeline, std::size_t indent) {
    for (auto step = pipeline.steps.rbegin(); step != pipeline.steps.rend(); ++step) {
      line(*step, indent);
      if (const auto* optional = std::get_if<OptionalStep>(&step->what)) {
        this->pipeline(*optional->inner, indent + 1);
      }
    }
  }
  void title(const std::string& words) { lines_.push_back({words, {}, {}}); }
  std::string text() const;

 private:
  struct Line {
    std::string words;
    std::string estimate;
    std::string rows;
  };
  void line(const Step& step, std::size_t indent) {
    const std::string words =
        std::visit([this](const auto& what) { return this->name(what); }, step.what);
    lines_.push_back({std::string(2 * indent, ' ') + words, std::to_string(step.estimate),
                      profile_ == nullptr ? "" : std::to_string((*profile_)[step.number])});
  }

  // What stands in the query; what is in no place there goes by its slot.
  std::string words(const Expression& expression) const {
    if (expression.end <= expression.begin) return expression.word;
    return query_.text.substr(expression.begin, expression.end - expression.begin);
  }
  std::string variable(Slot slot) const;
  static std::string labels(const std::vector<std::string>& labels) {
    std::string out;
    for (const std::string& label : labels) out += ':' + label;
    return out;
  }
  std::string hop(const RelationshipPattern& pattern, Direction direction) const {
    std::string types;
    for (const std::string& type : pattern.types) types += (types.empty() ? ":" : "|") + type;
    std::string inner = pattern.variable + types + range_words(pattern);
    if (!inner.empty()) inner = '[' + inner + ']';
    return (direction == Direction::in ? "<-" : "-") + inner +
           (direction == Direction::out ? "->" : "-");
  }
  std::string columns(const std::vector<Column>& columns) const {
    std::string out;
    for (const Column& column : columns)
      out += (out.empty() ? "" : ", ") + words(*column.expression);
    return out;
  }

  std::string name(const ScanStep& step) const {
    return "Scan (" + variable(step.slot) + labels(step.labels) + ") by " + step.access;
  }
  std::string name(const LabelStep& step) const {
    return "Test (" + variable(step.slot) + labels(step.labels) + ")";
  }
  std::string name(const PropertyStep& step) const {
    const std::string name = variable(step.slot);
    return "Filter " + (name.empty() ? "()" : name) + '.' + step.key + " = " + words(*step.value);
  }
  std::string name(const ExpandStep& step) const {
    std::string keys;
    for (const PlannedProbe& probe : step.probes) {
      keys += (keys.empty() ? " looking at " : ", ") + probe.shape.key;
    }
    return std::string(step.into ? "ExpandInto (" : "Expand (") + variable(step.from) + ')' +
           hop(*step.pattern, step.direction) + '(' + variable(step.to) + labels(step.labels) +
           ')' + keys;
  }
  std::string name(const EndsStep& step) const {
    return "Ends (" + variable(step.left) + ')' + hop(*step.pattern, step.pattern->direction) +
           '(' + variable(step.right) + ')';
  }
  std::string name(const ShortestStep& step) const {
    const PatternPart& part = *step.part;
    return std::string(part.shortest == Shortest::one ? "ShortestPath (" : "AllShortestPaths (") +
           variable(part.nodes[0].slot) + ')' +
           hop(part.relationships[0], part.relationships[0].direction) + '(' +
           variable(part.nodes[1].slot) + ')';
  }
  std::string name(const PathStep& step) const { return "Path " + step.part->variable; }
  std::string name(const FilterStep& step) const { return "Filter " + words(*step.condition); }
  static std::string name(const OptionalStep&) { return "Optional"; }
  std::string name(const UnwindStep& step) const { return "Unwind " + words(*step.list); }
  std::string name(const ProjectStep& step) const { return "Project " + columns(step.columns); }
  std::string name(const AggregateStep& step) const {
    std::string out = "Aggregate";
    if (!step.keys.empty()) out += " by " + columns(step.keys);
    return out + ": " + columns(step.after);
  }
  static std::string name(const DistinctStep&) { return "Distinct"; }
  std::string name(const SortStep& step) const {
    std::string out = step.limit == nullptr ? "Sort" : "Top";
    for (const SortKey& key : step.keys) {
      out += (&key == &step.keys.front() ? " " : ", ") + words(*key.expression) +
             (key.descending ? " descending" : "");
    }
    return out;
  }
  std::string name(const SkipStep& step) const { return "Skip " + words(*step.count); }
  std::string name(const LimitStep& step) const { return "Limit " + words(*step.count); }

  const QueryText& query_;
  const Profile* profile_;
  std::vector<Line> lines_;
};

std::string Printer::variable(Slot slot) const {
  for (const SingleQuery& query : query_.parts) {
    for (const Clause& clause : query.clauses) {
      for (const PatternPart& part : clause.patterns) {
        for (const NodePattern& node : part.nodes) {
          if (node.slot == slot) return node.variable;
        }
        for (const RelationshipPattern& hop : part.relationships) {
          if (hop.slot == slot) return hop.variable;
        }
      }
    }
  }
  return {};
}

std::string Printer::text() const {
  const std::string head = "step";
  std::size_t width = head.size();
  for (const Line& line : lines_) width = std::max(width, line.words.size());
  const auto padded = [](std::string words, std::size_t to) {
    words.resize(std::max(to, words.size()), ' ');
    return words;
  };
  const bool counted = profile_ != nullptr;
  std::string out = padded(head, width) + "  estimate" + (counted ? "  rows" : "") + '\n';
  for (const Line& line : lines_) {
    std::string text = padded(line.words, width) + "  " + line.estimate;
    if (counted && !line.rows.empty()) text = padded(text, width + 12) + line.rows;
    out += text.substr(0, text.find_last_not_of(' ') + 1) + '\n';
  }
  return out;
}

}  // namespace

std::string Query::explain(const Profile* profile) const {
  Printer printer(*text_, profile);
  for (std::size_t i = 0; i < plan_.parts.size(); ++i) {
    if (i > 0) printer.title(text_->all ? "Union all" : "Union");
    printer.pipeline(*plan_.parts[i], 0);
  }
  return printer.text();
}

}  // namespace nutgraf::cypher
