// A mention as people write it: REPORT:BEGIN-END, in code points of the report's text.
#ifndef NUTGRAF_TOOLS_MENTION_WORDS_H_
#define NUTGRAF_TOOLS_MENTION_WORDS_H_

#include <string>

#include "graph/decision.h"
#include "graph/reader.h"

namespace nutgraf {

// The mention of `node` that the words point at; ErrorCode::usage when they are no such words,
// not_found when there is no such report or no mention of the node there.
Result<Side> mention_side(const GraphReader& reader, const NodeKey& node, const std::string& words);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_MENTION_WORDS_H_
