#include "tests/support/analysis.h"

#include <cstdio>
#include <cstdlib>

namespace nutgraf {

const Extractor& test_extractor() {
  static const Extractor extractor = [] {
    auto opened = Extractor::open({NUTGRAF_DATA_FILE, {}});
    if (!opened) {
      std::fprintf(stderr, "%s\n", opened.error().text().c_str());
      std::abort();
    }
    return std::move(*opened);
  }();
  return extractor;
}

std::unique_ptr<Analysed> analysis_of(Report report) {
  auto out = std::make_unique<Analysed>();
  out->report = std::move(report);
  out->extraction = test_extractor().extract(out->report, out->desk);
  return out;
}

std::unique_ptr<Analysed> analysis_of(const std::string& text) {
  Report report;
  report.text = text;
  return analysis_of(std::move(report));
}

std::string tagged(const Analysis& desk) {
  std::string out;
  for (const Token& token : desk.tokens) {
    if (!out.empty()) out += ' ';
    out += cut(desk.text(), token.span);
    out += '/';
    out += to_string(token.tag);
  }
  return out;
}

}  // namespace nutgraf
