// The report in a web page.
#ifndef NUTGRAF_EXTRACT_REPORT_HTML_H_
#define NUTGRAF_EXTRACT_REPORT_HTML_H_

#include <string_view>

#include "extract/report/report.h"
#include "extract/result.h"

namespace nutgraf {

// Takes title, day, source, address and language from the page's meta data and <time>, the text
// from its article (else its main part, else its body); paragraphs are kept apart by an empty line,
// menus, scripts, forms and asides left out. `page` is valid UTF-8. An Error when no text is found.
Result<Report> read_html(std::string_view page);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_REPORT_HTML_H_
