// One walk over the trie of patterns from one token. See grammar.h.
#ifndef NUTGRAF_EXTRACT_TIME_MATCHER_H_
#define NUTGRAF_EXTRACT_TIME_MATCHER_H_

#include <cstdint>
#include <optional>
#include <span>

#include "extract/time/grammar.h"

namespace nutgraf {

class TimeMatcher {
 public:
  TimeMatcher(const TimeGrammar& grammar, const Analysis& analysis,
              std::span<const TimeToken> tokens, TokenRange sentence)
      : grammar_(grammar), analysis_(analysis), tokens_(tokens), sentence_(sentence) {}

  std::optional<TimeMatch> best(std::uint32_t begin);

 private:
  struct Step {
    std::uint32_t end = 0;
    std::int32_t value = 0;
  };

  void walk(std::uint32_t node, std::uint32_t at, const Reading& so_far);
  void follow(const TimeEdgeRow& edge, std::uint32_t at, const Reading& so_far);
  void follow_class(WordClass word_class, std::uint32_t target, std::uint32_t at,
                    const Reading& so_far);
  void finish(const TimeFinalRow& final, std::uint32_t end, const Reading& so_far);
  bool holds(const TimeSymbolRow& symbol, std::uint32_t at) const;
  bool any(TimeListRow list, std::uint32_t at) const;
  bool allowed(const TimeRuleRow& rule, std::uint32_t end) const;

  std::int32_t value_of(std::uint32_t at, WordClass word_class) const;
  // An amount that begins at the token; the value in tenths, -1 for "several".
  std::optional<Step> amount(std::uint32_t at) const;
  std::optional<Step> amount_in_words(std::uint32_t at) const;
  std::optional<Step> holiday(std::uint32_t at) const;
  bool in(std::uint32_t at, WordClass word_class) const {
    return at < sentence_.end && grammar_.is(tokens_[at], word_class);
  }
  std::string_view word(std::uint32_t at) const {
    return at < sentence_.end ? analysis_.tokens[at].folded : std::string_view{};
  }

  const TimeGrammar& grammar_;
  const Analysis& analysis_;
  std::span<const TimeToken> tokens_;
  TokenRange sentence_;
  std::uint32_t begin_ = 0;
  int depth_ = 0;           // inside how many DATE phrases
  bool date_first_ = true;  // may itself begin with a DATE phrase
  std::optional<TimeMatch> best_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TIME_MATCHER_H_
