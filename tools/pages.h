// The pages of `nutgraf show`: all about one person, group, place, event or report.
#ifndef NUTGRAF_TOOLS_PAGES_H_
#define NUTGRAF_TOOLS_PAGES_H_

#include <string>
#include <string_view>
#include <vector>

#include "extract/report/json_text.h"
#include "graph/reader.h"

namespace nutgraf {

struct PageForm {
  std::size_t width = 100;
  bool color = false;
};

// What a person or group belongs to and who belongs to it, what an event plans or denies, and the
// reverse, in words for a page: "member of", "planned by".
struct TiedNode {
  std::string_view words;
  NamedNode node;
};
Result<std::vector<TiedNode>> tied_nodes(const GraphReader& reader, const NodeKey& node);
// The same as a list under the key "ties", each with role, node and name; `from_here` is true where
// the edge begins at the node.
Result<void> add_tied_json(JsonText& json, const GraphReader& reader, const NodeKey& node);

// Each appends a page for people, or one JSON object and a newline.
Result<void> add_node_page(std::string& out, const GraphReader& reader, const NodeKey& node,
                           const PageForm& form);
Result<void> add_node_json(std::string& out, const GraphReader& reader, const NodeKey& node);
Result<void> add_event_page(std::string& out, const GraphReader& reader, const NodeKey& node,
                            const PageForm& form);
Result<void> add_event_json(std::string& out, const GraphReader& reader, const NodeKey& node);
Result<void> add_report_page(std::string& out, const GraphReader& reader, const Report& report,
                             const PageForm& form);
Result<void> add_report_json(std::string& out, const GraphReader& reader, const Report& report);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_PAGES_H_
