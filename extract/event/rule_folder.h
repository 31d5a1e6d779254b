// The rule files of a folder.
#ifndef NUTGRAF_EXTRACT_EVENT_RULE_FOLDER_H_
#define NUTGRAF_EXTRACT_EVENT_RULE_FOLDER_H_

#include <string>

#include "extract/event/rule.h"
#include "extract/event/rule_parser.h"
#include "extract/result.h"

namespace nutgraf {

// The frames and sets of the folder's *.rules files, by the files' names. A set may be used in any
// file of the folder, and those that the vocabulary names too. An Error when the folder cannot be
// read or has no such file, when a line is wrong, or when two files have a frame or set of one
// name.
Result<Rules> read_rule_folder(const std::string& folder, const RuleVocabulary& vocabulary);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_RULE_FOLDER_H_
