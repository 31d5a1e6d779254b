// `nutgraf show`: all about a node, or a report.
#include "tools/asking.h"
#include "tools/command.h"
#include "tools/pages.h"

namespace nutgraf {
namespace {

Result<void> add(std::string& out, const GraphReader& reader, const NodeKey& node, bool json,
                 const PageForm& form) {
  if (node.kind == NodeKind::event) {
    return json ? add_event_json(out, reader, node) : add_event_page(out, reader, node, form);
  }
  return json ? add_node_json(out, reader, node) : add_node_page(out, reader, node, form);
}

}  // namespace

int run_show(Console& console, const Arguments& words) {
  StoreOptions store;
  std::string what;
  std::string format = default_format(console, {"table", "json", "jsonl"}, "table");
  std::string color = "auto";
  Options line("show", "NODE|REPORT",
               "everything about a node; a report's text with its mentions marked");
  line.argument("NODE|REPORT", what);
  line.choice("--format", {"table", "json", "jsonl"}, format, "a page to read, or one JSON object");
  line.choice("--color", {"auto", "always", "never"}, color, "bold names and mentions");
  store.add_to(line, false);
  line.example("show \"Abu Bakr al-Baghdadi\"");
  if (const auto code = line.parse(console, words)) return *code;
  const auto reading = Reading::open(console, store);
  if (!reading) return report_error(console, reading.error());
  const GraphReader& reader = reading->reader();
  const bool json = format != "table";
  const PageForm form{console.width, color_wanted(console, color)};
  std::string out;
  Result<void> done;
  const auto report = reader.report(what);
  if (!report) return report_error(console, report.error());
  if (*report) {
    done = json ? add_report_json(out, reader, **report)
                : add_report_page(out, reader, **report, form);
  } else {
    const auto node = resolve_node(console, reader, what);
    if (!node) return report_error(console, node.error());
    done = add(out, reader, *node, json, form);
  }
  if (!done) return report_error(console, done.error());
  console.out << out;
  return exit_done;
}

}  // namespace nutgraf
