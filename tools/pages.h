// The pages of `nutgraf show`: all about one person, group, place, event or report.
#ifndef NUTGRAF_TOOLS_PAGES_H_
#define NUTGRAF_TOOLS_PAGES_H_

#include <string>

#include "graph/reader.h"

namespace nutgraf {

struct PageForm {
  std::size_t width = 100;
  bool color = false;
};

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
