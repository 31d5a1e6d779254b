// Compiles the tag model and the table of lemmas.
#ifndef NUTGRAF_EXTRACT_SYNTAX_COMPILE_TAGGER_H_
#define NUTGRAF_EXTRACT_SYNTAX_COMPILE_TAGGER_H_

#include "extract/lexicon/data_file.h"
#include "extract/lexicon/word_sources.h"
#include "extract/result.h"

namespace nutgraf {

// Writes the section "tagger" from Festival's model, WordNet and the lists word-tags.txt and
// symbols.txt of data/lexicon/en; an Error tells a list's wrong line.
Result<void> compile_tagger(const WordSources& sources, DataWriter& writer);

// Writes the section "lemmas" from WordNet and data/lexicon/en/lemmas.txt.
Result<void> compile_lemmas(const WordSources& sources, DataWriter& writer);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_COMPILE_TAGGER_H_
