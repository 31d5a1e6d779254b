// What forms of what lemmas a written word may be, by WordNet's irregular forms and the regular
// endings (morphy(7WN)). Used when data is compiled, never by the program.
#ifndef NUTGRAF_EXTRACT_LEXICON_INFLECTION_H_
#define NUTGRAF_EXTRACT_LEXICON_INFLECTION_H_

#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/wordnet.h"
#include "extract/syntax/tag.h"

namespace nutgraf {

struct Inflection {
  // NN, NNS, NNP (a lemma with a capital), VB, VBZ, VBG, VBD (stands for VBN too), JJ, JJR, JJS, RB
  Tag tag = Tag::none;
  std::string lemma;
  std::uint32_t weight = 0;  // of the lemma in WordNet
};

// All readings of a folded word, the likeliest lemma first for each tag; empty for a word that
// WordNet does not know.
std::vector<Inflection> inflections(const WordNet& wordnet, std::string_view word);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_LEXICON_INFLECTION_H_
