// Gives every token its tag.
//
// The unit that the model sees is a word or a hyphened compound ("U.S.-led", "15-year-old"), as
// newspaper corpora had them; the parts of a compound are tagged afterwards. The best row of tags
// is found with Viterbi's algorithm, a beam, and a window of fixed size, so that time and memory
// are linear in the text whatever its sentences are.
#ifndef NUTGRAF_EXTRACT_SYNTAX_TAGGER_H_
#define NUTGRAF_EXTRACT_SYNTAX_TAGGER_H_

#include "extract/analysis.h"
#include "extract/lexicon/data_file.h"
#include "extract/lexicon/lexicon.h"
#include "extract/result.h"
#include "extract/syntax/tag_model.h"
#include "extract/syntax/tag_repairs.h"

namespace nutgraf {

class Tagger {
 public:
  // `lexicon` must outlive this object.
  static Result<Tagger> open(const DataFile& data, const Lexicon& lexicon);

  // Writes the tag of every token. Requires tokens and sentences.
  void tag(Analysis& desk) const;

 private:
  Tagger(const Lexicon& lexicon, const TagModel& model, const TagRepairs& repairs)
      : lexicon_(&lexicon), model_(model), repairs_(repairs) {}
  void tag_sentence(Analysis& desk, const Sentence& sentence) const;

  const Lexicon* lexicon_;
  TagModel model_;
  TagRepairs repairs_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_TAGGER_H_
