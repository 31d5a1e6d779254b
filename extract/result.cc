#include "extract/result.h"

namespace nutgraf {

std::string Error::text() const {
  std::string out;
  if (!file.empty()) {
    out += file;
    if (line != 0) out += ":" + std::to_string(line);
    if (line != 0 && column != 0) out += ":" + std::to_string(column);
    out += ": ";
  }
  out += message;
  if (!excerpt.empty()) {
    out += "\n  " + excerpt;
    if (column != 0) {
      // A tab stays a tab, so that the caret stands under its column in any terminal.
      out += "\n  ";
      std::uint64_t at = 1;
      for (const char c : excerpt) {
        if (at >= column) break;
        if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) continue;
        out += c == '\t' ? '\t' : ' ';
        ++at;
      }
      out += '^';
    }
  }
  return out;
}

}  // namespace nutgraf
