// What the words of a question ask for: data/lexicon/en/questions.tsv.
#ifndef NUTGRAF_EXTRACT_LEXICON_QUESTION_WORDS_H_
#define NUTGRAF_EXTRACT_LEXICON_QUESTION_WORDS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "extract/lexicon/data_file.h"
#include "extract/result.h"

namespace nutgraf {

enum class QuestionRole : std::uint8_t {
  none,
  who,
  what,
  where,
  when,
  person,
  group,
  place,
  event,
  at,
  by,
  with,
  to,
  on,
  since,
  until,
  before,
  after,
  between,
  empty,
  passive,
  planned,
  denied,
  possible,
  requested,
  any,
  skip
};

class QuestionWords {
 public:
  static Result<QuestionWords> open(const DataFile& data);

  // Of a folded word or lemma; none when the list does not have it.
  QuestionRole role(std::string_view word) const;

 private:
  StringTable words_;
};

Result<void> compile_questions(const std::string& source_folder, DataWriter& writer);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_LEXICON_QUESTION_WORDS_H_
