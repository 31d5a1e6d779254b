// What the formats tell of nodes and edges: one table, so that an attribute has one name
// everywhere.
#ifndef NUTGRAF_GRAPH_EXPORT_ATTRIBUTES_H_
#define NUTGRAF_GRAPH_EXPORT_ATTRIBUTES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/report/json_text.h"
#include "graph/export/sink.h"

namespace nutgraf {

enum class AttributeType : std::uint8_t { words, list, integer, decimal, day };

// An empty value is one that the node or edge does not have.
struct NodeAttribute {
  std::string_view name;
  AttributeType type = AttributeType::words;
  // All types but lists as words: "12", "36.335000", "2016-10-17".
  std::string (*value)(const OutNode&) = nullptr;
  std::vector<std::string> (*list)(const OutNode&) = nullptr;
};

struct EdgeAttribute {
  std::string_view name;
  AttributeType type = AttributeType::words;
  std::string (*value)(const OutEdge&) = nullptr;
};

// In the order in which they are written. Neither has "id", and no node "x", "y", "size", "r", "g",
// "b", which readers take for their own.
const std::vector<NodeAttribute>& node_attributes();
const std::vector<EdgeAttribute>& edge_attributes();

// Either as words; lists barred ("a | b").
std::string words_of(const NodeAttribute& attribute, const OutNode& node);
// Those that the node or edge has, as members of the JSON object that is open.
void append_json(JsonText& json, const OutNode& node);
void append_json(JsonText& json, const OutEdge& edge);

// "dead 12", "wounded 30..50", "missing 3..": at least so many.
std::string casualty_words(const ToldCasualty& told);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_EXPORT_ATTRIBUTES_H_
