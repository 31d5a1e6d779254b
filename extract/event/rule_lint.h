// What is wrong with rules that are written rightly: what can never be used, what stands twice,
// what nobody uses.
#ifndef NUTGRAF_EXTRACT_EVENT_RULE_LINT_H_
#define NUTGRAF_EXTRACT_EVENT_RULE_LINT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "extract/event/rule.h"
#include "extract/lexicon/lexicon.h"

namespace nutgraf {

struct RuleFinding {
  std::string file;
  std::uint64_t line = 0;  // of the frame or set
  std::string block;       // "frame raid", "set killing"
  std::string message;

  friend auto operator<=>(const RuleFinding&, const RuleFinding&) = default;
};

// By file and line. Requires rules that compile. Found are:
//
//   unreachable   a trigger that never decides, because wherever it fits a frame before it fits
//   too;
//                 a frame that needs what it vetoes
//   duplicate     an example, a role line or a filler that stands twice; a word that a set of the
//                 same line holds as well
//   unused        a set that no frame names; light verbs of a frame without nouns
//   unknown       a verb's trigger whose first word is known, but as no verb's base form
//   untried       a frame without a "yes"
std::vector<RuleFinding> lint(const Rules& rules, const Lexicon& lexicon);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_RULE_LINT_H_
