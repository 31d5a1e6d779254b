// Readers of reports against any bytes: the first byte chooses the form, the rest is the file.
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "extract/report/input.h"
#include "extract/report/offsets.h"
#include "extract/text/fold.h"

namespace {

void expect(bool holds) {
  if (!holds) std::abort();
}

// What comes in is valid and has an id; positions there and back are the same.
void check(const nutgraf::Report& report) {
  expect(!report.text.empty() && !report.id.empty());
  expect(nutgraf::invalid_utf8(report.text) == std::string::npos);
  for (const auto unit : {nutgraf::OffsetUnit::codepoints, nutgraf::OffsetUnit::utf16}) {
    const nutgraf::OffsetMap offsets(report.text, unit);
    for (std::uint32_t at = 0; at <= report.text.size(); ++at) {
      const bool begins = at == report.text.size() ||
                          (static_cast<unsigned char>(report.text[at]) & 0xC0U) != 0x80U;
      if (begins) expect(offsets.to_byte(offsets.from_byte(at)) == at);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr nutgraf::InputKind kinds[] = {nutgraf::InputKind::text, nutgraf::InputKind::jsonl,
                                          nutgraf::InputKind::html};
  nutgraf::InputOptions options;
  options.kind = kinds[data[0] % 3];
  options.report_limit = 100000;
  std::istringstream in(std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
  nutgraf::Input input({"-"}, options, in);
  while (auto read = input.next()) {
    if (*read) check((*read)->report);
  }
  return 0;
}
