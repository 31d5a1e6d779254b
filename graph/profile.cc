// Word profiles: what two texts have in common, judged from the two texts alone.
#include <xxhash.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "extract/text/fold.h"
#include "graph/testimony.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t least_weight = 150;
constexpr std::uint32_t digit_weight = 300;
constexpr std::size_t profile_words = 48;
constexpr std::size_t rare_words = 8;
constexpr std::size_t shingle_words = 5;
constexpr std::size_t kept_shingles = 32;

std::uint64_t hash(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

bool plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Bytes of the blank or general punctuation that begins at `at` (U+00A0, U+2000 to U+206F); else 0.
std::size_t foreign_mark(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "\xC2\xA0") return 2;
  const std::string_view two = text.substr(at, 2);
  return two == "\xE2\x80" || two == "\xE2\x81" ? 3 : 0;
}

// Folded words, in order: runs of letters and digits.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  const auto end_word = [&](std::size_t end) {
    if (end > begin) out.push_back(fold_name(text.substr(begin, end - begin)));
  };
  for (std::size_t i = 0; i < text.size();) {
    const bool letter = plain(text[i]) || static_cast<unsigned char>(text[i]) >= 0x80U;
    const std::size_t mark = letter ? foreign_mark(text, i) : 1;
    if (mark == 0) {
      ++i;
      continue;
    }
    end_word(i);
    i = std::min(text.size(), i + mark);
    begin = i;
  }
  end_word(text.size());
  return out;
}

std::uint32_t log2_of(std::uint32_t count) {
  std::uint32_t out = 0;
  while (count >>= 1U) ++out;
  return out;
}

std::uint64_t square_root(std::uint64_t value) {
  std::uint64_t root = 0;
  for (std::uint64_t bit = 1ULL << 31U; bit > 0; bit >>= 1U) {
    if ((root + bit) * (root + bit) <= value) root += bit;
  }
  return root;
}

std::uint32_t told_weight(const std::string& word, const WordWeight& weight) {
  if (word.size() < 2) return 0;
  if (word.front() >= '0' && word.front() <= '9') return digit_weight;
  return std::min(1000U, weight(word));
}

std::vector<std::uint64_t> shingles_of(const std::vector<std::string>& words) {
  std::vector<std::uint64_t> hashes;
  const std::size_t width = std::min(shingle_words, words.size());
  for (std::size_t i = 0; width > 0 && i + width <= words.size(); ++i) {
    std::string joined;
    for (std::size_t k = 0; k < width; ++k) {
      joined += words[i + k];
      joined += ' ';
    }
    hashes.push_back(hash(joined));
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  if (hashes.size() > kept_shingles) hashes.resize(kept_shingles);
  return hashes;
}

}  // namespace

WordProfile word_profile(std::string_view text, const WordWeight& weight) {
  const std::vector<std::string> words = words_of(text);
  std::map<std::string_view, std::uint32_t> counts;
  for (const std::string& word : words) ++counts[word];
  WordProfile profile;
  for (const auto& [word, count] : counts) {
    const std::uint32_t told = told_weight(std::string(word), weight);
    if (told < least_weight) continue;
    profile.words.push_back({hash(word), told * (1 + log2_of(count))});
  }
  std::sort(profile.words.begin(), profile.words.end(),
            [](const WordProfile::Word& a, const WordProfile::Word& b) {
              return a.weight != b.weight ? a.weight > b.weight : a.hash < b.hash;
            });
  if (profile.words.size() > profile_words) profile.words.resize(profile_words);
  for (std::size_t i = 0; i < std::min(rare_words, profile.words.size()); ++i) {
    profile.rarest.push_back(profile.words[i].hash);
  }
  std::sort(profile.words.begin(), profile.words.end(),
            [](const WordProfile::Word& a, const WordProfile::Word& b) { return a.hash < b.hash; });
  profile.shingles = shingles_of(words);
  return profile;
}

Testimony make_testimony(Report report, Extraction extraction, std::string rule_set,
                         const WordWeight& weight) {
  Testimony out;
  out.profile = word_profile(report.text, weight);
  out.report = std::move(report);
  out.extraction = std::move(extraction);
  out.rule_set = std::move(rule_set);
  return out;
}

std::uint32_t story_score(const WordProfile& one, const WordProfile& other) {
  const auto square = [](std::uint32_t weight) {
    return static_cast<std::uint64_t>(weight) * weight;
  };
  std::uint64_t norm_one = 0;
  std::uint64_t norm_other = 0;
  std::uint64_t product = 0;
  for (const WordProfile::Word& word : one.words) norm_one += square(word.weight);
  for (const WordProfile::Word& word : other.words) norm_other += square(word.weight);
  auto right = other.words.begin();
  for (const WordProfile::Word& left : one.words) {
    while (right != other.words.end() && right->hash < left.hash) ++right;
    if (right == other.words.end()) break;
    if (right->hash == left.hash)
      product += static_cast<std::uint64_t>(left.weight) * right->weight;
  }
  const std::uint64_t length = square_root(norm_one) * square_root(norm_other);
  return length == 0
             ? 0
             : static_cast<std::uint32_t>(std::min<std::uint64_t>(1000, product * 1000 / length));
}

std::uint32_t copy_score(const WordProfile& one, const WordProfile& other) {
  std::size_t seen = 0;
  std::uint32_t shared = 0;
  auto left = one.shingles.begin();
  auto right = other.shingles.begin();
  for (; seen < kept_shingles && left != one.shingles.end() && right != other.shingles.end();
       ++seen) {
    if (*left == *right) {
      ++shared;
      ++left;
      ++right;
    } else if (*left < *right) {
      ++left;
    } else {
      ++right;
    }
  }
  const std::size_t most =
      std::min(kept_shingles, std::max(one.shingles.size(), other.shingles.size()));
  seen = std::max(seen, most);
  return seen == 0 ? 0 : static_cast<std::uint32_t>(shared * 1000 / seen);
}

}  // namespace nutgraf
