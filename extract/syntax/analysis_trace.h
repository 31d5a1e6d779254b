// The words and the parse of each sentence, for those who ask why.
#ifndef NUTGRAF_EXTRACT_SYNTAX_ANALYSIS_TRACE_H_
#define NUTGRAF_EXTRACT_SYNTAX_ANALYSIS_TRACE_H_

#include "extract/analysis.h"
#include "extract/trace.h"

namespace nutgraf {

// Three decisions a sentence, each about its whole span: "words" (word/TAG, and /lemma where it is
// another), "chunks" ([noun group], <verb group>) and "arcs" (relation(governor, dependent), of the
// groups' heads; "+" marks those that coordination and control add).
void tell_analysis(const Analysis& desk, Trace& trace);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_ANALYSIS_TRACE_H_
