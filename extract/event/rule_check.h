// The examples of frames, run through the whole of extraction.
#ifndef NUTGRAF_EXTRACT_EVENT_RULE_CHECK_H_
#define NUTGRAF_EXTRACT_EVENT_RULE_CHECK_H_

#include <cstddef>
#include <string>
#include <vector>

#include "extract/event/rule.h"
#include "extract/extractor.h"

namespace nutgraf {

struct FailedExample {
  std::string frame;
  std::string file;
  std::uint64_t line = 0;  // of the frame
  std::string text;
  std::string reason;  // "expected actor Rebels, found the army"

  friend bool operator==(const FailedExample&, const FailedExample&) = default;
};

struct RuleCheck {
  std::size_t examples = 0;
  std::vector<FailedExample> failed;
};

// A yes-example wants an event that the frame made, with all that stands behind "=>": a role is
// filled when one of its mentions has these words in its span, in its head or as its entity's name.
// A no-example wants none. Reports are dated Thursday, 3 November 2016.
RuleCheck check_frames(const Extractor& extractor, const std::vector<EventFrame>& frames);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_RULE_CHECK_H_
