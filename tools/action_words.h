// What --did and --type name: dictionary forms, and the types of the ontology.
#ifndef NUTGRAF_TOOLS_ACTION_WORDS_H_
#define NUTGRAF_TOOLS_ACTION_WORDS_H_

#include <string>
#include <vector>

#include "extract/result.h"
#include "graph/filter.h"
#include "graph/reader.h"
#include "tools/console.h"

namespace nutgraf {

// Writes into the filter what `did` means: the words as they are when an event has them for lemma,
// frame or type, else the dictionary form that one has ("attacked": attack), which err is told.
// What no event has stays as it is; err is told the nearest that one has.
Result<void> read_action(Console& console, const GraphReader& reader, const std::string& did,
                         Filter& filter);

// Writes into the filter what `type` means: a type of the ontology, one of its modes
// ("consult-visit"), or all types that are cooperative, hostile or neutral. ErrorCode::usage with
// the nearest type for anything else.
Result<void> read_type(const std::string& type, Filter& filter);

// All that read_type reads, sorted; empty without the data file.
std::vector<std::string> known_types();

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_ACTION_WORDS_H_
