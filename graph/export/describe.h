// Nodes and events of the reader as formats are told them.
#ifndef NUTGRAF_GRAPH_EXPORT_DESCRIBE_H_
#define NUTGRAF_GRAPH_EXPORT_DESCRIBE_H_

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/result.h"
#include "graph/export/sink.h"
#include "graph/reader.h"

namespace nutgraf {

class Describer {
 public:
  // Both outlive it.
  Describer(const GraphReader& reader, const CodeBook& codes) : reader_(reader), codes_(codes) {}

  static OutNode node(const NodeDetails& details);
  // A person, group or place; those asked for lately are kept.
  Result<OutNode> node(const NodeKey& key);
  // `members`: the tellings that go out.
  Result<OutNode> event(const EventDetails& event, const std::vector<std::uint32_t>& members);
  Result<OutEvent> with_parts(const EventDetails& event, const std::vector<std::uint32_t>& members);

 private:
  const GraphReader& reader_;
  const CodeBook& codes_;
  std::unordered_map<NodeKey, OutNode> kept_;
};

// How many reports tell it in these tellings.
std::uint64_t count_reports(const EventDetails& event, const std::vector<std::uint32_t>& members);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_EXPORT_DESCRIBE_H_
