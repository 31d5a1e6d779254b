// Testimony: what one report says, as it is kept. Immutable, the ground truth of a store.
//
// Besides report and extraction it holds what belief wants to know of the text and what needs a
// word list to be found: the report's word profile. It is made once, with the rule set that is in
// force, so that belief is a pure function of testimony.
#ifndef NUTGRAF_GRAPH_TESTIMONY_H_
#define NUTGRAF_GRAPH_TESTIMONY_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/report/report.h"
#include "extract/result.h"

namespace nutgraf {

// What tells one report's story from others': hashes of its weightiest words, ascending, each with
// a weight; and the smallest shingle hashes of its text, ascending, for near-copies.
struct WordProfile {
  struct Word {
    std::uint64_t hash = 0;
    std::uint32_t weight = 0;

    friend bool operator==(const Word&, const Word&) = default;
  };
  std::vector<Word> words;
  std::vector<std::uint64_t> rarest;  // of `words`, the weightiest first: under these it is found
  std::vector<std::uint64_t> shingles;

  friend bool operator==(const WordProfile&, const WordProfile&) = default;
};

struct Testimony {
  Report report;
  Extraction extraction;
  WordProfile profile;
  std::string rule_set;  // hash of what extracted it

  friend bool operator==(const Testimony&, const Testimony&) = default;
};

// How much a folded word tells of a story: 0 for a word of every page, 1000 for one that no list of
// words has. Words under 150 are left out of profiles.
using WordWeight = std::function<std::uint32_t(std::string_view folded_word)>;

// Pure: the same report gives the same testimony anywhere. Linear in the text.
Testimony make_testimony(Report report, Extraction extraction, std::string rule_set,
                         const WordWeight& weight);
WordProfile word_profile(std::string_view text, const WordWeight& weight);

// Cosine of two profiles in thousandths.
std::uint32_t story_score(const WordProfile& one, const WordProfile& other);
// Share of common shingles (Jaccard, from the smallest hashes) in thousandths.
std::uint32_t copy_score(const WordProfile& one, const WordProfile& other);

// Exact inverses (law 2). Decoding damaged bytes fails with ErrorCode::unavailable; it never
// reads outside them.
std::string encode(const Report& report);  // without its text
std::string encode(const Extraction& extraction);
std::string encode(const WordProfile& profile);
Result<Report> decode_report(std::string_view bytes);  // its text is empty
Result<Extraction> decode_extraction(std::string_view bytes);
Result<WordProfile> decode_profile(std::string_view bytes);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_TESTIMONY_H_
