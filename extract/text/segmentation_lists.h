// The small lists that cutting a text into tokens and sentences reads, from data/lexicon/en:
// abbreviations.txt, prefixes.txt, splits.txt, whole-words.txt, sentence-starters.txt, units.txt,
// domains.txt, clitic-bases.txt, bylines.txt, calendar-words.txt, letters.txt.
#ifndef NUTGRAF_EXTRACT_TEXT_SEGMENTATION_LISTS_H_
#define NUTGRAF_EXTRACT_TEXT_SEGMENTATION_LISTS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "extract/lexicon/data_file.h"
#include "extract/result.h"

namespace nutgraf {

class SegmentationLists {
 public:
  enum Bit : std::uint32_t {
    title = 1,         // "Gen.": a name follows, no sentence ends
    before_digit = 2,  // "No.": an abbreviation when a digit follows
    may_end = 4,       // "Inc.": a sentence may end with it
    capital = 8,       // only when written with a capital: "Sun.", not "sun."
    prefix = 16,       // "anti": its hyphen does not part words
    whole = 32,        // "'em", "b/c": one token
    starter = 64,      // begins a sentence after an abbreviation: "the", "he"
    unit = 128,        // parts from the digits before it: "5pm", "10km"
    domain = 256,      // top-level domains and endings of file names
    country_domain = 512,
    clitic_base = 1024,  // "i", "they": 'd and 'm part from it
    byline = 2048,       // begins a line that names who wrote: "by", "reporting by"
    calendar = 4096,     // months, weekdays and their short forms
    greeting = 8192,     // "dear": a line that ends with a comma
    farewell = 16384,    // "regards"
    caption = 32768,     // "photo": "Photo: Jane Doe" is a line of its own
    last = 6,            // both: "etc.", which ends a sentence whenever a capital follows
    split_shift = 16,    // bytes of the first part of a word that is two: can|not
  };

  static Result<SegmentationLists> open(const DataFile& data);

  // Bits of the folded words; 0 for what is in no list.
  std::uint32_t bits(std::string_view folded) const {
    const std::uint32_t found = table_.find(folded);
    return found == StringTable::missing ? 0 : found;
  }
  bool has(std::string_view folded, Bit bit) const { return (bits(folded) & bit) != 0; }

 private:
  StringTable table_;
};

// Writes the section "segmenter". `source_folder` is the folder that has data/ in it.
Result<void> compile_segmentation(const std::string& source_folder, DataWriter& writer);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TEXT_SEGMENTATION_LISTS_H_
