// What `why` is told of the judgement of names.
#include "extract/names/name_judge.h"

namespace nutgraf {

void NameJudge::explain(const std::vector<NameCandidate>& candidates, Trace& trace) const {
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const NameType& type = types_[type_of_[i]];
    const TokenRange tokens = candidates[i].tokens;
    Decision decision;
    decision.stage = "names";
    decision.span = {analysis_.tokens[tokens.begin].span.begin,
                     analysis_.tokens[tokens.end - 1].span.end};
    decision.taken = type.kind.has_value();
    decision.rule = rule(type);
    decision.reason = "evidence for person " + std::to_string(type.evidence[0]) + ", group " +
                      std::to_string(type.evidence[1]) + ", place " +
                      std::to_string(type.evidence[2]) + ", no mention " +
                      std::to_string(type.evidence[3]) + ":";
    for (std::size_t s = 0; s < type.seen.size(); ++s) {
      if (type.seen.at(s) > 0) {
        decision.reason += " " + std::string(to_string(static_cast<Sign>(s)));
      }
    }
    trace.decisions.push_back(std::move(decision));
  }
}

}  // namespace nutgraf
