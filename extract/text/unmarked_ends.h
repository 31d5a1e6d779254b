// Ends of sentences that no full stop tells: of captions, dates on a line with a headline, letters
// and the heads of messages.
#ifndef NUTGRAF_EXTRACT_TEXT_UNMARKED_ENDS_H_
#define NUTGRAF_EXTRACT_TEXT_UNMARKED_ENDS_H_

#include <cstdint>

#include "extract/analysis.h"
#include "extract/text/segmentation_lists.h"

namespace nutgraf {

class UnmarkedEnds {
 public:
  UnmarkedEnds(const Analysis& desk, const SegmentationLists& lists) : desk_(desk), lists_(lists) {}

  // Whether the sentence that began at token `begin` ends after token `i`, which has a neighbour on
  // its line. Requires folded tokens and, up to `i`, shape.in_quotes.
  bool ends(std::uint32_t begin, std::uint32_t i) const;

  // Whether the tokens from `begin` to before `end` are a whole day: "Sunday, October 21, 2007".
  bool day(std::uint32_t begin, std::uint32_t end) const { return day_end(begin) == end; }
  // ":-)" of whole-words.txt.
  bool face(std::uint32_t i) const;
  // A token with "://".
  bool address(std::uint32_t i) const;

 private:
  std::string_view folded(std::uint32_t i) const { return desk_.tokens[i].folded; }
  bool has(std::uint32_t i, SegmentationLists::Bit bit) const { return lists_.has(folded(i), bit); }
  bool capital(std::uint32_t i) const { return desk_.tokens[i].shape.capitalised; }
  bool inside(std::uint32_t i) const { return i < desk_.tokens.size(); }
  bool line_ends(std::uint32_t i) const;
  std::uint32_t day_end(std::uint32_t i) const;
  bool stamp(std::uint32_t i) const;
  bool beside_stamp(std::uint32_t i) const;
  bool beside_day(std::uint32_t begin, std::uint32_t i) const;
  bool beside_address(std::uint32_t i) const;
  bool starts_anew(std::uint32_t i) const;
  bool letter_line(std::uint32_t begin, std::uint32_t i) const;

  const Analysis& desk_;
  const SegmentationLists& lists_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TEXT_UNMARKED_ENDS_H_
