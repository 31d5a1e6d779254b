#include "extract/syntax/tag.h"

#include <array>
#include <cstddef>

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Tag::count)> names{
    "",    "CC",  "CD",  "DT",  "EX",  "FW",   "IN",    "JJ",    "JJR", "JJS",
    "LS",  "MD",  "NN",  "NNS", "NNP", "NNPS", "PDT",   "POS",   "PRP", "PRP$",
    "RB",  "RBR", "RBS", "RP",  "SYM", "TO",   "UH",    "VB",    "VBD", "VBG",
    "VBN", "VBP", "VBZ", "WDT", "WP",  "WP$",  "WRB",   "HYPH",  "ADD", "NFP",
    "AFX", ",",   ".",   ":",   "``",  "''",   "-LRB-", "-RRB-", "$",   "#"};

}  // namespace

std::string_view to_string(Tag tag) { return names.at(static_cast<std::size_t>(tag)); }

std::optional<Tag> parse_tag(std::string_view word) {
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (names.at(i) == word) return static_cast<Tag>(i);
  }
  return std::nullopt;
}

}  // namespace nutgraf
