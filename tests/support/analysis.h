// A text, worked by all stages that the extractor has.
#ifndef NUTGRAF_TESTS_SUPPORT_ANALYSIS_H_
#define NUTGRAF_TESTS_SUPPORT_ANALYSIS_H_

#include <memory>
#include <string>

#include "extract/analysis.h"
#include "extract/extraction.h"
#include "extract/extractor.h"
#include "extract/report/report.h"

namespace nutgraf {

struct Analysed {
  Report report;
  Analysis desk;  // points into `report`
  Extraction extraction;
};

// The extractor over the build's data file, opened once for the program.
const Extractor& test_extractor();

// Runs extract() on a report with this text and keeps everything that it made.
std::unique_ptr<Analysed> analysis_of(Report report);
std::unique_ptr<Analysed> analysis_of(const std::string& text);

// "Gunmen/NNS killed/VBD two/CD …": the tokens of a text with their tags.
std::string tagged(const Analysis& desk);

}  // namespace nutgraf

#endif  // NUTGRAF_TESTS_SUPPORT_ANALYSIS_H_
