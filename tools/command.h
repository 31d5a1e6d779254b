// The table of commands: one function each, one file each.
#ifndef NUTGRAF_TOOLS_COMMAND_H_
#define NUTGRAF_TOOLS_COMMAND_H_

#include <string_view>
#include <vector>

#include "tools/console.h"
#include "tools/options.h"

namespace nutgraf {

struct Command {
  std::string_view name;
  std::string_view group;    // the heading it stands under in `nutgraf --help`
  std::string_view summary;  // one line
  // Runs with the words behind the name; returns the exit code.
  int (*run)(Console& console, const Arguments& words);
};

// In the order in which the help shows them.
const std::vector<Command>& commands();

// Runs "NAME WORDS…"; answers unknown names with the nearest known ones.
int run_command(Console& console, const Arguments& words);

int run_extract(Console& console, const Arguments& words);
int run_init(Console& console, const Arguments& words);
int run_ingest(Console& console, const Arguments& words);
int run_retract(Console& console, const Arguments& words);
int run_reports(Console& console, const Arguments& words);
int run_who(Console& console, const Arguments& words);
int run_what(Console& console, const Arguments& words);
int run_where(Console& console, const Arguments& words);
int run_when(Console& console, const Arguments& words);
int run_evidence(Console& console, const Arguments& words);
int run_dump(Console& console, const Arguments& words);
int run_load(Console& console, const Arguments& words);
int run_verify(Console& console, const Arguments& words);
int run_backup(Console& console, const Arguments& words);
int run_compact(Console& console, const Arguments& words);
int run_stats(Console& console, const Arguments& words);
int run_show(Console& console, const Arguments& words);
int run_near(Console& console, const Arguments& words);
int run_path(Console& console, const Arguments& words);
int run_top(Console& console, const Arguments& words);
int run_components(Console& console, const Arguments& words);
int run_communities(Console& console, const Arguments& words);
int run_export(Console& console, const Arguments& words);
int run_why(Console& console, const Arguments& words);
int run_same(Console& console, const Arguments& words);
int run_different(Console& console, const Arguments& words);
int run_split(Console& console, const Arguments& words);
int run_reject(Console& console, const Arguments& words);
int run_undo(Console& console, const Arguments& words);
int run_log(Console& console, const Arguments& words);
int run_review(Console& console, const Arguments& words);
int run_ask(Console& console, const Arguments& words);
int run_shell(Console& console, const Arguments& words);
int run_query(Console& console, const Arguments& words);
int run_rebuild(Console& console, const Arguments& words);
int run_rules(Console& console, const Arguments& words);
int run_place(Console& console, const Arguments& words);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_COMMAND_H_
