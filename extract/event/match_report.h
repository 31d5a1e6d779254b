// Why a frame fits a trigger, and why others do not: in words, for `why` and `extract --explain`.
#ifndef NUTGRAF_EXTRACT_EVENT_MATCH_REPORT_H_
#define NUTGRAF_EXTRACT_EVENT_MATCH_REPORT_H_

#include <cstddef>
#include <string>
#include <vector>

#include "extract/event/matcher.h"
#include "extract/event/program.h"
#include "extract/event/word_classes.h"

namespace nutgraf {

// What a report reads.
struct MatchTables {
  const Program& program;
  const WordClasses& classes;
};

// The trigger's words in their order: "shoot down", "air strike".
std::string trigger_words(const Program& program, const Program::PatternRow& pattern,
                          const TriggerView& candidate);

// Of a pattern that fits: 'the trigger "shoot down"; needs object: @vehicle, met by "helicopter"'.
std::string why_it_fits(const MatchTables& tables, const Program::PatternRow& pattern,
                        const TriggerView& candidate);

struct NearMiss {
  const Program::PatternRow* pattern = nullptr;
  std::size_t failed = 0;  // how many words and conditions do not hold
  std::string reason;      // the first of them: 'veto object: idea: "idea" stands there'
};

// The patterns of the trigger's lemma that do not fit: those that miss least first, then in the
// order in which patterns are tried; at most `limit`.
std::vector<NearMiss> near_misses(const MatchTables& tables, const TriggerView& candidate,
                                  std::size_t limit);

// What a role row asks for: "target object, @vehicle" for the first slot that takes the argument.
std::string role_reason(const MatchTables& tables, const Program::RoleRow& row);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_MATCH_REPORT_H_
