#include "extract/syntax/counts.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace nutgraf {
namespace {

using Kind = CountWord::Kind;

class CountReader {
 public:
  CountReader(const Analysis& desk, const GrammarLists& lists, std::uint32_t end)
      : desk_(desk), lists_(lists), end_(end) {}

  ReadCount read(std::uint32_t at) {
    ReadCount out{at, npos, std::nullopt};
    std::uint32_t i = at;
    const std::optional<CountWord> bound = bound_at(i);
    std::uint32_t number = i;
    std::optional<std::int64_t> value = number_at(i, out.number);
    if (i == number) return {at, npos, std::nullopt};
    if (!value) {
      out.end = i;
      return out;
    }
    Count count{value, value};
    if (indefinite_) count.max.reset();
    if (tag(i) == Tag::HYPH && tag(i + 1) != Tag::CD) return {at, npos, std::nullopt};  // "41-year"
    read_range(i, out, count);
    if (bound && bound->kind == Kind::least) count.max.reset();
    if (bound && bound->kind == Kind::most) count.min.reset();
    if (!money_) out.count = count;
    out.end = past_of(i);
    return out;
  }

 private:
  Tag tag(std::uint32_t i) const { return i < end_ ? desk_.tokens[i].tag : Tag::none; }
  std::string_view folded(std::uint32_t i) const {
    return i < end_ ? desk_.tokens[i].folded : std::string_view{};
  }

  // "at least", "up to", "an estimated": moves past it when a number follows.
  std::optional<CountWord> bound_at(std::uint32_t& at) const {
    std::array<char, 64> words{};
    std::size_t size = 0;
    std::optional<CountWord> best;
    std::uint32_t end = at;
    for (std::uint32_t i = at; i < end_ && i < at + 4; ++i) {
      const std::string_view word = folded(i);
      if (size + word.size() + 1 > words.size()) break;
      if (size > 0) words.at(size++) = ' ';
      std::memcpy(words.data() + size, word.data(), word.size());
      size += word.size();
      const auto found = lists_.count_word({words.data(), size});
      if (!found || found->kind < Kind::least) continue;
      if (tag(i + 1) != Tag::CD && tag(i + 1) != Tag::dollar && !is_indefinite(i + 1)) continue;
      best = found;
      end = i + 1;
    }
    at = end;
    return best;
  }

  bool is_indefinite(std::uint32_t i) const {
    const auto found = lists_.count_word(folded(i));
    return found && (found->kind == Kind::indefinite || found->kind == Kind::times) &&
           is_noun(tag(i));
  }

  // Digits with their commas; thousandths, so that "3.5 million" stays whole.
  static std::optional<std::int64_t> thousandths(std::string_view word) {
    std::int64_t value = 0;
    int decimals = -1;
    for (const char c : word) {
      if (c == ',') continue;
      if (c == '.' && decimals < 0) {
        decimals = 0;
        continue;
      }
      if (c < '0' || c > '9' || value > 1'000'000'000'000'000) return std::nullopt;
      if (decimals >= 3) continue;
      if (decimals >= 0) ++decimals;
      value = value * 10 + (c - '0');
    }
    for (int i = std::max(decimals, 0); i < 3; ++i) value *= 10;
    return value;
  }

  // Number words and digits in a row. Nothing when there is a number that counts nothing ("3.5").
  std::optional<std::int64_t> number_at(std::uint32_t& at, std::uint32_t& last) {
    std::int64_t total = 0;
    std::int64_t part = -1;
    bool valid = true;
    while (at < end_) {
      if (tag(at) == Tag::dollar) {
        money_ = true;
        ++at;
        continue;
      }
      const auto word = lists_.count_word(folded(at));
      const bool counted =
          word && word->kind <= Kind::few && !(word->kind == Kind::number && tag(at) != Tag::CD);
      if (counted) {
        if (!take_word(*word, total, part, at)) break;
      } else if (tag(at) == Tag::CD) {
        const auto digits = thousandths(folded(at));
        if (part >= 0) break;
        if (!digits) valid = false;
        part = digits.value_or(0);
      } else if (tag(at) == Tag::HYPH && part >= 0 && tag(at + 1) == Tag::CD && part < 100'000 &&
                 lists_.count_word(folded(at + 1)) && lists_.count_word(folded(at - 1))) {
        ++at;  // "twenty-five"
        continue;
      } else {
        break;
      }
      last = at;
      ++at;
    }
    if (part < 0 && total == 0) return std::nullopt;
    total += std::max<std::int64_t>(part, 0);
    if (!valid || total % 1000 != 0) return std::nullopt;
    return total / 1000;
  }

  // False: the word belongs to no number here.
  bool take_word(const CountWord& word, std::int64_t& total, std::int64_t& part, std::uint32_t at) {
    switch (word.kind) {
      case Kind::number:
        part = std::max<std::int64_t>(part, 0) + word.value * 1000;
        return true;
      case Kind::times: {
        const bool after_article = at > 0 && desk_.tokens[at - 1].tag == Tag::DT;
        if (part < 0 && !after_article && tag(at) != Tag::CD) return false;
        const std::int64_t base = part < 0 ? 1000 : part;
        if (base > 1'000'000'000'000'000 / word.value) return false;
        part = base * word.value;
        if (word.value >= 1000) {
          total += part;
          part = 0;
        }
        return true;
      }
      case Kind::indefinite:
      case Kind::few:
        if (word.kind == Kind::indefinite && folded(at + 1) != "of" && part < 0 &&
            is_noun(tag(at + 1))) {
          return false;
        }
        indefinite_ = true;
        if (part < 0) part = word.value * 1000;
        return true;
      default:
        return false;
    }
  }

  // "30 to 40", "two or three", "30-40".
  void read_range(std::uint32_t& i, ReadCount& out, Count& count) {
    if (tag(i + 1) != Tag::CD) return;
    const bool dash =
        tag(i) == Tag::HYPH || tag(i) == Tag::SYM || folded(i) == "-" || folded(i) == "–";
    if (!dash && folded(i) != "to" && folded(i) != "or") return;
    std::uint32_t after = i + 1;
    const auto high = number_at(after, out.number);
    if (!high || !count.max || *high <= *count.max) return;
    count.max = high;
    i = after;
  }

  // "dozens of people", "hundreds of thousands of": on to the noun, if one follows.
  std::uint32_t past_of(std::uint32_t i) const {
    if (!indefinite_) return i;
    while (folded(i) == "of") {
      const auto next = lists_.count_word(folded(i + 1));
      if (next && next->kind == Kind::indefinite) {
        i += 2;
        continue;
      }
      const Tag after = tag(i + 1);
      return is_noun(after) || is_adjective(after) || after == Tag::VBN ? i + 1 : i;
    }
    return i;
  }

  const Analysis& desk_;
  const GrammarLists& lists_;
  std::uint32_t end_;
  bool money_ = false;
  bool indefinite_ = false;
};

}  // namespace

ReadCount read_count(const Analysis& desk, const GrammarLists& lists, std::uint32_t at,
                     std::uint32_t end) {
  return CountReader(desk, lists, end).read(at);
}

}  // namespace nutgraf
