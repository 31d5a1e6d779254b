// Reads rule files: the grammar of schemas/rules.md.
//
// Every wrong line ends in an Error with file, line, column, the line itself, what was expected and
// the nearest known name. Words are taken as they stand; all but examples must be lower case.
#ifndef NUTGRAF_EXTRACT_EVENT_RULE_PARSER_H_
#define NUTGRAF_EXTRACT_EVENT_RULE_PARSER_H_

#include <string>
#include <string_view>
#include <vector>

#include "extract/event/ontology.h"
#include "extract/event/rule.h"
#include "extract/event/word_classes.h"
#include "extract/result.h"

namespace nutgraf {

// What names a rule may use.
struct RuleVocabulary {
  const Ontology& ontology;
  const WordClasses& classes;
  std::vector<std::string> sets = {};  // of other files; a file's own need not be here
};

// The frames and sets of one file, in its order. `file` is for errors and EventFrame::file.
Result<Rules> parse_rules(std::string_view text, const std::string& file,
                          const RuleVocabulary& vocabulary);

// The names behind "set" at the beginnings of lines.
std::vector<std::string> sets_of(std::string_view text);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_RULE_PARSER_H_
