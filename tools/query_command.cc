// `nutgraf query`: openCypher over the store, reads only.
#include <iterator>

#include "tools/asking.h"
#include "tools/command.h"
#include "tools/graph_query.h"

namespace nutgraf {
namespace {

// --node NAME=WORDS: $NAME is the id of the node that the words mean.
Result<void> add_nodes(Console& console, const GraphReader& reader,
                       const std::vector<std::string>& told, cypher::Map& parameters) {
  for (const std::string& words : told) {
    const std::size_t equals = words.find('=');
    if (equals == std::string::npos) {
      return fail(ErrorCode::usage, "expected NAME=NODE behind --node, found \"" + words + '"');
    }
    const auto node = resolve_node(console, reader, words.substr(equals + 1));
    if (!node) return fail(node.error());
    const auto named = reader.named(*node);
    if (!named) return fail(named.error());
    parameters[words.substr(0, equals)] = named->node;
  }
  return {};
}

}  // namespace

int run_query(Console& console, const Arguments& words) {
  StoreOptions store;
  RowOptions rows;
  GraphQuery query;
  std::vector<std::string> parameters;
  std::vector<std::string> nodes;
  bool schema = false;
  Options line("query", "'MATCH …'|- [--param NAME=VALUE]…", "openCypher, reads only");
  line.argument("QUERY", query.text, false);
  line.values("--param", "NAME=VALUE", parameters, "the value of $NAME; 2016-10-17 is a date");
  line.values("--node", "NAME=NODE", nodes, "$NAME is the id of the node that the words mean");
  line.number("--limit", "N", query.limit, "rows at most; 1000 on a terminal, else all (0)");
  line.number("--timeout", "SECONDS", query.timeout, "how long it may take");
  line.flag("--schema", schema, "labels, relationship types and properties");
  rows.add_to(line);
  store.add_to(line, false);
  line.note(
      "EXPLAIN before the query shows how it would be answered, PROFILE also how many rows "
      "each step gave. Control-C ends a query.");
  line.example(
      "query \"MATCH (p:Person)<-[:ACTOR]-(e:Event) RETURN p.name, count(e) AS events "
      "ORDER BY events DESC LIMIT 10\"");
  line.example("query --node at=Mosul \"MATCH (e:Event)-[:AT]->(:Place {id: $at}) RETURN e\"");
  if (const auto code = line.parse(console, words)) return *code;
  if (schema) {
    console.out << query_schema();
    return exit_done;
  }
  if (query.text.empty()) {
    return report_error(console,
                        {ErrorCode::usage, "query: expected a query: 'MATCH …'", {}, 0, 0, {}});
  }
  if (query.text == "-") query.text.assign(std::istreambuf_iterator<char>(console.in), {});
  for (const std::string& told : parameters) {
    auto read = parse_query_parameter(told);
    if (!read) return report_error(console, read.error());
    query.parameters.insert_or_assign(std::move(read->first), std::move(read->second));
  }
  const auto reading = Reading::open(console, store);
  if (!reading) return report_error(console, reading.error());
  const auto named = add_nodes(console, reading->reader(), nodes, query.parameters);
  if (!named) return report_error(console, named.error());
  return answer_query(console, reading->reader(), query, rows);
}

}  // namespace nutgraf
