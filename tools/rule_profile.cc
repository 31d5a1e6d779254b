#include "tools/rule_profile.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>

#include "extract/report/offsets.h"
#include "tools/command.h"
#include "tools/reading.h"

namespace nutgraf {
namespace {

struct Usage {
  std::uint64_t taken = 0;
  std::uint64_t turned_down = 0;
  std::string example;  // of an event it made: "REPORT:BEGIN-END words"
  std::string against;  // of the first time it was turned down: the reason
};

using Usages = std::map<std::string, Usage, std::less<>>;

void count(const Report& report, const Trace& trace, Usages& usages) {
  const OffsetMap offsets(report.text, OffsetUnit::codepoints);
  for (const Decision& decision : trace.decisions) {
    if (decision.stage != "event") continue;
    const auto usage = usages.find(decision.rule.substr(0, decision.rule.find('/')));
    if (usage == usages.end()) continue;
    const Span shown = offsets.from_bytes(decision.span);
    const std::string where = report.id + ":" + std::to_string(shown.begin) + "-" +
                              std::to_string(shown.end) + " " +
                              std::string(cut(report.text, decision.span));
    Usage& one = usage->second;
    if (decision.taken) {
      if (one.taken++ == 0) one.example = where;
    } else if (one.turned_down++ == 0) {
      one.against = where + ": " + decision.reason;
    }
  }
}

}  // namespace

int profile_rules(Console& console, const Rules& rules, const std::vector<std::string>& paths,
                  const std::vector<std::string>& folders, const RowOptions& rows) {
  ReadingOptions reading;
  reading.paths = paths;
  reading.rules = folders;
  auto input = reading.open(console);
  if (!input) return report_error(console, input.error());
  const auto extractor = open_extractor(folders);
  if (!extractor) return report_error(console, extractor.error());
  Usages usages;
  for (const EventFrame& frame : rules.frames) usages[frame.name];
  const auto desk = std::make_unique<Analysis>();
  int code = exit_done;
  while (auto read = input->next()) {
    if (!*read) {
      tell_refused(console, read->error());
      code = exit_refused;
      continue;
    }
    Trace trace;
    extractor->extract((*read)->report, *desk, &trace);
    count((*read)->report, trace, usages);
  }
  std::vector<std::pair<std::string, Usage>> sorted(usages.begin(), usages.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second.taken > b.second.taken; });
  Listing listing{{"rule", "taken", "turned_down", "example", "against"}, {}};
  for (const auto& [name, usage] : sorted) {
    listing.rows.push_back({name, count_cell(usage.taken), count_cell(usage.turned_down),
                            usage.example.empty() ? Cell() : Cell(usage.example),
                            usage.against.empty() ? Cell() : Cell(usage.against)});
  }
  const int printed = rows.print(console, listing);
  return printed == exit_done ? code : printed;
}

}  // namespace nutgraf
