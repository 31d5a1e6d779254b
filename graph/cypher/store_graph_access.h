// Which of the store's indexes serves a scan, and what it is asked: what a condition means to an
// index, apart from reading it.
#ifndef NUTGRAF_GRAPH_CYPHER_STORE_ACCESS_H_
#define NUTGRAF_GRAPH_CYPHER_STORE_ACCESS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "graph/cypher/property_graph.h"
#include "graph/node.h"

namespace nutgraf::cypher {

std::string_view store_label(NodeKind kind);
// The kind that all labels name; nullopt: any. `none` is set when no node has them all.
std::optional<NodeKind> store_kind(const std::vector<std::string>& labels, bool& none);

// `name_part` goes through all names, but reads no node that does not have the part.
enum class StoreIndex : std::uint8_t { none, id, name, name_part, action, day };

struct StoreAccess {
  StoreIndex index = StoreIndex::none;
  std::size_t probe = 0;         // that the index serves; days and actions may serve others as well
  std::optional<NodeKind> kind;  // that labels, or properties of events alone, leave
  bool nothing = false;          // no node has all labels
  ScanEstimate estimate;
};
// The access that visits the fewest nodes. Rough sizes, of a store of a million events: only how
// they compare matters, and counting would read the whole store.
StoreAccess access_of(const std::vector<std::string>& labels,
                      const std::vector<ProbeShape>& probes);

bool is_day(const ProbeShape& probe);
bool is_action(const ProbeShape& probe);

// The days within which an event must possibly be to satisfy the conditions; wider than they are.
// nullopt: any.
std::optional<DayRange> days_of(const std::vector<Probe>& probes);
// The strings that the property, or an element of it, must be one of. nullopt where the value says
// nothing of the kind: the scan goes without.
std::optional<std::vector<std::string>> strings_of(const Probe& probe);
// The ids in print that a condition on `id` or `geonames` leaves; nullopt as above.
std::optional<std::vector<std::string>> ids_of(const Probe& probe);

// What the folded form of every name that begins with the words begins with; may be empty.
std::string sure_prefix(std::string_view words);
// What the folded form of every name that contains the words contains; may be empty.
std::string sure_part(std::string_view words);

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_STORE_ACCESS_H_
