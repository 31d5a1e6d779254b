#include "extract/place/place_lists.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "extract/lexicon/list_file.h"

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, place_signs> sign_names = {
    "prominence", "other-name", "phrase",       "phrase-holder",     "holds",
    "division",   "country",    "main-country", "dateline-division", "dateline-country",
    "near-25",    "near-100",   "near-300",     "near-1000",         "same",
    "kind",       "other-kind"};
constexpr std::array<std::string_view, place_limits> limit_names = {"sure-lead", "weak", "inner",
                                                                    "elsewhere"};

// Index of the name; the number of names when it is none of them.
std::size_t index_of(std::span<const std::string_view> names, std::string_view name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

Result<void> read_weights(const std::string& path, std::span<std::int32_t> weights,
                          std::span<std::int32_t> limits) {
  const auto rows = read_list(path, 3, 4);
  if (!rows) return fail(rows.error());
  for (const ListRow& row : *rows) {
    const bool sign = row.cells[0] == "choose";
    if (!sign && row.cells[0] != "limit") continue;
    const std::size_t index =
        sign ? index_of(sign_names, row.cells[1]) : index_of(limit_names, row.cells[1]);
    if (index == (sign ? place_signs : place_limits))
      return list_error(path, row, "no such " + row.cells[0] + ": " + row.cells[1]);
    const auto value = list_integer(path, row, 2);
    if (!value) return fail(value.error());
    (sign ? weights : limits)[index] = static_cast<std::int32_t>(*value);
  }
  return {};
}

Result<std::uint32_t> word_flag(const std::string& path, const ListRow& row) {
  if (row.cells[0] == "part") return PlaceLists::part;
  if (row.cells[0] == "inside") return PlaceLists::inside;
  if (row.cells[0] == "beside") return PlaceLists::beside;
  if (row.cells[0] == "street") return PlaceLists::street;
  if (row.cells[0] != "kind" || row.cells.size() != 3)
    return list_error(path, row, "expected part, inside, beside, street, or kind with a feature");
  const auto feature = parse_feature(row.cells[2]);
  if (!feature) return list_error(path, row, "no kind of place: " + row.cells[2]);
  return PlaceLists::named_kind | static_cast<std::uint32_t>(*feature);
}

}  // namespace

std::string_view to_string(PlaceSign sign) { return sign_names[static_cast<std::size_t>(sign)]; }

Result<PlaceLists> PlaceLists::open(const DataFile& data) {
  const auto bytes = data.section("place-lists");
  if (!bytes) return fail(bytes.error());
  SectionReader section(*bytes);
  PlaceLists out;
  const auto weights = section.rows<std::int32_t>();
  const auto limits = section.rows<std::int32_t>();
  out.words_ = StringTable::read(section);
  if (!section.ok() || weights.size() != place_signs || limits.size() != place_limits)
    return fail(ErrorCode::io, "the data file's lists of places are not of this version");
  std::copy(weights.begin(), weights.end(), out.weights_.begin());
  std::copy(limits.begin(), limits.end(), out.limits_.begin());
  return out;
}

std::uint32_t PlaceLists::flags(std::string_view words) const {
  const std::uint32_t found = words_.find(words);
  return found == StringTable::missing ? 0 : found;
}

std::optional<Feature> PlaceLists::kind(std::string_view word) const {
  const std::uint32_t found = flags(word);
  if ((found & named_kind) == 0) return std::nullopt;
  return static_cast<Feature>(found & 0xFFU);
}

Result<void> compile_place_lists(const std::string& source_folder, DataWriter& writer) {
  const std::string folder = source_folder + "/data/gazetteer";
  std::array<std::int32_t, place_signs> weights{};
  std::array<std::int32_t, place_limits> limits{};
  if (const auto read = read_weights(folder + "/weights.txt", weights, limits); !read)
    return fail(read.error());
  const std::string path = folder + "/context-words.txt";
  const auto rows = read_list(path, 2, 3);
  if (!rows) return fail(rows.error());
  std::map<std::string, std::uint32_t> flags;
  for (const ListRow& row : *rows) {
    const auto flag = word_flag(path, row);
    if (!flag) return fail(flag.error());
    flags[row.cells[1]] |= *flag;
  }
  const std::vector<std::pair<std::string, std::uint32_t>> entries(flags.begin(), flags.end());
  SectionWriter section;
  section.rows<std::int32_t>(weights);
  section.rows<std::int32_t>(limits);
  StringTable::write(section, entries);
  writer.add("place-lists", section.take());
  return {};
}

}  // namespace nutgraf
