#include "extract/syntax/poslex.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>

namespace nutgraf {
namespace {

tl::unexpected<Error> package_error(const std::string& path, const std::string& what) {
  return fail(ErrorCode::io, path + ": " + what + " (Debian package festlex-poslex)");
}

// Edinburgh Speech Tools' binary n-grams: "NgramBin_2 3", the words of the history, the predicted
// words, then counts as big-endian doubles; a negative number -n says that the count before it
// stands n times.
Result<void> read_trigrams(const std::string& path, Poslex& out) {
  std::ifstream in(path, std::ios::binary);
  std::string header;
  std::string names;
  std::string predicted;
  if (!std::getline(in, header) || !std::getline(in, names) || !std::getline(in, predicted)) {
    return package_error(path, "cannot be read");
  }
  if (header != "NgramBin_2 3" || names != predicted) {
    return package_error(path, "is no table of trigrams");
  }
  std::istringstream words(names);
  std::copy(std::istream_iterator<std::string>(words), {}, std::back_inserter(out.classes));
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i) {
      bits = (bits << 8) | static_cast<unsigned char>(bytes[at + i]);
    }
    const auto value = std::bit_cast<double>(bits);
    if (value >= 0) {
      out.trigrams.push_back(value);
    } else if (!out.trigrams.empty()) {
      out.trigrams.insert(out.trigrams.end(), static_cast<std::size_t>(-value) - 1,
                          out.trigrams.back());
    }
  }
  const std::size_t n = out.classes.size();
  if (out.trigrams.size() != n * n * n) return package_error(path, "is cut short");
  return {};
}

// "-7.515" is -7515.
std::int32_t thousandths(std::string_view number) {
  std::int32_t out = 0;
  int decimals = -1;
  for (const char c : number) {
    if (c == '.') decimals = 0;
    if (c < '0' || c > '9' || decimals == 3) continue;
    out = out * 10 + (c - '0');
    if (decimals >= 0) ++decimals;
  }
  for (int i = std::max(decimals, 0); i < 3; ++i) out *= 10;
  return number.starts_with('-') ? -out : out;
}

// ("attack" ((nn -8.1) (vb -9.3) ) () )
void read_entry(std::string_view line, Poslex& out) {
  const std::size_t end = line.find("\" (", 2);
  if (!line.starts_with("(\"") || end == std::string_view::npos) return;
  const std::string word(line.substr(2, end - 2));
  std::istringstream cells{std::string(line.substr(end + 3))};
  std::string tag;
  std::string weight;
  while (cells >> tag >> weight && tag.starts_with('(') && weight.ends_with(')')) {
    const std::size_t found = out.class_of(std::string_view(tag).substr(1));
    if (found == out.classes.size()) continue;
    out.words[word].emplace_back(static_cast<std::uint8_t>(found), thousandths(weight));
  }
}

}  // namespace

std::size_t Poslex::class_of(std::string_view name) const {
  return static_cast<std::size_t>(std::find(classes.begin(), classes.end(), name) -
                                  classes.begin());
}

std::vector<double> Poslex::totals() const {
  std::vector<double> out(classes.size(), 0);
  for (std::size_t i = 0; i < trigrams.size(); ++i) out[i % classes.size()] += trigrams[i];
  return out;
}

Result<Poslex> read_poslex(const std::string& folder) {
  Poslex out;
  if (auto read = read_trigrams(folder + "/wsj.wp39.tri.ngrambin", out); !read) {
    return fail(read.error());
  }
  const std::string path = folder + "/wsj.wp39.poslexR";
  std::ifstream in(path);
  if (!in) return package_error(path, "cannot be read");
  std::string line;
  while (std::getline(in, line)) read_entry(line, out);
  return out;
}

}  // namespace nutgraf
