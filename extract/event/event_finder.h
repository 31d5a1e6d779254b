// Who did what to whom, where and when: the last stage.
//
// Reads tokens, clauses and arcs of the Analysis and the mentions, entities and times of the
// Extraction; writes its things, events and tuples. Roles come from arcs alone: no arc, no role.
#ifndef NUTGRAF_EXTRACT_EVENT_EVENT_FINDER_H_
#define NUTGRAF_EXTRACT_EVENT_EVENT_FINDER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "extract/analysis.h"
#include "extract/event/event_lexicon.h"
#include "extract/event/rule_book.h"
#include "extract/extraction.h"
#include "extract/lexicon/data_file.h"
#include "extract/lexicon/lexicon.h"
#include "extract/result.h"
#include "extract/trace.h"

namespace nutgraf {

class EventFinder {
 public:
  // `lexicon` must outlive the finder. An Error when a rule folder has a wrong line.
  static Result<EventFinder> open(const DataFile& data, const Lexicon& lexicon,
                                  const std::vector<std::string>& rule_folders);

  void find(const Analysis& desk, Extraction& out, Trace* trace) const;

  const RuleBook& rules() const { return rules_; }

 private:
  EventFinder(RuleBook rules, EventLexicon words, const Lexicon& lexicon)
      : rules_(std::move(rules)), words_(words), lexicon_(&lexicon) {}

  RuleBook rules_;
  EventLexicon words_;
  const Lexicon* lexicon_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_EVENT_FINDER_H_
