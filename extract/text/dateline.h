// Finds datelines: what tells, before the words of a report, where and when it was written.
//
//   place , region … , day ( agency ) mark [ label ]
//
//   PARIS (Reuters) -                    BAGHDAD, Iraq (AP) _        KABUL —
//   SAN SALVADOR, 20 Nov 89 (ACAN) --    GENEVA, March 3 (AFP) –     LONDON 1996-08-30
//   Nov 3 (Reuters) -                    By Jane Doe KABUL —         LAHORE:
//
// A place needs capitals, a day or an agency to be one, or a capital behind its mark; nothing with
// a small word of more than three letters is a dateline.
#ifndef NUTGRAF_EXTRACT_TEXT_DATELINE_H_
#define NUTGRAF_EXTRACT_TEXT_DATELINE_H_

#include "extract/analysis.h"
#include "extract/text/segmentation_lists.h"

namespace nutgraf {

// Writes every sentence's dateline, and the kind of those that are nothing else. Requires
// sentences with their kinds.
void mark_datelines(Analysis& desk, const SegmentationLists& lists);

// Whether tokens [begin, at] are a dateline that ends with a day in figures and no mark: "LONDON
// 1996-08-30".
bool ends_unmarked_dateline(const Analysis& desk, std::uint32_t begin, std::uint32_t at);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TEXT_DATELINE_H_
