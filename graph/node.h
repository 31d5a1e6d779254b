// Nodes of the belief graph and their ids.
//
// A unit is the smallest thing that clustering moves: a named unit (kind, folded name, facet), or
// something known within one report only. A node is a cluster of units; it goes by the id of its
// smallest unit, and every present unit's id leads to it. schemas/keyspace.md has the bytes.
#ifndef NUTGRAF_GRAPH_NODE_H_
#define NUTGRAF_GRAPH_NODE_H_

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf {

enum class NodeKind : std::uint8_t { person, group, place, event };

std::string_view to_string(NodeKind kind);
std::optional<NodeKind> parse_node_kind(std::string_view word);

// 128 bits; compared as big-endian bytes.
struct Id {
  std::array<std::uint8_t, 16> bytes{};

  friend auto operator<=>(const Id&, const Id&) = default;
};

// The first 96 bits of the hash of a report's id.
struct ReportKey {
  std::array<std::uint8_t, 12> bytes{};

  friend auto operator<=>(const ReportKey&, const ReportKey&) = default;
};

// A node or a unit, as code handles it; people see its text form.
struct NodeKey {
  NodeKind kind = NodeKind::person;
  Id id;

  friend auto operator<=>(const NodeKey&, const NodeKey&) = default;
};

// The edges of the graph. The last two run from place to place and from person or group to group.
enum class Role : std::uint8_t {
  actor,
  target,
  participant,
  instrument,
  said_by,
  at,
  from,
  to,
  plans,
  denies,
  member_of,
  within
};

std::string_view to_string(Role role);  // "ACTOR", "SAID_BY", …
std::optional<Role> parse_role(std::string_view word);

ReportKey report_key(std::string_view report_id);
Id local_id(const ReportKey& report, std::uint32_t offset);
// The id of an event chain: its offset with the top bit set, so that a mention may begin there too.
Id chain_id(const ReportKey& report, std::uint32_t offset);
ReportKey report_of(const Id& local);
std::uint32_t offset_of(const Id& local);  // of either
Id named_id(NodeKind kind, std::string_view folded_name, std::string_view facet);
Id place_id(std::string_view place);  // of Place::id

// "per:…", "grp:…", "evt:…" and 26 letters. A place's printed id is "loc:" + Place::id, which only
// the graph knows; for NodeKind::place this gives "loc:" and the letters, which is a handle too.
std::string print_key(const NodeKey& key);
// The inverse of print_key, and of "loc:gn:…" and "loc:x:…"; nullopt for anything else. That there
// is such a node is not said.
std::optional<NodeKey> parse_key(std::string_view text);

}  // namespace nutgraf

namespace std {
template <>
struct hash<nutgraf::Id> {
  size_t operator()(const nutgraf::Id& id) const noexcept {
    size_t value = 0;
    for (size_t i = 0; i < sizeof(size_t); ++i) value = value << 8U | id.bytes[15 - i];
    return value;
  }
};
template <>
struct hash<nutgraf::NodeKey> {
  size_t operator()(const nutgraf::NodeKey& key) const noexcept {
    return hash<nutgraf::Id>()(key.id) * 4 + static_cast<size_t>(key.kind);
  }
};
template <>
struct hash<nutgraf::ReportKey> {
  size_t operator()(const nutgraf::ReportKey& key) const noexcept {
    size_t value = 0;
    for (size_t i = 0; i < sizeof(size_t); ++i) value = value << 8U | key.bytes[11 - i];
    return value;
  }
};
}  // namespace std

#endif  // NUTGRAF_GRAPH_NODE_H_
