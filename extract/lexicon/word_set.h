// A set of words that lie elsewhere, for one report: open addressing, one piece of memory.
#ifndef NUTGRAF_EXTRACT_LEXICON_WORD_SET_H_
#define NUTGRAF_EXTRACT_LEXICON_WORD_SET_H_

#include <bit>
#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace nutgraf {

class WordSet {
 public:
  // Forgets all; makes room for `most` words. No more may be inserted.
  void reset(std::size_t most) { slots_.assign(std::bit_ceil(2 * most + 1), {}); }

  // The word is not empty and outlives the set.
  void insert(std::string_view word) { slots_[place_of(word)] = word; }
  bool contains(std::string_view word) const { return !slots_[place_of(word)].empty(); }

 private:
  // Where the word stands or would stand.
  std::size_t place_of(std::string_view word) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = std::hash<std::string_view>{}(word)&mask;
    while (!slots_[at].empty() && slots_[at] != word) at = (at + 1) & mask;
    return at;
  }

  std::vector<std::string_view> slots_ = std::vector<std::string_view>(1);
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_LEXICON_WORD_SET_H_
