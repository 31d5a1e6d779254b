// One report as one line of JSON, read.
#ifndef NUTGRAF_EXTRACT_REPORT_REPORT_JSON_H_
#define NUTGRAF_EXTRACT_REPORT_REPORT_JSON_H_

#include <string>
#include <string_view>

#include "extract/report/report.h"
#include "extract/result.h"

namespace nutgraf {

// Reads {"id", "text", "date", "title", "source", "url", "lang"}; only `text` is required, null is
// as good as nothing, unknown fields are passed over. `date` is a day, or a moment whose day is
// taken as written ("2016-11-03T22:10:00Z"). Without `id` the report gets derived_id(). An Error
// tells what stands wrong and its column; its file and line are the caller's to add.
Result<Report> parse_report(std::string_view line);

// An id of 32 hexadecimal digits from every field but the id: the same report, the same id.
std::string derived_id(const Report& report);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_REPORT_REPORT_JSON_H_
