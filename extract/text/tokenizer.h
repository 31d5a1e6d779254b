// Cuts a text into tokens as current UD English does: clitics, money, hyphened words and numbers
// with units part; abbreviations, numbers, times, addresses and hashtags stay whole.
#ifndef NUTGRAF_EXTRACT_TEXT_TOKENIZER_H_
#define NUTGRAF_EXTRACT_TEXT_TOKENIZER_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/analysis.h"
#include "extract/text/characters.h"
#include "extract/text/segmentation_lists.h"

namespace nutgraf {

class Tokenizer {
 public:
  explicit Tokenizer(const SegmentationLists& lists) : lists_(&lists) {}

  // Appends the tokens of a text (span and shape, without sentence_start and in_quotes). Every
  // character that is not white space is in exactly one token. Time is linear in the text.
  void tokenize(std::string_view text, std::vector<Token>& out) const;

 private:
  class Cutter;
  const SegmentationLists* lists_;
};

// What can be told from the characters of a token.
Shape shape_of(std::string_view token);

// The end of an address (URL, e-mail, domain, file name) that begins at `begin`; `begin` where none
// does. `run_end` is the end of the letters and digits at `begin`. Looks at most at 256 bytes
// before it knows that it is one.
std::size_t address_end(std::string_view text, std::size_t begin, std::size_t run_end,
                        const SegmentationLists& lists);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TEXT_TOKENIZER_H_
