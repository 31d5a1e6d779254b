#include "tools/witness.h"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>
#include <utility>

#include "extract/lexicon/data_file.h"
#include "extract/lexicon/lexicon.h"
#include "tools/reading.h"

namespace nutgraf {

Witness::Witness(Extractor extractor, WordWeight weight)
    : extractor_(std::move(extractor)),
      weight_(std::move(weight)),
      rule_set_(fmt::format("{:016x}", extractor_.rule_set())) {}

Result<Witness> Witness::open(const std::vector<std::string>& rule_folders) {
  auto extractor = open_extractor(rule_folders);
  if (!extractor) return fail(extractor.error());
  auto data = DataFile::open(data_file_path());
  if (!data) return fail(data.error());
  const auto file = std::make_shared<const DataFile>(std::move(*data));
  auto lexicon = Lexicon::open(*file);
  if (!lexicon) return fail(lexicon.error());
  const auto words = std::make_shared<const Lexicon>(std::move(*lexicon));
  // scowl's sizes run from 10, the words of every page, to 100 for what no list has.
  return Witness(std::move(*extractor), [file, words](std::string_view word) {
    return static_cast<std::uint32_t>(words->commonness(word)) * 10U;
  });
}

std::function<Testimony(Report)> Witness::worker() const {
  return [this, desk = std::make_shared<Analysis>()](Report report) {
    Extraction extraction = extractor_.extract(report, *desk);
    return make_testimony(std::move(report), std::move(extraction), rule_set_, weight_);
  };
}

}  // namespace nutgraf
