// The reader of times over any bytes: no crash, spans in the text, ranges the right way round, EDTF
// of its own signs.
//
// The first byte, modulo 3, chooses the day of publication: none, an ordinary one, the last there
// is.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extract/extractor.h"
#include "extract/text/fold.h"
#include "extract/time/edtf.h"

namespace {

const nutgraf::Extractor& extractor() {
  static const nutgraf::Extractor opened = [] {
    auto result = nutgraf::Extractor::open({NUTGRAF_DATA_FILE, {}});
    if (!result) std::abort();
    return std::move(*result);
  }();
  return opened;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static const std::array<std::optional<nutgraf::Day>, 3> days{
      std::nullopt, nutgraf::day_of({2016, 11, 3}), nutgraf::day_of({9999, 12, 31})};
  nutgraf::Report report;
  report.date = days[data[0] % 3];
  report.text.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (nutgraf::invalid_utf8(report.text) != std::string_view::npos) return 0;
  nutgraf::Analysis desk;
  const nutgraf::Extraction extraction = extractor().extract(report, desk);
  std::uint32_t end = 0;
  for (const nutgraf::TimeExpression& time : extraction.times) {
    const bool sound = time.span.begin >= end && time.span.begin < time.span.end &&
                       time.span.end <= report.text.size() && !time.value.empty();
    const bool forward =
        !time.range.from || !time.range.until || *time.range.from < *time.range.until;
    const std::string edtf = nutgraf::print_edtf(time);
    const bool written = edtf.find_first_not_of("0123456789-~/.XT:") == std::string::npos;
    if (!sound || !forward || !written) std::abort();
    end = time.span.end;
  }
  return 0;
}
