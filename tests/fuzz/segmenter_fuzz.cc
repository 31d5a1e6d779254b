// libFuzzer: any valid UTF-8 is cut into tokens and sentences that lie in the text, in order.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>

#include "extract/text/fold.h"
#include "extract/text/segmenter.h"

namespace {

template <typename T>
T opened(nutgraf::Result<T> result) {
  if (!result) std::abort();
  return std::move(*result);
}

const nutgraf::Segmenter& segmenter() {
  static const nutgraf::DataFile data = opened(nutgraf::DataFile::open(NUTGRAF_DATA_FILE));
  static const nutgraf::Lexicon lexicon = opened(nutgraf::Lexicon::open(data));
  static const nutgraf::Segmenter made = opened(nutgraf::Segmenter::open(data, lexicon));
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  nutgraf::Report report;
  report.text.assign(reinterpret_cast<const char*>(bytes), size);
  if (nutgraf::invalid_utf8(report.text) != std::string::npos) return 0;
  static nutgraf::Analysis desk;
  desk.begin(report);
  segmenter().segment(desk);
  std::uint32_t at = 0;
  for (const nutgraf::Token& token : desk.tokens) {
    if (token.span.begin < at || token.span.end <= token.span.begin) std::abort();
    at = token.span.end;
  }
  if (at > report.text.size()) std::abort();
  return 0;
}
