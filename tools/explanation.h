// What the rules made of a report, told sentence by sentence: `extract --explain`.
#ifndef NUTGRAF_TOOLS_EXPLANATION_H_
#define NUTGRAF_TOOLS_EXPLANATION_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/extraction.h"
#include "extract/report/report.h"
#include "extract/trace.h"

namespace nutgraf {

// A mention's entity by its name, else the mention's words; empty for npos.
std::string party_words(const Report& report, const Extraction& extraction, std::uint32_t mention);

// What one decision says: "ABOUT: REASON [RULE]"; what is empty is left out with its marks.
std::string decision_words(const std::string& about, const std::string& reason,
                           const std::string& rule);

// Appends a line for people: "-" before what was turned down, the label padded to `width` columns,
// the words, their line breaks as blanks.
void append_decision(std::string& out, bool taken, std::string_view label, std::size_t width,
                     std::string_view words);

// Appends a page: each sentence, its words, chunks and arcs; its names, times and places; its
// events, each with the frame, the roles, factuality, day and place it got and the nearest frames
// that did not fit ("-"); its tuples. `trace` is what extracting the report told.
void append_explanation(std::string& out, const Report& report, const Extraction& extraction,
                        const Trace& trace);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_EXPLANATION_H_
