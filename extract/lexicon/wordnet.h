// Reads WordNet 3.0's database files as Debian's wordnet-base installs them (wndb(5WN),
// senseidx(5WN)). Used when data is compiled, never by the program.
#ifndef NUTGRAF_EXTRACT_LEXICON_WORDNET_H_
#define NUTGRAF_EXTRACT_LEXICON_WORDNET_H_

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/result.h"

namespace nutgraf {

enum class WordNetPos : std::uint8_t { noun, verb, adjective, adverb, count };

struct WordNet {
  struct Sense {
    std::uint8_t file = 0;     // lexicographer file, lexnames(5WN)
    std::uint8_t number = 0;   // counted from 1, the commonest first
    std::uint32_t count = 0;   // how often it was met in the tagged texts
    std::uint32_t synset = 0;  // offset in the data file of its part of speech
  };
  struct Lemma {
    std::array<std::vector<Sense>, static_cast<std::size_t>(WordNetPos::count)> senses;
    std::uint64_t frames = 0;  // of its verb senses, bit i-1 for frame i
    std::array<bool, static_cast<std::size_t>(WordNetPos::count)>
        lower{};  // written without capitals
    std::map<std::string, std::uint32_t, std::less<>>
        acts_of;  // verbs whose act its noun senses name, with weight

    const std::vector<Sense>& of(WordNetPos pos) const {
      return senses.at(static_cast<std::size_t>(pos));
    }
    bool is(WordNetPos pos) const { return !of(pos).empty(); }
    bool written_small(WordNetPos pos) const { return lower.at(static_cast<std::size_t>(pos)); }
    // The counts of its senses, each sense counting one more.
    std::uint32_t weight(WordNetPos pos) const;
  };

  // By lemma in lower case, spaces inside collocations ("car bomb").
  std::map<std::string, Lemma, std::less<>> lemmas;
  // Irregular form to its lemmas, in the files' order.
  std::array<std::map<std::string, std::vector<std::string>, std::less<>>,
             static_cast<std::size_t>(WordNetPos::count)>
      irregular;

  const Lemma* find(std::string_view lemma) const;
  bool is(std::string_view lemma, WordNetPos pos) const;
};

// An Error of code io when a file is missing.
Result<WordNet> read_wordnet(const std::string& folder);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_LEXICON_WORDNET_H_
