// What the rules made of a report, told sentence by sentence: `extract --explain`.
#ifndef NUTGRAF_TOOLS_EXPLANATION_H_
#define NUTGRAF_TOOLS_EXPLANATION_H_

#include <cstdint>
#include <string>

#include "extract/extraction.h"
#include "extract/report/report.h"
#include "extract/trace.h"

namespace nutgraf {

// A mention's entity by its name, else the mention's words; empty for npos.
std::string party_words(const Report& report, const Extraction& extraction, std::uint32_t mention);

// Appends a page: each sentence, its words, chunks and arcs; its names, times and places; its
// events, each with the frame, the roles, factuality, day and place it got and the nearest frames
// that did not fit ("-"); its tuples. `trace` is what extracting the report told.
void append_explanation(std::string& out, const Report& report, const Extraction& extraction,
                        const Trace& trace);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_EXPLANATION_H_
