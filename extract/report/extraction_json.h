// One report's extraction as one JSON object: the form of schemas/extraction.schema.json.
#ifndef NUTGRAF_EXTRACT_REPORT_EXTRACTION_JSON_H_
#define NUTGRAF_EXTRACT_REPORT_EXTRACTION_JSON_H_

#include <string>

#include "extract/analysis.h"
#include "extract/extraction.h"
#include "extract/report/offsets.h"
#include "extract/report/report.h"

namespace nutgraf {

struct ExtractionJsonOptions {
  OffsetUnit unit = OffsetUnit::codepoints;
  bool with_text = false;              // the field `text`
  bool certain = false;                // dates that only the day of publication gave are left out
  const Analysis* analysis = nullptr;  // the desk it came from: the field `tokens` is written
};

// Appends the object, without a newline. Spans are converted in one pass over the text.
void append_extraction_json(std::string& out, const Report& report, const Extraction& extraction,
                            const ExtractionJsonOptions& options);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_REPORT_EXTRACTION_JSON_H_
