// All that words are compiled from, read once: WordNet, scowl, Festival's tag model, our lists.
// Used when data is compiled, never by the program.
#ifndef NUTGRAF_EXTRACT_LEXICON_WORD_SOURCES_H_
#define NUTGRAF_EXTRACT_LEXICON_WORD_SOURCES_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "extract/analysis.h"
#include "extract/lexicon/wordnet.h"
#include "extract/result.h"
#include "extract/syntax/poslex.h"

namespace nutgraf {

struct WordSources {
  std::string lists;  // the folder data/lexicon/en
  WordNet wordnet;
  Poslex poslex;
  std::map<std::string, std::uint8_t, std::less<>> commonness;  // scowl's sizes
  std::set<std::string, std::less<>> names;                     // scowl's capitalised words, folded
  std::set<std::string, std::less<>> capital_adjectives;        // "iraqi", "sunni"
  std::set<std::string, std::less<>> nationals;                 // "iraqis", "turks"
  // Every word of the sources, numbered in byte order from 1.
  std::map<std::string, WordId, std::less<>> ids;

  WordId id(std::string_view word) const {
    const auto found = ids.find(word);
    return found == ids.end() ? 0 : found->second;
  }
};

// `source_folder` is the folder that has data/ in it.
Result<WordSources> read_word_sources(const std::string& source_folder);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_LEXICON_WORD_SOURCES_H_
