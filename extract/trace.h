// An optional ear that the stages speak into: why something came out, and what was turned down.
//
// Every stage takes a Trace*; null means nobody listens, and a stage builds no words then. A trace
// changes nothing that comes out.
#ifndef NUTGRAF_EXTRACT_TRACE_H_
#define NUTGRAF_EXTRACT_TRACE_H_

#include <string>
#include <string_view>
#include <vector>

#include "extract/span.h"

namespace nutgraf {

struct Decision {
  std::string_view stage;  // "words", "chunks", "arcs", "names", "time", "place", "event", "coref",
                           // … (a literal)
  Span span;               // what it is about, in the report's text
  bool taken = true;       // false: considered and turned down
  std::string rule;        // as `nutgraf rules list` names it
  std::string reason;      // one sentence for a reader
};

struct Trace {
  std::vector<Decision> decisions;  // in the order in which they were made
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TRACE_H_
