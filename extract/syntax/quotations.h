// What stands between quotation marks, who says it, and with what verb.
#ifndef NUTGRAF_EXTRACT_SYNTAX_QUOTATIONS_H_
#define NUTGRAF_EXTRACT_SYNTAX_QUOTATIONS_H_

#include "extract/analysis.h"
#include "extract/syntax/arc_writer.h"
#include "extract/syntax/grammar_lists.h"
#include "extract/syntax/sheet.h"

namespace nutgraf {

// Fills desk.quotations. A clause within marks that hangs on a verb of saying outside them becomes
// its `quotation`. A quotation without a verb of its own that makes whole sentences has the speaker
// of the one before it in its paragraph. Requires finished trees.
void mark_quotations(Analysis& desk, const GrammarLists& lists, Sheet& sheet,
                     const ArcWriter& writer);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_QUOTATIONS_H_
