// Where sentences and paragraphs end.
#ifndef NUTGRAF_EXTRACT_TEXT_SENTENCE_BREAKER_H_
#define NUTGRAF_EXTRACT_TEXT_SENTENCE_BREAKER_H_

#include "extract/analysis.h"
#include "extract/lexicon/lexicon.h"
#include "extract/text/segmentation_lists.h"

namespace nutgraf {

// Fills desk.sentences (span, tokens, paragraph) and the tokens' sentence, shape.sentence_start and
// shape.in_quotes. Requires folded tokens.
void break_sentences(Analysis& desk, const SegmentationLists& lists);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TEXT_SENTENCE_BREAKER_H_
