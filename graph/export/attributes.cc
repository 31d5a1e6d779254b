#include "graph/export/attributes.h"

#include "graph/export/text.h"

namespace nutgraf {
namespace {

using Words = std::string;
using List = std::vector<std::string>;

Words number_or_none(std::uint64_t number) {
  return number == 0 ? Words() : std::to_string(number);
}

bool is_event(const OutNode& node) { return node.kind == NodeKind::event; }

void append_value(JsonText& json, std::string_view name, AttributeType type, const Words& value) {
  if (value.empty()) return;
  json.key(name);
  const bool bare = type == AttributeType::integer || type == AttributeType::decimal;
  bare ? json.raw(value) : json.string(value);
}

}  // namespace

const std::vector<NodeAttribute>& node_attributes() {
  using enum AttributeType;
  static const std::vector<NodeAttribute> table{
      {"label", words, [](const OutNode& node) { return node.name; }},
      {"name", words, [](const OutNode& node) { return node.name; }},
      {"kind", words, [](const OutNode& node) { return Words(to_string(node.kind)); }},
      {"names", list, nullptr, [](const OutNode& node) { return node.names; }},
      {"handles", list, nullptr, [](const OutNode& node) { return node.handles; }},
      {"type", words, [](const OutNode& node) { return node.type; }},
      {"mode", words, [](const OutNode& node) { return node.mode; }},
      {"plover", words, [](const OutNode& node) { return node.codes.plover; }},
      {"cameo", words, [](const OutNode& node) { return node.codes.cameo; }},
      {"action", words, [](const OutNode& node) { return node.action; }},
      {"modality", words, [](const OutNode& node) { return node.modality; }},
      {"from", day, [](const OutNode& node) { return day_words(node.when.from); }},
      {"until", day, [](const OutNode& node) { return day_words(node.when.until); }},
      {"year", integer,
       [](const OutNode& node) {
         return node.when.from ? std::to_string(civil(*node.when.from).year) : Words();
       }},
      {"told", integer,
       [](const OutNode& node) { return Words(is_event(node) ? node.told ? "1" : "0" : ""); }},
      {"casualties", list, nullptr,
       [](const OutNode& node) {
         List out;
         for (const ToldCasualty& told : node.casualties) out.push_back(casualty_words(told));
         return out;
       }},
      {"feature", words, [](const OutNode& node) { return node.feature; }},
      {"country", words, [](const OutNode& node) { return node.country; }},
      {"role", words, [](const OutNode& node) { return node.role; }},
      {"geonames", integer, [](const OutNode& node) { return number_or_none(node.geonames); }},
      {"latitude", decimal,
       [](const OutNode& node) { return node.point ? degrees(node.point->latitude) : Words(); }},
      {"longitude", decimal,
       [](const OutNode& node) { return node.point ? degrees(node.point->longitude) : Words(); }},
      {"reports", integer, [](const OutNode& node) { return std::to_string(node.reports); }},
      {"sources", integer, [](const OutNode& node) { return std::to_string(node.sources); }},
      {"events", integer,
       [](const OutNode& node) { return is_event(node) ? Words() : std::to_string(node.events); }},
  };
  return table;
}

const std::vector<EdgeAttribute>& edge_attributes() {
  using enum AttributeType;
  static const std::vector<EdgeAttribute> table{
      {"label", words, [](const OutEdge& edge) { return edge.role; }},
      {"role", words, [](const OutEdge& edge) { return edge.role; }},
      {"weight", integer, [](const OutEdge& edge) { return std::to_string(edge.weight); }},
      {"reports", integer, [](const OutEdge& edge) { return std::to_string(edge.reports); }},
  };
  return table;
}

std::string words_of(const NodeAttribute& attribute, const OutNode& node) {
  return attribute.type == AttributeType::list ? barred(attribute.list(node))
                                               : attribute.value(node);
}

void append_json(JsonText& json, const OutNode& node) {
  for (const NodeAttribute& attribute : node_attributes()) {
    if (attribute.type != AttributeType::list) {
      append_value(json, attribute.name, attribute.type, attribute.value(node));
      continue;
    }
    const List values = attribute.list(node);
    if (values.empty()) continue;
    json.key(attribute.name).open('[');
    for (const std::string& value : values) json.string(value);
    json.close(']');
  }
}

void append_json(JsonText& json, const OutEdge& edge) {
  for (const EdgeAttribute& attribute : edge_attributes()) {
    append_value(json, attribute.name, attribute.type, attribute.value(edge));
  }
}

std::string casualty_words(const ToldCasualty& told) {
  std::string out = told.state + ' ';
  if (told.count.min) out += std::to_string(*told.count.min);
  if (told.count.min && told.count.max && *told.count.min == *told.count.max) return out;
  out += "..";
  if (told.count.max) out += std::to_string(*told.count.max);
  return out;
}

}  // namespace nutgraf
