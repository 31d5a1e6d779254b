// What sort of line a sentence is: prose, headline, dateline, byline, list item.
#ifndef NUTGRAF_EXTRACT_TEXT_SENTENCE_KIND_H_
#define NUTGRAF_EXTRACT_TEXT_SENTENCE_KIND_H_

#include "extract/analysis.h"
#include "extract/text/segmentation_lists.h"

namespace nutgraf {

// Writes every sentence's kind. Requires sentences with paragraphs.
void tell_kinds(Analysis& desk, const SegmentationLists& lists);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TEXT_SENTENCE_KIND_H_
