// The frames in force: the data file's, with users' folders laid over them.
#ifndef NUTGRAF_EXTRACT_EVENT_RULE_BOOK_H_
#define NUTGRAF_EXTRACT_EVENT_RULE_BOOK_H_

#include <cstdint>
#include <string>
#include <vector>

#include "extract/event/ontology.h"
#include "extract/event/program.h"
#include "extract/event/rule.h"
#include "extract/event/word_classes.h"
#include "extract/lexicon/data_file.h"
#include "extract/result.h"

namespace nutgraf {

class RuleBook {
 public:
  // Each folder's *.rules files are read and compiled here and now; a later frame of a name
  // overrides an earlier one. Without folders the data file's program is used where it lies. Errors
  // tell file, line, column and excerpt.
  static Result<RuleBook> open(const DataFile& data, const std::vector<std::string>& folders);

  const Program& program() const { return program_; }
  const Ontology& ontology() const { return ontology_; }
  const WordClasses& classes() const { return classes_; }
  // The symbolic frames and sets by name, for `rules`; reads the rules' text anew. Files of shipped
  // ones are told from the sources' root: "data/rules/en/violence.rules".
  Result<Rules> rules() const;
  // A hash of the users' frames; 0 when there are none.
  std::uint64_t hash() const { return hash_; }

 private:
  Ontology ontology_;
  WordClasses classes_;
  Program program_;
  std::string_view text_;    // of the data file's sets and frames
  std::string_view places_;  // "file TAB line" of each, in the order of the text
  Rules own_;                // the users'; later ones override
  std::uint64_t hash_ = 0;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_RULE_BOOK_H_
