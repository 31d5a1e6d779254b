// Texts of .case files with spans marked: "A man from [Oslo=place] spoke."
#ifndef NUTGRAF_TESTS_SUPPORT_MARKED_TEXT_H_
#define NUTGRAF_TESTS_SUPPORT_MARKED_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "extract/span.h"

namespace nutgraf {

struct Mark {
  Span span;          // in the text without marks
  std::string label;  // what stands behind the last "=", empty when there is none
};

struct MarkedText {
  std::string text;
  std::vector<Mark> marks;  // in the order of their opening brackets
};

// "\n" in the words stands for the end of a line. Marks may lie in one another.
MarkedText read_marks(std::string_view words);

// The lines of tests/cases/FILE but comments and empty ones.
std::vector<std::string> case_lines(const std::string& file);

}  // namespace nutgraf

#endif  // NUTGRAF_TESTS_SUPPORT_MARKED_TEXT_H_
