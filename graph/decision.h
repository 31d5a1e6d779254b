// What curators decide: same, different, split, reject; and undo.
//
// A decision records both sides as they stood, by kind and raw name or by report and byte span, so
// that it survives the coming and going of reports: it sleeps while a side is absent. Later beats
// earlier. Belief reads the active ones in their order and nothing else of them than verb and
// sides.
#ifndef NUTGRAF_GRAPH_DECISION_H_
#define NUTGRAF_GRAPH_DECISION_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/result.h"
#include "extract/span.h"
#include "graph/node.h"

namespace nutgraf {

enum class Verb : std::uint8_t { same, different, split, reject, undo };
std::string_view to_string(Verb verb);

// By name (kind and the raw name; `report` empty), or by a report's mention or trigger.
struct Side {
  NodeKind kind = NodeKind::person;
  std::string name;
  std::string report;
  Span span;

  friend auto operator<=>(const Side&, const Side&) = default;
};

struct CuratorDecision {
  Verb verb = Verb::same;
  std::vector<Side> one;  // same, different: one side; split: the mentions; reject: the tellings
  std::vector<Side> other;
  std::string name;          // split --as
  std::uint32_t undoes = 0;  // undo: number of the decision taken back

  friend bool operator==(const CuratorDecision&, const CuratorDecision&) = default;
};

// A decision as the log has it.
struct LoggedDecision {
  std::uint32_t number = 0;  // counted from 1
  CuratorDecision decision;
  std::string author;
  std::string reason;
  std::string time;  // as the caller told it; decides nothing
  bool undone = false;

  friend bool operator==(const LoggedDecision&, const LoggedDecision&) = default;
};

std::string encode(const LoggedDecision& decision);  // without its number
Result<LoggedDecision> decode_decision(std::string_view bytes);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_DECISION_H_
