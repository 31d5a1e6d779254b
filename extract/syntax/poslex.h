// Reads Festival's part-of-speech model as Debian's festlex-poslex installs it: what tags a word
// has and how tags follow one another, counted over newspaper text (Alan W Black, CSTR Edinburgh).
// Used when data is compiled, never by the program.
#ifndef NUTGRAF_EXTRACT_SYNTAX_POSLEX_H_
#define NUTGRAF_EXTRACT_SYNTAX_POSLEX_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/result.h"

namespace nutgraf {

struct Poslex {
  std::vector<std::string> classes;  // "nn", "punc", …: the model's tags, in the table's order
  std::vector<double> trigrams;      // counts, smoothed; [(a * classes + b) * classes + c]
  // Folded word to (class, 1000 ln P(word | class)).
  std::map<std::string, std::vector<std::pair<std::uint8_t, std::int32_t>>, std::less<>> words;

  // npos-like classes.size() when the model has no such class.
  std::size_t class_of(std::string_view name) const;
  std::vector<double> totals() const;  // by class
};

Result<Poslex> read_poslex(const std::string& folder);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_POSLEX_H_
