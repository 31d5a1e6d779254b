#include "tools/graph_query.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "extract/report/json_text.h"
#include "graph/cypher/functions.h"
#include "graph/cypher/print.h"
#include "graph/cypher/query.h"
#include "graph/cypher/store_graph.h"
#include "tools/interrupts.h"

namespace nutgraf {
namespace {

using cypher::StoreGraph;
using cypher::Value;
using cypher::ValueKind;

NodeCell node_cell(cypher::NodeRef node, const StoreGraph& graph) {
  const Value id = graph.property(node, "id");
  const Value words = graph.property(node, "words");
  return {id.is_null() ? "" : id.string(), words.is_null() ? "" : words.string()};
}

// "(attack 2016-11-01)-[:ACTOR]->(rebels)".
std::string path_words(const cypher::Path& path, const StoreGraph& graph) {
  std::string out = '(' + node_cell(path.nodes.front(), graph).name + ')';
  for (std::size_t i = 0; i < path.relationships.size(); ++i) {
    const bool forwards = graph.start(path.relationships[i]) == path.nodes[i];
    const std::string type = "[:" + graph.type(path.relationships[i]) + ']';
    out += (forwards ? "-" + type + "->" : "<-" + type + "-");
    out += '(' + node_cell(path.nodes[i + 1], graph).name + ')';
  }
  return out;
}

std::string value_words(const Value& value, const StoreGraph& graph) {
  if (value.is_null()) return "null";
  if (value.kind() == ValueKind::node) return node_cell(value.node(), graph).name;
  if (value.kind() == ValueKind::path) return path_words(value.path(), graph);
  const auto plain = cypher::plain_text(value);
  return plain ? *plain : cypher::print(value, graph);
}

std::string list_words(const cypher::List& list, const StoreGraph& graph) {
  std::string out;
  for (const Value& element : list) {
    out += (&element == &list.front() ? "" : "; ") + value_words(element, graph);
  }
  return out;
}

void write_json(JsonText& json, const Value& value, const StoreGraph& graph);

void write_json(JsonText& json, const cypher::Map& map, const StoreGraph& graph) {
  json.open('{');
  for (const auto& [key, part] : map) {
    std::string name;
    append_json_string(name, key);
    json.key(std::string_view(name).substr(1, name.size() - 2));
    write_json(json, part, graph);
  }
  json.close('}');
}

void write_json(JsonText& json, cypher::NodeRef node, const StoreGraph& graph) {
  const NodeCell cell = node_cell(node, graph);
  json.open('{').key("node").string(cell.node).key("name").string(cell.name).close('}');
}

void write_json(JsonText& json, cypher::RelationshipRef hop, const StoreGraph& graph) {
  json.open('{').key("type").string(graph.type(hop)).key("from");
  write_json(json, graph.start(hop), graph);
  json.key("to");
  write_json(json, graph.end(hop), graph);
  json.key("properties");
  write_json(json, graph.properties(hop), graph);
  json.close('}');
}

void write_json(JsonText& json, const cypher::Path& path, const StoreGraph& graph) {
  json.open('[');
  for (std::size_t i = 0; i < path.nodes.size(); ++i) {
    write_json(json, path.nodes[i], graph);
    if (i < path.relationships.size()) write_json(json, path.relationships[i], graph);
  }
  json.close(']');
}

// Numbers, truth values, lists and maps as JSON has them; days and times as strings; a node as
// {"node", "name"}, a relationship with its ends, a path as the list of both in turn.
void write_json(JsonText& json, const Value& value, const StoreGraph& graph) {
  switch (value.kind()) {
    case ValueKind::null:
      json.null();
      return;
    case ValueKind::boolean:
      json.boolean(value.boolean());
      return;
    case ValueKind::integer:
      json.number(value.integer());
      return;
    case ValueKind::floating: {
      const std::string words = cypher::text_of(value.floating());
      const bool number = words.find_first_not_of("-.0123456789E") == std::string::npos;
      if (number) {
        json.raw(words);
      } else {
        json.string(words);  // NaN and the infinities
      }
      return;
    }
    case ValueKind::list:
      json.open('[');
      for (const Value& element : value.list()) write_json(json, element, graph);
      json.close(']');
      return;
    case ValueKind::map:
      return write_json(json, value.map(), graph);
    case ValueKind::node:
      return write_json(json, value.node(), graph);
    case ValueKind::relationship:
      return write_json(json, value.relationship(), graph);
    case ValueKind::path:
      return write_json(json, value.path(), graph);
    default:
      json.string(cypher::plain_text(value).value_or(""));
  }
}

Cell cell_of(const Value& value, const StoreGraph& graph, bool in_json) {
  if (value.is_null()) return {};
  if (value.kind() == ValueKind::integer) return value.integer();
  if (value.kind() == ValueKind::string) return value.string();
  if (in_json) {
    std::string out;
    JsonText json(out);
    write_json(json, value, graph);
    return Cell::with_json({}, std::move(out));
  }
  if (value.kind() == ValueKind::list) return list_words(value.list(), graph);
  return value_words(value, graph);
}

// Prints rows as they come where the form allows it, so that memory stays bounded.
class RowPrinter {
 public:
  RowPrinter(Console& console, const RowOptions& rows, std::vector<std::string> columns)
      : console_(console),
        rows_(rows),
        listing_{std::move(columns), {}},
        format_(rows.row_format(console)),
        json_(format_ == RowFormat::json || format_ == RowFormat::jsonl),
        streams_(format_ == RowFormat::tsv || format_ == RowFormat::csv ||
                 format_ == RowFormat::jsonl) {}

  // False: too much to hold for a form that needs all rows at once.
  bool add(const cypher::List& values, const StoreGraph& graph) {
    std::vector<Cell> cells;
    for (const Value& value : values) {
      kept_ += cypher::weight(value);
      cells.push_back(cell_of(value, graph, json_));
    }
    listing_.rows.push_back(std::move(cells));
    if (streams_ && listing_.rows.size() == batch) print_batch();
    return streams_ || kept_ < most_kept;
  }
  // Nobody reads any more: a pager was left.
  bool unread() const { return !console_.out; }
  void end() {
    if (!streams_) {
      rows_.print(console_, listing_);
    } else if (!printed_ || !listing_.rows.empty()) {
      print_batch();
    }
  }

 private:
  static constexpr std::size_t batch = 1000;
  static constexpr std::size_t most_kept = 1'000'000'000;

  void print_batch() {
    std::string out;
    print_listing(out, listing_, format_, console_.width, false);
    const bool head = printed_ && format_ != RowFormat::jsonl;
    console_.out << (head ? out.substr(out.find('\n') + 1) : out);
    printed_ = true;
    listing_.rows.clear();
    kept_ = 0;
  }

  Console& console_;
  const RowOptions& rows_;
  Listing listing_;
  RowFormat format_;
  bool json_;
  bool streams_;
  bool printed_ = false;
  std::size_t kept_ = 0;
};

int report_failure(Console& console, const cypher::Failure& failure) {
  const int code = report_error(console, failure.error);
  return failure.phase == cypher::Phase::compile ? static_cast<int>(exit_usage) : code;
}

std::int64_t now_nanos() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace

int answer_query(Console& console, const GraphReader& reader, const GraphQuery& query,
                 const RowOptions& rows) {
  const StoreGraph graph(reader);
  const auto prepared = cypher::Query::prepare(query.text, graph);
  if (!prepared) return report_failure(console, prepared.error());
  for (const std::string& note : prepared->notes()) console.err << note << '\n';
  if (prepared->showing() == cypher::Showing::explain) {
    console.out << prepared->explain();
    return exit_done;
  }
  const Interrupts noted;
  const auto end =
      std::chrono::steady_clock::now() + std::chrono::seconds(query.timeout.value_or(0));
  cypher::Limits limits;
  limits.cancelled = Interrupts::seen;
  if (query.timeout) limits.out_of_time = [end] { return std::chrono::steady_clock::now() >= end; };
  if (console.interactive) limits.now = now_nanos();
  const std::uint64_t most = query.limit.value_or(rows.most(console, 1000));
  RowPrinter printer(console, rows, prepared->columns());
  std::uint64_t shown = 0;
  bool cut = false;
  bool full = false;
  const auto done = prepared->run(query.parameters, limits, [&](const cypher::List& row) {
    cut = most != 0 && shown == most;
    if (cut) return false;
    ++shown;
    full = !printer.add(row, graph);
    return !full && !printer.unread();
  });
  if (done || shown > 0) printer.end();
  if (!done) return report_failure(console, done.error());
  if (prepared->showing() == cypher::Showing::profile) console.err << prepared->explain(&*done);
  if (cut) console.err << "there are more rows: --limit " << most << " ended them\n";
  if (full) console.err << "there are more rows than memory holds; --format jsonl shows them all\n";
  return full ? exit_failed : exit_done;
}

Result<std::pair<std::string, Value>> parse_query_parameter(std::string_view words) {
  const std::size_t equals = words.find('=');
  if (equals == std::string_view::npos || equals == 0) {
    return fail(ErrorCode::usage,
                "expected name=value for a parameter, found \"" + std::string(words) + '"');
  }
  std::string name(words.substr(0, equals));
  if (name.front() == '$') name.erase(0, 1);
  const std::string value(words.substr(equals + 1));
  if (value.size() == 10) {
    if (const auto day = cypher::parse_date(value)) return std::pair(name, Value(*day));
  }
  const bool literal = value.find_first_of("'\"[{-0123456789") == 0 || value == "true" ||
                       value == "false" || value == "null";
  const auto read = literal ? cypher::literal_value(value) : std::nullopt;
  return std::pair(std::move(name), read ? *read : Value(value));
}

bool is_query(std::string_view line) {
  static constexpr std::array<std::string_view, 7> first{"match",  "optional", "unwind", "with",
                                                         "return", "explain",  "profile"};
  const std::size_t begin = line.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return false;
  std::string word;
  for (const char c : line.substr(begin)) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (!upper && (c < 'a' || c > 'z')) break;
    word += upper ? static_cast<char>(c + 32) : c;
  }
  return std::find(first.begin(), first.end(), word) != first.end();
}

const QueryWords& query_words() {
  static const QueryWords words = [] {
    QueryWords out;
    out.keywords = {"ALL",      "AND",      "AS",   "ASC",      "BY",      "CASE",
                    "CONTAINS", "DESC",     "ELSE", "END",      "ENDS",    "EXISTS",
                    "EXPLAIN",  "IN",       "IS",   "LIMIT",    "MATCH",   "NOT",
                    "NULL",     "OPTIONAL", "OR",   "ORDER",    "PROFILE", "RETURN",
                    "SKIP",     "STARTS",   "THEN", "UNION",    "UNWIND",  "WHEN",
                    "WHERE",    "WITH",     "XOR",  "DISTINCT", "false",   "true"};
    out.functions = cypher::function_names();
    for (const char* name : {"reduce", "shortestPath", "allShortestPaths"}) {
      out.functions.emplace_back(name);
    }
    const cypher::GraphSchema& schema = cypher::store_schema();
    for (const auto* labels : {&schema.labels, &schema.types}) {
      for (const cypher::SchemaLabel& label : *labels) {
        (labels == &schema.labels ? out.labels : out.types).push_back(label.name);
        for (const cypher::SchemaProperty& property : label.properties) {
          out.properties.push_back(property.name);
        }
      }
    }
    for (auto* kind : {&out.keywords, &out.labels, &out.types, &out.properties, &out.functions}) {
      std::sort(kind->begin(), kind->end());
      kind->erase(std::unique(kind->begin(), kind->end()), kind->end());
    }
    return out;
  }();
  return words;
}

std::string query_schema() { return cypher::print_schema(cypher::store_schema()); }

}  // namespace nutgraf
