// What the pages of `nutgraf show` tell of ties.
#include "tools/pages.h"

namespace nutgraf {
namespace {

std::string_view words_for(Role role, bool from_here) {
  if (role == Role::plans) return from_here ? "then done" : "planned by";
  if (role == Role::denies) return from_here ? "denies" : "denied by";
  return from_here ? "member of" : "member";
}

}  // namespace

Result<std::vector<TiedNode>> tied_nodes(const GraphReader& reader, const NodeKey& node) {
  const auto ties = reader.ties(node, false);
  if (!ties) return fail(ties.error());
  std::vector<TiedNode> out;
  for (const bool from_here : {true, false}) {
    for (const Edge& edge : *ties) {
      if ((edge.from == node) != from_here) continue;
      const auto other = reader.named(from_here ? edge.to : edge.from);
      if (!other) return fail(other.error());
      out.push_back({words_for(edge.role, from_here), *other});
    }
  }
  return out;
}

Result<void> add_tied_json(JsonText& json, const GraphReader& reader, const NodeKey& node) {
  const auto ties = reader.ties(node, false);
  if (!ties) return fail(ties.error());
  json.key("ties").open('[');
  for (const Edge& edge : *ties) {
    const bool from_here = edge.from == node;
    const auto other = reader.named(from_here ? edge.to : edge.from);
    if (!other) return fail(other.error());
    json.open('{').key("role").string(to_string(edge.role)).key("node").string(other->node);
    json.key("name").string(other->name).key("from_here").boolean(from_here).close('}');
  }
  json.close(']');
  return {};
}

}  // namespace nutgraf
