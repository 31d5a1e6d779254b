#include "extract/text/segmentation_lists.h"

#include <array>
#include <map>
#include <utility>
#include <vector>

#include "extract/lexicon/list_file.h"
#include "extract/text/fold.h"

namespace nutgraf {
namespace {

using Lists = SegmentationLists;
using Bits = std::map<std::string, std::uint32_t>;

// Lists of one column whose rows all get one bit.
constexpr std::array<std::pair<std::string_view, Lists::Bit>, 8> plain_lists{{
    {"prefixes.txt", Lists::prefix},
    {"whole-words.txt", Lists::whole},
    {"sentence-starters.txt", Lists::starter},
    {"units.txt", Lists::unit},
    {"domains.txt", Lists::domain},
    {"clitic-bases.txt", Lists::clitic_base},
    {"bylines.txt", Lists::byline},
    {"calendar-words.txt", Lists::calendar},
}};

Result<void> read_plain(const std::string& folder, Bits& out) {
  for (const auto& [name, bit] : plain_lists) {
    const auto rows = read_list(folder + std::string(name), 1, 1);
    if (!rows) return fail(rows.error());
    for (const ListRow& row : *rows) {
      const bool country = bit == Lists::domain && row.cells[0].size() == 2;
      out[fold(row.cells[0])] |= static_cast<std::uint32_t>(country ? Lists::country_domain : bit);
    }
  }
  return {};
}

Result<void> read_abbreviations(const std::string& folder, Bits& out) {
  const std::string path = folder + "abbreviations.txt";
  const auto rows = read_list(path, 2, 2);
  if (!rows) return fail(rows.error());
  for (const ListRow& row : *rows) {
    const std::string& form = row.cells[0];
    const std::string& kind = row.cells[1];
    if (!form.ends_with('.')) return list_error(path, row, "no dot at the end of \"" + form + "\"");
    std::uint32_t bits = 0;
    if (kind == "title") bits = Lists::title;
    if (kind == "number") bits = Lists::before_digit;
    if (kind == "end") bits = Lists::may_end;
    if (kind == "last") bits = Lists::last;
    if (bits == 0) {
      return list_error(path, row, "expected title, number, end or last: \"" + kind + "\"");
    }
    if (form[0] >= 'A' && form[0] <= 'Z') bits |= Lists::capital;
    out[fold(form)] |= bits;
  }
  return {};
}

Result<void> read_letters(const std::string& folder, Bits& out) {
  const std::string path = folder + "letters.txt";
  const auto rows = read_list(path, 2, 2);
  if (!rows) return fail(rows.error());
  for (const ListRow& row : *rows) {
    const std::string& kind = row.cells[1];
    std::uint32_t bit = 0;
    if (kind == "greeting") bit = Lists::greeting;
    if (kind == "closing") bit = Lists::farewell;
    if (kind == "caption") bit = Lists::caption;
    if (bit == 0) {
      return list_error(path, row, "expected greeting, closing or caption: \"" + kind + "\"");
    }
    out[fold(row.cells[0])] |= bit;
  }
  return {};
}

Result<void> read_splits(const std::string& folder, Bits& out) {
  const std::string path = folder + "splits.txt";
  const auto rows = read_list(path, 2, 2);
  if (!rows) return fail(rows.error());
  for (const ListRow& row : *rows) {
    const std::string& word = row.cells[0];
    const std::string& first = row.cells[1];
    if (first.empty() || first.size() >= word.size() || !word.starts_with(first)) {
      return list_error(path, row, "\"" + word + "\" does not begin with \"" + first + "\"");
    }
    out[word] |= static_cast<std::uint32_t>(first.size()) << Lists::split_shift;
  }
  return {};
}

}  // namespace

Result<SegmentationLists> SegmentationLists::open(const DataFile& data) {
  auto section = data.section("segmenter");
  if (!section) return fail(section.error());
  SectionReader reader(*section);
  SegmentationLists out;
  out.table_ = StringTable::read(reader);
  if (!reader.ok()) {
    return fail(ErrorCode::unavailable,
                "the data file's lists of the segmenter are of another version; build it again");
  }
  return out;
}

Result<void> compile_segmentation(const std::string& source_folder, DataWriter& writer) {
  const std::string folder = source_folder + "/data/lexicon/en/";
  Bits bits;
  if (auto read = read_plain(folder, bits); !read) return read;
  if (auto read = read_abbreviations(folder, bits); !read) return read;
  if (auto read = read_letters(folder, bits); !read) return read;
  if (auto read = read_splits(folder, bits); !read) return read;
  const std::vector<std::pair<std::string, std::uint32_t>> entries(bits.begin(), bits.end());
  SectionWriter section;
  StringTable::write(section, entries);
  writer.add("segmenter", section.take());
  return {};
}

}  // namespace nutgraf
