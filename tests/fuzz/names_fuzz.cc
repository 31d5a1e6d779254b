// The grammar of names over any bytes: no crash, names in order, none crossing another, heads
// inside, and the same mentions again from a desk that was used before.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "extract/extractor.h"
#include "extract/text/fold.h"

namespace {

const nutgraf::Extractor& extractor() {
  static const nutgraf::Extractor opened = [] {
    auto result = nutgraf::Extractor::open({NUTGRAF_DATA_FILE, {}});
    if (!result) std::abort();
    return std::move(*result);
  }();
  return opened;
}

void require(bool promise) {
  if (!promise) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  nutgraf::Report report;
  report.text.assign(reinterpret_cast<const char*>(data), size);
  if (nutgraf::invalid_utf8(report.text) != std::string_view::npos) return 0;
  nutgraf::Analysis desk;
  const nutgraf::Extraction once = extractor().extract(report, desk);
  std::uint32_t end = 0;
  for (const nutgraf::Mention& mention : once.mentions) {
    require(mention.span.begin < mention.span.end && mention.span.end <= report.text.size());
    require(mention.span.contains(mention.head));
    require(mention.entity < once.entities.size());
    if (mention.form != nutgraf::Form::name) continue;
    require(mention.span.begin >= end);
    end = mention.span.end;
  }
  const nutgraf::Extraction again = extractor().extract(report, desk);
  require(again.mentions.size() == once.mentions.size());
  for (std::size_t i = 0; i < once.mentions.size(); ++i) {
    require(again.mentions[i].span == once.mentions[i].span);
    require(again.mentions[i].kind == once.mentions[i].kind);
  }
  return 0;
}
