// Cuts a report into tokens, sentences and paragraphs.
//
// A blank line, or a line break after a complete sentence, a heading or a list item, parts
// paragraphs; the line breaks of hard-wrapped text do not. Sentences end at final marks, with what
// closes after them; at an abbreviation only when a new sentence surely begins.
#ifndef NUTGRAF_EXTRACT_TEXT_SEGMENTER_H_
#define NUTGRAF_EXTRACT_TEXT_SEGMENTER_H_

#include "extract/analysis.h"
#include "extract/lexicon/data_file.h"
#include "extract/lexicon/lexicon.h"
#include "extract/result.h"
#include "extract/text/segmentation_lists.h"

namespace nutgraf {

class Segmenter {
 public:
  // `lexicon` must outlive this object.
  static Result<Segmenter> open(const DataFile& data, const Lexicon& lexicon);

  // Fills the desk's tokens (span, folded, word, shape, sentence) and sentences (span, tokens,
  // paragraph, kind). Time is linear in the text.
  void segment(Analysis& desk) const;

 private:
  Segmenter(const Lexicon& lexicon, SegmentationLists lists) : lexicon_(&lexicon), lists_(lists) {}
  void fold_tokens(Analysis& desk) const;

  const Lexicon* lexicon_;
  SegmentationLists lists_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TEXT_SEGMENTER_H_
