// Places by names that no report uses: the gazetteer's other names of what the store has.
#ifndef NUTGRAF_TOOLS_PLACE_NAMES_H_
#define NUTGRAF_TOOLS_PLACE_NAMES_H_

#include <optional>
#include <string>

#include "extract/result.h"
#include "graph/reader.h"

namespace nutgraf {

// The most prominent place that the gazetteer knows by these words ("Mossoul") and that the store
// has; nullopt when there is none, or no gazetteer.
Result<std::optional<NodeKey>> place_by_gazetteer(const GraphReader& reader,
                                                  const std::string& words);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_PLACE_NAMES_H_
