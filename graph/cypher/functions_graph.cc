// Functions of nodes, relationships, paths and properties.
#include "graph/cypher/functions.h"

namespace nutgraf::cypher {
namespace {

template <typename Parts>
Value as_list(const Parts& parts) {
  return List(parts.begin(), parts.end());
}

Value labels(CallContext& context, const Arguments& a) {
  return as_list(context.graph().labels(a[0].node()));
}
Value type(CallContext& context, const Arguments& a) {
  return context.graph().type(a[0].relationship());
}
Value start_node(CallContext& context, const Arguments& a) {
  return context.graph().start(a[0].relationship());
}
Value end_node(CallContext& context, const Arguments& a) {
  return context.graph().end(a[0].relationship());
}
Value id(CallContext&, const Arguments& a) {
  const bool node = a[0].kind() == ValueKind::node;
  return static_cast<std::int64_t>(node ? a[0].node().number : a[0].relationship().number);
}

Value properties(CallContext& context, const Arguments& a) {
  if (a[0].kind() == ValueKind::map) return a[0];
  if (a[0].kind() == ValueKind::node) return context.graph().properties(a[0].node());
  return context.graph().properties(a[0].relationship());
}

Value keys(CallContext& context, const Arguments& a) {
  const Value all = properties(context, a);
  List out;
  for (const auto& [key, value] : all.map()) {
    if (a[0].kind() == ValueKind::map || !value.is_null()) out.push_back(key);
  }
  return out;
}

Value nodes(CallContext&, const Arguments& a) { return as_list(a[0].path().nodes); }
Value relationships(CallContext&, const Arguments& a) { return as_list(a[0].path().relationships); }
Value length(CallContext&, const Arguments& a) { return a[0].path().relationships.size(); }

Value coalesce(CallContext&, const Arguments& a) {
  for (const Value& value : a) {
    if (!value.is_null()) return value;
  }
  return {};
}

Value exists(CallContext&, const Arguments& a) { return !a[0].is_null(); }

Value timestamp(CallContext& context, const Arguments&) {
  const std::optional<std::int64_t> now = context.now();
  return now ? Value(*now / 1'000'000)
             : context.fail(Problem::invalid_argument_value, "timestamp(): no clock is known here");
}

}  // namespace

const std::vector<Function>& graph_functions() {
  constexpr Kinds any = kinds::any;
  constexpr Kinds node = kinds::node;
  constexpr Kinds hop = kinds::relationship;
  constexpr Kinds path = kinds::path;
  constexpr Kinds holder = node | hop | kinds::map;
  static const std::vector<Function> functions{
      {"labels", 1, 1, kinds::list, {node, any, any}, labels},
      {"type", 1, 1, kinds::string, {hop, any, any}, type},
      {"startNode", 1, 1, node, {hop, any, any}, start_node},
      {"endNode", 1, 1, node, {hop, any, any}, end_node},
      {"id", 1, 1, kinds::integer, {node | hop, any, any}, id},
      {"properties", 1, 1, kinds::map, {holder, any, any}, properties},
      {"keys", 1, 1, kinds::list, {holder, any, any}, keys},
      {"nodes", 1, 1, kinds::list, {path, any, any}, nodes},
      {"relationships", 1, 1, kinds::list, {path, any, any}, relationships},
      {"rels", 1, 1, kinds::list, {path, any, any}, relationships},
      {"length", 1, 1, kinds::integer, {path, any, any}, length},
      {"coalesce", 1, 255, any, {any, any, any}, coalesce, false},
      {"exists", 1, 1, kinds::boolean, {any, any, any}, exists, false},
      {"timestamp", 0, 0, kinds::integer, {any, any, any}, timestamp},
  };
  return functions;
}

}  // namespace nutgraf::cypher
