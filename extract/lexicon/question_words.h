// What the words of a question ask for: data/lexicon/en/questions.tsv and
// question-examples.txt.
#ifndef NUTGRAF_EXTRACT_LEXICON_QUESTION_WORDS_H_
#define NUTGRAF_EXTRACT_LEXICON_QUESTION_WORDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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
  skip,
  from,
  both,
  list,
  top,
  top_reports,
  top_degree,
  top_pagerank,
  pairs,
  actor,
  action,
  count,
  often,
  show,
  near,
  evidence,
  reports,
  source,
  certain,
  mutual,
  light,
  least,
  why
};

class QuestionWords {
 public:
  static Result<QuestionWords> open(const DataFile& data);

  // Of a folded word or lemma, or of several with one space between; none when the list does not
  // have it.
  QuestionRole role(std::string_view words) const;
  // Questions that are understood, to show to those whose question is not.
  const std::vector<std::string>& examples() const { return examples_; }

 private:
  StringTable words_;
  std::vector<std::string> examples_;
};

Result<void> compile_questions(const std::string& source_folder, DataWriter& writer);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_LEXICON_QUESTION_WORDS_H_
