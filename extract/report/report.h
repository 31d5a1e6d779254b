// What comes in: one report, decoded, its head already taken off.
#ifndef NUTGRAF_EXTRACT_REPORT_REPORT_H_
#define NUTGRAF_EXTRACT_REPORT_REPORT_H_

#include <optional>
#include <string>

#include "extract/time/day.h"

namespace nutgraf {

struct Report {
  std::string id;
  std::string text;         // valid UTF-8, as it came; all offsets count in it
  std::optional<Day> date;  // day of publication
  std::string title;
  std::string source;
  std::string url;
  std::string lang;  // BCP 47; empty: not told

  friend bool operator==(const Report&, const Report&) = default;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_REPORT_REPORT_H_
