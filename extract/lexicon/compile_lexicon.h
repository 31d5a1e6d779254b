// Compiles what extract/lexicon/lexicon.h answers from.
#ifndef NUTGRAF_EXTRACT_LEXICON_COMPILE_LEXICON_H_
#define NUTGRAF_EXTRACT_LEXICON_COMPILE_LEXICON_H_

#include "extract/lexicon/data_file.h"
#include "extract/lexicon/word_sources.h"
#include "extract/result.h"

namespace nutgraf {

// Writes the section "lexicon". Reads data/lexicon/en/nominalisations.txt; an Error tells its wrong
// line.
Result<void> compile_lexicon(const WordSources& sources, DataWriter& writer);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_LEXICON_COMPILE_LEXICON_H_
