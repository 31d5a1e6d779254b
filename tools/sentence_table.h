// What the engine saw in each sentence, for people: words, tags, groups, clauses, relations.
#ifndef NUTGRAF_TOOLS_SENTENCE_TABLE_H_
#define NUTGRAF_TOOLS_SENTENCE_TABLE_H_

#include <cstddef>
#include <string>

#include "extract/analysis.h"

namespace nutgraf {

// Appends for each sentence its words, then a table with a row for each token: number, word, tag,
// lemma, group ("n2": the sentence's second noun group, "v1": its first verb group, "*" at its
// head), kind of the clause whose verb it is, relation and governor; then the relations that
// coordination, control and relatives add. Requires a parsed desk.
void print_sentences(std::string& out, const Analysis& desk, std::size_t width, bool color);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_SENTENCE_TABLE_H_
