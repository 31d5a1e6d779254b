// How often each frame is used: `nutgraf rules profile`.
#ifndef NUTGRAF_TOOLS_RULE_PROFILE_H_
#define NUTGRAF_TOOLS_RULE_PROFILE_H_

#include <string>
#include <vector>

#include "extract/event/rule.h"
#include "tools/console.h"
#include "tools/row_options.h"

namespace nutgraf {

// Reads the reports of the paths (none: standard input) with the rules of the folders in force and
// prints a row for each frame: how often it made an event, how often it was near and turned down,
// and the first place of each. Gives the exit code.
int profile_rules(Console& console, const Rules& rules, const std::vector<std::string>& paths,
                  const std::vector<std::string>& folders, const RowOptions& rows);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_RULE_PROFILE_H_
